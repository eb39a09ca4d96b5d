//! Errors of decoding and encoding.

use std::fmt;

use super::kind::Kind;

/// The maximum number of characters of a received name in an error.
const NAME_LIMIT: usize = 64;

/// A JSON text did not match its type.
///
/// It contains the path (such as `$.instances[3].spec.name`), the byte offset, the expected and the
/// actual value. It repeats member names but never strings, which may be secret.
///
/// ```
/// use callwright_runtime::from_json;
///
/// let error = from_json::<Vec<i64>>(br#"[1,"two"]"#).unwrap_err();
/// assert_eq!(error.path(), "$[1]");
/// assert!(!error.is_syntax());
/// ```
#[derive(Clone)]
pub struct DecodeError(Box<Detail>);

#[derive(Clone)]
struct Detail {
    reason: Reason,
    /// Innermost first: steps are added while decoders return.
    path: Vec<Step>,
    offset: Option<usize>,
    /// The integer that is too large for its type.
    integer: Option<Box<str>>,
}

#[derive(Clone)]
enum Step {
    Field(&'static str),
    Name(String),
    Index(usize),
}

#[derive(Clone)]
enum Reason {
    Syntax(String),
    Unexpected { expected: String, found: String },
    Missing(&'static str),
}

impl DecodeError {
    /// The text is not JSON, or exceeds a limit of the reader.
    #[cold]
    pub fn syntax(problem: impl Into<String>, offset: usize) -> Self {
        Self::new(Reason::Syntax(problem.into()), Some(offset))
    }

    /// The value at `offset` has another JSON kind than expected.
    #[cold]
    #[must_use]
    pub fn kind(expected: &str, found: Kind, offset: usize) -> Self {
        Self::unexpected(expected, found.phrase(), offset)
    }

    /// The value at `offset` is not the expected one. `found` is shown verbatim, so it must not
    /// contain secrets.
    #[cold]
    pub fn unexpected(
        expected: impl Into<String>,
        found: impl Into<String>,
        offset: usize,
    ) -> Self {
        Self::new(
            Reason::Unexpected { expected: expected.into(), found: found.into() },
            Some(offset),
        )
    }

    /// The integer at `offset` is too large for its type.
    #[cold]
    pub(crate) fn too_large(expected: &str, text: &str, found: String, offset: usize) -> Self {
        let mut error = Self::unexpected(expected, found, offset);
        error.0.integer = Some(text.into());
        error
    }

    /// The integer that is too large for its type, if that is the error.
    pub(crate) fn large_integer(&self) -> Option<&str> {
        self.0.integer.as_deref().filter(|_| self.0.path.is_empty())
    }

    /// A required member is missing from the object that ends at `offset`.
    #[cold]
    #[must_use]
    pub fn missing(name: &'static str, offset: usize) -> Self {
        Self::new(Reason::Missing(name), Some(offset))
    }

    fn new(reason: Reason, offset: Option<usize>) -> Self {
        Self(Box::new(Detail { reason, path: Vec::new(), offset, integer: None }))
    }

    /// Adds the enclosing declared member, on the way out.
    #[must_use]
    pub(crate) fn in_field(mut self, name: &'static str) -> Self {
        self.0.path.push(Step::Field(name));
        self
    }

    /// Adds the enclosing member, on the way out.
    #[must_use]
    pub(crate) fn in_name(mut self, name: &str) -> Self {
        self.0.path.push(Step::Name(shortened(name)));
        self
    }

    /// Adds the enclosing element, on the way out.
    #[must_use]
    pub(crate) fn in_index(mut self, index: usize) -> Self {
        self.0.path.push(Step::Index(index));
        self
    }

    /// Returns true if the text itself is malformed (or exceeds a limit), so that reading it
    /// differently cannot succeed.
    #[must_use]
    pub fn is_syntax(&self) -> bool {
        matches!(self.0.reason, Reason::Syntax(_))
    }

    /// The member of the outermost object that contains the error.
    pub(crate) fn member(&self) -> Option<&str> {
        match self.0.path.last()? {
            Step::Field(name) => Some(name),
            Step::Name(name) => Some(name),
            Step::Index(_) => None,
        }
    }

    /// The JSON path of the error, `$` for the whole text.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::from("$");
        for step in self.0.path.iter().rev() {
            match step {
                Step::Field(name) => push_name(&mut path, name),
                Step::Name(name) => push_name(&mut path, name),
                Step::Index(index) => push_index(&mut path, *index),
            }
        }
        path
    }

    /// The expected value; `None` if the text is not JSON.
    #[must_use]
    pub fn expected(&self) -> Option<&str> {
        match &self.0.reason {
            Reason::Syntax(_) => None,
            Reason::Unexpected { expected, .. } => Some(expected),
            Reason::Missing(name) => Some(name),
        }
    }

    /// The actual value.
    #[must_use]
    pub fn found(&self) -> &str {
        match &self.0.reason {
            Reason::Syntax(problem) => problem,
            Reason::Unexpected { found, .. } => found,
            Reason::Missing(_) => "nothing",
        }
    }

    /// The byte offset in the text, from 0; `None` if the value did not come from a text.
    #[must_use]
    pub fn offset(&self) -> Option<usize> {
        self.0.offset
    }
}

fn shortened(name: &str) -> String {
    match name.char_indices().nth(NAME_LIMIT) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default()),
        None => name.to_owned(),
    }
}

pub(crate) fn push_name(path: &mut String, name: &str) {
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if plain {
        path.push('.');
        path.push_str(name);
    } else {
        path.extend(["[", &format!("{name:?}"), "]"]);
    }
}

pub(crate) fn push_index(path: &mut String, index: usize) {
    path.extend(["[", &index.to_string(), "]"]);
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path();
        match &self.0.reason {
            Reason::Syntax(problem) => write!(f, "at {path}: {problem}")?,
            Reason::Unexpected { expected, found } => {
                write!(f, "at {path}: expected {expected}, found {found}")?;
            }
            Reason::Missing(name) => {
                write!(f, "at {path}: the required member {name:?} is missing")?;
            }
        }
        match self.0.offset {
            Some(offset) => write!(f, " (byte {offset})"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DecodeError({self})")
    }
}

impl std::error::Error for DecodeError {}

/// A value has no JSON form: it contains an infinite number or NaN, or it nests too deeply.
///
/// ```
/// use callwright_runtime::to_json;
///
/// let error = to_json(&vec![1.0, f64::NAN]).unwrap_err();
/// assert_eq!(error.path(), "$[1]");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodeError {
    path: String,
    problem: &'static str,
}

impl EncodeError {
    pub(crate) fn new(path: String, problem: &'static str) -> Self {
        Self { path, problem }
    }

    pub(crate) fn too_deep(path: String) -> Self {
        Self { path, problem: "arrays and objects nest more than 128 deep" }
    }

    /// The JSON path of the place.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at {}: {}", self.path, self.problem)
    }
}

impl std::error::Error for EncodeError {}
