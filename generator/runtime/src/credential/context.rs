use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::clock::Clock;
use crate::transport::Transport;

/// The surroundings of a credential in a client: [`TokenSource::bind`](crate::TokenSource::bind)
/// and [`Signer::bind`](crate::Signer::bind) receive it when the client is built.
#[derive(Clone)]
pub struct CredentialContext {
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) timeout: Duration,
    pub(crate) token_url: Option<&'static str>,
    pub(crate) refresh_url: Option<&'static str>,
}

impl CredentialContext {
    /// The client's transport.
    #[must_use]
    pub fn transport(&self) -> &Arc<dyn Transport> {
        &self.transport
    }

    /// The client's clock.
    #[must_use]
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// The time after which the client gives up waiting for a credential.
    #[must_use]
    pub fn timeout(&self) -> Duration {
        self.timeout
    }

    /// The URL where tokens are requested, as the document names it for this scheme.
    #[must_use]
    pub fn token_url(&self) -> Option<&'static str> {
        self.token_url
    }

    /// The URL where tokens are refreshed, as the document names it for this scheme.
    #[must_use]
    pub fn refresh_url(&self) -> Option<&'static str> {
        self.refresh_url
    }
}

impl fmt::Debug for CredentialContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { transport, clock, timeout, token_url, refresh_url } = self;
        f.debug_struct("CredentialContext")
            .field("transport", transport)
            .field("clock", clock)
            .field("timeout", timeout)
            .field("token_url", token_url)
            .field("refresh_url", refresh_url)
            .finish()
    }
}
