//! Retries.

mod after;
#[cfg(test)]
mod tests;

use std::time::Duration;

use http::{HeaderMap, Method, StatusCode};

use self::after::retry_after;
use crate::clock::Clock;
use crate::error::ErrorKind;

/// Decides which calls are retried, how often, and with which delays.
///
/// By default nothing is retried: set it for a client with
/// [`ClientBuilder::retry`](crate::ClientBuilder::retry), or for a single call with
/// [`Call::retry`](crate::Call::retry). Each attempt builds the request anew, with current
/// credentials and a fresh signature.
///
/// | failure | retried |
/// |---|---|
/// | the connection could not be established | always: nothing was sent |
/// | 429 | always: the server has not acted on the request (RFC 6585, section 4) |
/// | 408, 425, 502, 503, 504, or those of [`statuses`](Self::statuses) | if the method is idempotent |
/// | the connection broke, or the attempt timed out | if the method is idempotent |
/// | anything else | never |
///
/// `GET`, `HEAD`, `OPTIONS`, `TRACE`, `PUT`, `DELETE` and `QUERY` are idempotent (RFC 9110, section
/// 9.2.2); [`idempotent`](Self::idempotent) declares any call idempotent. A call with a streamed
/// body is never retried, since the stream can be sent only once.
///
/// The delay is that of `Retry-After` (RFC 9110, section 10.2.3), or random up to a bound that
/// doubles with each attempt. If `Retry-After` exceeds the [maximum delay](Self::backoff), the
/// response is returned. The client's timeout covers all attempts.
///
/// ```
/// use std::time::Duration;
///
/// use callwright_runtime::Retry;
///
/// let patient = Retry::new().max_attempts(5).backoff(Duration::from_secs(1), Duration::from_secs(60));
/// # let _ = patient;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "it is given to a client's builder or to a call"]
pub struct Retry {
    max_attempts: u32,
    first: Duration,
    longest: Duration,
    attempt_timeout: Option<Duration>,
    statuses: Vec<u16>,
    is_idempotent: bool,
}

/// One attempt of a call, with its result: the head of a response, or a failure.
pub(crate) struct Attempt<'a> {
    /// From 1.
    pub(crate) number: u32,
    pub(crate) method: &'a Method,
    pub(crate) result: Result<(StatusCode, &'a HeaderMap), ErrorKind>,
}

/// Transient statuses besides 429.
const STATUSES: &[u16] = &[408, 425, 502, 503, 504];

impl Retry {
    /// Three attempts, with random delays of at most 0.2 and 0.4 seconds between them, or the
    /// delays that the server requests, up to 20 seconds.
    pub fn new() -> Self {
        Self {
            max_attempts: 3,
            first: Duration::from_millis(200),
            longest: Duration::from_secs(20),
            attempt_timeout: None,
            statuses: STATUSES.to_vec(),
            is_idempotent: false,
        }
    }

    /// Disables retries.
    pub fn disabled() -> Self {
        Self::new().max_attempts(1)
    }

    /// Sets the maximum number of attempts, including the first.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts;
        self
    }

    /// Sets the delays: up to `first` before the second attempt, doubling with each further one,
    /// never more than `longest`.
    pub fn backoff(mut self, first: Duration, longest: Duration) -> Self {
        self.first = first;
        self.longest = longest;
        self
    }

    /// Sets the timeout of a single attempt.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// Sets the statuses after which idempotent calls are retried, in place of the defaults; 429 is
    /// always retried.
    pub fn statuses(mut self, statuses: impl IntoIterator<Item = u16>) -> Self {
        self.statuses = statuses.into_iter().collect();
        self
    }

    /// Declares all calls idempotent whatever their method: for servers that recognise repetitions
    /// by an idempotency key, or for calls that can be repeated without harm.
    pub fn idempotent(mut self) -> Self {
        self.is_idempotent = true;
        self
    }

    pub(crate) fn limit_of_attempt(&self) -> Option<Duration> {
        self.attempt_timeout
    }

    /// The delay before the next attempt; `None` if the result of this attempt is final.
    pub(crate) fn delay_after(&self, attempt: &Attempt<'_>, clock: &dyn Clock) -> Option<Duration> {
        if attempt.number >= self.max_attempts || !self.admits(attempt) {
            return None;
        }
        let requested = match attempt.result {
            Ok((_, headers)) => retry_after(headers, clock.now()),
            Err(_) => None,
        };
        match requested {
            Some(delay) => (delay <= self.longest).then_some(delay),
            None => Some(self.spread(attempt.number, clock.random())),
        }
    }

    fn admits(&self, attempt: &Attempt<'_>) -> bool {
        let is_idempotent = self.is_idempotent || is_idempotent(attempt.method);
        match attempt.result {
            Ok((StatusCode::TOO_MANY_REQUESTS, _)) | Err(ErrorKind::Connect) => true,
            Ok((status, _)) => is_idempotent && self.statuses.contains(&status.as_u16()),
            Err(ErrorKind::Transport | ErrorKind::Timeout) => is_idempotent,
            Err(_) => false,
        }
    }

    /// A random fraction of the delay, so that clients that failed together do not retry together.
    fn spread(&self, attempt: u32, random: u64) -> Duration {
        let doubled = 1_u32.checked_shl(attempt.saturating_sub(1)).unwrap_or(u32::MAX);
        let most = self.first.saturating_mul(doubled).min(self.longest);
        let nanoseconds = u64::try_from(most.as_nanos()).unwrap_or(u64::MAX);
        let part = u128::from(nanoseconds) * u128::from(random) / u128::from(u64::MAX);
        Duration::from_nanos(u64::try_from(part).unwrap_or(u64::MAX))
    }
}

impl Default for Retry {
    fn default() -> Self {
        Self::new()
    }
}

/// Idempotent methods: RFC 9110, section 9.2.2, and `QUERY`, which is safe.
fn is_idempotent(method: &Method) -> bool {
    ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"].contains(&method.as_str())
}
