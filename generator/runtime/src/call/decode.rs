use std::fmt::Write as _;

use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_ENCODING;
use http::response::Parts;

use super::Call;
use super::select::{Chosen, Role, media, response};
use crate::ERROR_BODY_LIMIT;
use crate::body::Body;
use crate::describe::{Api, Media, MediaKind, Operation};
use crate::error::{Answer, Error, ErrorKind, Fault, Members, Tries};
use crate::json::{DecodeError, Json};
use crate::media::fit;
use crate::model::{Slot, to_value};
use crate::permits::Permit;
use crate::response::{
    BodyTarget, HeaderRecord, Headers, Payload, Response, json, read_form, read_headers, read_json,
    text,
};

/// The mode in which the body of a response is read.
///
/// ```
/// use callwright_runtime::BodyMode;
///
/// // An error body is buffered up to a limit, whatever the operation returns.
/// let mode = BodyMode::Buffer(1024 * 1024);
/// assert_ne!(mode, BodyMode::Stream);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyMode {
    /// Into memory, up to this many bytes.
    Buffer(usize),
    /// Streamed.
    Stream,
}

/// A body, read in a [`BodyMode`].
#[derive(Debug)]
pub(super) enum ReceivedBody {
    /// In memory; the flag says whether it is truncated.
    Bytes(Bytes, bool),
    Stream(Body),
}

/// A response with its body, and the call that it belongs to.
#[derive(Debug)]
pub(crate) struct Received {
    pub(super) operation: &'static Operation,
    pub(super) api: &'static Api,
    pub(crate) parts: Parts,
    pub(super) content: ReceivedBody,
    /// The signer's explanation of an error.
    pub(super) remark: Option<String>,
    pub(super) tries: Tries,
}

impl Call {
    /// Determines the mode from the head of a response.
    #[must_use]
    pub fn body_mode(&self, parts: &Parts) -> BodyMode {
        let limit = self.client.body_limit();
        match response(self.operation, parts.status) {
            Some((Role::Success, described)) => {
                match media(described, content_type(&parts.headers)) {
                    Chosen::Media(media) if media.streams() => BodyMode::Stream,
                    Chosen::Media(_) | Chosen::Undeclared | Chosen::None => BodyMode::Buffer(limit),
                }
            }
            None if parts.status.is_success() => BodyMode::Buffer(limit),
            Some((Role::Failure, _)) | None => BodyMode::Buffer(limit.min(ERROR_BODY_LIMIT)),
        }
    }

    /// Decodes a response in memory into the output or the error.
    ///
    /// # Errors
    /// The response is an error, or does not match the document.
    pub fn response<T: Payload, H: HeaderRecord + Default, E: Payload>(
        &self,
        response: http::Response<Bytes>,
    ) -> Result<Response<T, H>, Error<E>> {
        let (parts, bytes) = response.into_parts();
        self.received(parts, ReceivedBody::Bytes(bytes, false)).decode()
    }

    /// Decodes a streamed response.
    ///
    /// # Errors
    /// The response is an error, or does not match the document.
    pub fn streamed_response<T: Payload, H: HeaderRecord + Default, E: Payload>(
        &self,
        response: http::Response<Body>,
    ) -> Result<Response<T, H>, Error<E>> {
        let (parts, body) = response.into_parts();
        self.received(parts, ReceivedBody::Stream(body)).decode()
    }

    pub(super) fn received(&self, parts: Parts, content: ReceivedBody) -> Received {
        let is_error = parts.status.is_client_error() || parts.status.is_server_error();
        let remark = is_error.then(|| self.client.remark(self.operation, &parts)).flatten();
        let tries = Tries::default();
        Received {
            operation: self.operation,
            api: self.client.api(),
            parts,
            content,
            remark,
            tries,
        }
    }
}

/// A response without its types.
enum Reading {
    Success(usize, Option<&'static Media>),
    Failure(usize, Option<&'static Media>),
    Undocumented,
    Unreadable(Fault),
}

impl Received {
    /// The kind of error that this response is, if it is one.
    pub(super) fn error_kind(&self) -> ErrorKind {
        match response(self.operation, self.parts.status) {
            Some(_) => ErrorKind::Documented,
            None => ErrorKind::Undocumented,
        }
    }

    /// Keeps a permit as long as the body is read.
    pub(super) fn holding(mut self, permit: Option<Permit>) -> Self {
        if let (ReceivedBody::Stream(body), Some(permit)) = (&mut self.content, permit) {
            *body = std::mem::take(body).holding(permit);
        }
        self
    }

    /// Decodes the response. An error knows what was tried before.
    pub(super) fn decode<T: Payload, H: HeaderRecord + Default, E: Payload>(
        mut self,
    ) -> Result<Response<T, H>, Error<E>> {
        let tries = std::mem::take(&mut self.tries);
        self.typed().map_err(|error| error.after(tries))
    }

    /// The only generic step: the value to fill.
    fn typed<T: Payload, H: HeaderRecord + Default, E: Payload>(
        mut self,
    ) -> Result<Response<T, H>, Error<E>> {
        match self.reading() {
            Reading::Success(variant, media) => {
                let mut value = T::variant(variant);
                if let Err(fault) = self.fill(value.target(), media) {
                    return Err(self.undecodable(fault).into());
                }
                let mut typed = H::default();
                read_headers(&mut typed, &self.parts.headers);
                let request_id = self.request_id();
                let Parts { status, headers: raw, .. } = self.parts;
                Ok(Response { value, status, headers: Headers { typed, raw }, request_id })
            }
            Reading::Failure(variant, media) => {
                let mut error = E::variant(variant);
                if media.is_none() && !matches!(error.target(), BodyTarget::Empty) {
                    return Err(self.answer(ErrorKind::Documented, None).into());
                }
                if let Err(fault) = self.fill(error.target(), media) {
                    return Err(self.undecodable(fault).into());
                }
                let members = error.source().and_then(|slot| to_value(slot).ok());
                Err(Error::new(self.answer(ErrorKind::Documented, members), Some(error)))
            }
            Reading::Undocumented => Err(self.answer(ErrorKind::Undocumented, None).into()),
            Reading::Unreadable(fault) => Err(self.undecodable(fault).into()),
        }
    }

    fn reading(&self) -> Reading {
        let Some((role, described)) = response(self.operation, self.parts.status) else {
            // An operation without documented outputs accepts any success.
            return if self.operation.success.is_empty() && self.parts.status.is_success() {
                Reading::Success(0, None)
            } else {
                Reading::Undocumented
            };
        };
        let content_type = content_type(&self.parts.headers);
        let (variant, media) = match media(described, content_type) {
            Chosen::Undeclared => (described.variant, None),
            // An error without a body is documented by its status alone.
            Chosen::Media(_) | Chosen::None if role == Role::Failure && self.is_empty() => {
                return Reading::Failure(described.variant, None);
            }
            Chosen::Media(media) => (media.variant, Some(media)),
            Chosen::None => {
                let declared: Vec<_> = described.media.iter().map(|media| media.name).collect();
                return Reading::Unreadable(Fault::new(
                    ErrorKind::Decode,
                    format!(
                        "its content type is {:?}, none of {}",
                        content_type.unwrap_or_default(),
                        declared.join(", ")
                    ),
                ));
            }
        };
        match role {
            Role::Success => Reading::Success(variant, media),
            Role::Failure => Reading::Failure(variant, media),
        }
    }

    fn is_empty(&self) -> bool {
        matches!(&self.content, ReceivedBody::Bytes(bytes, _) if bytes.is_empty())
    }

    /// Decodes the body into its target.
    fn fill(&mut self, target: BodyTarget<'_>, media: Option<&'static Media>) -> Result<(), Fault> {
        let content_type = content_type(&self.parts.headers);
        match (&mut self.content, target) {
            (_, BodyTarget::Empty) => Ok(()),
            (ReceivedBody::Stream(body), BodyTarget::Stream(stream)) => {
                *stream = std::mem::take(body).into();
                Ok(())
            }
            (ReceivedBody::Bytes(bytes, _), BodyTarget::Stream(stream)) => {
                *stream = bytes.clone().into();
                Ok(())
            }
            (ReceivedBody::Bytes(bytes, _), BodyTarget::Bytes(place)) => {
                *place = bytes.clone();
                Ok(())
            }
            (ReceivedBody::Bytes(bytes, _), BodyTarget::Text(place)) => {
                *place = text(bytes, content_type)?;
                Ok(())
            }
            (ReceivedBody::Bytes(bytes, _), BodyTarget::Json(slot)) if bytes.is_empty() => {
                empty(self.operation, slot)
            }
            (ReceivedBody::Bytes(bytes, truncated), BodyTarget::Json(slot)) => {
                read_as(slot, &json(bytes, content_type), media).map_err(|error| {
                    let detail = match (media, content_type) {
                        _ if *truncated => "it is larger than what is kept of an error".to_owned(),
                        (Some(media), Some(actual)) if fit(media.name, actual).is_none() => {
                            format!("its content type is {actual:?} instead of {}", media.name)
                        }
                        _ => error.to_string(),
                    };
                    Fault::new(ErrorKind::Decode, detail).source(error)
                })
            }
            (
                ReceivedBody::Stream(_),
                BodyTarget::Json(_) | BodyTarget::Text(_) | BodyTarget::Bytes(_),
            ) => {
                Err(Fault::configuration("it is streamed, but its type has to be read into memory"))
            }
        }
    }

    /// Creates the error for a response that cannot be decoded.
    fn undecodable(&self, fault: Fault) -> Fault {
        let status = self.parts.status.as_u16();
        let what = if self.parts.status.is_success() {
            format!("the call succeeded ({status}), but the body of the answer")
        } else {
            format!("the server answered {status}, but its body")
        };
        let mut detail = format!("{what} is not what the document describes: {}", fault.detail);
        if let Some(encoding) = self.parts.headers.get(CONTENT_ENCODING) {
            // Writing to a string cannot fail.
            let _ = write!(
                detail,
                "; its content encoding is {encoding:?}, which the client did not ask for"
            );
        }
        if let Some(remark) = &self.remark {
            detail.push_str("; ");
            detail.push_str(remark);
        }
        Fault { detail, source: fault.source, ..self.answer(fault.kind, None) }
    }

    /// Creates the error of this response; `decoded` is its body, if it was decoded.
    pub(super) fn answer(&self, kind: ErrorKind, decoded: Option<Json>) -> Fault {
        let (body, truncated) = match &self.content {
            ReceivedBody::Bytes(bytes, truncated) => (bytes.clone(), *truncated),
            ReceivedBody::Stream(_) => (Bytes::new(), false),
        };
        let beginning = body.get(..ERROR_BODY_LIMIT).filter(|kept| kept.len() < body.len());
        let truncated = truncated || beginning.is_some();
        // A copy, so that the rest of the buffer is freed.
        let body = beginning.map(Bytes::copy_from_slice).unwrap_or(body);
        let status = self.parts.status;
        // A success that cannot be decoded has no error members: some APIs have properties of those
        // names in their outputs.
        let decoded = decoded.or_else(|| Json::parse(&body).ok()).filter(|_| !status.is_success());
        let mut members =
            decoded.map_or_else(Members::default, |body| Members::of(&body, &self.api.error));
        if let Some(id) = self.request_id() {
            members.request_id = Some(id);
        }
        let answer = Answer {
            status,
            headers: self.parts.headers.clone(),
            body,
            truncated,
            members,
            predicates: self.api.predicates,
        };
        let remark = self.remark.clone().unwrap_or_default();
        Fault {
            answer: Some(Box::new(answer)),
            ..Fault::new(kind, remark).operation(self.operation)
        }
    }

    pub(super) fn request_id(&self) -> Option<String> {
        let name = self.operation.request_id.or(self.api.request_id)?;
        let value = self.parts.headers.get(name)?.to_str().ok()?;
        (!value.is_empty()).then(|| value.to_owned())
    }
}

/// Decodes a body of the media type: a form, or otherwise JSON.
fn read_as(slot: &mut dyn Slot, bytes: &[u8], media: Option<&Media>) -> Result<(), DecodeError> {
    match media.map(|media| media.kind) {
        Some(MediaKind::Form) => read_form(slot, bytes),
        _ => read_json(slot, bytes),
    }
}

fn content_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(http::header::CONTENT_TYPE)?.to_str().ok()
}

/// An empty body where JSON is declared is valid only for a slot that admits null.
fn empty(operation: &Operation, slot: &mut dyn Slot) -> Result<(), Fault> {
    if read_json(slot, b"null").is_ok() {
        return Ok(());
    }
    slot.clear();
    let why = if operation.method == "HEAD" { "an answer to HEAD has none" } else { "it is empty" };
    Err(Fault::new(ErrorKind::Decode, why))
}
