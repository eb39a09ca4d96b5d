//! Recording what goes through a transport.

pub(super) mod custom;
mod prefix;
mod save;
mod tee;
mod write;

#[cfg(test)]
mod tests;

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::{HeaderMap, Method, StatusCode, Uri, Version};

use self::prefix::Prefix;
use self::tee::{Side, tee};
use super::error::ReplayError;
use super::redact::Redaction;
use crate::body::Body;
use crate::clock::{Clock, SystemClock};
use crate::describe::Api;
use crate::transport::{Transport, TransportError, TransportFuture};

/// How many bytes of one body are kept unless set otherwise.
const BODY_LIMIT: usize = 16 * 1024 * 1024;
/// The most exchanges that are recorded; what comes after passes unrecorded,
/// and the log says how many that were.
const EXCHANGE_LIMIT: usize = 10_000;

/// A transport that records what another one carries, as HAR 1.2.
///
/// Clones are cheap and record into the same log, so keep one when a client
/// takes the other; set it up before it is cloned.
///
/// Secrets are replaced by `REDACTED`: headers marked as sensitive, as the
/// client marks its credentials; user information in URLs; and headers,
/// query parameters and members of JSON bodies, at any depth, whose names are those of
/// the usual credentials (`Authorization`, `Cookie`, `Set-Cookie`, `X-Auth-Token`,
/// `X-Security-Token`, `token`, `password`, `access_key`, …) or that
/// [`redact`](Self::redact) and [`redact_api`](Self::redact_api) name.
/// A secret within another text is not found: read a recording before you publish it.
///
/// Bodies that are not UTF-8 are kept as base64.
#[derive(Clone)]
pub struct Recorder {
    inner: Arc<dyn Transport>,
    settings: Arc<Settings>,
    log: Arc<Mutex<Log>>,
}

#[derive(Clone)]
struct Settings {
    redaction: Redaction,
    clock: Arc<dyn Clock>,
    body_limit: usize,
}

#[derive(Default)]
struct Log {
    exchanges: Vec<Recording>,
    unrecorded: usize,
}

/// One exchange, as far as it has come.
struct Recording {
    started: jiff::Timestamp,
    answered: Option<jiff::Timestamp>,
    ended: Option<jiff::Timestamp>,
    method: Method,
    uri: Uri,
    version: Version,
    headers: HeaderMap,
    body: Prefix,
    state: ExchangeState,
}

enum ExchangeState {
    Pending,
    Failed(String),
    Answered { status: StatusCode, version: Version, headers: HeaderMap, body: Prefix },
}

impl Recorder {
    /// Records what `inner` carries.
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

    /// Hides the header, the query parameter and the members of bodies of this
    /// name, in any case.
    #[must_use]
    pub fn redact(mut self, name: &str) -> Self {
        Arc::make_mut(&mut self.settings).redaction.add(name);
        self
    }

    /// Hides what the document declares secret: the keys that its security
    /// schemes name, and properties and parameters of the format `password` or
    /// marked `x-callwright-secret`. A generated client has the description in `client::API`.
    #[must_use]
    pub fn redact_api(mut self, api: &Api) -> Self {
        Arc::make_mut(&mut self.settings).redaction.add_api(api);
        self
    }

    /// Takes the time from this clock.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        Arc::make_mut(&mut self.settings).clock = Arc::new(clock);
        self
    }

    /// Keeps this many bytes of each body, 16 MiB by default. An exchange with
    /// a longer one is recorded with its beginning and cannot be replayed.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        Arc::make_mut(&mut self.settings).body_limit = bytes;
        self
    }

    /// What was recorded so far, as the text of a HAR file. An exchange under
    /// way, or whose body was not read to its end, is there as far as it came.
    ///
    /// # Errors
    /// None that is known; the encoder of JSON could fail.
    pub fn to_har_string(&self) -> Result<String, ReplayError> {
        write::har_text(&self.log(), &self.settings.redaction)
    }

    /// Writes what was recorded so far to a file, which is replaced as a whole
    /// or not at all.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), ReplayError> {
        let path = path.as_ref();
        save::replace_file(path, self.to_har_string()?.as_bytes())
            .map_err(|error| error.in_file(path))
    }

    /// Notes the request; the position of its exchange, if it is recorded.
    fn begin(&self, request: &http::Request<Body>) -> Option<usize> {
        let recording = Recording {
            started: self.settings.clock.now(),
            answered: None,
            ended: None,
            method: request.method().clone(),
            uri: request.uri().clone(),
            version: request.version(),
            headers: request.headers().clone(),
            body: Prefix::new(self.settings.body_limit),
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

    fn answered(&self, index: usize, response: &http::Response<Body>) {
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

    fn failed(&self, index: usize, error: &TransportError) {
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

    fn change(&self, index: usize, change: impl FnOnce(&mut Recording)) {
        if let Some(recording) = self.log().exchanges.get_mut(index) {
            change(recording);
        }
    }

    /// A panic elsewhere leaves nothing half-done in here, so a poisoned lock is fine.
    fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for Recorder {
    fn send(&self, request: http::Request<Body>) -> TransportFuture {
        let recorder = self.clone();
        Box::pin(async move {
            let Some(index) = recorder.begin(&request) else {
                return recorder.inner.send(request).await;
            };
            let request = request.map(|body| tee(body, &recorder, index, Side::Request));
            match recorder.inner.send(request).await {
                Ok(response) => {
                    recorder.answered(index, &response);
                    Ok(response.map(|body| tee(body, &recorder, index, Side::Response)))
                }
                Err(error) => {
                    recorder.failed(index, &error);
                    Err(error)
                }
            }
        })
    }
}

/// Prints counts only.
impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorder")
            .field("inner", &self.inner)
            .field("exchanges", &self.log().exchanges.len())
            .finish_non_exhaustive()
    }
}
