//! Differences between the output folder and what is generated.

use std::path::PathBuf;

/// A way in which a file differs from what is generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Action {
    /// The file is missing, and is created.
    Create,
    /// The file has other contents, and is replaced.
    Update,
    /// The file is no longer generated, and is deleted.
    Delete,
    /// Something that callwright did not write is in the file's place. It is kept, so that nothing can be generated.
    Blocked,
}

impl Action {
    /// `create`, `update`, `delete` or `blocked`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Delete => "delete",
            Self::Blocked => "blocked",
        }
    }
}

/// A file that differs from what is generated.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The file, below the output folder.
    pub path: PathBuf,
    /// The difference.
    pub action: Action,
    /// Whether someone edited the file since callwright wrote it; such edits are lost when it is replaced or deleted.
    pub edited: bool,
    /// The current contents, unless it is missing or not a file.
    pub(super) before: Option<String>,
    /// The generated contents, unless it is deleted.
    pub(super) after: Option<String>,
}

impl Change {
    /// A change of a file whose contents do not matter.
    #[cfg(test)]
    pub(crate) fn of(path: &str, action: Action) -> Self {
        Self { path: path.into(), action, edited: false, before: None, after: None }
    }

    /// A line that names a file whose edits by hand were lost with it; `None` for any other.
    pub(crate) fn lost_edit(&self) -> Option<String> {
        let done = if self.action == Action::Delete { "deleted" } else { "replaced" };
        self.edited
            .then(|| format!("{} was edited by hand and has been {done}", self.path.display()))
    }
}
