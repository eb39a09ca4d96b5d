//! Bodies of several parts: `multipart/form-data` and its kin (RFC 7578, RFC 2046).

mod from_json;
mod part;
mod stream;

#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use bytes::{Bytes, BytesMut};
pub(crate) use from_json::from_json;
pub use part::Part;

use self::part::PartContent;
use self::stream::{Chain, Piece};
use crate::body::Body;
use crate::encode::Refusal;

/// A body of several parts, in the order in which they are added. Parts may
/// share a name: that is how several files travel under one.
#[derive(Debug, Default)]
pub struct Multipart(Vec<Part>);

impl Multipart {
    /// No part yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a part.
    #[must_use]
    pub fn part(mut self, part: Part) -> Self {
        self.0.push(part);
        self
    }

    /// Refuses what would break out of a part's head.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        self.0.iter().try_for_each(Part::check)
    }

    /// A boundary that none of the parts in memory contains. Parts that are
    /// streamed cannot be searched; 128 random bits make sure of them.
    pub(crate) fn boundary(&self, random: &mut dyn FnMut() -> u64) -> String {
        let mut boundary = format!("{:016x}{:016x}", random(), random());
        // A hostile or constant source of numbers must not make this endless.
        while self.contains(boundary.as_bytes()) {
            boundary.push('x');
        }
        boundary
    }

    fn contains(&self, boundary: &[u8]) -> bool {
        self.0.iter().any(|part| match &part.content {
            PartContent::Bytes(bytes) => {
                bytes.windows(boundary.len()).any(|window| window == boundary)
            }
            PartContent::Stream(_) => false,
        })
    }

    /// The body, streamed only if a part is.
    pub(crate) fn into_body(self, boundary: &str) -> Body {
        let mut pieces = Vec::new();
        let mut text = BytesMut::new();
        for Part { name, file_name, content_type, headers, content } in self.0 {
            let mut head = format!("--{boundary}\r\n");
            // Writing to a string does not fail.
            let _ = write!(head, "Content-Disposition: form-data; name=\"{}\"", quoted(&name));
            if let Some(file_name) = file_name {
                let _ = write!(head, "; filename=\"{}\"", quoted(&file_name));
            }
            head.push_str("\r\n");
            if let Some(content_type) = content_type {
                let _ = write!(head, "Content-Type: {content_type}\r\n");
            }
            for (name, value) in headers {
                let _ = write!(head, "{name}: {value}\r\n");
            }
            head.push_str("\r\n");
            text.extend_from_slice(head.as_bytes());
            match content {
                PartContent::Bytes(bytes) => text.extend_from_slice(&bytes),
                PartContent::Stream(stream) => {
                    pieces.push(Piece::Bytes(text.split().freeze()));
                    pieces.push(Piece::Stream(stream.into_body()));
                }
            }
            text.extend_from_slice(b"\r\n");
        }
        text.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        let rest: Bytes = text.freeze();
        if pieces.is_empty() {
            return Body::from(rest);
        }
        pieces.push(Piece::Bytes(rest));
        Body::from_body(Chain::new(pieces))
    }
}

/// A name within quotes, as browsers write it (the HTML standard, "multipart
/// form data"): what would end it is percent-encoded.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
