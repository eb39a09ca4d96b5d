//! Why a text could not be decoded or a value could not be encoded.

use std::fmt;

use super::reader::Kind;

/// How much of a name from the wire an error message repeats, in characters.
const NAME_LIMIT: usize = 64;

/// A JSON text did not fit the place it was read into.
///
/// It says where (a path such as `$.instances[3].spec.name` and the byte
/// offset), what was expected there and what was found. It repeats names of
/// members but never the text of a string, since that may be a secret.
#[derive(Clone)]
pub struct DecodeError(Box<Detail>);

#[derive(Clone)]
struct Detail {
    reason: Reason,
    /// Innermost first: steps are pushed while the decoders return.
    path: Vec<Step>,
    offset: Option<usize>,
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
    /// The text is not JSON, or goes beyond a limit of the reader.
    #[cold]
    pub fn syntax(problem: impl Into<String>, offset: usize) -> Self {
        Self::new(Reason::Syntax(problem.into()), Some(offset))
    }

    /// A value of another JSON kind than expected stands at `offset`.
    #[cold]
    #[must_use]
    pub fn kind(expected: &str, found: Kind, offset: usize) -> Self {
        Self::unexpected(expected, found.phrase(), offset)
    }

    /// Something else than expected stands at `offset`. `found` is shown as it is: it must not hold secrets.
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

    /// A required member is missing from the object that ends at `offset`.
    #[cold]
    #[must_use]
    pub fn missing(name: &'static str, offset: usize) -> Self {
        Self::new(Reason::Missing(name), Some(offset))
    }

    fn new(reason: Reason, offset: Option<usize>) -> Self {
        Self(Box::new(Detail { reason, path: Vec::new(), offset }))
    }

    /// Adds the declared member in which it happened, on the way out.
    #[must_use]
    pub(crate) fn in_field(mut self, name: &'static str) -> Self {
        self.0.path.push(Step::Field(name));
        self
    }

    /// Adds the member in which it happened, on the way out.
    #[must_use]
    pub(crate) fn in_name(mut self, name: &str) -> Self {
        self.0.path.push(Step::Name(shortened(name)));
        self
    }

    /// Adds the element in which it happened, on the way out.
    #[must_use]
    pub(crate) fn in_index(mut self, index: usize) -> Self {
        self.0.path.push(Step::Index(index));
        self
    }

    /// True where the text itself is broken (or beyond a limit), so that no other reading of it can succeed.
    #[must_use]
    pub fn is_syntax(&self) -> bool {
        matches!(self.0.reason, Reason::Syntax(_))
    }

    /// The member of the outermost object in which it happened.
    pub(crate) fn member(&self) -> Option<&str> {
        match self.0.path.last()? {
            Step::Field(name) => Some(name),
            Step::Name(name) => Some(name),
            Step::Index(_) => None,
        }
    }

    /// The JSON path of the place, `$` for the whole text.
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

    /// What was expected at that place; `None` where the text is not JSON.
    #[must_use]
    pub fn expected(&self) -> Option<&str> {
        match &self.0.reason {
            Reason::Syntax(_) => None,
            Reason::Unexpected { expected, .. } => Some(expected),
            Reason::Missing(name) => Some(name),
        }
    }

    /// What was found there instead.
    #[must_use]
    pub fn found(&self) -> &str {
        match &self.0.reason {
            Reason::Syntax(problem) => problem,
            Reason::Unexpected { found, .. } => found,
            Reason::Missing(_) => "nothing",
        }
    }

    /// The byte offset in the text, counted from 0; `None` where the value did not come from a text.
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

/// A value has no JSON form: a floating-point number in it is infinite or not a number, or it nests too deep.
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
