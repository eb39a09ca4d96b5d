use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue, Uri};

use super::hooks::Hooks;
use super::server;
use crate::address::Address;
use crate::call::Redirects;
use crate::clock::Clock;
use crate::credential::Credential;
use crate::describe::{Api, Operation};
use crate::error::Fault;
use crate::json::Json;
use crate::permits::Permits;
use crate::retry::{Budget, Retry};
use crate::transport::Transport;

/// The settings that all calls of a client share.
pub(crate) struct Settings {
    pub(super) api: &'static Api,
    /// The URL that replaces all servers.
    pub(super) endpoint: Option<Uri>,
    /// The URL of the document, against which relative servers are resolved.
    pub(super) document: Option<Address>,
    pub(super) server: usize,
    pub(super) variables: Vec<(String, String)>,
    pub(super) parameters: Vec<(String, Json)>,
    pub(super) credentials: Vec<(String, Credential)>,
    pub(super) headers: HeaderMap,
    pub(super) user_agent: HeaderValue,
    pub(super) transport: Arc<dyn Transport>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) timeout: Option<Duration>,
    pub(super) idle_timeout: Option<Duration>,
    pub(super) credential_timeout: Duration,
    pub(super) body_limit: usize,
    pub(super) retry: Retry,
    pub(super) budget: Budget,
    pub(super) redirects: Redirects,
    pub(super) permits: Option<Permits>,
    pub(super) hooks: Hooks,
    pub(super) idempotency_key: Option<HeaderName>,
    pub(super) checks: bool,
}

impl Settings {
    pub(crate) fn api(&self) -> &'static Api {
        self.api
    }

    pub(crate) fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// The server of an operation's requests: the call's choice by index, or the client's choice
    /// among the API's servers.
    pub(crate) fn base(&self, operation: &Operation, chosen: Option<usize>) -> Result<Uri, Fault> {
        if let Some(endpoint) = &self.endpoint {
            return Ok(endpoint.clone());
        }
        let (servers, index) = match operation.servers {
            [] => (self.api.servers, self.server),
            own => (own, 0),
        };
        let server = server::at(servers, chosen.unwrap_or(index))?;
        server::resolve(server, &self.variables, self.document.as_ref())
    }

    pub(crate) fn parameter(&self, name: &str) -> Option<&Json> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    pub(crate) fn user_agent(&self) -> &HeaderValue {
        &self.user_agent
    }

    pub(crate) fn transport(&self) -> &dyn Transport {
        &*self.transport
    }

    pub(crate) fn timeout(&self) -> Option<Duration> {
        self.timeout
    }

    pub(crate) fn idle_timeout(&self) -> Option<Duration> {
        self.idle_timeout
    }

    pub(crate) fn retry_budget(&self) -> &Budget {
        &self.budget
    }

    pub(crate) fn idempotency_key(&self) -> Option<&HeaderName> {
        self.idempotency_key.as_ref()
    }

    pub(crate) fn hooks(&self) -> &Hooks {
        &self.hooks
    }

    pub(crate) fn permits(&self) -> Option<&Permits> {
        self.permits.as_ref()
    }

    pub(crate) fn redirects(&self) -> Redirects {
        self.redirects
    }

    pub(crate) fn retry(&self) -> &Retry {
        &self.retry
    }

    pub(crate) fn checks(&self) -> bool {
        self.checks
    }

    pub(crate) fn body_limit(&self) -> usize {
        self.body_limit
    }
}
