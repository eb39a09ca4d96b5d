use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use ::reqwest::{Certificate, ClientBuilder, Identity, Proxy, redirect};

use super::TransportError;
use super::reqwest::Reqwest;

/// The default limit for establishing a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Configures the default transport: [`Reqwest::builder`].
///
/// ```
/// use std::time::Duration;
///
/// use callwright_runtime::transport::Reqwest;
///
/// let transport = Reqwest::builder()
///     .no_proxy()
///     .idle_connections(4)
///     .idle_connection_timeout(Duration::from_secs(30))
///     .configure(|reqwest| reqwest.tcp_nodelay(true))
///     .build()?;
/// # let _ = transport;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use = "a builder does nothing until it is built"]
pub struct ReqwestBuilder {
    reqwest: ClientBuilder,
    connect_timeout: Duration,
}

impl Reqwest {
    /// Creates a transport with a limit for establishing a connection, and otherwise the defaults
    /// of [`builder`](Self::builder).
    ///
    /// # Errors
    /// The TLS configuration of the system cannot be read.
    pub fn new(connect_timeout: Duration) -> Result<Self, TransportError> {
        Self::builder().connect_timeout(connect_timeout).build()
    }

    /// Returns a builder with the defaults: the root certificates and the proxies of the system, a
    /// limit of 10 seconds for establishing a connection, HTTP/1.1 and HTTP/2, no redirects.
    ///
    /// ```
    /// use callwright_runtime::transport::Reqwest;
    ///
    /// fn transport(root: &[u8]) -> Result<Reqwest, Box<dyn std::error::Error>> {
    ///     let builder = Reqwest::builder().proxy("http://proxy.example:8080")?;
    ///     Ok(builder.root_certificate(root)?.build()?)
    /// }
    /// # assert!(transport(b"no certificate").is_err());
    /// ```
    pub fn builder() -> ReqwestBuilder {
        ReqwestBuilder::new()
    }
}

impl ReqwestBuilder {
    fn new() -> Self {
        // `reqwest` panics where the process has no default provider. This fails only if there is
        // one, which is then used.
        let _ = rustls::crypto::ring::default_provider().install_default();
        // A feature that another crate enables changes no request.
        let reqwest = ClientBuilder::new().no_gzip().no_brotli().no_zstd();
        Self { reqwest, connect_timeout: CONNECT_TIMEOUT }
    }

    /// Sets the limit for establishing a connection.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Sends all requests through a proxy, such as `http://user:password@proxy.example:8080`.
    ///
    /// # Errors
    /// The URL is invalid.
    pub fn proxy(self, url: &str) -> Result<Self, TransportError> {
        let proxy = Proxy::all(url).map_err(|error| TransportError::other(error.without_url()))?;
        Ok(self.configure(|reqwest| reqwest.proxy(proxy)))
    }

    /// Uses no proxy, whatever the system says.
    pub fn no_proxy(self) -> Self {
        self.configure(ClientBuilder::no_proxy)
    }

    /// Trusts a root certificate besides those of the system, in PEM or DER.
    ///
    /// # Errors
    /// It is not a certificate.
    pub fn root_certificate(self, certificate: &[u8]) -> Result<Self, TransportError> {
        let certificate = read(certificate)?;
        Ok(self.configure(|reqwest| reqwest.tls_certs_merge([certificate])))
    }

    /// Trusts only this root certificate, in PEM or DER.
    ///
    /// # Errors
    /// It is not a certificate.
    pub fn only_root_certificate(self, certificate: &[u8]) -> Result<Self, TransportError> {
        let certificate = read(certificate)?;
        Ok(self.configure(|reqwest| reqwest.tls_certs_only([certificate])))
    }

    /// Shows a client certificate to servers that ask for one: the certificate and its key, in PEM.
    ///
    /// # Errors
    /// The text has no certificate or no key.
    pub fn identity(self, pem: &[u8]) -> Result<Self, TransportError> {
        let identity = Identity::from_pem(pem).map_err(TransportError::other)?;
        Ok(self.configure(|reqwest| reqwest.identity(identity)))
    }

    /// Sets the largest number of idle connections that are kept for each host; without a limit by
    /// default.
    pub fn idle_connections(self, most: usize) -> Self {
        self.configure(|reqwest| reqwest.pool_max_idle_per_host(most))
    }

    /// Sets the time for which an idle connection is kept; 90 seconds by default.
    pub fn idle_connection_timeout(self, timeout: Duration) -> Self {
        self.configure(|reqwest| reqwest.pool_idle_timeout(timeout))
    }

    /// Uses HTTP/1.1 only.
    pub fn http1_only(self) -> Self {
        self.configure(ClientBuilder::http1_only)
    }

    /// Uses HTTP/2 without asking the server, also without TLS.
    pub fn http2_only(self) -> Self {
        self.configure(ClientBuilder::http2_prior_knowledge)
    }

    /// Asks for bodies in this encoding, and decodes them; limits count decoded bytes.
    #[cfg(feature = "gzip")]
    pub fn gzip(self) -> Self {
        self.configure(|reqwest| reqwest.gzip(true))
    }

    /// Asks for bodies in this encoding, and decodes them; limits count decoded bytes.
    #[cfg(feature = "brotli")]
    pub fn brotli(self) -> Self {
        self.configure(|reqwest| reqwest.brotli(true))
    }

    /// Asks for bodies in this encoding, and decodes them; limits count decoded bytes.
    #[cfg(feature = "zstd")]
    pub fn zstd(self) -> Self {
        self.configure(|reqwest| reqwest.zstd(true))
    }

    /// Sends requests from this address of the machine.
    pub fn local_address(self, address: IpAddr) -> Self {
        self.configure(|reqwest| reqwest.local_address(address))
    }

    /// Sets whatever else `reqwest` offers, by its own builder.
    ///
    /// Redirects and the connection timeout are set afterwards. A timeout that is set here is not
    /// named in errors as those of the client are.
    pub fn configure(mut self, change: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Self {
        self.reqwest = change(self.reqwest);
        self
    }

    /// Builds the transport.
    ///
    /// # Errors
    /// A setting is invalid, or the TLS configuration of the system cannot be read.
    pub fn build(self) -> Result<Reqwest, TransportError> {
        let Self { reqwest, connect_timeout } = self;
        reqwest
            .redirect(redirect::Policy::none())
            .connect_timeout(connect_timeout)
            .build()
            .map(|client| Reqwest::with_limit(client, connect_timeout))
            .map_err(|error| TransportError::other(error.without_url()))
    }
}

impl fmt::Debug for ReqwestBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReqwestBuilder")
            .field("connect_timeout", &self.connect_timeout)
            .finish_non_exhaustive()
    }
}

fn read(certificate: &[u8]) -> Result<Certificate, TransportError> {
    let is_pem = certificate.trim_ascii_start().starts_with(b"-----");
    let read = if is_pem { Certificate::from_pem } else { Certificate::from_der };
    read(certificate).map_err(TransportError::other)
}
