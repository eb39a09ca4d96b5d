use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;

use super::Call;
use super::decode::{BodyMode, Received, ReceivedBody};
use crate::body::{Body, Collected, collect};
use crate::clock::within;
use crate::error::{Error, ErrorKind, Fault};
use crate::pages::Pages;
use crate::response::{HeaderRecord, Payload, Response};
use crate::retry::Attempt;
use crate::transport::BoxFuture;

impl Call {
    /// Sends the call; the output and error types must be those of its operation.
    pub fn send<T, H, E>(self) -> ResponseFuture<T, H, E> {
        ResponseFuture { exchange: Box::pin(self.exchange()), output: PhantomData }
    }

    /// Everything between the arguments and decoding.
    async fn exchange(self) -> Result<Received, Fault> {
        let base = self.base().map_err(|fault| self.fault(fault))?;
        let authority = base.authority().map_or_else(String::new, ToString::to_string);
        let exchange = self.attempts(&base, &authority);
        let outcome = match self.timeout.or(self.client.timeout()) {
            None => exchange.await,
            Some(timeout) => self.timeout_after(timeout, &authority, exchange).await,
        };
        outcome.map_err(|fault| self.fault(fault))
    }

    /// Sends the request, with retries.
    async fn attempts(&self, base: &Uri, authority: &str) -> Result<Received, Fault> {
        let retry = self.retry.as_ref().unwrap_or(self.client.retry());
        let mut number = 1;
        loop {
            let request = self.assemble(base)?;
            let method = request.method().clone();
            // A stream can be sent once.
            let is_repeatable = request.body().as_bytes().is_some();
            let exchange = self.carry(request, authority);
            let outcome = match retry.limit_of_attempt() {
                None => exchange.await,
                Some(limit) => self.timeout_after(limit, authority, exchange).await,
            };
            let clock = self.client.clock();
            let result = match &outcome {
                Ok(Received { parts, .. }) => Ok((parts.status, &parts.headers)),
                Err(fault) => Err(fault.kind),
            };
            let attempt = Attempt { number, method: &method, result };
            let delay = retry.delay_after(&attempt, clock).filter(|_| is_repeatable);
            let Some(delay) = delay else { return outcome };
            drop(outcome);
            clock.sleep(delay).await;
            number += 1;
        }
    }

    async fn timeout_after(
        &self,
        limit: Duration,
        authority: &str,
        exchange: impl Future<Output = Result<Received, Fault>>,
    ) -> Result<Received, Fault> {
        within(self.client.clock().sleep(limit), exchange)
            .await
            .unwrap_or_else(|| Err(out_of_time(authority, limit)))
    }

    async fn carry(
        &self,
        mut request: http::Request<Body>,
        authority: &str,
    ) -> Result<Received, Fault> {
        let lost = |error| Fault::transport(error, authority);
        self.client.authorize(self.operation, &mut request).await?;
        let response = self.client.transport().send(request).await.map_err(lost)?;
        let (parts, body) = response.into_parts();
        let limit = match self.body_mode(&parts) {
            BodyMode::Stream => return Ok(self.received(parts, ReceivedBody::Stream(body))),
            BodyMode::Buffer(limit) => limit,
        };
        let success = parts.status.is_success();
        match collect(body, limit).await.map_err(lost)? {
            Collected::All(bytes) => Ok(self.received(parts, ReceivedBody::Bytes(bytes, false))),
            Collected::Beyond(bytes) => {
                let received = self.received(parts, ReceivedBody::Bytes(bytes, true));
                // The beginning of an error body is enough.
                if success { Err(too_large(&received, limit)) } else { Ok(received) }
            }
        }
    }
}

fn too_large(received: &Received, limit: usize) -> Fault {
    let detail = format!(
        "the server answered {}, but its body is larger than {limit} bytes; raise the client's \
         body limit",
        received.parts.status.as_u16()
    );
    Fault { detail, ..received.answer(ErrorKind::BodyTooLarge, None) }
}

fn out_of_time(authority: &str, timeout: Duration) -> Fault {
    let detail = format!(
        "{authority} did not answer within {timeout:?}; raise the timeout if it needs longer"
    );
    Fault::new(ErrorKind::Timeout, detail)
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
    /// The errors of awaiting it, and [`ErrorKind::Configuration`] on a thread of an async runtime,
    /// where blocking would stop the runtime: await the request there instead.
    fn send_blocking(self) -> Outcome<Self> {
        let call = self.into_call();
        #[cfg(feature = "reqwest")]
        if tokio::runtime::Handle::try_current().is_ok() {
            let fault = Fault::configuration(
                "a blocking call would stop the async runtime that this thread belongs to; \
                 await the request instead",
            );
            return Err(call.fault(fault).into());
        }
        pollster::block_on(call.send::<Self::Output, Self::Headers, Self::Error>())
    }
}

#[cfg(not(target_family = "wasm"))]
impl<R: Request> SendBlocking for R {}
