//! Predicates of errors, as the runtime has them.

/// The runtime's names of predicates are Rust names.
pub(crate) fn predicates(declared: &[(String, Vec<String>)]) -> Vec<(String, Vec<String>)> {
    declared.iter().map(|(name, codes)| (name.replace('-', "_"), codes.clone())).collect()
}
