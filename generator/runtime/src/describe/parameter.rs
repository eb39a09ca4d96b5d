use super::Media;

/// Where a parameter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In the path template.
    Path,
    /// In the query.
    Query,
    /// As the query, the whole of it (`querystring` of `OpenAPI` 3.2).
    QueryString,
    /// In a header.
    Header,
    /// In the `Cookie` header.
    Cookie,
}

/// How an array or object is written into text (the style table of the
/// Parameter Object; RFC 6570 for the first four).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `;color=blue`, path only.
    Matrix,
    /// `.blue`, path only.
    Label,
    /// `blue`, path and header.
    Simple,
    /// `color=blue`, query and cookie.
    Form,
    /// `color=blue; size=1`, cookie only and without percent-encoding (RFC 6265).
    Cookie,
    /// `blue%20black`, query only.
    SpaceDelimited,
    /// `blue%7Cblack`, query only.
    PipeDelimited,
    /// `blue%09black`, query only (`tsv` of Swagger 2.0).
    TabDelimited,
    /// `color%5BR%5D=100` (`color[R]=100`), query only.
    DeepObject,
}

/// A parameter of an operation.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own in the document")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) location: Location,
    pub(crate) style: Style,
    explode: Option<bool>,
    pub(crate) allow_reserved: bool,
    pub(crate) required: bool,
    pub(crate) client: bool,
    pub(crate) allow_empty: bool,
    pub(crate) content: Option<&'static Media>,
    pub(crate) rules: &'static [&'static str],
}

/// What a parameter's `content` is but for a few.
const JSON: &Media = &Media::json("application/json");

impl Parameter {
    const fn new(name: &'static str, location: Location, style: Style, required: bool) -> Self {
        Self {
            name,
            location,
            style,
            explode: None,
            allow_reserved: false,
            required,
            client: false,
            allow_empty: false,
            content: None,
            rules: &[],
        }
    }

    /// A path parameter: required, style `simple`.
    #[must_use]
    pub const fn path(name: &'static str) -> Self {
        Self::new(name, Location::Path, Style::Simple, true)
    }

    /// A query parameter: optional, style `form`.
    #[must_use]
    pub const fn query(name: &'static str) -> Self {
        Self::new(name, Location::Query, Style::Form, false)
    }

    /// The whole query, written as this media type: optional. A form is the
    /// query as it stands, anything else is percent-encoded as one text.
    #[must_use]
    pub const fn query_string(name: &'static str, content: &'static Media) -> Self {
        Self::new(name, Location::QueryString, Style::Form, false).content(content)
    }

    /// A header parameter: optional, style `simple`.
    #[must_use]
    pub const fn header(name: &'static str) -> Self {
        Self::new(name, Location::Header, Style::Simple, false)
    }

    /// A cookie parameter: optional, style `form`.
    #[must_use]
    pub const fn cookie(name: &'static str) -> Self {
        Self::new(name, Location::Cookie, Style::Form, false)
    }

    /// Another style than the location's default.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Whether each element gets a name of its own; by default only in `form`.
    #[must_use]
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = Some(explode);
        self
    }

    /// Reserved characters of RFC 3986 travel as they are (`allowReserved`).
    #[must_use]
    pub const fn allow_reserved(mut self) -> Self {
        self.allow_reserved = true;
        self
    }

    /// The operation cannot be sent without it.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Its value is set once, on the client, unless the call gives its own.
    #[must_use]
    pub const fn client(mut self) -> Self {
        self.client = true;
        self
    }

    /// A value of nothing (null, a list or object without elements) travels as
    /// the name alone, `name=`, instead of not at all (`allowEmptyValue`).
    #[must_use]
    pub const fn allow_empty(mut self) -> Self {
        self.allow_empty = true;
        self
    }

    /// Its value travels as JSON text (a parameter with `content`).
    #[must_use]
    pub const fn json(self) -> Self {
        self.content(JSON)
    }

    /// Its value travels as text of this media type (a parameter with `content`).
    #[must_use]
    pub const fn content(mut self, media: &'static Media) -> Self {
        self.content = Some(media);
        self
    }

    /// What the document says of its value, as far as no [`Table`](crate::Table)
    /// of its type says it: a line for each constraint, as there.
    #[must_use]
    pub const fn rules(mut self, rules: &'static [&'static str]) -> Self {
        self.rules = rules;
        self
    }

    /// Whether the value is exploded: as stated, else by the style's default.
    pub(crate) const fn explodes(&self) -> bool {
        match self.explode {
            Some(explode) => explode,
            None => matches!(self.style, Style::Form | Style::Cookie | Style::DeepObject),
        }
    }
}
