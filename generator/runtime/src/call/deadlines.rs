//! The limits on the time of a call and of its attempts.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use crate::box_future::BoxFuture;
use crate::clock::Clock;
use crate::error::TimeLimit;

/// The deadlines under which a part of a call runs. Each part asks them anew, so that a failure can
/// say which part ran out of time.
pub(super) struct Deadlines {
    call: Option<Deadline>,
    attempt: Option<Deadline>,
}

struct Deadline {
    limit: TimeLimit,
    sleep: BoxFuture<'static, ()>,
}

impl Deadline {
    fn new(limit: TimeLimit, clock: &dyn Clock) -> Self {
        Self { limit, sleep: clock.sleep(limit.duration()) }
    }
}

impl Deadlines {
    /// The deadline of a whole call, which starts now.
    pub(super) fn of_call(limit: Option<Duration>, clock: &dyn Clock) -> Self {
        let call = limit.map(|limit| Deadline::new(TimeLimit::Call(limit), clock));
        Self { call, attempt: None }
    }

    /// Starts the deadline of an attempt, in place of that of the attempt before.
    pub(super) fn begin_attempt(&mut self, limit: Option<Duration>, clock: &dyn Clock) {
        self.attempt = limit.map(|limit| Deadline::new(TimeLimit::Attempt(limit), clock));
    }

    /// Ends the deadline of an attempt.
    pub(super) fn end_attempt(&mut self) {
        self.attempt = None;
    }

    /// Runs a part of the call until the first deadline.
    ///
    /// # Errors
    /// The limit that was exceeded.
    pub(super) async fn run<T>(&mut self, work: impl Future<Output = T>) -> Result<T, TimeLimit> {
        let mut work = pin!(work);
        poll_fn(|context| {
            if let Poll::Ready(output) = work.as_mut().poll(context) {
                return Poll::Ready(Ok(output));
            }
            for deadline in [&mut self.attempt, &mut self.call].into_iter().flatten() {
                if deadline.sleep.as_mut().poll(context).is_ready() {
                    return Poll::Ready(Err(deadline.limit));
                }
            }
            Poll::Pending
        })
        .await
    }
}
