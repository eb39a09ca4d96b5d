//! Problems find their places: each source with something to report is read once more.

use std::collections::HashMap;

use super::{Diagnostic, Snippet};
use crate::load::{Document, FileId, LoadFailure};
use crate::position::{Place, Positions, Span};
use crate::problem::{Fault, Problem};

/// The longest part of a source line that is shown, in characters.
const WIDTH: usize = 120;

/// Gives every problem its place, and orders them by file and place.
pub(crate) fn collect(document: &Document, problems: &[Problem]) -> Vec<Diagnostic> {
    let mut sources: HashMap<FileId, Source<'_>> = HashMap::new();
    let mut placed: Vec<(FileId, Place, Diagnostic)> = problems
        .iter()
        .map(|Problem { fault, node }| {
            let file = document.file_of(*node);
            let mut diagnostic = without_place(fault, "");
            diagnostic.pointer = Some(document.pointer(*node));
            let mut place = Place::default();
            if let Some(read) = document.file(file) {
                let source = sources.entry(file).or_insert_with(|| Source::of(&read.source));
                diagnostic.file.clone_from(&read.name);
                if let Some(span) = source.positions.span(document, *node) {
                    place = span.start;
                    diagnostic.snippet = snippet(&source.lines, span);
                }
            }
            (diagnostic.line, diagnostic.column) = (place.line, place.column);
            (file, place, diagnostic)
        })
        .collect();
    placed.sort_by_key(|(file, place, _)| (*file, *place));
    placed.into_iter().map(|(_, _, diagnostic)| diagnostic).collect()
}

/// The diagnostic of a document that could not be loaded.
pub(crate) fn of_failure(failure: &LoadFailure) -> Diagnostic {
    let mut diagnostic = without_place(&failure.fault, &failure.file);
    if let Some((line, column)) = failure.place {
        (diagnostic.line, diagnostic.column) = (line, column);
        let lines: Vec<&str> = failure.source.lines().collect();
        let start = Place { line, column };
        diagnostic.snippet =
            snippet(&lines, Span { start, end: Place { line, column: column + 1 } });
    }
    diagnostic
}

/// The diagnostic of a fault that concerns a file as a whole.
pub(crate) fn without_place(fault: &Fault, file: &str) -> Diagnostic {
    Diagnostic {
        code: fault.code(),
        severity: fault.severity(),
        message: fault.to_string(),
        file: file.to_owned(),
        line: 0,
        column: 0,
        pointer: None,
        note: fault.note(),
        help: fault.help(),
        snippet: None,
    }
}

struct Source<'s> {
    positions: Positions<'s>,
    lines: Vec<&'s str>,
}

impl<'s> Source<'s> {
    fn of(source: &'s str) -> Self {
        Self { positions: Positions::of(source), lines: source.lines().collect() }
    }
}

/// The first line of a span, cut to what fits around its start.
fn snippet(lines: &[&str], span: Span) -> Option<Snippet> {
    let line = lines.get(span.start.line.checked_sub(1)?)?;
    let length = line.chars().count();
    let from = span.start.column.checked_sub(1)?.min(length);
    let to = if span.end.line == span.start.line {
        span.end.column - 1
    } else {
        line.trim_end().chars().count()
    };
    let to = to.clamp(from + 1, length.max(from + 1));
    if length <= WIDTH {
        return Some(Snippet { text: (*line).to_owned(), from, to });
    }
    let first = from.saturating_sub(WIDTH / 3);
    let text = line.chars().skip(first).take(WIDTH).collect();
    Some(Snippet { text, from: from - first, to: (to - first).min(WIDTH) })
}
