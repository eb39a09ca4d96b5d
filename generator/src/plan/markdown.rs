//! Sanitizes untrusted Markdown for rustdoc.
//!
//! The text is parsed as rustdoc would parse it and written anew. Whatever a Rust comment must not
//! contain (HTML, relative links, code that would run as a test, control characters) becomes plain
//! text.

mod block;
mod escape;
mod html;
mod inline;

use pulldown_cmark::{Options, Parser, TextMergeStream};

use block::Writer;

/// The maximum size of a text in bytes; the rest is cut at a line end.
const LIMIT: usize = 24 * 1024;

/// `text` as safe Markdown paragraphs, without a final line end.
pub(super) fn safe(text: &str) -> String {
    let clean = escape::printable(text.trim());
    if clean.is_empty() {
        return clean;
    }
    let (text, is_cut) = cut(&clean);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut writer = Writer::default();
    for event in TextMergeStream::new(Parser::new_ext(text, options)) {
        writer.event(event);
    }
    let mut out = writer.finish();
    if is_cut {
        out.push_str("\n\n…");
    }
    out
}

/// An item of a list, wrapped.
pub(super) fn list_item(text: &str) -> String {
    let mut lines = Vec::new();
    block::fill(text, &mut lines);
    format!("- {}", lines.join("\n  "))
}

fn cut(text: &str) -> (&str, bool) {
    if text.len() <= LIMIT {
        return (text, false);
    }
    let end = (0..=LIMIT).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let head = text.get(..end).unwrap_or_default();
    (head.rsplit_once('\n').map_or(head, |(lines, _)| lines), true)
}

#[cfg(test)]
mod tests;
