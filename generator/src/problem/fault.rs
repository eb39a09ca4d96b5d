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
}

impl Fault {
    /// The stable code: scripts and the documentation refer to it.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::DanglingReference { .. } => "dangling-reference",
            Self::NameCollision { .. } => "name-collision",
        }
    }

    pub(crate) fn severity(&self) -> Severity {
        match self {
            Self::DanglingReference { .. } | Self::NameCollision { .. } => Severity::Warning,
        }
    }

    /// What was done about it.
    pub(crate) fn note(&self) -> String {
        match self {
            Self::DanglingReference { .. } => "it is typed as any JSON value".to_owned(),
            Self::NameCollision { given, .. } => format!("it is called `{given}`"),
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
        }
    }
}
