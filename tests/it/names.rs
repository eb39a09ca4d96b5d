//! Generated names: `tests/cases/names/CASE/` holds a document, and the public names and problems of
//! its client.

use std::fs;
use std::path::{Path, PathBuf};

use callwright::{Generator, Severity};

/// The folders of the cases.
pub(crate) fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/names");
    let mut cases: Vec<PathBuf> =
        folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// The document of a case.
pub(crate) fn document(case: &Path) -> PathBuf {
    let documents = ["api.yaml", "api.json"].map(|name| case.join(name));
    documents.into_iter().find(|path| path.exists()).unwrap()
}

/// The public items of a generated file, and the documentation of variants, in order.
fn names(source: &str) -> String {
    let mut names = String::new();
    let mut in_enum = false;
    for line in source.lines() {
        let line_start = line.trim_start();
        let shown = if in_enum { line.starts_with("    ") } else { line_start.starts_with("pub ") };
        if shown {
            names.push_str(line.trim_end_matches(['{', '(', ' ']));
            names.push('\n');
        }
        in_enum = if in_enum { line != "}" } else { line.starts_with("pub enum ") };
    }
    names
}

/// `CALLWRIGHT_UPDATE=1` replaces the expected names.
#[test]
fn every_document_has_its_names() {
    let update = std::env::var_os("CALLWRIGHT_UPDATE").is_some();
    for case in cases() {
        let out = tempfile::tempdir().unwrap();
        let generator = Generator::new(document(&case)).out_dir(out.path());
        let report = generator.crate_name("case").module(true).generate();
        assert_eq!(report.count(Severity::Error), 0, "{}", case.display());
        let mut files: Vec<PathBuf> =
            out.path().read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
        files.sort();
        let mut found = String::new();
        for file in files {
            let source = fs::read_to_string(&file).unwrap();
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            found.push_str(&format!("// {name}\n{}", names(&source)));
        }
        let problems: String =
            report.problems.iter().map(|problem| format!("{problem}\n")).collect();
        let found = found + &problems.replace(&format!("{}/", case.display()), "");
        let golden = case.join("expected.txt");
        if update {
            fs::write(&golden, &found).unwrap();
        }
        assert_eq!(fs::read_to_string(&golden).unwrap_or_default(), found, "{}", case.display());
    }
}
