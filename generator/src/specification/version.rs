//! Versions of the specification, one by one and as sets.

use std::fmt;

use crate::document::{Document, Kind};

/// A version whose lists of members differ from those of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Version {
    V2_0,
    V3_0,
    V3_1,
    V3_2,
}

impl Version {
    const ALL: [Self; 4] = [Self::V2_0, Self::V3_0, Self::V3_1, Self::V3_2];

    /// The version that the document states; a later one is read as the latest that is known.
    pub(crate) fn of(document: &Document) -> Option<Self> {
        let root = document.root()?;
        let stated = |key| match document.kind(document.get(root, key)?) {
            Kind::String(text) | Kind::Number(text) => Some(text.trim()),
            _ => None,
        };
        if let Some(version) = stated("openapi") {
            return Some(match version {
                "3" => Self::V3_0,
                version if version.starts_with("3.0") => Self::V3_0,
                version if version.starts_with("3.1") => Self::V3_1,
                _ => Self::V3_2,
            });
        }
        stated("swagger").map(|_| Self::V2_0)
    }

    fn name(self) -> &'static str {
        match self {
            Self::V2_0 => "2.0",
            Self::V3_0 => "3.0",
            Self::V3_1 => "3.1",
            Self::V3_2 => "3.2",
        }
    }
}

/// A set of versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Versions(u8);

impl Versions {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const V2_0: Self = Self(1);
    pub(crate) const V3_0: Self = Self(2);
    pub(crate) const V3_2: Self = Self(8);
    /// 3.1 and later.
    pub(crate) const FROM_3_1: Self = Self(4 | 8);
    /// All of OpenAPI 3.
    pub(crate) const V3: Self = Self(2 | 4 | 8);
    pub(crate) const UNTIL_3_0: Self = Self(1 | 2);
    pub(crate) const UNTIL_3_1: Self = Self(1 | 2 | 4);
    pub(crate) const ALL: Self = Self(1 | 2 | 4 | 8);

    pub(crate) fn contains(self, version: Version) -> bool {
        let bit = match version {
            Version::V2_0 => 1,
            Version::V3_0 => 2,
            Version::V3_1 => 4,
            Version::V3_2 => 8,
        };
        self.0 & bit != 0
    }
}

impl fmt::Display for Versions {
    /// `OpenAPI 2.0 and 3.0`, `OpenAPI 3.1 and later`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = Version::ALL
            .into_iter()
            .filter(|version| self.contains(*version))
            .map(Version::name)
            .collect();
        match (names.as_slice(), self.contains(Version::V3_2)) {
            ([only], _) => write!(f, "OpenAPI {only}"),
            ([first, ..], true) => write!(f, "OpenAPI {first} and later"),
            ([first, .., last], false) => write!(f, "OpenAPI {first} to {last}"),
            ([], _) => f.write_str("OpenAPI"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Versions;

    #[test]
    fn a_set_of_versions_is_named_by_its_ends() {
        let named = [Versions::V2_0, Versions::UNTIL_3_1, Versions::FROM_3_1, Versions::V3];
        assert_eq!(
            named.map(|versions| versions.to_string()),
            ["OpenAPI 2.0", "OpenAPI 2.0 to 3.1", "OpenAPI 3.1 and later", "OpenAPI 3.0 and later"]
        );
    }
}
