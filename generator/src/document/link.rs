//! References to files that could not be used, as facts: the stage that follows one reports it.

use super::Place;

/// The reason why the file part of a reference leads to no file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum LinkFailure {
    /// The options permit only files below the folder of the document.
    Outside { file: String },
    /// The options do not permit to fetch, or the address is one that the document gives itself.
    Remote { address: String },
    /// The file cannot be found or its name cannot be followed.
    Unusable { file: String, reason: String },
    /// The document has as many files as it may.
    TooManyFiles { limit: usize },
    /// The file was found, and its content cannot be used.
    Broken { file: String, reason: String, remedy: String },
}

/// A file that was found and cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct BrokenFile {
    /// The path or address as the user would write it.
    pub(crate) name: String,
    /// What the file holds, as far as it is text.
    pub(crate) source: String,
    /// Where the reading stopped; `None` where the file is refused as a whole.
    pub(crate) place: Option<Place>,
}
