use super::style::Style;

/// The representation of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MediaKind {
    /// One JSON value.
    Json,
    /// Text.
    Text,
    /// Bytes, buffered.
    Bytes,
    /// Bytes, streamed.
    Stream,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data` and its kin.
    Multipart,
    /// `text/event-stream`, streamed.
    Events,
    /// JSON Lines or a JSON sequence (RFC 7464), streamed.
    Lines,
}

/// The encoding of one property of a form or multipart body (the Encoding Object).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PropertyEncoding {
    pub(crate) name: &'static str,
    pub(crate) content_type: Option<&'static str>,
    pub(crate) style: Option<Style>,
    pub(crate) explode: Option<bool>,
    pub(crate) allow_reserved: bool,
    pub(crate) headers: &'static [(&'static str, &'static str)],
}

impl PropertyEncoding {
    /// Describes the default encoding of this property.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            content_type: None,
            style: None,
            explode: None,
            allow_reserved: false,
            headers: &[],
        }
    }

    /// Sets the media type of the property or part.
    #[must_use]
    pub const fn content_type(mut self, content_type: &'static str) -> Self {
        self.content_type = Some(content_type);
        self
    }

    /// Sets a style, as for query parameters.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = Some(style);
        self
    }

    /// Sets whether each element is a separate `name=value` pair.
    #[must_use]
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = Some(explode);
        self
    }

    /// Sets headers of the property's parts whose values are fixed by the document.
    #[must_use]
    pub const fn headers(mut self, headers: &'static [(&'static str, &'static str)]) -> Self {
        self.headers = headers;
        self
    }

    /// Sends reserved characters unencoded.
    #[must_use]
    pub const fn allow_reserved(mut self) -> Self {
        self.allow_reserved = true;
        self
    }
}

/// A media type of a request body or a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Media {
    pub(crate) name: &'static str,
    pub(crate) kind: MediaKind,
    pub(crate) variant: usize,
    pub(crate) properties: &'static [PropertyEncoding],
    pub(crate) rules: &'static [&'static str],
}

impl Media {
    /// Describes a media type by its declared name, including parameters and ranges, and its
    /// representation.
    #[must_use]
    pub const fn new(name: &'static str, kind: MediaKind) -> Self {
        Self { name, kind, variant: 0, properties: &[], rules: &[] }
    }

    /// Describes JSON, including `…+json`.
    #[must_use]
    pub const fn json(name: &'static str) -> Self {
        Self::new(name, MediaKind::Json)
    }

    /// Describes text, including XML.
    #[must_use]
    pub const fn text(name: &'static str) -> Self {
        Self::new(name, MediaKind::Text)
    }

    /// Describes bytes held in memory.
    #[must_use]
    pub const fn bytes(name: &'static str) -> Self {
        Self::new(name, MediaKind::Bytes)
    }

    /// Describes streamed bytes.
    #[must_use]
    pub const fn stream(name: &'static str) -> Self {
        Self::new(name, MediaKind::Stream)
    }

    /// Describes a form.
    #[must_use]
    pub const fn form(name: &'static str) -> Self {
        Self::new(name, MediaKind::Form)
    }

    /// Describes a multipart body.
    #[must_use]
    pub const fn multipart(name: &'static str) -> Self {
        Self::new(name, MediaKind::Multipart)
    }

    /// Describes server-sent events.
    #[must_use]
    pub const fn events(name: &'static str) -> Self {
        Self::new(name, MediaKind::Events)
    }

    /// Describes JSON Lines or a JSON sequence.
    #[must_use]
    pub const fn lines(name: &'static str) -> Self {
        Self::new(name, MediaKind::Lines)
    }

    /// Sets the variant of the output, error or body type; 0 by default.
    #[must_use]
    pub const fn variant(mut self, variant: usize) -> Self {
        self.variant = variant;
        self
    }

    /// Sets the encodings of properties of a form or multipart body.
    #[must_use]
    pub const fn properties(mut self, properties: &'static [PropertyEncoding]) -> Self {
        self.properties = properties;
        self
    }

    /// What the document says of a request body, as far as no
    /// [`Table`](crate::generated::Table) of its types says it: a line for each constraint, as
    /// there.
    #[must_use]
    pub const fn rules(mut self, rules: &'static [&'static str]) -> Self {
        self.rules = rules;
        self
    }

    /// Whether bodies of this kind are delivered as they arrive.
    pub(crate) const fn streams(&self) -> bool {
        matches!(self.kind, MediaKind::Stream | MediaKind::Events | MediaKind::Lines)
    }
}
