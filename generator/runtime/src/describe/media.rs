use super::Style;

/// What a body of a media type is, once decoded or before it is encoded.
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
    /// JSON values one a line, or a JSON sequence (RFC 7464), streamed.
    Lines,
}

/// How one property of a form or multipart body is written (the Encoding Object).
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
    /// The defaults for the property of this name.
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

    /// The media type of the property's own text or part.
    #[must_use]
    pub const fn content_type(mut self, content_type: &'static str) -> Self {
        self.content_type = Some(content_type);
        self
    }

    /// A style as for query parameters.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = Some(style);
        self
    }

    /// Whether each element gets a name of its own.
    #[must_use]
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = Some(explode);
        self
    }

    /// Headers of the property's parts whose values the document itself gives.
    #[must_use]
    pub const fn headers(mut self, headers: &'static [(&'static str, &'static str)]) -> Self {
        self.headers = headers;
        self
    }

    /// Reserved characters travel as they are.
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
    /// A media type by its name as declared (parameters and ranges included)
    /// and what its bodies are.
    #[must_use]
    pub const fn new(name: &'static str, kind: MediaKind) -> Self {
        Self { name, kind, variant: 0, properties: &[], rules: &[] }
    }

    /// JSON, also `…+json`.
    #[must_use]
    pub const fn json(name: &'static str) -> Self {
        Self::new(name, MediaKind::Json)
    }

    /// Text, also XML.
    #[must_use]
    pub const fn text(name: &'static str) -> Self {
        Self::new(name, MediaKind::Text)
    }

    /// Bytes held in memory.
    #[must_use]
    pub const fn bytes(name: &'static str) -> Self {
        Self::new(name, MediaKind::Bytes)
    }

    /// Bytes that are streamed.
    #[must_use]
    pub const fn stream(name: &'static str) -> Self {
        Self::new(name, MediaKind::Stream)
    }

    /// A form.
    #[must_use]
    pub const fn form(name: &'static str) -> Self {
        Self::new(name, MediaKind::Form)
    }

    /// A multipart body.
    #[must_use]
    pub const fn multipart(name: &'static str) -> Self {
        Self::new(name, MediaKind::Multipart)
    }

    /// Server-sent events.
    #[must_use]
    pub const fn events(name: &'static str) -> Self {
        Self::new(name, MediaKind::Events)
    }

    /// JSON values one a line, or a JSON sequence.
    #[must_use]
    pub const fn lines(name: &'static str) -> Self {
        Self::new(name, MediaKind::Lines)
    }

    /// Which variant of the output, error or body type it fills; 0 by default.
    #[must_use]
    pub const fn variant(mut self, variant: usize) -> Self {
        self.variant = variant;
        self
    }

    /// How single properties of a form or multipart body are written.
    #[must_use]
    pub const fn properties(mut self, properties: &'static [PropertyEncoding]) -> Self {
        self.properties = properties;
        self
    }

    /// What the document says of a request body, as far as no
    /// [`Table`](crate::Table) of its types says it: a line for each constraint, as
    /// there.
    #[must_use]
    pub const fn rules(mut self, rules: &'static [&'static str]) -> Self {
        self.rules = rules;
        self
    }

    /// Whether bodies of this kind are handed over while they arrive.
    pub(crate) const fn streams(&self) -> bool {
        matches!(self.kind, MediaKind::Stream | MediaKind::Events | MediaKind::Lines)
    }
}
