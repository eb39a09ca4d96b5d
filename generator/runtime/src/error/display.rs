use std::fmt;

use super::{Answer, ErrorKind, Fault};

/// One line: the operation, what happened, and what to do about it. The server's message is
/// shortened and stripped of control characters, so that it cannot forge log lines.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.operation {
            write!(f, "{}: ", operation.id)?;
        }
        let Some(answer) = &self.answer else { return f.write_str(&self.detail) };
        match self.kind {
            ErrorKind::Documented | ErrorKind::Undocumented => self.said(answer, f)?,
            _ => f.write_str(&self.detail)?,
        }
        match &answer.members.request_id {
            Some(id) => write!(f, " (request id {})", Shown(id)),
            None => Ok(()),
        }
    }
}

impl Fault {
    fn said(&self, answer: &Answer, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the server answered {}", answer.status.as_u16())?;
        if let Some(reason) = answer.status.canonical_reason() {
            write!(f, " {reason}")?;
        }
        if self.kind == ErrorKind::Undocumented {
            f.write_str(", a status that its document does not describe")?;
        }
        if let Some(code) = &answer.members.code {
            write!(f, ", {}", Shown(code))?;
        }
        if let Some(message) = &answer.members.message {
            write!(f, ": {}", Shown(message))?;
        }
        if !self.detail.is_empty() {
            write!(f, "; {}", self.detail)?;
        }
        Ok(())
    }
}

/// The maximum number of characters of a server's message in an error.
const SHOWN: usize = 500;

struct Shown<'a>(&'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        for c in self.0.chars().take(SHOWN) {
            f.write_char(if c.is_control() { ' ' } else { c })?;
        }
        if self.0.chars().nth(SHOWN).is_some() {
            f.write_char('…')?;
        }
        Ok(())
    }
}
