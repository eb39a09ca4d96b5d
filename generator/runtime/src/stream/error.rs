use std::fmt;

use crate::DecodeError;
use crate::transport::TransportError;

/// Why a stream gave no value.
#[derive(Debug)]
#[non_exhaustive]
pub enum StreamError {
    /// The connection broke; the stream has ended.
    Transport(TransportError),
    /// One item is not what the document describes; the stream goes on after it.
    Decode {
        /// What is wrong with it.
        error: DecodeError,
        /// The item as it came.
        text: String,
    },
    /// One item is larger than the limit, in bytes; the stream has ended.
    TooLarge(usize),
}

impl StreamError {
    pub(super) fn decode(error: DecodeError, text: &str) -> Self {
        Self::Decode { error, text: text.to_owned() }
    }
}

/// Says what happened; the text of an item is left out, since it may be secret.
impl fmt::Display for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Transport(_) => f.write_str("the connection broke while the stream was read"),
            Self::Decode { .. } => f.write_str("an item is not what the document describes"),
            Self::TooLarge(limit) => write!(f, "an item is larger than {limit} bytes"),
        }
    }
}

impl std::error::Error for StreamError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Transport(error) => Some(error),
            Self::Decode { error, .. } => Some(error),
            Self::TooLarge(_) => None,
        }
    }
}
