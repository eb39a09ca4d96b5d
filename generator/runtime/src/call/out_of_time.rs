//! The failures of calls that run out of time: each says who was too slow, which limit it was, and how
//! long.

use crate::error::{ErrorKind, Fault, TimeLimit};

/// The deadline of the call came while it waited for another attempt.
pub(super) fn ended(limit: TimeLimit) -> Fault {
    let detail = format!("{} of {:?} ended before another attempt", limit.name(), limit.duration());
    Fault::out_of_time(ErrorKind::Timeout, limit, detail)
}

/// The server did not answer before a deadline.
pub(super) fn silent(authority: &str, limit: TimeLimit) -> Fault {
    let detail = format!(
        "{authority} did not answer within {:?}, {}; raise it if the server needs longer",
        limit.duration(),
        limit.name()
    );
    Fault::out_of_time(ErrorKind::Timeout, limit, detail)
}

/// The body of an answer was not complete before a deadline.
pub(super) fn incomplete(
    authority: &str,
    parts: &http::response::Parts,
    limit: TimeLimit,
) -> Fault {
    let detail = format!(
        "{authority} answered {}, but its body was not complete within {:?}, {}; raise it if the \
         server needs longer",
        parts.status.as_u16(),
        limit.duration(),
        limit.name()
    );
    Fault::out_of_time(ErrorKind::Timeout, limit, detail)
}

/// A source of credentials was not ready before a deadline of the call: nothing was sent.
pub(super) fn no_credential(limit: TimeLimit) -> Fault {
    let detail = format!(
        "the source of the credential was not ready within {:?}, {}; nothing was sent",
        limit.duration(),
        limit.name()
    );
    Fault::out_of_time(ErrorKind::Credential, limit, detail)
}

/// Other calls were not complete before a deadline: nothing was sent.
pub(super) fn no_permit(permitted: usize, limit: TimeLimit) -> Fault {
    let detail = format!(
        "the client's {permitted} concurrent calls were not complete within {:?}, {}; nothing was \
         sent",
        limit.duration(),
        limit.name()
    );
    Fault::out_of_time(ErrorKind::Timeout, limit, detail)
}
