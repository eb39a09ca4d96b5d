//! Values and types behind `=` and `:`.

use super::expression::Expression;
use super::layout::{Room, always_breaks, lay_out, write_flat};
use super::shape::{INDENT, Shape, break_line, last_width, width};

/// Adds a value after what it is assigned to, beside it or below it; `ending` follows.
pub(super) fn assign(out: &mut String, shape: Shape, left: &str, value: &Expression, ending: &str) {
    out.push_str(left);
    if !left.contains('\n')
        && let Some(beside) = shape.before(ending.len() + width(left) + " ".len())
    {
        let start = out.len();
        out.push(' ');
        if write_flat(out, value, beside) {
            out.push_str(ending);
            return;
        }
        out.truncate(start);
    }
    let chosen = right_side(left, value, shape, ending)
        .or_else(|| right_side(left, value, shape.unlimited(), ending));
    match chosen {
        Some(text) => out.push_str(&text),
        None => {
            out.push(' ');
            out.push_str(&value.to_string());
        }
    }
    out.push_str(ending);
}

/// The right side of an assignment to `left`, with the white space before it.
fn right_side(left: &str, value: &Expression, shape: Shape, ending: &str) -> Option<String> {
    let whole = shape.before(ending.len())?;
    let taken = last_width(left) + " ".len();
    let taken = if left.contains('\n') { taken.saturating_sub(shape.indent) } else { taken };
    let none = Shape { width: 0, column: whole.column + taken, ..whole };
    let beside = whole.after(taken).unwrap_or(none);
    let original = lay_out(value, Room::new(beside));
    if let Some(text) = &original
        && !text.contains('\n')
        && beside.fits(text)
    {
        return Some(format!(" {text}"));
    }
    if original.is_some() && always_breaks(value) {
        return original.map(|original| format!(" {original}"));
    }
    let below = shape.new_line(INDENT).before(beside.following())?;
    let next = lay_out(value, Room::new(below));
    match (original, next) {
        (Some(original), Some(next))
            if !below.fits(&next) || !is_better_below(&original, &next) =>
        {
            Some(format!(" {original}"))
        }
        (Some(original), None) => Some(format!(" {original}")),
        (_, Some(next)) => {
            let mut text = String::new();
            break_line(&mut text, below.indent);
            text.push_str(&next);
            Some(text)
        }
        (None, None) => None,
    }
}

/// Whether lines below are better than those that begin beside what comes before.
pub(super) fn is_better_below(beside: &str, below: &str) -> bool {
    let lines = |text: &str| text.matches('\n').count();
    let opens = |text: &str, with: char| text.split('\n').next().is_some_and(|l| l.ends_with(with));
    !below.contains('\n')
        || lines(beside) > lines(below) + 1
        || ['(', '{', '['].iter().any(|open| opens(beside, *open) && !opens(below, *open))
}
