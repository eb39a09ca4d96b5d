use std::collections::VecDeque;
use std::time::Duration;

use super::ITEM_LIMIT;

/// An event before its data is decoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RawEvent {
    pub(super) event: Option<String>,
    pub(super) id: Option<String>,
    pub(super) retry: Option<Duration>,
    pub(super) data: String,
}

/// The parser of event streams (HTML Living Standard, section 9.2.6), fed with bytes as they come.
#[derive(Debug, Default)]
pub(super) struct EventParser {
    /// The bytes of the line that is not complete yet.
    line: Vec<u8>,
    /// A carriage return ended the last line: a line feed right after it belongs to it.
    after_return: bool,
    is_begun: bool,
    has_data: bool,
    event: RawEvent,
    last_id: Option<String>,
    ready: VecDeque<RawEvent>,
}

impl EventParser {
    /// Takes more bytes; false where a line or event outgrows the limit.
    #[must_use]
    pub(super) fn push(&mut self, bytes: &[u8]) -> bool {
        for byte in bytes {
            match byte {
                b'\n' if self.after_return => self.after_return = false,
                b'\n' | b'\r' => {
                    self.after_return = *byte == b'\r';
                    self.end_line();
                }
                _ => {
                    self.after_return = false;
                    self.line.push(*byte);
                }
            }
            if self.line.len() + self.event.data.len() > ITEM_LIMIT {
                return false;
            }
        }
        true
    }

    /// The next complete event. One that the end of the stream cuts off is dropped, as the standard asks.
    pub(super) fn pop(&mut self) -> Option<RawEvent> {
        self.ready.pop_front()
    }

    fn end_line(&mut self) {
        let bytes = std::mem::take(&mut self.line);
        let text = String::from_utf8_lossy(&bytes);
        let text = if self.is_begun { &*text } else { text.trim_start_matches('\u{feff}') };
        self.is_begun = true;
        if text.is_empty() {
            return self.dispatch();
        }
        let (field, value) = text.split_once(':').unwrap_or((text, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "data" => {
                if self.has_data {
                    self.event.data.push('\n');
                }
                self.has_data = true;
                self.event.data.push_str(value);
            }
            "event" => self.event.event = Some(value.to_owned()),
            "id" if !value.contains('\0') => self.last_id = Some(value.to_owned()),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.event.retry = value.parse().ok().map(Duration::from_millis);
            }
            // Comments, and fields that the standard does not know.
            _ => {}
        }
    }

    fn dispatch(&mut self) {
        let mut event = std::mem::take(&mut self.event);
        if std::mem::take(&mut self.has_data) {
            event.id.clone_from(&self.last_id);
            self.ready.push_back(event);
        }
    }
}
