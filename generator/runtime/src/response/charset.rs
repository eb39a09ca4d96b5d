//! Charsets: the conversion of bytes to text.

use std::borrow::Cow;

use crate::error::{ErrorKind, Fault};
use crate::media::{essence, parameter};

/// A charset that is read without a library of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Charset {
    Utf8,
    Utf16 {
        big: bool,
    },
    /// Also ISO 8859-1, whose label means this superset of it (Encoding Standard, section 4.2).
    Windows1252,
    /// ISO 8859-15, which is ISO 8859-1 with the euro sign.
    Latin9,
}

/// A body of text in its charset: the one that its byte order mark tells (Encoding Standard, section
/// 6), else its content type, else, of XML, its first line (RFC 7303, section 3), else UTF-8.
pub(crate) fn text(bytes: &[u8], content_type: Option<&str>) -> Result<String, Fault> {
    if let Some((charset, bytes)) = marked(bytes) {
        return decode(charset, bytes);
    }
    let declared = content_type.and_then(|name| parameter(name, "charset"));
    let declared = declared.filter(|label| !label.is_empty());
    let label = declared.or_else(|| {
        let is_xml = content_type.is_some_and(|name| essence(name).ends_with("xml"));
        is_xml.then(|| declaration(bytes)).flatten()
    });
    match label.map(|label| (label, charset(label))) {
        None => decode(Charset::Utf8, bytes),
        Some((_, Some(charset))) => decode(charset, bytes),
        Some((label, None)) if is_plain(label, bytes) => decode(Charset::Utf8, bytes),
        Some((label, None)) => decode_by_library(label, bytes),
    }
}

/// A text in a charset that takes tables to read.
#[cfg(feature = "charset")]
fn decode_by_library(label: &str, bytes: &[u8]) -> Result<String, Fault> {
    let Some(encoding) = encoding_rs::Encoding::for_label(label.as_bytes()) else {
        return Err(Fault::new(
            ErrorKind::Decode,
            format!(
                "its charset is `{label}`, which the Encoding Standard does not know; describe the body \
                 as binary to decode it in the program"
            ),
        ));
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(Cow::into_owned).ok_or_else(|| {
        Fault::new(ErrorKind::Decode, format!("it is not text in the charset `{label}`"))
    })
}

#[cfg(not(feature = "charset"))]
fn decode_by_library(label: &str, _: &[u8]) -> Result<String, Fault> {
    Err(Fault::new(
        ErrorKind::Decode,
        format!(
            "its charset is `{label}`, and only UTF-8, UTF-16, ISO 8859-1, ISO 8859-15 and windows-1252 \
             are read without the feature `charset`"
        ),
    ))
}

/// The bytes of JSON as UTF-8, which it always is (RFC 8259, section 8.1), but for servers that say
/// otherwise and mean it.
pub(crate) fn json<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Cow<'a, [u8]> {
    let names_another = || content_type.is_some_and(|name| parameter(name, "charset").is_some());
    let marked = matches!(marked(bytes), Some((Charset::Utf16 { .. }, _)));
    if marked || (std::str::from_utf8(bytes).is_err() && names_another()) {
        // The reader rejects what cannot be decoded, and knows its position.
        return text(bytes, content_type)
            .map_or(Cow::Borrowed(bytes), |text| Cow::Owned(text.into_bytes()));
    }
    Cow::Borrowed(bytes)
}

/// The charset of a byte order mark, and the bytes after it.
fn marked(bytes: &[u8]) -> Option<(Charset, &[u8])> {
    let marks = [
        (&b"\xef\xbb\xbf"[..], Charset::Utf8),
        (&b"\xfe\xff"[..], Charset::Utf16 { big: true }),
        (&b"\xff\xfe"[..], Charset::Utf16 { big: false }),
    ];
    marks.into_iter().find_map(|(mark, charset)| Some((charset, bytes.strip_prefix(mark)?)))
}

/// The charset of a label (Encoding Standard, section 4.2). ASCII is UTF-8 as far as it goes.
fn charset(label: &str) -> Option<Charset> {
    Some(match &*label.to_ascii_lowercase() {
        "utf-8" | "utf8" | "unicode-1-1-utf-8" | "us-ascii" | "ascii" => Charset::Utf8,
        // Without a mark the standard takes it for little-endian, against RFC 2781.
        "utf-16" | "utf-16le" => Charset::Utf16 { big: false },
        "utf-16be" => Charset::Utf16 { big: true },
        "iso-8859-1" | "iso8859-1" | "iso_8859-1" | "latin1" | "l1" | "windows-1252" | "cp1252" => {
            Charset::Windows1252
        }
        "iso-8859-15" | "iso8859-15" | "iso_8859-15" | "latin-9" => Charset::Latin9,
        _ => return None,
    })
}

/// Whether the bytes are ASCII, and mean that in the charset as well.
fn is_plain(label: &str, bytes: &[u8]) -> bool {
    let label = label.to_ascii_lowercase();
    let supersets = ["iso-8859-", "windows-125", "gb", "big5", "euc-", "koi8"];
    bytes.is_ascii() && supersets.iter().any(|start| label.starts_with(start))
}

/// `encoding` of an XML declaration.
fn declaration(bytes: &[u8]) -> Option<&str> {
    let rest = bytes.strip_prefix(b"<?xml")?;
    let end = rest.windows(2).take(200).position(|window| window == b"?>")?;
    let declaration = std::str::from_utf8(rest.get(..end)?).ok()?;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value.get(1..)?.split_once(quote).map(|(label, _)| label)
}

fn decode(charset: Charset, bytes: &[u8]) -> Result<String, Fault> {
    match charset {
        Charset::Utf8 => std::str::from_utf8(bytes)
            .map(str::to_owned)
            .map_err(|error| Fault::new(ErrorKind::Decode, "it is not UTF-8 text").source(error)),
        Charset::Utf16 { big } => {
            let broken = || Fault::new(ErrorKind::Decode, "it is not UTF-16 text");
            let pairs = bytes.chunks_exact(2);
            if !pairs.remainder().is_empty() {
                return Err(broken());
            }
            let units = pairs.map(|pair| match *pair {
                [first, second] if big => u16::from_be_bytes([first, second]),
                [first, second] => u16::from_le_bytes([first, second]),
                _ => 0,
            });
            char::decode_utf16(units).collect::<Result<String, _>>().map_err(|_| broken())
        }
        Charset::Windows1252 => Ok(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
        Charset::Latin9 => Ok(bytes.iter().map(|byte| latin_9(*byte)).collect()),
    }
}

/// The characters from 0x80 on; what the code page leaves open is a control character, as in ISO 8859-1.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    let special = byte.checked_sub(0x80).and_then(|at| WINDOWS_1252.get(usize::from(at)));
    special.copied().unwrap_or(char::from(byte))
}

fn latin_9(byte: u8) -> char {
    match byte {
        0xA4 => '€',
        0xA6 => 'Š',
        0xA8 => 'š',
        0xB4 => 'Ž',
        0xB8 => 'ž',
        0xBC => 'Œ',
        0xBD => 'œ',
        0xBE => 'Ÿ',
        other => char::from(other),
    }
}

#[cfg(test)]
mod tests {
    use super::{json, text};

    fn read(content_type: &str, bytes: &[u8]) -> Result<String, String> {
        text(bytes, Some(content_type).filter(|name| !name.is_empty()))
            .map_err(|fault| fault.detail)
    }

    #[test]
    fn text_is_read_in_its_charset() {
        let rows: [(&str, &[u8], &str); 17] = [
            ("", "é€".as_bytes(), "é€"),
            ("text/plain", "é€".as_bytes(), "é€"),
            ("text/plain; charset=\"UTF-8\"", b"\xef\xbb\xbf\xc3\xa9", "é"),
            ("text/plain;charset=utf8", b"\xc3\xa9", "é"),
            ("text/plain; charset=us-ascii", b"e", "e"),
            ("text/plain; charset=", b"\xc3\xa9", "é"),
            ("text/plain; charset=ISO-8859-1", b"\xe9\xff", "éÿ"),
            ("text/plain; charset=latin1", b"\x93\xe9\x94", "“é”"),
            ("text/plain; charset=windows-1252", b"\x80\x81\x9f\xa0", "€\u{81}Ÿ\u{a0}"),
            ("text/plain; charset=iso-8859-15", b"\xa4\xbd\xe9", "€œé"),
            ("text/plain; charset=utf-16", b"\xfe\xff\x00\xe9\xd8\x3d\xde\x00", "é😀"),
            ("text/plain; charset=utf-16", b"\xff\xfe\xe9\x00", "é"),
            ("text/plain; charset=utf-16le", b"\xe9\x00", "é"),
            ("text/plain; charset=utf-16be", b"\x00\xe9", "é"),
            // The mark tells more than the name.
            ("text/plain; charset=iso-8859-1", b"\xef\xbb\xbf\xc3\xa9", "é"),
            ("text/plain; charset=GBK", b"abc", "abc"),
            (
                "application/xml",
                b"<?xml version='1.0' encoding='ISO-8859-1'?>\xe9",
                "<?xml version='1.0' encoding='ISO-8859-1'?>é",
            ),
        ];
        for (content_type, bytes, expected) in rows {
            assert_eq!(read(content_type, bytes).as_deref(), Ok(expected), "{content_type}");
        }
    }

    #[cfg(not(feature = "charset"))]
    #[test]
    fn a_charset_that_is_not_read_is_named() {
        let unknown = |name: &str| {
            Err(format!(
                "its charset is `{name}`, and only UTF-8, UTF-16, ISO 8859-1, ISO 8859-15 and windows-1252 \
                 are read without the feature `charset`"
            ))
        };
        assert_eq!(read("text/plain; charset=Shift_JIS", b"\x83\x65"), unknown("Shift_JIS"));
        // Seven bits, and no ASCII all the same.
        assert_eq!(read("text/plain; charset=iso-2022-jp", b"\x1b$B"), unknown("iso-2022-jp"));
        assert_eq!(
            read("text/xml", b"<?xml version=\"1.0\" encoding=\"EUC-JP\"?>\xa4"),
            unknown("EUC-JP")
        );
    }

    #[cfg(feature = "charset")]
    #[test]
    fn every_charset_of_the_standard_is_read() {
        let read = |name: &str, bytes: &[u8]| read(&format!("text/plain; charset={name}"), bytes);
        assert_eq!(read("Shift_JIS", b"\x83\x65").as_deref(), Ok("テ"));
        assert_eq!(read("iso-2022-jp", b"\x1b$B%F\x1b(B").as_deref(), Ok("テ"));
        assert_eq!(read("gbk", b"\xd6\xd0").as_deref(), Ok("中"));
        assert_eq!(read("gbk", b"\xff"), Err("it is not text in the charset `gbk`".to_owned()));
        assert_eq!(
            read("weather", b"\xff"),
            Err("its charset is `weather`, which the Encoding Standard does not know; describe the body \
                 as binary to decode it in the program"
                .to_owned())
        );
    }

    #[test]
    fn bytes_that_are_not_text_in_their_charset_are_refused() {
        // The content type tells more than the first line.
        assert_eq!(
            read("text/xml; charset=utf-8", b"<?xml encoding='EUC-JP'?>").as_deref(),
            Ok("<?xml encoding='EUC-JP'?>")
        );
        let broken = [
            ("text/plain", &b"\xe9"[..], "it is not UTF-8 text"),
            ("text/plain; charset=us-ascii", &b"\xe9"[..], "it is not UTF-8 text"),
            ("text/plain; charset=utf-16", &b"\xe9"[..], "it is not UTF-16 text"),
            ("text/plain; charset=utf-16be", &b"\xd8\x00"[..], "it is not UTF-16 text"),
        ];
        for (content_type, bytes, expected) in broken {
            assert_eq!(read(content_type, bytes), Err(expected.to_owned()), "{content_type}");
        }
    }

    #[test]
    fn json_is_another_charset_s_only_where_it_cannot_be_utf_8() {
        let latin = Some("application/json; charset=ISO-8859-1");
        assert_eq!(&*json(b"\"\xe9\"", latin), "\"é\"".as_bytes());
        assert_eq!(&*json("\"é\"".as_bytes(), latin), "\"é\"".as_bytes());
        assert_eq!(&*json(b"\"\xe9\"", Some("application/json")), b"\"\xe9\"");
        assert_eq!(&*json(b"\xff\xfe\"\x00\xe9\x00\"\x00", None), "\"é\"".as_bytes());
    }
}
