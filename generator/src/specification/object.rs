//! Objects whose members the specification fixes.

/// An object of the specification, by the part of a document it describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Object {
    Root,
    Info,
    Contact,
    License,
    Server,
    ServerVariable,
    Components,
    /// Path items by path.
    Paths,
    PathItem,
    Operation,
    ExternalDocs,
    Parameter,
    RequestBody,
    MediaType,
    Encoding,
    /// Responses by status.
    Responses,
    Response,
    /// Path items by expression.
    Callback,
    Example,
    Link,
    Header,
    Tag,
    Schema,
    /// The items of a parameter or header of OpenAPI 2.0.
    Items,
    Discriminator,
    Xml,
    SecurityScheme,
    Flows,
    Flow,
}

impl Object {
    pub(crate) const ALL: [Self; 29] = [
        Self::Root,
        Self::Info,
        Self::Contact,
        Self::License,
        Self::Server,
        Self::ServerVariable,
        Self::Components,
        Self::Paths,
        Self::PathItem,
        Self::Operation,
        Self::ExternalDocs,
        Self::Parameter,
        Self::RequestBody,
        Self::MediaType,
        Self::Encoding,
        Self::Responses,
        Self::Response,
        Self::Callback,
        Self::Example,
        Self::Link,
        Self::Header,
        Self::Tag,
        Self::Schema,
        Self::Items,
        Self::Discriminator,
        Self::Xml,
        Self::SecurityScheme,
        Self::Flows,
        Self::Flow,
    ];

    /// The object in a sentence, with its article.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Root => "the root of a document",
            Self::Info => "`info`",
            Self::Contact => "`contact`",
            Self::License => "`license`",
            Self::Server => "a server",
            Self::ServerVariable => "a server variable",
            Self::Components => "`components`",
            Self::Paths => "`paths`",
            Self::PathItem => "a path item",
            Self::Operation => "an operation",
            Self::ExternalDocs => "`externalDocs`",
            Self::Parameter => "a parameter",
            Self::RequestBody => "a request body",
            Self::MediaType => "a media type",
            Self::Encoding => "an encoding",
            Self::Responses => "`responses`",
            Self::Response => "a response",
            Self::Callback => "a callback",
            Self::Example => "an example",
            Self::Link => "a link",
            Self::Header => "a header",
            Self::Tag => "a tag",
            Self::Schema => "a schema",
            Self::Items => "the items of a parameter",
            Self::Discriminator => "a discriminator",
            Self::Xml => "`xml`",
            Self::SecurityScheme => "a security scheme",
            Self::Flows => "`flows`",
            Self::Flow => "an OAuth flow",
        }
    }

    /// `a parameter, a header or a media type`; no more than four.
    pub(crate) fn one_of(objects: &[Self]) -> String {
        let names: Vec<&str> = objects.iter().take(4).map(|object| object.name()).collect();
        match names.as_slice() {
            [others @ .., last] if !others.is_empty() => {
                format!("{} or {last}", others.join(", "))
            }
            names => names.concat(),
        }
    }

    /// The objects that the members are, where the document chooses their names.
    pub(crate) fn named(self) -> Option<Self> {
        match self {
            Self::Paths | Self::Callback => Some(Self::PathItem),
            Self::Responses => Some(Self::Response),
            _ => None,
        }
    }

    /// Whether the specification has references in place of the object, in some version.
    pub(crate) fn may_be_reference(self) -> bool {
        match self {
            Self::PathItem
            | Self::Parameter
            | Self::RequestBody
            | Self::MediaType
            | Self::Response
            | Self::Callback
            | Self::Example
            | Self::Link
            | Self::Header
            | Self::Schema
            // Documents refer to definitions there.
            | Self::Items
            | Self::SecurityScheme => true,
            Self::Root
            | Self::Info
            | Self::Contact
            | Self::License
            | Self::Server
            | Self::ServerVariable
            | Self::Components
            | Self::Paths
            | Self::Operation
            | Self::ExternalDocs
            | Self::Encoding
            | Self::Responses
            | Self::Tag
            | Self::Discriminator
            | Self::Xml
            | Self::Flows
            | Self::Flow => false,
        }
    }
}
