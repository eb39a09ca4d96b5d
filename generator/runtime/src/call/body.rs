use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;

use crate::Json;
use crate::body::{Body, ByteStream};
use crate::describe::{Media, RequestBody};
use crate::encode::{Part, Segment, form, is_apart, segments};
use crate::error::Fault;

/// The body of a call, before it is written. `media` is a position in the
/// operation's description.
#[derive(Clone)]
pub(super) enum CallBody {
    None,
    Bytes { media: usize, bytes: Bytes },
    Form { media: usize, value: Json },
    Multipart { media: usize, parts: Arc<[Part]> },
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
        random: &dyn Fn() -> u64,
    ) -> Result<Option<(Cow<'static, str>, Body)>, Fault> {
        let media_at = |index: usize| declared.and_then(|body| body.media.get(index));
        match self {
            Self::None if declared.is_some_and(|body| body.required) => {
                Err(Fault::argument("the body is missing; set it before sending"))
            }
            Self::None => Ok(None),
            Self::Bytes { media, bytes } => {
                Ok(Some((media_name(media_at(*media)).into(), Body::from(bytes.clone()))))
            }
            Self::Form { media, value } => {
                static PLAIN: Media = Media::form("application/x-www-form-urlencoded");
                let declared = media_at(*media).unwrap_or(&PLAIN);
                let text = form(declared, value)
                    .map_err(|refusal| Fault::argument(format!("the body: {refusal}")))?;
                Ok(Some((media_name(Some(declared)).into(), Body::from(text))))
            }
            Self::Multipart { media, parts } => {
                let name = media_at(*media).map(|media| media.name);
                multipart(name, parts, random)
                    .map(Some)
                    .map_err(|refusal| Fault::argument(format!("the body: {refusal}")))
            }
            Self::Stream { media, stream } => {
                let taken = stream.lock().unwrap_or_else(PoisonError::into_inner).take();
                let stream = taken.ok_or_else(|| {
                    Fault::argument("the streamed body was sent already; set a new one")
                })?;
                Ok(Some((media_name(media_at(*media)).into(), stream.into_body())))
            }
        }
    }
}

/// A multipart body, and its media type with the boundary.
fn multipart(
    declared: Option<&'static str>,
    parts: &[Part],
    random: &dyn Fn() -> u64,
) -> Result<(Cow<'static, str>, Body), String> {
    let essence = declared.and_then(|name| name.split(';').next()).map(str::trim);
    let essence = essence.filter(|name| !name.contains('*')).unwrap_or("multipart/form-data");
    let is_form = essence.eq_ignore_ascii_case("multipart/form-data");
    let mut boundary = format!("part-{:016x}", random());
    // Chance makes this loop end at once; a clock that always draws the same number, after some rounds.
    while !is_apart(parts, &boundary) {
        boundary.push('-');
        if boundary.len() > 70 {
            return Err("its parts hold every boundary that was tried".to_owned());
        }
    }
    let mut segments = segments(parts, &boundary, is_form)?;
    let body = match segments.pop() {
        Some(Segment::Bytes(bytes)) if segments.is_empty() => Body::from(bytes),
        last => {
            segments.extend(last);
            ByteStream::concat(segments.into_iter().map(|segment| match segment {
                Segment::Bytes(bytes) => ByteStream::from(bytes),
                Segment::Stream(stream) => stream,
            }))
            .into_body()
        }
    };
    Ok((format!("{essence}; boundary={boundary}").into(), body))
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
            Self::Multipart { parts, .. } => write!(f, "Multipart({})", parts.len()),
            Self::Stream { .. } => f.write_str("Stream"),
        }
    }
}
