//! Calls HTTP APIs for the clients that callwright generates.
//!
//! A generated client passes this crate on as its module `runtime`. What its users meet is at the root: [`Request`] and
//! [`Response`], [`Error`], [`Retry`], [`Pages`], [`Credential`], [`Body`], [`File`], and [`Json`] for what a document
//! leaves open. Topics have modules of their own: [`check`](mod@check), [`format`](mod@format), [`json`], [`stream`],
//! [`transport`]. Generated code alone calls [`generated`].
//!
//! Generated code states facts (static tables) and this crate acts on them: JSON is read and written without loss, one
//! loop serves all records and one decision procedure serves all unions.

// docs.rs shows which feature an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod body;
mod call;
pub mod check;
mod client;
mod clock;
mod credential;
mod describe;
mod encode;
mod error;
pub mod format;
pub mod generated;
pub mod json;
mod media;
mod model;
mod multipart;
mod pages;
#[cfg(feature = "replay")]
pub mod replay;
mod response;
mod retry;
#[cfg(feature = "sdk-hmac-sha256")]
pub mod sign;
pub mod stream;
pub mod transport;

#[cfg(not(target_family = "wasm"))]
pub use body::ByteReader;
pub use body::{Body, ByteStream};
pub use bytes::Bytes;
#[cfg(not(target_family = "wasm"))]
pub use call::SendBlocking;
pub use call::{BodyMode, Call, Outcome, Request, ResponseFuture};
pub use check::check;
pub use client::{Client, ClientBuilder};
pub use clock::{Clock, SystemClock};
pub use credential::{Credential, Signer, TokenSource};
pub use error::{Error, ErrorKind};
pub use http;
pub use jiff;
pub use json::{Json, Map, Number};
pub use model::{
    Explanation, Extra, Integer, KeyedMap, Mismatch, Model, Nullable, Secret, explain, from_json,
    from_value, to_json, to_value,
};
pub use multipart::{File, Multipart, Part};
pub use pages::Pages;
pub use response::{Headers, NoError, NoHeaders, Response, Text};
pub use retry::Retry;

/// The most bytes of an error's body that are kept.
pub const ERROR_BODY_LIMIT: usize = 1024 * 1024;

/// The examples of the README compile and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
