//! Problems as workflow commands of GitHub Actions.

use crate::diagnostic::{Diagnostic, printable};

/// The command that marks the line of a problem: `::warning file=api.yaml,line=3,col=5,title=CODE::MESSAGE`.
pub(super) fn command(problem: &Diagnostic) -> String {
    let severity = match problem.severity.as_str() {
        "note" => "notice",
        other => other,
    };
    let mut place = format!("file={}", property(&problem.file));
    if problem.line > 0 {
        place.push_str(&format!(",line={},col={}", problem.line, problem.column));
    }
    let Diagnostic { code, message, note, help, .. } = problem;
    let text = data(&format!("{message}; {note}. Help: {help}"));
    format!("::{severity} {place},title={code}::{text}")
}

/// Escapes the text of a command. What controls a terminal is replaced.
fn data(text: &str) -> String {
    printable(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::command;
    use crate::diagnostic::without_place;
    use crate::problem::ProblemKind;

    #[test]
    fn separators_are_escaped() {
        let kind = ProblemKind::UnreadableFile { reason: "100%, so far: ::x".to_owned() };
        assert_eq!(
            command(&without_place(&kind, "a,b:c%.yaml")),
            "::error file=a%2Cb%3Ac%25.yaml,title=unreadable-file::the file cannot be read: 100%25, so far: ::x; \
             nothing was generated. Help: check the path and the permissions"
        );
    }
}
