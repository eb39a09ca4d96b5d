//! Signing requests with a pair of keys: the algorithm `SDK-HMAC-SHA256` of
//! Huawei Cloud's API gateway, and the places its keys come from.
//!
//! [`AkSk`] holds the keys and is the [`Signer`](crate::Signer) that a client
//! takes. A request is signed in its final form:
//!
//! 1. `canonical`: method, path, query, headers and the hash of the body, in
//!    the one form that both sides derive from the request;
//! 2. `procedure`: the headers that belong to the signature, the string to
//!    sign, and `Authorization`;
//! 3. `sha256`: SHA-256 (FIPS 180-4) and HMAC (RFC 2104), in hexadecimal;
//! 4. `refusal`: what to do where the gateway refuses the signature.
//!
//! `source` finds keys in the environment and in the credentials file. The
//! sibling algorithm `V11-HMAC-SHA256`, whose key is derived for one region and
//! service, is not offered.

mod aksk;
mod canonical;
mod date;
mod error;
mod payload;
mod procedure;
mod refusal;
mod sha256;
mod source;

pub use aksk::AkSk;
pub use error::SignError;
pub use source::KeySourceError;

/// The largest body that the gateway checks a signature of, in bytes.
///
/// It is documented as 12 MB, which does not tell 12,000,000 from 12,582,912.
/// This is the larger reading: the smaller one would refuse bodies that the
/// gateway may take.
pub const SIGNED_BODY_LIMIT: usize = 12 * 1024 * 1024;
