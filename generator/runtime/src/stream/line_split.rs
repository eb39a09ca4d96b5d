use std::collections::VecDeque;

use super::pull::{Split, TooLarge};

/// The separator before each text of a JSON sequence (RFC 7464, section 2.2).
const RECORD_SEPARATOR: u8 = 0x1E;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Splits JSON Lines and JSON sequences (RFC 7464).
///
/// The first byte distinguishes the two: no JSON text begins with a record separator. Empty lines
/// are skipped.
#[derive(Default)]
pub(super) struct LineSplit {
    /// The beginning of the next item.
    text: Vec<u8>,
    framing: Framing,
}

#[derive(Default)]
enum Framing {
    #[default]
    Unknown,
    Lines,
    Sequence(Nesting),
}

/// The text of an item; a `cut` one ended before its value did.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: Vec<u8>,
    pub(super) cut: bool,
}

/// The nesting depth of a JSON text in brackets and strings. A line feed in a sequence ends a text
/// only at depth zero; waiting for the next record separator would hold an item back until the next
/// one arrives.
#[derive(Default)]
struct Nesting {
    depth: u64,
    in_string: bool,
    escaped: bool,
}

impl Nesting {
    fn take(&mut self, byte: u8) {
        if self.in_string {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.in_string = false,
                _ => {}
            }
            return;
        }
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' => self.depth = self.depth.saturating_add(1),
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    fn is_outside(&self) -> bool {
        self.depth == 0 && !self.in_string
    }
}

impl LineSplit {
    fn take_line(&mut self, limit: usize, part: &[u8]) -> Result<(), TooLarge> {
        if part.len() > limit.saturating_sub(self.text.len()) {
            return Err(TooLarge);
        }
        self.text.extend_from_slice(part);
        Ok(())
    }

    /// Ends the item; `whole` if its end was seen.
    fn finish(&mut self, whole: bool, items: &mut VecDeque<Line>) {
        let text = std::mem::take(&mut self.text);
        let trimmed = text.trim_ascii();
        if trimmed.is_empty() {
            return;
        }
        let cut = match &mut self.framing {
            Framing::Sequence(nesting) => {
                let outside = std::mem::take(nesting).is_outside();
                // Only the following byte shows the end of a number or literal (section 2.4).
                let closed = matches!(trimmed.last(), Some(b'}' | b']' | b'"'))
                    || trimmed.len() < text.len();
                let complete = whole || (outside && closed);
                !complete
            }
            Framing::Unknown | Framing::Lines => false,
        };
        items.push_back(Line { text: trimmed.to_vec(), cut });
    }

    fn push_lines(
        &mut self,
        mut piece: &[u8],
        limit: usize,
        items: &mut VecDeque<Line>,
    ) -> Result<(), TooLarge> {
        while let Some(at) = piece.iter().position(|byte| *byte == b'\n') {
            let (line, rest) = piece.split_at(at);
            self.take_line(limit, line)?;
            self.finish(true, items);
            piece = rest.get(1..).unwrap_or_default();
        }
        self.take_line(limit, piece)
    }

    fn push_sequence(
        &mut self,
        piece: &[u8],
        limit: usize,
        items: &mut VecDeque<Line>,
    ) -> Result<(), TooLarge> {
        for byte in piece {
            if *byte == RECORD_SEPARATOR {
                self.finish(false, items);
                continue;
            }
            self.take_line(limit, &[*byte])?;
            if let Framing::Sequence(nesting) = &mut self.framing {
                nesting.take(*byte);
                if *byte == b'\n' && nesting.is_outside() {
                    self.finish(true, items);
                }
            }
        }
        Ok(())
    }
}

impl Split for LineSplit {
    type Item = Line;

    fn push(
        &mut self,
        piece: &[u8],
        limit: usize,
        items: &mut VecDeque<Line>,
    ) -> Result<(), TooLarge> {
        match self.framing {
            Framing::Lines => self.push_lines(piece, limit, items),
            Framing::Sequence(_) => self.push_sequence(piece, limit, items),
            Framing::Unknown => {
                let mut first = std::mem::take(&mut self.text);
                first.extend_from_slice(piece);
                if BYTE_ORDER_MARK.starts_with(&first) {
                    self.text = first;
                    return Ok(());
                }
                let text = first.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&first);
                let text = text.trim_ascii_start();
                match text.first() {
                    None => Ok(()),
                    Some(&RECORD_SEPARATOR) => {
                        self.framing = Framing::Sequence(Nesting::default());
                        self.push_sequence(text, limit, items)
                    }
                    Some(_) => {
                        self.framing = Framing::Lines;
                        self.push_lines(text, limit, items)
                    }
                }
            }
        }
    }

    fn end(&mut self, items: &mut VecDeque<Line>) {
        self.finish(false, items);
    }
}
