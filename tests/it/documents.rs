//! The pages below `docs/`: their links, and the tests that they refer to.

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

/// The rows of all tables of a page, without their headers.
fn rows(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.lines().collect();
    let is_header = |at: usize| lines.get(at + 1).is_some_and(|next| next.starts_with("|---"));
    let rows =
        lines.iter().enumerate().filter(|(at, line)| line.starts_with("| ") && !is_header(*at));
    rows.map(|(_, line)| *line).collect()
}

/// Every row of the page about HTTP links to its test.
#[test]
fn every_feature_of_http_links_to_its_test() {
    let text = fs::read_to_string(docs().join("wire.md")).unwrap();
    let rows = rows(&text);
    assert!(rows.len() > 50, "only {} rows were found", rows.len());
    let without: Vec<&str> = rows.into_iter().filter(|row| links(row).is_empty()).collect();
    assert_eq!(without, Vec::<&str>::new());
}

/// Every row of the page about schemas links to a case, and every case of types is linked.
#[test]
fn every_feature_of_schemas_links_to_its_case() {
    let text = fs::read_to_string(docs().join("schemas.md")).unwrap();
    let rows = rows(&text);
    assert!(rows.len() > 30, "only {} rows were found", rows.len());
    let without: Vec<&str> = rows.into_iter().filter(|row| !row.contains("](../")).collect();
    assert_eq!(without, Vec::<&str>::new());
    let links = links(&text);
    let cases = fs::read_dir(docs().join("../tests/cases/types")).unwrap();
    let cases = cases.map(|case| case.unwrap().file_name().into_string().unwrap());
    let unlinked: Vec<String> = cases
        .filter(|case| !links.contains(&format!("../tests/cases/types/{case}/api.yaml").as_str()))
        .collect();
    assert_eq!(unlinked, Vec::<String>::new());
}
