//! Joins words in the case of an identifier.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// The case of an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Case {
    /// `InstanceId`: types and variants.
    Pascal,
    /// `instance_id`: fields, functions, arguments and modules.
    Snake,
    /// `INSTANCE_ID`: statics.
    Screaming,
}

/// Converts `text` to a case like heck, but faster for ASCII, as most names are.
pub(super) fn cased(case: Case, text: &str) -> String {
    if text.is_ascii() {
        return ascii(case, text);
    }
    match case {
        Case::Pascal => text.to_upper_camel_case(),
        Case::Snake => text.to_snake_case(),
        Case::Screaming => text.to_shouty_snake_case(),
    }
}

/// The same for ASCII, where letters and digits form words and all other characters separate them.
fn ascii(case: Case, text: &str) -> String {
    // In snake case, all words but the last are followed by an underscore.
    let mut out = String::with_capacity(text.len() + text.len() / 4 + 1);
    // The case of the previous letter in the run, ignoring digits; neither at the start of a word.
    let (mut small, mut capital) = (false, false);
    let mut apart = true;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        if !byte.is_ascii_alphanumeric() {
            apart = true;
            continue;
        }
        let before_small = bytes.peek().is_some_and(u8::is_ascii_lowercase);
        // `aB` is two words, and `ABc` is `a` and `bc`.
        let begins = apart || (byte.is_ascii_uppercase() && (small || (capital && before_small)));
        if begins && case != Case::Pascal && !out.is_empty() {
            out.push('_');
        }
        if begins {
            (small, capital) = (false, false);
        }
        let upper = case == Case::Screaming || (case == Case::Pascal && begins);
        let cased = if upper { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() };
        out.push(char::from(cased));
        if byte.is_ascii_alphabetic() {
            small = byte.is_ascii_lowercase();
            capital = !small;
        }
        apart = false;
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn ascii_is_cased_as_heck_does(text in "[a-cA-C0-1 _-]{0,12}") {
            prop_assert_eq!(ascii(Case::Pascal, &text), text.to_upper_camel_case());
            prop_assert_eq!(ascii(Case::Snake, &text), text.to_snake_case());
            prop_assert_eq!(ascii(Case::Screaming, &text), text.to_shouty_snake_case());
        }
    }
}
