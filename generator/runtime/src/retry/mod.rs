//! Retries.

mod after;
mod budget;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::Method;

use self::after::retry_after;
pub(crate) use self::budget::{Budget, Taken};
use crate::clock::Clock;
use crate::error::{Error, ErrorKind};

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
/// | 429, or a code that the document declares to be transient | always: the server has not acted on the request (RFC 6585, section 4) |
/// | 408, 425, 502, 503, 504, or those of [`statuses`](Self::statuses) | if the call is idempotent |
/// | the connection broke, or the attempt timed out | if the call is idempotent |
/// | anything else | never, unless [`retry_if`](Self::retry_if) says so |
///
/// `GET`, `HEAD`, `OPTIONS`, `TRACE`, `PUT`, `DELETE` and `QUERY` are idempotent (RFC 9110, section
/// 9.2.2), and so is a call with an [idempotency key](crate::ClientBuilder::idempotency_key);
/// [`idempotent`](Self::idempotent) declares any call idempotent. A call with a streamed body is
/// never retried, since the stream can be sent only once.
///
/// The delay is random up to a bound that doubles with each attempt, and never shorter than
/// `Retry-After` (RFC 9110, section 10.2.3) demands. If `Retry-After` exceeds the [maximum
/// delay](Self::backoff), the response is returned. The client's timeout covers all attempts.
///
/// All calls of a client share a budget of 500 tokens: a retry takes 5, after a timeout 10, and a
/// successful call puts back those of its last retry, or 1. When the budget is spent, failures are
/// returned at once, so that clients do not hammer a server that is down.
///
/// ```
/// use std::time::Duration;
///
/// use callwright_runtime::Retry;
///
/// let patient = Retry::new().max_attempts(5).backoff(Duration::from_secs(1), Duration::from_secs(60));
/// # let _ = patient;
/// ```
#[derive(Clone)]
#[must_use = "it is given to a client's builder or to a call"]
pub struct Retry {
    max_attempts: u32,
    first: Duration,
    longest: Duration,
    attempt_timeout: Option<Duration>,
    statuses: Vec<u16>,
    is_idempotent: bool,
    hook: Option<Arc<Hook>>,
}

/// The caller's decision on a failure; `None` leaves it to the rules.
#[cfg(not(target_family = "wasm"))]
type Hook = dyn Fn(&Error) -> Option<bool> + Send + Sync;
#[cfg(target_family = "wasm")]
type Hook = dyn Fn(&Error) -> Option<bool>;

/// A failed attempt of a call.
#[derive(Debug)]
pub(crate) struct Attempt<'a> {
    pub(crate) method: &'a Method,
    /// Whether the request has an idempotency key.
    pub(crate) has_key: bool,
    /// The failure, which knows the number of the attempt.
    pub(crate) failure: &'a Error,
}

/// The decision on a failed attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// The failure is final, as most are.
    Stop,
    /// The failure is final although it is transient, for this reason.
    GiveUp(&'static str),
    /// Another attempt follows after this delay.
    RetryAfter(Duration),
}

/// Statuses of a server that is unable to act for the moment.
pub(crate) const TRANSIENT: &[u16] = &[408, 425, 429, 502, 503, 504];

impl Retry {
    /// Three attempts, with random delays of at most 0.2 and 0.4 seconds between them, or the
    /// delays that the server requests, up to 20 seconds.
    pub fn new() -> Self {
        Self {
            max_attempts: 3,
            first: Duration::from_millis(200),
            longest: Duration::from_secs(20),
            attempt_timeout: None,
            statuses: TRANSIENT.to_vec(),
            is_idempotent: false,
            hook: None,
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

    /// Declares all calls idempotent whatever their method: for calls that can be repeated without
    /// harm.
    pub fn idempotent(mut self) -> Self {
        self.is_idempotent = true;
        self
    }

    /// Asks `decide` about every failure before the rules: `Some(true)` retries it whatever the
    /// method, `Some(false)` returns it, and `None` leaves it to the rules. The number of attempts,
    /// the delays and the budget of the client still apply, and a streamed body is never sent twice.
    ///
    /// ```
    /// use callwright_runtime::Retry;
    ///
    /// // A conflict ends by itself here, whatever the operation.
    /// let retry = Retry::new().retry_if(|error| error.is_conflict().then_some(true));
    /// # let _ = retry;
    /// ```
    #[cfg(not(target_family = "wasm"))]
    pub fn retry_if(
        mut self,
        decide: impl Fn(&Error) -> Option<bool> + Send + Sync + 'static,
    ) -> Self {
        self.hook = Some(Arc::new(decide));
        self
    }

    /// Asks `decide` about every failure before the rules: `Some(true)` retries it whatever the
    /// method, `Some(false)` returns it, and `None` leaves it to the rules.
    #[cfg(target_family = "wasm")]
    pub fn retry_if(mut self, decide: impl Fn(&Error) -> Option<bool> + 'static) -> Self {
        self.hook = Some(Arc::new(decide));
        self
    }

    pub(crate) fn limit_of_attempt(&self) -> Option<Duration> {
        self.attempt_timeout
    }

    /// Whether there is anything to decide: otherwise the failure need not be looked at.
    pub(crate) fn is_enabled(&self) -> bool {
        self.max_attempts > 1
    }

    /// Whether a response of this status may be a failure, besides those that always are.
    pub(crate) fn lists(&self, status: u16) -> bool {
        self.statuses.contains(&status)
    }

    pub(crate) fn decide(&self, attempt: &Attempt<'_>, clock: &dyn Clock) -> Decision {
        let number = attempt.failure.attempts();
        if !self.is_enabled() || !self.admits(attempt) {
            return Decision::Stop;
        }
        if number >= self.max_attempts {
            return Decision::Stop;
        }
        let backoff = self.spread(number, clock.random());
        let headers = attempt.failure.headers();
        match headers.and_then(|headers| retry_after(headers, clock.now())) {
            Some(requested) if requested > self.longest => {
                Decision::GiveUp("`Retry-After` exceeds the longest delay")
            }
            // A server that requests no delay is still given one.
            Some(requested) => Decision::RetryAfter(requested.max(backoff)),
            None => Decision::RetryAfter(backoff),
        }
    }

    fn admits(&self, attempt: &Attempt<'_>) -> bool {
        let Attempt { method, has_key, failure } = *attempt;
        if let Some(decided) = self.hook.as_ref().and_then(|hook| hook(failure)) {
            return decided;
        }
        if failure.kind() == ErrorKind::Connect || failure.fault().means(429, "transient") {
            return true;
        }
        if !(self.is_idempotent || has_key || is_idempotent(method)) {
            return false;
        }
        match failure.status() {
            Some(status) => self.lists(status.as_u16()),
            None => matches!(failure.kind(), ErrorKind::Transport | ErrorKind::Timeout),
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

impl fmt::Debug for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { max_attempts, first, longest, attempt_timeout, statuses, is_idempotent, hook } =
            self;
        f.debug_struct("Retry")
            .field("max_attempts", max_attempts)
            .field("backoff", &(first, longest))
            .field("attempt_timeout", attempt_timeout)
            .field("statuses", statuses)
            .field("idempotent", is_idempotent)
            .field("retry_if", &hook.is_some())
            .finish()
    }
}

/// Idempotent methods: RFC 9110, section 9.2.2, and `QUERY`, which is safe.
pub(crate) fn is_idempotent(method: &Method) -> bool {
    ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"].contains(&method.as_str())
}
