//! Inline text with its links.

use pulldown_cmark::{CowStr, LinkType};

use super::escape;
use super::html::{self, Part};

/// A placeholder for a hard line break, until layout.
pub(super) const BREAK: char = '\u{1}';

/// Inline text under construction.
#[derive(Debug, Default)]
pub(super) struct Inline {
    pub(super) text: String,
    /// The end of each open link.
    links: Vec<String>,
    /// The marker of each open emphasis.
    marks: Vec<&'static str>,
}

impl Inline {
    /// Opens an emphasis, unless its marker would merge with another one.
    pub(super) fn begin_mark(&mut self, mark: &'static str) {
        let outermost = self.marks.iter().all(|open| open.is_empty());
        let mark = if outermost && !self.text.ends_with(['*', '~', '_']) { mark } else { "" };
        self.marks.push(mark);
        self.text.push_str(mark);
    }

    pub(super) fn end_mark(&mut self) {
        self.text.push_str(self.marks.pop().unwrap_or_default());
    }

    pub(super) fn push_text(&mut self, text: &str) {
        if self.links.is_empty() {
            escape::text(text, &mut self.text);
        } else {
            escape::plain(text, &mut self.text);
        }
    }

    pub(super) fn push_code(&mut self, text: &str) {
        if !text.trim().is_empty() {
            escape::code(&text.replace('\n', " "), &mut self.text);
        }
    }

    pub(super) fn push_html(&mut self, text: &str) {
        for part in html::parts(text) {
            match part {
                Part::Text(text) => escape::text(text, &mut self.text),
                Part::Nothing => {}
                Part::Break => self.text.push(BREAK),
                Part::Item => {
                    self.text.push(BREAK);
                    self.text.push_str("• ");
                }
            }
        }
    }

    /// Begins a link; an image becomes a link too.
    pub(super) fn begin_link(&mut self, kind: LinkType, destination: &CowStr<'_>) {
        let end = match absolute(destination) {
            Some(address) if matches!(kind, LinkType::Autolink) => {
                // An autolink: its text is its address, which `push_text` would write without
                // brackets.
                let _ = address;
                self.text.push('<');
                ">".to_owned()
            }
            Some(address) if self.links.is_empty() => {
                self.text.push('[');
                format!("]({address})")
            }
            _ if destination.is_empty() || destination.starts_with('#') => String::new(),
            _ if matches!(kind, LinkType::Email) => String::new(),
            _ => {
                let mut end = String::from(" (");
                escape::code(destination, &mut end);
                end.push(')');
                end
            }
        };
        self.links.push(end);
    }

    pub(super) fn end_link(&mut self) {
        if let Some(end) = self.links.pop() {
            // A link without text would be invisible.
            if self.text.ends_with('[') && !self.text.ends_with("\\[") {
                let address = end.trim_start_matches("](").trim_end_matches(')').to_owned();
                self.text.pop();
                self.text.extend(["<", &address, ">"]);
            } else {
                self.text.push_str(&end);
            }
        }
    }

    /// Whether the text of an autolink is being written.
    pub(super) fn in_autolink(&self) -> bool {
        self.links.last().is_some_and(|end| end == ">")
    }

    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }
}

/// The address, if it is absolute, with characters that would end the link escaped.
fn absolute(destination: &str) -> Option<String> {
    let known = ["http://", "https://", "mailto:", "ftp://"];
    if !known.iter().any(|scheme| destination.starts_with(scheme)) {
        return None;
    }
    let mut address = String::new();
    for c in destination.chars() {
        match c {
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            '(' => address.push_str("%28"),
            ')' => address.push_str("%29"),
            '\\' => address.push_str("%5C"),
            '[' => address.push_str("%5B"),
            ']' => address.push_str("%5D"),
            '`' => address.push_str("%60"),
            c if c.is_whitespace() => address.push_str("%20"),
            c => address.push(c),
        }
    }
    Some(address)
}
