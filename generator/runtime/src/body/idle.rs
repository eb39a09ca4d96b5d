use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use crate::box_future::BoxFuture;
use crate::clock::Clock;
use crate::error::TimeLimit;
use crate::transport::TransportError;

/// The limit on the silence between two pieces of a body. It costs nothing while pieces are ready:
/// the delay begins when a reader has to wait.
pub(crate) struct Idle {
    clock: Arc<dyn Clock>,
    limit: Duration,
    sleep: Option<BoxFuture<'static, ()>>,
}

impl Idle {
    pub(crate) fn new(clock: Arc<dyn Clock>, limit: Duration) -> Self {
        Self { clock, limit, sleep: None }
    }

    /// Passes on what a poll of the body returned, or fails once it has been pending for too long.
    pub(super) fn watch<T>(
        &mut self,
        polled: Poll<Option<Result<T, TransportError>>>,
        received: u64,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<T, TransportError>>> {
        if polled.is_ready() {
            self.sleep = None;
            return polled;
        }
        let sleep = self.sleep.get_or_insert_with(|| self.clock.sleep(self.limit));
        sleep.as_mut().poll(context).map(|()| {
            self.sleep = None;
            let error =
                TransportError::timeout(format!("the body broke off after {received} bytes"));
            Some(Err(error.with_time_limit(TimeLimit::Idle(self.limit))))
        })
    }
}
