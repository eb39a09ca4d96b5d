//! The guide: one page for each topic that callers meet, with the defaults and their units.
//!
//! - [`client`]: settings, single-call changes, the base URL, timeouts
//! - [`credentials`]: keys, tokens that are renewed, signatures
//! - [`errors`]: the kinds of failure, the predicates, what the server said
//! - [`retries`]: which failures are retried, how often, and with which delays
//! - [`pagination`]: lists that arrive a page at a time
//! - [`streaming`]: downloads, uploads, server-sent events and JSON lines
//! - [`transports`]: the default transport, `tower`, your own, proxies and certificates
//! - [`testing`]: recorded exchanges, a fake transport, a fixed clock
//!
//! The examples call a small client, as callwright generates it: the operation `list_pets` returns
//! a list of pets, and `get_photo` a stream of bytes.

#[doc = include_str!("client.md")]
pub mod client {}
#[doc = include_str!("credentials.md")]
pub mod credentials {}
#[doc = include_str!("errors.md")]
pub mod errors {}
#[doc = include_str!("pagination.md")]
pub mod pagination {}
#[doc = include_str!("retries.md")]
pub mod retries {}
#[doc = include_str!("streaming.md")]
pub mod streaming {}
#[doc = include_str!("testing.md")]
pub mod testing {}
#[doc = include_str!("transports.md")]
pub mod transports {}
