use std::sync::Arc;
use std::time::SystemTime;

use super::context::CredentialContext;
use crate::body::Body;
use crate::box_future::BoxFuture;
use crate::transport::BoxError;

/// A signer that completes a request just before it is sent, usually with a signature. It runs on
/// every attempt, so that no signature is sent twice.
///
/// ```
/// use std::time::SystemTime;
///
/// use callwright_runtime::{Body, Credential, Signer, http, transport::BoxError};
///
/// struct Sum;
///
/// impl Signer for Sum {
///     fn sign(&self, request: &mut http::Request<Body>, _: SystemTime) -> Result<(), BoxError> {
///         let bytes = request.body().as_bytes().ok_or("a streamed body cannot be signed")?;
///         let sum: u64 = bytes.iter().map(|byte| u64::from(*byte)).sum();
///         request.headers_mut().insert("x-sum", sum.into());
///         Ok(())
///     }
/// }
/// let credential = Credential::signer(Sum);
/// # let _ = credential;
/// ```
pub trait Signer: Send + Sync {
    /// Signs the request. [`Body::as_bytes`](crate::Body::as_bytes) returns its body if it is in
    /// memory.
    fn sign(&self, request: &mut http::Request<Body>, now: SystemTime) -> Result<(), BoxError>;

    /// Explains an error response to a request that it signed, with what to do about it, at the end
    /// of the error message. `None`, the default, adds nothing.
    fn remark(&self, answer: &http::response::Parts, now: SystemTime) -> Option<String> {
        let _ = (answer, now);
        None
    }

    /// Gets what the signer needs before it can sign, such as temporary keys. The client awaits it
    /// before each request, for at most its `credential_timeout`; `None`, the default, needs
    /// nothing.
    fn prepare(&self) -> Option<BoxFuture<'_, Result<(), BoxError>>> {
        None
    }

    /// Returns the signer that a client uses in place of this one, with the transport and the clock
    /// of the client; `None`, the default, keeps this one.
    fn bind(&self, context: &CredentialContext) -> Option<Arc<dyn Signer>> {
        let _ = context;
        None
    }
}
