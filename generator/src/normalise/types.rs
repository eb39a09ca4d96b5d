//! Sets of JSON types.

use std::fmt;

/// A set of JSON Schema types; `integer` is a subset of `number`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct TypeSet(u8);

impl TypeSet {
    pub(crate) const EMPTY: Self = Self(0);
    pub(crate) const NULL: Self = Self(1);
    pub(crate) const BOOLEAN: Self = Self(2);
    pub(crate) const INTEGER: Self = Self(4);
    /// Numbers with a fraction; `NUMBER` contains both.
    const FRACTION: Self = Self(8);
    pub(crate) const NUMBER: Self = Self(4 | 8);
    pub(crate) const STRING: Self = Self(16);
    pub(crate) const ARRAY: Self = Self(32);
    pub(crate) const OBJECT: Self = Self(64);
    pub(crate) const ALL: Self = Self(127);

    const NAMED: [(&'static str, Self); 7] = [
        ("null", Self::NULL),
        ("boolean", Self::BOOLEAN),
        ("integer", Self::INTEGER),
        ("number", Self::NUMBER),
        ("string", Self::STRING),
        ("array", Self::ARRAY),
        ("object", Self::OBJECT),
    ];

    /// The type with this name in the specification.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, set)| *set)
    }

    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(crate) fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The types one by one, with `number` in place of its two parts.
    pub(crate) fn parts(self) -> Vec<Self> {
        let numeric = if self.contains(Self::FRACTION) { Self::NUMBER } else { Self::INTEGER };
        [Self::NULL, Self::BOOLEAN, numeric, Self::STRING, Self::ARRAY, Self::OBJECT]
            .into_iter()
            .filter(|part| !self.and(*part).is_empty())
            .collect()
    }
}

impl fmt::Debug for TypeSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self
            .parts()
            .into_iter()
            .filter_map(|part| Self::NAMED.iter().find(|(_, set)| *set == part));
        f.debug_set().entries(names.map(|(name, _)| name)).finish()
    }
}
