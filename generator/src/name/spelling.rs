//! Splits text of any language into words for identifiers.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_ident::is_xid_continue;
use unicode_normalization::UnicodeNormalization;

use super::lints::is_common;

/// The maximum number of characters considered.
const LIMIT: usize = 400;

/// The words of `text`, separated by symbols.
///
/// A sign before the first word counts (`+1`, `-created`), and text that only consists of symbols
/// is spelled out.
pub(super) fn plain(text: &str) -> String {
    let clean = letters(text);
    let sign = match clean.chars().next() {
        Some('+') => "plus ",
        Some('-') => "minus ",
        _ => "",
    };
    let words: String =
        clean.chars().map(|c| if is_xid_continue(c) && c != '_' { c } else { ' ' }).collect();
    if words.trim().is_empty() { spelled(text) } else { format!("{sign}{}", acronyms(&words)) }
}

/// The words of `text` with every symbol spelled out: distinguishes texts that [`plain`] cannot.
pub(super) fn spelled(text: &str) -> String {
    let mut words = String::new();
    let letters = letters(text);
    // Between words a sign is no operator.
    let within_words = letters.chars().any(char::is_alphanumeric);
    for (index, c) in letters.chars().enumerate() {
        if is_xid_continue(c) && c != '_' {
            words.push(c);
        } else {
            words.push(' ');
            words.push_str(match c {
                '-' if within_words && index > 0 => "dash",
                '<' if within_words => "lt",
                '>' if within_words => "gt",
                c => symbol(c),
            });
            words.push(' ');
        }
    }
    if words.trim().is_empty() { "empty".to_owned() } else { acronyms(&words) }
}

/// `text` in normal form, in letters that Rust admits without a warning.
///
/// Letters restricted by the Unicode security profile (UTS 39) are transliterated.
fn letters(text: &str) -> Cow<'_, str> {
    // ASCII is already in normal form.
    if text.is_ascii() {
        return Cow::Borrowed(text.get(..LIMIT).unwrap_or(text));
    }
    let normal: String = text.chars().take(LIMIT).nfkc().take(LIMIT).collect();
    if normal.is_ascii() {
        return Cow::Owned(normal);
    }
    let mut out = String::new();
    for c in normal.chars() {
        if (is_xid_continue(c) && is_common(c)) || c.is_whitespace() {
            out.push(c);
        } else {
            transliterate(c, &mut out);
        }
    }
    Cow::Owned(out)
}

/// `text` in ASCII.
pub(super) fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| transliterate(c, &mut out));
    out
}

/// Adds a character in ASCII; a word for a symbol, and the number of one that has no word.
fn transliterate(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c);
    } else if let Some(ascii) = deunicode::deunicode_char(c) {
        let apart = !is_xid_continue(c) && ascii.chars().any(char::is_alphanumeric);
        out.push_str(if apart { " " } else { "" });
        out.push_str(ascii);
        out.push_str(if apart { " " } else { "" });
    } else {
        // Writing to a string cannot fail.
        let _ = write!(out, " u{:x} ", u32::from(c));
    }
}

/// Treats an acronym with a following single letter as one word: `IDs` is `Ids`, and `UUIDv4` is
/// `UUID v4`.
fn acronyms(words: &str) -> String {
    let words = &*terms(words);
    let mut letters = words.chars().peekable();
    let mut out = String::with_capacity(words.len());
    // The start of the current run of capitals in `out`.
    let mut start = 0;
    while let Some(c) = letters.next() {
        let alone = c.is_ascii_lowercase() && letters.peek().is_none_or(|c| !c.is_lowercase());
        if alone && out.len() >= start + 2 {
            if c == 's' {
                let run = out.split_off(start + 1);
                out.push_str(&run.to_ascii_lowercase());
            } else {
                out.push(' ');
            }
        }
        out.push(c);
        if !c.is_ascii_uppercase() {
            start = out.len();
        }
    }
    out
}

/// Terms that are one word in spite of their capitals.
const TERMS: [&str; 15] = [
    "3PID",
    "GraphQL",
    "IaaS",
    "LaTeX",
    "MSISDN",
    "MySQL",
    "NoSQL",
    "OAuth",
    "OpenID",
    "PaaS",
    "PostgreSQL",
    "SaaS",
    "SQLite",
    "VoIP",
    "gRPC",
];

/// `words` with each of the terms as a word: `OAuth2` is `Oauth2`, and `To3PIDMSISDN` is `To 3pid
/// Msisdn`.
fn terms(words: &str) -> Cow<'_, str> {
    if !TERMS.iter().any(|term| words.contains(term)) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len() + 4);
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let found = TERMS.iter().find_map(|term| Some((*term, rest.strip_prefix(term)?)));
        let ends = |after: &str| !after.starts_with(char::is_lowercase);
        let last = out.chars().next_back();
        let begins = |term: &str| {
            let lower = term.starts_with(|c: char| c.is_ascii_lowercase());
            last.is_none_or(|last| !last.is_alphabetic() || (!lower && last.is_lowercase()))
        };
        match found {
            Some((term, after)) if begins(term) && ends(after) => {
                let apart = term.starts_with(|c: char| c.is_ascii_digit());
                out.push_str(if apart { " " } else { "" });
                let mut letters = term.chars();
                out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
                out.extend(letters.map(|letter| letter.to_ascii_lowercase()));
                // A digit belongs to the term, a further capital begins a word.
                out.push_str(if after.starts_with(char::is_uppercase) { " " } else { "" });
                rest = after;
            }
            _ => {
                out.push(c);
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            }
        }
    }
    Cow::Owned(out)
}

/// The name of a symbol.
fn symbol(c: char) -> &'static str {
    match c {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '%' => "percent",
        '&' => "and",
        '|' => "or",
        '!' => "not",
        '=' => "equal",
        '<' => "less",
        '>' => "greater",
        '#' => "hash",
        '$' => "dollar",
        '@' => "at",
        '^' => "caret",
        '~' => "tilde",
        '?' => "question",
        ':' => "colon",
        ';' => "semicolon",
        ',' => "comma",
        '.' => "dot",
        '\'' => "apostrophe",
        '"' => "quote",
        '`' => "backtick",
        '(' | ')' => "parenthesis",
        '[' | ']' => "bracket",
        '{' | '}' => "brace",
        '_' => "underscore",
        ' ' => "space",
        '\t' => "tab",
        '\n' => "newline",
        _ => "symbol",
    }
}
