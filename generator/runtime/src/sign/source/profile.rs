use super::optional::Optional;
use crate::model::Secret;
use crate::sign::aksk::AkSk;

/// An error in a credentials file, with its line from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    Line(usize, &'static str),
    NoSection,
    NoKey { section: &'static str, line: usize, key: &'static str },
}

/// The sections that hold keys, in order of preference.
const SECTIONS: [&str; 2] = ["basic", "global"];

/// The keys of a credentials file.
pub(super) fn keys(text: &str) -> Result<AkSk, Problem> {
    let mut sections = SECTIONS.map(Section::new);
    let mut current = Current::None;
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        let line = without_comment(line).trim();
        if line.is_empty() {
            continue;
        }
        if let Some(name) = line.strip_prefix('[') {
            let name = name
                .strip_suffix(']')
                .ok_or(Problem::Line(number, "the section's name is not closed; write [basic]"))?;
            current = match sections.iter_mut().find(|section| section.name == name.trim()) {
                Some(section) if section.line.is_some() => {
                    return Err(Problem::Line(number, "the section is there twice; join the two"));
                }
                Some(section) => {
                    section.line = Some(number);
                    Current::Ours(section)
                }
                None => Current::Other,
            };
            continue;
        }
        match &mut current {
            Current::Ours(section) => section.read(number, line)?,
            Current::Other => {}
            Current::None => {
                return Err(Problem::Line(number, "there is no section yet; begin with [basic]"));
            }
        }
    }
    let found = sections.into_iter().find_map(|section| Some((section.line?, section)));
    let (line, section) = found.ok_or(Problem::NoSection)?;
    section.keys(line)
}

/// The section of a line.
enum Current<'a> {
    None,
    Ours(&'a mut Section),
    Other,
}

struct Section {
    name: &'static str,
    line: Option<usize>,
    access_key: Option<Secret>,
    secret_key: Option<Secret>,
    optional: Optional,
}

impl Section {
    fn new(name: &'static str) -> Self {
        let optional = Optional::default();
        Self { name, line: None, access_key: None, secret_key: None, optional }
    }

    fn read(&mut self, number: usize, line: &str) -> Result<(), Problem> {
        let (key, value) =
            line.split_once(['=', ':']).ok_or(Problem::Line(number, "it is no `key = value`"))?;
        let place = match &*key.trim().to_ascii_lowercase() {
            "ak" => &mut self.access_key,
            "sk" => &mut self.secret_key,
            "security_token" => &mut self.optional.security_token,
            "project_id" => &mut self.optional.project_id,
            "domain_id" => &mut self.optional.domain_id,
            _ => return Ok(()),
        };
        let value = value.trim();
        if value.contains(char::is_control) {
            return Err(Problem::Line(number, "the value holds a control character"));
        }
        if value.len() > 1 && ['"', '\''].iter().any(|quote| is_quoted(value, *quote)) {
            return Err(Problem::Line(number, "quotes count as part of the value; remove them"));
        }
        if place.is_some() {
            return Err(Problem::Line(number, "the key is there twice; remove one"));
        }
        *place = Some(Secret::from(value));
        Ok(())
    }

    fn keys(self, line: usize) -> Result<AkSk, Problem> {
        let given = |value: Option<Secret>| value.filter(|value| !value.expose().is_empty());
        let missing = |key| Problem::NoKey { section: self.name, line, key };
        let access_key = given(self.access_key).ok_or_else(|| missing("ak"))?;
        let secret_key = given(self.secret_key).ok_or_else(|| missing("sk"))?;
        let optional = Optional {
            security_token: given(self.optional.security_token),
            project_id: given(self.optional.project_id),
            domain_id: given(self.optional.domain_id),
        };
        Ok(optional.add_to(AkSk::new(access_key, secret_key)))
    }
}

fn is_quoted(value: &str, quote: char) -> bool {
    value.starts_with(quote) && value.ends_with(quote)
}

/// Strips the comment from a line: `#` or `;` at the beginning or after white space. Keys contain
/// no white space, so no key is cut.
fn without_comment(line: &str) -> &str {
    let mut after_space = true;
    for (at, c) in line.char_indices() {
        if after_space && matches!(c, '#' | ';') {
            return line.get(..at).unwrap_or(line);
        }
        after_space = c.is_whitespace();
    }
    line
}
