use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode};

use super::redact::{REDACTED, Redaction};
use super::substitute::substitute;

/// Characters that stay readable in a report: the unreserved characters of RFC 3986, and reserved
/// ones that are not separators here.
const SHOWN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b':')
    .remove(b'@')
    .remove(b',')
    .remove(b';')
    .remove(b'*')
    .remove(b'!')
    .remove(b'$')
    .remove(b'(')
    .remove(b')');

/// The path and query of a URL in the form for comparison: split first, percent-decoded afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RequestTarget {
    segments: Vec<Vec<u8>>,
    /// Sorted by name; values of the same name keep their order.
    query: Vec<(Vec<u8>, Vec<u8>)>,
}

impl RequestTarget {
    pub(super) fn new(path: &str, query: Option<&str>) -> Self {
        let path = path.strip_prefix('/').unwrap_or(path);
        let segments = path.split('/').map(|part| percent_decode_str(part).collect()).collect();
        let mut query: Vec<_> = query.map(pairs).unwrap_or_default();
        query.sort_by(|(left, _), (right, _)| left.cmp(right));
        Self { segments, query }
    }

    /// Parses an absolute `http` or `https` URL, or one that begins with its path; `None` for any
    /// other.
    pub(super) fn parse(url: &str) -> Option<Self> {
        let url = url.split('#').next().unwrap_or_default();
        let rest = if url.starts_with('/') {
            url
        } else {
            let (scheme, rest) = url.split_once("://")?;
            if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
                return None;
            }
            rest.find(['/', '?']).and_then(|end| rest.get(end..)).unwrap_or_default()
        };
        Some(match rest.split_once('?') {
            Some((path, query)) => Self::new(path, Some(query)),
            None => Self::new(rest, None),
        })
    }

    pub(super) fn same_path(&self, other: &Self) -> bool {
        self.segments == other.segments
    }

    /// Whether the query of a request matches the recorded one.
    pub(super) fn admits_query(&self, observed: &Self, ignored: &[String]) -> bool {
        let counts =
            |(name, _): &&(Vec<u8>, Vec<u8>)| !ignored.iter().any(|skip| skip.as_bytes() == *name);
        let mut recorded = self.query.iter().filter(counts);
        let mut observed = observed.query.iter().filter(counts);
        loop {
            match (recorded.next(), observed.next()) {
                (None, None) => return true,
                (Some((name, value)), Some((other_name, other)))
                    if name == other_name && (value == REDACTED.as_bytes() || value == other) => {}
                _ => return false,
            }
        }
    }

    pub(super) fn substitute(&mut self, from: &str, to: &str) {
        let query = self.query.iter_mut().flat_map(|(name, value)| [name, value]);
        for text in self.segments.iter_mut().chain(query) {
            substitute(text, from, to);
        }
        self.query.sort_by(|(left, _), (right, _)| left.cmp(right));
    }

    /// The target for a report, without the values of secret parameters.
    pub(super) fn shown(&self) -> String {
        let redaction = Redaction::default();
        let mut text = String::new();
        for segment in &self.segments {
            text.push('/');
            text.extend(percent_encode(segment, SHOWN));
        }
        for (index, (name, value)) in self.query.iter().enumerate() {
            text.push(if index == 0 { '?' } else { '&' });
            text.extend(percent_encode(name, SHOWN));
            text.push('=');
            if redaction.hides(&String::from_utf8_lossy(name)) {
                text.push_str(REDACTED);
            } else {
                text.extend(percent_encode(value, SHOWN));
            }
        }
        text
    }
}

impl fmt::Display for RequestTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown())
    }
}

/// The names and values of a query or of `application/x-www-form-urlencoded`.
pub(super) fn pairs(text: &str) -> Vec<(Vec<u8>, Vec<u8>)> {
    let decode = |part: &str| percent_decode_str(&part.replace('+', " ")).collect();
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(left: &str, right: &str) -> bool {
        RequestTarget::parse(left).unwrap() == RequestTarget::parse(right).unwrap()
    }

    #[test]
    fn scheme_host_and_fragment_do_not_count() {
        assert!(same("https://a.example:8443/v1/x?y=1#top", "/v1/x?y=1"));
        assert!(same("HTTP://a.example", "/"));
        assert!(same("http://a.example?y=1", "/?y=1"));
    }

    #[test]
    fn what_is_no_http_url_is_refused() {
        assert_eq!(RequestTarget::parse("data:text/plain,x"), None);
        assert_eq!(RequestTarget::parse("ftp://a.example/"), None);
        assert_eq!(RequestTarget::parse(""), None);
    }

    #[test]
    fn encodings_of_the_same_text_are_the_same() {
        assert!(same("/%61%20b?c=%7E", "/a%20b?c=~"));
        assert!(same("/x?q=a+b", "/x?q=a%20b"));
        assert!(same("/x?a", "/x?a="));
        assert!(same("/x?", "/x"));
    }

    #[test]
    fn an_encoded_separator_separates_nothing() {
        assert!(!same("/a%2Fb", "/a/b"));
        assert!(!same("/a%3Fb=1", "/a?b=1"));
        assert!(!same("/x?a=1%26b=2", "/x?a=1&b=2"));
        assert!(!same("/x?q=a%2Bb", "/x?q=a+b"));
        assert!(!same("/x/", "/x"));
    }

    #[test]
    fn the_order_of_one_name_counts_that_of_several_does_not() {
        assert!(same("/x?a=1&b=2&a=3", "/x?b=2&a=1&a=3"));
        assert!(!same("/x?a=1&a=3", "/x?a=3&a=1"));
    }

    #[test]
    fn a_redacted_value_stands_for_any() {
        let recorded = RequestTarget::new("/x", Some("key=REDACTED&a=1"));
        assert!(recorded.admits_query(&RequestTarget::new("/x", Some("a=1&key=k")), &[]));
        assert!(!recorded.admits_query(&RequestTarget::new("/x", Some("a=1")), &[]));
        let ignored = ["key".to_owned(), "t".to_owned()];
        assert!(recorded.admits_query(&RequestTarget::new("/x", Some("a=1&t=9")), &ignored));
    }

    #[test]
    fn a_report_hides_secret_parameters() {
        let target = RequestTarget::new("/a%2Fb/%E4%BD%A0", Some("token=t&limit=1&name=x%20y"));
        assert_eq!(target.shown(), "/a%2Fb/%E4%BD%A0?limit=1&name=x%20y&token=REDACTED");
    }

    proptest::proptest! {
        #[test]
        fn what_is_shown_is_the_same_target(
            segments: Vec<Vec<u8>>,
            query: Vec<(Vec<u8>, Vec<u8>)>,
        ) {
            let segments = if segments.is_empty() { vec![Vec::new()] } else { segments };
            let mut target = RequestTarget { segments, query };
            target.query.retain(|(name, _)| {
                !Redaction::default().hides(&String::from_utf8_lossy(name))
            });
            target.query.sort_by(|(left, _), (right, _)| left.cmp(right));
            proptest::prop_assert_eq!(RequestTarget::parse(&target.shown()), Some(target));
        }
    }
}
