use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use har::v1_2;
use http::{HeaderMap, HeaderValue, Version, header};
use std::time::SystemTime;

use super::custom;
use super::prefix::Prefix;
use super::recorder::{ExchangeState, Log, Recording};
use crate::clock::utc::Utc;
use crate::json::Json;
use crate::media;
use crate::replay::error::{ReplayError, ReplayErrorKind};
use crate::replay::redact::{REDACTED, Redaction};
use crate::replay::request_target::pairs;

/// Serializes the log as a HAR 1.2 file.
pub(super) fn har_text(log: &Log, redaction: &Redaction) -> Result<String, ReplayError> {
    let entries: Vec<Written> =
        log.exchanges.iter().map(|recording| entry(recording, redaction)).collect();
    let mut marks = Vec::new();
    let mut document = v1_2::Log {
        creator: v1_2::Creator {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            comment: None,
        },
        comment: (log.unrecorded > 0)
            .then(|| format!("{} further exchanges were not recorded.", log.unrecorded)),
        ..v1_2::Log::default()
    };
    for written in entries {
        document.entries.push(written.entry);
        marks.push(written.marks);
    }
    let encoded = har::Har { log: har::Spec::V1_2(document) };
    let text = har::to_json(&encoded).map_err(failed)?;
    if marks.iter().all(Vec::is_empty) {
        return Ok(text);
    }
    mark(&text, &marks)
}

fn failed(error: impl std::error::Error + Send + Sync + 'static) -> ReplayError {
    ReplayError::new(ReplayErrorKind::Har, format!("cannot be encoded: {error}")).because(error)
}

/// Adds the fields that the types of HAR 1.2 lack.
fn mark(text: &str, marks: &[Vec<Mark>]) -> Result<String, ReplayError> {
    let mut document = Json::parse(text.as_bytes()).map_err(failed)?;
    let entries = member(&mut document, "log").and_then(|log| member(log, "entries"));
    if let Some(Json::Array(entries)) = entries {
        for (entry, marks) in entries.iter_mut().zip(marks) {
            for Mark { side: (outer, inner), name, value } in marks {
                let part = member(entry, outer).and_then(|message| member(message, inner));
                if let Some(Json::Object(members)) = part {
                    members.insert(*name, value.clone());
                }
            }
        }
    }
    serde_json::to_string_pretty(&document).map_err(failed)
}

fn member<'a>(value: &'a mut Json, name: &str) -> Option<&'a mut Json> {
    match value {
        Json::Object(members) => members.get_mut(name),
        _ => None,
    }
}

/// A custom field and its location.
struct Mark {
    side: (&'static str, &'static str),
    name: &'static str,
    value: Json,
}

struct Written {
    entry: v1_2::Entries,
    marks: Vec<Mark>,
}

const POST_DATA: (&str, &str) = ("request", "postData");
const CONTENT: (&str, &str) = ("response", "content");

/// RFC 3339 in UTC, to the millisecond.
fn date_time(moment: SystemTime) -> String {
    let Utc { year, month, day, hour, minute, second, nanosecond } = moment.into();
    let millisecond = nanosecond / 1_000_000;
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millisecond:03}Z")
}

fn entry(recording: &Recording, redaction: &Redaction) -> Written {
    let mut marks = Vec::new();
    let Recording { started, answered, ended, secret_names, .. } = recording;
    let redaction = &redaction.with(&secret_names.0);
    let between = |from: Option<SystemTime>, to: Option<SystemTime>| match (from, to) {
        (Some(from), Some(to)) => {
            to.duration_since(from).unwrap_or_default().as_secs_f64() * 1000.0
        }
        _ => 0.0,
    };
    let wait = between(Some(*started), answered.or(*ended));
    let receive = between(*answered, *ended);
    let entry = v1_2::Entries {
        started_date_time: date_time(*started),
        time: wait + receive,
        request: request(recording, redaction, &mut marks),
        response: response(&recording.state, redaction, &mut marks),
        timings: v1_2::Timings { wait, receive, ..v1_2::Timings::default() },
        comment: match &recording.state {
            ExchangeState::Failed(why) => Some(format!("No answer came: {why}")),
            ExchangeState::Pending => Some("No answer had come when this was written.".to_owned()),
            ExchangeState::Answered { .. } if ended.is_none() => {
                Some("The response body was not read to its end.".to_owned())
            }
            ExchangeState::Answered { .. } => None,
        },
        ..v1_2::Entries::default()
    };
    if matches!(recording.state, ExchangeState::Answered { .. }) && ended.is_none() {
        marks.push(Mark { side: CONTENT, name: custom::TRUNCATED, value: true.into() });
    }
    Written { entry, marks }
}

fn request(recording: &Recording, redaction: &Redaction, marks: &mut Vec<Mark>) -> v1_2::Request {
    let Recording { method, uri, version, headers: sent, body, .. } = recording;
    let url = redaction.url(&uri.to_string());
    let query = url.split_once('?').map_or("", |(_, query)| query);
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let query_string = pairs(query)
        .into_iter()
        .map(|(name, value)| v1_2::QueryString {
            name: text(name),
            value: text(value),
            comment: None,
        })
        .collect();
    let content_type = content_type(sent);
    let post_data = (body.total > 0).then(|| {
        let Text { text, encoded } = body_text(body, &content_type, redaction);
        if encoded {
            marks.push(Mark { side: POST_DATA, name: custom::ENCODING, value: "base64".into() });
        }
        if body.is_truncated() {
            marks.push(Mark { side: POST_DATA, name: custom::TRUNCATED, value: true.into() });
        }
        v1_2::PostData {
            mime_type: content_type,
            text: Some(text),
            params: None,
            comment: cut(body),
        }
    });
    v1_2::Request {
        method: method.to_string(),
        url,
        http_version: http_version(*version),
        headers: headers(sent, redaction),
        query_string,
        post_data,
        headers_size: -1,
        body_size: i64::try_from(body.total).unwrap_or(-1),
        ..v1_2::Request::default()
    }
}

fn response(state: &ExchangeState, redaction: &Redaction, marks: &mut Vec<Mark>) -> v1_2::Response {
    let ExchangeState::Answered { status, version, headers: received, body } = state else {
        // Browsers write this if there was no response.
        return v1_2::Response {
            redirect_url: Some(String::new()),
            content: v1_2::Content {
                mime_type: Some("x-unknown".to_owned()),
                ..v1_2::Content::default()
            },
            headers_size: -1,
            body_size: -1,
            ..v1_2::Response::default()
        };
    };
    let content_type = content_type(received);
    let Text { text, encoded } = body_text(body, &content_type, redaction);
    if body.is_truncated() {
        marks.push(Mark { side: CONTENT, name: custom::TRUNCATED, value: true.into() });
    }
    if received.contains_key(header::CONTENT_ENCODING) {
        marks.push(Mark { side: CONTENT, name: custom::STILL_ENCODED, value: true.into() });
    }
    let size = i64::try_from(body.total).unwrap_or(-1);
    let location = received.get(header::LOCATION).and_then(|value| value.to_str().ok());
    v1_2::Response {
        status: i64::from(status.as_u16()),
        status_text: status.canonical_reason().unwrap_or_default().to_owned(),
        http_version: http_version(*version),
        headers: headers(received, redaction),
        content: v1_2::Content {
            size,
            mime_type: Some(content_type),
            text: Some(text),
            encoding: encoded.then(|| "base64".to_owned()),
            comment: cut(body),
            ..v1_2::Content::default()
        },
        redirect_url: Some(location.map(|url| redaction.url(url)).unwrap_or_default()),
        headers_size: -1,
        body_size: size,
        ..v1_2::Response::default()
    }
}

fn cut(body: &Prefix) -> Option<String> {
    body.is_truncated().then(|| {
        format!("Only the first {} of {} bytes were recorded.", body.bytes.len(), body.total)
    })
}

fn http_version(version: Version) -> String {
    match version {
        Version::HTTP_09 => "HTTP/0.9",
        Version::HTTP_10 => "HTTP/1.0",
        Version::HTTP_2 => "HTTP/2.0",
        Version::HTTP_3 => "HTTP/3.0",
        _ => "HTTP/1.1",
    }
    .to_owned()
}

/// The MIME type, or `x-unknown`, as browsers write it, if there is none.
fn content_type(headers: &HeaderMap) -> String {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    value.unwrap_or("x-unknown").to_owned()
}

fn headers(headers: &HeaderMap, redaction: &Redaction) -> Vec<v1_2::Headers> {
    let shown = |name: &str, value: &HeaderValue| {
        if value.is_sensitive() || redaction.hides(name) {
            return REDACTED.to_owned();
        }
        let text = String::from_utf8_lossy(value.as_bytes());
        match name {
            "location" | "content-location" | "referer" => redaction.url(&text),
            _ => text.into_owned(),
        }
    };
    headers
        .iter()
        .map(|(name, value)| v1_2::Headers {
            name: name.to_string(),
            value: shown(name.as_str(), value),
            comment: None,
        })
        .collect()
}

/// A body as text, or as base64.
struct Text {
    text: String,
    encoded: bool,
}

fn body_text(body: &Prefix, content_type: &str, redaction: &Redaction) -> Text {
    if let Some(text) = redaction.json(&body.bytes) {
        return Text { text, encoded: false };
    }
    let form = "application/x-www-form-urlencoded";
    match std::str::from_utf8(&body.bytes) {
        Ok(text) if media::essence(content_type).eq_ignore_ascii_case(form) => {
            Text { text: redaction.query(text), encoded: false }
        }
        // In truncated JSON, the position of secrets is unknown.
        Ok(_) if body.is_truncated() && media::is_json(content_type) => {
            Text { text: String::new(), encoded: false }
        }
        Ok(text) => Text { text: text.to_owned(), encoded: false },
        Err(_) => Text { text: STANDARD.encode(&body.bytes), encoded: true },
    }
}
