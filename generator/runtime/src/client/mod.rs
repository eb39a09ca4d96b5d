//! The client: the settings that all calls share.

mod authorize;
mod builder;
mod macros;
mod server;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

pub use builder::ClientBuilder;
use http::{HeaderMap, HeaderValue, Uri};
pub(crate) use server::parse as endpoint;
use url::Url;

use crate::call::Call;
use crate::clock::Clock;
use crate::credential::Credential;
use crate::describe::{Api, Operation};
use crate::error::Fault;
use crate::json::Json;
use crate::retry::Retry;
use crate::transport::Transport;

/// A client of an API. Clones are cheap and share everything.
#[derive(Clone)]
pub struct Client(Arc<Settings>);

struct Settings {
    api: &'static Api,
    /// The URL that replaces all servers.
    endpoint: Option<Uri>,
    /// The URL of the document, against which relative servers are resolved.
    document: Option<Url>,
    server: usize,
    variables: Vec<(String, String)>,
    parameters: Vec<(String, Json)>,
    credentials: Vec<(String, Credential)>,
    headers: HeaderMap,
    user_agent: HeaderValue,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
    timeout: Option<Duration>,
    body_limit: usize,
    retry: Retry,
    checks: bool,
}

impl Client {
    /// Starts a call of an operation of this API.
    pub fn call(&self, operation: &'static Operation) -> Call {
        Call::new(self.clone(), operation)
    }

    /// The description of the API.
    #[must_use]
    pub fn api(&self) -> &'static Api {
        self.0.api
    }

    /// The clock of this client. A program that waits on it between calls can be tested without
    /// waiting.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    /// The server of an operation's requests: the call's choice by index, or the client's choice
    /// among the API's servers.
    pub(crate) fn base(&self, operation: &Operation, chosen: Option<usize>) -> Result<Uri, Fault> {
        if let Some(endpoint) = &self.0.endpoint {
            return Ok(endpoint.clone());
        }
        let (servers, index) = match operation.servers {
            [] => (self.0.api.servers, self.0.server),
            own => (own, 0),
        };
        let server = server::at(servers, chosen.unwrap_or(index))?;
        server::resolve(server, &self.0.variables, self.0.document.as_ref())
    }

    pub(crate) fn parameter(&self, name: &str) -> Option<&Json> {
        self.0.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    pub(crate) fn user_agent(&self) -> &HeaderValue {
        &self.0.user_agent
    }

    pub(crate) fn transport(&self) -> &dyn Transport {
        &*self.0.transport
    }

    pub(crate) fn timeout(&self) -> Option<Duration> {
        self.0.timeout
    }

    pub(crate) fn retry(&self) -> &Retry {
        &self.0.retry
    }

    pub(crate) fn checks(&self) -> bool {
        self.0.checks
    }

    pub(crate) fn body_limit(&self) -> usize {
        self.0.body_limit
    }
}

/// Shows the names of settings, but not their values, some of which are secret.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Settings {
            api, endpoint, variables, parameters, credentials, transport, timeout, ..
        } = &*self.0;
        let names =
            |list: &[(String, Json)]| list.iter().map(|(n, _)| n.clone()).collect::<Vec<_>>();
        f.debug_struct("Client")
            .field("api", &api.title)
            .field("endpoint", &endpoint.as_ref().map(ToString::to_string))
            .field("variables", variables)
            .field("parameters", &names(parameters))
            .field("credentials", credentials)
            .field("transport", transport)
            .field("timeout", timeout)
            .finish_non_exhaustive()
    }
}
