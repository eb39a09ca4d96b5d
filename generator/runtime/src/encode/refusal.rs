use std::fmt;

/// Why a value cannot be written where it should travel. Never holds the
/// value itself, which may be a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// An array or object inside an array or object.
    Nested,
    /// A single value where the style is for objects only.
    NotAnObject,
    /// A path argument without text.
    EmptySegment,
    /// A path segment that a URL library folds away.
    DotSegment,
    /// A byte that a header value cannot hold.
    HeaderByte(u8),
    /// A character that a header value cannot hold.
    HeaderCharacter(char),
    /// What separates the parts of a list or an object in a header.
    HeaderSeparator(char),
    /// A space at the beginning or end of a header value.
    HeaderSpace,
    /// A character that a cookie cannot hold unless it is encoded.
    CookieCharacter(char),
    /// Null where something has to be written.
    Null,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nested => f.write_str(
                "its style has no encoding for an array or object inside an array or object",
            ),
            Self::NotAnObject => f.write_str("its style is for objects only"),
            Self::EmptySegment => f.write_str(
                "it is empty, which would address another resource; give a value with text",
            ),
            Self::DotSegment => f.write_str(
                "`.` and `..` are folded away in a URL and would address another resource",
            ),
            Self::HeaderByte(byte) => {
                write!(f, "a header value cannot hold the byte 0x{byte:02x}")
            }
            Self::HeaderCharacter(character) => {
                write!(f, "a header value cannot hold the character {character:?}")
            }
            Self::HeaderSeparator(character) => write!(
                f,
                "a part of a header's list or object cannot hold {character:?}, where its reader \
                 would split it"
            ),
            Self::HeaderSpace => f.write_str(
                "a header value cannot begin or end with a space, which its reader cuts off",
            ),
            Self::CookieCharacter(character) => write!(
                f,
                "a cookie cannot hold the character {character:?}, and its style does not encode \
                 it; encode it as the server expects"
            ),
            Self::Null => f.write_str("it is null or has no elements"),
        }
    }
}
