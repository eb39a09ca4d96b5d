//! Facts about references to files that cannot be used; the stage that follows such a reference
//! reports it.

use super::Place;

/// The reason why the file part of a reference leads to no file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum LinkFailure {
    /// The options only permit files below the document's folder.
    Outside { file: String },
    /// The options do not permit fetching, or the address is an identifier that the document itself
    /// defines.
    Remote { address: String },
    /// The address was not answered with a file.
    #[cfg_attr(not(feature = "remote"), expect(dead_code, reason = "nothing is fetched"))]
    Unfetched { address: String, reason: String },
    /// The file does not exist, or its name cannot be resolved.
    Unusable { file: String, reason: String, remedy: Option<String> },
    /// The document has reached the limit of files.
    TooManyFiles { limit: usize },
    /// The file was found, but its content cannot be used.
    Broken { file: String, reason: String, remedy: String },
}

/// A file that was found but cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct BrokenFile {
    /// The path or address, as the user would write it.
    pub(crate) name: String,
    /// The content of the file, if it is text.
    pub(crate) source: String,
    /// The position of the failure; `None` if the whole file is rejected.
    pub(crate) place: Option<Place>,
}
