use std::fmt;
use std::future::poll_fn;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use tower_service::Service;

use super::{BoxError, Transport, TransportError, TransportFuture};
use crate::body::Body;

/// A [`tower_service::Service`] of `http` requests as a transport: a stack of layers, a router in a
/// test, another HTTP library.
///
/// The service is cloned for each request, as services of HTTP libraries expect. Its errors count
/// as a broken connection, except [`TransportError`]s, which keep their kind.
///
/// ```
/// use callwright_runtime::{ClientBuilder, transport::Tower};
/// use tower_service::Service;
///
/// # use callwright_runtime::{Body, http};
/// fn over<S>(builder: ClientBuilder, service: S) -> ClientBuilder
/// where
///     S: Service<http::Request<Body>, Response = http::Response<Body>>,
///     S: Clone + Send + 'static,
///     S::Error: Into<callwright_runtime::transport::BoxError>,
///     S::Future: Send,
/// {
///     builder.transport(Tower::new(service))
/// }
/// ```
pub struct Tower<S>(Mutex<S>);

impl<S> Tower<S> {
    /// Creates a transport from this service.
    pub fn new(service: S) -> Self {
        Self(Mutex::new(service))
    }
}

impl<S> fmt::Debug for Tower<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tower")
    }
}

impl<S, B> Transport for Tower<S>
where
    S: Service<http::Request<Body>, Response = http::Response<B>> + Clone + Send + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    fn send(&self, request: http::Request<Body>) -> TransportFuture {
        let mut service = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Box::pin(async move {
            poll_fn(|context| service.poll_ready(context))
                .await
                .map_err(TransportError::from_source)?;
            let response = service.call(request).await.map_err(TransportError::from_source)?;
            Ok(response.map(Body::from_body))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::future::{Ready, ready};
    use std::task::{Context, Poll};

    use super::*;
    use crate::transport::TransportErrorKind;

    /// Responds with the path, and fails for `/fail`; requires `poll_ready` first.
    #[derive(Clone, Default)]
    struct Echo {
        ready: bool,
    }

    impl Service<http::Request<Body>> for Echo {
        type Response = http::Response<Body>;
        type Error = BoxError;
        type Future = Ready<Result<Self::Response, BoxError>>;

        fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
            if self.ready {
                return Poll::Ready(Ok(()));
            }
            self.ready = true;
            context.waker().wake_by_ref();
            Poll::Pending
        }

        fn call(&mut self, request: http::Request<Body>) -> Self::Future {
            assert!(self.ready);
            ready(match request.uri().path() {
                "/fail" => Err(TransportError::connect("no").into()),
                "/break" => Err("broken".into()),
                path => Ok(http::Response::new(Body::from(path.to_owned()))),
            })
        }
    }

    fn send(uri: &str) -> Result<Vec<u8>, TransportErrorKind> {
        let request = http::Request::get(uri).body(Body::empty()).unwrap();
        let answer = pollster::block_on(async {
            let response = Tower::new(Echo::default()).send(request).await?;
            crate::body::ByteStream::from(response.into_body()).collect(100).await
        });
        answer.map(|bytes| bytes.to_vec()).map_err(|error| error.kind())
    }

    #[test]
    fn a_service_answers() {
        assert_eq!(send("http://h/x"), Ok(b"/x".to_vec()));
    }

    #[test]
    fn errors_of_a_service_keep_their_kind() {
        assert_eq!(send("http://h/fail"), Err(TransportErrorKind::Connect));
        assert_eq!(send("http://h/break"), Err(TransportErrorKind::Other));
    }
}
