use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::profile::Problem;
use super::{ACCESS_KEY, CREDENTIALS_FILE, SECRET_KEY};

/// Why no keys could be taken from the environment or a credentials file. It
/// names variables, files and lines, never what is in them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeySourceError {
    /// The environment has no keys.
    NotSet,
    /// The environment has one key of the two.
    HalfSet {
        /// The variable of the other.
        missing: &'static str,
    },
    /// A variable has white space at an end, or a control character, or is no
    /// Unicode text.
    Variable {
        /// Its name.
        variable: &'static str,
    },
    /// Neither the environment has keys, nor is there a credentials file.
    Nowhere {
        /// Where the file would be.
        path: PathBuf,
    },
    /// The home directory, where the credentials file would be, is not known.
    NoHome,
    /// There is no file at this path.
    NoFile {
        /// The path.
        path: PathBuf,
    },
    /// The file cannot be read.
    Unreadable {
        /// Its path.
        path: PathBuf,
        /// Why.
        kind: io::ErrorKind,
    },
    /// The file is too large for a credentials file.
    FileTooLarge {
        /// Its path.
        path: PathBuf,
        /// The most bytes that are read.
        limit: usize,
    },
    /// The file is no UTF-8.
    NotUtf8 {
        /// Its path.
        path: PathBuf,
    },
    /// A line of the file is not as it has to be.
    Line {
        /// The file's path.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it, and what to do.
        problem: &'static str,
    },
    /// The file has neither of the sections that hold keys.
    NoSection {
        /// Its path.
        path: PathBuf,
    },
    /// The section lacks a key, or its value is empty.
    NoKey {
        /// The file's path.
        path: PathBuf,
        /// The line where the section begins, from 1.
        line: usize,
        /// The section's name.
        section: &'static str,
        /// What is missing.
        key: &'static str,
    },
}

impl KeySourceError {
    pub(super) fn in_file(path: &Path, problem: Problem) -> Self {
        let path = path.to_owned();
        match problem {
            Problem::Line(line, problem) => Self::Line { path, line, problem },
            Problem::NoSection => Self::NoSection { path },
            Problem::NoKey { section, line, key } => Self::NoKey { path, line, section, key },
        }
    }
}

impl fmt::Display for KeySourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotSet => write!(
                f,
                "the environment has no keys; set {ACCESS_KEY} to the access key and {SECRET_KEY} \
                 to the secret key"
            ),
            Self::HalfSet { missing } => {
                let other = if *missing == ACCESS_KEY { SECRET_KEY } else { ACCESS_KEY };
                write!(f, "{other} is set, but {missing} is not; set both or neither")
            }
            Self::Variable { variable } => write!(
                f,
                "the value of {variable} begins or ends with white space, or holds characters \
                 that no key has; set it again without them"
            ),
            Self::Nowhere { path } => write!(
                f,
                "there are no keys; set {ACCESS_KEY} and {SECRET_KEY}, or write `ak = …` and `sk \
                 = …` under [basic] to {}",
                path.display()
            ),
            Self::NoHome => write!(
                f,
                "the home directory is not known; set {CREDENTIALS_FILE} to the path of the \
                 credentials file, or {ACCESS_KEY} and {SECRET_KEY} to the keys"
            ),
            Self::NoFile { path } => write!(
                f,
                "there is no credentials file at {}; write it, or set {CREDENTIALS_FILE} to its \
                 path",
                path.display()
            ),
            Self::Unreadable { path, kind } => {
                write!(f, "the credentials file {} cannot be read: {kind}", path.display())
            }
            Self::FileTooLarge { path, limit } => write!(
                f,
                "{} has more than {limit} bytes, which no credentials file has; is the path right?",
                path.display()
            ),
            Self::NotUtf8 { path } => {
                write!(f, "{} is no UTF-8; save it again in that encoding", path.display())
            }
            Self::Line { path, line, problem } => {
                write!(f, "{}:{line}: {problem}", path.display())
            }
            Self::NoSection { path } => write!(
                f,
                "{} has no section [basic] or [global]; write `ak = …` and `sk = …` under [basic]",
                path.display()
            ),
            Self::NoKey { path, line, section, key } => write!(
                f,
                "{}:{line}: the section [{section}] has no `{key}`; add a line `{key} = …`",
                path.display()
            ),
        }
    }
}

impl std::error::Error for KeySourceError {}
