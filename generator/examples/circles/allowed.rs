//! The list of allowed circles: paragraphs of files, each paragraph opened by its reason after `#`.

use std::collections::{BTreeMap, BTreeSet};

/// Reads the list: the files of each circle with the reason why it stays.
pub(crate) fn parse(text: &str) -> Result<BTreeMap<BTreeSet<String>, String>, String> {
    let mut circles = BTreeMap::new();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    for paragraph in lines.split(|line| line.is_empty()) {
        let (reason, files): (Vec<&str>, Vec<&str>) =
            paragraph.iter().partition(|line| line.starts_with('#'));
        let reason = reason.iter().map(|line| line.trim_start_matches('#').trim());
        let reason = reason.collect::<Vec<_>>().join(" ");
        match files.first() {
            None => {}
            Some(first) if reason.is_empty() => {
                return Err(format!("the circle of {first} has no reason"));
            }
            Some(_) => {
                circles.insert(files.into_iter().map(str::to_owned).collect(), reason);
            }
        }
    }
    Ok(circles)
}

/// One sentence for each circle that is found and not listed, or listed and not found.
pub(crate) fn compare(
    allowed: &BTreeMap<BTreeSet<String>, String>,
    found: &BTreeSet<BTreeSet<String>>,
) -> Vec<String> {
    let names = |circle: &BTreeSet<String>| {
        circle.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
    };
    let new = found.iter().filter(|circle| !allowed.contains_key(*circle)).map(|circle| {
        format!("new circle: {}; break it, or list it with the reason why it stays", names(circle))
    });
    let gone = allowed
        .keys()
        .filter(|circle| !found.contains(*circle))
        .map(|circle| format!("no longer a circle: {}; remove it from the list", names(circle)));
    new.chain(gone).collect()
}
