use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};

use super::difference::Difference;
use super::entry::{Entry, RecordedBody};
use super::observed_request::ObservedRequest;
use super::redact::REDACTED;
use super::request_target::pairs;
use crate::json::Json;

/// The criteria for a match, and whether exchanges repeat.
#[derive(Clone, Debug, Default)]
pub(super) struct Rules {
    pub(super) headers: Vec<HeaderName>,
    pub(super) body: bool,
    pub(super) ignored_query: Vec<String>,
    pub(super) repeat_last: bool,
    pub(super) require_all: bool,
}

impl Rules {
    /// Returns the first difference; `None` if the requests match.
    pub(super) fn difference(
        &self,
        recorded: &Entry,
        observed: &ObservedRequest,
    ) -> Option<Difference> {
        if !recorded.target.same_path(&observed.target) {
            return Some(Difference::Path);
        }
        if recorded.method != observed.method {
            return Some(Difference::Method);
        }
        if !recorded.target.admits_query(&observed.target, &self.ignored_query) {
            return Some(Difference::Query);
        }
        let other = self
            .headers
            .iter()
            .find(|name| !admits_header(&recorded.headers, &observed.headers, name));
        if let Some(name) = other {
            return Some(Difference::Header(name.clone()));
        }
        (self.body && !admits_body(&recorded.body, &observed.body)).then_some(Difference::Body)
    }
}

/// The lines of a repeated header form one list (RFC 9110, section 5.3).
fn admits_header(recorded: &HeaderMap, observed: &HeaderMap, name: &HeaderName) -> bool {
    let joined = |headers: &HeaderMap| {
        let values: Vec<_> = headers.get_all(name).iter().map(HeaderValue::as_bytes).collect();
        (!values.is_empty()).then(|| values.join(&b", "[..]))
    };
    match (joined(recorded), joined(observed)) {
        (None, None) => true,
        (Some(recorded), Some(observed)) => recorded == REDACTED.as_bytes() || recorded == observed,
        _ => false,
    }
}

fn admits_body(recorded: &RecordedBody, observed: &Bytes) -> bool {
    match recorded {
        RecordedBody::Bytes(recorded) => {
            recorded == observed
                || match (Json::parse(recorded), Json::parse(observed)) {
                    (Ok(recorded), Ok(observed)) => admits_json(&recorded, &observed),
                    _ => false,
                }
        }
        RecordedBody::Form(recorded) => {
            let observed = std::str::from_utf8(observed).map(pairs).unwrap_or_default();
            recorded.len() == observed.len()
                && recorded.iter().zip(&observed).all(|((name, value), (other_name, other))| {
                    name == other_name && (value == REDACTED.as_bytes() || value == other)
                })
        }
        RecordedBody::Parts => false,
    }
}

/// The JSON reader bounds the depth, and so the recursion.
fn admits_json(recorded: &Json, observed: &Json) -> bool {
    match (recorded, observed) {
        (Json::String(text), Json::String(_)) if text == REDACTED => true,
        (Json::Array(recorded), Json::Array(observed)) => {
            recorded.len() == observed.len()
                && recorded
                    .iter()
                    .zip(observed)
                    .all(|(recorded, observed)| admits_json(recorded, observed))
        }
        (Json::Object(recorded), Json::Object(observed)) => {
            recorded.len() == observed.len()
                && recorded.iter().all(|(name, recorded)| {
                    observed.get(name).is_some_and(|observed| admits_json(recorded, observed))
                })
        }
        _ => recorded == observed,
    }
}
