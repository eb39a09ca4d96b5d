use std::fmt;
use std::sync::OnceLock;
use std::time::Duration;

use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Method};

use super::certificate::certificate_failure;
use super::{Transport, TransportError, TransportErrorKind, TransportFuture};
use crate::body::Body;
use crate::error::TimeLimit;

/// The default transport: `reqwest` over rustls with the ring provider, HTTP/1.1 and HTTP/2, the
/// proxies of the environment, no redirects.
///
/// Within a tokio runtime it uses that runtime. Anywhere else (blocking calls, other executors) it
/// uses its own: a thread shared by all clients, started on first use.
#[derive(Clone)]
pub struct Reqwest {
    client: ::reqwest::Client,
    /// For messages only: `client` enforces it.
    connect_timeout: Option<Duration>,
}

impl Reqwest {
    /// Wraps a configured `reqwest` client. It should not follow redirects, which would forward
    /// credentials; [`ReqwestBuilder::configure`](crate::transport::ReqwestBuilder::configure) sets whatever else `reqwest` offers.
    ///
    /// With a client certificate (`mutualTLS`), the builder method of the security scheme declares
    /// that the transport has one; it sets
    /// [`Credential::of_transport`](crate::Credential::of_transport):
    ///
    /// ```
    /// use callwright_runtime::{Client, ClientBuilder, Credential, generated::describe, transport::Reqwest};
    ///
    /// # static API: describe::Api = describe::Api::new("T", "1", "t/1")
    /// #     .security_schemes(&[("certificate", describe::SecurityScheme::mutual_tls())]);
    /// fn client(pem: &[u8]) -> Result<Client, Box<dyn std::error::Error>> {
    ///     // The certificate and its key, in one text.
    ///     let transport = Reqwest::builder().identity(pem)?.build()?;
    ///     Ok(ClientBuilder::new(&API)
    ///         .endpoint("https://api.example")
    ///         .transport(transport)
    ///         // Of a generated client: `.certificate()`.
    ///         .credential("certificate", Credential::of_transport())
    ///         .build()?)
    /// }
    /// # assert!(client(b"no certificate").is_err());
    /// ```
    #[must_use]
    pub fn from_client(client: ::reqwest::Client) -> Self {
        Self { client, connect_timeout: None }
    }

    pub(super) fn with_limit(client: ::reqwest::Client, connect_timeout: Duration) -> Self {
        Self { client, connect_timeout: Some(connect_timeout) }
    }
}

impl fmt::Debug for Reqwest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reqwest")
    }
}

impl Transport for Reqwest {
    fn send(&self, request: http::Request<Body>) -> TransportFuture {
        let exchange = exchange(self.clone(), request);
        Box::pin(async move {
            if tokio::runtime::Handle::try_current().is_ok() {
                return exchange.await;
            }
            let task = runtime()?.spawn(exchange);
            // Dropping the caller's future must also stop the exchange.
            let mut task = AbortOnDrop(task);
            (&mut task.0).await.unwrap_or_else(|error| Err(TransportError::other(error)))
        })
    }
}

async fn exchange(
    Reqwest { client, connect_timeout }: Reqwest,
    request: http::Request<Body>,
) -> Result<http::Response<Body>, TransportError> {
    let mut request = request;
    // A server may wait for a body of these methods unless the request says that there is none (RFC
    // 9110, section 8.6); hyper sends the length only for bodies that exist.
    if matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH)
        && request.body().as_bytes().is_some_and(<[u8]>::is_empty)
    {
        request.headers_mut().entry(CONTENT_LENGTH).or_insert(HeaderValue::from_static("0"));
    }
    let request = request.map(|body| match body.as_bytes() {
        Some([]) => ::reqwest::Body::from(bytes::Bytes::new()),
        _ => ::reqwest::Body::wrap(body),
    });
    let failed = |error| failed(error, connect_timeout);
    let request = ::reqwest::Request::try_from(request).map_err(failed)?;
    let response = client.execute(request).await.map_err(failed)?;
    Ok(http::Response::from(response).map(Body::from_body))
}

/// Classifies an error of `reqwest` and removes the URL, which may contain a key.
fn failed(error: ::reqwest::Error, connect_timeout: Option<Duration>) -> TransportError {
    if let Some(why) = certificate_failure(&error) {
        return TransportError::certificate(why);
    }
    let limit = connect_timeout.filter(|_| error.is_connect() && error.is_timeout());
    let kind = if error.is_connect() {
        TransportErrorKind::Connect
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else {
        TransportErrorKind::Other
    };
    let error = TransportError::new(kind, error.without_url());
    match limit {
        Some(limit) => error.with_time_limit(TimeLimit::Connect(limit)),
        None => error,
    }
}

/// The runtime for callers outside tokio. It lives as long as the process, so that it is never
/// dropped in a context that forbids it.
fn runtime() -> Result<&'static tokio::runtime::Handle, TransportError> {
    static SHARED: OnceLock<Result<tokio::runtime::Handle, String>> = OnceLock::new();
    let started = SHARED.get_or_init(|| {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| error.to_string())?;
        let handle = runtime.handle().clone();
        std::thread::Builder::new()
            .name("callwright-io".to_owned())
            .spawn(move || runtime.block_on(std::future::pending::<()>()))
            .map_err(|error| error.to_string())?;
        Ok(handle)
    });
    started.as_ref().map_err(|error| TransportError::other(error.clone()))
}

struct AbortOnDrop<T>(tokio::task::JoinHandle<T>);

impl<T> Drop for AbortOnDrop<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}
