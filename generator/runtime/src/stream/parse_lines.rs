use std::collections::VecDeque;

use super::ITEM_LIMIT;

/// Starts a record of a JSON sequence (RFC 7464, section 2.2).
const RECORD: u8 = 0x1e;

/// Splits a stream into JSON texts: lines, or the records of a JSON sequence if it begins as one.
#[derive(Debug, Default)]
pub(super) struct LineParser {
    text: Vec<u8>,
    is_sequence: bool,
    ready: VecDeque<String>,
}

impl LineParser {
    /// Takes more bytes; false where an item outgrows the limit.
    #[must_use]
    pub(super) fn push(&mut self, bytes: &[u8]) -> bool {
        for byte in bytes {
            match byte {
                &RECORD => {
                    self.is_sequence = true;
                    self.end();
                }
                b'\n' if !self.is_sequence => self.end(),
                _ => self.text.push(*byte),
            }
            if self.text.len() > ITEM_LIMIT {
                return false;
            }
        }
        true
    }

    /// Ends the item that the end of the stream ends.
    pub(super) fn end(&mut self) {
        let bytes = std::mem::take(&mut self.text);
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
        if !text.is_empty() {
            self.ready.push_back(text.to_owned());
        }
    }

    pub(super) fn pop(&mut self) -> Option<String> {
        self.ready.pop_front()
    }
}
