use std::fmt;
use std::path::{Path, PathBuf};

use super::report::{RecordedRequest, UnmatchedRequest};
use crate::transport::BoxError;

/// The kinds of failure of a replay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReplayErrorKind {
    /// A file cannot be read or written, or is too large.
    File,
    /// The input is not HAR 1.2.
    Har,
    /// An entry cannot be replayed.
    Entry,
    /// The server cannot listen, or failed.
    Server,
    /// The requests do not match the recording.
    Verification,
}

/// The reason why a recording cannot be read, written or served, or was not followed.
///
/// ```
/// use callwright_runtime::replay::{Replay, ReplayErrorKind};
///
/// let error = "not HAR".parse::<Replay>().unwrap_err();
/// assert_eq!(error.kind(), ReplayErrorKind::Har);
/// ```
pub struct ReplayError(Box<Inner>);

#[derive(Debug)]
struct Inner {
    kind: ReplayErrorKind,
    path: Option<PathBuf>,
    entry: Option<usize>,
    detail: String,
    source: Option<BoxError>,
    unmatched: Vec<UnmatchedRequest>,
    unused: Vec<RecordedRequest>,
}

impl ReplayError {
    pub(super) fn new(kind: ReplayErrorKind, detail: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            path: None,
            entry: None,
            detail: detail.into(),
            source: None,
            unmatched: Vec::new(),
            unused: Vec::new(),
        }))
    }

    pub(super) fn because(mut self, source: impl Into<BoxError>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    pub(super) fn in_file(mut self, path: &Path) -> Self {
        self.0.path = Some(path.to_owned());
        self
    }

    pub(super) fn at_entry(mut self, index: usize) -> Self {
        self.0.kind = ReplayErrorKind::Entry;
        self.0.entry = Some(index);
        self
    }

    pub(super) fn verification(
        unmatched: Vec<UnmatchedRequest>,
        unused: Vec<RecordedRequest>,
    ) -> Self {
        let list = |items: Vec<String>| items.join("; ");
        let mut parts = Vec::new();
        if !unmatched.is_empty() {
            let named = list(unmatched.iter().map(ToString::to_string).collect());
            parts.push(format!("requests without a recorded exchange: {named}"));
        }
        if !unused.is_empty() {
            let named = list(unused.iter().map(ToString::to_string).collect());
            parts.push(format!("recorded exchanges that were not used: {named}"));
        }
        let mut error = Self::new(ReplayErrorKind::Verification, parts.join("; "));
        error.0.unmatched = unmatched;
        error.0.unused = unused;
        error
    }

    /// The kind of failure.
    #[must_use]
    pub fn kind(&self) -> ReplayErrorKind {
        self.0.kind
    }

    /// The file, if there is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.0.path.as_deref()
    }

    /// The index in `log.entries`, from 0, of the invalid entry.
    #[must_use]
    pub fn entry(&self) -> Option<usize> {
        self.0.entry
    }

    /// The requests that matched no recorded exchange.
    #[must_use]
    pub fn unmatched(&self) -> &[UnmatchedRequest] {
        &self.0.unmatched
    }

    /// The unused recorded requests.
    #[must_use]
    pub fn unused(&self) -> &[RecordedRequest] {
        &self.0.unused
    }
}

/// `pets.har: log.entries[3]: the URL is not one of http or https`
impl fmt::Display for ReplayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { path, entry, detail, .. } = &*self.0;
        if let Some(path) = path {
            write!(f, "{}: ", path.display())?;
        }
        if let Some(entry) = entry {
            write!(f, "log.entries[{entry}]: ")?;
        }
        f.write_str(detail)
    }
}

/// Prints the same as `Display`, since a test that unwraps an error prints this one.
impl fmt::Debug for ReplayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReplayError({:?}, {self})", self.0.kind)
    }
}

impl std::error::Error for ReplayError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let source: &(dyn std::error::Error + 'static) = self.0.source.as_deref()?;
        Some(source)
    }
}
