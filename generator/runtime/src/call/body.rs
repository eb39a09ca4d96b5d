use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;

use crate::Json;
use crate::body::{Body, ByteStream};
use crate::describe::{Media, RequestBody};
use crate::encode::{Refusal, form};
use crate::error::Fault;
use crate::media::essence;
use crate::multipart::{Multipart, from_json};

/// The body of a call, before it is written. `media` is a position in the
/// operation's description.
#[derive(Clone)]
pub(super) enum CallBody {
    None,
    Bytes { media: usize, bytes: Bytes },
    Form { media: usize, value: Json },
    Multipart { media: usize, value: Json },
    Stream { media: usize, stream: Once<ByteStream> },
    Parts { media: usize, parts: Once<Multipart> },
}

/// What can be sent once; clones of a call share it.
type Once<T> = Arc<Mutex<Option<T>>>;

fn take<T>(once: &Once<T>) -> Result<T, Fault> {
    let taken = once.lock().unwrap_or_else(PoisonError::into_inner).take();
    taken.ok_or_else(|| Fault::argument("the streamed body was sent already; set a new one"))
}

impl CallBody {
    pub(super) fn bytes(media: usize, bytes: Bytes) -> Self {
        Self::Bytes { media, bytes }
    }

    pub(super) fn stream(media: usize, stream: ByteStream) -> Self {
        Self::Stream { media, stream: Arc::new(Mutex::new(Some(stream))) }
    }

    pub(super) fn parts(media: usize, parts: Multipart) -> Self {
        Self::Parts { media, parts: Arc::new(Mutex::new(Some(parts))) }
    }

    /// The body and its media type; nothing where the call has none. `random`
    /// gives numbers for a boundary.
    pub(super) fn write(
        &self,
        declared: Option<&RequestBody>,
        random: &mut dyn FnMut() -> u64,
    ) -> Result<Option<(Cow<'static, str>, Body)>, Fault> {
        let media_at = |index: usize| declared.and_then(|body| body.media.get(index));
        let refused = |refusal: Refusal| Fault::argument(format!("the body: {refusal}"));
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
                let text = form(declared, value).map_err(refused)?;
                Ok(Some((media_name(Some(declared)), Body::from(text))))
            }
            Self::Stream { media, stream } => {
                Ok(Some((media_name(media_at(*media)), take(stream)?.into_body())))
            }
            Self::Multipart { media, value } => {
                let declared = media_at(*media).unwrap_or(&FORM_DATA);
                let parts = from_json(declared, value).map_err(refused)?;
                Ok(Some(write_parts(declared, parts, random)))
            }
            Self::Parts { media, parts } => {
                let parts = take(parts)?;
                parts.check().map_err(refused)?;
                let declared = media_at(*media).unwrap_or(&FORM_DATA);
                Ok(Some(write_parts(declared, parts, random)))
            }
        }
    }
}

static FORM_DATA: Media = Media::multipart("multipart/form-data");

fn write_parts(
    declared: &Media,
    parts: Multipart,
    random: &mut dyn FnMut() -> u64,
) -> (Cow<'static, str>, Body) {
    let boundary = parts.boundary(random);
    let name = if declared.name.contains('*') { FORM_DATA.name } else { essence(declared.name) };
    (format!("{name}; boundary={boundary}").into(), parts.into_body(&boundary))
}

/// The declared media type; of a range nobody knows which type it is.
fn media_name(declared: Option<&Media>) -> Cow<'static, str> {
    declared
        .map(|media| media.name)
        .filter(|name| !name.contains('*'))
        .unwrap_or("application/octet-stream")
        .into()
}

impl fmt::Debug for CallBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Bytes { bytes, .. } => write!(f, "Bytes({})", bytes.len()),
            Self::Form { .. } => f.write_str("Form"),
            Self::Multipart { .. } | Self::Parts { .. } => f.write_str("Multipart"),
            Self::Stream { .. } => f.write_str("Stream"),
        }
    }
}
