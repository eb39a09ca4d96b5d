//! The limit on concurrent calls of a client.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

/// Permits for a limited number of calls at a time, given in the order of requests.
#[derive(Clone, Debug)]
pub(crate) struct Permits(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    limit: usize,
    free: usize,
    /// The waiting calls, by a number of their own. A call with a permit that it has not noticed yet
    /// has no waker.
    waiting: VecDeque<(u64, Option<Waker>)>,
    next: u64,
}

/// The right to a call, until it is dropped.
#[derive(Debug)]
pub(crate) struct Permit(Permits);

impl Permits {
    /// At least one call is permitted.
    pub(crate) fn new(limit: usize) -> Self {
        let limit = limit.max(1);
        let state = State { limit, free: limit, waiting: VecDeque::new(), next: 0 };
        Self(Arc::new(Mutex::new(state)))
    }

    pub(crate) fn limit(&self) -> usize {
        self.lock().limit
    }

    /// Waits for a permit.
    pub(crate) fn acquire(&self) -> Acquire {
        Acquire { permits: self.clone(), number: None }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Frees a permit, and wakes the call that waits the longest without one.
    fn release(&self) {
        let mut state = self.lock();
        state.free += 1;
        let next = state.waiting.iter_mut().find_map(|(_, waker)| waker.take());
        drop(state);
        if let Some(waker) = next {
            waker.wake();
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.0.release();
    }
}

/// A call that waits for a permit.
pub(crate) struct Acquire {
    permits: Permits,
    /// Its number while it waits.
    number: Option<u64>,
}

impl Future for Acquire {
    type Output = Permit;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Permit> {
        let permits = self.permits.clone();
        let mut state = permits.lock();
        let own = self.number;
        // Those before this call come first.
        let ahead = state.waiting.iter().take_while(|(number, _)| Some(*number) != own).count();
        if state.free > ahead {
            state.free -= 1;
            state.waiting.retain(|(number, _)| Some(*number) != own);
            drop(state);
            self.number = None;
            return Poll::Ready(Permit(permits));
        }
        let waker = Some(context.waker().clone());
        match state.waiting.iter_mut().find(|(number, _)| Some(*number) == own) {
            Some((_, known)) => *known = waker,
            None => {
                let number = state.next;
                state.next = state.next.wrapping_add(1);
                state.waiting.push_back((number, waker));
                drop(state);
                self.number = Some(number);
            }
        }
        Poll::Pending
    }
}

impl Drop for Acquire {
    fn drop(&mut self) {
        let Some(own) = self.number else { return };
        let mut state = self.permits.lock();
        state.waiting.retain(|(number, _)| *number != own);
        // The permit that woke this call is for the next one.
        let next = if state.free > 0 {
            state.waiting.iter_mut().find_map(|(_, waker)| waker.take())
        } else {
            None
        };
        drop(state);
        if let Some(waker) = next {
            waker.wake();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::{Acquire, Future, Permit, Permits};

    fn poll(acquire: std::pin::Pin<&mut Acquire>) -> Option<Permit> {
        match acquire.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(permit) => Some(permit),
            Poll::Pending => None,
        }
    }

    #[test]
    fn permits_are_given_in_order_and_a_call_that_gives_up_passes_its_turn_on() {
        let permits = Permits::new(1);
        let (mut first, mut second, mut third, mut fourth) = (
            pin!(permits.acquire()),
            Box::pin(permits.acquire()),
            pin!(permits.acquire()),
            pin!(permits.acquire()),
        );
        let held = poll(first.as_mut());
        assert!(held.is_some());
        assert!(poll(second.as_mut()).is_none());
        assert!(poll(third.as_mut()).is_none());
        assert!(poll(fourth.as_mut()).is_none());
        drop(held);
        // The second has been woken, and gives up.
        assert!(poll(third.as_mut()).is_none());
        drop(second);
        assert!(poll(fourth.as_mut()).is_none());
        let held = poll(third.as_mut());
        assert!(held.is_some());
        drop(held);
        assert!(poll(fourth.as_mut()).is_some());
    }
}
