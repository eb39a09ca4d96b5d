//! Waiting on the current thread.

use std::future::Future;

/// The thread runs tasks of an async runtime, which waiting would stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct InAsyncTask;

/// Waits for a future, on any thread that may block: one of the program's own, or one of tokio's
/// for blocking work.
///
/// # Errors
/// The thread runs async tasks at the moment. The future, which may need them, is not polled.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> Result<T, InAsyncTask> {
    if is_async_task() {
        return Err(InAsyncTask);
    }
    Ok(pollster::block_on(future))
}

/// The number of polls after which every task of tokio has to yield, and more.
#[cfg(feature = "reqwest")]
const POLLS: usize = 512;

/// Whether the current code is polled by tokio. A task has a budget of polls that runs out; threads
/// for blocking work belong to the runtime too, but have none.
#[cfg(feature = "reqwest")]
fn is_async_task() -> bool {
    use std::task::{Context, Poll, Waker};

    use tokio::runtime::Handle;
    use tokio::task::coop::poll_proceed;

    if Handle::try_current().is_err() {
        return false;
    }
    let mut context = Context::from_waker(Waker::noop());
    (0..POLLS).any(|_| match poll_proceed(&mut context) {
        Poll::Ready(polled) => {
            polled.made_progress();
            false
        }
        Poll::Pending => true,
    })
}

#[cfg(not(feature = "reqwest"))]
fn is_async_task() -> bool {
    false
}
