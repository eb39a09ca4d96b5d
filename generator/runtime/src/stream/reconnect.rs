use std::fmt;
use std::time::Duration;

use http::StatusCode;

use super::events::{Event, EventStream};
use crate::call::Request;
use crate::error::{Error, ErrorKind};
use crate::response::Payload;

/// How a stream of events is resumed after its connection broke.
///
/// ```
/// use std::time::Duration;
///
/// use callwright_runtime::stream::Reconnect;
///
/// let patient = Reconnect::new().max_failures(100).backoff(Duration::from_secs(5), Duration::from_secs(300));
/// # let _ = patient;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use = "it is given to reconnecting events"]
pub struct Reconnect {
    max_failures: u32,
    first: Duration,
    longest: Duration,
}

impl Reconnect {
    /// Up to 10 failures in a row, with random delays of at most 1 second after the first, doubling
    /// with each further one, up to 30 seconds. A server's `retry` replaces the first delay.
    pub fn new() -> Self {
        Self { max_failures: 10, first: Duration::from_secs(1), longest: Duration::from_secs(30) }
    }

    /// Sets the number of failures in a row after which the last one is returned. An event that
    /// arrives begins a new row.
    pub fn max_failures(mut self, failures: u32) -> Self {
        self.max_failures = failures;
        self
    }

    /// Sets the delays: up to `first` after the first failure, unless the server requests another,
    /// doubling with each further one, never more than `longest`.
    pub fn backoff(mut self, first: Duration, longest: Duration) -> Self {
        self.first = first;
        self.longest = longest;
        self
    }

    /// Between half of the delay and the whole, so that clients do not reconnect together.
    fn delay(&self, failures: u32, requested: Option<Duration>, random: u64) -> Duration {
        let doubled = 1_u32.checked_shl(failures.saturating_sub(1)).unwrap_or(u32::MAX);
        let first = requested.unwrap_or(self.first);
        let most = first.saturating_mul(doubled).min(self.longest);
        let half = u64::try_from((most / 2).as_nanos()).unwrap_or(u64::MAX);
        let part = u128::from(half) * u128::from(random) / u128::from(u64::MAX);
        most / 2 + Duration::from_nanos(u64::try_from(part).unwrap_or(u64::MAX))
    }
}

impl Default for Reconnect {
    fn default() -> Self {
        Self::new()
    }
}

/// The events of a request that is sent again when its connection ends (HTML standard, section
/// 9.2.3), with the id of the last event as `Last-Event-ID`.
///
/// It ends at the word that marks the end of the [`EventStream`], at status 204, and after an error
/// that another attempt would not change. An event that cannot be decoded is an error, and the
/// following events still arrive.
///
/// ```no_run
/// use callwright_runtime::{Error, Request};
/// use callwright_runtime::stream::{EventStream, Reconnect, ReconnectingEvents};
///
/// async fn follow<R>(request: R) -> Result<(), Error<R::Error>>
/// where
///     R: Request<Output = EventStream<String>> + Clone,
/// {
///     let mut events = ReconnectingEvents::new(request, Reconnect::new());
///     while let Some(event) = events.next().await {
///         println!("{}", event?.name);
///     }
///     Ok(())
/// }
/// ```
#[must_use = "nothing is sent until `next` is awaited"]
pub struct ReconnectingEvents<R, T> {
    request: R,
    reconnect: Reconnect,
    stream: Option<EventStream<T>>,
    last_id: String,
    requested: Option<Duration>,
    failures: u32,
    is_done: bool,
}

impl<R, T> ReconnectingEvents<R, T>
where
    R: Request<Output = EventStream<T>> + Clone,
    T: Payload,
{
    /// The events of this request.
    pub fn new(request: R, reconnect: Reconnect) -> Self {
        Self {
            request,
            reconnect,
            stream: None,
            last_id: String::new(),
            requested: None,
            failures: 0,
            is_done: false,
        }
    }

    /// Begins after the event of this id, which an earlier run of the program received.
    pub fn after(mut self, id: impl Into<String>) -> Self {
        self.last_id = id.into();
        self
    }

    /// The id of the last event; empty if none had any.
    #[must_use]
    pub fn last_event_id(&self) -> &str {
        &self.last_id
    }

    /// Returns the next event, or `None` at the end.
    ///
    /// # Errors
    /// An event cannot be decoded, or too many connections in a row failed.
    pub async fn next(&mut self) -> Option<Result<Event<T>, Error<R::Error>>> {
        while !self.is_done {
            let Some(stream) = &mut self.stream else {
                match self.connect().await {
                    Ok(()) => continue,
                    Err(error) if self.may_pass(&error) => continue,
                    Err(error) => {
                        self.is_done = true;
                        return Some(Err(error));
                    }
                }
            };
            let item = stream.next().await;
            let is_done = stream.is_done();
            stream.last_event_id().clone_into(&mut self.last_id);
            self.requested = stream.retry().or(self.requested);
            match item {
                Some(Ok(event)) => {
                    self.failures = 0;
                    return Some(Ok(event));
                }
                // The stream goes on after an event that cannot be decoded.
                Some(Err(error)) if error.is_decode() => return Some(Err(error.of_api())),
                Some(Err(error)) => {
                    self.stream = None;
                    let error = error.of_api();
                    if !self.may_pass(&error) {
                        self.is_done = true;
                        return Some(Err(error));
                    }
                }
                None if is_done => self.is_done = true,
                None => {
                    self.stream = None;
                    self.failures = self.failures.saturating_add(1);
                    self.is_done = self.failures > self.reconnect.max_failures;
                }
            }
        }
        None
    }

    async fn connect(&mut self) -> Result<(), Error<R::Error>> {
        let mut call = self.request.clone().into_call();
        if self.failures > 0 {
            let clock = call.clock();
            clock.sleep(self.reconnect.delay(self.failures, self.requested, clock.random())).await;
        }
        if !self.last_id.is_empty() {
            call = call.header("last-event-id", &self.last_id);
        }
        let response = call.send::<R::Output, R::Headers, R::Error>().await?;
        if response.http_status() == StatusCode::NO_CONTENT {
            self.is_done = true;
            return Ok(());
        }
        let mut stream = response.into_inner();
        stream.after(&self.last_id);
        self.stream = Some(stream);
        Ok(())
    }

    /// Counts a failure; whether another attempt is worth it.
    fn may_pass<E>(&mut self, error: &Error<E>) -> bool {
        self.failures = self.failures.saturating_add(1);
        let passes = error.is_transient()
            || matches!(
                error.kind(),
                ErrorKind::Connect | ErrorKind::Transport | ErrorKind::Timeout
            );
        passes && self.failures <= self.reconnect.max_failures
    }
}

impl<R, T> fmt::Debug for ReconnectingEvents<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReconnectingEvents")
            .field("reconnect", &self.reconnect)
            .field("failures", &self.failures)
            .finish_non_exhaustive()
    }
}
