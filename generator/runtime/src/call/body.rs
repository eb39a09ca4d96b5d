use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;

use crate::Json;
use crate::body::{Body, ByteStream};
use crate::describe::{Media, RequestBody};
use crate::encode::form;
use crate::error::Fault;

/// The body of a call, before it is written. `media` is a position in the
/// operation's description.
#[derive(Clone)]
pub(super) enum CallBody {
    None,
    Bytes { media: usize, bytes: Bytes },
    Form { media: usize, value: Json },
    Stream { media: usize, stream: Arc<Mutex<Option<ByteStream>>> },
}

impl CallBody {
    pub(super) fn bytes(media: usize, bytes: Bytes) -> Self {
        Self::Bytes { media, bytes }
    }

    pub(super) fn stream(media: usize, stream: ByteStream) -> Self {
        Self::Stream { media, stream: Arc::new(Mutex::new(Some(stream))) }
    }

    /// The body and its media type; nothing where the call has none.
    pub(super) fn write(
        &self,
        declared: Option<&RequestBody>,
    ) -> Result<Option<(&'static str, Body)>, Fault> {
        let media_at = |index: usize| declared.and_then(|body| body.media.get(index));
        match self {
            Self::None if declared.is_some_and(|body| body.required) => {
                Err(Fault::argument("the body is missing; set it before sending"))
            }
            Self::None => Ok(None),
            Self::Bytes { media, bytes } => {
                Ok(Some((media_name(media_at(*media)), Body::from(bytes.clone()))))
            }
            Self::Form { media, value } => {
                static PLAIN: Media = Media::form("application/x-www-form-urlencoded");
                let declared = media_at(*media).unwrap_or(&PLAIN);
                let text = form(declared, value)
                    .map_err(|refusal| Fault::argument(format!("the body: {refusal}")))?;
                Ok(Some((media_name(Some(declared)), Body::from(text))))
            }
            Self::Stream { media, stream } => {
                let taken = stream.lock().unwrap_or_else(PoisonError::into_inner).take();
                let stream = taken.ok_or_else(|| {
                    Fault::argument("the streamed body was sent already; set a new one")
                })?;
                Ok(Some((media_name(media_at(*media)), stream.into_body())))
            }
        }
    }
}

/// The declared media type; of a range nobody knows which type it is.
fn media_name(declared: Option<&Media>) -> &'static str {
    declared
        .map(|media| media.name)
        .filter(|name| !name.contains('*'))
        .unwrap_or("application/octet-stream")
}

impl fmt::Debug for CallBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Bytes { bytes, .. } => write!(f, "Bytes({})", bytes.len()),
            Self::Form { .. } => f.write_str("Form"),
            Self::Stream { .. } => f.write_str("Stream"),
        }
    }
}
