//! The transport trait and its implementations.

#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
mod certificate;
mod error;
#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
mod reqwest;
#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
mod reqwest_builder;
#[cfg(all(feature = "tower", not(target_family = "wasm")))]
mod tower;

use std::fmt;

#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
pub use self::reqwest::Reqwest;
#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
pub use self::reqwest_builder::ReqwestBuilder;
#[cfg(all(feature = "tower", not(target_family = "wasm")))]
pub use self::tower::Tower;
pub use crate::box_future::BoxFuture;
pub use error::{BoxError, TransportError, TransportErrorKind};

use crate::body::Body;

/// The result of a transport.
pub type TransportFuture = BoxFuture<'static, Result<http::Response<Body>, TransportError>>;

/// A transport sends a request and returns the response.
///
/// The request is complete: an absolute URI, every header, the body. A transport adds framing
/// (`Host`, `Content-Length`), does not follow redirects, and returns the response once its head
/// has arrived.
///
/// ```
/// use callwright_runtime::{Body, http, transport::{Transport, TransportFuture}};
///
/// /// A transport for tests, which responds with 204 to every request.
/// #[derive(Debug)]
/// struct NoContent;
///
/// impl Transport for NoContent {
///     fn send(&self, _: http::Request<Body>) -> TransportFuture {
///         let mut response = http::Response::new(Body::empty());
///         *response.status_mut() = http::StatusCode::NO_CONTENT;
///         Box::pin(std::future::ready(Ok(response)))
///     }
/// }
/// ```
pub trait Transport: fmt::Debug + Send + Sync {
    /// Sends one request.
    fn send(&self, request: http::Request<Body>) -> TransportFuture;
}

impl<T: Transport + ?Sized> Transport for std::sync::Arc<T> {
    fn send(&self, request: http::Request<Body>) -> TransportFuture {
        (**self).send(request)
    }
}
