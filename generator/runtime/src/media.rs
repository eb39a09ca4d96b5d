//! Media types and ranges (RFC 9110, section 8.3).

/// `type/subtype` without parameters, trimmed.
pub(crate) fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// The parameters, each `name=value` as written; a semicolon within quotes is not a separator (RFC
/// 9110, section 5.6.6).
pub(crate) fn parameters(media_type: &str) -> impl Iterator<Item = &str> {
    let mut rest = media_type.split_once(';').map(|(_, rest)| rest);
    std::iter::from_fn(move || {
        let text = rest?;
        let (mut quoted, mut escaped) = (false, false);
        let end = text.find(|character| {
            match character {
                _ if std::mem::take(&mut escaped) => {}
                '\\' if quoted => escaped = true,
                '"' => quoted = !quoted,
                ';' if !quoted => return true,
                _ => {}
            }
            false
        });
        let (parameter, after) = text.split_at(end.unwrap_or(text.len()));
        rest = after.strip_prefix(';');
        Some(parameter.trim())
    })
    .filter(|parameter| !parameter.is_empty())
}

/// The unquoted value of a parameter.
pub(crate) fn parameter<'a>(media_type: &'a str, name: &str) -> Option<&'a str> {
    parameters(media_type).find_map(|part| {
        let (key, value) = part.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"'))
    })
}

/// Whether it is `application/json` or has the suffix `+json` (RFC 6839).
pub(crate) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type).to_ascii_lowercase();
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
}

/// Whether it is a JSON sequence (RFC 7464, RFC 8091).
pub(crate) fn is_sequence(media_type: &str) -> bool {
    let essence = essence(media_type).to_ascii_lowercase();
    essence.ends_with("/json-seq") || essence.ends_with("+json-seq")
}

/// How closely a declared media type or range matches a received one: higher is better, `None` if
/// it does not match.
pub(crate) fn fit(declared: &str, received: &str) -> Option<Fit> {
    let (wanted, actual) = (essence(declared), essence(received));
    if wanted.eq_ignore_ascii_case(actual) {
        // `…; version=2` next to `…; version=1`: the parameters decide.
        let parameters_agree = parameters(declared).all(|part| {
            part.split_once('=').is_none_or(|(name, value)| {
                let value = value.trim().trim_matches('"');
                parameter(received, name.trim())
                    .is_some_and(|actual| actual.eq_ignore_ascii_case(value))
            })
        });
        return Some(if parameters_agree { Fit::Exact } else { Fit::Essence });
    }
    if is_json(wanted) && is_json(actual) {
        return Some(Fit::Suffix);
    }
    match wanted.split_once('/') {
        Some(("*", "*")) => Some(Fit::Anything),
        Some((kind, "*")) => {
            let actual = actual.split('/').next().unwrap_or_default();
            kind.eq_ignore_ascii_case(actual).then_some(Fit::Range)
        }
        _ => (wanted == "*").then_some(Fit::Anything),
    }
}

/// The degree to which two media types match, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// `*/*`
    Anything,
    /// `image/*`
    Range,
    /// Both are JSON.
    Suffix,
    /// The same type with different parameters.
    Essence,
    /// The same type, with all declared parameters.
    Exact,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_fit_is_the_most_specific() {
        let rows = [
            ("application/json", "application/json", Some(Fit::Exact)),
            ("application/json", "Application/JSON; charset=utf-8", Some(Fit::Exact)),
            ("a/b; version=2", "a/b;version=\"2\"", Some(Fit::Exact)),
            ("a/b; version=2", "a/b; version=1", Some(Fit::Essence)),
            ("application/json", "application/problem+json", Some(Fit::Suffix)),
            ("application/hal+json", "application/json", Some(Fit::Suffix)),
            ("image/*", "IMAGE/png", Some(Fit::Range)),
            ("*/*", "text/html", Some(Fit::Anything)),
            ("image/*", "text/html", None),
            ("application/json", "text/html", None),
        ];
        for (declared, received, expected) in rows {
            assert_eq!(fit(declared, received), expected, "{declared} {received}");
        }
    }

    #[test]
    fn parameters_are_found_whatever_their_case() {
        assert_eq!(parameter("a/b; Boundary=\"x y\"; c=d", "boundary"), Some("x y"));
        assert_eq!(parameter("a/b", "c"), None);
        assert_eq!(parameter("a/b; x=\"1;y=2\\\";\"; y=3;; ", "y"), Some("3"));
        assert_eq!(parameter("a/b; x=\"open; y=3", "y"), None);
    }
}
