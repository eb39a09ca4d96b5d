//! The tables of `docs/`: what they refer to is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The targets of the inline links of a text.
fn links(text: &str) -> BTreeSet<&str> {
    let parts = text.split("](").skip(1);
    parts.filter_map(|part| Some(part.split_once(')')?.0)).collect()
}

#[test]
fn every_feature_of_schemas_leads_to_its_case() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
    let text = fs::read_to_string(docs.join("schemas.md")).unwrap();
    let links = links(&text);
    let broken: Vec<&&str> = links.iter().filter(|link| !docs.join(link).exists()).collect();
    assert_eq!(broken, Vec::<&&str>::new());
    let rows = text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| the "));
    let without: Vec<&str> = rows.filter(|row| !row.contains("](../")).collect();
    assert_eq!(without, Vec::<&str>::new());
    let cases = fs::read_dir(docs.join("../tests/cases/types")).unwrap();
    let cases = cases.map(|case| case.unwrap().file_name().into_string().unwrap());
    let unnamed: Vec<String> = cases
        .filter(|case| !links.contains(format!("../tests/cases/types/{case}/api.yaml").as_str()))
        .collect();
    assert_eq!(unnamed, Vec::<String>::new());
}
