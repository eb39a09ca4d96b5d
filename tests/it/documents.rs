//! The pages under `docs/`: what they link to is there.

use std::fs;
use std::path::{Path, PathBuf};

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs")
}

/// The targets of the links of a Markdown text that lead to files.
fn links(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let files = targets.filter(|target| !target.contains("://") && !target.starts_with('#'));
    files.map(|target| target.split('#').next().unwrap_or_default()).collect()
}

#[test]
fn every_link_leads_to_a_file() {
    let mut looked_at = 0;
    let mut broken = Vec::new();
    for entry in fs::read_dir(docs()).unwrap() {
        let page = entry.unwrap().path();
        let text = fs::read_to_string(&page).unwrap();
        for target in links(&text) {
            looked_at += 1;
            if !docs().join(target).is_file() {
                broken.push(format!("{}: {target}", page.display()));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
    assert!(looked_at > 50, "only {looked_at} links were found");
}

/// A row about what travels names what shows it.
#[test]
fn every_row_about_the_wire_is_shown() {
    let text = fs::read_to_string(docs().join("wire.md")).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| ") && !line.ends_with("shown by |"));
    let without: Vec<&str> = rows.filter(|row| links(row).is_empty()).collect();
    assert_eq!(without, Vec::<&str>::new());
}

/// Each row of the table of schemas leads to a case, and each case of types stands in it.
#[test]
fn every_feature_of_schemas_leads_to_its_case() {
    let text = fs::read_to_string(docs().join("schemas.md")).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| the "));
    let without: Vec<&str> = rows.filter(|row| !row.contains("](../")).collect();
    assert_eq!(without, Vec::<&str>::new());
    let links = links(&text);
    let cases = fs::read_dir(docs().join("../tests/cases/types")).unwrap();
    let cases = cases.map(|case| case.unwrap().file_name().into_string().unwrap());
    let unnamed: Vec<String> = cases
        .filter(|case| !links.contains(&format!("../tests/cases/types/{case}/api.yaml").as_str()))
        .collect();
    assert_eq!(unnamed, Vec::<String>::new());
}
