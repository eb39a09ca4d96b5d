//! The explanation of each code: its row of the list of problems, and the report of an example.

use crate::problem::{CODES, EXAMPLES, severity_of};

/// The list of problems, a table per section: code, meaning, cause, remedy.
const LIST: &str = include_str!("../problems/README.md");

/// A row of the list.
struct Row<'l> {
    code: &'l str,
    meaning: &'l str,
    cause: &'l str,
    remedy: &'l str,
}

/// The rows of the list in order.
fn rows() -> impl Iterator<Item = Row<'static>> {
    LIST.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| `")?.strip_suffix(" |")?.split(" | ");
        let code = cells.next()?.strip_suffix('`')?;
        Some(Row { code, meaning: cells.next()?, cause: cells.next()?, remedy: cells.next()? })
    })
}

/// The explanation of a code, for a terminal; `None` if there is no such code.
pub(crate) fn explain(code: &str) -> Option<String> {
    let severity = severity_of(code)?.as_str();
    let Row { code, meaning, cause, remedy } = rows().find(|row| row.code == code)?;
    let cause = match cause {
        "nothing" => "none: the document is right".to_owned(),
        cause => format!("in the {cause}"),
    };
    let mut text = format!("{severity}[{code}]: {meaning}\n\nCause: {cause}\nRemedy: {remedy}\n");
    let start = format!("{severity}[{code}]: ");
    let example = EXAMPLES.iter().find(|(other, _)| *other == code).map(|(_, report)| report);
    if let Some(example) = example.and_then(|report| diagnostic(report, &start)) {
        text.push_str("\nExample:\n\n");
        text.push_str(example);
        text.push('\n');
    }
    Some(text)
}

/// Every code with its meaning, one per line.
pub(crate) fn list() -> String {
    let width = CODES.iter().map(|code| code.len()).max().unwrap_or_default();
    rows().map(|Row { code, meaning, .. }| format!("{code:width$}  {meaning}\n")).collect()
}

/// The first diagnostic of a report that begins as given.
fn diagnostic<'r>(report: &'r str, start: &str) -> Option<&'r str> {
    let from = if report.starts_with(start) { 0 } else { report.find(&format!("\n{start}"))? + 1 };
    let rest = report.get(from..)?;
    let end = rest.find("\n\n").unwrap_or(rest.trim_end().len());
    rest.get(..end)
}

#[cfg(test)]
mod tests {
    use super::{explain, rows};
    use crate::problem::{CODES, EXAMPLES};

    #[test]
    fn every_code_is_explained_with_an_example() {
        let mut explained: Vec<&str> = rows().map(|row| row.code).collect();
        explained.sort_unstable();
        let mut codes = CODES.to_vec();
        codes.sort_unstable();
        assert_eq!(explained, codes);
        let without: Vec<&&str> = CODES
            .iter()
            .filter(|code| !explain(code).is_some_and(|text| text.contains("\nExample:\n")))
            .collect();
        assert_eq!(without, Vec::<&&str>::new());
        assert_eq!(EXAMPLES.len(), CODES.len());
    }

    #[test]
    fn an_explanation_says_cause_and_remedy() {
        assert_eq!(
            explain("empty-document").as_deref(),
            Some(concat!(
                "error[empty-document]: it has no content\n\n",
                "Cause: in the document\n",
                "Remedy: name the right file\n\n",
                "Example:\n\n",
                "error[empty-document]: the document is empty\n",
                " --> api.yaml:1:1\n",
                "  |\n",
                "1 | # Nothing yet.\n",
                "  | ^\n",
                "  |\n",
                "  = note: nothing was generated; an OpenAPI description is an object with an `openapi` field\n",
                "  = help: name the file that holds the OpenAPI description\n",
            ))
        );
        assert_eq!(explain("weather"), None);
    }
}
