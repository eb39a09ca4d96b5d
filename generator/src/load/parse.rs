//! Parses a text into the nodes of one file.

use serde::de::DeserializeSeed;

use super::bytes;
use super::failure::{Rejected, Returned};
use super::limits::Limits;
use super::visitor::{Build, Notation, Value};
use crate::document::{Document, File, FileId, Kind, NodeId, Place, Positions, recursive_alias};
use crate::problem::{ProblemKind, Problems};

/// Parses `source` as JSON if it looks like JSON, otherwise as YAML (of which JSON is nearly a
/// subset).
///
/// A rejected text leaves no node behind.
pub(super) fn parse(
    document: &mut Document,
    name: &str,
    source: String,
    limits: &Limits,
    problems: &Problems,
) -> Result<FileId, Returned> {
    let looks_like_json = source.trim_start().starts_with(['{', '[']);
    if looks_like_json {
        let in_json = match read(document, &source, Notation::Json, limits) {
            Ok(draft) => return Ok(finish(document, name, source, draft, problems)),
            Err(rejected) => rejected,
        };
        if !matches!(in_json.problem, ProblemKind::MalformedJson { .. }) {
            return Err((in_json, source));
        }
        return match read(document, &source, Notation::Yaml, limits) {
            Ok(mut draft) => {
                if has_extension(name, &["json"])
                    && let ProblemKind::MalformedJson { reason } = in_json.problem
                {
                    let Place { line, column } = in_json.place.unwrap_or_default();
                    draft
                        .noticed
                        .push((draft.root, ProblemKind::LooseJson { reason, line, column }));
                }
                Ok(finish(document, name, source, draft, problems))
            }
            Err(in_yaml)
                if has_extension(name, &["yaml", "yml"])
                    || !matches!(in_yaml.problem, ProblemKind::MalformedYaml { .. }) =>
            {
                Err((in_yaml, source))
            }
            Err(_) => Err((in_json, source)),
        };
    }
    match read(document, &source, Notation::Yaml, limits) {
        Ok(draft) => Ok(finish(document, name, source, draft, problems)),
        Err(rejected) => Err((rejected, source)),
    }
}

/// Adds a file of text, such as Markdown, which is one string.
pub(super) fn text(document: &mut Document, name: &str, source: String) -> FileId {
    let text = Kind::String(source.as_str().into());
    let root = document.add(document.next_file(), None, text);
    document.add_file(File { name: name.to_owned(), source, root })
}

/// Whether the name is that of a file of text, which references in place of a description name.
pub(super) fn is_text(name: &str) -> bool {
    has_extension(name, &["md", "markdown", "txt", "html", "htm", "adoc", "rst"])
}

fn has_extension(name: &str, extensions: &[&str]) -> bool {
    let extension = std::path::Path::new(name).extension();
    extension.is_some_and(|found| extensions.iter().any(|other| found.eq_ignore_ascii_case(other)))
}

/// The result of parsing besides the nodes.
struct Draft {
    root: NodeId,
    noticed: Vec<(NodeId, ProblemKind)>,
    duplicates: Vec<(NodeId, Box<str>)>,
    numbers: Vec<NodeId>,
    large: Vec<NodeId>,
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
        spells_integers: notation == Notation::Yaml && spells_integers(source),
        numbers: Vec::new(),
        large: Vec::new(),
    };
    let result = match notation {
        Notation::Json => read_json(&mut build, source),
        Notation::Yaml => read_yaml(&mut build, source),
    };
    let Build { document, exceeded, noticed, duplicates, numbers, large, .. } = build;
    match result {
        Ok((root, several)) => Ok(Draft { root, noticed, duplicates, numbers, large, several }),
        Err(Rejected { problem, place }) => {
            document.truncate(before);
            let problem = exceeded.unwrap_or(problem);
            let endless = matches!(problem, ProblemKind::TooDeep { .. } | ProblemKind::AliasBomb);
            let alias =
                (endless && notation == Notation::Yaml).then(|| recursive_alias(source)).flatten();
            Err(match alias {
                Some((place, alias)) => {
                    Rejected { problem: ProblemKind::RecursiveAlias { alias }, place: Some(place) }
                }
                None => Rejected { problem, place },
            })
        }
    }
}

fn read_json(build: &mut Build<'_>, source: &str) -> Result<(NodeId, bool), Rejected> {
    let mut deserializer = serde_json::Deserializer::from_str(source);
    let value = Value { build, parent: None, depth: 0 };
    let result = value.deserialize(&mut deserializer).and_then(|root| {
        deserializer.end()?;
        Ok((root, false))
    });
    result.map_err(|error| {
        let place = (error.line() > 0).then(|| {
            let column = column_in_characters(source, error.line(), error.column());
            Place { line: error.line(), column }
        });
        let reason = match without_place(&error.to_string()) {
            _ if starts_at(source, place, &["//", "/*"]) => "JSON has no comments".to_owned(),
            // The message of serde_json for a lone surrogate escape.
            reason if reason.contains("hex escape") && !reason.starts_with("invalid") => {
                "an escape is half of a surrogate pair".to_owned()
            }
            reason => reason,
        };
        Rejected { place, problem: ProblemKind::MalformedJson { reason } }
    })
}

/// Whether the source continues with one of the texts at a position.
fn starts_at(source: &str, place: Option<Place>, texts: &[&str]) -> bool {
    let Some(Place { line, column }) = place else { return false };
    let Some(line) = source.split('\n').nth(line.saturating_sub(1)) else { return false };
    let rest = line.char_indices().nth(column.saturating_sub(1)).and_then(|(at, _)| line.get(at..));
    rest.is_some_and(|rest| texts.iter().any(|text| rest.starts_with(text)))
}

/// Converts a byte column to a character column: `serde_json` counts the bytes up to and including
/// the offending one.
fn column_in_characters(source: &str, line: usize, column: usize) -> usize {
    let Some(text) = source.split('\n').nth(line.saturating_sub(1)) else { return column.max(1) };
    let bytes = text.as_bytes().get(..column.saturating_sub(1)).unwrap_or(text.as_bytes());
    String::from_utf8_lossy(bytes).chars().count() + 1
}

fn read_yaml(build: &mut Build<'_>, source: &str) -> Result<(NodeId, bool), Rejected> {
    let mut documents = serde_yaml::Deserializer::from_str(source);
    let Some(first) = documents.next() else {
        return Err(Rejected { problem: ProblemKind::EmptyDocument, place: None });
    };
    let root = Value { build, parent: None, depth: 0 }.deserialize(first).map_err(|error| {
        let place = error.location().map(|at| Place { line: at.line(), column: at.column() });
        let reason = without_place(&error.to_string());
        // For characters that YAML forbids, only the byte offset is reported.
        if let Some((reason, offset)) = reason.split_once(" at position ")
            && let Ok(offset) = offset.parse::<usize>()
        {
            let before = source.as_bytes().get(..offset).unwrap_or_default();
            let problem = ProblemKind::MalformedYaml { reason: reason.to_owned() };
            return Rejected { problem, place: Some(bytes::end_of(before)) };
        }
        let problem = match reason {
            // The message of serde_yaml for aliases that exceed its own limit.
            reason if reason == "repetition limit exceeded" => ProblemKind::AliasBomb,
            _ if starts_at(source, place, &["\t"]) => ProblemKind::MalformedYaml {
                reason: "a tab where only spaces are allowed".to_owned(),
            },
            reason => ProblemKind::MalformedYaml { reason },
        };
        Rejected { problem, place }
    })?;
    Ok((root, documents.next().is_some()))
}

/// A parser's message without positions, since the diagnostic shows the position.
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
        rest = end.unwrap_or_else(|| {
            text.push_str(" at line ");
            numbers
        });
    }
    text.push_str(rest);
    text
}

/// Adds the file, and facts that only its source shows.
fn finish(
    document: &mut Document,
    name: &str,
    source: String,
    draft: Draft,
    problems: &Problems,
) -> FileId {
    let Draft { root, noticed, duplicates, numbers, large, several } = draft;
    for (node, problem) in noticed {
        problems.report(node, problem);
    }
    if several {
        problems.report(root, ProblemKind::SeveralDocuments);
    }
    if !duplicates.is_empty() || !numbers.is_empty() || !large.is_empty() {
        let positions = Positions::of(&source);
        for (node, key) in duplicates {
            let first = positions.first_key(document, node).unwrap_or_default();
            let Place { line, column } = first;
            problems.report(node, ProblemKind::DuplicateKey { key: key.into(), line, column });
        }
        for node in numbers {
            let written = positions.text(document, node);
            match written {
                Some(text) if is_json_number(text) => {
                    document.replace(node, Kind::Number(text.into()));
                }
                Some(text) if matches!(document.kind(node), Kind::Number(_)) => {
                    document.spell(node, text);
                }
                // Infinity or NaN: where a string is meant, it is the source text.
                _ if matches!(document.kind(node), Kind::String(_)) => {
                    if let Some(text) = written {
                        document.replace(node, Kind::String(text.into()));
                    }
                    document.mark_not_finite(node);
                }
                _ => {}
            }
        }
        for node in large {
            if let Some(text) = positions.plain_text(document, node) {
                document.replace(node, Kind::Number(text.into()));
            }
        }
    }
    document.add_file(File { name: name.to_owned(), source, root })
}

/// Whether YAML writes an integer here in a notation that JSON lacks: `0x1F`, `0o17`, `0b1`, `+1`.
fn spells_integers(source: &str) -> bool {
    ["0x", "0o", "0b", "+"].iter().any(|mark| {
        source.match_indices(mark).any(|(at, _)| {
            let before = source.get(..at).and_then(|before| before.chars().next_back());
            let after = source.get(at + mark.len()..).and_then(|after| after.chars().next());
            before.is_none_or(|c| matches!(c, ' ' | '[' | ',' | '\n' | '\t' | '-' | '+'))
                && after.is_some_and(|c| c.is_ascii_hexdigit())
        })
    })
}

/// Whether a text is a JSON number (RFC 8259, section 6).
fn is_json_number(text: &str) -> bool {
    text.starts_with(|c: char| c == '-' || c.is_ascii_digit())
        && serde_json::from_str::<serde_json::Number>(text).is_ok()
}
