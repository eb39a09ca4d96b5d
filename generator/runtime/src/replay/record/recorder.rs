use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use http::{HeaderMap, Method, StatusCode, Uri, Version};

use super::prefix::Prefix;
use crate::body::Body;
use crate::clock::{Clock, SystemClock};
use crate::credential::SecretNames;
use crate::describe::Api;
use crate::replay::redact::Redaction;
use crate::transport::{Transport, TransportError};

/// The default maximum size of a recorded body in bytes.
const BODY_LIMIT: usize = 16 * 1024 * 1024;
/// The maximum number of recorded exchanges; later ones pass unrecorded, and the log says how many
/// there were.
const EXCHANGE_LIMIT: usize = 10_000;

/// A transport that records the exchanges of another one as HAR 1.2.
///
/// Clones are cheap and share one log, so keep one when a client takes the other; configure it
/// before cloning.
///
/// Secrets are replaced by `REDACTED`: every header, cookie and query parameter that the client set
/// as a credential; other headers marked as sensitive; user information in URLs; and headers, query parameters and members of JSON bodies,
/// at any depth, with the names of common credentials (`Authorization`, `Cookie`, `Set-Cookie`,
/// `X-Auth-Token`, `X-Security-Token`, `token`, `password`, `access_key`, …) or with names given to
/// [`redact`](Self::redact) and [`redact_api`](Self::redact_api). A secret within another string is
/// not found: read a recording before you publish it.
///
/// Bodies that are not UTF-8 are stored as base64.
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// use callwright_runtime::{SendBlocking, replay::Recorder};
///
/// # let canned = pets::Canned(|_| (200, "[]"));
/// let recorder = Recorder::new(canned);
/// let client = pets::Client::builder().transport(recorder.clone()).build().unwrap();
/// client.list_pets().send_blocking().unwrap();
/// assert!(recorder.to_har_string()?.contains("https://pets.example/v1/pets"));
/// # Ok::<(), callwright_runtime::replay::ReplayError>(())
/// ```
#[derive(Clone)]
pub struct Recorder {
    pub(super) inner: Arc<dyn Transport>,
    pub(super) settings: Arc<Settings>,
    pub(super) log: Arc<Mutex<Log>>,
}

#[derive(Clone)]
pub(super) struct Settings {
    pub(super) redaction: Redaction,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) body_limit: usize,
}

#[derive(Default)]
pub(super) struct Log {
    pub(super) exchanges: Vec<Recording>,
    pub(super) unrecorded: usize,
}

/// One exchange, complete or in progress.
pub(super) struct Recording {
    pub(super) started: SystemTime,
    pub(super) answered: Option<SystemTime>,
    pub(super) ended: Option<SystemTime>,
    pub(super) method: Method,
    pub(super) uri: Uri,
    pub(super) version: Version,
    pub(super) headers: HeaderMap,
    pub(super) body: Prefix,
    /// The query parameters in which the client put credentials.
    pub(super) secret_names: SecretNames,
    pub(super) state: ExchangeState,
}

pub(super) enum ExchangeState {
    Pending,
    Failed(String),
    Answered { status: StatusCode, version: Version, headers: HeaderMap, body: Prefix },
}

impl Recorder {
    /// Records the exchanges of `inner`.
    pub fn new(inner: impl Transport + 'static) -> Self {
        Self {
            inner: Arc::new(inner),
            settings: Arc::new(Settings {
                redaction: Redaction::default(),
                clock: Arc::new(SystemClock),
                body_limit: BODY_LIMIT,
            }),
            log: Arc::default(),
        }
    }

    /// Redacts the header, the query parameter and the body members of this name,
    /// case-insensitively.
    #[must_use]
    pub fn redact(mut self, name: &str) -> Self {
        Arc::make_mut(&mut self.settings).redaction.add(name);
        self
    }

    /// Redacts what the document declares secret: the keys of its security schemes, and properties
    /// and parameters with the format `password` or `x-callwright-secret`. In a generated client,
    /// the description is `client::API`.
    #[must_use]
    pub fn redact_api(mut self, api: &Api) -> Self {
        Arc::make_mut(&mut self.settings).redaction.add_api(api);
        self
    }

    /// Sets the clock for time stamps.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        Arc::make_mut(&mut self.settings).clock = Arc::new(clock);
        self
    }

    /// Sets the maximum recorded size of each body, 16 MiB by default. A longer body is truncated,
    /// and its exchange cannot be replayed.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        Arc::make_mut(&mut self.settings).body_limit = bytes;
        self
    }

    /// Records the request; returns the index of its exchange if it is recorded.
    pub(super) fn begin(&self, request: &http::Request<Body>) -> Option<usize> {
        let recording = Recording {
            started: self.settings.clock.now(),
            answered: None,
            ended: None,
            method: request.method().clone(),
            uri: request.uri().clone(),
            version: request.version(),
            headers: request.headers().clone(),
            body: Prefix::new(self.settings.body_limit),
            secret_names: request.extensions().get().cloned().unwrap_or_default(),
            state: ExchangeState::Pending,
        };
        let mut log = self.log();
        if log.exchanges.len() >= EXCHANGE_LIMIT {
            log.unrecorded = log.unrecorded.saturating_add(1);
            return None;
        }
        log.exchanges.push(recording);
        Some(log.exchanges.len().saturating_sub(1))
    }

    pub(super) fn answered(&self, index: usize, response: &http::Response<Body>) {
        let now = self.settings.clock.now();
        self.change(index, |recording| {
            recording.answered = Some(now);
            recording.state = ExchangeState::Answered {
                status: response.status(),
                version: response.version(),
                headers: response.headers().clone(),
                body: Prefix::new(self.settings.body_limit),
            };
        });
    }

    pub(super) fn failed(&self, index: usize, error: &TransportError) {
        let now = self.settings.clock.now();
        let mut text = error.to_string();
        let mut source = std::error::Error::source(error);
        while let Some(error) = source {
            text = format!("{text}: {error}");
            source = error.source();
        }
        self.change(index, |recording| {
            recording.ended = Some(now);
            recording.state = ExchangeState::Failed(text);
        });
    }

    pub(super) fn change(&self, index: usize, change: impl FnOnce(&mut Recording)) {
        if let Some(recording) = self.log().exchanges.get_mut(index) {
            change(recording);
        }
    }

    /// A panic elsewhere leaves no inconsistent state here, so a poisoned lock is usable.
    pub(super) fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Prints only counts.
impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorder")
            .field("inner", &self.inner)
            .field("exchanges", &self.log().exchanges.len())
            .finish_non_exhaustive()
    }
}
