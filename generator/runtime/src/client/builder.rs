use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::hooks::{Exchanged, Hooks};
use super::settings::Settings;
use super::{Client, server};
use crate::body::Body;
use crate::call::Redirects;
use crate::clock::{Clock, SystemClock};
use crate::credential::{Credential, CredentialContext};
use crate::describe::{Api, SecurityScheme};
use crate::encode::header_value;
use crate::error::{Error, Fault};
use crate::json::Json;
use crate::model::{Slot, to_value};
use crate::permits::Permits;
use crate::retry::{Budget, Retry};
use crate::transport::Transport;

/// The default timeout for establishing a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// The default limit on the silence between two pieces of a response.
const IDLE_TIMEOUT: Duration = Duration::from_secs(300);
/// The default timeout of a source of credentials.
const CREDENTIAL_TIMEOUT: Duration = Duration::from_secs(30);
/// The default timeout of a call.
const TIMEOUT: Duration = Duration::from_secs(120);
/// The default maximum size of a body in memory, in bytes.
const BODY_LIMIT: usize = 64 * 1024 * 1024;

/// Configures and builds a [`Client`]. Invalid settings are reported by [`build`](Self::build).
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// # use pets::{Canned, Client};
/// use std::time::Duration;
///
/// use callwright_runtime::ErrorKind;
///
/// let builder = Client::builder().timeout(Duration::from_secs(30)).header("X-Team", "zoo");
/// let error = builder.endpoint("no URL").build().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Configuration);
/// ```
#[derive(Clone)]
#[must_use = "a builder does nothing until it is built"]
pub struct ClientBuilder {
    api: &'static Api,
    endpoint: Option<String>,
    document: Option<String>,
    server: usize,
    variables: Vec<(String, String)>,
    parameters: Vec<(String, Json)>,
    credentials: Vec<(String, Credential)>,
    headers: HeaderMap,
    user_agent: Option<HeaderValue>,
    transport: Option<Arc<dyn Transport>>,
    clock: Arc<dyn Clock>,
    timeout: Option<Duration>,
    connect_timeout: Duration,
    idle_timeout: Option<Duration>,
    credential_timeout: Duration,
    idempotency_key: Option<HeaderName>,
    redirects: Redirects,
    concurrent_calls: Option<usize>,
    hooks: Hooks,
    body_limit: usize,
    retry: Retry,
    checks: bool,
    refused: Option<String>,
}

impl ClientBuilder {
    /// A builder with the defaults, for an API.
    pub fn new(api: &'static Api) -> Self {
        Self {
            api,
            endpoint: None,
            document: None,
            server: 0,
            variables: Vec::new(),
            parameters: Vec::new(),
            credentials: Vec::new(),
            headers: HeaderMap::new(),
            user_agent: None,
            transport: None,
            clock: Arc::new(SystemClock),
            timeout: Some(TIMEOUT),
            connect_timeout: CONNECT_TIMEOUT,
            idle_timeout: Some(IDLE_TIMEOUT),
            credential_timeout: CREDENTIAL_TIMEOUT,
            idempotency_key: None,
            redirects: Redirects::none(),
            concurrent_calls: None,
            hooks: Hooks::default(),
            body_limit: BODY_LIMIT,
            retry: Retry::disabled(),
            checks: false,
            refused: None,
        }
    }

    /// Sends all requests to this URL, including its path, in place of the servers of the document
    /// and its operations.
    pub fn endpoint(mut self, url: impl Into<String>) -> Self {
        self.endpoint = Some(url.into());
        self
    }

    /// Sets the URL of the document, against which relative servers, such as `/v1`, are resolved
    /// (RFC 3986, section 5.2).
    pub fn document_url(mut self, url: impl Into<String>) -> Self {
        self.document = Some(url.into());
        self
    }

    /// Selects the document's server at this index; 0 by default.
    pub fn server(mut self, index: usize) -> Self {
        self.server = index;
        self
    }

    /// Sets a variable of the server's URL. An undocumented value may only contain letters, digits,
    /// `.`, `-`, `_` and `~`.
    pub fn variable(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let name = name.into();
        self.variables.retain(|(known, _)| *known != name);
        self.variables.push((name, value.into()));
        self
    }

    /// Sets a client parameter for every operation that has it.
    pub fn parameter(mut self, name: impl Into<String>, value: &dyn Slot) -> Self {
        let name = name.into();
        self.parameters.retain(|(known, _)| *known != name);
        match to_value(value) {
            Ok(value) => self.parameters.push((name, value)),
            Err(error) => self.refuse(format!("parameter `{name}`: {error}")),
        }
        self
    }

    /// Sets the credential of a security scheme, by the scheme's name.
    pub fn credential(mut self, scheme: impl Into<String>, credential: Credential) -> Self {
        let scheme = scheme.into();
        self.credentials.retain(|(known, _)| *known != scheme);
        self.credentials.push((scheme, credential));
        self
    }

    /// Adds a header to every request.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::from_bytes(name.as_bytes()), header_value(value)) {
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
            }
            (Err(_), _) => self.refuse(format!("{name:?} is not the name of a header")),
            (_, Err(refusal)) => self.refuse(format!("header `{name}`: {refusal}")),
        }
        self
    }

    /// Sets the `User-Agent`.
    pub fn user_agent(mut self, user_agent: &str) -> Self {
        match header_value(user_agent) {
            Ok(value) => self.user_agent = Some(value),
            Err(refusal) => self.refuse(format!("the user agent: {refusal}")),
        }
        self
    }

    /// Sets the transport.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Sets the clock, the source of time and randomness.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Sets the timeout of a call, from its start to the end of a body in memory or the head of a
    /// streamed one; 120 seconds by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets the timeout for establishing a connection; 10 seconds by default. Ignored with a custom
    /// transport.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Sets the limit on the silence between two pieces of a response, in memory or streamed; 300
    /// seconds by default. A stream that exceeds it ends with a timeout.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = Some(timeout);
        self
    }

    /// Sets the timeout of a source of credentials; 30 seconds by default.
    pub fn credential_timeout(mut self, timeout: Duration) -> Self {
        self.credential_timeout = timeout;
        self
    }

    /// Sends a new key in this header with every call whose method is not idempotent, the same one
    /// with all attempts of the call. A server that recognises it makes such calls repeatable, so
    /// that [`Retry`] treats them as idempotent. A key that the caller sets is sent in its place.
    pub fn idempotency_key(mut self, header: &str) -> Self {
        match HeaderName::from_bytes(header.as_bytes()) {
            Ok(name) => self.idempotency_key = Some(name),
            Err(_) => self.refuse(format!("{header:?} is not the name of a header")),
        }
        self
    }

    /// Limits the number of calls at a time, over all clones of the client; without a limit by
    /// default. Further calls wait for their turn, which counts towards their timeout. A call ends
    /// when its response is complete, also one that is streamed.
    pub fn concurrent_calls(mut self, most: usize) -> Self {
        self.concurrent_calls = Some(most);
        self
    }

    /// Calls `hook` with each request before it gets its credentials, so that a signature covers what
    /// the hook adds. It runs for every attempt and every redirect.
    ///
    /// ```
    /// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
    /// # use pets::{Canned, Client};
    /// use callwright_runtime::http::HeaderValue;
    ///
    /// # let builder = Client::builder().transport(Canned(|_| (200, "[]")));
    /// let client = builder
    ///     .on_request(|request| {
    ///         request.headers_mut().insert("x-trace", HeaderValue::from_static("7"));
    ///     })
    ///     .on_response(|exchanged| println!("{:?} after {:?}", exchanged.status(), exchanged.elapsed()))
    ///     .build()?;
    /// # Ok::<(), callwright_runtime::Error>(())
    /// ```
    #[cfg(not(target_family = "wasm"))]
    pub fn on_request(
        mut self,
        hook: impl Fn(&mut http::Request<Body>) + Send + Sync + 'static,
    ) -> Self {
        self.hooks.on_request.push(Arc::new(hook));
        self
    }

    /// Calls `hook` with each request before it gets its credentials, so that a signature covers what
    #[cfg(target_family = "wasm")]
    pub fn on_request(mut self, hook: impl Fn(&mut http::Request<Body>) + 'static) -> Self {
        self.hooks.on_request.push(Arc::new(hook));
        self
    }

    /// Calls `hook` with the outcome of each request, as soon as the head of its response has arrived
    /// or the request has failed.
    #[cfg(not(target_family = "wasm"))]
    pub fn on_response(mut self, hook: impl Fn(&Exchanged<'_>) + Send + Sync + 'static) -> Self {
        self.hooks.on_response.push(Arc::new(hook));
        self
    }

    /// Calls `hook` with the outcome of each request, as soon as the head of its response has arrived
    #[cfg(target_family = "wasm")]
    pub fn on_response(mut self, hook: impl Fn(&Exchanged<'_>) + 'static) -> Self {
        self.hooks.on_response.push(Arc::new(hook));
        self
    }

    /// Sets the redirects that calls follow; by default none.
    pub fn redirects(mut self, redirects: Redirects) -> Self {
        self.redirects = redirects;
        self
    }

    /// Sets the retries; by default nothing is retried.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Sets the maximum size of a body in memory in bytes; 64 MiB by default.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Checks the arguments and the body of every call against the document's constraints, like
    /// [`check`](crate::check()). A call with a violation is not sent: it fails with
    /// [`InvalidArgument`](crate::ErrorKind::InvalidArgument), with the
    /// [`Findings`](crate::check::Findings) as its source.
    pub fn check_requests(mut self) -> Self {
        self.checks = true;
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    /// [`Configuration`](crate::ErrorKind::Configuration): a setting is invalid, or there is no
    /// server or no transport.
    pub fn build(self) -> Result<Client, Error> {
        Ok(self.checked()?)
    }

    fn checked(self) -> Result<Client, Fault> {
        if let Some(why) = self.refused {
            return Err(Fault::configuration(why));
        }
        for (name, _) in &self.credentials {
            if self.api.security_scheme(name).is_none() {
                return Err(Fault::configuration(format!(
                    "the document has no security scheme `{name}`"
                )));
            }
        }
        let endpoint = self.endpoint.as_deref().map(server::parse).transpose()?;
        let document = self.document.as_deref().map(server::document).transpose()?;
        if endpoint.is_none() && !self.api.own_servers {
            // Errors in it should not wait for the first call.
            let server = server::at(self.api.servers, self.server)?;
            server::resolve(server, &self.variables, document.as_ref())?;
        }
        let user_agent = match self.user_agent {
            Some(user_agent) => user_agent,
            None => header_value(self.api.user_agent)
                .map_err(|refusal| Fault::configuration(format!("the user agent: {refusal}")))?,
        };
        let transport = match self.transport {
            Some(transport) => transport,
            None => default_transport(self.connect_timeout)?,
        };
        let credentials = self.credentials.iter().map(|(name, credential)| {
            let (token_url, refresh_url) = match self.api.security_scheme(name) {
                Some(SecurityScheme::OAuth2 { token_url, refresh_url }) => {
                    (*token_url, *refresh_url)
                }
                _ => (None, None),
            };
            let context = CredentialContext {
                transport: Arc::clone(&transport),
                clock: Arc::clone(&self.clock),
                timeout: self.credential_timeout,
                token_url,
                refresh_url,
            };
            (name.clone(), credential.bound(&context))
        });
        let credentials = credentials.collect();
        Ok(Client(Arc::new(Settings {
            api: self.api,
            endpoint,
            document,
            server: self.server,
            variables: self.variables,
            parameters: self.parameters,
            credentials,
            headers: self.headers,
            user_agent,
            transport,
            clock: self.clock,
            timeout: self.timeout,
            idle_timeout: self.idle_timeout,
            credential_timeout: self.credential_timeout,
            body_limit: self.body_limit,
            retry: self.retry,
            budget: Budget::new(),
            redirects: self.redirects,
            hooks: self.hooks,
            permits: self.concurrent_calls.map(Permits::new),
            idempotency_key: self.idempotency_key,
            checks: self.checks,
        })))
    }

    /// Keeps the first error.
    fn refuse(&mut self, why: String) {
        self.refused.get_or_insert(why);
    }
}

#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
fn default_transport(connect_timeout: Duration) -> Result<Arc<dyn Transport>, Fault> {
    let transport = crate::transport::Reqwest::new(connect_timeout).map_err(|error| {
        Fault::configuration("the default transport cannot be set up").source(error)
    })?;
    Ok(Arc::new(transport))
}

#[cfg(not(all(feature = "reqwest", not(target_family = "wasm"))))]
fn default_transport(_: Duration) -> Result<Arc<dyn Transport>, Fault> {
    Err(Fault::configuration(
        "there is no transport; give one to the client's builder, or enable the feature `reqwest`",
    ))
}

/// Shows the names of settings, but not their values, some of which are secret.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parameters: Vec<_> = self.parameters.iter().map(|(name, _)| name).collect();
        f.debug_struct("ClientBuilder")
            .field("api", &self.api.title)
            .field("variables", &self.variables)
            .field("parameters", &parameters)
            .field("credentials", &self.credentials)
            .finish_non_exhaustive()
    }
}
