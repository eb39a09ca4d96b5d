//! Which version of the specification a document follows.

use crate::load::{Document, Kind};

/// The versions whose words differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Swagger20,
    OpenApi30,
    /// 3.1 and later: schemas are JSON Schema 2020-12.
    OpenApi31,
}

impl Dialect {
    /// Reads `openapi` or `swagger` of the root; `None` where the document has neither.
    ///
    /// Only the leading digits count: documents carry `3.0`, `3.1.0-rc1` and bare numbers.
    pub(crate) fn of(document: &Document) -> Option<Self> {
        let root = document.root()?;
        let version = |key| match document.kind(document.get(root, key)?) {
            Kind::String(text) | Kind::Number(text) => Some(text.trim().to_owned()),
            _ => None,
        };
        if let Some(version) = version("openapi") {
            let old = version.starts_with("3.0") || version == "3";
            return Some(if old { Self::OpenApi30 } else { Self::OpenApi31 });
        }
        version("swagger").map(|_| Self::Swagger20)
    }

    /// Whether keywords beside a `$ref` count (JSON Schema 2020-12) or only annotate it (before).
    pub(crate) fn reference_has_siblings(self) -> bool {
        self == Self::OpenApi31
    }
}
