use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All characters except the unreserved ones of RFC 3986, section 2.3.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The same without the reserved characters that are valid in a path segment (`pchar` of RFC 3986,
/// section 3.3).
const PATH_RESERVED: &AsciiSet = &UNRESERVED
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// The same for a query (RFC 3986, section 3.4), except for characters that would break it: `#`
/// ends the query, `[` and `]` are invalid, `&` ends the value, and `+` becomes a space. URL libraries encode `'` in a
/// query (URL standard, section 1.3), so that it would be sent otherwise than it was signed.
const QUERY_RESERVED: &AsciiSet =
    &PATH_RESERVED.add(b'&').add(b'+').add(b'\'').remove(b'/').remove(b'?');

/// The same for a cookie value (RFC 6265, section 4.1.1), which `;` and `,` end.
const COOKIE_RESERVED: &AsciiSet = &QUERY_RESERVED
    .add(b',')
    .add(b';')
    .remove(b'\'')
    .remove(b'#')
    .remove(b'[')
    .remove(b']')
    .remove(b'+');

/// The characters that are not encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Only unreserved characters: simple expansion of RFC 6570.
    Unreserved,
    /// Unreserved characters, reserved characters that are harmless in a query, and percent-encoded
    /// triplets: `allowReserved`.
    Query,
    /// The same in a path segment.
    Path,
    /// The same in a cookie.
    Cookie,
    /// All characters: headers are not percent-encoded.
    All,
    /// The characters of `application/x-www-form-urlencoded`; a space becomes `+`.
    Form,
}

impl Keep {
    /// The characters that are not encoded in a name: `allowReserved` applies to values only.
    pub(super) const fn in_names(self) -> Self {
        match self {
            Self::Query | Self::Path | Self::Cookie => Self::Unreserved,
            Self::Unreserved | Self::All | Self::Form => self,
        }
    }
}

/// Appends the encoded `text` to `out`.
pub(crate) fn encode(text: &str, keep: Keep, out: &mut String) {
    match keep {
        Keep::Unreserved => out.extend(utf8_percent_encode(text, UNRESERVED)),
        Keep::Query => encode_reserved(text, QUERY_RESERVED, out),
        Keep::Path => encode_reserved(text, PATH_RESERVED, out),
        Keep::Cookie => encode_reserved(text, COOKIE_RESERVED, out),
        Keep::All => out.push_str(text),
        Keep::Form => {
            for (index, word) in text.split(' ').enumerate() {
                if index > 0 {
                    out.push('+');
                }
                out.extend(utf8_percent_encode(word, FORM));
            }
        }
    }
}

/// The characters that the URL standard keeps in `application/x-www-form-urlencoded`.
const FORM: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'*');

/// Reserved expansion (RFC 6570, section 3.2.3): triplets are kept, a lone `%` is encoded.
fn encode_reserved(text: &str, set: &'static AsciiSet, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, from) = rest.split_at(at);
        out.extend(utf8_percent_encode(before, set));
        let triplet =
            from.get(..3).filter(|triplet| triplet.bytes().skip(1).all(|b| b.is_ascii_hexdigit()));
        match triplet {
            Some(triplet) => out.push_str(triplet),
            None => out.push_str("%25"),
        }
        rest = from.get(triplet.map_or(1, str::len)..).unwrap_or_default();
    }
    out.extend(utf8_percent_encode(rest, set));
}

/// Decodes percent-encoding; invalid UTF-8 becomes U+FFFD.
pub(crate) fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
