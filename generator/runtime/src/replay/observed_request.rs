use bytes::Bytes;
use http::{HeaderMap, Method};

use super::request_target::RequestTarget;
use crate::body::{Body, Collected, collect};
use crate::transport::TransportError;

/// The maximum size of a request body that is read, in bytes.
const BODY_LIMIT: usize = 64 * 1024 * 1024;

/// A request, as compared with recorded ones.
#[derive(Debug)]
pub(super) struct ObservedRequest {
    pub(super) method: Method,
    pub(super) target: RequestTarget,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl ObservedRequest {
    /// Reads the request to its end, as a server would.
    pub(super) async fn read(request: http::Request<Body>) -> Result<Self, TransportError> {
        let (parts, body) = request.into_parts();
        let body = match collect(body, BODY_LIMIT).await? {
            Collected::All(bytes) => bytes,
            Collected::Beyond(_) => {
                return Err(TransportError::other(format!(
                    "the request body is larger than the {BODY_LIMIT} bytes that replay reads"
                )));
            }
        };
        Ok(Self {
            method: parts.method,
            target: RequestTarget::new(parts.uri.path(), parts.uri.query()),
            headers: parts.headers,
            body,
        })
    }
}
