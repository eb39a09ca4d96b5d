use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;

use futures_core::Stream;

use crate::blocking::{InAsyncTask, block_on};
use crate::error::Error;
use crate::error::Fault;

/// The items of a stream as an iterator, for programs without an async runtime.
///
/// On a thread of an async runtime, where blocking would stop the runtime, it returns one error and
/// ends.
///
/// ```
/// use callwright_runtime::{ByteStream, stream::Lines};
///
/// let lines = Lines::<i64>::from(ByteStream::from("1\n2\n"));
/// let numbers: Result<Vec<i64>, _> = lines.blocking().collect();
/// assert_eq!(numbers?, [1, 2]);
/// # Ok::<(), callwright_runtime::Error>(())
/// ```
pub struct Blocking<S>(Option<S>);

impl<S> Blocking<S> {
    pub(super) fn new(stream: S) -> Self {
        Self(Some(stream))
    }
}

impl<S, T> Iterator for Blocking<S>
where
    S: Stream<Item = Result<T, Error>> + Unpin,
{
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let stream = self.0.as_mut()?;
        let next = poll_fn(|context| Pin::new(&mut *stream).poll_next(context));
        block_on(next).unwrap_or_else(|InAsyncTask| {
            self.0 = None;
            let fault = Fault::configuration(
                "waiting for an item would stop the async task that this thread runs; await the \
                 stream's `next` instead",
            );
            Some(Err(fault.into()))
        })
    }
}

impl<S> fmt::Debug for Blocking<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Blocking")
    }
}
