//! Request signing with access keys: the algorithm `SDK-HMAC-SHA256` of Huawei Cloud's API gateway,
//! and the sources of keys.
//!
//! [`AkSk`] holds the keys and implements [`Signer`](crate::Signer). A request is signed in its
//! final form:
//!
//! 1. `canonical`: method, path, query, headers and the hash of the body, in the canonical form
//!    that both sides derive from the request;
//! 2. `procedure`: the headers that belong to the signature, the string to sign, and
//!    `Authorization`;
//! 3. `sha256`: SHA-256 (FIPS 180-4) and HMAC (RFC 2104), in hexadecimal;
//! 4. `refusal`: the explanation when the gateway refuses the signature.
//!
//! `source` finds keys in the environment and in the credentials file, `chain` also at the metadata
//! service of an instance, and `iam` exchanges a password for tokens, and names of projects for their
//! ids. The related algorithm
//! `V11-HMAC-SHA256`, whose key is derived for one region and service, is not supported.

mod aksk;
mod canonical;
mod chain;
mod date;
mod error;
mod iam;
mod payload;
mod procedure;
mod refusal;
mod sha256;
mod signer;
mod source;

pub use aksk::AkSk;
pub use chain::KeyChain;
pub use error::SignError;
pub use iam::{IamError, IamPassword, project_id};
pub use source::KeySourceError;

/// The largest signed body that the gateway accepts, in bytes.
///
/// The documentation says 12 MB, which may mean 12,000,000 or 12,582,912. This is the larger value:
/// the smaller one would refuse bodies that the gateway may accept.
pub const SIGNED_BODY_LIMIT: usize = 12 * 1024 * 1024;
