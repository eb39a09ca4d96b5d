//! Diagnostics for people.

use std::fmt;

use annotate_snippets::renderer::{DEFAULT_LINE_NUM_STYLE, Style};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet as Drawing};

use super::{Diagnostic, Snippet};
use crate::problem::Severity;

impl Diagnostic {
    /// The text for a terminal with colours; without colours it equals `Display`.
    #[must_use]
    pub fn coloured(&self) -> String {
        self.render(&Renderer::styled(), DEFAULT_LINE_NUM_STYLE)
    }

    /// `file:line:column`, with `near ` before it where the position is not exact, or only `file` if the problem has no
    /// position.
    #[must_use]
    pub fn location(&self) -> String {
        let file = printable(&self.file);
        let near = if self.is_near { "near " } else { "" };
        if self.line == 0 { file } else { format!("{near}{file}:{}:{}", self.line, self.column) }
    }

    fn render(&self, renderer: &Renderer, arrow: Style) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let title = level.clone().primary_title(printable(&self.message)).id(self.code);
        let mut text = renderer.render(&[Group::with_title(title)]);
        // The renderer counts columns within the drawn part of a long line.
        let margin = if self.snippet.is_some() { self.line.to_string().len() } else { 1 };
        text.push_str(&format!("\n{:margin$}{arrow}-->{arrow:#} {}", "", self.location()));
        if let Some(pointer) = &self.pointer {
            text.push_str(", at ");
            text.push_str(&printable(pointer));
        }
        let mut group = Group::with_level(level);
        if let Some(snippet) = &self.snippet {
            group = group.element(drawing(snippet, self.line));
        }
        let group = group
            .element(Level::NOTE.message(printable(&self.note)))
            .element(Level::HELP.message(printable(&self.help)));
        text.push('\n');
        text.push_str(&renderer.render(&[group]));
        text.push('\n');
        text
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(&Renderer::plain(), Style::new()))
    }
}

/// The drawing of a snippet; the renderer handles tabs and width.
fn drawing(snippet: &Snippet, line: usize) -> Drawing<'static, Annotation<'static>> {
    let Snippet { text, from, to } = snippet;
    let text: String = text.chars().map(|c| if c == '\t' { c } else { shown(c) }).collect();
    let byte =
        |character: usize| text.char_indices().nth(character).map_or(text.len(), |(byte, _)| byte);
    let span = byte(*from)..byte(*to);
    Drawing::source(text).line_start(line).annotation(AnnotationKind::Primary.span(span))
}

/// A single line without terminal control characters: a document may contain any character.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(shown).collect()
}

/// Replaces characters that control a terminal or reorder text.
fn shown(c: char) -> char {
    match c {
        '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            '\u{fffd}'
        }
        c if c.is_control() => '\u{fffd}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Diagnostic, Severity, Snippet, shown};

    proptest! {
        /// Any document can be drawn, and nothing in it controls the terminal.
        #[test]
        fn no_source_reaches_the_terminal_raw(
            text in "([ab\t\r\u{7}\u{1b}\u{202e}\u{2066}\u{200f}宠\u{301}\u{1f600}]|.){0,300}",
            from in 0_usize..310,
            length in 0_usize..310,
        ) {
            let diagnostic = Diagnostic {
                code: "code",
                severity: Severity::Warning,
                is_denied: false,
                message: text.clone(),
                file: text.clone(),
                line: 3,
                column: 4,
                is_near: false,
                pointer: Some(text.clone()),
                note: text.clone(),
                help: text.clone(),
                snippet: Some(Snippet { text, from, to: from + length }),
            };
            let steers = |c: &char| *c != '\n' && shown(*c) != *c;
            prop_assert_eq!(diagnostic.to_string().chars().find(steers), None);
        }
    }
}
