//! Identifiers: only this module creates them, so all of them are valid Rust.

use std::fmt;
use std::sync::Arc;

use unicode_ident::{is_xid_continue, is_xid_start};
use unicode_normalization::UnicodeNormalization;

use super::casing::{Case, cased};
use super::{lints, spelling};

/// The maximum length in bytes, before suffixes; rustdoc has a file for each type, whose name file
/// systems limit to 255 bytes.
const LIMIT: usize = 180;

/// A Rust identifier.
///
/// Its text is always valid, in normalization form C, and never a keyword that cannot be raw.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Ident(Arc<str>);

impl Ident {
    /// An identifier from the words of `text`; symbols separate words.
    pub(crate) fn new(case: Case, text: &str) -> Self {
        Self::from_words(case, &spelling::plain(text))
    }

    /// An identifier with symbols spelled out: the second choice after a collision.
    pub(crate) fn spelled(case: Case, text: &str) -> Self {
        Self::from_words(case, &spelling::spelled(text))
    }

    pub(crate) fn pascal(text: &str) -> Self {
        Self::new(Case::Pascal, text)
    }

    pub(crate) fn snake(text: &str) -> Self {
        Self::new(Case::Snake, text)
    }

    /// The same name in another case.
    pub(crate) fn to_case(&self, case: Case) -> Self {
        Self::from_words(case, &self.0)
    }

    /// The first and the last words of a type's name, of at most `limit` bytes.
    pub(super) fn shortened(&self, limit: usize) -> Self {
        let words: Vec<&str> = split_at_capitals(&self.0);
        let (mut first, mut last) = (String::new(), String::new());
        let mut start = words.iter();
        for word in start.by_ref() {
            if first.len() + word.len() > limit / 2 {
                break;
            }
            first.push_str(word);
        }
        for word in start.rev() {
            if first.len() + word.len() + last.len() > limit {
                break;
            }
            last.insert_str(0, word);
        }
        if first.is_empty() || last.is_empty() {
            self.clone()
        } else {
            Self::checked(first + &last)
        }
    }

    /// The same name in ASCII.
    pub(super) fn in_ascii(&self, case: Case) -> Self {
        Self::checked(assembled(case, &spelling::ascii(&self.0)))
    }

    /// A pinned identifier: unchanged if rustc accepts it without a warning.
    pub(crate) fn pinned(case: Case, text: &str) -> Self {
        let name: String = text.nfc().collect();
        let mut chars = name.chars();
        let valid = chars.next().is_some_and(|c| is_xid_start(c) || c == '_')
            && chars.all(is_xid_continue)
            && name.chars().any(|c| c != '_')
            && lints::is_accepted(case, &name);
        if valid { Self::checked(name) } else { Self::new(case, text) }
    }

    /// The identifier with a `suffix` of ASCII letters, digits and underscores.
    pub(crate) fn with_suffix(&self, suffix: &str) -> Self {
        // The underscore of an escaped keyword, `self_`, is not needed before a suffix.
        let leads_a_word = suffix.starts_with(|c: char| c.is_ascii_uppercase() || c == '_');
        let base = if leads_a_word { self.0.trim_end_matches('_') } else { &self.0 };
        let mut name = base.to_owned();
        name.extend(suffix.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_'));
        Self::checked(name)
    }

    /// The identifier with a number: `Pet2`.
    pub(crate) fn numbered(&self, number: usize) -> Self {
        let base = self.0.trim_end_matches('_');
        let last_is_digit = base.chars().next_back().is_some_and(char::is_numeric);
        let underscore = if last_is_digit { "_" } else { "" };
        Self::checked(format!("{base}{underscore}{number}"))
    }

    /// The name without `r#`, for files and messages.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the case of its letters tells types, values and statics apart.
    pub(crate) fn has_case(&self) -> bool {
        self.0.chars().any(|c| c.is_lowercase() || c.is_uppercase())
    }

    /// Letters that rustc would warn of are transliterated, the whole name if need be.
    fn from_words(case: Case, words: &str) -> Self {
        let name = assembled(case, words);
        if name.is_ascii() || lints::is_accepted(case, &name) {
            return Self::checked(name);
        }
        Self::checked(assembled(case, &spelling::ascii(words)))
    }

    /// Escapes the keywords that cannot be raw.
    fn checked(mut name: String) -> Self {
        if matches!(&*name, "self" | "Self" | "super" | "crate" | "_" | "") {
            name.push('_');
        }
        if name.chars().all(|c| c == '_') {
            name.push('0');
        }
        Self(name.into())
    }
}

fn split_at_capitals(name: &str) -> Vec<&str> {
    let starts = name.char_indices().filter(|(at, c)| *at > 0 && c.is_uppercase());
    let ends = starts.map(|(at, _)| at).chain([name.len()]);
    let mut from = 0;
    ends.filter_map(|to| {
        let word = name.get(from..to);
        from = to;
        word
    })
    .collect()
}

/// Words as one name, which begins with a letter.
fn assembled(case: Case, words: &str) -> String {
    let mut name = cased(case, words);
    // Of ASCII, only letters, digits and underscores are left.
    if !name.is_ascii() {
        name = name.nfc().filter(|c| is_xid_continue(*c)).collect();
    }
    if name.is_empty() {
        name.push_str(if case == Case::Snake { "symbol" } else { "Symbol" });
    }
    if !name.chars().next().is_some_and(is_xid_start) {
        name.insert(0, if case == Case::Snake { 'n' } else { 'N' });
    }
    if name.len() > LIMIT {
        let end = (0..=LIMIT).rev().find(|end| name.is_char_boundary(*end)).unwrap_or(0);
        name.truncate(end);
    }
    name
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if is_keyword(&self.0) {
            f.write_str("r#")?;
        }
        f.write_str(&self.0)
    }
}

/// Strict and reserved keywords of edition 2024 that can be raw.
fn is_keyword(name: &str) -> bool {
    const KEYWORDS: [&str; 48] = [
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do",
        "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in",
        "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
        "return", "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe",
        "unsized", "use", "virtual", "where", "while", "yield",
    ];
    KEYWORDS.contains(&name)
}

#[cfg(test)]
mod tests;
