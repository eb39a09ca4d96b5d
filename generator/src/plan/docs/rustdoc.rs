//! Documentation comments, assembled from the document and from our own sentences.

use crate::ir;
use crate::plan::markdown;
use crate::plan::printable::{is_unfit, printable};

/// The text of a documentation comment; empty for none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Docs(pub(crate) String);

impl Docs {
    /// Our own sentence.
    pub(crate) fn sentence(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Text from the document.
    pub(crate) fn text(text: &str) -> Self {
        Self(markdown::safe(text))
    }

    /// Our own sentence with text from the document as code at its end.
    pub(crate) fn code_sentence(words: &str, code: &str) -> Self {
        Self(format!("{words} {}.", inline_code(code)).trim_start().to_owned())
    }

    /// The document's summary or title, then its description.
    pub(crate) fn of(docs: &ir::Docs) -> Self {
        let mut text = Self::default();
        let first = docs.summary.as_ref().or(docs.title.as_ref());
        text.paragraph(first.map_or("", |first| first));
        if docs.description.as_ref() != first {
            text.paragraph(docs.description.as_deref().unwrap_or_default());
        }
        if docs.deprecated {
            text.append(&Self::sentence("**Deprecated.**"));
        }
        text
    }

    /// Our own title, then the document's text.
    pub(crate) fn titled(title: &str, docs: &ir::Docs) -> Self {
        let mut text = Self::sentence(&format!("{title}."));
        text.append(&Self::of(docs));
        text
    }

    /// Itself, or another text if it is empty.
    pub(crate) fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self.0.is_empty() { other() } else { self }
    }

    /// Adds text from the document as paragraphs.
    pub(crate) fn paragraph(&mut self, text: &str) {
        let safe = markdown::safe(text);
        self.append(&Self(safe));
    }

    /// Adds paragraphs.
    pub(crate) fn append(&mut self, other: &Self) {
        if other.0.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push_str("\n\n");
        }
        self.0.push_str(&other.0);
    }

    /// Adds a list under a heading, unless it is empty.
    pub(crate) fn list(&mut self, heading: &str, items: &[(String, Docs)]) {
        if !items.is_empty() {
            self.append(&Self(format!("# {heading}")));
            self.items(items);
        }
    }

    /// Adds a list: each item has a title and the first paragraph of its documentation.
    pub(crate) fn items(&mut self, items: &[(String, Docs)]) {
        let items = items.iter().map(|(title, docs)| {
            let first = docs.first_paragraph();
            let separator = if first.is_empty() { "" } else { ": " };
            markdown::list_item(&format!("{title}{separator}{first}"))
        });
        self.append(&Self(items.collect::<Vec<String>>().join("\n")));
    }

    /// Its first paragraph on one line.
    pub(crate) fn first_paragraph(&self) -> String {
        self.0.split("\n\n").next().unwrap_or_default().replace('\n', " ")
    }
}

/// `text` as inline code, whatever it holds.
pub(crate) fn inline_code(text: &str) -> String {
    let mut code = String::with_capacity(text.len() + 2);
    for c in text.chars() {
        match c {
            '\t' => code.push_str("\\t"),
            '\n' => code.push_str("\\n"),
            '\r' => code.push_str("\\r"),
            c if c.is_whitespace() && !is_unfit(c) => code.push(' '),
            c => code.push(c),
        }
    }
    if code.is_empty() {
        return "`\"\"`".to_owned();
    }
    let code = printable(&code);
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // Spaces that are not part of the code, where they are needed.
    let space = if longest > 0 || code.trim().is_empty() { " " } else { "" };
    format!("{fence}{space}{code}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use super::inline_code;

    #[test]
    fn code_is_shown_whole_whatever_it_holds() {
        let shown = ["a", "", "a`b", "```", "a\r\nb", "\u{202e}"].map(inline_code);
        let expected = ["`a`", "`\"\"`", "`` a`b ``", "```` ``` ````", "`a\\r\\nb`", "`\\u{202e}`"];
        assert_eq!(shown, expected);
    }
}
