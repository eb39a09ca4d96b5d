//! Loads bytes into a [`Document`]: YAML or JSON, following `$ref` into other local files.

mod bytes;
mod embed;
mod failure;
mod follow;
mod limits;
mod merge;
mod options;
mod overlay;
mod parse;
#[cfg(feature = "remote")]
mod remote;
#[cfg(test)]
mod tests;
mod visitor;

pub(crate) use failure::LoadFailure;
pub(crate) use limits::Limits;
pub(crate) use options::LoadOptions;

use std::path::{Path, PathBuf};

use crate::document::{Document, Kind, Place};
use crate::problem::{ProblemKind, Problems};
use failure::Rejected;

/// Loads the document at `path` and every local file it refers to.
#[cfg(test)]
pub(crate) fn load(
    path: &Path,
    options: &LoadOptions,
    problems: &Problems,
) -> Result<Document, Box<LoadFailure>> {
    load_with(path, &[], options, problems)
}

/// Loads the document at `path`, applies the overlays in their order, and loads every local file that the result refers to.
pub(crate) fn load_with(
    path: &Path,
    overlays: &[PathBuf],
    options: &LoadOptions,
    problems: &Problems,
) -> Result<Document, Box<LoadFailure>> {
    let name = path.display().to_string();
    let source = match bytes::read_file(path, options.limits.file_size) {
        Ok(source) => source,
        Err((rejected, source)) => return Err(rejected.of(&name, source)),
    };
    let mut document = load_first(&name, source, options, problems)?;
    for path in overlays {
        overlay::apply(&mut document, path, options, problems)?;
    }
    if let Some(problem) = root_fault(&document).filter(|_| !overlays.is_empty()) {
        return Err(Rejected::from(problem).of(&name, String::new()));
    }
    follow::follow(&mut document, path, options, problems);
    embed::embed(&mut document, problems);
    Ok(document)
}

/// Loads a document from a string, without following references into other files.
pub(crate) fn load_text(
    name: &str,
    source: String,
    options: &LoadOptions,
    problems: &Problems,
) -> Result<Document, Box<LoadFailure>> {
    let mut document = load_first(name, source, options, problems)?;
    embed::embed(&mut document, problems);
    Ok(document)
}

/// Loads the document's first file alone.
fn load_first(
    name: &str,
    source: String,
    options: &LoadOptions,
    problems: &Problems,
) -> Result<Document, Box<LoadFailure>> {
    let mut document = Document::default();
    if source.trim().is_empty() {
        return Err(Rejected::from(ProblemKind::EmptyDocument).of(name, source));
    }
    parse::parse(&mut document, name, source, &options.limits, problems)
        .map_err(|(rejected, source)| rejected.of(name, source))?;
    match root_fault(&document) {
        Some(problem) => {
            let source = document.files().next().map(|(_, file)| file.source.clone());
            let place = Some(Place { line: 1, column: 1 });
            Err(Rejected { problem, place }.of(name, source.unwrap_or_default()))
        }
        None => Ok(document),
    }
}

/// The reason why the root is not an OpenAPI description (OpenAPI 3.1, section 4.8.1).
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
        Kind::String(_) => "a string",
        Kind::Array(_) => "an array",
    };
    Some(ProblemKind::NotAnObject { found })
}
