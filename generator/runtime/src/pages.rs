//! Pagination.

use std::fmt;

use crate::call::{Outcome, Request, ResponseFuture};
use crate::response::Response;

/// The pages of a paginated list.
///
/// Documents do not describe pagination, so the caller does: [`Request::pages`] takes a function
/// that builds the next request from a page and its request; `None` ends the list.
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// # use callwright_runtime::{Error, Json, Request};
/// # async fn names(client: &pets::Client) -> Result<(), Error<Json>> {
/// let list = client.list_pets();
/// let mut pages = list.pages(|page, list| page.last().map(|pet| list.after(pet.id)));
/// while let Some(page) = pages.next().await {
///     for pet in page?.iter() {
///         println!("{}", pet.name);
///     }
/// }
/// # Ok(())
/// # }
/// ```
///
/// Without an async runtime, use an iterator: `for page in pages.blocking()`.
#[must_use = "no page is asked for until `next` is awaited"]
pub struct Pages<R, N> {
    /// Builds the request for the next page; `None` at the end.
    request: Option<R>,
    next: N,
}

type Page<R> = Response<<R as Request>::Output, <R as Request>::Headers>;

impl<R: Request + Clone, N: FnMut(&Page<R>, R) -> Option<R>> Pages<R, N> {
    pub(crate) fn new(request: R, next: N) -> Self {
        Self { request: Some(request), next }
    }

    /// Returns the next page; `None` after the last one.
    ///
    /// After an error, the next call requests the same page again, so that the caller can resume.
    pub async fn next(&mut self) -> Option<Outcome<R>> {
        let request = self.request.clone()?;
        let sending: ResponseFuture<R::Output, R::Headers, R::Error> =
            request.clone().into_call().send();
        Some(self.keep(request, sending.await))
    }

    /// Builds the request after a page.
    fn keep(&mut self, request: R, outcome: Outcome<R>) -> Outcome<R> {
        if let Ok(page) = &outcome {
            self.request = (self.next)(page, request);
        }
        outcome
    }

    /// Returns the pages as an iterator that blocks the current thread. It ends after the last page
    /// and after an error.
    #[cfg(not(target_family = "wasm"))]
    pub fn blocking(mut self) -> impl Iterator<Item = Outcome<R>> {
        use crate::call::SendBlocking as _;
        std::iter::from_fn(move || {
            let request = self.request.take()?;
            let outcome = request.clone().send_blocking();
            Some(self.keep(request, outcome))
        })
    }
}

impl<R, N> fmt::Debug for Pages<R, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("at_end", &self.request.is_none()).finish_non_exhaustive()
    }
}
