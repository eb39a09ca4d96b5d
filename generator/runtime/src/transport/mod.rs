//! What carries requests: one trait, and its implementations.

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
pub use error::{TransportError, TransportErrorKind};

use crate::body::Body;

/// An error of another library.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A boxed future; `Send` except on wasm, where nothing is sent anywhere.
#[cfg(not(target_family = "wasm"))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// A boxed future; `Send` except on wasm, where nothing is sent anywhere.
#[cfg(target_family = "wasm")]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// What a transport gives back.
pub type TransportFuture = BoxFuture<'static, Result<http::Response<Body>, TransportError>>;

/// Something that sends a request and gives the response.
///
/// The request is complete: an absolute URI, every header, the body. A
/// transport adds what framing needs (`Host`, `Content-Length`), follows no
/// redirect, and gives the response as soon as its head is there.
pub trait Transport: fmt::Debug + Send + Sync {
    /// Sends one request.
    fn send(&self, request: http::Request<Body>) -> TransportFuture;
}

impl<T: Transport + ?Sized> Transport for std::sync::Arc<T> {
    fn send(&self, request: http::Request<Body>) -> TransportFuture {
        (**self).send(request)
    }
}
