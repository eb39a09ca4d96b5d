use super::flat_value::FlatValue;
use super::percent::{Keep, encode};
use crate::describe::Style;

/// The punctuation of one style.
struct Marks {
    /// The prefix.
    first: &'static str,
    /// The separator of exploded items.
    between: &'static str,
    /// The separator of items within one value.
    within: &'static str,
    /// Whether values are preceded by the parameter's name.
    named: bool,
    /// The text after a name with an empty value.
    if_empty: &'static str,
}

fn marks(style: Style) -> Marks {
    let (first, between, within, named, if_empty) = match style {
        Style::Simple => ("", ",", ",", false, ""),
        Style::Label => (".", ".", ",", false, ""),
        Style::Matrix => (";", ";", ",", true, ""),
        Style::Form | Style::DeepObject => ("", "&", ",", true, "="),
        Style::Cookie => ("", "; ", ",", true, "="),
        Style::SpaceDelimited => ("", "&", "%20", true, "="),
        Style::PipeDelimited => ("", "&", "%7C", true, "="),
        Style::TabDelimited => ("", "&", "%09", true, "="),
    };
    Marks { first, between, within, named, if_empty }
}

/// Expands a value as RFC 6570 does for the style's operator.
///
/// `None` is an undefined value: an array or object without elements.
pub(crate) fn expand(
    name: &str,
    shape: &FlatValue,
    style: Style,
    explode: bool,
    keep: Keep,
) -> Option<String> {
    let marks = marks(style);
    let mut out = String::from(marks.first);
    match shape {
        FlatValue::Text(text) => one(name, text, &marks, keep, &mut out),
        FlatValue::List(items) if items.is_empty() => return None,
        FlatValue::Pairs(pairs) if pairs.is_empty() => return None,
        FlatValue::List(items) if explode => {
            separated(items, marks.between, &mut out, |item, out| {
                if marks.between == COMMA {
                    part(item, marks.between, keep, out);
                } else {
                    one(name, item, &marks, keep, out);
                }
            });
        }
        FlatValue::List(items) => {
            named(name, &marks, keep, &mut out);
            separated(items, marks.within, &mut out, |item, out| {
                part(item, marks.within, keep, out);
            });
        }
        FlatValue::Pairs(pairs) if explode => {
            separated(pairs, marks.between, &mut out, |(key, value), out| {
                encode(key, keep.in_names(), out);
                // RFC 6570 omits the `=` of an empty value only for matrix.
                out.push_str(if value.is_empty() && marks.named { marks.if_empty } else { "=" });
                part(value, marks.between, keep, out);
            });
        }
        FlatValue::Pairs(pairs) => {
            named(name, &marks, keep, &mut out);
            separated(pairs, marks.within, &mut out, |(key, value), out| {
                part(key, marks.within, keep, out);
                out.push_str(marks.within);
                part(value, marks.within, keep, out);
            });
        }
    }
    Some(out)
}

/// One value, with its name if the style has one.
fn one(name: &str, value: &str, marks: &Marks, keep: Keep, out: &mut String) {
    if marks.named {
        encode(name, keep.in_names(), out);
        out.push_str(if value.is_empty() { marks.if_empty } else { "=" });
    }
    encode(value, keep, out);
}

const COMMA: &str = ",";

/// An item between separators. A comma that separates items is encoded within one also where reserved characters are
/// allowed, so that it does not end the item.
fn part(text: &str, separator: &str, keep: Keep, out: &mut String) {
    if separator != COMMA || !matches!(keep, Keep::Query | Keep::Path) {
        return encode(text, keep, out);
    }
    let pieces: Vec<&str> = text.split(COMMA).collect();
    separated(&pieces, "%2C", out, |piece, out| encode(piece, keep, out));
}

fn named(name: &str, marks: &Marks, keep: Keep, out: &mut String) {
    if marks.named {
        encode(name, keep.in_names(), out);
        out.push('=');
    }
}

fn separated<T>(
    items: &[T],
    separator: &str,
    out: &mut String,
    mut write: impl FnMut(&T, &mut String),
) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(separator);
        }
        write(item, out);
    }
}
