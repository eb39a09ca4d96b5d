//! Maps with typed keys.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use super::enumeration::{Enumeration, from_text};
use super::shape::Shape;
use super::slot::{Model, OpenPart, Slot};
use crate::json::{DecodeError, Map, Reader, Writer};

/// A key of an object's members (JSON Schema 2020-12, `propertyNames`): an open enumeration or a
/// format.
pub trait Key: Clone + PartialEq + fmt::Debug + 'static {
    /// The name on the wire.
    fn as_text(&self) -> &str;

    /// Converts a name on the wire to a key; there is exactly one.
    fn from_text(text: &str) -> Self;
}

impl<E: Enumeration + PartialEq + fmt::Debug> Key for E {
    fn as_text(&self) -> &str {
        self.as_str()
    }

    fn from_text(text: &str) -> Self {
        from_text(text)
    }
}

/// The members of a JSON object by typed keys, in order of insertion.
///
/// Names that do not match the key type are kept too: every key type accepts any string. The
/// strings are stored, so every name is sent back unchanged.
///
/// ```
/// use callwright_runtime::{KeyedMap, format::Date};
///
/// let mut visits: KeyedMap<Date, i64> = KeyedMap::new();
/// visits.insert("2026-01-01", 3);
/// assert_eq!(visits.get(&Date::from("2026-01-01")), Some(&3));
/// ```
pub struct KeyedMap<K, T> {
    members: Map<T>,
    keys: PhantomData<fn() -> K>,
}

impl<K: Key, T> KeyedMap<K, T> {
    /// Creates an empty map.
    #[must_use]
    pub const fn new() -> Self {
        Self { members: Map::new(), keys: PhantomData }
    }

    /// The number of members.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Returns true if there are no members.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The value of a member.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&T> {
        self.members.get(key.as_text())
    }

    /// The value of a member, mutable.
    #[must_use]
    pub fn get_mut(&mut self, key: &K) -> Option<&mut T> {
        self.members.get_mut(key.as_text())
    }

    /// Returns true if the member is present.
    #[must_use]
    pub fn contains_key(&self, key: &K) -> bool {
        self.members.contains_key(key.as_text())
    }

    /// Sets a member and returns its former value; an existing member keeps its position.
    pub fn insert(&mut self, key: impl Into<K>, value: T) -> Option<T> {
        self.members.insert(key.into().as_text(), value)
    }

    /// Removes a member, preserving the order.
    pub fn remove(&mut self, key: &K) -> Option<T> {
        self.members.remove(key.as_text())
    }

    /// The members in order.
    pub fn iter(&self) -> impl Iterator<Item = (K, &T)> {
        self.members.iter().map(|(name, value)| (K::from_text(name), value))
    }

    /// The keys in order.
    pub fn keys(&self) -> impl Iterator<Item = K> {
        self.members.keys().map(K::from_text)
    }

    /// The values in order.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.members.values()
    }

    /// The members by their names on the wire.
    #[must_use]
    pub fn as_map(&self) -> &Map<T> {
        &self.members
    }

    /// The same, mutable.
    pub fn as_map_mut(&mut self) -> &mut Map<T> {
        &mut self.members
    }
}

impl<K, T> From<Map<T>> for KeyedMap<K, T> {
    fn from(members: Map<T>) -> Self {
        Self { members, keys: PhantomData }
    }
}

impl<K, T> From<KeyedMap<K, T>> for Map<T> {
    fn from(map: KeyedMap<K, T>) -> Self {
        map.members
    }
}

impl<K: Key, L: Into<K>, T, const N: usize> From<[(L, T); N]> for KeyedMap<K, T> {
    fn from(members: [(L, T); N]) -> Self {
        members.into_iter().collect()
    }
}

impl<K: Key, L: Into<K>, T> FromIterator<(L, T)> for KeyedMap<K, T> {
    fn from_iter<I: IntoIterator<Item = (L, T)>>(members: I) -> Self {
        let mut map = Self::new();
        map.extend(members);
        map
    }
}

impl<K: Key, L: Into<K>, T> Extend<(L, T)> for KeyedMap<K, T> {
    fn extend<I: IntoIterator<Item = (L, T)>>(&mut self, members: I) {
        for (key, value) in members {
            self.insert(key, value);
        }
    }
}

impl<K, T: Clone> Clone for KeyedMap<K, T> {
    fn clone(&self) -> Self {
        self.members.clone().into()
    }
}

impl<K, T> Default for KeyedMap<K, T> {
    fn default() -> Self {
        Map::new().into()
    }
}

impl<K: Key, T: fmt::Debug> fmt::Debug for KeyedMap<K, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K, T: PartialEq> PartialEq for KeyedMap<K, T> {
    fn eq(&self, other: &Self) -> bool {
        self.members == other.members
    }
}

impl<K, T: Eq> Eq for KeyedMap<K, T> {}

impl<K, T: Hash> Hash for KeyedMap<K, T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.members.hash(state);
    }
}

impl<K: Key, T: Model> Slot for KeyedMap<K, T> {
    fn blank() -> Self {
        Self::new()
    }

    fn shape(&self) -> Shape<'_> {
        self.members.shape()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.members.read(reader)
    }

    fn write(&self, writer: &mut Writer) {
        self.members.write(writer);
    }

    fn open_part(&mut self) -> OpenPart<'_> {
        self.members.open_part()
    }
}
