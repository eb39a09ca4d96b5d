//! Diagnostics for people.

use std::fmt::{self, Write};

use unicode_width::UnicodeWidthChar;

use super::{Diagnostic, Snippet};
use crate::problem::Severity;

impl Diagnostic {
    /// The text for a terminal that shows colours; without them it is what `Display` writes.
    #[must_use]
    pub fn coloured(&self) -> String {
        self.render(&Colours {
            error: "\x1b[1;31m",
            warning: "\x1b[1;33m",
            strong: "\x1b[1m",
            frame: "\x1b[1;34m",
            end: "\x1b[0m",
        })
    }

    /// `file:line:column`, or `file` alone where the problem has no place in it.
    #[must_use]
    pub fn location(&self) -> String {
        let file = printable(&self.file);
        if self.line == 0 { file } else { format!("{file}:{}:{}", self.line, self.column) }
    }

    fn render(&self, colours: &Colours) -> String {
        let Colours { strong, frame, end, .. } = colours;
        let severity = match self.severity {
            Severity::Error => colours.error,
            Severity::Warning => colours.warning,
        };
        let mut text = format!(
            "{severity}{}[{}]{end}{strong}: {}{end}\n  {frame}-->{end} {}",
            self.severity.as_str(),
            self.code,
            printable(&self.message),
            self.location(),
        );
        if let Some(pointer) = &self.pointer {
            text.push_str(", at ");
            text.push_str(&printable(pointer));
        }
        text.push('\n');
        if let Some(Snippet { text: line, from, to }) = &self.snippet {
            let line = printable(&line.replace('\t', " "));
            let width = |from: usize, to: usize| -> usize {
                line.chars().skip(from).take(to - from).map(|c| c.width().unwrap_or(0)).sum()
            };
            let caret = "^".repeat(width(*from, *to).max(1));
            let indent = " ".repeat(width(0, *from));
            // Writing into a text cannot fail.
            let _ = write!(
                text,
                "   {frame}|{end}\n   {frame}|{end} {line}\n   {frame}|{end} {indent}{severity}{caret}{end}\n"
            );
        }
        for (label, content) in [("note", &self.note), ("help", &self.help)] {
            let _ = writeln!(text, "   {frame}={end} {strong}{label}{end}: {}", printable(content));
        }
        text
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(&Colours {
            error: "",
            warning: "",
            strong: "",
            frame: "",
            end: "",
        }))
    }
}

struct Colours {
    error: &'static str,
    warning: &'static str,
    strong: &'static str,
    frame: &'static str,
    end: &'static str,
}

/// A text in one line that cannot steer a terminal: a document may hold any character.
pub(crate) fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            // Also what reorders the text on the screen.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}
