//! Resolution of URI references against a base (RFC 3986, section 5), without fragments.
//!
//! `iri-string` is only the oracle of the tests: it resolves only valid references against a base
//! with a scheme, but identifiers in documents contain spaces, backslashes and braces, and a base
//! may be a path. A layer that makes such strings valid and restores them would be as long as the
//! algorithm.

/// Resolves `reference` against `base` (section 5.2.2).
pub(super) fn join(base: &str, reference: &str) -> String {
    let base = Parts::of(base);
    let written = Parts::of(reference);
    let target = if written.scheme.is_some() {
        Parts { path: without_dots(&written.path), ..written }
    } else if written.authority.is_some() {
        Parts { scheme: base.scheme, path: without_dots(&written.path), ..written }
    } else if written.path.is_empty() {
        Parts { query: written.query.or(base.query), ..base }
    } else {
        let path =
            if written.path.starts_with('/') { written.path } else { merged(&base, &written.path) };
        Parts { path: without_dots(&path), query: written.query, ..base }
    };
    target.text()
}

/// The components of a URI (section 3).
struct Parts<'t> {
    scheme: Option<&'t str>,
    authority: Option<&'t str>,
    path: String,
    query: Option<&'t str>,
}

impl<'t> Parts<'t> {
    fn of(text: &'t str) -> Self {
        let scheme = text.split_once(':').filter(|(scheme, _)| is_scheme(scheme));
        let (scheme, rest) = scheme.map_or((None, text), |(scheme, rest)| (Some(scheme), rest));
        let (rest, query) =
            rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query)));
        let (authority, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let end = rest.find('/').unwrap_or(rest.len());
                let (authority, path) = rest.split_at(end);
                (Some(authority), path)
            }
            None => (None, rest),
        };
        Self { scheme, authority, path: path.to_owned(), query }
    }

    /// Recomposes the components (section 5.3).
    fn text(&self) -> String {
        let mut text = String::new();
        if let Some(scheme) = self.scheme {
            text.push_str(scheme);
            text.push(':');
        }
        if let Some(authority) = self.authority {
            text.push_str("//");
            text.push_str(authority);
        }
        text.push_str(&self.path);
        if let Some(query) = self.query {
            text.push('?');
            text.push_str(query);
        }
        text
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// Merges a relative path with the base (section 5.2.3).
fn merged(base: &Parts<'_>, path: &str) -> String {
    if base.authority.is_some() && base.path.is_empty() {
        return format!("/{path}");
    }
    let folder = base.path.rfind('/').and_then(|end| base.path.get(..=end)).unwrap_or_default();
    format!("{folder}{path}")
}

/// Removes the segments `.` and `..` from a path (section 5.2.4).
fn without_dots(path: &str) -> String {
    let absolute = path.starts_with('/');
    let mut kept: Vec<&str> = Vec::new();
    let mut folder = false;
    for segment in path.strip_prefix('/').unwrap_or(path).split('/') {
        folder = matches!(segment, "." | "..");
        match segment {
            "." => {}
            ".." => {
                kept.pop();
            }
            segment => kept.push(segment),
        }
    }
    if folder {
        kept.push("");
    }
    format!("{}{}", if absolute { "/" } else { "" }, kept.join("/"))
}

#[cfg(test)]
mod tests {
    use iri_string::resolve::FixedBaseResolver;
    use iri_string::types::{UriAbsoluteStr, UriReferenceStr};
    use proptest::prelude::*;

    use super::join;

    /// The examples of sections 5.4.1 and 5.4.2, without fragments.
    #[test]
    fn references_are_resolved_as_the_rfc_shows() {
        let cases = [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            (";x", "http://a/b/c/;x"),
            ("g;x", "http://a/b/c/g;x"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("../../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            (".g", "http://a/b/c/.g"),
            ("g..", "http://a/b/c/g.."),
            ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
            ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/./x", "http://a/b/c/g?y/./x"),
            ("http:g", "http:g"),
        ];
        let joined = cases.map(|(reference, _)| (reference, join("http://a/b/c/d;p?q", reference)));
        assert_eq!(joined, cases.map(|(reference, target)| (reference, target.to_owned())));
    }

    #[test]
    fn bases_without_a_path_or_without_a_scheme_are_bases_too() {
        let cases = [
            ("https://example.com", "pet", "https://example.com/pet"),
            ("urn:example:api", "urn:example:pet", "urn:example:pet"),
            ("/spec/api.yaml", "../pet.yaml", "/pet.yaml"),
        ];
        let joined = cases.map(|(base, reference, _)| join(base, reference));
        assert_eq!(joined, cases.map(|(_, _, target)| target.to_owned()));
    }

    proptest! {
        #[test]
        fn valid_references_are_resolved_as_by_iri_string(
            base in "http://(a|b:8)(/[a-c.]{0,3}){0,4}([?][a-b/]{0,3})?",
            reference in "(//[a-b])?(/?[a-c.]{1,3}(/[a-c.]{0,3}){0,4})?([?][a-b./]{0,3})?",
        ) {
            let absolute = UriAbsoluteStr::new(&base).unwrap();
            let Ok(relative) = UriReferenceStr::new(&reference) else { return Ok(()) };
            let expected = FixedBaseResolver::new(absolute).resolve(relative).to_string();
            prop_assert_eq!(join(&base, &reference), expected);
        }
    }
}
