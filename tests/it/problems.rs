//! Every problem in full: `generator/problems/CODE/` holds a document and its expected report.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use callwright::{Generator, Outcome, Severity};

fn cases() -> PathBuf {
    // Without `..`, since reports name files without it.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("generator/problems")
}

/// The folders with a document. The generator's own tests hold the other examples: those of arguments, folders and limits.
fn folders() -> BTreeSet<String> {
    let entries = fs::read_dir(cases()).unwrap().map(|entry| entry.unwrap());
    let has_document = |entry: &fs::DirEntry| {
        ["api.yaml", "api.json"].iter().any(|name| entry.path().join(name).exists())
    };
    let folders = entries.filter(has_document);
    folders.map(|entry| entry.file_name().into_string().unwrap()).collect()
}

/// The report about the document in a folder, with paths relative to it.
fn reported(folder: &Path) -> String {
    let spec = ["api.yaml", "api.json"].map(|name| folder.join(name));
    let spec = spec.iter().find(|path| path.exists()).unwrap();
    let out = tempfile::tempdir().unwrap();
    let overlay = Some(folder.join("overlay.yaml")).filter(|path| path.exists());
    let generator = Generator::new(spec).out_dir(out.path()).crate_name("case");
    let report = overlay.into_iter().fold(generator, Generator::overlay).check();
    let fatal = report.count(Severity::Error) > 0;
    assert_eq!(report.outcome == Outcome::Refused, fatal, "{}", folder.display());
    let text: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
    text.join("\n").replace(&format!("{}/", folder.display()), "")
}

/// `CALLWRIGHT_UPDATE=1` replaces the expected report.
#[test]
fn every_problem_is_reported_in_full() {
    let update = std::env::var_os("CALLWRIGHT_UPDATE").is_some();
    let mut differing = Vec::new();
    for code in folders() {
        let folder = cases().join(&code);
        let expected_path = folder.join("expected.txt");
        let reported = reported(&folder);
        let expected = fs::read_to_string(&expected_path).unwrap_or_default();
        if reported == expected {
            continue;
        }
        if update {
            fs::write(&expected_path, &reported).unwrap();
        } else {
            differing.push(format!("{code}: expected\n{expected}\nreported\n{reported}"));
        }
    }
    assert_eq!(differing, Vec::<String>::new());
}

#[test]
fn every_case_reports_its_code() {
    for code in folders().iter().filter(|folder| *folder != "several-at-once") {
        let expected = fs::read_to_string(cases().join(code).join("expected.txt")).unwrap();
        let starts = ["error", "warning", "note"].map(|severity| format!("{severity}[{code}]: "));
        let named = expected.lines().any(|line| starts.iter().any(|start| line.starts_with(start)));
        assert!(named, "the case `{code}` does not report its code:\n{expected}");
    }
}
