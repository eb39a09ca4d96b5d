//! Bytes in, [`Document`] out: YAML or JSON, following `$ref` into other local files.

mod bytes;
mod document;
mod follow;
mod limits;
mod merge;
mod parse;
#[cfg(feature = "remote")]
mod remote;
#[cfg(test)]
mod tests;
mod visitor;

pub(crate) use document::{Document, File, FileId, Kind, NodeId, Step};
pub(crate) use limits::Limits;

use std::path::Path;

use crate::problem::{ProblemKind, Problems};
use parse::Rejected;

/// What loading may open.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LoadOptions {
    /// Whether references may leave the folder of the document.
    pub(crate) allow_outside: bool,
    /// Whether references may lead to other hosts.
    pub(crate) allow_remote: bool,
    pub(crate) limits: Limits,
}

/// Why there is no document: a problem before there is any node to hang it on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LoadFailure {
    pub(crate) problem: ProblemKind,
    /// The file as the user named it.
    pub(crate) file: String,
    /// What the file holds, as far as it is text.
    pub(crate) source: String,
    /// Line and column, both from 1, columns in characters.
    pub(crate) place: Option<(usize, usize)>,
}

/// Loads the document at `path` and every local file it refers to.
pub(crate) fn load(
    path: &Path,
    options: &LoadOptions,
    problems: &Problems,
) -> Result<Document, Box<LoadFailure>> {
    let name = path.display().to_string();
    let source = match bytes::read_file(path, options.limits.file_size) {
        Ok(source) => source,
        Err((Rejected { problem, place }, source)) => {
            return Err(Box::new(LoadFailure { problem, file: name, source, place }));
        }
    };
    let mut document = load_text(&name, source, options, problems)?;
    follow::follow(&mut document, path, options, problems);
    Ok(document)
}

/// Loads a document from its text; references into other files are left alone.
pub(crate) fn load_text(
    name: &str,
    source: String,
    options: &LoadOptions,
    problems: &Problems,
) -> Result<Document, Box<LoadFailure>> {
    let mut document = Document::default();
    let failure = |problem, place, source| {
        Box::new(LoadFailure { problem, file: name.to_owned(), source, place })
    };
    if source.trim().is_empty() {
        return Err(failure(ProblemKind::EmptyDocument, None, source));
    }
    parse::parse(&mut document, name, source, &options.limits, problems)
        .map_err(|(rejected, source)| failure(rejected.problem, rejected.place, source))?;
    match root_fault(&document) {
        Some(problem) => {
            let source = document.files().next().map(|(_, file)| file.source.clone());
            Err(failure(problem, Some((1, 1)), source.unwrap_or_default()))
        }
        None => Ok(document),
    }
}

/// What keeps the root from being an OpenAPI description (OpenAPI 3.1, section 4.8.1).
fn root_fault(document: &Document) -> Option<ProblemKind> {
    let root = document.root()?;
    let found = match document.kind(root) {
        Kind::Object(members) => {
            let named = members.contains_key("openapi") || members.contains_key("swagger");
            return (!named).then_some(ProblemKind::NotOpenApi);
        }
        Kind::Null => return Some(ProblemKind::EmptyDocument),
        Kind::Boolean(_) => "a boolean",
        Kind::Number(_) => "a number",
        Kind::String(_) => "a text",
        Kind::Array(_) => "a list",
    };
    Some(ProblemKind::NotAnObject { found })
}
