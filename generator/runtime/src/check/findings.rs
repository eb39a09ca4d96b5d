//! The findings of a check.

use std::error::Error;
use std::fmt;

use super::place::Place;

/// The findings of [checking](super::check()) a value: every violation, and the constraints that
/// were not checked.
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// use callwright_runtime::check;
///
/// let pet: pets::Pet = callwright_runtime::from_json(br#"{"id":1,"name":"Rex"}"#).unwrap();
/// let findings = check(&pet);
/// assert!(findings.is_valid());
/// assert!(findings.into_result().is_ok());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "it says what is wrong with the value"]
pub struct Findings {
    violations: Vec<Violation>,
    unchecked: Vec<Unchecked>,
}

impl Findings {
    /// Returns true if there is no violation; some constraints may not have been checked.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.violations.is_empty()
    }

    /// Every violation, in the order of the value.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// The unchecked constraints: patterns without the feature `pattern` of this crate, patterns
    /// beyond its engine, comparisons of numbers with more than 128 bits of digits, and rules from
    /// a later version of the generator.
    #[must_use]
    pub fn unchecked(&self) -> &[Unchecked] {
        &self.unchecked
    }

    /// Returns an error if there is a violation; an unchecked constraint is not one.
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_valid() { Ok(()) } else { Err(self) }
    }

    pub(crate) fn append(&mut self, other: &Self) {
        self.violations.extend_from_slice(&other.violations);
        self.unchecked.extend_from_slice(&other.unchecked);
    }

    #[cold]
    pub(super) fn violated(
        &mut self,
        place: &Place<'_>,
        keyword: &'static str,
        expected: String,
        found: String,
    ) {
        let path = place.to_string();
        self.violations.push(Violation { path, keyword, expected, found });
    }

    #[cold]
    pub(super) fn unknown(&mut self, place: &Place<'_>, rule: &'static str, reason: String) {
        self.unchecked.push(Unchecked { path: place.to_string(), rule, reason });
    }
}

/// One line per violation, then one per unchecked constraint.
impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let violations = self.violations.iter().map(ToString::to_string);
        let unchecked = self.unchecked.iter().map(ToString::to_string);
        f.write_str(&violations.chain(unchecked).collect::<Vec<_>>().join("\n"))
    }
}

impl Error for Findings {}

/// A violation of a constraint.
///
/// ```
/// use callwright_runtime::check::Findings;
///
/// fn report(findings: &Findings) {
///     for violation in findings.violations() {
///         eprintln!("{} violates {}", violation.path(), violation.keyword());
///     }
/// }
/// # let _ = report;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    path: String,
    keyword: &'static str,
    expected: String,
    found: String,
}

impl Violation {
    /// The JSON path of the value, `$` for the whole. For an argument of a call it begins with
    /// `$request.body`, or with its location and name: `$request.query.limit`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The JSON Schema keyword of the constraint, such as `maxLength`.
    #[must_use]
    pub fn keyword(&self) -> &'static str {
        self.keyword
    }

    /// The expected value.
    #[must_use]
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The actual value. Strings are never repeated, since they may be secret.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, keyword: _, expected, found } = self;
        write!(f, "at {path}: expected {expected}, found {found}")
    }
}

/// An unchecked constraint.
///
/// ```
/// use callwright_runtime::check::Findings;
///
/// fn report(findings: &Findings) {
///     for unchecked in findings.unchecked() {
///         eprintln!("{}: {}", unchecked.rule(), unchecked.reason());
///     }
/// }
/// # let _ = report;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unchecked {
    path: String,
    rule: &'static str,
    reason: String,
}

impl Unchecked {
    /// The JSON path of the value, `$` for the whole.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Keyword and value, such as `pattern ^a`; empty for a part that nests too deeply.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.rule
    }

    /// The reason why it was not checked.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for Unchecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, rule, reason } = self;
        write!(f, "at {path}: {rule:?} was not checked: {reason}")
    }
}
