//! The version of the specification that a document follows.

use crate::document::{Document, Kind, NodeId};

/// The versions that differ in their terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Swagger20,
    OpenApi30,
    /// 3.1 and later: schemas are JSON Schema 2020-12.
    OpenApi31,
}

impl Dialect {
    /// Reads `openapi` or `swagger` of the root; `None` if the document has neither.
    ///
    /// Only the leading digits count: documents contain `3.0`, `3.1.0-rc1` and bare numbers.
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

    /// The unknown version of a document: its node, the version, and the version that is used
    /// instead.
    pub(crate) fn unknown_version(document: &Document) -> Option<(NodeId, String, &'static str)> {
        let root = document.root()?;
        let written = |key| {
            let node = document.get(root, key)?;
            match document.kind(node) {
                Kind::String(text) | Kind::Number(text) => Some((node, text.trim().to_owned())),
                _ => None,
            }
        };
        let is_of = |text: &str, version: &str| {
            text.strip_prefix(version)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-']))
        };
        let (node, text, known, instead) = match (written("openapi"), written("swagger")) {
            (Some((node, text)), _) => (node, text, &["3.0", "3.1", "3.2"][..], "3.2"),
            (None, Some((node, text))) => (node, text, &["2.0"][..], "2.0"),
            (None, None) => return None,
        };
        let short = if instead == "2.0" { "2" } else { "3" };
        let is_known = text == short || known.iter().any(|version| is_of(&text, version));
        (!is_known).then_some((node, text, instead))
    }

    /// Whether keywords next to a `$ref` count (JSON Schema 2020-12) or only annotate it (before).
    pub(crate) fn reference_has_siblings(self) -> bool {
        self == Self::OpenApi31
    }
}
