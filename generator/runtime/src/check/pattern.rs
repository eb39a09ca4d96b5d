//! Patterns of strings, each compiled once for a check.

#[cfg(feature = "pattern")]
use std::collections::HashMap;

/// The patterns that a check has met.
#[derive(Default)]
pub(super) struct Patterns {
    #[cfg(feature = "pattern")]
    compiled: HashMap<&'static str, Result<regex::Regex, String>>,
}

/// The most memory that one compiled pattern may take, in bytes: the document is not trusted.
#[cfg(feature = "pattern")]
const SIZE_LIMIT: usize = 1024 * 1024;

impl Patterns {
    /// Whether a pattern matches somewhere in a text (ECMA-262, as JSON Schema has it); an error says why that is not
    /// known.
    ///
    /// The engine takes time linear in the text, whatever the pattern. What it cannot express, such as a look-ahead or a
    /// reference back, is an error.
    #[cfg(feature = "pattern")]
    pub(super) fn matches(&mut self, pattern: &'static str, text: &str) -> Result<bool, String> {
        let compiled = self.compiled.entry(pattern).or_insert_with(|| {
            let translated = super::ecma::translate(pattern)?;
            regex::RegexBuilder::new(&translated)
                .size_limit(SIZE_LIMIT)
                .build()
                .map_err(|error| format!("the pattern is not understood: {error}"))
        });
        compiled.as_ref().map(|regex| regex.is_match(text)).map_err(Clone::clone)
    }

    /// Nothing is known of any pattern.
    #[cfg(not(feature = "pattern"))]
    #[allow(clippy::unused_self, reason = "the feature `pattern` remembers patterns in it")]
    pub(super) fn matches(&mut self, _pattern: &'static str, _text: &str) -> Result<bool, String> {
        Err("the feature `pattern` is off".to_owned())
    }
}
