//! Text of items, laid out as it is written.
//!
//! Most of what is generated is a few shapes over and over: structs, enums, tables and `match`es. They are written a
//! line at a time, just as the pretty-printer would lay them out, at a small part of its cost. Where a line comes out
//! wider than it lets them be, the item goes through it after all: only it knows where it would break that line.

use std::fmt::{self, Display, Write};

use proc_macro2::TokenStream;

use super::expression::{Expression, Place};
use super::file::laid_out;
use super::rustdoc::lines;
use crate::plan::Docs;

/// The most bytes of a line that the pretty-printer does not break.
pub(super) const WIDTH: usize = 89;

/// The most bytes of a struct literal, but for its last brace, that it leaves on one line.
const LITERAL_WIDTH: usize = 34;

/// How far in each step is.
pub(super) const INDENT: usize = 4;

/// Items, one after the other, a blank line between them.
#[derive(Debug, Default)]
pub(super) struct Source {
    text: String,
    indent: usize,
    /// A line of the item is too wide.
    is_wide: bool,
    /// A method has just ended: what follows it is set apart.
    after_method: bool,
}

impl Source {
    /// Adds an item.
    pub(super) fn item(&mut self, write: impl FnOnce(&mut Self)) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        write(self);
        if std::mem::take(&mut self.is_wide) {
            let item = self.text.split_off(start);
            self.text.push_str(&laid_out(item.parse()));
        }
    }

    /// Adds documentation of what follows.
    pub(super) fn docs(&mut self, docs: &Docs) {
        for line in lines(docs) {
            self.begin();
            self.text.push_str("///");
            if !line.is_empty() {
                self.text.push(' ');
                self.text.push_str(line);
            }
            self.text.push('\n');
        }
    }

    /// Adds a line.
    pub(super) fn line(&mut self, line: impl Display) {
        let start = self.begin();
        self.push(line);
        self.end(start);
    }

    /// Adds a line that has no place to be broken.
    pub(super) fn unbreakable(&mut self, line: impl Display) {
        self.begin();
        self.push(line);
        self.text.push('\n');
    }

    /// Adds the type of a name, and what is inside of it.
    pub(super) fn definition(&mut self, head: impl Display, inside: impl FnOnce(&mut Self)) {
        self.unbreakable(format_args!("{head} {{"));
        self.indent += INDENT;
        inside(self);
        self.close("}");
    }

    /// Adds the implementation of a trait.
    pub(super) fn implementation(
        &mut self,
        of: impl Display,
        ident: impl Display,
        inside: impl FnOnce(&mut Self),
    ) {
        let start = self.text.len();
        self.push(format_args!("impl {of} for {ident} {{"));
        if self.text.len() - start > WIDTH {
            self.text.truncate(start);
            self.line(format_args!("impl {of}"));
            self.push(format_args!("for {ident} {{"));
        }
        self.text.push('\n');
        self.indent += INDENT;
        inside(self);
        self.close("}");
    }

    /// Adds an arm of a `match`.
    pub(super) fn arm(&mut self, pattern: impl Display, value: impl Display) {
        let start = self.begin();
        self.push(format_args!("{pattern} => {value}"));
        // The comma takes no room.
        if self.text.len() - start > WIDTH {
            self.text.truncate(start);
            self.block(format_args!("{pattern} =>"), |out| out.line(value));
        } else {
            self.text.push_str(",\n");
        }
    }

    /// Adds `head { … }`, its inside a step further in.
    pub(super) fn block(&mut self, head: impl Display, inside: impl FnOnce(&mut Self)) {
        self.enclosed(head, " {", inside, "}");
        self.after_method = self.indent == INDENT;
    }

    /// Adds `head`, `open`, what is inside, and `close` on a line of its own.
    pub(super) fn enclosed(
        &mut self,
        head: impl Display,
        open: &str,
        inside: impl FnOnce(&mut Self),
        close: &str,
    ) {
        let start = self.begin();
        self.push(head);
        self.text.push_str(open);
        self.end(start);
        self.indent += INDENT;
        inside(self);
        self.close(close);
    }

    /// Adds items between `open` and `close`: on one line, or on a line each where that is too wide.
    pub(super) fn list<T: Display>(
        &mut self,
        open: impl Display,
        items: impl IntoIterator<Item = T>,
        close: &str,
    ) {
        let start = self.begin();
        self.push(open);
        let inside = self.text.len();
        // Where each item ends.
        let mut ends: Vec<usize> = Vec::new();
        for item in items {
            if !ends.is_empty() {
                self.text.push_str(", ");
            }
            self.push(item);
            ends.push(self.text.len());
        }
        self.text.push_str(close);
        if ends.is_empty() || self.text.len() - start <= WIDTH {
            self.end(start);
        } else {
            let items = self.text.split_off(inside);
            self.end(start);
            self.indent += INDENT;
            let mut from = 0;
            for end in ends {
                let to = end - inside;
                self.line(format_args!("{},", items.get(from..to).unwrap_or_default()));
                from = to + ", ".len();
            }
            self.indent -= INDENT;
            self.line(close);
        }
    }

    /// Adds an expression between `open` and `close`.
    pub(super) fn expression(&mut self, open: impl Display, expression: &Expression, close: &str) {
        let start = self.begin();
        self.push(open);
        let column = self.text.len() - start;
        let at = Place { indent: self.indent, column, width: WIDTH };
        expression.lay_out(&mut self.text, at, close.len());
        self.text.push_str(close);
        self.text.push('\n');
    }

    /// Adds what is not worth laying out here.
    pub(super) fn tokens(&mut self, items: TokenStream) {
        let items = laid_out(Ok(items));
        if !self.text.is_empty() && !items.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(&items);
    }

    /// Adds a method: `head`, its arguments, and what follows them.
    pub(super) fn method(
        &mut self,
        head: impl Display,
        arguments: impl IntoIterator<Item = Expression>,
        close: &str,
        inside: impl FnOnce(&mut Self),
    ) {
        let arguments: Vec<Expression> = arguments.into_iter().collect();
        self.expression("", &Expression::call(head, arguments), &format!("{close} {{"));
        self.indent += INDENT;
        inside(self);
        self.close("}");
        self.after_method = true;
    }

    /// Adds a struct literal: on one line where it is short.
    pub(super) fn literal(&mut self, name: &str, fields: &[String]) {
        let width =
            name.len() + " { ".len() + fields.iter().map(|field| field.len() + 2).sum::<usize>()
                - 1;
        if width <= LITERAL_WIDTH {
            self.line(format_args!("{name} {{ {} }}", fields.join(", ")));
        } else {
            self.enclosed(
                name,
                " {",
                |out| {
                    for field in fields {
                        // What fills up the rest is followed by nothing.
                        let comma = if field.starts_with("..") { "" } else { "," };
                        out.line(format_args!("{field}{comma}"));
                    }
                },
                "}",
            );
        }
    }

    /// Leaves the layout of the whole item to the pretty-printer.
    pub(super) fn is_irregular(&mut self) {
        self.is_wide = true;
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Adds the line that ends what is a step further in.
    fn close(&mut self, close: &str) {
        self.indent -= INDENT;
        self.after_method = false;
        self.line(close);
    }

    /// Begins a line; returns where.
    fn begin(&mut self) -> usize {
        if std::mem::take(&mut self.after_method) {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.text.extend(std::iter::repeat_n(' ', self.indent));
        start
    }

    fn end(&mut self, start: usize) {
        self.is_wide |= self.text.len() - start > WIDTH;
        self.text.push('\n');
    }

    fn push(&mut self, text: impl Display) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{text}");
    }
}

/// Text as a string literal.
pub(super) struct Quoted<'a>(pub(super) &'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(text) = self;
        let plain = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\';
        if text.bytes().all(plain) {
            f.write_str("\"")?;
            f.write_str(text)?;
            f.write_str("\"")
        } else {
            proc_macro2::Literal::string(text).fmt(f)
        }
    }
}

/// Text of callwright's own as tokens.
pub(super) fn tokens(text: impl Display) -> TokenStream {
    // Nothing comes of what is none, which would be a defect of callwright.
    text.to_string().parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Names of the lengths, all of them different.
    fn names(lengths: &[usize]) -> Vec<String> {
        let name = |(index, length)| format!("{}{index}", "n".repeat(length));
        lengths.iter().copied().enumerate().map(name).collect()
    }

    proptest! {
        /// Lists and literals, whatever the width they come to.
        #[test]
        fn it_is_laid_out_as_the_pretty_printer_does(
            lengths in prop::collection::vec(1..24_usize, 1..8),
            wide in 1..80_usize,
        ) {
            let (names, long) = (names(&lengths), "L".repeat(wide));
            let mut out = Source::default();
            out.item(|out| {
                out.docs(&Docs(format!("About `{long}`.\n\nMore.")));
                out.definition(format_args!("pub struct {long}"), |out| {
                    for name in &names {
                        out.docs(&Docs(format!("About {name}.")));
                        out.line(format_args!("pub {name}: super::{long},"));
                    }
                });
            });
            out.item(|out| out.line(format_args!("rt::record!({long});")));
            out.item(|out| {
                out.implementation("rt::Slot", &long, |out| {
                    let arguments = names.iter().map(|name| {
                        let of = vec![Expression::word(&long)];
                        Expression::Generic(format!("{name}: impl Into"), of)
                    });
                    let fields: Vec<String> =
                        names.iter().map(|name| format!("{name}: {name}.into()")).collect();
                    out.list("const KNOWN: &'static [Self] = &[", &names, "];");
                    out.method("pub fn new", arguments, " -> Self", |out| {
                        out.literal("Self", &fields);
                    });
                    out.block("fn part(&self, index: usize) -> &dyn rt::Slot", |out| {
                        out.block("match index", |out| {
                            for (index, name) in names.iter().enumerate() {
                                out.arm(index, format_args!("&self.{name}"));
                            }
                            for name in &names {
                                out.arm(format_args!("Self::{long}"), Quoted(name));
                            }
                        });
                    });
                    out.block("fn shape(&self) -> rt::Shape<'_>", |out| {
                        out.enclosed("static TABLE: rt::Table = rt::Table", " {", |out| {
                            let quoted = names.iter().map(|name| Quoted(name));
                            out.list("fields: &[", quoted, "],");
                            out.line("..rt::TABLE");
                        }, "};");
                        out.list("call(", names.iter().map(|name| format!("{name}.into()")), ")");
                    });
                });
            });
            let text = out.into_text();
            prop_assert_eq!(laid_out(text.parse()), text);
        }
    }

    #[test]
    fn text_is_quoted_as_tokens_are() {
        for text in ["", "plain", "it's", "a \"b\" \\ c", "tab\t, line\n", "\0", "宠物", "\u{202e}"]
        {
            assert_eq!(Quoted(text).to_string(), quote::quote!(#text).to_string());
        }
    }
}
