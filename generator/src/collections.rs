//! Sets and maps with a fast hash.
//!
//! A document chooses its own names, so the hash has a seed of its own in every run; and as no order of a run may
//! depend on it, what is iterated over is an [`IndexMap`], which keeps the order of insertion.

use foldhash::fast::RandomState;

pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;
pub(crate) type HashSet<T> = std::collections::HashSet<T, RandomState>;
pub(crate) type IndexMap<K, V> = indexmap::IndexMap<K, V, RandomState>;
pub(crate) type IndexSet<T> = indexmap::IndexSet<T, RandomState>;
