//! The transport trait and its implementations.

mod error;
#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
mod reqwest;
#[cfg(all(feature = "tower", not(target_family = "wasm")))]
mod tower;

use std::fmt;
use std::future::Future;
use std::pin::Pin;

#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
pub use self::reqwest::Reqwest;
#[cfg(all(feature = "tower", not(target_family = "wasm")))]
pub use self::tower::Tower;
pub use error::{BoxError, TransportError, TransportErrorKind};

use crate::body::Body;

/// A boxed future; `Send` except on wasm, where nothing is sent anywhere.
#[cfg(not(target_family = "wasm"))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// A boxed future; `Send` except on wasm, where nothing is sent anywhere.
#[cfg(target_family = "wasm")]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// What a transport gives back.
pub type TransportFuture = BoxFuture<'static, Result<http::Response<Body>, TransportError>>;

/// A transport sends a request and returns the response.
///
/// The request is complete: an absolute URI, every header, the body. A transport adds framing
/// (`Host`, `Content-Length`), does not follow redirects, and returns the response once its head
/// has arrived.
pub trait Transport: fmt::Debug + Send + Sync {
    /// Sends one request.
    fn send(&self, request: http::Request<Body>) -> TransportFuture;
}

impl<T: Transport + ?Sized> Transport for std::sync::Arc<T> {
    fn send(&self, request: http::Request<Body>) -> TransportFuture {
        (**self).send(request)
    }
}
