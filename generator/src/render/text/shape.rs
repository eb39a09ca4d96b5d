//! Room on a line.

use unicode_width::UnicodeWidthStr;

/// rustfmt's `tab_spaces`.
pub(super) const INDENT: usize = 4;

/// rustfmt's `max_width`.
const MAX_WIDTH: usize = 100;

/// The place where an expression begins, and the room that it has there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// The indentation of the lines that close what is broken here.
    pub(super) indent: usize,
    /// The columns of the line that are taken.
    pub(super) column: usize,
    /// The columns that are left, but for what follows the expression.
    pub(super) width: usize,
    /// The width of a whole line.
    pub(super) line: usize,
}

impl Shape {
    /// A new line.
    pub(super) fn new(indent: usize) -> Self {
        Self { indent, column: indent, width: MAX_WIDTH.saturating_sub(indent), line: MAX_WIDTH }
    }

    /// The same place where lines have no end.
    pub(super) fn unlimited(self) -> Self {
        let more = usize::from(u16::MAX);
        Self { width: self.width + more, line: self.line + more, ..self }
    }

    /// A new line, so much further in.
    pub(super) fn new_line(self, further: usize) -> Self {
        let indent = self.indent + further;
        Self { indent, column: indent, width: self.line.saturating_sub(indent), line: self.line }
    }

    /// A line of its own within delimiters, a comma after it.
    pub(super) fn nested(self) -> Self {
        let shape = self.new_line(INDENT);
        Self { width: shape.width.saturating_sub(1), ..shape }
    }

    /// The place behind so many columns.
    pub(super) fn after(self, columns: usize) -> Option<Self> {
        let width = self.width.checked_sub(columns)?;
        Some(Self { column: self.column + columns, width, ..self })
    }

    /// The same place before so many columns that follow.
    pub(super) fn before(self, columns: usize) -> Option<Self> {
        Some(Self { width: self.width.checked_sub(columns)?, ..self })
    }

    /// The columns that follow the expression.
    pub(super) fn following(self) -> usize {
        self.line.saturating_sub(self.column + self.width)
    }

    /// Whether lines fit, the first one at this place.
    pub(super) fn fits(self, text: &str) -> bool {
        let mut lines = text.split('\n');
        if width(lines.next().unwrap_or_default()) > self.width {
            return false;
        }
        let mut last = None;
        for line in lines {
            last = Some(width(line));
            if last > Some(self.line) {
                return false;
            }
        }
        last.is_none_or(|last| last <= self.column + self.width)
    }
}

/// The columns of text.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// The columns of the first line.
pub(super) fn first_width(text: &str) -> usize {
    width(text.split('\n').next().unwrap_or_default())
}

/// The columns of the last line.
pub(super) fn last_width(text: &str) -> usize {
    width(text.rsplit('\n').next().unwrap_or_default())
}

/// A line break, with the indentation after it.
pub(super) fn break_line(out: &mut String, indent: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
}
