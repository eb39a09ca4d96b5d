//! Responses that are a sequence of items, decoded as they arrive: server-sent events, JSON Lines
//! and JSON sequences.

#[cfg(not(target_family = "wasm"))]
mod blocking;
mod decode;
mod event_split;
mod events;
mod line_split;
mod lines;
mod pull;
mod reconnect;

#[cfg(test)]
mod tests;

#[cfg(not(target_family = "wasm"))]
pub use blocking::Blocking;
pub use events::{Event, EventStream};
pub use lines::Lines;
pub use reconnect::{Reconnect, ReconnectingEvents};

/// The default maximum size of one item in bytes.
pub const ITEM_LIMIT: usize = 8 * 1024 * 1024;
