//! Explains why a value matches no alternative of a union.

mod look;
mod path;

use std::fmt;

pub(super) use look::Trace;
use look::look;

use super::shape::Shape;
use super::slot::Slot;
use crate::json::{DecodeError, Json, Kind};

/// The maximum number of lines of an explanation.
const LINES: usize = 64;

/// The reason why an alternative does not match a value.
///
/// ```
/// use callwright_runtime::Explanation;
///
/// fn reasons(explanation: &Explanation) -> Vec<String> {
///     let alternatives = explanation.alternatives();
///     alternatives
///         .filter_map(|(name, mismatch)| Some(format!("{name}: {}", mismatch?)))
///         .collect()
/// }
/// # let _ = reasons;
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Mismatch {
    /// It accepts no values of this kind.
    Kind(Kind),
    /// The discriminator names another alternative, or none.
    Discriminator(&'static str),
    /// A member has none of the values that are required here.
    Tag(&'static str, &'static [&'static str]),
    /// A member has the wrong kind.
    MemberKind(&'static str),
    /// A required member is missing.
    Missing(&'static str),
    /// Decoding failed.
    Decode(DecodeError),
    /// It matches, but another alternative matches better.
    Lesser,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(kind) => write!(f, "takes no value such as {}", kind.phrase()),
            Self::Discriminator(name) => {
                write!(f, "the discriminator {name:?} has another value")
            }
            Self::Tag(name, values) => write!(f, "the member {name:?} must be one of {values:?}"),
            Self::MemberKind(name) => write!(f, "the member {name:?} is of another kind"),
            Self::Missing(name) => write!(f, "the required member {name:?} is missing"),
            Self::Decode(error) => write!(f, "{error}"),
            Self::Lesser => f.write_str("another alternative fits better"),
        }
    }
}

/// The result for each alternative of a union, and for nested unions.
///
/// It is shown in at most 64 lines.
///
/// ```
/// use callwright_runtime::{Json, explain};
///
/// let value: Json = "7".parse()?;
/// // A type that is not a union has nothing to explain.
/// let explanation = explain::<i64>(&value);
/// assert_eq!(explanation.alternatives().count(), 0);
/// # Ok::<(), callwright_runtime::json::DecodeError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Explanation {
    name: &'static str,
    path: String,
    alternatives: Vec<Considered>,
    /// For a type that is not a union.
    nested: Vec<Explanation>,
}

#[derive(Clone, Debug)]
struct Considered {
    name: &'static str,
    mismatch: Option<Mismatch>,
    nested: Vec<Explanation>,
}

impl Explanation {
    /// The name of the union, or of another explained type.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The JSON path of the union's value, `$` for the explained value.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Each alternative in order, with its mismatch; `None` for the one that matches.
    pub fn alternatives(&self) -> impl Iterator<Item = (&'static str, Option<&Mismatch>)> {
        self.alternatives.iter().map(|one| (one.name, one.mismatch.as_ref()))
    }

    /// The nested unions, in the value or in an alternative of this name, that match only partly or
    /// not at all; at most four levels deep.
    pub fn nested(&self, alternative: &str) -> impl Iterator<Item = &Explanation> {
        let of = self.alternatives.iter().filter(move |one| one.name == alternative);
        self.nested.iter().chain(of.flat_map(|one| &one.nested))
    }

    /// Returns true if there is something to explain: the value, or a part of it, matches no
    /// alternative.
    fn is_notable(&self) -> bool {
        let known = self.alternatives.iter().find(|one| one.mismatch.is_none());
        known.is_none_or(|one| !one.nested.is_empty())
    }

    /// Adds a line per alternative, followed by nested unions.
    fn lines(&self, indent: usize, lines: &mut Vec<String>) {
        let space = "  ".repeat(indent);
        for Considered { name, mismatch, nested } in &self.alternatives {
            lines.push(match mismatch {
                Some(mismatch) => format!("{space}- not {name}: {mismatch}"),
                None => format!("{space}- {name}"),
            });
            self.lines_within(nested, indent + 1, lines);
        }
        self.lines_within(&self.nested, indent, lines);
    }

    fn lines_within(&self, nested: &[Explanation], indent: usize, lines: &mut Vec<String>) {
        for explanation in nested {
            // An alternative that is itself a union is already named above.
            if explanation.path != self.path {
                let space = "  ".repeat(indent);
                lines.push(format!("{space}{} at {}", explanation.name, explanation.path));
            }
            explanation.lines(indent, lines);
        }
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines = vec![self.name.to_owned()];
        self.lines(0, &mut lines);
        if lines.len() > LINES {
            lines.truncate(LINES - 1);
            lines.push("and more".to_owned());
        }
        f.write_str(&lines.join("\n"))
    }
}

/// Explains for each alternative of a union why a value, for example an unknown one, does not
/// match, including nested unions.
///
/// A type that is not a union has no alternatives, but unions within it are explained.
#[must_use]
pub fn explain<T: Slot>(value: &Json) -> Explanation {
    let mut blank = T::blank();
    let text = value.to_string();
    let (whole, within) = look(&mut blank, text.as_bytes()).unwrap_or_default();
    if let Some(explanation) = whole {
        return explanation;
    }
    let name = match blank.shape() {
        Shape::Record(table) | Shape::Sequence(table) => table.name,
        Shape::Union(table) => table.name,
        _ => std::any::type_name::<T>(),
    };
    Explanation { name, path: "$".to_owned(), alternatives: Vec::new(), nested: within }
}
