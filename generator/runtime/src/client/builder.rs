use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::{Client, Settings, server};
use crate::clock::{Clock, SystemClock};
use crate::credential::Credential;
use crate::describe::Api;
use crate::encode::header_value;
use crate::error::{Error, Fault};
use crate::json::Json;
use crate::model::{Slot, to_value};
use crate::retry::Retry;
use crate::transport::Transport;

/// How long opening a connection may take unless set otherwise.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// How long a call may take unless set otherwise.
const TIMEOUT: Duration = Duration::from_secs(120);
/// How many bytes of a body are held in memory unless set otherwise.
const BODY_LIMIT: usize = 64 * 1024 * 1024;

/// Sets a [`Client`] up. What is not valid comes to light in [`build`](Self::build).
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
            body_limit: BODY_LIMIT,
            retry: Retry::disabled(),
            checks: false,
            refused: None,
        }
    }

    /// Sends all requests to this URL, its path included, in place of the
    /// servers of the document and of its operations.
    pub fn endpoint(mut self, url: impl Into<String>) -> Self {
        self.endpoint = Some(url.into());
        self
    }

    /// Resolves servers that the document gives as relative references, such as
    /// `/v1`, against this URL, from which the document was retrieved (RFC 3986,
    /// section 5.2).
    pub fn document_url(mut self, url: impl Into<String>) -> Self {
        self.document = Some(url.into());
        self
    }

    /// Uses the document's server at this position; 0 by default.
    pub fn server(mut self, index: usize) -> Self {
        self.server = index;
        self
    }

    /// Sets a variable of the server's URL. A value that the document does not
    /// name may hold letters, digits, `.`, `-`, `_` and `~` only.
    pub fn variable(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let name = name.into();
        self.variables.retain(|(known, _)| *known != name);
        self.variables.push((name, value.into()));
        self
    }

    /// Sets a parameter for every operation that has one of this name and
    /// leaves it to the client.
    pub fn parameter(mut self, name: impl Into<String>, value: &dyn Slot) -> Self {
        let name = name.into();
        self.parameters.retain(|(known, _)| *known != name);
        match to_value(value) {
            Ok(value) => self.parameters.push((name, value)),
            Err(error) => self.refuse(format!("parameter `{name}`: {error}")),
        }
        self
    }

    /// Sets the credential for a security scheme of the document, by its name.
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

    /// Sends this `User-Agent`.
    pub fn user_agent(mut self, user_agent: &str) -> Self {
        match header_value(user_agent) {
            Ok(value) => self.user_agent = Some(value),
            Err(refusal) => self.refuse(format!("the user agent: {refusal}")),
        }
        self
    }

    /// Sends requests by this transport.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Takes time and chance from this clock.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Gives up a call after this long, from its start to the end of a body
    /// in memory or the head of a streamed one; 120 seconds by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Gives up opening a connection after this long; 10 seconds by default.
    /// A transport of one's own has its own limit.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Sends calls again as this says; by default nothing is sent again.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Accepts bodies in memory up to this many bytes; 64 MiB by default.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Checks the arguments and the body of every call against the constraints
    /// that the document sets, as [`check`](crate::check()) does with a value. A
    /// call that breaks any is not sent: it fails as
    /// [`InvalidArgument`](crate::ErrorKind::InvalidArgument), with the
    /// [`Findings`](crate::check::Findings) as its source.
    pub fn check_requests(mut self) -> Self {
        self.checks = true;
        self
    }

    /// The client.
    ///
    /// # Errors
    /// [`Configuration`](crate::ErrorKind::Configuration): something set is not
    /// valid, or there is no server to send to, or no transport.
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
            // A mistake in it should not wait for the first call.
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
        Ok(Client(Arc::new(Settings {
            api: self.api,
            endpoint,
            document,
            server: self.server,
            variables: self.variables,
            parameters: self.parameters,
            credentials: self.credentials,
            headers: self.headers,
            user_agent,
            transport,
            clock: self.clock,
            timeout: self.timeout,
            body_limit: self.body_limit,
            retry: self.retry,
            checks: self.checks,
        })))
    }

    /// Keeps the first thing that is not valid.
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

/// Names what is set, not the values: some are secret.
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
