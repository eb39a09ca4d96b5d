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
        Timer::shared().wake_at(key, context.waker());
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
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    waiting: BTreeMap<Key, Waker>,
    /// When the thread wakes by itself; `None` if never. It need not be woken for a later deadline,
    /// which most are: calls usually have the same timeout.
    wakes_at: Option<Instant>,
}

impl Timer {
    fn shared() -> &'static Self {
        static TIMER: OnceLock<Timer> = OnceLock::new();
        static THREAD: OnceLock<bool> = OnceLock::new();
        let timer = TIMER.get_or_init(|| Self { state: Mutex::default(), changed: Condvar::new() });
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

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wake_at(&self, key: Key, waker: &Waker) {
        let mut state = self.lock();
        match state.waiting.get_mut(&key) {
            Some(known) => known.clone_from(waker),
            None => {
                state.waiting.insert(key, waker.clone());
                if state.wakes_at.is_none_or(|at| key.0 < at) {
                    self.changed.notify_one();
                }
            }
        }
    }

    /// The thread wakes for nothing then, at most once for each deadline that was the next.
    fn forget(&self, key: &Key) {
        self.lock().waiting.remove(key);
    }

    fn run(&self) {
        let mut state = self.lock();
        loop {
            let now = Instant::now();
            let next = state.waiting.first_key_value().map(|(key, _)| key.0);
            state.wakes_at = next;
            state = match next {
                Some(at) if at <= now => {
                    let due = state.waiting.pop_first();
                    drop(state);
                    if let Some((_, waker)) = due {
                        waker.wake();
                    }
                    self.lock()
                }
                Some(at) => {
                    self.changed
                        .wait_timeout(state, at - now)
                        .unwrap_or_else(PoisonError::into_inner)
                        .0
                }
                None => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Waker};
    use std::time::{Duration, Instant};

    use super::{Future, Sleep};

    #[test]
    fn a_deadline_wakes_in_time_whatever_was_waited_for_before() {
        let begun = Instant::now();
        let mut long = pin!(Sleep::new(Duration::from_secs(60)));
        assert!(long.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        for milliseconds in [30, 5, 1] {
            let mut forgotten = Box::pin(Sleep::new(Duration::from_millis(milliseconds / 2)));
            let context = &mut Context::from_waker(Waker::noop());
            let _ = forgotten.as_mut().poll(context);
            drop(forgotten);
            pollster::block_on(Sleep::new(Duration::from_millis(milliseconds)));
        }
        assert!(begun.elapsed() >= Duration::from_millis(36));
        assert!(begun.elapsed() < Duration::from_secs(20));
    }
}
