//! Items between delimiters: arguments, arrays, tuples and generic arguments.

use super::expression::Expression;
use super::layout::{Room, lay_out};
use super::shape::{INDENT, Shape, break_line, first_width, last_width, width};

/// rustfmt's `short_array_element_width_threshold`.
const SHORT_ITEM: usize = 10;

/// Items, what is around them, and the most columns that they have on one line.
#[derive(Clone, Copy)]
pub(super) struct Delimited<'a> {
    pub(super) head: &'a str,
    pub(super) delimiters: [&'static str; 2],
    pub(super) items: &'a [Expression],
    pub(super) most: usize,
}

/// The items on one line, beside each other on as many as they fill, or on a line each.
pub(super) fn delimited(list: Delimited<'_>, room: Room) -> Option<String> {
    let Delimited { head, delimiters: [open, close], items, most } = list;
    let shape = room.shape;
    let one_line = shape.width.saturating_sub(width(head) + open.len() + close.len());
    let joined = match items {
        [] => Some(String::new()),
        [item] => match overflowing(list, item, one_line, room) {
            Some(text) => Some(text),
            None => {
                let text = lay_out(item, room.with(shape.nested()))?;
                if one_line > 0 && !text.contains('\n') && width(&text) <= one_line {
                    Some(text)
                } else {
                    return Some(broken(list, &[text], shape));
                }
            }
        },
        items => {
            let nested = room.with(shape.nested());
            let texts = items.iter().map(|item| lay_out(item, nested));
            let texts: Vec<String> = texts.collect::<Option<_>>()?;
            let separators = 2 * (texts.len() - 1);
            let total = texts.iter().map(|text| width(text)).sum::<usize>() + separators;
            if total > one_line.min(most) || texts.iter().any(|text| text.contains('\n')) {
                return Some(broken(list, &texts, shape));
            }
            Some(texts.join(", "))
        }
    };
    let joined = joined?;
    // An empty list takes its closing delimiter along.
    let first = if joined.is_empty() { 2 } else { first_width(&joined) + 1 };
    let mut out = String::with_capacity(head.len() + joined.len() + 2);
    out.push_str(head);
    out.push_str(open);
    if first <= shape.width.saturating_sub(last_width(head)) {
        out.push_str(&joined);
    } else {
        if !joined.is_empty() {
            break_line(&mut out, shape.indent + INDENT);
            out.push_str(&joined);
        }
        break_line(&mut out, shape.indent);
    }
    out.push_str(close);
    Some(out)
}

/// A single item whose first line stays beside the opening delimiter, where rustfmt has it so.
fn overflowing(
    list: Delimited<'_>,
    item: &Expression,
    one_line: usize,
    room: Room,
) -> Option<String> {
    let shape = room.shape;
    let is_short_head = width(list.head) < INDENT && !is_type(item);
    if !is_short_head && !can_overflow(item) {
        return None;
    }
    let none = Shape { width: 0, ..shape };
    let beside = shape.after(width(list.head) + 1).and_then(|shape| shape.before(1));
    let mut beside = beside.unwrap_or(none);
    if is_call(item) {
        beside.width = beside.width.min(list.most);
    }
    let joins_chains = room.joins_chains || !is_short_head && is_method_call(item);
    let text = lay_out(item, Room { shape: beside, joins_chains })?;
    if first_width(&text) > one_line.min(list.most) {
        return None;
    }
    // An element that would be broken once is better on a line of its own.
    if text.matches('\n').count() == 1
        && let Some(nested) = lay_out(item, room.with(shape.nested()))
        && !nested.contains('\n')
    {
        return Some(nested);
    }
    Some(text)
}

/// Items on lines of their own; short ones share lines.
fn broken(list: Delimited<'_>, texts: &[String], shape: Shape) -> String {
    let Delimited { head, delimiters: [open, close], items, most: _ } = list;
    let nested = shape.nested();
    let line = nested.indent + ",\n".len();
    let inside = texts.iter().map(|text| text.len() + line).sum::<usize>();
    let mut out = String::with_capacity(head.len() + inside + line);
    out.push_str(head);
    out.push_str(open);
    let shares = items.iter().all(is_simple) && texts.iter().all(|text| text.len() <= SHORT_ITEM);
    let mut column = 0;
    for text in texts {
        let columns = width(text) + 1;
        if column == 0 || !shares || column + 1 + columns > nested.width {
            break_line(&mut out, nested.indent);
            column = 0;
        } else {
            out.push(' ');
            column += 1;
        }
        column += columns;
        out.push_str(text);
        out.push(',');
    }
    break_line(&mut out, shape.indent);
    out.push_str(close);
    out
}

fn is_type(item: &Expression) -> bool {
    matches!(item, Expression::Generic(..) | Expression::Parameter(..))
}

/// Whether the item may begin beside the delimiter and end on a later line.
fn can_overflow(item: &Expression) -> bool {
    match item {
        Expression::Call(..) | Expression::Array(_) | Expression::Struct(_) => true,
        Expression::Chain(..) => is_method_call(item),
        Expression::Prefixed(_, inner) => can_overflow(inner),
        Expression::Word(_) | Expression::Generic(..) | Expression::Parameter(..) => false,
    }
}

/// Whether the item is a call, a chain aside.
fn is_call(item: &Expression) -> bool {
    match item {
        Expression::Call(name, _) => !name.is_empty(),
        Expression::Prefixed(_, inner) => is_call(inner),
        _ => false,
    }
}

fn is_method_call(item: &Expression) -> bool {
    match item {
        Expression::Chain(_, links) => matches!(links.last(), Some(Expression::Call(..))),
        Expression::Prefixed(_, inner) => is_method_call(inner),
        _ => false,
    }
}

/// Whether the item is a literal, a name or a field of one.
fn is_simple(item: &Expression) -> bool {
    match item {
        Expression::Word(word) => word.starts_with('"') || !word.contains("::"),
        Expression::Prefixed(_, inner) => is_simple(inner),
        Expression::Chain(first, links) => {
            is_simple(first) && links.iter().all(|link| matches!(link, Expression::Word(_)))
        }
        _ => false,
    }
}
