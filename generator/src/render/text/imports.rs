//! Names in the order and on the lines that rustfmt has for modules and imports.

use std::cmp::Ordering;

use super::shape::{INDENT, Shape, break_line, width};

/// Modules in the order of their declarations.
pub(in crate::render) fn by_name(a: &str, b: &str) -> Ordering {
    a.trim_start_matches("r#").cmp(b.trim_start_matches("r#"))
}

/// Imports in the order of style edition 2024: numbers by their value, and `_` before all else.
pub(in crate::render) fn by_version(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.trim_start_matches("r#"), b.trim_start_matches("r#"));
    let (mut left, mut right) = (a, b);
    while let (Some((x, after_x)), Some((y, after_y))) = (chunk(left), chunk(right)) {
        let order = match (Kind::of(x), Kind::of(y)) {
            (Kind::Number, Kind::Number) => {
                let (x, y) = (x.trim_start_matches('0'), y.trim_start_matches('0'));
                x.len().cmp(&y.len()).then_with(|| x.cmp(y))
            }
            (kind @ Kind::Underscore, other) | (kind, other @ Kind::Underscore) => kind.cmp(&other),
            _ => x.cmp(y),
        };
        if order != Ordering::Equal {
            return order;
        }
        (left, right) = (after_x, after_y);
    }
    // Of equal numbers, the one with more zeros before it is first.
    left.len().cmp(&right.len()).then_with(|| b.len().cmp(&a.len())).then_with(|| a.cmp(b))
}

/// The part of a name that is compared at once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Underscore,
    Number,
    Letters,
}

impl Kind {
    fn of(text: &str) -> Self {
        match text.chars().next() {
            Some('_') => Self::Underscore,
            Some(first) if first.is_ascii_digit() => Self::Number,
            _ => Self::Letters,
        }
    }
}

/// An underscore, digits or other characters at the beginning, and what follows them.
fn chunk(text: &str) -> Option<(&str, &str)> {
    let first = text.chars().next()?;
    let kind = |c: char| Kind::of(c.encode_utf8(&mut [0; 4]));
    let end = if first == '_' {
        1
    } else {
        text.find(|c: char| kind(c) != kind(first)).unwrap_or(text.len())
    };
    text.split_at_checked(end)
}

/// `use path::{A, B};`, its names on as many lines as they fill.
pub(in crate::render) fn imported(path: &str, mut names: Vec<String>) -> String {
    names.sort_by(|a, b| by_version(a, b));
    names.dedup();
    if let [name] = &*names {
        return format!("{path}::{name};");
    }
    let shape = Shape::new(0);
    let line = format!("{path}::{{{}}};", names.join(", "));
    if width(&line) <= shape.width {
        return line;
    }
    let nested = shape.nested();
    let mut out = format!("{path}::{{");
    let mut column = 0;
    for name in names {
        let columns = width(&name) + 1;
        if column == 0 || column + 1 + columns > nested.width {
            break_line(&mut out, INDENT);
            column = 0;
        } else {
            out.push(' ');
            column += 1;
        }
        column += columns;
        out.push_str(&name);
        out.push(',');
    }
    out.push_str("\n};");
    out
}

#[cfg(test)]
mod tests {
    use super::{by_name, by_version, imported};

    #[test]
    fn numbers_count_and_underscores_are_first() {
        let mut names = ["x10", "x9", "x_1", "xa", "X", "x", "x09", "r#type", "u8", "u16"];
        names.sort_by(|a, b| by_version(a, b));
        assert_eq!(names, ["X", "r#type", "u8", "u16", "x", "x_1", "x09", "x9", "x10", "xa"]);
    }

    #[test]
    fn modules_are_in_the_order_of_their_characters() {
        let mut names = ["x9", "x_1", "r#type", "x10", "u8"];
        names.sort_by(|a, b| by_name(a, b));
        assert_eq!(names, ["r#type", "u8", "x10", "x9", "x_1"]);
    }

    #[test]
    fn one_name_needs_no_braces() {
        assert_eq!(imported("use a", vec!["B".to_owned()]), "use a::B;");
        let names = vec!["C10".to_owned(), "C9".to_owned(), "B".to_owned()];
        assert_eq!(imported("use a", names), "use a::{B, C9, C10};");
    }
}
