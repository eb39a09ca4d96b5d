use super::media::Media;
use super::style::Style;

/// The location of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In the path template.
    Path,
    /// In the query.
    Query,
    /// As the whole query string (`querystring` of `OpenAPI` 3.2).
    QueryString,
    /// In a header.
    Header,
    /// In the `Cookie` header.
    Cookie,
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

/// The rarely used parts of a parameter.
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

    /// Describes a path parameter: required, style `simple`.
    #[must_use]
    pub const fn path(name: &'static str) -> Self {
        Self::new(name, Location::Path, Style::Simple, true)
    }

    /// Describes a query parameter: optional, style `form`.
    #[must_use]
    pub const fn query(name: &'static str) -> Self {
        Self::new(name, Location::Query, Style::Form, false)
    }

    /// Describes a parameter that is the whole query string, in this media type: optional. A form
    /// is sent as is, anything else is percent-encoded as one string.
    #[must_use]
    pub const fn query_string(name: &'static str, content: &'static Media) -> Self {
        Self::new(name, Location::QueryString, Style::Form, false).content(content)
    }

    /// Describes a header parameter: optional, style `simple`.
    #[must_use]
    pub const fn header(name: &'static str) -> Self {
        Self::new(name, Location::Header, Style::Simple, false)
    }

    /// Describes a cookie parameter: optional, style `form`.
    #[must_use]
    pub const fn cookie(name: &'static str) -> Self {
        Self::new(name, Location::Cookie, Style::Form, false)
    }

    /// Sets a style other than the location's default.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Sets whether each element is a separate `name=value` pair; by default only in `form`.
    #[must_use]
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = Some(explode);
        self
    }

    /// Sends reserved characters of RFC 3986 unencoded (`allowReserved`).
    #[must_use]
    pub const fn allow_reserved(mut self) -> Self {
        self.allow_reserved = true;
        self
    }

    /// Requires the parameter.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Takes the value from the client, unless the call sets its own.
    #[must_use]
    pub const fn client(mut self) -> Self {
        self.client = true;
        self
    }

    /// Sends an empty value (null, an empty array or object) as `name=`, instead of omitting it
    /// (`allowEmptyValue`).
    #[must_use]
    pub const fn allow_empty(mut self) -> Self {
        self.allow_empty = true;
        self
    }

    /// Sends the value as JSON (a parameter with `content`).
    #[must_use]
    pub const fn json(self) -> Self {
        self.content(JSON)
    }

    /// Sends the value in this media type (a parameter with `content`).
    #[must_use]
    pub const fn content(mut self, media: &'static Media) -> Self {
        self.content = Some(media);
        self
    }

    /// What the document says of its value, as far as no [`Table`](crate::generated::Table)
    /// of its type says it: a line for each constraint, as there.
    #[must_use]
    pub const fn rules(mut self, rules: &'static [&'static str]) -> Self {
        self.rules = rules;
        self
    }

    /// Whether the value is exploded: as stated, or by the style's default.
    pub(crate) const fn explodes(&self) -> bool {
        match self.explode {
            Some(explode) => explode,
            None => matches!(self.style, Style::Form | Style::Cookie | Style::DeepObject),
        }
    }
}
