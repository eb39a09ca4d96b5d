//! The places of schemas, in words.

/// The words of the place that a schema has in its document, which its type is named after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PlaceWords {
    /// As short as reads well.
    pub(crate) short: String,
    /// In full, for places whose short words are the same.
    pub(crate) full: String,
}

impl PlaceWords {
    /// Appends a word to both.
    pub(crate) fn push(&mut self, word: &str) {
        self.push_short(word);
        self.push_full(word);
    }

    pub(crate) fn push_short(&mut self, word: &str) {
        self.short.push(' ');
        self.short.push_str(word);
    }

    pub(crate) fn push_full(&mut self, word: &str) {
        self.full.push(' ');
        self.full.push_str(word);
    }
}
