//! Status codes in documentation, and their side.

use crate::ir::StatusPattern;

/// A status in documentation: `404 Not Found`, `4XX`, `Any other status`.
pub(crate) fn status_text(status: StatusPattern) -> String {
    match status {
        StatusPattern::Exact(code) => match status.reason() {
            Some(reason) => format!("{code} {reason}"),
            None => code.to_string(),
        },
        StatusPattern::Range(class) => format!("{class}XX"),
        StatusPattern::Default => "Any other status".to_owned(),
    }
}

/// Whether a status is an output rather than an error, by its class.
pub(crate) fn is_success(status: StatusPattern) -> bool {
    matches!(status, StatusPattern::Exact(200..=299) | StatusPattern::Range(2))
}

#[cfg(test)]
mod tests {
    use super::{is_success, status_text};
    use crate::ir::StatusPattern;

    #[test]
    fn statuses_are_called_by_their_reason() {
        assert_eq!(status_text(StatusPattern::Exact(299)), "299");
        assert_eq!(status_text(StatusPattern::Exact(418)), "418 I'm a Teapot");
        assert_eq!(status_text(StatusPattern::Range(4)), "4XX");
    }

    #[test]
    fn only_the_second_class_is_success() {
        assert!(is_success(StatusPattern::Exact(204)));
        assert!(!is_success(StatusPattern::Exact(304)));
        assert!(!is_success(StatusPattern::Default));
    }
}
