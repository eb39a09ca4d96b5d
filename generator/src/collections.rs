//! Sets and maps with a fast hash.
//!
//! The document chooses the keys, so every run has its own seed. Output must not depend on the
//! order of a hash map, so iteration uses [`IndexMap`], which keeps the order of insertion.

use foldhash::fast::RandomState;

pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;
pub(crate) type HashSet<T> = std::collections::HashSet<T, RandomState>;
pub(crate) type IndexMap<K, V> = indexmap::IndexMap<K, V, RandomState>;
pub(crate) type IndexSet<T> = indexmap::IndexSet<T, RandomState>;
