use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError, TryLockError};
use std::task::{Context, Poll, Wake, Waker};

use crate::box_future::BoxFuture;

/// A future whose output every clone receives. Whichever clone is polled drives the work, so that
/// it goes on where another clone is dropped.
pub(super) struct SharedFuture<T>(Arc<Inner<T>>);

struct Inner<T> {
    work: Mutex<Work<T>>,
    wakers: Arc<Wakers>,
}

enum Work<T> {
    Running(BoxFuture<'static, T>),
    Done(T),
}

impl<T> SharedFuture<T> {
    pub(super) fn new(work: BoxFuture<'static, T>) -> Self {
        let work = Mutex::new(Work::Running(work));
        Self(Arc::new(Inner { work, wakers: Arc::default() }))
    }

    /// Whether both are clones of one future.
    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Clone for SharedFuture<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: Clone> Future for SharedFuture<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let Inner { work, wakers } = &*self.0;
        // Before the lock: whoever has it wakes all wakers after releasing it.
        wakers.add(context.waker());
        let mut work = match work.try_lock() {
            Ok(work) => work,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            // Another clone polls right now. Waiting for it here could wait for this very thread.
            Err(TryLockError::WouldBlock) => return Poll::Pending,
        };
        let output = match &mut *work {
            Work::Done(output) => return Poll::Ready(output.clone()),
            Work::Running(running) => {
                let waker = Waker::from(Arc::clone(wakers));
                let polled = running.as_mut().poll(&mut Context::from_waker(&waker));
                let Poll::Ready(output) = polled else {
                    drop(work);
                    return Poll::Pending;
                };
                output
            }
        };
        *work = Work::Done(output.clone());
        drop(work);
        wakers.wake_all();
        Poll::Ready(output)
    }
}

/// The tasks that wait for the output.
#[derive(Default)]
struct Wakers(Mutex<Vec<Waker>>);

impl Wakers {
    fn add(&self, waker: &Waker) {
        let mut wakers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !wakers.iter().any(|known| known.will_wake(waker)) {
            wakers.push(waker.clone());
        }
    }

    fn wake_all(&self) {
        let wakers = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        wakers.into_iter().for_each(Waker::wake);
    }
}

impl Wake for Wakers {
    fn wake(self: Arc<Self>) {
        self.wake_all();
    }
}
