//! Documents that were damaged at random: whatever happens to one, the pipeline neither panics nor
//! hangs, and what it writes is Rust.
//!
//! `PROPTEST_CASES=100000 cargo test --release -p callwright mutation` looks longer.

mod damage;

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;

use crate::compile::compile;
use crate::load::{LoadOptions, load_text};
use crate::options::Options;
use crate::problem::Problems;
use damage::{Damage, apply};

/// Documents that use every construct the stages know, in each version of the specification.
const SEEDS: [&str; 4] = [
    include_str!("seeds/schemas-3.1.yaml"),
    include_str!("seeds/operations-3.0.yaml"),
    include_str!("seeds/unions-3.0.yaml"),
    include_str!("seeds/swagger-2.0.yaml"),
];

/// Runs all stages but `write`; gives the Rust files that do not parse.
fn unparsable(text: String) -> BTreeMap<String, String> {
    let problems = Problems::default();
    let Ok(document) = load_text("api.yaml", text, &LoadOptions::default(), &problems) else {
        return BTreeMap::new();
    };
    let compiled = compile(&document, &Options::default(), &problems);
    let broken = compiled.files.into_iter().filter_map(|(path, text)| {
        let rust = path.ends_with(".rs");
        let error = rust.then(|| syn::parse_file(&text).err()).flatten()?;
        Some((path, error.to_string()))
    });
    broken.collect()
}

fn seed(index: usize) -> Value {
    serde_yaml::from_str(SEEDS[index % SEEDS.len()]).unwrap()
}

#[test]
fn the_seeds_themselves_are_clean() {
    for text in SEEDS {
        assert_eq!(unparsable(text.to_owned()), BTreeMap::new());
    }
}

proptest! {
    #[test]
    fn a_damaged_document_still_gives_rust(
        index in 0..SEEDS.len(),
        damages in prop::collection::vec(any::<Damage>(), 1..6),
    ) {
        let mut document = seed(index);
        for damage in &damages {
            apply(&mut document, damage);
        }
        prop_assert_eq!(unparsable(document.to_string()), BTreeMap::new());
    }

    #[test]
    fn damaged_bytes_still_give_rust_or_a_refusal(
        index in 0..SEEDS.len(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<char>()), 1..12),
    ) {
        let mut text: Vec<char> = SEEDS[index].chars().collect();
        for (at, replacement) in edits {
            let at = at.index(text.len());
            text[at] = replacement;
        }
        prop_assert_eq!(unparsable(text.into_iter().collect()), BTreeMap::new());
    }
}
