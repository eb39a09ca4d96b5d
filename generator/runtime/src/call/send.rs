use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use super::Call;
use super::decode::Received;
#[cfg(not(target_family = "wasm"))]
use crate::blocking::{InAsyncTask, block_on};
use crate::box_future::BoxFuture;
use crate::error::{Error, Fault};
use crate::pages::Pages;
use crate::response::{HeaderRecord, Payload, Response};

impl Call {
    /// Sends the call; the output and error types must be those of its operation.
    pub fn send<T, H, E>(self) -> ResponseFuture<T, H, E> {
        ResponseFuture { exchange: Box::pin(self.exchange()), output: PhantomData }
    }
}

/// A call in progress: the future of its response. It does nothing until it is polled, and stops
/// when it is dropped.
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// # use callwright_runtime::{Error, Json};
/// # async fn names(client: &pets::Client) -> Result<(), Error<Json>> {
/// let pending = client.list_pets().send();
/// // Nothing has been sent yet.
/// let pets = pending.await?;
/// # let _ = pets;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until it is awaited"]
pub struct ResponseFuture<T, H, E> {
    exchange: BoxFuture<'static, Result<Received, Fault>>,
    output: PhantomData<Decoded<T, H, E>>,
}

/// The types are only produced, never stored.
type Decoded<T, H, E> = fn() -> (T, H, E);

impl<T: Payload, H: HeaderRecord + Default, E: Payload> Future for ResponseFuture<T, H, E> {
    type Output = Result<Response<T, H>, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.exchange.as_mut().poll(context).map(|received| match received {
            Ok(received) => received.decode(),
            Err(fault) => Err(fault.into()),
        })
    }
}

impl<T, H, E> std::fmt::Debug for ResponseFuture<T, H, E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ResponseFuture")
    }
}

/// A request builder of a generated client: a call with known types.
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// use std::time::Duration;
///
/// use callwright_runtime::{Request, SendBlocking};
///
/// # let canned = pets::Canned(|_| (200, r#"[]"#));
/// # let client = pets::Client::builder().transport(canned).build().unwrap();
/// let request = client.list_pets().with(|call| call.timeout(Duration::from_secs(5)));
/// assert!(request.send_blocking().unwrap().is_empty());
/// ```
pub trait Request: Sized {
    /// The output.
    type Output: Payload;
    /// The documented headers of the output.
    type Headers: HeaderRecord + Default;
    /// The documented error.
    type Error: Payload;

    /// Returns the underlying call.
    fn into_call(self) -> Call;

    /// Creates the builder of a call.
    fn from_call(call: Call) -> Self;

    /// Changes settings that the document does not describe, such as the timeout of this call:
    /// `request.with(|call| call.timeout(duration))`.
    #[must_use]
    fn with(self, change: impl FnOnce(Call) -> Call) -> Self {
        Self::from_call(change(self.into_call()))
    }

    /// Returns the pages of a list that begins with this request: `next` builds the next request
    /// from a page and its request, or returns `None` at the end.
    fn pages<N>(self, next: N) -> Pages<Self, N>
    where
        Self: Clone,
        N: FnMut(&Response<Self::Output, Self::Headers>, Self) -> Option<Self>,
    {
        Pages::new(self, next)
    }
}

/// The result of sending a request.
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// use callwright_runtime::{Outcome, SendBlocking};
///
/// fn count(client: &pets::Client) -> usize {
///     let outcome: Outcome<pets::ListPets> = client.list_pets().send_blocking();
///     outcome.map_or(0, |pets| pets.len())
/// }
/// # let canned = pets::Canned(|_| (200, r#"[{"id":1,"name":"Rex"}]"#));
/// # let client = pets::Client::builder().transport(canned).build().unwrap();
/// assert_eq!(count(&client), 1);
/// ```
pub type Outcome<R> =
    Result<Response<<R as Request>::Output, <R as Request>::Headers>, Error<<R as Request>::Error>>;

/// Sends requests without an async runtime.
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// use callwright_runtime::SendBlocking;
///
/// # let canned = pets::Canned(|_| (200, r#"[{"id":1,"name":"Rex"}]"#));
/// # let client = pets::Client::builder().transport(canned).build().unwrap();
/// let pets = client.list_pets().send_blocking().unwrap();
/// assert_eq!(pets[0].name, "Rex");
/// ```
#[cfg(not(target_family = "wasm"))]
pub trait SendBlocking: Request {
    /// Sends the request and blocks the current thread until the response arrives.
    ///
    /// # Errors
    /// The errors of awaiting it, and [`ErrorKind::Configuration`](crate::ErrorKind::Configuration)
    /// within an async task, which blocking would stop: await the request there, or call within
    /// tokio's `spawn_blocking`.
    fn send_blocking(self) -> Outcome<Self> {
        let call = self.into_call();
        let operation = call.operation();
        let sending = call.send::<Self::Output, Self::Headers, Self::Error>();
        block_on(sending).unwrap_or_else(|InAsyncTask| {
            let fault = Fault::configuration(
                "a blocking call would stop the async task that this thread runs; await the \
                 request instead, or call within `spawn_blocking`",
            );
            Err(fault.operation(operation).into())
        })
    }
}

#[cfg(not(target_family = "wasm"))]
impl<R: Request> SendBlocking for R {}
