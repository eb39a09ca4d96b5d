//! A folder of real documents, given by `CALLWRIGHT_CORPUS`; `.ci/gates/corpus` runs this test.
//!
//! Each document generates a client with exactly its operations, at most the bytes of Rust and at
//! most the schemas typed as any JSON value that `corpus.tsv` permits. `CALLWRIGHT_UPDATE=1` writes
//! the measured values instead: growth is a decision that shows in the diff.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::zero_sized_map_values,
    reason = "a test fails by panicking; what is in an operation is skipped"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use callwright::{Generator, Outcome};
use serde::Deserialize;
use serde::de::IgnoredAny;

const METHODS: [&str; 8] = ["delete", "get", "head", "options", "patch", "post", "put", "trace"];

/// The tolerance in percent: a change of a few lines is not growth.
const TOLERANCE: u64 = 1;

/// The cost of a document: an entry of `corpus.tsv`, by the document's hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Figures {
    /// Bytes of Rust.
    bytes: u64,
    /// Schemas typed as any JSON value although the document is more specific.
    untyped: u64,
}

/// The part of a document that declares operations, read without the generator.
#[derive(Deserialize)]
struct Document {
    paths: Option<BTreeMap<String, PathItem>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum PathItem {
    Members(BTreeMap<String, IgnoredAny>),
    Other(IgnoredAny),
}

/// The pointers of the operations below `paths`.
fn operations(text: &str) -> BTreeSet<String> {
    let text = text.trim_start_matches('\u{feff}');
    let document: Document = serde_json::from_str(text)
        .map_err(|_| ())
        .or_else(|()| serde_yaml::from_str(text))
        .expect("a document is JSON or YAML");
    let mut pointers = BTreeSet::new();
    for (path, item) in document.paths.unwrap_or_default() {
        let PathItem::Members(members) = item else { continue };
        assert!(
            !members.contains_key("$ref"),
            "`{path}` refers elsewhere: teach this test to follow it"
        );
        let escaped = path.replace('~', "~0").replace('/', "~1");
        let methods = members.keys().filter(|key| METHODS.contains(&key.as_str()));
        pointers.extend(methods.map(|method| format!("#/paths/{escaped}/{method}")));
    }
    pointers
}

/// Generates the client of a document, compares its operations, and measures it.
fn generated(spec: &Path) -> Figures {
    let folder = tempfile::tempdir().unwrap();
    let (out, bindings) = (folder.path().join("out"), folder.path().join("bindings.json"));
    let report =
        Generator::new(spec).out_dir(&out).crate_name("client").bindings(&bindings).generate();
    assert_eq!(report.outcome, Outcome::Clean, "{}: {:?}", spec.display(), report.problems);
    let bindings: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(bindings).unwrap()).unwrap();
    let bound: Vec<&str> = bindings["operations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|operation| operation["pointer"].as_str().unwrap())
        .collect();
    let unique: BTreeSet<String> = bound.iter().map(|pointer| (*pointer).to_owned()).collect();
    assert_eq!(unique.len(), bound.len(), "{}: an operation is bound twice", spec.display());
    let declared = operations(&fs::read_to_string(spec).unwrap());
    assert_eq!(
        unique,
        declared,
        "{}: the operations of the client and the document",
        spec.display()
    );
    let bytes = report
        .changes
        .iter()
        .filter(|change| change.path.extension().is_some_and(|kind| kind == "rs"));
    let bytes = bytes.map(|change| fs::metadata(out.join(&change.path)).unwrap().len()).sum();
    Figures { bytes, untyped: u64::try_from(report.untyped).unwrap() }
}

/// FNV-1a over the bytes of a document, in hexadecimal.
fn hash(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}

fn table() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus.tsv")
}

fn read_table(text: &str) -> BTreeMap<String, Figures> {
    let entry = |line: &str| {
        let mut cells = line.split('\t');
        let hash = cells.next()?.to_owned();
        let (bytes, untyped) = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
        Some((hash, Figures { bytes, untyped }))
    };
    text.lines().filter(|line| !line.starts_with('#')).filter_map(entry).collect()
}

fn write_table(figures: &BTreeMap<String, Figures>) -> String {
    let mut text = String::from(
        "# hash of a document\tbytes of Rust\tschemas typed as any value unasked; `CALLWRIGHT_UPDATE=1 .ci/gates/corpus` writes this\n",
    );
    for (hash, Figures { bytes, untyped }) in figures {
        writeln!(text, "{hash}\t{bytes}\t{untyped}").unwrap();
    }
    text
}

#[test]
#[ignore = "needs a folder of documents: .ci/gates/corpus"]
fn every_document_has_its_operations_within_its_budget() {
    let folder = std::env::var_os("CALLWRIGHT_CORPUS").expect("CALLWRIGHT_CORPUS names the folder");
    let mut documents: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    documents.retain(|path| path.extension().is_some_and(|kind| kind == "json" || kind == "yaml"));
    documents.sort();
    assert!(!documents.is_empty(), "there is no document in the folder");
    let mut measured: BTreeMap<String, Figures> = BTreeMap::new();
    let mut names: BTreeMap<String, PathBuf> = BTreeMap::new();
    for document in documents {
        let hash = hash(&fs::read(&document).unwrap());
        measured.insert(hash.clone(), generated(&document));
        names.insert(hash, document);
    }
    if std::env::var_os("CALLWRIGHT_UPDATE").is_some() {
        fs::write(table(), write_table(&measured)).unwrap();
        return;
    }
    let allowed = read_table(&fs::read_to_string(table()).unwrap());
    let beyond: Vec<String> = measured
        .iter()
        .filter_map(|(hash, figures)| {
            let name = names[hash].display();
            let Some(allowed) = allowed.get(hash) else {
                return Some(format!("{name} ({hash}) has no budget"));
            };
            let most = allowed.bytes + allowed.bytes * TOLERANCE / 100;
            let within = figures.bytes <= most && figures.untyped <= allowed.untyped;
            (!within).then(|| format!("{name} ({hash}): {figures:?}, where {allowed:?} is allowed"))
        })
        .collect();
    assert_eq!(beyond, [""; 0], "`CALLWRIGHT_UPDATE=1 .ci/gates/corpus` accepts this");
}
