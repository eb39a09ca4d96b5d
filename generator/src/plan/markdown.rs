//! Text of strangers as `CommonMark` that rustdoc takes without a warning.
//!
//! The text is parsed as rustdoc would parse it and written anew: what has no
//! place in a Rust comment (HTML, relative links, code that would be run as a
//! test, control characters) is written as what it says.

mod block;
mod escape;
mod html;
mod inline;

use pulldown_cmark::{Options, Parser, TextMergeStream};

use block::Writer;

/// The longest text that is taken over, in bytes; the rest is cut at a line's end.
const LIMIT: usize = 24 * 1024;

/// `text` as paragraphs of safe Markdown, without a line's end at its end.
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

/// An item of a list, its text broken into lines that belong to it.
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
