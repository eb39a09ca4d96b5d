use std::future::poll_fn;
use std::pin::Pin;

use bytes::{Bytes, BytesMut};
use http_body::Body as _;

use super::Body;
use crate::transport::TransportError;

/// The result of reading a body into memory.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Collected {
    /// The whole body.
    All(Bytes),
    /// The body up to the limit; there is more.
    Beyond(Bytes),
}

/// Reads a body into memory, never more than `limit` bytes of it.
pub(crate) async fn collect(mut body: Body, limit: usize) -> Result<Collected, TransportError> {
    let mut first = None;
    let mut buffer = BytesMut::new();
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let Ok(data) = frame?.into_data() else { continue };
        let held = first.as_ref().map_or(buffer.len(), Bytes::len);
        if data.len() > limit.saturating_sub(held) {
            let mut kept = BytesMut::from(first.unwrap_or_default().as_ref());
            kept.extend_from_slice(&buffer);
            kept.extend(data.iter().take(limit.saturating_sub(held)));
            return Ok(Collected::Beyond(kept.freeze()));
        }
        // A body of one piece, the common case, is not copied.
        match first.take() {
            None if buffer.is_empty() => first = Some(data),
            None => buffer.extend_from_slice(&data),
            Some(piece) => {
                buffer.extend_from_slice(&piece);
                buffer.extend_from_slice(&data);
            }
        }
    }
    Ok(Collected::All(first.unwrap_or_else(|| buffer.freeze())))
}
