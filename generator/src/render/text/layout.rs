//! Line breaks within expressions, where rustfmt has them.
//!
//! Each function returns `None` where rustfmt finds no layout. It then leaves what is written as it is.

use super::chain::chain;
use super::delimited::{Delimited, delimited};
use super::expression::{Expression, StructLiteral, value_beside};
use super::shape::{INDENT, Shape, break_line, width};

/// rustfmt's `fn_call_width`, `array_width` and `chain_width`.
pub(super) const CALL_WIDTH: usize = 60;

/// rustfmt's `struct_lit_width`.
const STRUCT_WIDTH: usize = 18;

/// The start of a type that is known by its traits.
const IMPL: &str = "impl ";

/// The position and the rules of an expression's layout.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    pub(super) shape: Shape,
    /// Chains may break within their last call only.
    pub(super) joins_chains: bool,
}

impl Room {
    pub(super) fn new(shape: Shape) -> Self {
        Self { shape, joins_chains: false }
    }

    pub(super) fn with(self, shape: Shape) -> Self {
        Self { shape, ..self }
    }
}

/// An expression as rustfmt has it in that room.
pub(super) fn lay_out(expression: &Expression, room: Room) -> Option<String> {
    let shape = room.shape;
    if let Some(columns) = flat_width(expression, shape.width.min(CALL_WIDTH)) {
        let mut text = String::with_capacity(columns);
        expression.write(&mut text);
        return Some(text);
    }
    match expression {
        Expression::Word(word) => {
            // Strings may be as long as they please.
            let fits = word.starts_with('"') || width(word) <= shape.width;
            fits.then(|| word.to_string())
        }
        Expression::Prefixed(operator, inner) => {
            let inner = lay_out(inner, room.with(shape.after(operator.len())?))?;
            Some(format!("{operator}{inner}"))
        }
        Expression::Parameter(name, ty) => {
            let ty = lay_out(ty, room.with(shape.before(width(name) + ": ".len())?))?;
            Some(format!("{name}: {ty}"))
        }
        Expression::Call(name, items) => {
            shape.before(width(name))?;
            delimited(
                Delimited { head: name, delimiters: ["(", ")"], items, most: CALL_WIDTH },
                room,
            )
        }
        Expression::Array(items) => {
            delimited(Delimited { head: "", delimiters: ["[", "]"], items, most: CALL_WIDTH }, room)
        }
        Expression::Generic(name, items) => {
            shape.before(width(name))?;
            let most = usize::MAX;
            // rustfmt leaves the keyword out of its sum.
            let uncounted = if name.starts_with(IMPL) { IMPL.len() } else { 0 };
            let shape = Shape { width: shape.width + uncounted, ..shape };
            let room = room.with(shape);
            delimited(Delimited { head: name, delimiters: ["<", ">"], items, most }, room)
        }
        Expression::Chain(first, links) => chain(first, links, room),
        Expression::Struct(literal) => struct_literal(literal, room),
    }
}

/// The columns of an expression whose one line is short enough for every rule; `None` beyond `most`.
fn flat_width(expression: &Expression, most: usize) -> Option<usize> {
    let within = |columns: usize| (columns <= most).then_some(columns);
    let items_width = |around: usize, items: &[Expression]| {
        let mut total = within(around + 2 * items.len().saturating_sub(1))?;
        for item in items {
            total += flat_width(item, most - total)?;
        }
        Some(total)
    };
    match expression {
        Expression::Word(word) => within(width(word)),
        Expression::Call(name, items) | Expression::Generic(name, items) => {
            items_width(width(name) + 2, items)
        }
        Expression::Array(items) => items_width(2, items),
        Expression::Prefixed(operator, inner) => {
            Some(operator.len() + flat_width(inner, most.checked_sub(operator.len())?)?)
        }
        Expression::Parameter(name, ty) => {
            let name = width(name) + ": ".len();
            Some(name + flat_width(ty, most.checked_sub(name)?)?)
        }
        Expression::Chain(first, links) => {
            let mut total = flat_width(first, most)?;
            for link in links {
                total = within(total + 1)?;
                total += flat_width(link, most - total)?;
            }
            Some(total)
        }
        Expression::Struct(literal) => {
            let name = width(&literal.name) + " {  }".len();
            let most = STRUCT_WIDTH.min(most.checked_sub(name)?);
            let inside = fields_width(literal, most)?;
            // rustfmt compares bytes in the end.
            (literal.inside().len() <= most).then_some(name + inside)
        }
    }
}

/// The columns of a literal's fields on one line; `None` beyond `most`.
fn fields_width(literal: &StructLiteral, most: usize) -> Option<usize> {
    let StructLiteral { name: _, fields, base } = literal;
    let base = base.as_ref().map(|base| "..".len() + width(base));
    let count = fields.len() + base.iter().len();
    let mut total = base.unwrap_or(0) + 2 * count.saturating_sub(1);
    for (field, value) in fields {
        total += width(field);
        let Some(value) = value_beside(field, value) else { continue };
        total += ": ".len();
        total += flat_width(value, most.checked_sub(total)?)?;
    }
    (total <= most).then_some(total)
}

/// Whether a value is broken wherever it begins, and in the same way.
pub(super) fn always_breaks(value: &Expression) -> bool {
    match value {
        Expression::Struct(literal) => fields_width(literal, STRUCT_WIDTH).is_none(),
        Expression::Prefixed(_, inner) => always_breaks(inner),
        Expression::Array(items) => items.len() > 1 && flat_width(value, CALL_WIDTH + 2).is_none(),
        Expression::Chain(first, links) => {
            let between = links.iter().take(links.len() - 1);
            let mut total = 0;
            let mut parts = [&**first].into_iter().chain(between);
            let joins = parts.all(|part| match flat_width(part, CALL_WIDTH - total) {
                Some(columns) if total + columns < CALL_WIDTH => {
                    total += columns + 1;
                    true
                }
                _ => false,
            });
            // A shorter link is joined by the next one.
            !joins && matches!(&**first, Expression::Word(word) if word.len() > INDENT)
        }
        Expression::Word(_)
        | Expression::Call(..)
        | Expression::Generic(..)
        | Expression::Parameter(..) => false,
    }
}

/// Whether an expression has one line in that room, which is added then.
pub(super) fn write_flat(out: &mut String, expression: &Expression, shape: Shape) -> bool {
    let is_flat = flat_width(expression, shape.width.min(CALL_WIDTH)).is_some();
    if is_flat {
        expression.write(out);
    }
    is_flat
}

fn struct_literal(literal: &StructLiteral, room: Room) -> Option<String> {
    let StructLiteral { name, fields, base } = literal;
    let shape = room.shape;
    shape.before(width(name) + " {".len())?;
    let one_line = shape.width.saturating_sub(width(name) + " {  }".len());
    let inner = shape.new_line(INDENT);
    let mut out = format!("{name} {{");
    let most = one_line.min(STRUCT_WIDTH);
    if fields_width(literal, most).is_some() {
        let inside = literal.inside();
        if inside.len() <= most {
            return Some(format!("{out} {inside} }}"));
        }
        break_line(&mut out, inner.indent);
        out.push_str(&inside);
        break_line(&mut out, shape.indent);
        out.push('}');
        return Some(out);
    }
    for (field, value) in fields {
        break_line(&mut out, inner.indent);
        out.push_str(field);
        let Some(value) = value_beside(field, value) else {
            out.push(',');
            continue;
        };
        out.push(':');
        let beside = inner.before(1).and_then(|inner| inner.after(width(field) + ": ".len()));
        let beside = beside.and_then(|beside| lay_out(value, room.with(beside)));
        if let Some(value) = beside {
            out.push(' ');
            out.push_str(&value);
        } else {
            let below = inner.new_line(INDENT);
            break_line(&mut out, below.indent);
            out.push_str(&lay_out(value, room.with(below))?);
        }
        out.push(',');
    }
    if let Some(base) = base {
        break_line(&mut out, inner.indent);
        out.push_str("..");
        out.push_str(base);
    }
    break_line(&mut out, shape.indent);
    out.push('}');
    Some(out)
}
