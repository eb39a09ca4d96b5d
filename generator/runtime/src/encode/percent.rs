use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything but the unreserved characters of RFC 3986, section 2.3.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The same without the reserved characters that a path segment can hold
/// (`pchar` of RFC 3986, section 3.3).
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

/// The same for a query (RFC 3986, section 3.4), but for what separates its
/// parts: `#`, `[`, `]`, `&` and `+` would end the query, be invalid in it, end
/// the value, or become a space.
const QUERY_RESERVED: &AsciiSet = &PATH_RESERVED.add(b'&').add(b'+').remove(b'/').remove(b'?');

/// The same for a cookie's value (RFC 6265, section 4.1.1), which `;` and `,` end.
const COOKIE_RESERVED: &AsciiSet =
    &QUERY_RESERVED.add(b',').add(b';').remove(b'#').remove(b'[').remove(b']').remove(b'+');

/// Which characters stay as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Only the unreserved ones: simple expansion of RFC 6570.
    Unreserved,
    /// Those and the reserved ones that do no harm in a query, and
    /// percent-encoded triplets: `allowReserved`.
    Query,
    /// The same in a path segment.
    Path,
    /// The same in a cookie.
    Cookie,
    /// All: headers are not percent-encoded.
    All,
    /// Those of `application/x-www-form-urlencoded`, a space becoming `+`.
    Form,
}

impl Keep {
    /// What stays as it is in a name: `allowReserved` is about values.
    pub(super) const fn in_names(self) -> Self {
        match self {
            Self::Query | Self::Path | Self::Cookie => Self::Unreserved,
            Self::Unreserved | Self::All | Self::Form => self,
        }
    }
}

/// Writes `text` at the end of `out`.
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

/// What the URL standard keeps in `application/x-www-form-urlencoded`.
const FORM: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'*');

/// Reserved expansion (RFC 6570, section 3.2.3): triplets stay, a lone `%` does not.
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

/// Undoes percent-encoding; bytes that are no UTF-8 become U+FFFD.
pub(crate) fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
