//! What can be wrong: the data in the variant, the wording in `Display`.

use std::fmt;

use super::Severity;

/// One kind of fault, with what its message needs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Fault {
    /// A `$ref` that leads nowhere.
    DanglingReference { reference: String },
    /// Two things of the document would have the same name in Rust.
    NameCollision { name: String, given: String },
    /// A body with structure that is handed over as text.
    BodyAsText { media: String },
    /// A body with structure that is handed over as bytes.
    BodyAsBytes { media: String },
    /// A request body whose encoding is not known.
    BodyNotEncoded { media: String },
    /// A parameter that is encoded as a media type other than JSON.
    ParameterAsJson { name: String, media: String },
}

impl Fault {
    /// The stable code: scripts and the documentation refer to it.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::DanglingReference { .. } => "dangling-reference",
            Self::NameCollision { .. } => "name-collision",
            Self::BodyAsText { .. } => "body-as-text",
            Self::BodyAsBytes { .. } => "body-as-bytes",
            Self::BodyNotEncoded { .. } => "body-not-encoded",
            Self::ParameterAsJson { .. } => "parameter-as-json",
        }
    }

    pub(crate) fn severity(&self) -> Severity {
        match self {
            Self::DanglingReference { .. }
            | Self::NameCollision { .. }
            | Self::BodyAsText { .. }
            | Self::BodyAsBytes { .. }
            | Self::BodyNotEncoded { .. }
            | Self::ParameterAsJson { .. } => Severity::Warning,
        }
    }

    /// What was done about it.
    pub(crate) fn note(&self) -> String {
        match self {
            Self::DanglingReference { .. } => "it is typed as any JSON value".to_owned(),
            Self::NameCollision { given, .. } => format!("it is called `{given}`"),
            Self::BodyAsText { .. } => "it is handed over as text".to_owned(),
            Self::BodyAsBytes { .. } => "it is handed over as bytes".to_owned(),
            Self::BodyNotEncoded { .. } => {
                "the operation is generated, and refuses to send such a body".to_owned()
            }
            Self::ParameterAsJson { .. } => "it is sent as JSON text".to_owned(),
        }
    }

    /// What the reader of the message can do.
    pub(crate) fn help(&self) -> String {
        match self {
            Self::DanglingReference { .. } => {
                "correct the reference, or add what it names".to_owned()
            }
            Self::NameCollision { .. } => {
                "give one of them a name of its own with `x-callwright-name`".to_owned()
            }
            Self::BodyAsText { .. } | Self::BodyAsBytes { .. } => {
                "encode or decode it in the program, or document a JSON body".to_owned()
            }
            Self::BodyNotEncoded { .. } => {
                "document a body of JSON, a form, text or bytes".to_owned()
            }
            Self::ParameterAsJson { .. } => {
                "document the parameter with `schema` and `style`, or as JSON".to_owned()
            }
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DanglingReference { reference } => write!(f, "`{reference}` leads to nothing"),
            Self::NameCollision { name, .. } => {
                write!(f, "more than one thing here would be called `{name}`")
            }
            Self::BodyAsText { media } | Self::BodyAsBytes { media } => {
                write!(f, "the structure of `{media}` bodies is not followed")
            }
            Self::BodyNotEncoded { media } => {
                write!(f, "request bodies of `{media}` cannot be encoded")
            }
            Self::ParameterAsJson { name, media } => {
                write!(f, "parameter `{name}` is to be encoded as `{media}`")
            }
        }
    }
}
