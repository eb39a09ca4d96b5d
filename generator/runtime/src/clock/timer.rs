//! One thread that wakes every sleeping call.
//!
//! `futures-timer` does the same, but its futures panic if the system refuses the thread. Here no
//! timeout fires then, and the calls still work.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

/// A future that completes at an instant.
pub(super) struct Sleep {
    key: Option<Key>,
    waiting: bool,
}

/// The deadline, and a number that distinguishes equal deadlines.
type Key = (Instant, Reverse<u64>);

impl Sleep {
    pub(super) fn new(duration: Duration) -> Self {
        // A duration that an instant cannot hold never ends.
        let key = Instant::now().checked_add(duration).map(|at| (at, Reverse(Timer::number())));
        Self { key, waiting: false }
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let Some(key) = self.key else { return Poll::Pending };
        if Instant::now() >= key.0 {
            return Poll::Ready(());
        }
        self.waiting = true;
        Timer::shared().wake_at(key, context.waker().clone());
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let (true, Some(key)) = (self.waiting, self.key) {
            Timer::shared().forget(&key);
        }
    }
}

/// The timer thread's state.
struct Timer {
    waiting: Mutex<BTreeMap<Key, Waker>>,
    changed: Condvar,
}

impl Timer {
    fn shared() -> &'static Self {
        static TIMER: OnceLock<Timer> = OnceLock::new();
        static THREAD: OnceLock<bool> = OnceLock::new();
        let timer = TIMER
            .get_or_init(|| Self { waiting: Mutex::new(BTreeMap::new()), changed: Condvar::new() });
        // If the system refuses a thread, timeouts do not fire; the calls still work, so they do
        // not fail.
        THREAD.get_or_init(|| {
            let spawned = std::thread::Builder::new().name("callwright-timer".to_owned());
            spawned.spawn(|| timer.run()).is_ok()
        });
        timer
    }

    fn number() -> u64 {
        static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
        NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<Key, Waker>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wake_at(&self, key: Key, waker: Waker) {
        self.lock().insert(key, waker);
        self.changed.notify_one();
    }

    fn forget(&self, key: &Key) {
        self.lock().remove(key);
    }

    fn run(&self) {
        let mut waiting = self.lock();
        loop {
            let now = Instant::now();
            let next = waiting.first_key_value().map(|(key, _)| key.0);
            waiting = match next {
                Some(at) if at <= now => {
                    let due = waiting.pop_first();
                    drop(waiting);
                    if let Some((_, waker)) = due {
                        waker.wake();
                    }
                    self.lock()
                }
                Some(at) => {
                    self.changed
                        .wait_timeout(waiting, at - now)
                        .unwrap_or_else(PoisonError::into_inner)
                        .0
                }
                None => self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }
}
