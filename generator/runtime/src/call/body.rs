use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;

use crate::body::Body;
use crate::body::File;
use crate::describe::{Media, MediaKind, RequestBody};
use crate::encode::{Refusal, form};
use crate::error::Fault;
use crate::json::Json;
use crate::media::{Fit, fit};
use crate::multipart::{Multipart, Subtype, content_type};

/// The body of a call, before serialization. `media` is an index in the operation's description.
#[derive(Clone)]
pub(super) enum CallBody {
    None,
    Bytes { media: usize, bytes: Bytes },
    Form { media: usize, value: Json },
    File { media: usize, file: File },
    Parts { media: usize, parts: Multipart },
}

fn sent_already() -> Fault {
    Fault::argument("the streamed body was sent already; set a new one")
}

impl CallBody {
    pub(super) fn bytes(media: usize, bytes: Bytes) -> Self {
        Self::Bytes { media, bytes }
    }

    /// Serializes the body and returns it with its media type; `None` if the call has no body.
    /// `random` provides numbers for a boundary, `named` is the media type that the call sets.
    pub(super) fn write(
        &self,
        declared: Option<&RequestBody>,
        named: Option<&str>,
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
                let declared = media_at(*media).unwrap_or(&PLAIN_FORM);
                let text = form(declared, value).map_err(refused)?;
                Ok(Some((media_name(Some(declared)), Body::from(text))))
            }
            Self::File { media, file } => {
                let name = file_type(media_at(*media), file, named)?;
                let body = file.clone().into_body().ok_or_else(sent_already)?;
                Ok(Some((name, body)))
            }
            Self::Parts { media, parts } => {
                parts.check().map_err(refused)?;
                let declared = media_at(*media).unwrap_or(&FORM_DATA);
                let boundary = parts.boundary(random);
                let declared =
                    if declared.name.contains('*') { FORM_DATA.name } else { declared.name };
                let name = content_type(declared, parts.root_type(), &boundary);
                let subtype = Subtype::of(declared);
                let body = parts.clone().into_body(subtype, &boundary).ok_or_else(sent_already)?;
                Ok(Some((name.into(), body)))
            }
        }
    }
}

static PLAIN_FORM: Media = Media::form("application/x-www-form-urlencoded");
pub(super) static FORM_DATA: Media = Media::multipart("multipart/form-data");

/// The declared media type, or the plainest one of the body's kind for a range.
fn media_name(declared: Option<&Media>) -> Cow<'static, str> {
    let Some(media) = declared else { return "application/octet-stream".into() };
    if !media.name.contains('*') {
        return media.name.into();
    }
    match media.kind {
        MediaKind::Json => "application/json",
        MediaKind::Text => "text/plain; charset=utf-8",
        MediaKind::Form => PLAIN_FORM.name,
        MediaKind::Events => "text/event-stream",
        MediaKind::Lines => "application/x-ndjson",
        MediaKind::Multipart | MediaKind::Bytes | MediaKind::Stream => "application/octet-stream",
    }
    .into()
}

/// The media type of raw bytes: the caller's if the document leaves it open.
fn file_type(
    declared: Option<&Media>,
    file: &File,
    named: Option<&str>,
) -> Result<Cow<'static, str>, Fault> {
    let given = file.content_type.as_deref().or(named);
    let Some(media) = declared.filter(|media| media.name.contains('*')) else {
        return Ok(given.map_or_else(|| media_name(declared), |given| given.to_owned().into()));
    };
    match given.map(|given| (given, fit(media.name, given))) {
        Some((given, Some(_))) => Ok(given.to_owned().into()),
        Some((given, None)) => Err(Fault::argument(format!(
            "the body: its media type {given:?} is none of `{}`",
            media.name
        ))),
        None if fit(media.name, "") == Some(Fit::Anything) => Ok(media_name(declared)),
        None => Err(Fault::argument(format!(
            "the body: the document leaves its media type open, `{}`; name it with \
             `File::content_type`",
            media.name
        ))),
    }
}

impl fmt::Debug for CallBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Bytes { bytes, .. } => write!(f, "Bytes({})", bytes.len()),
            Self::Form { .. } => f.write_str("Form"),
            Self::Parts { .. } => f.write_str("Multipart"),
            Self::File { file, .. } => file.fmt(f),
        }
    }
}
