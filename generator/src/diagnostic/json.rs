//! Diagnostics for programs.

use serde_json::json;

use super::Diagnostic;

impl Diagnostic {
    /// One JSON object in one line: `code`, `severity`, `denied`, `message`, `file`, `line`, `column`, `near`,
    /// `pointer` (`null` if there is none), `note`, `help`, and `rendered`, the text for people.
    #[must_use]
    pub fn to_json(&self) -> String {
        json!({
            "code": self.code,
            "severity": self.severity.as_str(),
            "denied": self.is_denied,
            "message": self.message,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "near": self.is_near,
            "pointer": self.pointer,
            "note": self.note,
            "help": self.help,
            "rendered": self.to_string(),
        })
        .to_string()
    }
}
