//! Items as text, laid out as they are written.
//!
//! Generated code is what rustfmt makes of it with its default configuration for edition 2024: nothing that a user
//! formats changes. Most of it is a few shapes over and over, so that a line is written at a time, and only expressions
//! and types are measured.

use std::fmt::{Display, Write};

use super::assignment::{assign, is_better_below};
use super::delimited::{Delimited, delimited};
use super::expression::Expression;
use super::layout::{CALL_WIDTH, Room, lay_out, write_flat};
use super::shape::{INDENT, Shape, break_line, last_width, width};
use crate::plan::{Docs, printable};

/// Items, one after the other, a blank line between them.
#[derive(Debug, Default)]
pub(in crate::render) struct Source {
    text: String,
    indent: usize,
    /// A method has just ended: a blank line separates it from what follows.
    after_method: bool,
}

impl Source {
    /// Adds an item.
    pub(in crate::render) fn item(&mut self, write: impl FnOnce(&mut Self)) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        write(self);
    }

    /// Adds documentation of what follows.
    pub(in crate::render) fn docs(&mut self, docs: &Docs) {
        self.comment("///", docs);
    }

    /// Adds documentation of the file.
    pub(in crate::render) fn inner_docs(&mut self, docs: &Docs) {
        self.comment("//!", docs);
    }

    /// Adds a line that has no place for a break.
    pub(in crate::render) fn line(&mut self, line: impl Display) {
        self.begin();
        self.push(line);
        self.text.push('\n');
    }

    /// Adds the definition of a type.
    pub(in crate::render) fn definition(
        &mut self,
        head: impl Display,
        inside: impl FnOnce(&mut Self),
    ) {
        let head = head.to_string();
        if self.fits(&[&head, " {"]) {
            self.enclosed(format_args!("{head} {{"), inside, "}");
        } else {
            self.line(head);
            self.enclosed("{", inside, "}");
        }
    }

    /// Adds methods of a type.
    pub(in crate::render) fn inherent(
        &mut self,
        ident: impl Display,
        inside: impl FnOnce(&mut Self),
    ) {
        let ident = ident.to_string();
        if self.fits(&["impl ", &ident, " {"]) || !self.fits(&["    ", &ident]) {
            self.enclosed(format_args!("impl {ident} {{"), inside, "}");
        } else {
            self.line("impl");
            self.line(format_args!("    {ident}"));
            self.enclosed("{", inside, "}");
        }
    }

    /// Adds a struct around a private value.
    pub(in crate::render) fn wrapper(&mut self, head: impl Display, inner: &str) {
        self.tuple(format_args!("pub struct {head}"), Expression::word(inner), ";");
    }

    /// Adds a variant with a payload.
    pub(in crate::render) fn variant(&mut self, ident: impl Display, payload: Expression) {
        self.tuple(ident, payload, ",");
    }

    /// Adds a member of a type.
    pub(in crate::render) fn field(&mut self, name: impl Display, ty: &Expression) {
        self.assign(format_args!("pub {name}:"), ty, ",");
    }

    /// Adds a member of a tuple struct, which lines of its own are around.
    pub(in crate::render) fn position(&mut self, ty: &Expression) {
        self.begin();
        let text = self.laid_out(ty, "pub ,");
        self.push(format_args!("pub {text},\n"));
    }

    /// Adds the implementation of a trait.
    pub(in crate::render) fn implementation(
        &mut self,
        of: &Expression,
        ident: impl Display,
        inside: impl FnOnce(&mut Self),
    ) {
        let line = format!("impl {of} for {ident} {{");
        let broken = if self.fits(&[&line]) { None } else { broken_head(of, &ident.to_string()) };
        if let Some(head) = broken {
            self.line(head);
            self.enclosed("{", inside, "}");
        } else {
            self.enclosed(line, inside, "}");
        }
    }

    /// Adds an arm of a `match`.
    pub(in crate::render) fn arm(&mut self, pattern: impl Display, value: &Expression) {
        let start = self.begin();
        self.push(format_args!("{pattern} => "));
        let column = width(self.text.get(start..).unwrap_or_default());
        let shape = Shape::new(self.indent);
        let beside = shape.after(column - self.indent).and_then(|shape| shape.before(",".len()));
        if beside.is_some_and(|beside| write_flat(&mut self.text, value, beside)) {
            self.text.push_str(",\n");
            return;
        }
        let beside = beside.and_then(|shape| Some((lay_out(value, Room::new(shape))?, shape)));
        if let Some((text, shape)) = &beside
            && !text.contains('\n')
            && shape.fits(text)
        {
            self.text.push_str(text);
            self.text.push_str(",\n");
            return;
        }
        let below = shape.new_line(INDENT);
        match (beside, lay_out(value, Room::new(below))) {
            (Some((text, _)), None) => {
                self.text.push_str(&text);
                self.text.push_str(",\n");
            }
            (Some((text, shape)), Some(below))
                if shape.fits(&text) && !is_better_below(&text, &below) && extends(value) =>
            {
                self.text.push_str(&text);
                self.text.push_str(",\n");
            }
            (_, text) => {
                self.text.push('{');
                break_line(&mut self.text, below.indent);
                self.text.push_str(&text.unwrap_or_else(|| value.to_string()));
                self.text.push('\n');
                self.line("}");
            }
        }
    }

    /// Adds an arm whose value is a reference to a member of `self`: the most frequent one by far.
    pub(in crate::render) fn member_arm(
        &mut self,
        pattern: impl Display,
        borrow: &'static str,
        name: impl Display,
    ) {
        let start = self.begin();
        self.push(format_args!("{pattern} => "));
        let value = self.text.len();
        self.push(format_args!("{borrow}self.{name}"));
        let is_short = width(self.text.get(value..).unwrap_or_default()) <= CALL_WIDTH;
        let line = self.text.get(start..).unwrap_or_default();
        if is_short && width(line) + ",".len() <= Shape::new(0).width {
            self.text.push_str(",\n");
        } else {
            self.text.truncate(start);
            self.arm(pattern, &Expression::member(name).prefixed(borrow));
        }
    }

    /// Adds `head { … }`.
    pub(in crate::render) fn block(&mut self, head: impl Display, inside: impl FnOnce(&mut Self)) {
        self.enclosed(format_args!("{head} {{"), inside, "}");
        self.after_method = self.indent == INDENT;
    }

    /// Adds `open`, what is inside, a step further in, and `close` on a line of its own.
    pub(in crate::render) fn enclosed(
        &mut self,
        open: impl Display,
        inside: impl FnOnce(&mut Self),
        close: &str,
    ) {
        self.line(open);
        self.indent += INDENT;
        inside(self);
        self.close(close);
    }

    /// Adds a static or a constant.
    pub(in crate::render) fn value(&mut self, name: impl Display, ty: &str, value: &Expression) {
        let name = name.to_string();
        let is_broken = self.fits(&[&name, ": ", " ="]) && !self.fits(&[&name, ": ", ty, " ="]);
        let gap = if is_broken { "\n    " } else { " " };
        self.assign(format_args!("{name}:{gap}{ty} ="), value, ";");
    }

    /// Adds a value or a type after what it is assigned to.
    pub(in crate::render) fn assign(
        &mut self,
        left: impl Display,
        value: &Expression,
        ending: &str,
    ) {
        self.begin();
        let shape = Shape::new(self.indent);
        assign(&mut self.text, shape, &left.to_string(), value, ending);
        self.text.push('\n');
    }

    /// Adds an expression.
    pub(in crate::render) fn expression(&mut self, expression: &Expression, ending: &str) {
        self.begin();
        let shape = Shape::new(self.indent).before(ending.len());
        if !shape.is_some_and(|shape| write_flat(&mut self.text, expression, shape)) {
            let text = self.laid_out(expression, ending);
            self.text.push_str(&text);
        }
        self.text.push_str(ending);
        self.text.push('\n');
    }

    /// Adds a method: `head`, its parameters, and the type that it returns.
    pub(in crate::render) fn method(
        &mut self,
        head: impl Display,
        parameters: impl IntoIterator<Item = Expression>,
        returns: impl Display,
        inside: impl FnOnce(&mut Self),
    ) {
        let parameters: Vec<Expression> = parameters.into_iter().collect();
        let (head, returns) = (head.to_string(), returns.to_string());
        let start = self.begin();
        self.text.push_str(&head);
        self.text.push('(');
        for (index, parameter) in parameters.iter().enumerate() {
            self.text.push_str(if index == 0 { "" } else { ", " });
            parameter.write(&mut self.text);
        }
        for part in [") -> ", &returns, " {"] {
            self.text.push_str(part);
        }
        let line = self.text.get(start..).unwrap_or_default();
        if width(line) <= Shape::new(0).width {
            self.text.push('\n');
        } else {
            self.text.truncate(start);
            self.line(format_args!("{head}("));
            self.indent += INDENT;
            for parameter in &parameters {
                self.expression(parameter, ",");
            }
            self.indent -= INDENT;
            // rustfmt counts the indentation of the parameters here.
            if self.fits(&["    ", ") -> ", &returns, " {"]) {
                self.line(format_args!(") -> {returns} {{"));
            } else if self.fits(&["-> ", &returns]) {
                self.line(format_args!(") -> {returns}"));
                self.line("{");
            } else {
                // rustfmt has no layout for such a type, and no space after it.
                self.line(format_args!(") -> {returns}{{"));
            }
        }
        self.indent += INDENT;
        inside(self);
        self.close("}");
        self.after_method = true;
    }

    /// Adds the call of a macro by identifiers.
    pub(in crate::render) fn macro_call(&mut self, name: &str, arguments: &[String]) {
        let joined = arguments.join(", ");
        let most = if arguments.len() == 1 { usize::MAX } else { CALL_WIDTH };
        let line = format!("{name}!({joined});");
        if width(&joined) <= most && self.fits(&[&line]) {
            return self.line(line);
        }
        // A comma at the end would be handed to the macro.
        let inside = |out: &mut Self| out.line(arguments.join(",\n    "));
        self.enclosed(format_args!("{name}!("), inside, ");");
    }

    pub(in crate::render) fn into_text(self) -> String {
        self.text
    }

    /// An expression at the beginning of a line, where nothing can be done as it is written.
    fn laid_out(&self, expression: &Expression, ending: &str) -> String {
        let shape = Shape::new(self.indent);
        let laid_out = |shape: Shape| lay_out(expression, Room::new(shape.before(ending.len())?));
        let text = laid_out(shape).or_else(|| laid_out(shape.unlimited()));
        text.unwrap_or_else(|| expression.to_string())
    }

    /// Adds a tuple struct or a tuple variant with one member.
    fn tuple(&mut self, head: impl Display, member: Expression, ending: &str) {
        self.begin();
        let head = head.to_string();
        let list =
            Delimited { head: &head, delimiters: ["(", ")"], items: &[member], most: CALL_WIDTH };
        let shape = Shape::new(self.indent);
        let laid_out = |shape: Shape| delimited(list, Room::new(shape.before(ending.len())?));
        let text = laid_out(shape).or_else(|| laid_out(shape.unlimited()));
        self.text.push_str(&text.unwrap_or_default());
        self.text.push_str(ending);
        self.text.push('\n');
    }

    /// Whether text fits on a line of its own.
    fn fits(&self, parts: &[&str]) -> bool {
        let columns: usize = parts.iter().map(|part| width(part)).sum();
        columns <= Shape::new(self.indent).width
    }

    fn comment(&mut self, opening: &str, docs: &Docs) {
        let Docs(text) = docs;
        for line in text.lines().map(str::trim_end) {
            self.begin();
            self.text.push_str(opening);
            if !line.is_empty() {
                self.text.push(' ');
                self.text.push_str(&printable(line));
            }
            self.text.push('\n');
        }
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

    fn push(&mut self, text: impl Display) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{text}");
    }
}

/// `impl … for …` on lines of their own; `None` where rustfmt has no layout.
fn broken_head(of: &Expression, ident: &str) -> Option<String> {
    let whole = Shape::new(0).width;
    let mut head = format!("impl {of}");
    if width(&head) > whole {
        head = format!("impl\n    {}", lay_out(of, Room::new(Shape::new(INDENT)))?);
    }
    if last_width(&head) + width(ident) + " for  {".len() > whole {
        break_line(&mut head, INDENT);
        head.push_str("for ");
    } else {
        head.push_str(" for ");
    }
    head.push_str(ident);
    (last_width(&head) <= whole).then_some(head)
}

/// Whether a broken value may stay beside the arrow of its arm.
fn extends(value: &Expression) -> bool {
    match value {
        Expression::Call(..) | Expression::Array(_) | Expression::Struct(_) => true,
        Expression::Chain(_, links) => matches!(links.last(), Some(Expression::Call(..))),
        Expression::Prefixed(_, inner) => extends(inner),
        Expression::Word(_) | Expression::Generic(..) | Expression::Parameter(..) => false,
    }
}
