//! Recorded exchanges: HAR 1.2 files as a transport, and as a server.
//!
//! # How a request finds its answer
//! A request matches an entry if the method, the path and the query are those
//! of the recorded request; the scheme and the host do not count, so that a
//! recording serves on any address. The pairs of a query may come in any order.
//! A recorded body has to be there too, equal as JSON where both are JSON, byte
//! for byte elsewhere; headers count only where [`Replay::match_header`] says so.
//!
//! Each entry answers once: among those that match, the first that has not been
//! used, in the order of the file. With [`Replay::repeating`] the last that
//! matches answers again when all were used. A request that no entry answers
//! gets status 404 and is remembered: [`Replay::verify`] and
//! [`Replay::finish`] then fail.

mod entry;
mod error;
#[cfg(feature = "replay-server")]
mod server;

#[cfg(test)]
mod tests;

use std::fmt;
use std::io::Read;
use std::path::Path;
use std::str::FromStr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
pub use error::ReplayError;
use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue, StatusCode};
#[cfg(feature = "replay-server")]
pub use server::ReplayServer;

use self::entry::Entry;
use crate::body::{Body, Collected, collect};
use crate::transport::{Exchange, Transport, TransportError};

/// The largest recording that is read, in bytes.
const FILE_LIMIT: u64 = 256 * 1024 * 1024;
/// The largest body of a request that is compared, in bytes.
const BODY_LIMIT: usize = 64 * 1024 * 1024;

/// Recorded exchanges as a transport. Clones share what was used.
#[derive(Clone)]
pub struct Replay {
    state: Arc<Mutex<State>>,
    headers: Vec<HeaderName>,
    repeating: bool,
}

struct State {
    entries: Vec<Entry>,
    used: Vec<bool>,
    unmatched: Vec<String>,
}

impl Replay {
    /// Reads a HAR 1.2 file.
    ///
    /// # Errors
    /// The file cannot be read, or is no HAR 1.2.
    pub fn from_path(path: impl AsRef<Path>) -> Result<Self, ReplayError> {
        let path = path.as_ref();
        let unreadable =
            |error| ReplayError::new(format!("{} cannot be read", path.display())).source(error);
        let file = std::fs::File::open(path).map_err(unreadable)?;
        let mut text = String::new();
        file.take(FILE_LIMIT + 1).read_to_string(&mut text).map_err(unreadable)?;
        if u64::try_from(text.len()).unwrap_or(u64::MAX) > FILE_LIMIT {
            return Err(ReplayError::new(format!("{} is larger than 256 MiB", path.display())));
        }
        text.parse().map_err(|error: ReplayError| error.within(&path.display().to_string()))
    }

    /// Lets this header count: a request has to have the recorded value, or
    /// to lack it as the recorded request does.
    #[must_use]
    pub fn match_header(mut self, name: HeaderName) -> Self {
        self.headers.push(name);
        self
    }

    /// Lets the last entry that matches answer again and again.
    #[must_use]
    pub fn repeating(mut self) -> Self {
        self.repeating = true;
        self
    }

    /// The requests of the entries that no request has used, such as
    /// `GET /pets?limit=1`.
    #[must_use]
    pub fn unused(&self) -> Vec<String> {
        let state = self.lock();
        let entries = state.entries.iter().zip(&state.used);
        entries.filter(|(_, used)| !**used).map(|(entry, _)| entry.request.line()).collect()
    }

    /// The requests that no entry answered.
    #[must_use]
    pub fn unmatched(&self) -> Vec<String> {
        self.lock().unmatched.clone()
    }

    /// Fails if a request was not answered by an entry.
    ///
    /// # Errors
    /// Names each such request.
    pub fn verify(&self) -> Result<(), ReplayError> {
        let unmatched = self.unmatched();
        if unmatched.is_empty() {
            return Ok(());
        }
        Err(ReplayError::new(format!("no recorded exchange matches {}", unmatched.join(", "))))
    }

    /// Fails if a request was not answered by an entry, or if an entry was not used.
    ///
    /// # Errors
    /// Names each such request or entry.
    pub fn finish(&self) -> Result<(), ReplayError> {
        self.verify()?;
        let unused = self.unused();
        if unused.is_empty() {
            return Ok(());
        }
        Err(ReplayError::new(format!("recorded but not requested: {}", unused.join(", "))))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The answer to a request whose body was read.
    fn answer(&self, request: &http::Request<Bytes>) -> http::Response<Body> {
        let mut state = self.lock();
        let matching: Vec<usize> = state
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.request.matches(request, &self.headers))
            .map(|(index, _)| index)
            .collect();
        let unused = |index: &&usize| state.used.get(**index) == Some(&false);
        let first = matching.iter().find(unused).copied();
        let chosen = first.or(if self.repeating { matching.last().copied() } else { None });
        if let Some(index) = chosen {
            if let Some(used) = state.used.get_mut(index) {
                *used = true;
            }
            if let Some(entry) = state.entries.get(index) {
                return entry.response.give();
            }
        }
        let line = entry::line(request.method(), request.uri());
        let text = if matching.is_empty() {
            format!("No recorded exchange matches {line}.\n")
        } else {
            format!("Every recorded exchange that matches {line} was used already.\n")
        };
        state.unmatched.push(line);
        drop(state);
        let mut response = http::Response::new(Body::from(text));
        *response.status_mut() = StatusCode::NOT_FOUND;
        response
            .headers_mut()
            .insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
        response
    }

    /// Reads the body, then answers.
    async fn exchange(
        self,
        request: http::Request<Body>,
    ) -> Result<http::Response<Body>, TransportError> {
        let (parts, body) = request.into_parts();
        match collect(body, BODY_LIMIT).await? {
            Collected::All(bytes) => Ok(self.answer(&http::Request::from_parts(parts, bytes))),
            Collected::Beyond(_) => {
                Err(TransportError::other("the body is too large to be compared"))
            }
        }
    }
}

impl FromStr for Replay {
    type Err = ReplayError;

    fn from_str(har: &str) -> Result<Self, ReplayError> {
        let entries = entry::read(har)?;
        let used = vec![false; entries.len()];
        let state = State { entries, used, unmatched: Vec::new() };
        Ok(Self { state: Arc::new(Mutex::new(state)), headers: Vec::new(), repeating: false })
    }
}

impl Transport for Replay {
    fn send(&self, request: http::Request<Body>) -> Exchange {
        Box::pin(self.clone().exchange(request))
    }
}

impl fmt::Debug for Replay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.lock();
        let used = state.used.iter().filter(|used| **used).count();
        write!(f, "Replay({used} of {} used)", state.entries.len())
    }
}
