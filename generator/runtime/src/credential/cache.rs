use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use super::shared_future::SharedFuture;
use crate::box_future::BoxFuture;
use crate::clock::Clock;
use crate::transport::BoxError;

/// The longest time before its end at which a value is renewed, and the longest random time before
/// that.
const EARLY: Duration = Duration::from_secs(300);
/// The part of its lifetime before its end at which a value is renewed, if that is shorter.
const EARLY_PART: u32 = 10;
/// The delay before another early renewal, if one failed.
const AGAIN: Duration = Duration::from_secs(30);

/// A value that expires, kept until shortly before its end. All callers share one fetch; while the
/// value is still valid, only one of them waits for its renewal.
pub(crate) struct Cache<V> {
    clock: Arc<dyn Clock>,
    /// The time after which a fetch counts as stuck, and a new one begins.
    patience: Duration,
    state: Mutex<State<V>>,
}

/// A value and its end.
#[derive(Clone)]
pub(crate) struct Fetched<V> {
    pub(crate) value: V,
    pub(crate) expires_at: Option<SystemTime>,
}

struct State<V> {
    held: Option<Held<V>>,
    fetching: Option<Fetching<V>>,
    /// No early renewal before this time.
    not_before: Option<SystemTime>,
}

struct Held<V> {
    fetched: Fetched<V>,
    renew_at: Option<SystemTime>,
}

struct Fetching<V> {
    future: SharedFuture<Outcome<V>>,
    since: SystemTime,
}

type Outcome<V> = Result<Fetched<V>, SharedError>;

/// The caller's way to the value.
enum Step<V> {
    Use(V),
    /// Waits; the value in hand is used where the fetch fails.
    Wait(SharedFuture<Outcome<V>>, Option<V>),
}

impl<V: Clone + Send + 'static> Cache<V> {
    pub(crate) fn new(clock: Arc<dyn Clock>, patience: Duration) -> Self {
        let state = State { held: None, fetching: None, not_before: None };
        Self { clock, patience, state: Mutex::new(state) }
    }

    /// The value in hand, or the output of a fetch.
    pub(crate) async fn get(&self, fetch: impl FnOnce() -> Fetch<V>) -> Result<V, BoxError> {
        let (future, fallback) = match self.step(fetch) {
            Step::Use(value) => return Ok(value),
            Step::Wait(future, fallback) => (future, fallback),
        };
        let outcome = future.clone().await;
        self.settle(&future, &outcome);
        match (outcome, fallback) {
            (Ok(fetched), _) => Ok(fetched.value),
            (Err(_), Some(value)) => Ok(value),
            (Err(error), None) => Err(error.into()),
        }
    }

    /// Forgets a value that was refused, unless another one has replaced it already.
    pub(crate) fn refuse(&self, value: &V)
    where
        V: PartialEq,
    {
        let mut state = self.lock();
        if state.held.as_ref().is_some_and(|held| held.fetched.value == *value) {
            state.held = None;
        }
    }

    /// The value in hand, whatever its age.
    #[cfg(feature = "sdk-hmac-sha256")]
    pub(crate) fn held(&self) -> Option<V> {
        self.lock().held.as_ref().map(|held| held.fetched.value.clone())
    }

    fn step(&self, fetch: impl FnOnce() -> Fetch<V>) -> Step<V> {
        let now = self.clock.now();
        let mut state = self.lock();
        let valid = state.held.as_ref().filter(|held| held.is_valid(now));
        let (fallback, is_due) = match valid {
            Some(held) => (Some(held.fetched.value.clone()), held.is_due(now)),
            None => (None, true),
        };
        let is_early = fallback.is_some();
        let fetching = state.fetching.as_ref().filter(|fetching| {
            now.duration_since(fetching.since).is_ok_and(|age| age < self.patience)
        });
        match (fallback, fetching) {
            (Some(value), Some(_)) => return Step::Use(value),
            (Some(value), None) if !is_due || state.not_before.is_some_and(|at| now < at) => {
                return Step::Use(value);
            }
            (None, Some(fetching)) => return Step::Wait(fetching.future.clone(), None),
            (_, None) => {}
        }
        let fallback = state.held.as_ref().filter(|_| is_early);
        let fallback = fallback.map(|held| held.fetched.value.clone());
        let fetch = fetch();
        let future: BoxFuture<'static, Outcome<V>> =
            Box::pin(async move { fetch.await.map_err(|error| SharedError(Arc::from(error))) });
        let future = SharedFuture::new(future);
        state.fetching = Some(Fetching { future: future.clone(), since: now });
        Step::Wait(future, fallback)
    }

    /// Keeps the output of a fetch, unless another caller has done so.
    fn settle(&self, future: &SharedFuture<Outcome<V>>, outcome: &Outcome<V>) {
        let now = self.clock.now();
        let random = self.clock.random();
        let mut state = self.lock();
        if !state.fetching.as_ref().is_some_and(|fetching| fetching.future.is(future)) {
            return;
        }
        state.fetching = None;
        match outcome {
            Ok(fetched) => {
                state.held = Some(Held::new(fetched.clone(), now, random));
                state.not_before = None;
            }
            Err(_) => state.not_before = Some(now + AGAIN),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State<V>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<V> Held<V> {
    fn new(fetched: Fetched<V>, now: SystemTime, random: u64) -> Self {
        let lifetime = fetched.expires_at.and_then(|end| end.duration_since(now).ok());
        let early = lifetime.unwrap_or_default().checked_div(EARLY_PART).unwrap_or_default();
        let early = early.min(EARLY);
        let renew_at =
            fetched.expires_at.and_then(|end| end.checked_sub(early + part(early, random)));
        Self { fetched, renew_at }
    }

    fn is_valid(&self, now: SystemTime) -> bool {
        self.fetched.expires_at.is_none_or(|end| now < end)
    }

    fn is_due(&self, now: SystemTime) -> bool {
        self.renew_at.is_some_and(|at| now >= at)
    }
}

/// A random part of a duration.
fn part(whole: Duration, random: u64) -> Duration {
    let nanoseconds = whole.as_nanos() * u128::from(random) / u128::from(u64::MAX);
    Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or(u64::MAX))
}

/// A fetch of a value.
pub(crate) type Fetch<V> = BoxFuture<'static, Result<Fetched<V>, BoxError>>;

/// An error that several callers receive.
#[derive(Clone, Debug)]
struct SharedError(Arc<dyn std::error::Error + Send + Sync>);

impl fmt::Display for SharedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for SharedError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}
