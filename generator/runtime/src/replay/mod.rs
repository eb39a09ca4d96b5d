//! Recorded exchanges: reading, replaying and recording them.
//!
//! The file format is HAR 1.2, which browsers and proxies also read and write.

mod answer;
mod compare;
mod difference;
mod entry;
mod error;
mod observed_request;
mod read;
mod record;
mod redact;
mod report;
mod request_target;
#[cfg(feature = "replay-server")]
mod server;
mod substitute;

#[cfg(test)]
mod tests;

use std::fmt;
use std::path::Path;
use std::str::FromStr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub use difference::Difference;
pub use error::{ReplayError, ReplayErrorKind};
use http::HeaderName;
pub use record::Recorder;
pub use report::{RecordedRequest, UnmatchedRequest};
#[cfg(feature = "replay-server")]
pub use server::ReplayServer;

use self::compare::Rules;
use self::entry::Entry;

/// Answers requests from recorded exchanges instead of a server.
///
/// It implements [`Transport`](crate::transport::Transport); `ReplayServer` (feature `replay-server`) serves
/// the same exchanges on a local port. Clones are cheap and share their state; configure it before
/// cloning.
///
/// # Matching
///
/// A request matches a recorded one if
/// - the methods are equal;
/// - the paths are equal, segment by segment, after percent-decoding: `/a%2Fb` is not `/a/b`, but
///   `/%61` is `/a`;
/// - the queries have the same names and values after percent-decoding, with `+` read as a space.
///   The order of different names does not matter, the order of the values of one name does; `?a`
///   equals `?a=`;
/// - the headers named by [`match_header`](Self::match_header) are equal;
/// - the bodies are equal, if [`match_body`](Self::match_body) is set.
///
/// Scheme, host and port of the recording are ignored. A recorded query parameter, header, or
/// string within a JSON body or a form that is `REDACTED` matches any value.
///
/// Each exchange is used once; exchanges of equal requests are used in file order. When all are
/// used, further requests do not match, unless [`repeat_last`](Self::repeat_last) is set. An
/// unmatched request gets status 404 with a JSON body that lists the request and the recorded ones,
/// and makes [`verify`](Self::verify) fail.
///
/// The response has the recorded status, headers and body. Headers that describe the connection or
/// the length of the body are omitted, since the transport sets its own. An exchange recorded with
/// status 0, which browsers write if there was no response, is replayed as a transport error.
///
/// # Example
/// ```
/// use callwright_runtime::replay::Replay;
///
/// let har = r#"{ "log": {
///     "version": "1.2",
///     "creator": { "name": "by hand", "version": "1" },
///     "entries": [{
///         "startedDateTime": "2026-01-01T00:00:00Z", "time": 0, "cache": {},
///         "timings": { "send": 0, "wait": 0, "receive": 0 },
///         "request": {
///             "method": "GET", "url": "https://pets.example/pets?limit=1",
///             "httpVersion": "HTTP/1.1", "cookies": [], "headers": [], "queryString": [],
///             "headersSize": -1, "bodySize": 0
///         },
///         "response": {
///             "status": 200, "statusText": "OK", "httpVersion": "HTTP/1.1", "cookies": [],
///             "headers": [], "content": { "mimeType": "application/json", "text": "[]" },
///             "redirectURL": "", "headersSize": -1, "bodySize": 2
///         }
///     }]
/// } }"#;
/// let replay: Replay = har.parse()?;
/// // … give a clone of it to a client's builder as the transport, and call …
/// assert_eq!(replay.unused().len(), 1);
/// replay.finish()?;
/// # Ok::<(), callwright_runtime::replay::ReplayError>(())
/// ```
#[derive(Clone)]
pub struct Replay {
    source: Option<Arc<Path>>,
    entries: Arc<Vec<Entry>>,
    rules: Arc<Rules>,
    progress: Arc<Mutex<Progress>>,
}

/// The state of a replay.
#[derive(Debug, Default)]
struct Progress {
    /// Whether each entry was used.
    used: Vec<bool>,
    unmatched: Vec<UnmatchedRequest>,
}

impl Replay {
    /// Reads a HAR file of at most 64 MiB and 10,000 entries.
    ///
    /// # Errors
    /// The file cannot be read, is not HAR 1.2, or has an entry that cannot be replayed; the error
    /// names the file and the entry.
    pub fn from_path(path: impl AsRef<Path>) -> Result<Self, ReplayError> {
        let path = path.as_ref();
        read::file(path)
            .and_then(|bytes| read::entries(&bytes))
            .map(|entries| Self::new(entries, Some(path.into())))
            .map_err(|error| error.in_file(path))
    }

    fn new(entries: Vec<Entry>, source: Option<Arc<Path>>) -> Self {
        let progress = Progress { used: vec![false; entries.len()], unmatched: Vec::new() };
        Self {
            source,
            entries: Arc::new(entries),
            rules: Arc::new(Rules::default()),
            progress: Arc::new(Mutex::new(progress)),
        }
    }

    /// Requires the header to be equal, or absent from both requests.
    #[must_use]
    pub fn match_header(mut self, name: HeaderName) -> Self {
        Arc::make_mut(&mut self.rules).headers.push(name);
        self
    }

    /// Requires the bodies to be equal: JSON is compared as a value, a form by names and values,
    /// anything else by bytes. A multipart body that was recorded in parts never matches.
    #[must_use]
    pub fn match_body(mut self) -> Self {
        Arc::make_mut(&mut self.rules).body = true;
        self
    }

    /// Ignores a query parameter, such as a time stamp.
    #[must_use]
    pub fn ignore_query(mut self, name: impl Into<String>) -> Self {
        Arc::make_mut(&mut self.rules).ignored_query.push(name.into());
        self
    }

    /// Repeats the last exchange of each request indefinitely.
    #[must_use]
    pub fn repeat_last(mut self) -> Self {
        Arc::make_mut(&mut self.rules).repeat_last = true;
        self
    }

    /// Makes [`verify`](Self::verify) fail if an exchange was not used.
    #[must_use]
    pub fn require_all(mut self) -> Self {
        Arc::make_mut(&mut self.rules).require_all = true;
        self
    }

    /// Replaces text in the recording: in the path and the query of URLs, after percent-decoding,
    /// and in textual bodies (in JSON, within strings). This way a recorded id can stand for
    /// another one. Headers are not changed; an empty `from` replaces nothing.
    #[must_use]
    pub fn substitute(mut self, from: &str, to: &str) -> Self {
        if !from.is_empty() {
            for entry in Arc::make_mut(&mut self.entries) {
                entry.substitute(from, to);
            }
        }
        self
    }

    /// The unused recorded requests, in file order.
    #[must_use]
    pub fn unused(&self) -> Vec<RecordedRequest> {
        let progress = self.progress();
        self.entries
            .iter()
            .enumerate()
            .filter(|(index, _)| !progress.is_used(*index))
            .map(|(index, entry)| entry.describe(index))
            .collect()
    }

    /// The requests that matched no recorded exchange, in order of arrival; at most 1,000.
    #[must_use]
    pub fn unmatched(&self) -> Vec<UnmatchedRequest> {
        self.progress().unmatched.clone()
    }

    /// Checks that everything went as recorded.
    ///
    /// # Errors
    /// A request did not match, or [`require_all`](Self::require_all) is set and an exchange was
    /// not used; the error lists them.
    pub fn verify(&self) -> Result<(), ReplayError> {
        let unmatched = self.unmatched();
        let unused = if self.rules.require_all { self.unused() } else { Vec::new() };
        if unmatched.is_empty() && unused.is_empty() {
            return Ok(());
        }
        let error = ReplayError::verification(unmatched, unused);
        Err(match &self.source {
            Some(path) => error.in_file(path),
            None => error,
        })
    }

    /// Does the same as [`verify`](Self::verify), for the end of a test.
    ///
    /// # Errors
    /// Those of [`verify`](Self::verify).
    pub fn finish(self) -> Result<(), ReplayError> {
        self.verify()
    }

    /// A panic elsewhere leaves no inconsistent state here, so a poisoned lock is usable.
    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Progress {
    fn is_used(&self, index: usize) -> bool {
        self.used.get(index).copied().unwrap_or_default()
    }
}

/// Parses a HAR file; the limits are those of [`Replay::from_path`].
impl FromStr for Replay {
    type Err = ReplayError;

    fn from_str(text: &str) -> Result<Self, ReplayError> {
        read::entries(text.as_bytes()).map(|entries| Self::new(entries, None))
    }
}

/// Prints only counts: recordings may be private.
impl fmt::Debug for Replay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Replay")
            .field("source", &self.source)
            .field("entries", &self.entries.len())
            .field("unused", &self.unused().len())
            .field("unmatched", &self.progress().unmatched.len())
            .finish_non_exhaustive()
    }
}
