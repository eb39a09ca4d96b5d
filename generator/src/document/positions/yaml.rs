//! Positions in YAML, from the events of `granit-parser`.

use granit_parser::{Event, Marker, Parser, ScalarStyle};

use super::tree::{Content, Members, Positions};
use crate::collections::HashMap;
use crate::document::{Place, Span};

/// Finds the positions of the first document in `source`, up to the parser's first error.
pub(super) fn positions(source: &str) -> Positions<'_> {
    let mut positions = Positions::default();
    let mut anchors: HashMap<usize, usize> = HashMap::default();
    let mut parser = Parser::new_from_str(source);
    while let Some(Ok((event, span))) = parser.next_event() {
        let span = Span { start: place(span.start), end: place(span.end) };
        let (anchor, content) = match event {
            Event::DocumentEnd | Event::StreamEnd => break,
            Event::Alias(anchor) => {
                // An unknown alias still counts in the order.
                let target = anchors.get(&anchor).copied().unwrap_or(usize::MAX);
                positions.add_alias(target, span);
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                positions.close(span.end);
                continue;
            }
            // The parser writes `~` for a scalar that is left out.
            Event::Scalar(_, ScalarStyle::Plain, anchor, _) if span.start == span.end => {
                (anchor, Content::Scalar("".into()))
            }
            Event::Scalar(text, ScalarStyle::Plain, 0, None) => {
                positions.add_plain(span, text);
                continue;
            }
            Event::Scalar(text, _, anchor, _) => (anchor, Content::Scalar(text)),
            Event::SequenceStart(_, anchor, _) => (anchor, Content::Sequence(Vec::new())),
            Event::MappingStart(_, anchor, _) => (anchor, Content::Mapping(Members::default())),
            _ => continue,
        };
        if anchor > 0 {
            anchors.insert(anchor, positions.next_index());
        }
        positions.add(span, content);
    }
    positions
}

/// Finds the first alias within the value it names: its position and its text.
pub(crate) fn recursive_alias(source: &str) -> Option<(Place, String)> {
    let mut open: Vec<usize> = Vec::new();
    let mut parser = Parser::new_from_str(source);
    while let Some(Ok((event, span))) = parser.next_event() {
        match event {
            Event::DocumentEnd | Event::StreamEnd => return None,
            Event::Alias(anchor) if open.contains(&anchor) => {
                let start = place(span.start);
                let line = source.lines().nth(start.line.checked_sub(1)?)?;
                let written = line.chars().skip(span.start.col());
                let is_name =
                    |c: &char| !c.is_whitespace() && !matches!(c, ',' | '[' | ']' | '{' | '}');
                return Some((start, written.take_while(is_name).collect()));
            }
            Event::SequenceStart(_, anchor, _) | Event::MappingStart(_, anchor, _) => {
                open.push(anchor);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                open.pop();
            }
            _ => {}
        }
    }
    None
}

fn place(marker: Marker) -> Place {
    Place { line: marker.line(), column: marker.col() + 1 }
}
