//! One text becomes the nodes of one file.

use serde::de::DeserializeSeed;

use super::limits::Limits;
use super::visitor::{Build, Notation, Value};
use super::{Document, File, FileId};
use crate::problem::{Fault, Problems};

/// Why a text did not become a file, and where in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rejected {
    pub(super) fault: Fault,
    /// Line and column, both from 1.
    pub(super) place: Option<(usize, usize)>,
}

/// Reads `source` as JSON where it looks like it, else as YAML (which most JSON is too).
///
/// A rejected text leaves no node behind.
pub(super) fn parse(
    document: &mut Document,
    name: &str,
    source: String,
    limits: &Limits,
    problems: &Problems,
) -> Result<FileId, Rejected> {
    let looks_like_json = source.trim_start().starts_with(['{', '[']);
    if looks_like_json {
        let in_json = match read(document, &source, Notation::Json, limits) {
            Ok(draft) => return Ok(finish(document, name, source, draft, problems)),
            Err(rejected) => rejected,
        };
        if !matches!(in_json.fault, Fault::MalformedJson { .. }) {
            return Err(in_json);
        }
        return match read(document, &source, Notation::Yaml, limits) {
            Ok(draft) => Ok(finish(document, name, source, draft, problems)),
            Err(in_yaml) if is_yaml_name(name) => Err(in_yaml),
            Err(_) => Err(in_json),
        };
    }
    let draft = read(document, &source, Notation::Yaml, limits)?;
    Ok(finish(document, name, source, draft, problems))
}

fn is_yaml_name(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|extension| {
        extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml")
    })
}

/// What reading leaves besides the nodes.
struct Draft {
    root: super::NodeId,
    noticed: Vec<(super::NodeId, Fault)>,
    duplicates: Vec<(super::NodeId, Box<str>)>,
    floats: Vec<super::NodeId>,
    several: bool,
}

fn read(
    document: &mut Document,
    source: &str,
    notation: Notation,
    limits: &Limits,
) -> Result<Draft, Rejected> {
    let before = document.node_count();
    let file = document.next_file();
    let node_limit =
        limits.nodes.min(before.saturating_add(source.len()).saturating_add(limits.alias_nodes));
    let mut build = Build {
        document,
        file,
        notation,
        limits,
        node_limit,
        exceeded: None,
        noticed: Vec::new(),
        duplicates: Vec::new(),
        floats: Vec::new(),
    };
    let result = match notation {
        Notation::Json => read_json(&mut build, source),
        Notation::Yaml => read_yaml(&mut build, source),
    };
    let Build { document, exceeded, noticed, duplicates, floats, .. } = build;
    match result {
        Ok((root, several)) => Ok(Draft { root, noticed, duplicates, floats, several }),
        Err(Rejected { fault, place }) => {
            document.truncate(before);
            Err(Rejected { fault: exceeded.unwrap_or(fault), place })
        }
    }
}

fn read_json(build: &mut Build<'_>, source: &str) -> Result<(super::NodeId, bool), Rejected> {
    let mut deserializer = serde_json::Deserializer::from_str(source);
    let value = Value { build, parent: None, depth: 0 };
    let result = value.deserialize(&mut deserializer).and_then(|root| {
        deserializer.end()?;
        Ok((root, false))
    });
    result.map_err(|error| Rejected {
        place: (error.line() > 0)
            .then(|| (error.line(), column_in_characters(source, error.line(), error.column()))),
        fault: Fault::MalformedJson { reason: without_place(&error.to_string()) },
    })
}

/// The column of a byte column: `serde_json` counts the bytes up to and including the offending one.
fn column_in_characters(source: &str, line: usize, column: usize) -> usize {
    let Some(text) = source.split('\n').nth(line.saturating_sub(1)) else { return column.max(1) };
    let bytes = text.as_bytes().get(..column.saturating_sub(1)).unwrap_or(text.as_bytes());
    String::from_utf8_lossy(bytes).chars().count() + 1
}

fn read_yaml(build: &mut Build<'_>, source: &str) -> Result<(super::NodeId, bool), Rejected> {
    let mut documents = serde_yaml::Deserializer::from_str(source);
    let Some(first) = documents.next() else {
        return Err(Rejected { fault: Fault::EmptyDocument, place: None });
    };
    let root =
        Value { build, parent: None, depth: 0 }.deserialize(first).map_err(|error| Rejected {
            place: error.location().map(|place| (place.line(), place.column())),
            fault: Fault::MalformedYaml { reason: without_place(&error.to_string()) },
        })?;
    Ok((root, documents.next().is_some()))
}

/// A parser's message without the places it names: the diagnostic shows the place itself.
fn without_place(message: &str) -> String {
    let mut text = String::with_capacity(message.len());
    let mut rest = message;
    while let Some(start) = rest.find(" at line ") {
        let (before, place) = rest.split_at(start);
        text.push_str(before);
        let numbers = place.trim_start_matches(" at line ");
        let end = numbers
            .strip_prefix(|c: char| c.is_ascii_digit())
            .map(|after| after.trim_start_matches(|c: char| c.is_ascii_digit()))
            .and_then(|after| after.strip_prefix(" column "))
            .map(|after| after.trim_start_matches(|c: char| c.is_ascii_digit()));
        match end {
            Some(after) => rest = after,
            None => {
                text.push_str(" at line ");
                rest = numbers;
            }
        }
    }
    text.push_str(rest);
    text
}

fn finish(
    document: &mut Document,
    name: &str,
    source: String,
    draft: Draft,
    problems: &Problems,
) -> FileId {
    let Draft { root, noticed, duplicates, floats: _, several } = draft;
    let file = document.add_file(File { name: name.to_owned(), source, root });
    for (node, fault) in noticed {
        problems.report(node, fault);
    }
    for (node, key) in duplicates {
        problems.report(node, Fault::DuplicateKey { key: key.into(), line: 0, column: 0 });
    }
    if several {
        problems.report(root, Fault::SeveralDocuments);
    }
    file
}
