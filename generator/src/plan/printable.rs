//! Characters that a comment can show.

use std::borrow::Cow;

/// `text` with each character that a comment must not contain as its number: `\u{202e}`.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unfit) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unfit(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Control characters, line separators, and marks that change the direction of text, of which rustc
/// refuses those that could hide code; and marks without a width.
pub(super) fn is_unfit(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn characters_that_hide_or_turn_text_are_shown_as_numbers() {
        assert_eq!(printable("a\rb\u{202e}c"), "a\\u{d}b\\u{202e}c");
        assert_eq!(printable("größe 宠物 😀"), "größe 宠物 😀");
    }
}
