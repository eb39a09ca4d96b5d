//! JSON pointers in URI fragments (RFC 6901, sections 4 and 6).

/// Decodes percent-encoding (RFC 3986, section 2.1).
///
/// A `%` that is not followed by two hexadecimal digits is literal, since documents forget to
/// encode it; `None` if the bytes are not UTF-8.
pub(crate) fn decode_percent(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first == b'%'
            && let [high, low, after @ ..] = rest
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
        {
            bytes.push(high << 4 | low);
            rest = after;
        } else {
            bytes.push(first);
        }
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// The unescaped tokens of a pointer without its first `/`; `None` after an invalid `~` escape.
pub(super) fn tokens(pointer: &str) -> Option<Vec<String>> {
    pointer.split('/').map(unescape).collect()
}

fn unescape(token: &str) -> Option<String> {
    let mut parts = token.split('~');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut characters = part.chars();
        text.push(match characters.next()? {
            '0' => '~',
            '1' => '/',
            _ => return None,
        });
        text.push_str(characters.as_str());
    }
    Some(text)
}
