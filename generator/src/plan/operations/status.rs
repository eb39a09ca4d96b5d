//! Words for statuses.

use crate::ir::StatusPattern;

/// The name of the variant that stands for a status: its reason phrase (RFC 9110, section 15).
pub(crate) fn status_word(status: StatusPattern) -> String {
    match status {
        StatusPattern::Exact(code) => match reason(code) {
            Some(reason) => reason.replace([' ', '-', '\''], ""),
            None => format!("Status{code}"),
        },
        StatusPattern::Range(1) => "Informational".to_owned(),
        StatusPattern::Range(2) => "Success".to_owned(),
        StatusPattern::Range(3) => "Redirection".to_owned(),
        StatusPattern::Range(4) => "ClientError".to_owned(),
        StatusPattern::Range(5) => "ServerError".to_owned(),
        StatusPattern::Range(class) => format!("Status{class}xx"),
        StatusPattern::Default => "Otherwise".to_owned(),
    }
}

/// How the documentation calls a status: `404 Not Found`, `4XX`, `other statuses`.
pub(crate) fn status_text(status: StatusPattern) -> String {
    match status {
        StatusPattern::Exact(code) => match reason(code) {
            Some(reason) => format!("{code} {reason}"),
            None => code.to_string(),
        },
        StatusPattern::Range(class) => format!("{class}XX"),
        StatusPattern::Default => "Any other status".to_owned(),
    }
}

/// Whether a response of this status is an output rather than an error, as far as the status tells.
pub(crate) fn is_success(status: StatusPattern) -> bool {
    matches!(status, StatusPattern::Exact(200..=299) | StatusPattern::Range(2))
}

fn reason(code: u16) -> Option<&'static str> {
    Some(match code {
        100 => "Continue",
        101 => "Switching Protocols",
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        203 => "Non-Authoritative Information",
        204 => "No Content",
        205 => "Reset Content",
        206 => "Partial Content",
        207 => "Multi-Status",
        300 => "Multiple Choices",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        407 => "Proxy Authentication Required",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        414 => "URI Too Long",
        415 => "Unsupported Media Type",
        416 => "Range Not Satisfiable",
        417 => "Expectation Failed",
        418 => "I'm a Teapot",
        421 => "Misdirected Request",
        422 => "Unprocessable Content",
        423 => "Locked",
        424 => "Failed Dependency",
        425 => "Too Early",
        426 => "Upgrade Required",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "HTTP Version Not Supported",
        507 => "Insufficient Storage",
        508 => "Loop Detected",
        511 => "Network Authentication Required",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{is_success, status_text, status_word};
    use crate::ir::StatusPattern;

    #[test]
    fn statuses_are_called_by_their_reason() {
        assert_eq!(status_word(StatusPattern::Exact(404)), "NotFound");
        assert_eq!(status_word(StatusPattern::Exact(299)), "Status299");
        assert_eq!(status_word(StatusPattern::Range(5)), "ServerError");
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
