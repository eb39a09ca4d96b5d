use std::fmt;

use super::{Answer, ErrorKind, Fault, Tries};

/// One line: the operation, what happened, what to do about it, and what was tried. The server's message is
/// shortened and stripped of control characters, so that it cannot forge log lines.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.operation {
            write!(f, "{}: ", operation.id)?;
        }
        self.happened(f)?;
        let Tries { attempts, last_answer, not_retried } = &self.tries;
        if let Some(why) = not_retried {
            write!(f, "; not retried, since {why}")?;
        }
        if *attempts > 1 {
            write!(f, "; attempt {attempts}")?;
        }
        match last_answer {
            Some(before) => write!(f, ", after {}", What(before.fault())),
            None => Ok(()),
        }
    }
}

/// The failure, without the operation and the attempts.
struct What<'a>(&'a Fault);

impl fmt::Display for What<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.happened(f)
    }
}

impl Fault {
    fn happened(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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

    fn said(&self, answer: &Answer, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_success = answer.status.is_success();
        let what = if is_success { "the call succeeded with" } else { "the server answered" };
        write!(f, "{what} {}", answer.status.as_u16())?;
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
