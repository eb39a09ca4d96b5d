use bytes::Bytes;
use http::{HeaderValue, Method, StatusCode, header};

use super::difference::Difference;
use super::entry::Recorded;
use super::observed_request::ObservedRequest;
use super::report::UnmatchedRequest;
use super::{Progress, Replay};
use crate::body::Body;
use crate::json::Json;
use crate::transport::{Transport, TransportError, TransportFuture};

/// The maximum number of unmatched requests that are remembered.
const UNMATCHED_LIMIT: usize = 1000;
/// The maximum number of recorded requests in a report.
const NEAREST_LIMIT: usize = 20;

impl Transport for Replay {
    fn send(&self, request: http::Request<Body>) -> TransportFuture {
        let replay = self.clone();
        Box::pin(async move { replay.answer(&ObservedRequest::read(request).await?) })
    }
}

impl Replay {
    fn answer(&self, observed: &ObservedRequest) -> Result<http::Response<Body>, TransportError> {
        match self.choose(observed) {
            Ok(Some(recorded)) => Ok(response(recorded, &observed.method)),
            Ok(None) => Err(TransportError::other(
                "the recorded exchange has no answer: it failed when it was recorded",
            )),
            Err(unmatched) => Ok(not_recorded(&unmatched)),
        }
    }

    /// Finds the first unused entry for the request and marks it as used.
    fn choose(&self, observed: &ObservedRequest) -> Result<Option<&Recorded>, UnmatchedRequest> {
        let mut progress = self.progress();
        let mut last = None;
        for (index, entry) in self.entries.iter().enumerate() {
            if self.rules.difference(entry, observed).is_some() {
                continue;
            }
            if let Some(used) = progress.used.get_mut(index).filter(|used| !**used) {
                *used = true;
                return Ok(entry.answer.as_ref());
            }
            last = Some(entry);
        }
        if let Some(entry) = last.filter(|_| self.rules.repeat_last) {
            return Ok(entry.answer.as_ref());
        }
        let unmatched = self.unmatched_request(observed);
        let Progress { unmatched: known, .. } = &mut *progress;
        if known.len() < UNMATCHED_LIMIT {
            known.push(unmatched.clone());
        }
        Err(unmatched)
    }

    fn unmatched_request(&self, observed: &ObservedRequest) -> UnmatchedRequest {
        let candidates = || {
            self.entries.iter().enumerate().map(|(index, entry)| {
                let difference = self.rules.difference(entry, observed).unwrap_or(Difference::Used);
                (index, entry, difference)
            })
        };
        let named = |(index, entry, difference): (usize, &super::Entry, Difference)| {
            (entry.describe(index), difference)
        };
        let mut nearest: Vec<_> = candidates()
            .filter(|(_, _, difference)| *difference != Difference::Path)
            .take(NEAREST_LIMIT)
            .map(named)
            .collect();
        if nearest.is_empty() {
            nearest = candidates().take(NEAREST_LIMIT).map(named).collect();
        }
        UnmatchedRequest {
            method: observed.method.clone(),
            target: observed.target.shown(),
            nearest,
        }
    }
}

fn response(recorded: &Recorded, method: &Method) -> http::Response<Body> {
    // A HEAD response describes a body that is not there.
    let body = if method == Method::HEAD { Bytes::new() } else { recorded.body.clone() };
    let mut response = http::Response::new(Body::from(body));
    *response.status_mut() = recorded.status;
    *response.headers_mut() = recorded.headers.clone();
    response
}

fn not_recorded(unmatched: &UnmatchedRequest) -> http::Response<Body> {
    let recorded: Vec<Json> = unmatched
        .nearest
        .iter()
        .map(|(recorded, difference)| {
            Json::from([
                ("entry", Json::from(recorded.entry)),
                ("request", Json::from(format!("{} {}", recorded.method, recorded.target))),
                ("difference", Json::from(difference.to_string())),
            ])
        })
        .collect();
    let body = Json::from([
        ("error", Json::from("no recorded exchange matches this request")),
        ("request", Json::from(format!("{} {}", unmatched.method, unmatched.target))),
        ("recorded", Json::from(recorded)),
    ]);
    let mut response = http::Response::new(Body::from(body.to_string()));
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
