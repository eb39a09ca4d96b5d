//! The result of a successful call: the decoded body with its status and headers.

mod charset;
mod form;
mod headers;
mod payload;
mod text;
mod unexpected;

use std::fmt;
use std::ops::{Deref, DerefMut};

use http::StatusCode;

pub(crate) use charset::{json, text};
pub(crate) use form::read_form;
pub(crate) use headers::read_headers;
pub use headers::{HeaderRecord, Headers, NoHeaders};
pub(crate) use payload::read_json;
pub use payload::{BodyTarget, NoError, Payload};
pub use text::Text;
pub use unexpected::unexpected;

/// The response to a call: it derefs to the output, and has the status and headers.
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// # use pets::{Canned, Client};
/// use callwright_runtime::SendBlocking;
///
/// # let client = Client::builder().transport(Canned(|_| (200, r#"[{"id":1,"name":"Ada"}]"#))).build()?;
/// let pets = client.list_pets().send_blocking()?;
/// assert_eq!(pets.http_status(), 200);
/// assert_eq!(pets[0].name, "Ada");
/// let pets: Vec<pets::Pet> = pets.into_inner();
/// # let _ = pets;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Response<T, H = NoHeaders> {
    pub(crate) value: T,
    pub(crate) status: StatusCode,
    pub(crate) headers: Headers<H>,
    pub(crate) request_id: Option<String>,
}

impl<T, H> Response<T, H> {
    /// The HTTP status. (Not named `status()`, since outputs have such a field.)
    #[must_use]
    pub fn http_status(&self) -> StatusCode {
        self.status
    }

    /// The headers: the documented ones typed, all of them raw.
    #[must_use]
    pub fn headers(&self) -> &Headers<H> {
        &self.headers
    }

    /// The id under which the server logs the request, from the header that the document declares.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Returns the output by value.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T, H> Deref for Response<T, H> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T, H> DerefMut for Response<T, H> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: fmt::Debug, H: fmt::Debug> fmt::Debug for Response<T, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("request_id", &self.request_id)
            .field("headers", &self.headers)
            .field("value", &self.value)
            .finish()
    }
}
