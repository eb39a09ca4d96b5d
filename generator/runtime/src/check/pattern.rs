//! Patterns, compiled once per check.

#[cfg(feature = "pattern")]
use std::collections::HashMap;

/// The compiled patterns of a check.
#[derive(Default)]
pub(super) struct Patterns {
    #[cfg(feature = "pattern")]
    compiled: HashMap<&'static str, Result<regex::Regex, String>>,
}

/// The maximum memory of a compiled pattern in bytes: the document is not trusted.
#[cfg(feature = "pattern")]
const SIZE_LIMIT: usize = 1024 * 1024;

impl Patterns {
    /// Whether a pattern matches anywhere in a string (ECMA-262, as in JSON Schema); an error is
    /// the reason why that is unknown.
    ///
    /// The engine takes time linear in the string, whatever the pattern. Features that it lacks,
    /// such as look-ahead and back references, are errors.
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

    /// Without the feature `pattern`, every pattern is unknown.
    #[cfg(not(feature = "pattern"))]
    #[allow(clippy::unused_self, reason = "the feature `pattern` remembers patterns in it")]
    pub(super) fn matches(&mut self, _pattern: &'static str, _text: &str) -> Result<bool, String> {
        Err("the feature `pattern` is off".to_owned())
    }
}
