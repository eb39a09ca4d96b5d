//! The places of schemas, in words.

/// The words of a schema's place in the document, from which its type is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PlaceWords {
    /// The short form, if it is unique.
    pub(crate) short: String,
    /// The place as its readers know it: `Pet.tags[]`; empty for what has a name itself.
    pub(crate) path: String,
    /// The full form, for places with equal short forms.
    pub(crate) full: String,
}

impl PlaceWords {
    /// The words of what has this name.
    pub(crate) fn of(name: &str) -> Self {
        Self { short: name.to_owned(), full: name.to_owned(), path: String::new() }
    }

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
