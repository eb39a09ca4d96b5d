//! The guide: one page for each topic that callers meet, with the defaults and their units.
//!
//! - [`client`]: settings, single-call changes, the base URL, timeouts
//! - [`errors`]: the kinds of failure, the predicates, what the server said
//! - [`retries`]: which failures are retried, how often, and with which delays
//! - [`pagination`]: lists that arrive a page at a time
//! - [`streaming`]: downloads, uploads, server-sent events and JSON lines
//! - [`transports`]: the default transport, `tower`, your own, proxies and certificates
//! - [`testing`]: recorded exchanges, a fake transport, a fixed clock
//!
//! The examples call a small client, as callwright generates it: the operation `list_pets` returns
//! a list of pets, and `get_photo` a stream of bytes.

pub mod client;
pub mod errors;
pub mod pagination;
pub mod retries;
pub mod streaming;
pub mod testing;
pub mod transports;
