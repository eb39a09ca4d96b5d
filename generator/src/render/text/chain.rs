//! Chains of calls and fields.

use super::delimited::{Delimited, delimited};
use super::expression::Expression;
use super::layout::{CALL_WIDTH, Room, lay_out};
use super::shape::{INDENT, break_line, first_width, last_width, width};

/// A chain: on one line, broken within its last call, or a line for each link.
pub(super) fn chain(first: &Expression, links: &[Expression], room: Room) -> Option<String> {
    let shape = room.shape;
    let (mut root, links_left) = root(first, links, room)?;
    let Some((last, between)) = links_left.split_last() else {
        return shape.fits(&root).then_some(root);
    };
    let is_block = if links_left.len() == links.len() {
        matches!(first, Expression::Call(name, _) if !name.is_empty()) && root.contains('\n')
            || matches!(first, Expression::Array(_) | Expression::Struct(_)) && root.contains('\n')
    } else {
        ends_with_delimiters(&root)
    };
    let below = shape.new_line(if is_block { 0 } else { INDENT });
    let between = between.iter().map(|item| link(item, room.with(below)));
    let between: Vec<String> = between.collect::<Option<_>>()?;
    let extends = is_block && ends_with_delimiters(&root);
    let before = if extends {
        last_width(&root)
    } else {
        width(&root) + between.iter().map(|text| width(text)).sum::<usize>()
    };
    let most = if links.len() == 1 { shape.width } else { shape.width.min(CALL_WIDTH) };
    let budget = most.saturating_sub(before);
    let is_joined = !root.contains('\n') && between.iter().all(|text| !text.contains('\n'));
    let is_joined = is_joined && budget > 0;
    let below_last = || Some(room.with(below.before(shape.following())?));
    let beside = if is_joined {
        shape.after(before)
    } else if extends {
        below.after(before)
    } else {
        None
    };
    let mut fits_one_line = false;
    let mut text = None;
    if let Some(beside) = beside
        && let Some(joined) = link(last, room.with(beside))
    {
        let fits = first_width(&joined) <= budget;
        let lines = joined.lines().count();
        let separate = if fits && lines >= 5 { None } else { link(last, below_last()?) };
        match separate {
            Some(separate) if !fits || separate.lines().count() < lines => text = Some(separate),
            _ => {
                text = Some(joined);
                fits_one_line = fits && is_joined;
            }
        }
    }
    let text = match text {
        Some(text) => text,
        None if is_joined => link(last, room)?,
        None if extends => link(last, room.with(below))?,
        None => link(last, below_last()?)?,
    };
    if !fits_one_line && room.joins_chains {
        return None;
    }
    let line = below.indent + "\n".len();
    root.reserve(between.iter().chain([&text]).map(|text| text.len() + line).sum());
    for text in between.iter().chain([&text]) {
        if !fits_one_line {
            break_line(&mut root, below.indent);
        }
        root.push_str(text);
    }
    shape.fits(&root).then_some(root)
}

/// The beginning of a chain: what is shorter than an indentation takes the next link along.
fn root<'e>(
    first: &Expression,
    links: &'e [Expression],
    room: Room,
) -> Option<(String, &'e [Expression])> {
    let shape = room.shape;
    let mut root = lay_out(first, room)?;
    let mut left = links;
    let short = INDENT.saturating_sub(shape.column - shape.indent);
    while root.len() <= short && !root.contains('\n') {
        let Some((next, after)) = left.split_first() else { break };
        let Some(next) = link(next, room.with(shape.after(root.len())?)) else { break };
        root.push_str(&next);
        left = after;
    }
    Some((root, left))
}

/// A link, with its dot.
fn link(link: &Expression, room: Room) -> Option<String> {
    match link {
        Expression::Call(name, items) => {
            let (head, delimiters) = (&*format!(".{name}"), ["(", ")"]);
            delimited(Delimited { head, delimiters, items, most: CALL_WIDTH }, room)
        }
        other => Some(format!(".{other}")),
    }
}

/// Whether the last line is nothing but delimiters.
fn ends_with_delimiters(text: &str) -> bool {
    let last = text.rsplit('\n').next().unwrap_or_default();
    last.chars().all(|c| c.is_whitespace() || matches!(c, '(' | ')' | ']' | '}' | '?' | '>'))
}
