//! Time and chance, injected so that tests need not wait for either.

use std::fmt;
use std::future::Future;
use std::hash::{BuildHasher, RandomState};
use std::task::Poll;
use std::time::Duration;

use crate::transport::BoxFuture;

/// Where a client takes the time, waits, and draws random numbers.
pub trait Clock: fmt::Debug + Send + Sync {
    /// The current time, for signatures and deadlines that are dates.
    fn now(&self) -> jiff::Timestamp;

    /// Completes once `duration` has passed.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;

    /// A number that others cannot foresee easily, to spread retries and to
    /// name multipart boundaries; not for keys.
    fn random(&self) -> u64;
}

/// The clock of the system. Sleeping works on every executor: one thread,
/// started when first needed, wakes whoever waits.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
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

/// Browsers have no threads to wake anybody; a client for them injects a
/// clock of its own, and without one no timeout fires.
#[cfg(target_family = "wasm")]
mod timer {
    pub(super) struct Sleep;

    impl Sleep {
        pub(super) fn new(_: std::time::Duration) -> std::future::Pending<()> {
            std::future::pending()
        }
    }
}

/// The output of `work`, or `None` if `deadline` completes before it.
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
