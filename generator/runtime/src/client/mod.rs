//! The client: the settings that all calls share.

mod authorize;
mod builder;
mod hooks;
mod macros;
mod server;
mod settings;

use std::fmt;
use std::sync::Arc;

pub(crate) use authorize::Authorized;
pub use builder::ClientBuilder;
pub use hooks::Exchanged;
pub(crate) use server::{absolute, parse as endpoint};
pub(crate) use settings::Settings;

use crate::call::Call;
use crate::clock::Clock;
use crate::describe::{Api, Operation};
use crate::json::Json;

/// A client of an API. Clones are cheap and share everything.
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// # use pets::{Canned, Client};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let builder = Client::builder().transport(Canned(|_| (200, "[]")));
/// let client: pets::Client = builder.endpoint("https://staging.pets.example").build()?;
/// let shared: callwright_runtime::Client = client.as_runtime().clone();
/// # let _ = shared;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client(Arc<Settings>);

impl Client {
    /// Starts a call of an operation of this API.
    pub fn call(&self, operation: &'static Operation) -> Call {
        Call::new(Arc::clone(&self.0), operation)
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
