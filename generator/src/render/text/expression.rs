//! Expressions and types, before they are broken into lines.

use std::borrow::Cow;
use std::fmt::{self, Display};

use super::quoted::Quoted;

/// An expression or a type, of the kinds that generated code has.
#[derive(Clone, Debug)]
pub(in crate::render) enum Expression {
    /// A literal, a path or a field, which has no place for a line break.
    Word(Cow<'static, str>),
    /// `name(a, b)`, or a tuple where the name is empty.
    Call(String, Vec<Expression>),
    /// `[a, b]`
    Array(Vec<Expression>),
    /// `&a`, `&mut a` or `vec![a]`: what comes right before, and the rest.
    Prefixed(&'static str, Box<Expression>),
    /// `first.a(…).b(…)`
    Chain(Box<Expression>, Vec<Expression>),
    /// `Name { a: b, ..base }`
    Struct(StructLiteral),
    /// `name<A, B>`
    Generic(String, Vec<Expression>),
    /// `name: Type`
    Parameter(String, Box<Expression>),
}

/// A struct literal: its name, its fields, and the value that fills the rest.
#[derive(Clone, Debug)]
pub(in crate::render) struct StructLiteral {
    pub(in crate::render) name: String,
    pub(in crate::render) fields: Vec<(String, Expression)>,
    pub(in crate::render) base: Option<String>,
}

/// The value of a field; `None` where it has the field's name and is written once.
pub(super) fn value_beside<'e>(name: &str, value: &'e Expression) -> Option<&'e Expression> {
    match value {
        Expression::Word(word) if word == name => None,
        value => Some(value),
    }
}

impl Expression {
    pub(in crate::render) fn word(word: impl Display) -> Self {
        Self::Word(word.to_string().into())
    }

    /// A string literal.
    pub(in crate::render) fn quoted(text: &str) -> Self {
        Self::word(Quoted(text))
    }

    pub(in crate::render) fn call(name: impl Display, arguments: impl Into<Vec<Self>>) -> Self {
        Self::Call(name.to_string(), arguments.into())
    }

    pub(in crate::render) fn tuple(items: impl Into<Vec<Self>>) -> Self {
        Self::call("", items)
    }

    /// A reference to an array.
    pub(in crate::render) fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self::Array(items.into_iter().collect()).referred()
    }

    /// A reference to an array of string literals.
    pub(in crate::render) fn strings(items: &[String]) -> Self {
        Self::list(items.iter().map(|item| Self::quoted(item)))
    }

    /// `name<item>`
    pub(in crate::render) fn generic(name: impl Display, item: Self) -> Self {
        Self::Generic(name.to_string(), vec![item])
    }

    pub(in crate::render) fn literal(
        name: impl Display,
        fields: impl IntoIterator<Item = (String, Self)>,
        base: Option<&str>,
    ) -> Self {
        let (name, fields) = (name.to_string(), fields.into_iter().collect());
        Self::Struct(StructLiteral { name, fields, base: base.map(str::to_owned) })
    }

    /// `self.name`
    pub(in crate::render) fn member(name: impl Display) -> Self {
        Self::Chain(Box::new(Self::Word("self".into())), vec![Self::word(name)])
    }

    /// The expression with calls and fields after it.
    pub(in crate::render) fn then(self, links: impl IntoIterator<Item = Self>) -> Self {
        let links = links.into_iter();
        match self {
            Self::Chain(first, mut before) => {
                before.extend(links);
                Self::Chain(first, before)
            }
            first => {
                let links: Vec<Self> = links.collect();
                if links.is_empty() { first } else { Self::Chain(Box::new(first), links) }
            }
        }
    }

    /// A reference to the expression.
    pub(in crate::render) fn referred(self) -> Self {
        self.prefixed("&")
    }

    /// The expression right behind an operator or a macro.
    pub(in crate::render) fn prefixed(self, operator: &'static str) -> Self {
        Self::Prefixed(operator, Box::new(self))
    }

    /// The type as that of a parameter.
    pub(in crate::render) fn named(self, name: impl Display) -> Self {
        Self::Parameter(name.to_string(), Box::new(self))
    }
}

impl Expression {
    /// Adds it on one line.
    pub(super) fn write(&self, out: &mut String) {
        match self {
            Self::Word(word) => out.push_str(word),
            Self::Call(name, items) => separated(out, name, ["(", ")"], items),
            Self::Array(items) => separated(out, "", ["[", "]"], items),
            Self::Generic(name, items) => separated(out, name, ["<", ">"], items),
            Self::Prefixed(prefix, inner) => {
                out.push_str(prefix);
                inner.write(out);
            }
            Self::Parameter(name, ty) => {
                out.push_str(name);
                out.push_str(": ");
                ty.write(out);
            }
            Self::Chain(first, links) => {
                first.write(out);
                for link in links {
                    out.push('.');
                    link.write(out);
                }
            }
            Self::Struct(literal) => literal.write(out),
        }
    }
}

impl StructLiteral {
    fn write(&self, out: &mut String) {
        out.push_str(&self.name);
        out.push_str(" { ");
        self.write_inside(out);
        out.push_str(" }");
    }

    /// The fields and the base, on one line.
    pub(super) fn inside(&self) -> String {
        let mut out = String::new();
        self.write_inside(&mut out);
        out
    }

    fn write_inside(&self, out: &mut String) {
        let Self { name: _, fields, base } = self;
        let mut before = "";
        for (field, value) in fields {
            out.push_str(before);
            before = ", ";
            out.push_str(field);
            if let Some(value) = value_beside(field, value) {
                out.push_str(": ");
                value.write(out);
            }
        }
        if let Some(base) = base {
            out.push_str(before);
            out.push_str("..");
            out.push_str(base);
        }
    }
}

impl Display for Expression {
    /// Writes it on one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write(&mut text);
        f.write_str(&text)
    }
}

/// Items between delimiters.
fn separated(out: &mut String, name: &str, [open, close]: [&str; 2], items: &[Expression]) {
    out.push_str(name);
    out.push_str(open);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        item.write(out);
    }
    out.push_str(close);
}
