use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use har::v1_2;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use serde_json::Value;

use super::error::{ReplayError, ReplayErrorKind};
use super::record::custom;
use super::report::RecordedRequest;
use super::request_target::RequestTarget;
use super::substitute::{substitute, substitute_in_body};
use crate::media;

/// One recorded exchange.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) method: Method,
    pub(super) target: RequestTarget,
    pub(super) headers: HeaderMap,
    pub(super) body: RecordedBody,
    body_is_json: bool,
    /// `None` if the exchange was recorded without a response.
    pub(super) answer: Option<Recorded>,
}

/// The body of a recorded request.
#[derive(Clone, Debug)]
pub(super) enum RecordedBody {
    /// The raw body, or nothing.
    Bytes(Bytes),
    /// The names and values of a form.
    Form(Vec<(Vec<u8>, Vec<u8>)>),
    /// The parts of a multipart body, which cannot be assembled into the original.
    Parts,
}

/// A recorded response.
#[derive(Clone, Debug)]
pub(super) struct Recorded {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Entry {
    /// Reads an element of `log.entries`.
    pub(super) fn read(value: Value) -> Result<Self, ReplayError> {
        let marked = |pointer: &str, name: &str| {
            value.pointer(pointer).and_then(|part| part.get(name)).cloned()
        };
        for (pointer, which) in
            [("/request/postData", "request"), ("/response/content", "response")]
        {
            if marked(pointer, custom::TRUNCATED) == Some(Value::Bool(true)) {
                return Err(refused(format!(
                    "only the beginning of the {which} body was recorded; record it with a \
                     larger body limit"
                )));
            }
        }
        let body_encoding = marked("/request/postData", custom::ENCODING);
        let still_encoded =
            marked("/response/content", custom::STILL_ENCODED) == Some(Value::Bool(true));
        let v1_2::Entries { request, response, .. } = serde_json::from_value(value)
            .map_err(|error| refused(error.to_string()).because(error))?;
        let method = Method::from_bytes(request.method.as_bytes())
            .map_err(|_| refused(format!("{:?} is not a method", request.method)))?;
        let target = RequestTarget::parse(&request.url).ok_or_else(|| {
            refused("the URL is not one of http or https; take the entry out of the file")
        })?;
        let headers = headers(&request.headers)?;
        let media_type = request.post_data.as_ref().map_or("", |data| data.mime_type.as_str());
        let body_is_json = media::is_json(media_type);
        let encoding = body_encoding.as_ref().and_then(Value::as_str);
        let body = request_body(request.post_data, encoding)?;
        let answer = match response.status {
            0 => None,
            _ => Some(Recorded::read(response, &method, still_encoded)?),
        };
        Ok(Self { method, target, headers, body, body_is_json, answer })
    }

    pub(super) fn describe(&self, index: usize) -> RecordedRequest {
        RecordedRequest { entry: index, method: self.method.clone(), target: self.target.shown() }
    }

    pub(super) fn substitute(&mut self, from: &str, to: &str) {
        self.target.substitute(from, to);
        match &mut self.body {
            RecordedBody::Bytes(body) => replace(body, self.body_is_json, from, to),
            RecordedBody::Form(pairs) => {
                for text in pairs.iter_mut().flat_map(|(name, value)| [name, value]) {
                    substitute(text, from, to);
                }
            }
            RecordedBody::Parts => {}
        }
        if let Some(Recorded { headers, body, .. }) = &mut self.answer {
            let content_type = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
            replace(body, content_type.is_some_and(media::is_json), from, to);
        }
    }
}

fn replace(body: &mut Bytes, json: bool, from: &str, to: &str) {
    let mut bytes = body.to_vec();
    substitute_in_body(&mut bytes, json, from, to);
    *body = bytes.into();
}

fn request_body(
    data: Option<v1_2::PostData>,
    encoding: Option<&str>,
) -> Result<RecordedBody, ReplayError> {
    let Some(v1_2::PostData { mime_type, text, params, .. }) = data else {
        return Ok(RecordedBody::Bytes(Bytes::new()));
    };
    // Browsers record a form both as text and as parameters; the text is exact.
    let text = text.filter(|text| !text.is_empty());
    let params = params.unwrap_or_default();
    let form = media::essence(&mime_type).eq_ignore_ascii_case("application/x-www-form-urlencoded");
    Ok(match text {
        Some(text) if encoding.is_none() && form => {
            RecordedBody::Form(super::request_target::pairs(&text))
        }
        Some(text) => RecordedBody::Bytes(decode(text, encoding, "request")?),
        None if params.is_empty() => RecordedBody::Bytes(Bytes::new()),
        None if form => {
            let pair = |param: v1_2::Params| {
                (param.name.into_bytes(), param.value.unwrap_or_default().into_bytes())
            };
            RecordedBody::Form(params.into_iter().map(pair).collect())
        }
        None => RecordedBody::Parts,
    })
}

impl Recorded {
    fn read(
        response: v1_2::Response,
        method: &Method,
        still_encoded: bool,
    ) -> Result<Self, ReplayError> {
        let status = u16::try_from(response.status)
            .ok()
            .and_then(|status| StatusCode::from_u16(status).ok())
            .filter(|status| !status.is_informational())
            .ok_or_else(|| {
                refused(format!("{} is not the status of an answer", response.status))
            })?;
        let content = response.content;
        if content.text.is_none() && content.size > 0 && method != Method::HEAD {
            return Err(refused(format!(
                "the response body of {} bytes is not in the file; record it with its content",
                content.size
            )));
        }
        let body =
            decode(content.text.unwrap_or_default(), content.encoding.as_deref(), "response")?;
        let mut headers = headers(&response.headers)?;
        // The text is the decoded content, unless the recorder says otherwise.
        if !still_encoded {
            headers.remove(header::CONTENT_ENCODING);
        }
        // The response to HEAD has the length of the body that GET would return.
        if method != Method::HEAD {
            headers.remove(header::CONTENT_LENGTH);
        }
        let known = content.mime_type.filter(|kind| !kind.is_empty() && kind != "x-unknown");
        if let Some(kind) = known.filter(|_| !body.is_empty())
            && !headers.contains_key(header::CONTENT_TYPE)
        {
            headers.insert(header::CONTENT_TYPE, header_value(&kind)?);
        }
        Ok(Self { status, headers, body })
    }
}

fn decode(text: String, encoding: Option<&str>, which: &str) -> Result<Bytes, ReplayError> {
    match encoding {
        None | Some("") => Ok(text.into()),
        Some("base64") => {
            let packed: Vec<u8> =
                text.into_bytes().into_iter().filter(|byte| !byte.is_ascii_whitespace()).collect();
            STANDARD.decode(packed).map(Bytes::from).map_err(|error| {
                refused(format!("the {which} body is not base64: {error}")).because(error)
            })
        }
        Some(other) => Err(refused(format!(
            "the encoding {other:?} of the {which} body is unknown; it can be \"base64\""
        ))),
    }
}

/// Headers that describe the connection, not the message (RFC 9110, section 7.6.1).
const CONNECTION: &[HeaderName] =
    &[header::CONNECTION, header::TRANSFER_ENCODING, header::TRAILER, header::UPGRADE, header::TE];

fn headers(recorded: &[v1_2::Headers]) -> Result<HeaderMap, ReplayError> {
    let mut headers = HeaderMap::new();
    for v1_2::Headers { name, value, .. } in recorded {
        // Browsers list the pseudo-headers of HTTP/2 among the headers.
        if name.starts_with(':') || name.eq_ignore_ascii_case("keep-alive") {
            continue;
        }
        let name = HeaderName::from_bytes(name.as_bytes())
            .map_err(|_| refused(format!("{name:?} is not the name of a header")))?;
        if CONNECTION.contains(&name) {
            continue;
        }
        // Browsers join the lines of a repeated header with line breaks.
        for line in value.split('\n') {
            headers
                .try_append(name.clone(), header_value(line)?)
                .map_err(|_| refused("there are too many headers"))?;
        }
    }
    Ok(headers)
}

fn header_value(text: &str) -> Result<HeaderValue, ReplayError> {
    HeaderValue::from_bytes(text.trim().as_bytes())
        .map_err(|_| refused("the value of a header holds a control character"))
}

fn refused(detail: impl Into<String>) -> ReplayError {
    ReplayError::new(ReplayErrorKind::Entry, detail)
}
