//! Calls, chains of them and lists, laid out as the pretty-printer does.

use std::fmt::{self, Display, Write};

use proc_macro2::TokenStream;

use super::source::{INDENT, Quoted, WIDTH, tokens};

/// The least room for what is indented deeply, in bytes.
const LEAST_ROOM: usize = 60;

/// An expression or a type as descriptions, methods and fields are made of it.
#[derive(Clone, Debug)]
pub(super) enum Expression {
    /// What has no place to be broken.
    Word(String),
    /// `name(a, b)`; a tuple without a name.
    Call(String, Vec<Expression>),
    /// `&[a, b]`, after what is before it.
    List(String, Vec<Expression>),
    /// `name<A, B>`
    Generic(String, Vec<Expression>),
    /// `first.a(…).b(…)`
    Chain(Box<Expression>, Vec<Expression>),
}

impl Expression {
    pub(super) fn word(word: impl Display) -> Self {
        Self::Word(word.to_string())
    }

    pub(super) fn quoted(text: &str) -> Self {
        Self::word(Quoted(text))
    }

    pub(super) fn call(name: impl Display, arguments: impl Into<Vec<Self>>) -> Self {
        Self::Call(name.to_string(), arguments.into())
    }

    pub(super) fn tuple(items: impl Into<Vec<Self>>) -> Self {
        Self::call("", items)
    }

    pub(super) fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self::List(String::new(), items.into_iter().collect())
    }

    /// Itself, with calls after it.
    pub(super) fn then(self, calls: impl IntoIterator<Item = Self>) -> Self {
        let calls = calls.into_iter();
        match self {
            Self::Chain(first, mut before) => {
                before.extend(calls);
                Self::Chain(first, before)
            }
            first => {
                let calls: Vec<Self> = calls.collect();
                if calls.is_empty() { first } else { Self::Chain(Box::new(first), calls) }
            }
        }
    }

    /// A reference to it.
    pub(super) fn referred(self) -> Self {
        self.after("&")
    }

    /// Itself, right after what has no place to be broken.
    pub(super) fn after(self, before: impl Display) -> Self {
        match self {
            Self::Word(word) => Self::Word(format!("{before}{word}")),
            Self::Call(name, items) => Self::Call(format!("{before}{name}"), items),
            Self::Generic(name, items) => Self::Generic(format!("{before}{name}"), items),
            Self::Chain(first, calls) => Self::Chain(Box::new(first.after(before)), calls),
            Self::List(before_it, items) => Self::List(format!("{before}{before_it}"), items),
        }
    }

    pub(super) fn tokens(&self) -> TokenStream {
        tokens(self)
    }

    /// Adds it to a line; so many bytes follow it without a place to break the line.
    pub(super) fn lay_out(&self, out: &mut String, at: Place, after: usize) {
        let start = out.len();
        let _ = write!(out, "{self}");
        if at.column + (out.len() - start) + after <= at.width || matches!(self, Self::Word(_)) {
            return;
        }
        out.truncate(start);
        match self {
            Self::Word(_) => {}
            Self::Call(name, items) => {
                out.push_str(name);
                enclosed(out, at.indent, ["(", ")"], items);
            }
            Self::Generic(name, items) => {
                out.push_str(name);
                enclosed(out, at.indent, ["<", ">"], items);
            }
            Self::List(before, items) => {
                out.push_str(before);
                enclosed(out, at.indent, ["&[", "]"], items);
            }
            Self::Chain(first, calls) => {
                let indent = at.indent + INDENT;
                // Its arguments are as far in as those of what follows.
                first.lay_out(out, Place { indent, ..at }, 0);
                for (index, call) in calls.iter().enumerate() {
                    let mut at = Place::of_new_line(out, indent);
                    out.push('.');
                    at.column += 1;
                    let after = if index + 1 == calls.len() { after } else { 0 };
                    call.lay_out(out, at, after);
                }
            }
        }
    }
}

/// Where text is added.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// How far in the lines are that the text is broken into, those within it aside.
    pub(super) indent: usize,
    /// How many bytes the line has already.
    pub(super) column: usize,
    /// How many it may have.
    pub(super) width: usize,
}

impl Place {
    fn of_new_line(out: &mut String, indent: usize) -> Self {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', indent));
        Self { indent, column: indent, width: WIDTH.max(indent + LEAST_ROOM) }
    }
}

impl Display for Expression {
    /// On one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word),
            Self::Call(name, items) => separated(f, name, ["(", ")"], items),
            Self::Generic(name, items) => separated(f, name, ["<", ">"], items),
            Self::List(before, items) => separated(f, before, ["&[", "]"], items),
            Self::Chain(first, calls) => {
                first.fmt(f)?;
                calls.iter().try_for_each(|call| write!(f, ".{call}"))
            }
        }
    }
}

/// Items between what encloses them.
fn separated(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    [open, close]: [&str; 2],
    items: &[Expression],
) -> fmt::Result {
    f.write_str(name)?;
    f.write_str(open)?;
    for (index, item) in items.iter().enumerate() {
        f.write_str(if index == 0 { "" } else { ", " })?;
        item.fmt(f)?;
    }
    f.write_str(close)
}

/// Items on a line each, between what encloses them.
fn enclosed(out: &mut String, indent: usize, [open, close]: [&str; 2], items: &[Expression]) {
    out.push_str(open);
    for (index, item) in items.iter().enumerate() {
        let at = Place::of_new_line(out, indent + INDENT);
        // The last comma is there only where the line is broken, and takes no room.
        let after = usize::from(index + 1 < items.len());
        item.lay_out(out, at, after);
        out.push(',');
    }
    if !items.is_empty() {
        Place::of_new_line(out, indent);
    }
    out.push_str(close);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::render::file::laid_out;
    use crate::render::source::Source;

    fn expression() -> impl Strategy<Value = Expression> {
        let word = prop_oneof![
            "x[0-9]{0,29}".prop_map(Expression::Word),
            "[a-z ]{0,40}".prop_map(|text| Expression::quoted(&text)),
        ];
        word.prop_recursive(6, 40, 5, |inner| {
            let items = || prop::collection::vec(inner.clone(), 0..5);
            let call =
                ("x[0-9]{0,19}", items()).prop_map(|(name, items)| Expression::Call(name, items));
            let calls = prop::collection::vec(call.clone(), 1..4);
            let first = prop_oneof![
                "x[0-9]{4,19}".prop_map(Expression::Word),
                "&x[0-9]{4,19}".prop_map(Expression::Word),
                call.clone(),
            ];
            // Tuples stand in lists only.
            let tuple = prop::collection::vec(inner.clone(), 2..4).prop_map(Expression::tuple);
            let item = prop_oneof![inner.clone(), tuple];
            prop_oneof![
                call,
                prop::collection::vec(item, 0..5).prop_map(Expression::list),
                (first, calls).prop_map(|(first, calls)| first.then(calls)),
            ]
        })
    }

    fn a_type() -> impl Strategy<Value = Expression> {
        "X[0-9]{0,59}".prop_map(Expression::Word).prop_recursive(4, 8, 2, |inner| {
            let items = prop::collection::vec(inner, 1..3);
            ("X[0-9]{0,19}", items).prop_map(|(name, items)| Expression::Generic(name, items))
        })
    }

    proptest! {
        #[test]
        fn types_are_laid_out_so_too(types in prop::collection::vec(a_type(), 4)) {
            let mut out = Source::default();
            let [field, variant, argument, alias] = types.try_into().unwrap();
            out.item(|out| {
                out.block("struct X", |out| out.expression("", &field.after("pub x: "), ","));
            });
            out.item(|out| {
                out.block("enum X", |out| out.expression("", &Expression::call("X", [variant]), ","));
            });
            out.item(|out| {
                out.block("impl X", |out| {
                    let arguments = [Expression::word("&self"), Expression::Generic("x: impl Into".to_owned(), vec![argument])];
                    out.method("fn x", arguments, " -> Self", |out| out.line("x"));
                });
            });
            out.item(|out| out.expression("pub type X = ", &alias, ";"));
            let text = out.into_text();
            prop_assert_eq!(laid_out(text.parse()), text);
        }

        #[test]
        fn it_is_laid_out_as_the_pretty_printer_does(inner in expression(), depth in 0..9_usize) {
            let expression = (0..depth).fold(inner, |inner, _| Expression::list([inner]));
            let mut text = String::from("static STATIC: u8 = ");
            let at = Place { indent: 0, column: text.len(), width: WIDTH };
            expression.lay_out(&mut text, at, 1);
            text.push_str(";\n");
            let flat = format!("static STATIC: u8 = {expression};");
            prop_assert_eq!(laid_out(flat.parse()), text);
        }
    }
}
