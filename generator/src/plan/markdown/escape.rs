//! Escapes characters with a meaning in Markdown.

use crate::plan::printable::is_unfit;

/// Removes characters that a comment must not contain.
pub(super) fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\t' => out.push_str("    "),
            '\n' => out.push('\n'),
            // The end of a line, alone or before a line feed.
            '\r' if rest.peek() != Some(&'\n') => out.push('\n'),
            '\u{2028}' | '\u{2029}' | '\u{85}' => out.push(' '),
            c if is_unfit(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Plain text, with bare URLs as links.
pub(super) fn text(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(start) = address_start(rest) {
        let (before, from) = rest.split_at(start);
        plain(before, out);
        let (address, after) = from.split_at(address_length(from));
        if address.len() > "https://".len() {
            out.push('<');
            out.push_str(address);
            out.push('>');
        } else {
            plain(address, out);
        }
        rest = after;
    }
    plain(rest, out);
}

fn address_start(text: &str) -> Option<usize> {
    [text.find("http://"), text.find("https://")].into_iter().flatten().min()
}

/// The length of the URL at the start of `text`: up to a space or a bracket, without sentence
/// punctuation at its end.
fn address_length(text: &str) -> usize {
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '\\' | '|' | '*'))
        .unwrap_or(text.len());
    let address = text.get(..end).unwrap_or_default();
    let mut trimmed = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
    for (open, close) in [('(', ')'), ('[', ']')] {
        if trimmed.ends_with(close) && !trimmed.contains(open) {
            trimmed = trimmed.trim_end_matches([close, '.', ',', ';', ':']);
        }
    }
    trimmed.len()
}

/// Text escaped for `CommonMark`.
pub(super) fn plain(text: &str, out: &mut String) {
    let mut previous = out.chars().next_back();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let escaped = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' => true,
            // Within a word it is not an emphasis.
            '_' => !(word(previous) && word(next)),
            '&' => word(next) || next == Some('#'),
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(c);
        previous = Some(c);
    }
}

/// Text as code, whatever backticks it holds.
pub(super) fn code(text: &str, out: &mut String) {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    for part in [&*fence, space, text, space, &*fence] {
        out.push_str(part);
    }
}

/// Escapes the start of a paragraph, so that it does not begin a list or a heading.
pub(super) fn lead(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match (digits, line.chars().next(), line.get(digits..)) {
        (0, Some('-' | '+' | '#' | '>' | '=' | ':'), _) => format!("\\{line}"),
        (1.., _, Some(rest)) if rest.starts_with(['.', ')']) => {
            format!("{}\\{rest}", line.get(..digits).unwrap_or_default())
        }
        _ => line.to_owned(),
    }
}

/// Whether a line can wrap before this word without changing the meaning.
pub(super) fn may_lead(word: &str) -> bool {
    match word.chars().next() {
        Some('\\' | '(' | '"' | '\'' | '[' | '&' | '<') => true,
        Some('`') => !word.starts_with("``"),
        Some('*') => word.chars().any(char::is_alphanumeric),
        Some(c) if c.is_ascii_digit() => !word.ends_with(['.', ')']),
        Some(c) => c.is_alphanumeric(),
        None => false,
    }
}
