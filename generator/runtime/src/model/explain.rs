//! Why a value is none of a union's alternatives.

mod look;
mod path;

use std::fmt;

pub(crate) use look::Trace;
use look::look;

use super::shape::Shape;
use super::slot::Slot;
use crate::json::{DecodeError, Json, Kind};

/// How many lines an explanation is shown with.
const LINES: usize = 64;

/// Why one alternative does not fit a value.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Mismatch {
    /// It takes no values of this kind.
    Kind(Kind),
    /// The member that decides alone names another alternative or none.
    Discriminator(&'static str),
    /// A member has none of the values that it must have here.
    Tag(&'static str, &'static [&'static str]),
    /// A member is of a kind that it cannot have here.
    MemberKind(&'static str),
    /// A required member is not there.
    Missing(&'static str),
    /// It could not be decoded.
    Decode(DecodeError),
    /// It fits, but another one fits better.
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

/// What became of each alternative of a union for one value, and of the unions within it.
///
/// It is shown in 64 lines at most.
#[derive(Clone, Debug)]
pub struct Explanation {
    name: &'static str,
    path: String,
    alternatives: Vec<Considered>,
    /// Of a type that is no union.
    nested: Vec<Explanation>,
}

#[derive(Clone, Debug)]
struct Considered {
    name: &'static str,
    mismatch: Option<Mismatch>,
    nested: Vec<Explanation>,
}

impl Explanation {
    /// The union, or another type that was asked about.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The JSON path of the union's value, `$` for the value that was asked about.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Each alternative in order with the reason why it was refused; `None` for the one that the value is.
    pub fn alternatives(&self) -> impl Iterator<Item = (&'static str, Option<&Mismatch>)> {
        self.alternatives.iter().map(|one| (one.name, one.mismatch.as_ref()))
    }

    /// The unions within the value, or within an alternative of this name, that know it only in part or not at all;
    /// four deep at most.
    pub fn nested(&self, alternative: &str) -> impl Iterator<Item = &Explanation> {
        let of = self.alternatives.iter().filter(move |one| one.name == alternative);
        self.nested.iter().chain(of.flat_map(|one| &one.nested))
    }

    /// Whether there is anything to explain: the value is none of the alternatives, or something within it is not.
    fn is_notable(&self) -> bool {
        let known = self.alternatives.iter().find(|one| one.mismatch.is_none());
        known.is_none_or(|one| !one.nested.is_empty())
    }

    /// Adds a line for each alternative, with those of the unions within it below.
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
            // The alternative itself, where it is a union, has its name above.
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

/// Says for each alternative of a union why a value is not decoded as it, for instance for one kept as unknown, and the
/// same of the unions within an alternative.
///
/// What is no union has no alternatives, but unions within it are explained as well.
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
