//! A call of an operation: from its arguments to a request, and from the response to its output.
//! Only `send` does I/O.

mod at;
mod attempt;
mod body;
mod check;
mod deadlines;
mod decode;
mod download;
mod exchange;
mod expand;
mod idempotency;
mod macros;
mod out_of_time;
mod redirect;
mod request;
mod select;
mod send;
mod trace;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

pub use decode::BodyMode;
pub use download::Download;
use http::{HeaderName, HeaderValue, Uri};
pub use redirect::Redirects;
#[cfg(not(target_family = "wasm"))]
pub use send::SendBlocking;
pub use send::{Outcome, Request, ResponseFuture};

use self::at::At;
use self::body::{CallBody, FORM_DATA};
use crate::Bytes;
use crate::body::ByteStream;
use crate::body::File;
use crate::check::Findings;
use crate::client::{self, Settings};
use crate::clock::Clock;
use crate::describe::Operation;
use crate::encode::header_value;
use crate::error::Fault;
use crate::json::Json;
use crate::media::is_sequence;
use crate::model::Items;
use crate::model::{Slot, to_value};
use crate::multipart::{Multipart, from_slot};
use crate::retry::Retry;

/// A call of an operation with its arguments.
///
/// Request builders of generated clients are thin wrappers around it. An argument that cannot be
/// sent is kept as an error, which is returned when the request is built.
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// # use pets::{Canned, Client};
/// use std::time::Duration;
///
/// use callwright_runtime::Request;
///
/// # let client = Client::builder().transport(Canned(|_| (200, "[]"))).build()?;
/// let list = client.list_pets().after(7).with(|call| call.timeout(Duration::from_secs(5)));
/// assert_eq!(list.into_request()?.uri(), "https://pets.example/v1/pets?after=7");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
#[must_use = "a call does nothing until it is sent"]
pub struct Call {
    client: Arc<Settings>,
    operation: &'static Operation,
    values: Vec<(usize, Json)>,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: CallBody,
    timeout: Option<Duration>,
    idle_timeout: Option<Duration>,
    retry: Option<Retry>,
    server: Option<usize>,
    endpoint: Option<Uri>,
    /// The URL that replaces the one that the arguments make.
    at: Option<At>,
    /// Whether that URL gets credentials whatever its origin.
    is_trusted: bool,
    redirects: Option<Redirects>,
    refused: Option<Arc<str>>,
    /// The findings for each argument, by the index of its parameter; `None` for the body.
    findings: Vec<(Option<usize>, Findings)>,
}

impl Call {
    pub(crate) fn new(client: Arc<Settings>, operation: &'static Operation) -> Self {
        Self {
            client,
            operation,
            values: Vec::new(),
            headers: Vec::new(),
            body: CallBody::None,
            timeout: None,
            idle_timeout: None,
            retry: None,
            server: None,
            endpoint: None,
            at: None,
            is_trusted: false,
            redirects: None,
            refused: None,
            findings: Vec::new(),
        }
    }

    /// The operation to call.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Sets the parameter at this index of the operation's description. An absent value removes it.
    pub fn set(mut self, index: usize, value: &dyn Slot) -> Self {
        self.values.retain(|(known, _)| *known != index);
        self.check_parameter(index, value);
        if value.is_absent() {
            return self;
        }
        match to_value(value) {
            Ok(value) => self.values.push((index, value)),
            Err(error) => {
                let name = self.operation.parameters.get(index).map_or("?", |known| known.name);
                self.refuse(&format!("parameter `{name}`: {error}"));
            }
        }
        self
    }

    /// Sets a JSON body; `media` is the index of its media type in the description of the request
    /// body.
    pub fn json(mut self, media: usize, value: &dyn Slot) -> Self {
        self.check_body(media, Some(value));
        match crate::model::to_json(value) {
            Ok(text) => self.body = CallBody::bytes(media, text.into()),
            Err(error) => self.refuse(&format!("the body: {error}")),
        }
        self
    }

    /// Sets a body of `application/x-www-form-urlencoded` from an object.
    pub fn form(mut self, media: usize, value: &dyn Slot) -> Self {
        self.check_body(media, Some(value));
        match to_value(value) {
            Ok(value) => self.body = CallBody::Form { media, value },
            Err(error) => self.refuse(&format!("the body: {error}")),
        }
        self
    }

    /// Sets a multipart body from an object, with one part per property. Streamed parts can be sent
    /// once.
    pub fn multipart(mut self, media: usize, value: &dyn Slot) -> Self {
        self.check_body(media, Some(value));
        let declared = self.operation.body.as_ref().and_then(|body| body.media.get(media));
        match from_slot(declared.unwrap_or(&FORM_DATA), value) {
            Ok(parts) => self.body = CallBody::Parts { media, parts },
            Err(why) => self.refuse(&why),
        }
        self
    }

    /// Sets a multipart body from parts.
    pub fn parts(mut self, media: usize, parts: impl Into<Multipart>) -> Self {
        self.check_body(media, None);
        self.body = CallBody::Parts { media, parts: parts.into() };
        self
    }

    /// Adds a header to every part of this name in the current multipart body, replacing any header
    /// of the same name.
    pub fn part_header(mut self, part: &str, name: &str, value: &str) -> Self {
        let found = match &mut self.body {
            CallBody::Parts { parts, .. } => parts.add_header(part, name, value),
            _ => false,
        };
        if !found {
            self.refuse(&format!("the body has no part `{part}` for the header `{name}`"));
        }
        self
    }

    /// Sets a body of JSON Lines or, depending on its media type, a JSON sequence (RFC 7464).
    pub fn lines(mut self, media: usize, items: &dyn Items) -> Self {
        self.check_body(media, Some(items.erased()));
        let declared = self.operation.body.as_ref().and_then(|body| body.media.get(media));
        let is_sequence = declared.is_some_and(|media| is_sequence(media.name));
        let mut text = Vec::new();
        for item in (0..).map_while(|index| items.item(index)) {
            if is_sequence {
                text.push(0x1E);
            }
            match crate::model::to_json(item) {
                Ok(line) => text.extend_from_slice(&line),
                Err(error) => self.refuse(&format!("the body: {error}")),
            }
            text.push(b'\n');
        }
        self.body = CallBody::bytes(media, text.into());
        self
    }

    /// Sets a text body.
    pub fn text(mut self, media: usize, text: impl Into<String>) -> Self {
        let text = text.into();
        self.check_body(media, Some(&text));
        self.body = CallBody::bytes(media, text.into());
        self
    }

    /// Sets a body of bytes.
    pub fn bytes(mut self, media: usize, bytes: impl Into<Bytes>) -> Self {
        self.check_body(media, None);
        self.body = CallBody::bytes(media, bytes.into());
        self
    }

    /// Sets a streamed body. Such a call can be sent once: its clones share the stream.
    pub fn stream(self, media: usize, stream: impl Into<ByteStream>) -> Self {
        self.file(media, File::stream(stream))
    }

    /// Sets a body of raw bytes with the media type of the file, if the document declares a range
    /// such as `image/*`.
    pub fn file(mut self, media: usize, file: impl Into<File>) -> Self {
        self.check_body(media, None);
        self.body = CallBody::File { media, file: file.into() };
        self
    }

    /// Sets the media type of the body, if the document declares a range such as `image/*`.
    pub fn content_type(self, content_type: &str) -> Self {
        self.header("content-type", content_type)
    }

    /// Adds a header that the document does not describe, replacing any other of the same name.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::from_bytes(name.as_bytes()), header_value(value)) {
            (Ok(name), Ok(value)) => {
                self.headers.retain(|(known, _)| *known != name);
                self.headers.push((name, value));
            }
            (Err(_), _) => self.refuse(&format!("{name:?} is not the name of a header")),
            (_, Err(refusal)) => self.refuse(&format!("header `{name}`: {refusal}")),
        }
        self
    }

    /// Sets the timeout of this call, in place of the client's.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets the limit on the silence between two pieces of this call's response, in place of the
    /// client's.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = Some(timeout);
        self
    }

    /// Sets the retries of this call, in place of the client's.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = Some(retry);
        self
    }

    /// Sends this call to the server at this index: of the operation's own servers if it has any,
    /// otherwise of the document's.
    pub fn server(mut self, index: usize) -> Self {
        self.server = Some(index);
        self
    }

    /// Sends this call to this URL, including its path, whatever the client and the document say:
    /// for URLs that another call returned. The credentials are sent there too.
    pub fn endpoint(mut self, url: &str) -> Self {
        match client::endpoint(url) {
            Ok(endpoint) => self.endpoint = Some(endpoint),
            Err(fault) => self.refuse(&fault.detail),
        }
        self
    }

    /// Sends this call to a URL that an answer gave, such as that of the next page, with the query
    /// of that URL: parameters in the path and the query are not sent. It is absolute, or begins
    /// with `/`.
    ///
    /// Credentials go to the origin of the client's server. A request to another origin has only
    /// headers about its content, unless [`trust_url`](Self::trust_url) says otherwise.
    ///
    /// ```
    /// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
    /// # use pets::{Canned, Client};
    /// use callwright_runtime::Request;
    ///
    /// # let client = Client::builder().transport(Canned(|_| (200, "[]"))).build()?;
    /// let next = client.list_pets().with(|call| call.at_url("/v1/pets?after=7&page=2"));
    /// assert_eq!(next.into_request()?.uri(), "https://pets.example/v1/pets?after=7&page=2");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn at_url(mut self, url: &str) -> Self {
        match At::parse(url) {
            Ok(at) => self.at = Some(at),
            Err(fault) => self.refuse(&fault.detail),
        }
        self
    }

    /// Sends the credentials to the URL of [`at_url`](Self::at_url) whatever its origin.
    pub fn trust_url(mut self) -> Self {
        self.is_trusted = true;
        self
    }

    /// Sets the redirects that this call follows, in place of the client's.
    pub fn redirects(mut self, redirects: Redirects) -> Self {
        self.redirects = Some(redirects);
        self
    }

    /// The clock of the client.
    pub(crate) fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(self.client.clock())
    }

    fn base(&self) -> Result<Uri, Fault> {
        match &self.endpoint {
            Some(endpoint) => Ok(endpoint.clone()),
            None => self.client.base(self.operation, self.server),
        }
    }

    /// Keeps the first error.
    fn refuse(&mut self, why: &str) {
        self.refused.get_or_insert_with(|| why.into());
    }

    fn argument(&self, index: usize) -> Option<&Json> {
        self.values.iter().find(|(known, _)| *known == index).map(|(_, value)| value)
    }

    fn fault(&self, fault: Fault) -> Fault {
        fault.operation(self.operation)
    }
}

/// Shows the names of set arguments, but never their values, which may be secret.
impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parameters = self.operation.parameters;
        let set: Vec<_> = self
            .values
            .iter()
            .filter_map(|(index, _)| parameters.get(*index).map(|parameter| parameter.name))
            .collect();
        f.debug_struct("Call")
            .field("operation", &self.operation.id)
            .field("set", &set)
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}
