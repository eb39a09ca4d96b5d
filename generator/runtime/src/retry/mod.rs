//! Calls that are sent again.

mod after;
#[cfg(test)]
mod tests;

use std::time::Duration;

use http::{Method, StatusCode};

use self::after::retry_after;
use crate::call::Received;
use crate::clock::Clock;
use crate::error::{ErrorKind, Fault};

/// When a call is sent again, how often, and how long it waits before.
///
/// By default nothing is: a client is given one with
/// [`ClientBuilder::retry`](crate::ClientBuilder::retry), a single call with
/// [`Call::retry`](crate::Call::retry). Each time the call is made anew, with the credentials and
/// the signature of that moment.
///
/// | what happened | sent again |
/// |---|---|
/// | no connection came about | always: nothing was sent |
/// | 429 | always: the server has not done it (RFC 6585, section 4) |
/// | 408, 425, 502, 503, 504, or those of [`statuses`](Self::statuses) | if the method is idempotent |
/// | the exchange broke off, or the time of one attempt ran out | if the method is idempotent |
/// | anything else | never |
///
/// `GET`, `HEAD`, `OPTIONS`, `TRACE`, `PUT`, `DELETE` and `QUERY` are idempotent (RFC 9110, section 9.2.2);
/// [`idempotent`](Self::idempotent) says so of any call. A body that is streamed can be sent once, so
/// such a call is never sent again.
///
/// It waits as long as the answer's `Retry-After` says (RFC 9110, section 10.2.3), without one for a random time up to a
/// bound that doubles with each attempt. Where `Retry-After` asks for more than the
/// [longest wait](Self::backoff), the answer is the outcome. The client's timeout holds for all attempts
/// together.
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

/// What says that the server is not able to act now, besides 429.
const STATUSES: &[u16] = &[408, 425, 502, 503, 504];

impl Retry {
    /// Three attempts in all, with waits of at most 0.2 and 0.4 seconds between them, or as long as the server asks for, up
    /// to 20 seconds.
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

    /// One attempt: nothing is sent again.
    pub fn disabled() -> Self {
        Self::new().max_attempts(1)
    }

    /// Sends at most this often, the first time included.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts;
        self
    }

    /// Waits up to `first` before the second attempt, up to twice as long before each further one, and never
    /// longer than `longest`.
    pub fn backoff(mut self, first: Duration, longest: Duration) -> Self {
        self.first = first;
        self.longest = longest;
        self
    }

    /// Gives up a single attempt after this long.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// Sends idempotent calls again after these statuses, in place of the default ones; 429 always counts.
    pub fn statuses(mut self, statuses: impl IntoIterator<Item = u16>) -> Self {
        self.statuses = statuses.into_iter().collect();
        self
    }

    /// Takes calls for idempotent whatever their method is: for those whose server tells a repetition, by
    /// an idempotency key or because it does no harm.
    pub fn idempotent(mut self) -> Self {
        self.is_idempotent = true;
        self
    }

    pub(crate) fn limit_of_attempt(&self) -> Option<Duration> {
        self.attempt_timeout
    }

    /// How long to wait before the next attempt; `None` where the outcome of this one, the `attempt`-th, stands.
    pub(crate) fn wait(
        &self,
        attempt: u32,
        method: &Method,
        outcome: &Result<Received, Fault>,
        clock: &dyn Clock,
    ) -> Option<Duration> {
        if attempt >= self.max_attempts || !self.admits(method, outcome) {
            return None;
        }
        let headers = outcome.as_ref().ok().map(|received| &received.parts.headers);
        match headers.and_then(|headers| retry_after(headers, clock.now())) {
            Some(asked) => (asked <= self.longest).then_some(asked),
            None => Some(self.spread(attempt, clock.random())),
        }
    }

    fn admits(&self, method: &Method, outcome: &Result<Received, Fault>) -> bool {
        let is_idempotent = self.is_idempotent || is_idempotent(method);
        match outcome {
            Ok(received) => match received.parts.status {
                StatusCode::TOO_MANY_REQUESTS => true,
                status => is_idempotent && self.statuses.contains(&status.as_u16()),
            },
            Err(fault) => match fault.kind {
                ErrorKind::Connect => true,
                ErrorKind::Transport | ErrorKind::Timeout => is_idempotent,
                _ => false,
            },
        }
    }

    /// A random part of the wait, so that clients that failed together do not come back together.
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

/// RFC 9110, section 9.2.2, and `QUERY`, which is safe.
fn is_idempotent(method: &Method) -> bool {
    ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"].contains(&method.as_str())
}
