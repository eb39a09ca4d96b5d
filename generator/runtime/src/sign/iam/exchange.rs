use http::HeaderMap;

use super::error::IamError;
use crate::body::{Body, Collected, collect};
use crate::json::Json;
use crate::transport::{BoxError, Transport};

/// The largest answer that is read, in bytes: a token's catalog may be long.
const LIMIT: usize = 1024 * 1024;
/// The largest number of characters of the service's message in an error.
const SHOWN: usize = 200;

/// A success.
pub(in crate::sign) struct Answer {
    pub(in crate::sign) headers: HeaderMap,
    pub(in crate::sign) body: Json,
    /// The body as text, which is not JSON everywhere.
    pub(in crate::sign) text: String,
}

/// Sends a request, and turns an error of the service into one that can be shown.
pub(in crate::sign) async fn exchange(
    transport: &dyn Transport,
    request: http::Request<Body>,
) -> Result<Answer, BoxError> {
    if request.uri().scheme().is_none() || request.uri().authority().is_none() {
        return Err(IamError::InvalidEndpoint.into());
    }
    let (parts, body) = transport.send(request).await?.into_parts();
    let Collected::All(bytes) = collect(body, LIMIT).await? else {
        return Err(IamError::Unusable { problem: "it is larger than 1 MiB" }.into());
    };
    let body = Json::parse(&bytes).unwrap_or(Json::Null);
    if !parts.status.is_success() {
        return Err(IamError::Refused { status: parts.status, reason: reason(&body) }.into());
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Ok(Answer { headers: parts.headers, body, text })
}

/// `IAM.0011: …` or Keystone's `401: …`.
fn reason(body: &Json) -> String {
    let text = |pointers: &[&str]| {
        pointers.iter().find_map(|pointer| match body.pointer(pointer)? {
            Json::String(text) => Some(text.clone()),
            Json::Number(number) => Some(number.to_string()),
            Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_) => None,
        })
    };
    let code = text(&["/error_code", "/error/code"]);
    let message = text(&["/error_msg", "/error/message"]);
    let parts: Vec<String> = [code, message].into_iter().flatten().collect();
    let shown = parts.join(": ");
    shown.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect()
}
