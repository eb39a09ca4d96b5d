//! Responses that are items one after the other, decoded as they arrive:
//! server-sent events, and JSON values one a line or as a sequence.

#[cfg(not(target_family = "wasm"))]
mod blocking;
mod decode;
mod event_split;
mod events;
mod line_split;
mod lines;
mod pull;

#[cfg(test)]
mod tests;

#[cfg(not(target_family = "wasm"))]
pub use blocking::Blocking;
pub use events::{Event, EventStream};
pub use lines::Lines;

/// The most bytes of one item, unless a stream is told otherwise.
pub const ITEM_LIMIT: usize = 8 * 1024 * 1024;
