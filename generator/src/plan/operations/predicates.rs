//! Predicates of errors, in the runtime's terms.

/// Predicate names are Rust names in the runtime.
pub(crate) fn predicates(declared: &[(String, Vec<String>)]) -> Vec<(String, Vec<String>)> {
    declared.iter().map(|(name, codes)| (name.replace('-', "_"), codes.clone())).collect()
}
