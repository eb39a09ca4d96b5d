//! Problems in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS).

use serde_json::{Value, json};

use crate::collections::IndexMap;
use crate::diagnostic::Diagnostic;

/// A log of one run: a rule per code, a result per problem.
pub(super) fn log<'r>(problems: impl Iterator<Item = &'r Diagnostic>) -> String {
    let mut rules: IndexMap<&str, Value> = IndexMap::default();
    let results: Vec<Value> = problems
        .map(|problem| {
            let help = json!({ "id": problem.code, "help": { "text": problem.help } });
            rules.entry(problem.code).or_insert(help);
            let index = rules.get_index_of(problem.code);
            result(problem, index)
        })
        .collect();
    let rules: Vec<Value> = rules.into_values().collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "callwright",
                "version": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
    .to_string()
}

fn result(problem: &Diagnostic, rule: Option<usize>) -> Value {
    let Diagnostic { code, severity, message, file, line, column, note, help, .. } = problem;
    let mut place = json!({ "artifactLocation": { "uri": uri(file) } });
    if *line > 0 {
        place["region"] = json!({ "startLine": line, "startColumn": column });
    }
    let mut location = json!({ "physicalLocation": place });
    if let Some(pointer) = &problem.pointer {
        location["logicalLocations"] = json!([{ "fullyQualifiedName": pointer }]);
    }
    json!({
        "ruleId": code,
        "ruleIndex": rule,
        "level": severity.as_str(),
        "message": { "text": format!("{message}; {note}. Help: {help}") },
        "locations": [location],
    })
}

/// A path as a relative or absolute URI reference.
fn uri(file: &str) -> String {
    let path = file.replace(std::path::MAIN_SEPARATOR, "/");
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::log;
    use crate::diagnostic::without_place;
    use crate::problem::ProblemKind;

    #[test]
    fn a_log_has_a_rule_per_code_and_a_result_per_problem() {
        let mut missing = without_place(&ProblemKind::MissingSchema, "spec/a b.yaml");
        (missing.line, missing.column, missing.pointer) = (3, 5, Some("#/a".to_owned()));
        let problems = [missing.clone(), missing, without_place(&ProblemKind::OutputInUse, "out")];
        let log: Value = serde_json::from_str(&log(problems.iter())).unwrap();
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        let ids: Vec<&Value> = rules.iter().map(|rule| &rule["id"]).collect();
        assert_eq!(ids, ["missing-schema", "output-in-use"]);
        let results = run["results"].as_array().unwrap();
        let indices: Vec<&Value> = results.iter().map(|result| &result["ruleIndex"]).collect();
        assert_eq!(indices, [0, 0, 1]);
        assert_eq!(
            results[0]["locations"],
            json!([{
                "physicalLocation": {
                    "artifactLocation": { "uri": "spec/a%20b.yaml" },
                    "region": { "startLine": 3, "startColumn": 5 },
                },
                "logicalLocations": [{ "fullyQualifiedName": "#/a" }],
            }])
        );
        assert_eq!(results[2]["level"], "error");
    }
}
