//! One recorded exchange, read once so that answering cannot fail.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use har::{Spec, v1_2};
use http::header::{CONNECTION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};

use super::ReplayError;
use crate::Json;
use crate::body::Body;

pub(super) struct Entry {
    pub(super) request: RecordedRequest,
    pub(super) response: RecordedResponse,
}

pub(super) struct RecordedRequest {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Option<Bytes>,
}

pub(super) struct RecordedResponse {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

/// Reads all entries of a HAR 1.2 text.
pub(super) fn read(har: &str) -> Result<Vec<Entry>, ReplayError> {
    let har =
        har::from_str(har).map_err(|error| ReplayError::new("this is no HAR 1.2").source(error))?;
    let log = match har.log {
        Spec::V1_2(log) => log,
        Spec::V1_3(_) => return Err(ReplayError::new("this is HAR 1.3; only 1.2 is read")),
    };
    let entries = log.entries.iter().enumerate();
    entries
        .map(|(index, entry)| {
            let place = format!("log.entries[{index}]");
            Ok(Entry {
                request: request(&entry.request).map_err(|error| error.within(&place))?,
                response: response(&entry.response).map_err(|error| error.within(&place))?,
            })
        })
        .collect()
}

fn request(recorded: &v1_2::Request) -> Result<RecordedRequest, ReplayError> {
    let method = Method::from_bytes(recorded.method.as_bytes())
        .map_err(|error| ReplayError::new("request.method is no HTTP method").source(error))?;
    let uri = recorded.url.parse().map_err(|error: http::uri::InvalidUri| {
        ReplayError::new("request.url is no URL").source(error)
    })?;
    let text = recorded.post_data.as_ref().and_then(|data| data.text.as_deref());
    Ok(RecordedRequest {
        method,
        uri,
        headers: headers(&recorded.headers)?,
        body: text.map(|text| Bytes::copy_from_slice(text.as_bytes())),
    })
}

fn response(recorded: &v1_2::Response) -> Result<RecordedResponse, ReplayError> {
    let status =
        u16::try_from(recorded.status).ok().and_then(|code| StatusCode::from_u16(code).ok());
    let status = status.ok_or_else(|| ReplayError::new("response.status is no HTTP status"))?;
    let mut headers = headers(&recorded.headers)?;
    // A recorded body is decoded and whole; how it was framed is over.
    for name in [CONTENT_LENGTH, TRANSFER_ENCODING, CONTENT_ENCODING, CONNECTION] {
        headers.remove(name);
    }
    let content = &recorded.content;
    if let Some(media_type) = content.mime_type.as_deref().filter(|name| !name.is_empty())
        && !headers.contains_key(CONTENT_TYPE)
        && let Ok(value) = HeaderValue::from_str(media_type)
    {
        headers.insert(CONTENT_TYPE, value);
    }
    let text = content.text.as_deref().unwrap_or_default();
    let body = match content.encoding.as_deref() {
        None | Some("") => Bytes::copy_from_slice(text.as_bytes()),
        Some("base64") => STANDARD.decode(text).map(Bytes::from).map_err(|error| {
            ReplayError::new("response.content.text is no Base64").source(error)
        })?,
        Some(other) => {
            return Err(ReplayError::new(format!(
                "response.content.encoding is {other:?}; only base64 is known"
            )));
        }
    };
    Ok(RecordedResponse { status, headers, body })
}

fn headers(recorded: &[v1_2::Headers]) -> Result<HeaderMap, ReplayError> {
    let mut headers = HeaderMap::new();
    for v1_2::Headers { name, value, .. } in recorded {
        // Browsers record the pseudo headers of HTTP/2 as well.
        if name.starts_with(':') {
            continue;
        }
        let invalid = || ReplayError::new(format!("the header {name:?} is not valid"));
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| invalid())?;
        let value = HeaderValue::from_str(value).map_err(|_| invalid())?;
        headers.append(name, value);
    }
    Ok(headers)
}

impl RecordedRequest {
    pub(super) fn line(&self) -> String {
        line(&self.method, &self.uri)
    }

    pub(super) fn matches(&self, request: &http::Request<Bytes>, headers: &[HeaderName]) -> bool {
        self.method == *request.method()
            && self.uri.path() == request.uri().path()
            && pairs(&self.uri) == pairs(request.uri())
            && headers.iter().all(|name| {
                let recorded = self.headers.get_all(name).iter();
                recorded.eq(request.headers().get_all(name).iter())
            })
            && self.body.as_ref().is_none_or(|recorded| same(recorded, request.body()))
    }
}

/// The pairs of the query as they are written, in a fixed order.
fn pairs(uri: &Uri) -> Vec<&str> {
    let mut pairs: Vec<&str> =
        uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()).collect();
    pairs.sort_unstable();
    pairs
}

fn same(recorded: &[u8], sent: &[u8]) -> bool {
    recorded == sent
        || match (Json::parse(recorded), Json::parse(sent)) {
            (Ok(recorded), Ok(sent)) => recorded == sent,
            _ => false,
        }
}

/// A request as people write it. The query may hold a key only if the
/// recording does.
pub(super) fn line(method: &Method, uri: &Uri) -> String {
    let target = uri.path_and_query().map_or("/", |target| target.as_str());
    format!("{method} {target}")
}

impl RecordedResponse {
    pub(super) fn give(&self) -> http::Response<Body> {
        let mut response = http::Response::new(Body::from(self.body.clone()));
        *response.status_mut() = self.status;
        response.headers_mut().clone_from(&self.headers);
        response
    }
}
