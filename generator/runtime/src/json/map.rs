//! The members of an object, in order.

use std::collections::HashMap;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Up to this many members, a scan is faster than a hash.
const SCAN_LIMIT: usize = 32;

/// The members of a JSON object by name, in order of insertion.
///
/// Maps are equal if they have the same members in any order, since the order has no meaning (RFC
/// 8259 section 4).
///
/// ```
/// use callwright_runtime::Map;
///
/// let mut counts = Map::new();
/// counts.insert("dogs", 2);
/// counts.insert("cats", 1);
/// assert_eq!(counts.get("cats"), Some(&1));
/// assert_eq!(counts.keys().collect::<Vec<_>>(), ["dogs", "cats"]);
/// ```
#[derive(Clone)]
pub struct Map<T> {
    entries: Vec<(String, T)>,
    aside: Option<Box<Aside>>,
}

/// The rarely used parts.
#[derive(Clone, Default)]
struct Aside {
    /// Index by name, used above [`SCAN_LIMIT`] members.
    index: Option<HashMap<Box<str>, usize>>,
    /// Declared members received as `null` although they are not nullable; see [`Map::keep_null`].
    nulls: Vec<&'static str>,
    /// Members that the object was received without; see [`Map::keep_absent`].
    absences: Vec<&'static str>,
}

impl<T> Map<T> {
    /// Creates an empty map.
    #[must_use]
    pub const fn new() -> Self {
        Self { entries: Vec::new(), aside: None }
    }

    /// The number of members.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Returns true if there are no members.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of a member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        self.entries.get(self.position(name)?).map(|(_, value)| value)
    }

    /// The value of a member, mutable.
    #[must_use]
    pub fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        let position = self.position(name)?;
        self.entries.get_mut(position).map(|(_, value)| value)
    }

    /// Returns true if the member is present.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.position(name).is_some()
    }

    /// The member at an index, in order of insertion.
    #[must_use]
    pub fn get_index(&self, position: usize) -> Option<(&str, &T)> {
        self.entries.get(position).map(|(name, value)| (name.as_str(), value))
    }

    /// Sets a member and returns its former value; an existing member keeps its position.
    pub fn insert(&mut self, name: impl Into<String>, value: T) -> Option<T> {
        let name = name.into();
        if let Some((_, place)) =
            self.position(&name).and_then(|position| self.entries.get_mut(position))
        {
            Some(std::mem::replace(place, value))
        } else {
            self.push(name, value);
            None
        }
    }

    fn push(&mut self, name: String, value: T) {
        let position = self.entries.len();
        if let Some(index) = self.aside.as_mut().and_then(|aside| aside.index.as_mut()) {
            index.insert(name.as_str().into(), position);
            self.entries.push((name, value));
        } else {
            self.entries.push((name, value));
            if position >= SCAN_LIMIT {
                self.reindex();
            }
        }
    }

    fn reindex(&mut self) {
        let index = (self.entries.len() > SCAN_LIMIT).then(|| {
            self.entries
                .iter()
                .enumerate()
                .map(|(at, (name, _))| (name.as_str().into(), at))
                .collect()
        });
        if index.is_some() || self.aside.is_some() {
            self.aside.get_or_insert_default().index = index;
        }
    }

    /// Removes a member, preserving the order.
    pub fn remove(&mut self, name: &str) -> Option<T> {
        let position = self.position(name)?;
        let (_, value) = self.entries.remove(position);
        self.reindex();
        Some(value)
    }

    /// Removes all members.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.aside = None;
    }

    fn position(&self, name: &str) -> Option<usize> {
        match self.aside.as_ref().and_then(|aside| aside.index.as_ref()) {
            Some(index) => index.get(name).copied(),
            None => self.entries.iter().position(|(key, _)| key == name),
        }
    }

    /// The members in order.
    #[must_use]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter(self.entries.iter())
    }

    /// The members in order, with mutable values.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut T)> {
        self.entries.iter_mut().map(|(name, value)| (name.as_str(), value))
    }

    /// The names in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(name, _)| name.as_str())
    }

    /// The values in order.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.entries.iter().map(|(_, value)| value)
    }

    /// Records that a declared member was received as `null` although it is not nullable, so that
    /// it is sent back.
    pub(crate) fn keep_null(&mut self, name: &'static str) {
        let nulls = &mut self.aside.get_or_insert_default().nulls;
        if !nulls.contains(&name) {
            nulls.push(name);
        }
    }

    /// The names recorded by [`Map::keep_null`].
    pub(crate) fn kept_nulls(&self) -> &[&'static str] {
        self.aside.as_ref().map_or(&[], |aside| &aside.nulls)
    }

    /// Records that the object was received without a member that would otherwise be sent.
    pub(crate) fn keep_absent(&mut self, name: &'static str) {
        let absences = &mut self.aside.get_or_insert_default().absences;
        if !absences.contains(&name) {
            absences.push(name);
        }
    }

    /// The names recorded by [`Map::keep_absent`].
    pub(crate) fn kept_absences(&self) -> &[&'static str] {
        self.aside.as_ref().map_or(&[], |aside| &aside.absences)
    }
}

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for Map<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<T: PartialEq> PartialEq for Map<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self.kept_nulls() == other.kept_nulls()
            && self.kept_absences() == other.kept_absences()
            && self.iter().all(|(name, value)| other.get(name) == Some(value))
    }
}

impl<T: Eq> Eq for Map<T> {}

impl<T: Hash> Hash for Map<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // A sum does not depend on the order, like equality.
        let sum = self.iter().fold(0_u64, |sum, entry| {
            let mut hasher = DefaultHasher::new();
            entry.hash(&mut hasher);
            sum.wrapping_add(hasher.finish())
        });
        (self.len(), sum).hash(state);
    }
}

/// The members of a [`Map`] in order.
#[derive(Clone, Debug)]
pub struct Iter<'a, T>(std::slice::Iter<'a, (String, T)>);

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = (&'a str, &'a T);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| (name.as_str(), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<'a, T> IntoIterator for &'a Map<T> {
    type Item = (&'a str, &'a T);
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> IntoIterator for Map<T> {
    type Item = (String, T);
    type IntoIter = std::vec::IntoIter<(String, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<K: Into<String>, T> FromIterator<(K, T)> for Map<T> {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(members: I) -> Self {
        let mut map = Self::new();
        map.extend(members);
        map
    }
}

impl<K: Into<String>, T> Extend<(K, T)> for Map<T> {
    fn extend<I: IntoIterator<Item = (K, T)>>(&mut self, members: I) {
        for (name, value) in members {
            self.insert(name, value);
        }
    }
}

impl<K: Into<String>, T, const N: usize> From<[(K, T); N]> for Map<T> {
    fn from(members: [(K, T); N]) -> Self {
        members.into_iter().collect()
    }
}
