//! Variant names of bodies with several media types.

use super::{Candidate, Case, Ident, NameRequest, Scope, spelling};
use crate::document::NodeId;
use crate::ir::{Essence, EventType, MediaType, StatusPattern};
use crate::problem::Problems;

/// The enum has no other variants.
const VARIANTS: Scope = Scope { reserved: &[], suffix: "", remedy: Scope::RENAME };

/// A variant per media type of a request body, in order.
pub(crate) fn body_variants<'m>(
    content: impl IntoIterator<Item = &'m MediaType>,
    problems: &Problems,
) -> Vec<Ident> {
    let requests: Vec<NameRequest<'_>> = content
        .into_iter()
        .map(|media| NameRequest {
            node: media.origin,
            candidates: vec![
                Candidate::plain(Case::Pascal, media_word(&media.name)),
                Candidate::plain(Case::Pascal, spelling::ascii(Essence::of(&media.name).as_str())),
                Candidate::plain(Case::Pascal, spelling::ascii(&media.name)),
            ],
            rank: NameRequest::NAMED,
        })
        .collect();
    VARIANTS.settle(&requests, problems)
}

/// The variant of an undocumented event.
pub(crate) const UNKNOWN_EVENT: &str = "Unknown";

/// The enum has a variant for undocumented events.
const EVENT_VARIANTS: Scope =
    Scope { reserved: &[UNKNOWN_EVENT], suffix: "Event", remedy: Scope::RENAME };

/// A variant per type of event, in order.
pub(crate) fn event_variants<'e>(
    events: impl IntoIterator<Item = &'e EventType>,
    problems: &Problems,
) -> Vec<Ident> {
    let requests: Vec<NameRequest<'_>> = events
        .into_iter()
        .map(|event| {
            let names = event.names.iter().map(String::as_str);
            let words = names.chain(event.docs.title.as_deref()).chain(["Other"]);
            NameRequest {
                node: event.origin,
                candidates: words.map(|word| Candidate::plain(Case::Pascal, word)).collect(),
                rank: NameRequest::NAMED,
            }
        })
        .collect();
    EVENT_VARIANTS.settle(&requests, problems)
}

/// The methods that take one variant out of an output, per body: the media type, or the status if there are several.
pub(crate) fn into_methods(bodies: &[ResponseBody<'_>]) -> Vec<Ident> {
    let is_one_status =
        bodies.iter().all(|body| Some(body.status) == bodies.first().map(|first| first.status));
    let requests: Vec<NameRequest<'_>> = bodies
        .iter()
        .map(|body| {
            let status = Ident::pascal(&status_word(body.status)).to_case(Case::Snake);
            let media = media_word(body.media);
            let of_status = bodies.iter().filter(|other| other.status == body.status);
            let word = match of_status.count() {
                _ if is_one_status => media,
                1 => status.as_str().to_owned(),
                _ => format!("{} {media}", status.as_str()),
            };
            let essence = format!("{} {}", status.as_str(), Essence::of(body.media).as_str());
            NameRequest {
                node: body.origin,
                candidates: vec![
                    Candidate::plain(Case::Snake, format!("into {word}")),
                    Candidate::plain(Case::Snake, format!("into {essence}")),
                ],
                rank: NameRequest::NAMED,
            }
        })
        .collect();
    VARIANTS.settle_unreported(&requests).0
}

/// A response body with a variant in the output or the error.
pub(crate) struct ResponseBody<'a> {
    /// The response's node.
    pub(crate) origin: NodeId,
    pub(crate) status: StatusPattern,
    /// The name of its media type; empty for no body.
    pub(crate) media: &'a str,
}

/// A variant per body, in order: the status, and the media type if the status has several.
pub(crate) fn response_variants(bodies: &[ResponseBody<'_>], problems: &Problems) -> Vec<Ident> {
    let requests: Vec<NameRequest<'_>> = bodies
        .iter()
        .map(|body| {
            let status = status_word(body.status);
            let of_status = bodies.iter().filter(|other| other.status == body.status);
            let candidates = if of_status.count() == 1 {
                vec![Candidate::plain(Case::Pascal, status)]
            } else {
                let word = format!("{status} {}", media_word(body.media));
                let essence =
                    format!("{status} {}", spelling::ascii(Essence::of(body.media).as_str()));
                vec![Candidate::plain(Case::Pascal, word), Candidate::plain(Case::Pascal, essence)]
            };
            NameRequest { node: body.origin, candidates, rank: NameRequest::NAMED }
        })
        .collect();
    VARIANTS.settle(&requests, problems)
}

/// The variant of a status: its reason phrase (RFC 9110, section 15).
fn status_word(status: StatusPattern) -> String {
    match status {
        StatusPattern::Exact(code) => match status.reason() {
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

/// The last word of a media type: `json`, `csv`, `octet-stream`.
fn media_word(name: &str) -> String {
    let essence = Essence::of(name);
    match essence.subtype() {
        "*" | "" => "any".to_owned(),
        "x-www-form-urlencoded" => "form".to_owned(),
        "form-data" => "multipart".to_owned(),
        "octet-stream" => "bytes".to_owned(),
        "event-stream" => "events".to_owned(),
        "plain" => "text".to_owned(),
        subtype => spelling::ascii(subtype),
    }
}

#[cfg(test)]
mod tests {
    use super::{media_word, status_word};
    use crate::ir::StatusPattern;

    #[test]
    fn statuses_are_called_by_their_reason() {
        assert_eq!(status_word(StatusPattern::Exact(404)), "NotFound");
        assert_eq!(status_word(StatusPattern::Exact(299)), "Status299");
        assert_eq!(status_word(StatusPattern::Range(5)), "ServerError");
    }

    #[test]
    fn media_types_are_called_by_their_subtype() {
        let names = ["application/json", "*/*", "application/octet-stream; a=b", "text/Plain"];
        assert_eq!(names.map(media_word), ["json", "any", "bytes", "text"]);
    }
}
