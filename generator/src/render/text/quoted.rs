//! String literals.

use std::fmt::{self, Display};

/// A string as a literal of Rust.
pub(in crate::render) struct Quoted<'a>(pub(in crate::render) &'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(text) = self;
        let plain = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\';
        if text.bytes().all(plain) {
            f.write_str("\"")?;
            f.write_str(text)?;
            f.write_str("\"")
        } else {
            proc_macro2::Literal::string(text).fmt(f)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Quoted;

    #[test]
    fn text_is_quoted_as_tokens_are() {
        for text in ["", "plain", "it's", "a \"b\" \\ c", "tab\t, line\n", "\0", "宠物", "\u{202e}"]
        {
            assert_eq!(Quoted(text).to_string(), quote::quote!(#text).to_string());
        }
    }
}
