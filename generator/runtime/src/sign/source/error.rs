use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::profile::Problem;
use super::variables::{ACCESS_KEY, CREDENTIALS_FILE, SECRET_KEY};

/// The reason why keys could not be read from the environment or a credentials file. It names
/// variables, files and lines, never their contents.
///
/// ```
/// use callwright_runtime::sign::{AkSk, KeySourceError};
///
/// let error = AkSk::from_file("/no/such/file").unwrap_err();
/// assert!(matches!(error, KeySourceError::NoFile { .. }));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeySourceError {
    /// The environment has no keys.
    NotSet,
    /// The environment has only one of the two keys.
    HalfSet {
        /// The variable of the missing key.
        missing: &'static str,
    },
    /// A variable has leading or trailing white space, contains a control character, or is not
    /// Unicode.
    Variable {
        /// The variable's name.
        variable: &'static str,
    },
    /// Neither does the environment have keys, nor does a credentials file exist.
    Nowhere {
        /// The path where the file was expected.
        path: PathBuf,
    },
    /// The home directory, where the credentials file is expected, is unknown.
    NoHome,
    /// The file does not exist.
    NoFile {
        /// The path.
        path: PathBuf,
    },
    /// The file cannot be read.
    Unreadable {
        /// Its path.
        path: PathBuf,
        /// The reason.
        kind: io::ErrorKind,
    },
    /// The file is too large for a credentials file.
    FileTooLarge {
        /// Its path.
        path: PathBuf,
        /// The maximum size in bytes.
        limit: usize,
    },
    /// The file is not UTF-8.
    NotUtf8 {
        /// Its path.
        path: PathBuf,
    },
    /// A line of the file is malformed.
    Line {
        /// The file's path.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The error in the line, and how to correct it.
        problem: &'static str,
    },
    /// The file has none of the sections that hold keys.
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
        /// The missing key.
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
