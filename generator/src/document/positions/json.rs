//! Positions in JSON (RFC 8259). Malformed text is left to the YAML reader.

use std::borrow::Cow;

use super::tree::{Content, Members, Positions};
use crate::document::{Place, Span};

/// Finds the positions of the values of `source`; `None` if it is not JSON.
pub(super) fn positions(source: &str) -> Option<Positions<'_>> {
    let mut positions = Positions::default();
    let mut cursor = Cursor { rest: source, at: Place { line: 1, column: 1 } };
    let mut depth = 0_usize;
    while let Some(first) = cursor.rest.chars().next() {
        let start = cursor.at;
        match first {
            ' ' | '\t' | '\r' | '\n' | ',' | ':' => {
                cursor.take(1);
            }
            '{' | '[' => {
                cursor.take(1);
                depth += 1;
                let content = if first == '{' {
                    Content::Mapping(Members::default())
                } else {
                    Content::Sequence(Vec::new())
                };
                positions.add(Span { start, end: cursor.at }, content);
            }
            '}' | ']' => {
                cursor.take(1);
                depth = depth.checked_sub(1)?;
                positions.close(cursor.at);
            }
            '"' => {
                let literal = cursor.take(string_length(cursor.rest)?);
                let text = unquote(literal)?;
                positions.add(Span { start, end: cursor.at }, Content::Scalar(text));
            }
            '-' | '0'..='9' | 'a'..='z' => {
                let length = cursor.rest.find([' ', '\t', '\r', '\n', ',', ':', ']', '}']);
                let text = cursor.take(length.unwrap_or(cursor.rest.len()));
                positions.add(Span { start, end: cursor.at }, Content::Scalar(text.into()));
            }
            _ => return None,
        }
    }
    (depth == 0).then_some(positions)
}

struct Cursor<'s> {
    rest: &'s str,
    at: Place,
}

impl<'s> Cursor<'s> {
    /// Advances by `length` bytes, which end at a character boundary.
    fn take(&mut self, length: usize) -> &'s str {
        let (text, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        match text.rfind('\n') {
            Some(last) => {
                self.at.line += text.matches('\n').count();
                self.at.column = text.get(last..).map_or(1, |tail| tail.chars().count());
            }
            None => self.at.column += text.chars().count(),
        }
        text
    }
}

/// The bytes of the string literal at the start of `text`, including its quotes.
fn string_length(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().enumerate().skip(1).find_map(|(index, byte)| {
        let end = !escaped && byte == b'"';
        escaped = !escaped && byte == b'\\';
        end.then_some(index + 1)
    })
}

fn unquote(literal: &str) -> Option<Cow<'_, str>> {
    if literal.contains('\\') {
        serde_json::from_str::<String>(literal).ok().map(Cow::Owned)
    } else {
        literal.get(1..literal.len().checked_sub(1)?).map(Cow::Borrowed)
    }
}
