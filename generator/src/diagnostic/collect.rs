//! Finds the positions of problems: each source with a report is read once more.

use super::line::Line;
use super::{Diagnostic, Snippet};
use crate::collections::{HashMap, IndexMap};
use crate::document::{BrokenFile, Document, FileId, Place, Positions, Shown, Span};
use crate::level::Reported;
use crate::load::LoadFailure;
use crate::problem::{Problem, ProblemKind};

/// The maximum number of characters before and after the start of a span that are drawn. The
/// renderer cuts lines to the width of the terminal, in time proportional to the line: a document
/// in one line may have a megabyte.
const BEFORE: usize = 200;
const AFTER: usize = 400;

/// Finds the position of every problem, and sorts them by file and position.
///
/// An unusable file is reported once, after all other problems, however many references name it, and a name that is
/// missing is reported once, at its first place.
pub(crate) fn collect(document: &Document, problems: &[Reported]) -> Vec<Diagnostic> {
    let mut sources: HashMap<FileId, Source<'_>> = HashMap::default();
    let mut placed: Vec<Placed<'_>> = Vec::with_capacity(problems.len());
    let mut broken: IndexMap<&ProblemKind, Vec<Placed<'_>>> = IndexMap::default();
    for reported in problems {
        let found = place(document, &mut sources, reported);
        if matches!(found.kind, ProblemKind::BrokenFile { .. }) {
            broken.entry(found.kind).or_default().push(found);
        } else {
            placed.push(found);
        }
    }
    placed.sort_by_key(|found| (found.file, found.place));
    let mut diagnostics = once_per_name(placed);
    for broken_file in document.broken() {
        let told = broken.iter_mut().find(
            |(problem, _)| matches!(problem, ProblemKind::BrokenFile { file, .. } if *file == broken_file.name),
        );
        if let Some((problem, references)) = told {
            references.sort_by_key(|found| (found.file, found.place));
            diagnostics.push(of_broken(problem, broken_file, references));
        }
    }
    diagnostics
}

/// A problem whose position was looked for.
struct Placed<'p> {
    kind: &'p ProblemKind,
    file: FileId,
    place: Place,
    diagnostic: Diagnostic,
}

/// Finds the position of a problem.
fn place<'d, 'p>(
    document: &'d Document,
    sources: &mut HashMap<FileId, Source<'d>>,
    reported: &'p Reported,
) -> Placed<'p> {
    let Reported { problem: Problem { kind, node }, severity, is_denied } = reported;
    // The place in an overlay, where the value comes from one.
    let written = document.written(*node);
    let file = document.file_of(written);
    let mut diagnostic = without_place(kind, "");
    (diagnostic.severity, diagnostic.is_denied) = (*severity, *is_denied);
    diagnostic.pointer = Some(document.pointer(*node));
    let mut place = Place::default();
    if let Some(read) = document.file(file) {
        let source = sources.entry(file).or_insert_with(|| Source::of(&read.source));
        diagnostic.file.clone_from(&read.name);
        let shown = own_span(kind).or_else(|| {
            if is_about_key(kind) {
                source.positions.key_span(document, written)
            } else {
                source.positions.span(document, written)
            }
        });
        if let Some(Shown { span, is_exact }) = shown {
            place = span.start;
            diagnostic.is_near = !is_exact;
            diagnostic.snippet = snippet(&source.lines, span);
        }
    }
    (diagnostic.line, diagnostic.column) = (place.line, place.column);
    Placed { kind, file, place, diagnostic }
}

/// The diagnostics, of which one speaks for all places of a missing name: adding it mends them together.
fn once_per_name(placed: Vec<Placed<'_>>) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = Vec::with_capacity(placed.len());
    let mut named: IndexMap<(&ProblemKind, bool), (usize, usize)> = IndexMap::default();
    for Placed { kind, diagnostic, file: _, place: _ } in placed {
        if is_about_missing_name(kind) {
            let next = diagnostics.len();
            let (_, places) = named.entry((kind, diagnostic.is_denied)).or_insert((next, 0));
            *places += 1;
            if *places > 1 {
                continue;
            }
        }
        diagnostics.push(diagnostic);
    }
    for (index, places) in named.into_values().filter(|(_, places)| *places > 1) {
        if let Some(diagnostic) = diagnostics.get_mut(index) {
            diagnostic.note = format!("{}; {}", diagnostic.note, more_places(places - 1));
        }
    }
    diagnostics
}

/// Whether a name is used that nothing defines, in a document that may use it many times.
fn is_about_missing_name(problem: &ProblemKind) -> bool {
    matches!(
        problem,
        ProblemKind::UnknownSecurityScheme { .. }
            | ProblemKind::DanglingReference { .. }
            | ProblemKind::DanglingMapping { .. }
            | ProblemKind::UnfetchedFile { .. }
    )
}

/// The rest of the places, in words.
fn more_places(count: usize) -> String {
    let noun = if count == 1 { "place" } else { "places" };
    format!("the same at {count} more {noun}")
}

/// The position of a problem that concerns no value of the document.
fn own_span(problem: &ProblemKind) -> Option<Shown> {
    let ProblemKind::LooseJson { line, column, .. } = *problem else { return None };
    Some(Shown { span: Span::character(Place { line, column }), is_exact: true })
}

/// Whether the name of a member is at fault, and not its value.
fn is_about_key(problem: &ProblemKind) -> bool {
    matches!(
        problem,
        ProblemKind::MisspelledMember { .. }
            | ProblemKind::MemberOfOtherVersion { .. }
            | ProblemKind::MisplacedMember { .. }
            | ProblemKind::UnknownMember { .. }
            | ProblemKind::UnknownSection { .. }
            | ProblemKind::UnknownExtension { .. }
            | ProblemKind::MisplacedExtension { .. }
            | ProblemKind::MisspelledMediaType { .. }
            | ProblemKind::UncheckedKeyword { .. }
    )
}

/// The diagnostic of an unusable file.
fn of_broken(problem: &ProblemKind, file: &BrokenFile, references: &[Placed<'_>]) -> Diagnostic {
    let mut diagnostic = of_file(problem, file);
    if let Some(Placed { diagnostic: at, .. }) = references.first() {
        (diagnostic.severity, diagnostic.is_denied) = (at.severity, at.is_denied);
        let first = at.location();
        let more = match references.len() - 1 {
            0 => String::new(),
            1 => ", and at one more place".to_owned(),
            more => format!(", and at {more} more places"),
        };
        diagnostic.note = format!("it is referred to at {first}{more}; {}", diagnostic.note);
    }
    diagnostic
}

/// The diagnostic of a document that could not be loaded.
pub(crate) fn of_failure(failure: &LoadFailure) -> Diagnostic {
    of_file(&failure.problem, &failure.file)
}

fn of_file(problem: &ProblemKind, file: &BrokenFile) -> Diagnostic {
    let mut diagnostic = without_place(problem, &file.name);
    if let Some(place) = file.place {
        (diagnostic.line, diagnostic.column) = (place.line, place.column);
        diagnostic.snippet = snippet(&Line::all(&file.source), Span::character(place));
    }
    diagnostic
}

/// The diagnostic of a problem that concerns a file as a whole.
pub(crate) fn without_place(problem: &ProblemKind, file: &str) -> Diagnostic {
    Diagnostic {
        code: problem.code(),
        severity: problem.severity(),
        is_denied: false,
        message: problem.to_string(),
        file: file.to_owned(),
        line: 0,
        column: 0,
        is_near: false,
        pointer: None,
        note: problem.note(),
        help: problem.help(),
        snippet: None,
    }
}

struct Source<'s> {
    positions: Positions<'s>,
    lines: Vec<Line<'s>>,
}

impl<'s> Source<'s> {
    fn of(source: &'s str) -> Self {
        Self { positions: Positions::of(source), lines: Line::all(source) }
    }
}

/// The first line of a span, cut around its start.
fn snippet(lines: &[Line<'_>], span: Span) -> Option<Snippet> {
    let line = lines.get(span.start.line.checked_sub(1)?)?;
    let length = line.length();
    let from = span.start.column.checked_sub(1)?.min(length);
    let to = if span.end.line == span.start.line {
        span.end.column - 1
    } else {
        length - line.blanks_at_end()
    };
    let to = to.clamp(from + 1, length.max(from + 1));
    let first = from.saturating_sub(BEFORE);
    let text = line.from(first).chars().take(BEFORE + AFTER).collect();
    Some(Snippet { text, from: from - first, to: to - first })
}
