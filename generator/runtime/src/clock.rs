//! Time and randomness, injected for tests.

use std::fmt;
use std::future::Future;
use std::hash::{BuildHasher, RandomState};
use std::task::Poll;
use std::time::{Duration, SystemTime};

use crate::box_future::BoxFuture;

/// A source of time, delays and random numbers.
///
/// ```
/// use std::time::{Duration, SystemTime};
///
/// use callwright_runtime::{Clock, transport::BoxFuture};
///
/// /// A clock for tests: time stands still, and delays end at once.
/// #[derive(Debug)]
/// struct Frozen;
///
/// impl Clock for Frozen {
///     fn now(&self) -> SystemTime {
///         SystemTime::UNIX_EPOCH
///     }
///     fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
///         Box::pin(std::future::ready(()))
///     }
///     fn random(&self) -> u64 {
///         4
///     }
/// }
/// ```
pub trait Clock: fmt::Debug + Send + Sync {
    /// The current time, for signatures and dates.
    fn now(&self) -> SystemTime;

    /// Completes once `duration` has passed.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;

    /// An unpredictable number, for retry delays and multipart boundaries; not for keys.
    fn random(&self) -> u64;
}

/// The system's clock. Sleeping works on every executor, with one thread that is started on first
/// use.
///
/// ```
/// use std::time::SystemTime;
///
/// use callwright_runtime::{Clock, SystemClock};
///
/// assert!(SystemClock.now() > SystemTime::UNIX_EPOCH);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(timer::Sleep::new(duration))
    }

    fn random(&self) -> u64 {
        RandomState::new().hash_one(0)
    }
}

#[cfg(not(target_family = "wasm"))]
mod timer;
#[cfg(any(feature = "replay", feature = "sdk-hmac-sha256"))]
pub(crate) mod utc;

/// Browsers have no threads; a client for them must inject a clock of its own, or no timeout fires.
#[cfg(target_family = "wasm")]
mod timer {
    pub(super) struct Sleep;

    impl Sleep {
        pub(super) fn new(_: std::time::Duration) -> std::future::Pending<()> {
            std::future::pending()
        }
    }
}

/// The output of `work`, or `None` if `deadline` completes first.
pub(crate) async fn within<T>(
    mut deadline: BoxFuture<'_, ()>,
    work: impl Future<Output = T>,
) -> Option<T> {
    let mut work = std::pin::pin!(work);
    std::future::poll_fn(|context| {
        if let Poll::Ready(output) = work.as_mut().poll(context) {
            return Poll::Ready(Some(output));
        }
        deadline.as_mut().poll(context).map(|()| None)
    })
    .await
}
