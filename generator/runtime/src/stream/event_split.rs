use std::collections::VecDeque;
use std::time::Duration;

use super::pull::{Split, TooLarge};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Splits `text/event-stream` (HTML standard, section 9.2.6): lines end in CR LF, LF or CR,
/// comments are skipped, and an event without a final empty line is dropped.
#[derive(Default)]
pub(super) struct EventSplit {
    line: Vec<u8>,
    /// The last byte was a CR; a following LF belongs to it.
    after_return: bool,
    /// The first line, which may begin with a byte order mark, is complete.
    started: bool,
    name: String,
    data: String,
    /// Whether there was a `data` field, even an empty one.
    has_data: bool,
    pub(super) last_id: String,
    pub(super) retry: Option<Duration>,
}

/// An event whose data is not decoded yet.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RawEvent {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) data: String,
}

impl EventSplit {
    fn end_line(&mut self, items: &mut VecDeque<RawEvent>) {
        let line = std::mem::take(&mut self.line);
        let first = !std::mem::replace(&mut self.started, true);
        let line = match line.strip_prefix(BYTE_ORDER_MARK) {
            Some(rest) if first => rest,
            _ => &line,
        };
        if line.is_empty() {
            self.dispatch(items);
            return;
        }
        // The standard decodes invalid UTF-8 to U+FFFD.
        let line = String::from_utf8_lossy(line);
        let (field, value) = line.split_once(':').unwrap_or((&line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.name),
            "data" => {
                if std::mem::replace(&mut self.has_data, true) {
                    self.data.push('\n');
                }
                self.data.push_str(value);
            }
            "id" if !value.contains('\0') => value.clone_into(&mut self.last_id),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.retry = value.parse().ok().map(Duration::from_millis).or(self.retry);
            }
            // Comments, and fields that the standard ignores.
            _ => {}
        }
    }

    fn dispatch(&mut self, items: &mut VecDeque<RawEvent>) {
        let (name, data) = (std::mem::take(&mut self.name), std::mem::take(&mut self.data));
        if std::mem::take(&mut self.has_data) {
            let name = if name.is_empty() { "message".to_owned() } else { name };
            items.push_back(RawEvent { name, id: self.last_id.clone(), data });
        }
    }
}

impl Split for EventSplit {
    type Item = RawEvent;

    fn push(
        &mut self,
        mut piece: &[u8],
        limit: usize,
        items: &mut VecDeque<RawEvent>,
    ) -> Result<(), TooLarge> {
        loop {
            if std::mem::take(&mut self.after_return) {
                match piece {
                    [] => {
                        self.after_return = true;
                        return Ok(());
                    }
                    [b'\n', rest @ ..] => piece = rest,
                    _ => {}
                }
            }
            let end = piece.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
            let (line, rest) = piece.split_at(end.unwrap_or(piece.len()));
            let held = self.line.len() + self.data.len() + self.name.len();
            if line.len() > limit.saturating_sub(held) {
                return Err(TooLarge);
            }
            self.line.extend_from_slice(line);
            let Some((ending, rest)) = rest.split_first() else { return Ok(()) };
            self.after_return = *ending == b'\r';
            piece = rest;
            self.end_line(items);
        }
    }

    /// An event without a final empty line is incomplete.
    fn end(&mut self, _: &mut VecDeque<RawEvent>) {}
}
