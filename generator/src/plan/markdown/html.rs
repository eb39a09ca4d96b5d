//! HTML in Markdown: known tags are dropped in favour of their content, others become text.

/// Tags for appearance and layout.
const KNOWN: [&str; 45] = [
    "a",
    "abbr",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "code",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];

/// A piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    Text(&'a str),
    /// A known tag or a comment: dropped.
    Nothing,
    /// A tag that begins a new line.
    Break,
    /// A tag that begins an item of a list.
    Item,
}

/// Splits HTML into readable pieces.
pub(super) fn parts(html: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (before, from) = rest.split_at(start);
        if !before.is_empty() {
            parts.push(Part::Text(before));
        }
        let (part, after) = tag(from);
        parts.push(part);
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest));
    }
    parts
}

/// The piece that begins with `<`, and the rest.
fn tag(from: &str) -> (Part<'_>, &str) {
    if let Some(comment) = from.strip_prefix("<!--") {
        return (Part::Nothing, comment.split_once("-->").map_or("", |(_, after)| after));
    }
    let inside = from.get(1..).unwrap_or_default();
    let closes = inside.starts_with('/');
    let name_start = inside.trim_start_matches('/');
    let length = name_start.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = name_start.get(..length).unwrap_or_default().to_ascii_lowercase();
    let end = from.find('>').filter(|_| KNOWN.contains(&&*name));
    let Some(end) = end else {
        let (text, after) = from.split_at(1);
        return (Part::Text(text), after);
    };
    let part = match &*name {
        "li" if !closes => Part::Item,
        "br" | "p" | "div" | "hr" | "ul" | "ol" | "tr" | "table" | "h1" | "h2" | "h3" | "h4"
        | "h5" | "h6" | "pre" | "dt" | "blockquote" | "section" => Part::Break,
        _ => Part::Nothing,
    };
    (part, from.get(end + 1..).unwrap_or_default())
}
