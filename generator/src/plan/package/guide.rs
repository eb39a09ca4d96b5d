//! The guide on the front page of a generated crate: a section per topic, the same in every crate but for the
//! document's security schemes.

use super::client::Client;
use crate::plan::docs::{Docs, inline_code};

/// The sections that follow the quick start.
pub(super) fn guide(client: &Client) -> Docs {
    let mut docs = authentication(client);
    for section in SECTIONS {
        docs.append(&Docs::sentence(section));
    }
    docs
}

/// The builder methods of the security schemes, or what to do in a document that declares none.
fn authentication(client: &Client) -> Docs {
    if client.schemes.is_empty() {
        return Docs::sentence(NO_SCHEMES);
    }
    let mut docs = Docs::sentence(SCHEMES);
    let methods = client.schemes.iter().map(|scheme| {
        let method = inline_code(&format!("ClientBuilder::{}", scheme.ident));
        (format!("[{method}]"), scheme.docs.clone())
    });
    docs.items(&methods.collect::<Vec<_>>());
    if client.schemes.iter().any(|scheme| scheme.source.is_some()) {
        docs.append(&Docs::sentence(TOKENS));
    }
    docs
}

const SCHEMES: &str = "\
# Authentication

The client builder takes a credential for each security scheme of the document. A call sends those
that its operation requires, and fails before anything is sent if one is missing.";

const TOKENS: &str = "\
A scheme that takes a token also takes a [`runtime::TokenSource`], which is asked for a token before
every call.";

const NO_SCHEMES: &str = "\
# Authentication

The document declares no security scheme. [`ClientBuilder::header`] adds a header to every request,
such as `Authorization`; [`runtime::Request::with`] adds one to a single call.";

const SECTIONS: [&str; 10] = [
    "\
# Errors

[`Error::kind`] says what happened, and predicates such as [`Error::is_not_found`] say what it means.
The server's error is in [`Error::api`], typed as documented, and in [`Error::error_code`],
[`Error::message`] and [`Error::request_id`]. An argument or a credential that cannot be sent is an
error before anything is sent.",
    "\
# Retries

A call is sent once unless [`ClientBuilder::retry`] sets a [`runtime::Retry`], which decides how often
a call is retried, after which failures, and with which delays.",
    "\
# Pagination

[`runtime::Request::pages`] follows a paginated list. Its argument builds the request for the next page
from a page and its request.",
    "\
# Streaming

An operation with a binary response returns a [`runtime::ByteStream`]. Server-sent events and JSON
Lines arrive item by item, as a stream, or as an iterator without an async runtime. A request body of
bytes is a [`runtime::File`]: bytes in memory, a stream, or an open file.",
    "\
# Single calls

[`runtime::Request::with`] changes one call in ways that the document does not describe: a header, a
timeout, a server.",
    "\
# Testing

[`ClientBuilder::transport`] replaces the network. With the feature `replay`, a recording in HAR format answers
the calls of a test; with the feature `tower`, any `tower::Service` does. [`ClientBuilder::endpoint`] sends the calls to a server of the test instead, and
[`ClientBuilder::clock`] replaces time and randomness.",
    "\
# Proxies and certificates

The default transport uses the proxies of the environment (`HTTPS_PROXY`, `NO_PROXY`) and the
certificates of the system. For another proxy, root certificate or client certificate, build a
transport with `Reqwest::builder()` and pass it to `ClientBuilder::transport`.",
    "\
# Undocumented values

Enums are open: an undocumented value is decoded as `Unknown` and sent back unchanged. Undocumented
members are kept in `extra()` and sent back as well. If a member can be absent, null or a value, its
type distinguishes all three.",
    "\
# Dates, identifiers and numbers

Dates, UUIDs and URIs keep the text that was received. Their method `to` converts it to types of other
crates, and `from` converts back, with the Cargo features `chrono`, `jiff`, `rust_decimal`, `url` and
`uuid`. Malformed text is an error of the conversion, not of the response.",
    "\
# Constraints

Constraints such as maximum lengths are documented, but never enforced on responses.
[`runtime::check()`] finds every violation in a value; [`ClientBuilder::check_requests`] does so before
each call. Patterns are checked with the Cargo feature `pattern`.",
];
