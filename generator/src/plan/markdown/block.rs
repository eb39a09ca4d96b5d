//! Blocks: paragraphs, lists, quotes, code and tables, written line by line.

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::escape;
use super::inline::{BREAK, Inline};

/// The column at which lines wrap, if they can.
const WIDTH: usize = 96;

/// The maximum nesting of lists and quotes; deeper ones are flattened.
const NESTING: usize = 8;

/// Languages that rustdoc does not compile as Rust.
const LANGUAGES: [&str; 22] = [
    "bash",
    "c",
    "console",
    "css",
    "csharp",
    "curl",
    "go",
    "graphql",
    "html",
    "http",
    "java",
    "javascript",
    "js",
    "json",
    "php",
    "python",
    "ruby",
    "sh",
    "shell",
    "sql",
    "xml",
    "yaml",
];

/// Writes events as Markdown.
#[derive(Debug, Default)]
pub(super) struct Writer {
    out: String,
    inline: Inline,
    /// The prefix of each open list item or quote.
    prefixes: Vec<String>,
    /// The marker that replaces the innermost prefix in the next line.
    marker: Option<String>,
    /// The number of the next item in each open list.
    lists: Vec<Option<u64>>,
    /// The number of containers that were nested too deeply.
    deep: usize,
    code: Option<(String, String)>,
    cells: Vec<String>,
    heading: usize,
    /// Whether the next block follows without an empty line.
    tight: bool,
}

impl Writer {
    pub(super) fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some((_, code)) => code.push_str(&text),
                None if self.inline.in_autolink() => {
                    self.inline.text.push_str(&text.replace(char::is_whitespace, "%20"));
                }
                None => self.inline.push_text(&text),
            },
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.inline.push_code(&text);
            }
            Event::Html(text) | Event::InlineHtml(text) => self.inline.push_html(&text),
            Event::SoftBreak => self.inline.text.push(' '),
            Event::HardBreak => self.inline.text.push(BREAK),
            Event::Rule => self.lines(&["---".to_owned()]),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.paragraph();
                self.heading = level as usize;
            }
            Tag::BlockQuote(_) => {
                self.paragraph();
                self.open("> ".to_owned(), None);
            }
            Tag::CodeBlock(kind) => {
                self.paragraph();
                self.code = Some((language(&kind), String::new()));
            }
            Tag::List(first) => {
                self.paragraph();
                // Only a list that starts at one can follow a line of text directly.
                self.tight = !self.lists.is_empty() && matches!(first, None | Some(1));
                self.lists.push(first);
            }
            Tag::Item => {
                self.paragraph();
                let marker = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number = number.saturating_add(1);
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
                self.open(" ".repeat(marker.len()), Some(marker));
            }
            Tag::Emphasis => self.inline.begin_mark("*"),
            Tag::Strong => self.inline.begin_mark("**"),
            Tag::Strikethrough => self.inline.begin_mark("~~"),
            Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. } => {
                self.inline.begin_link(link_type, &dest_url);
            }
            Tag::Table(_) => self.paragraph(),
            Tag::TableHead | Tag::TableRow => self.cells.clear(),
            Tag::Paragraph
            | Tag::HtmlBlock
            | Tag::TableCell
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                let text = self.inline.take().replace(BREAK, " ");
                let text = text.trim().trim_end_matches('#');
                if !text.is_empty() {
                    self.lines(&[format!("{} {text}", "#".repeat(self.heading.clamp(1, 6)))]);
                }
            }
            TagEnd::CodeBlock => self.code_block(),
            TagEnd::List(_) => {
                self.lists.pop();
                self.tight = false;
            }
            TagEnd::Item => {
                self.paragraph();
                self.close();
                self.tight = true;
            }
            TagEnd::BlockQuote(_) => {
                self.paragraph();
                self.close();
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.inline.end_mark(),
            TagEnd::Link | TagEnd::Image => self.inline.end_link(),
            TagEnd::TableCell => {
                let cell = self.inline.take().replace(BREAK, " ");
                self.cells.push(cell.trim().to_owned());
            }
            TagEnd::TableHead => {
                let rule = vec!["---"; self.cells.len()].join(" | ");
                self.lines(&[format!("| {} |", self.cells.join(" | ")), format!("| {rule} |")]);
                self.tight = true;
            }
            TagEnd::TableRow => {
                self.lines(&[format!("| {} |", self.cells.join(" | "))]);
                self.tight = true;
            }
            TagEnd::Table => self.tight = false,
            TagEnd::Paragraph
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => self.paragraph(),
        }
    }

    fn open(&mut self, prefix: String, marker: Option<String>) {
        if self.prefixes.len() >= NESTING {
            self.deep += 1;
        } else {
            // A list at the beginning of an item: both markers are in the same line.
            let outer = self.marker.take();
            self.marker = match (outer, marker) {
                (Some(outer), Some(marker)) => Some(outer + &marker),
                (Some(outer), None) => Some(outer + &prefix),
                (None, marker) => marker.map(|marker| self.prefixes.concat() + &marker),
            };
            self.prefixes.push(prefix);
        }
    }

    fn close(&mut self) {
        if self.deep > 0 {
            self.deep -= 1;
        } else {
            self.prefixes.pop();
            self.marker = None;
        }
    }

    /// Writes the pending inline text as a paragraph.
    fn paragraph(&mut self) {
        let text = self.inline.take();
        let mut lines = Vec::new();
        let mut parts = text.split(BREAK).map(str::trim).filter(|part| !part.is_empty()).peekable();
        while let Some(part) = parts.next() {
            let at = lines.len();
            fill(part, &mut lines);
            if let Some(first) = lines.get_mut(at) {
                *first = escape::lead(first);
            }
            if let (Some(last), Some(_)) = (lines.last_mut(), parts.peek()) {
                last.push('\\');
            }
        }
        if !lines.is_empty() {
            self.lines(&lines);
        }
    }

    fn code_block(&mut self) {
        let Some((language, code)) = self.code.take() else { return };
        let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        let mut lines = vec![format!("{fence}{language}")];
        lines.extend(code.trim_end().lines().map(|line| line.trim_end().to_owned()));
        lines.push(fence);
        self.lines(&lines);
    }

    /// Writes a block of lines, separated from the previous one.
    fn lines(&mut self, lines: &[String]) {
        let prefix = self.prefixes.concat();
        let is_tight = std::mem::take(&mut self.tight);
        if !self.out.is_empty() {
            self.out.push('\n');
            if !is_tight {
                let outer = if self.marker.is_some() {
                    self.prefixes.split_last().map_or(String::new(), |(_, outer)| outer.concat())
                } else {
                    prefix.clone()
                };
                self.out.push_str(outer.trim_end());
                self.out.push('\n');
            }
        }
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                self.out.push('\n');
            }
            let before = self.marker.take().unwrap_or_else(|| prefix.clone());
            let line = format!("{before}{line}");
            self.out.push_str(line.trim_end());
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.paragraph();
        self.out
    }
}

/// The language of a code block, if it is known and not Rust.
fn language(kind: &CodeBlockKind<'_>) -> String {
    let name = match kind {
        CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or_default(),
        CodeBlockKind::Indented => "",
    };
    let name = name.to_ascii_lowercase();
    if LANGUAGES.contains(&&*name) { name } else { "text".to_owned() }
}

/// Wraps text where that does not change its meaning.
pub(super) fn fill(text: &str, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut width = 0;
    for word in text.split_ascii_whitespace() {
        let length = word.chars().count();
        if width > 0
            && width + 1 + length > WIDTH
            && escape::may_lead(word)
            && !line.ends_with('\\')
        {
            lines.push(std::mem::take(&mut line));
            width = 0;
        }
        if width > 0 {
            line.push(' ');
            width += 1;
        }
        line.push_str(word);
        width += length;
    }
    if !line.is_empty() {
        lines.push(line);
    }
}
