//! Constraints: keywords that narrow a type without changing it (JSON Schema 2020-12 validation,
//! section 6).

/// A constraint keyword with its value. Numbers keep their notation.
///
/// `normalise` reads it, `plan::docs` words it, and `plan::types` encodes it for the runtime, which
/// checks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Constraint {
    Minimum(String),
    ExclusiveMinimum(String),
    Maximum(String),
    ExclusiveMaximum(String),
    MultipleOf(String),
    MinLength(Count),
    MaxLength(Count),
    MinItems(Count),
    MaxItems(Count),
    MinProperties(Count),
    MaxProperties(Count),
    Pattern(String),
    UniqueItems,
    Format(Format),
    PropertyNames(PropertyNames),
    Condition(Condition),
    /// The minimum number of items that match `contains`, unless it is 1, which `contains` implies.
    MinContains(Count),
}

impl Constraint {
    /// Whether the runtime can check it.
    pub(crate) fn is_checkable(&self) -> bool {
        match self {
            Self::Minimum(_)
            | Self::ExclusiveMinimum(_)
            | Self::Maximum(_)
            | Self::ExclusiveMaximum(_)
            | Self::MultipleOf(_)
            | Self::MinLength(_)
            | Self::MaxLength(_)
            | Self::MinItems(_)
            | Self::MaxItems(_)
            | Self::MinProperties(_)
            | Self::MaxProperties(_)
            | Self::Pattern(_)
            | Self::UniqueItems
            | Self::Format(_)
            | Self::PropertyNames(_) => true,
            Self::Condition(_) | Self::MinContains(_) => false,
        }
    }
}

/// A count of characters, items or members, in decimal digits, since documents exceed any integer
/// type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Count(String);

impl Count {
    /// Parses a whole number from 0, possibly with a zero fraction or an exponent.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Self(text.to_owned()));
        }
        let value: f64 = text.parse().ok()?;
        // Adding zero turns -0 into 0.
        (value >= 0.0 && value.fract() == 0.0).then(|| Self((value + 0.0).to_string()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.0.bytes().all(|byte| byte == b'0')
    }

    /// The number, if a collection can have that size.
    pub(crate) fn as_usize(&self) -> Option<usize> {
        self.0.parse().ok()
    }
}

/// String formats that the runtime checks (JSON Schema 2020-12 validation, section 7.3; `OpenAPI`'s
/// `byte`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    DateTime,
    Date,
    Time,
    Duration,
    Uuid,
    Uri,
    UriReference,
    Iri,
    IriReference,
    Byte,
    Email,
    Hostname,
    Ipv4,
    Ipv6,
}

impl Format {
    #[cfg(test)]
    pub(crate) const ALL: [Self; 14] = [
        Self::DateTime,
        Self::Date,
        Self::Time,
        Self::Duration,
        Self::Uuid,
        Self::Uri,
        Self::UriReference,
        Self::Iri,
        Self::IriReference,
        Self::Byte,
        Self::Email,
        Self::Hostname,
        Self::Ipv4,
        Self::Ipv6,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::DateTime => "date-time",
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Uuid => "uuid",
            Self::Uri => "uri",
            Self::UriReference => "uri-reference",
            Self::Iri => "iri",
            Self::IriReference => "iri-reference",
            Self::Byte => "byte",
            Self::Email => "email",
            Self::Hostname => "hostname",
            Self::Ipv4 => "ipv4",
            Self::Ipv6 => "ipv6",
        }
    }
}

/// Constraints on the member names of an object: `propertyNames` (JSON Schema 2020-12, section
/// 10.3.2.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PropertyNames {
    /// The permitted names, if listed.
    pub(crate) listed: Option<Vec<String>>,
    /// Any `format`, as written.
    pub(crate) format: Option<String>,
    /// The constraints on each name.
    pub(crate) constraints: Vec<Constraint>,
}

/// Keywords that restrict values by schemas or by other members. They are documented, but not
/// checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    Not,
    If,
    DependentRequired,
    DependentSchemas,
    /// The two variants above in one, as JSON Schema wrote them before 2019-09.
    Dependencies,
    Contains,
}

impl Condition {
    pub(crate) const ALL: [Self; 6] = [
        Self::Not,
        Self::If,
        Self::DependentRequired,
        Self::DependentSchemas,
        Self::Dependencies,
        Self::Contains,
    ];

    pub(crate) fn keyword(self) -> &'static str {
        match self {
            Self::Not => "not",
            Self::If => "if",
            Self::DependentRequired => "dependentRequired",
            Self::DependentSchemas => "dependentSchemas",
            Self::Dependencies => "dependencies",
            Self::Contains => "contains",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_a_whole_number_however_it_is_written() {
        let read = |text| Count::parse(text).map(|count| count.as_str().to_owned());
        assert_eq!(read("12"), Some("12".to_owned()));
        assert_eq!(read("1.2e1"), Some("12".to_owned()));
        assert_eq!(read("-0.0"), Some("0".to_owned()));
        assert_eq!(read("99999999999999999999"), Some("99999999999999999999".to_owned()));
        assert_eq!(["-1", "1.5", "x", "", "inf"].map(read), [const { None }; 5]);
    }
}
