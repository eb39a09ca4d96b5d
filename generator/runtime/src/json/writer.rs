//! Writes compact JSON into a buffer.

use super::error::{DecodeError, EncodeError, push_index, push_name};
use super::kind::Kind;
use super::number::push_float;
use super::reader::Reader;

/// Writes a compact JSON text (RFC 8259), including commas and escapes.
///
/// ```
/// use callwright_runtime::json::Writer;
///
/// let mut writer = Writer::new();
/// writer.begin_object();
/// writer.name("id");
/// writer.i64(7);
/// writer.end_object();
/// assert_eq!(writer.finish()?, br#"{"id":7}"#);
/// # Ok::<(), callwright_runtime::json::EncodeError>(())
/// ```
#[derive(Default)]
pub struct Writer {
    out: Vec<u8>,
    /// The offset of the first value without a JSON form, and the reason.
    refused: Option<(usize, &'static str)>,
}

impl Writer {
    /// Creates a writer.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Creates a writer with a capacity of `bytes`.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self { out: Vec::with_capacity(bytes), refused: None }
    }

    /// Returns the text, or the path of a value without a JSON form.
    pub fn finish(self) -> Result<Vec<u8>, EncodeError> {
        match self.refused {
            None => Ok(self.out),
            Some((offset, why)) => Err(EncodeError::new(path_at(&self.out, offset), why)),
        }
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.out.extend_from_slice(b"null");
    }

    /// Writes `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.out.extend_from_slice(if value { b"true" } else { b"false" });
    }

    /// Writes an integer.
    pub fn i64(&mut self, value: i64) {
        if value < 0 {
            self.out.push(b'-');
        }
        self.digits(value.unsigned_abs());
    }

    /// Writes an integer.
    pub fn u64(&mut self, value: u64) {
        self.digits(value);
    }

    fn digits(&mut self, mut value: u64) {
        let mut digits = [b'0'; 20];
        let mut used = 0;
        for place in digits.iter_mut().rev() {
            #[allow(clippy::cast_possible_truncation, reason = "a remainder by ten fits a byte")]
            let digit = (value % 10) as u8;
            *place = b'0' + digit;
            used += 1;
            value /= 10;
            if value == 0 {
                break;
            }
        }
        self.out.extend_from_slice(digits.get(20 - used..).unwrap_or_default());
    }

    /// Writes the shortest text that reads back as the same number. For an infinite number or NaN,
    /// [`Writer::finish`] returns an error.
    pub fn f64(&mut self, value: f64) {
        if value.is_finite() {
            push_float(value, |text| self.out.extend_from_slice(text.as_bytes()));
        } else {
            self.refuse("JSON has no form for an infinite number or NaN");
        }
    }

    /// Marks a value without a JSON form: [`Writer::finish`] returns an error.
    pub(crate) fn refuse(&mut self, why: &'static str) {
        self.refused.get_or_insert((self.out.len(), why));
        self.null();
    }

    /// Writes a number from its text.
    pub(crate) fn number_text(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    /// Writes a string.
    pub fn text(&mut self, text: &str) {
        self.out.push(b'"');
        self.escaped(text);
        self.out.push(b'"');
    }

    fn escaped(&mut self, text: &str) {
        let mut bytes = text.as_bytes();
        while !is_clean(bytes) {
            let clean = bytes.iter().position(|byte| needs_escape(*byte)).unwrap_or_default();
            let (before, rest) = bytes.split_at_checked(clean).unwrap_or_default();
            self.out.extend_from_slice(before);
            let Some((byte, rest)) = rest.split_first() else { return };
            self.escape(*byte);
            bytes = rest;
        }
        self.out.extend_from_slice(bytes);
    }

    fn escape(&mut self, byte: u8) {
        let short = match byte {
            b'"' => b'"',
            b'\\' => b'\\',
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0C => b'f',
            _ => {
                let hex = |nibble: u8| if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 };
                self.out.extend_from_slice(&[
                    b'\\',
                    b'u',
                    b'0',
                    b'0',
                    hex(byte >> 4),
                    hex(byte & 15),
                ]);
                return;
            }
        };
        self.out.extend_from_slice(&[b'\\', short]);
    }

    /// Opens an object.
    pub fn begin_object(&mut self) {
        self.out.push(b'{');
    }

    /// Closes an object.
    pub fn end_object(&mut self) {
        self.out.push(b'}');
    }

    /// Opens an array.
    pub fn begin_array(&mut self) {
        self.out.push(b'[');
    }

    /// Closes an array.
    pub fn end_array(&mut self) {
        self.out.push(b']');
    }

    /// Starts the next element of an array: call it before each element.
    pub fn element(&mut self) {
        // No value ends with an opening bracket, so it can only be the array's own.
        if self.out.last() != Some(&b'[') {
            self.out.push(b',');
        }
    }

    /// Writes a member's name; its value comes next.
    pub fn name(&mut self, name: &str) {
        if self.out.last() != Some(&b'{') {
            self.out.push(b',');
        }
        self.text(name);
        self.out.push(b':');
    }

    /// Writes a name that needs no escapes.
    pub(crate) fn plain_name(&mut self, name: &str) {
        if self.out.last() != Some(&b'{') {
            self.out.push(b',');
        }
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
    }
}

/// The bytes that must be escaped in a string (RFC 8259 section 7).
fn needs_escape(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Returns true if no byte needs an escape.
#[inline]
fn is_clean(bytes: &[u8]) -> bool {
    // Blocks of fixed length without an early exit are vectorized; the last block overlaps.
    if let Some(last) = bytes.last_chunk::<16>() {
        let (blocks, _) = bytes.as_chunks::<16>();
        blocks.iter().all(is_clean_block) && is_clean_block(last)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        is_clean_block(first) && is_clean_block(last)
    } else {
        !bytes.iter().any(|byte| needs_escape(*byte))
    }
}

#[inline]
fn is_clean_block<const N: usize>(block: &[u8; N]) -> bool {
    !block.iter().fold(false, |found, byte| found | needs_escape(*byte))
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Without the text, which may contain secrets.
        f.debug_struct("Writer").field("bytes", &self.out.len()).finish_non_exhaustive()
    }
}

/// The JSON path of the value at a byte offset of a text, as far as it can be read.
fn path_at(text: &[u8], offset: usize) -> String {
    let mut place = Place { offset, path: String::from("$") };
    if let Ok(mut reader) = Reader::new(text) {
        // If the text nests beyond the reader's limit, the path ends there.
        let _ended = place.find(&mut reader);
    }
    place.path
}

/// Follows a text down to one offset.
struct Place {
    offset: usize,
    path: String,
}

impl Place {
    /// Returns true if the next value is at the offset, or contains it.
    fn find(&mut self, reader: &mut Reader<'_>) -> Result<bool, DecodeError> {
        let mark = self.path.len();
        match reader.kind()? {
            Kind::Array => {
                let mut more = reader.begin_array()?;
                let mut index = 0;
                while more {
                    push_index(&mut self.path, index);
                    if self.find(reader)? {
                        return Ok(true);
                    }
                    self.path.truncate(mark);
                    index += 1;
                    more = reader.next_element()?;
                }
                Ok(false)
            }
            Kind::Object => {
                reader.begin_object("an object")?;
                let mut name = reader.name(true, str::to_owned)?;
                while let Some(key) = name {
                    push_name(&mut self.path, &key);
                    if self.find(reader)? {
                        return Ok(true);
                    }
                    self.path.truncate(mark);
                    name = reader.name(false, str::to_owned)?;
                }
                Ok(false)
            }
            _ => {
                let here = reader.offset() == self.offset;
                reader.skip()?;
                Ok(here)
            }
        }
    }
}
