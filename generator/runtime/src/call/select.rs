use http::StatusCode;

use crate::describe::{Media, MediaKind, Operation, Response, StatusPattern};
use crate::media::{Fit, fit};

/// The side of a response: the operation's output or its error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Success,
    Failure,
}

/// Finds the described response for a status: an exact status before a range, a range before
/// `default` (Responses Object).
///
/// `default` among the outputs applies to statuses below 400, `default` among the errors to those
/// from 300: it never turns a failure into an output.
pub(super) fn response(
    operation: &Operation,
    status: StatusCode,
) -> Option<(Role, &'static Response)> {
    let code = status.as_u16();
    let find = |wanted: StatusPattern| {
        let among = |responses: &'static [Response]| {
            responses.iter().find(|response| response.status == wanted)
        };
        let output = among(operation.success).map(|found| (Role::Success, found));
        let error = among(operation.failure).map(|found| (Role::Failure, found));
        (output, error)
    };
    let class = u8::try_from(code / 100).unwrap_or_default();
    for wanted in [StatusPattern::Exact(code), StatusPattern::Range(class)] {
        let (output, error) = find(wanted);
        if let Some(found) = output.or(error) {
            return Some(found);
        }
    }
    let (output, error) = find(StatusPattern::Otherwise);
    match code {
        ..300 => output,
        300..400 => output.or(error),
        400.. => error,
    }
}

/// The declared media type with which a body is decoded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Chosen {
    /// None is declared.
    Undeclared,
    /// This one, because the content type matches, is absent, or differs from the only declared
    /// one, or only files are declared: servers often send another type than documented.
    Media(&'static Media),
    /// None of several matches.
    None,
}

pub(super) fn media(response: &Response, content_type: Option<&str>) -> Chosen {
    let Some(first) = response.media.first() else { return Chosen::Undeclared };
    let Some(content_type) = content_type.filter(|name| !name.trim().is_empty()) else {
        return Chosen::Media(first);
    };
    let mut best: Option<(Fit, &'static Media)> = None;
    for media in response.media {
        if let Some(fit) = fit(media.name, content_type)
            && best.is_none_or(|(known, _)| fit > known)
        {
            best = Some((fit, media));
        }
    }
    match best {
        Some((_, media)) => Chosen::Media(media),
        // An event stream is never assumed (HTML standard, "server-sent events"): any other body
        // would look like a stream without events.
        None if response.media.len() == 1 && first.kind != MediaKind::Events => {
            Chosen::Media(first)
        }
        // A file is a file, whatever its type.
        None if response.media.iter().all(|media| is_raw(media.kind)) => Chosen::Media(first),
        None => Chosen::None,
    }
}

fn is_raw(kind: MediaKind) -> bool {
    matches!(kind, MediaKind::Bytes | MediaKind::Stream)
}
