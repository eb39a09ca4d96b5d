use std::fmt;

/// The reason why a value cannot be encoded for its location. It never contains the value, which
/// may be a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// An array or object inside an array or object.
    Nested,
    /// A scalar in a style for objects only.
    NotAnObject,
    /// An empty path argument.
    EmptySegment,
    /// A path segment that URL libraries remove.
    DotSegment,
    /// A byte that is invalid in a header value.
    HeaderByte(u8),
    /// A character that is invalid in a header value.
    HeaderCharacter(char),
    /// A separator within an item of an array or object in a header.
    HeaderSeparator(char),
    /// A separator within an item of a list that is separated by it.
    ListSeparator(char),
    /// A leading or trailing space of a header value.
    HeaderSpace,
    /// A character that is invalid in a cookie without encoding.
    CookieCharacter(char),
    /// Null where a value is required.
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
            Self::ListSeparator(character) => write!(
                f,
                "an item of its list cannot hold {character:?}, which separates the items"
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
