//! A pull reader over a JSON text.

use std::any::Any;

use jiter::{Jiter, JiterError, JiterErrorType, JsonErrorType, NumberInt, Peek};

use super::error::DecodeError;
use super::kind::Kind;
use super::number::{Number, integer};
use super::value::Json;

/// The maximum nesting depth of arrays and objects.
pub(crate) const DEPTH_LIMIT: usize = 128;

/// The bytes that may be read again as other types, in multiples of the text's length: decoding
/// stays linear, however unions nest.
const REREADS: usize = 16;

const NOT_UTF_8: &str = "the text is not UTF-8";
const I64: &str = "an integer of 64 bits";

/// Reads a JSON text (RFC 8259) from front to back.
///
/// Limits: arrays and objects nest at most 128 deep, a number has at most 4,300 digits before its
/// fraction, and an escape for a lone surrogate is refused, since a Rust string cannot hold it. A
/// byte order mark at the start is skipped; the text must be UTF-8.
///
/// ```
/// use callwright_runtime::json::Reader;
///
/// let mut reader = Reader::new(b" 42 ")?;
/// assert_eq!(reader.i64()?, 42);
/// reader.finish()?;
/// # Ok::<(), callwright_runtime::json::DecodeError>(())
/// ```
#[derive(Clone)]
pub struct Reader<'j> {
    text: &'j [u8],
    jiter: Jiter<'j>,
    depth: usize,
    /// The number of bytes that may still be read again.
    rereads: usize,
    /// The number of undocumented values read so far: see [`Reader::note_unknown`].
    unknowns: usize,
    /// Bytes skipped before the part that `jiter` sees.
    skipped: usize,
    /// A value that travels with the reader for its users; the reader itself does not look at it.
    companion: Option<&'j dyn Any>,
}

impl<'j> Reader<'j> {
    /// Starts reading a text, which must not be empty.
    pub fn new(text: &'j [u8]) -> Result<Self, DecodeError> {
        let rest = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
        let skipped = text.len() - rest.len();
        if rest.is_empty() {
            return Err(DecodeError::syntax("the text is empty", skipped));
        }
        Ok(Self {
            text: rest,
            jiter: Jiter::new(rest),
            depth: 0,
            rereads: rest.len().saturating_mul(REREADS),
            unknowns: 0,
            skipped,
            companion: None,
        })
    }

    /// Goes back to `start` to read the value there again; `false`, and nothing changes, if the
    /// text has reached its limit.
    pub(crate) fn try_again(&mut self, start: &Self) -> bool {
        let read = self.offset().saturating_sub(start.offset()) + 1;
        let Some(left) = self.rereads.checked_sub(read) else { return false };
        self.rereads = left;
        self.return_to(start);
        true
    }

    /// Goes back to `start`, an earlier copy of this reader.
    pub(crate) fn return_to(&mut self, start: &Self) {
        *self = Self { rereads: self.rereads, ..start.clone() };
    }

    /// Records that a value matches nothing that is documented for it.
    pub(crate) fn note_unknown(&mut self) {
        self.unknowns += 1;
    }

    /// Whether the values that were read since `start`, an earlier copy, are all documented.
    pub(crate) fn knows_all_since(&self, start: &Self) -> bool {
        self.unknowns == start.unknowns
    }

    /// The same reader, accompanied by a value.
    pub(crate) fn with_companion(self, companion: &'j dyn Any) -> Self {
        Self { companion: Some(companion), ..self }
    }

    /// Takes the companion, which is gone until it is given back.
    pub(crate) fn take_companion(&mut self) -> Option<&'j dyn Any> {
        self.companion.take()
    }

    /// The byte offset of the next value, or of white space before it.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.skipped + self.jiter.current_index()
    }

    #[inline]
    fn peek(&mut self) -> Result<Peek, DecodeError> {
        match self.text.get(self.jiter.current_index()) {
            // Usually there is no white space to skip.
            Some(byte) if *byte > b' ' => Ok(Peek::new(*byte)),
            _ => self.jiter.peek().map_err(|error| self.broken(&error)),
        }
    }

    /// The kind of the next value, without consuming it.
    pub fn kind(&mut self) -> Result<Kind, DecodeError> {
        let peek = self.peek()?;
        self.kind_of(peek)
    }

    fn kind_of(&self, peek: Peek) -> Result<Kind, DecodeError> {
        match peek {
            Peek::Null => Ok(Kind::Null),
            Peek::True | Peek::False => Ok(Kind::Bool),
            Peek::String => Ok(Kind::String),
            Peek::Array => Ok(Kind::Array),
            Peek::Object => Ok(Kind::Object),
            Peek::Infinity | Peek::NaN => {
                Err(DecodeError::syntax("a JSON value should begin here", self.offset()))
            }
            peek if peek.is_num() => Ok(Kind::Number),
            _ => Err(DecodeError::syntax("a JSON value should begin here", self.offset())),
        }
    }

    /// Returns true if `null` is next.
    pub(crate) fn is_null(&mut self) -> Result<bool, DecodeError> {
        Ok(self.peek()? == Peek::Null)
    }

    /// Consumes `null` if it is next.
    pub fn take_null(&mut self) -> Result<bool, DecodeError> {
        if self.peek()? != Peek::Null {
            return Ok(false);
        }
        self.jiter.known_null().map_err(|error| self.broken(&error))?;
        Ok(true)
    }

    /// Reads a boolean.
    pub fn boolean(&mut self) -> Result<bool, DecodeError> {
        match self.peek()? {
            peek @ (Peek::True | Peek::False) => {
                self.jiter.known_bool(peek).map_err(|error| self.broken(&error))
            }
            peek => Err(self.other("a boolean", peek)),
        }
    }

    /// Reads a string, unescaped.
    pub fn text(&mut self) -> Result<&str, DecodeError> {
        self.text_as("a string")
    }

    /// Reads a string; an error says what was expected.
    pub(crate) fn text_as(&mut self, expected: &str) -> Result<&str, DecodeError> {
        match self.peek()? {
            Peek::String => {}
            peek => return Err(self.other(expected, peek)),
        }
        let skipped = self.skipped;
        self.jiter.known_str().map_err(|error| broken(&error, skipped))
    }

    /// Reads a number as text.
    pub(crate) fn number_text(&mut self, expected: &str) -> Result<&str, DecodeError> {
        let peek = self.peek()?;
        if self.kind_of(peek)? != Kind::Number {
            return Err(self.other(expected, peek));
        }
        let skipped = self.skipped;
        let bytes = self.jiter.known_number_bytes(peek).map_err(|error| broken(&error, skipped))?;
        // A valid number is ASCII.
        Ok(std::str::from_utf8(bytes).unwrap_or_default())
    }

    /// Takes a number of any size.
    pub fn number(&mut self) -> Result<Number, DecodeError> {
        self.number_as("a number")
    }

    /// Takes a number of any size; an error says what it should have been.
    pub(crate) fn number_as(&mut self, expected: &str) -> Result<Number, DecodeError> {
        self.number_text(expected).map(Number::from_grammatical)
    }

    /// Takes an integer within `i64`; `1.0` and `1e3` are integers too (JSON Schema 2020-12 validation, section 6.1.1).
    pub fn i64(&mut self) -> Result<i64, DecodeError> {
        let peek = self.peek()?;
        let start = self.jiter.current_index();
        match self.jiter.known_int(peek) {
            Ok(NumberInt::Int(value)) => Ok(value),
            // Nothing was taken: the number is written differently, is larger, or is none.
            Err(_) => self.integer(I64),
            #[allow(
                unreachable_patterns,
                reason = "there are big integers where another crate asks jiter for them"
            )]
            Ok(_) => {
                let text =
                    std::str::from_utf8(self.jiter.slice_to_current(start)).unwrap_or_default();
                let value = integer(text).and_then(|value| value.try_into().ok());
                value.ok_or_else(|| other_number(I64, text, self.skipped + start))
            }
        }
    }

    /// Takes an integer that fits the type wanted; the error quotes a number that does not.
    pub(crate) fn integer<T: TryFrom<i128>>(&mut self, expected: &str) -> Result<T, DecodeError> {
        self.peek()?;
        let offset = self.offset();
        let text = self.number_text(expected)?;
        match integer(text).and_then(|value| value.try_into().ok()) {
            Some(value) => Ok(value),
            None => Err(other_number(expected, text, offset)),
        }
    }

    /// Takes a number as the nearest `f64`; one beyond its range is refused.
    pub fn f64(&mut self) -> Result<f64, DecodeError> {
        let peek = self.peek()?;
        let offset = self.offset();
        if self.kind_of(peek)? != Kind::Number {
            return Err(self.other("a number", peek));
        }
        let value = self.jiter.known_float(peek).map_err(|error| self.broken(&error))?;
        if value.is_finite() {
            return Ok(value);
        }
        Err(DecodeError::unexpected(
            "a number within the range of 64-bit floating point",
            "a larger one",
            offset,
        ))
    }

    /// Takes the next value whole, whatever it is.
    pub fn value(&mut self) -> Result<Json, DecodeError> {
        let mut value = Json::Null;
        value.read_from(self)?;
        Ok(value)
    }

    /// Passes over the next value.
    pub fn skip(&mut self) -> Result<(), DecodeError> {
        let start = self.jiter.current_index();
        self.pass()?;
        match std::str::from_utf8(self.jiter.slice_to_current(start)) {
            Ok(_) => Ok(()),
            Err(error) => {
                Err(DecodeError::syntax(NOT_UTF_8, self.skipped + start + error.valid_up_to()))
            }
        }
    }

    /// Passes over the next value without a look at its encoding: it will be read once more.
    pub(crate) fn pass(&mut self) -> Result<(), DecodeError> {
        let peek = self.peek()?;
        self.kind_of(peek)?;
        self.jiter.known_skip(peek).map_err(|error| self.broken(&error))
    }

    /// Ends the text: nothing but white space may be left.
    pub fn finish(&mut self) -> Result<(), DecodeError> {
        self.jiter.finish().map_err(|error| self.broken(&error))
    }

    /// Enters an array; true where it has an element.
    pub(crate) fn begin_array(&mut self) -> Result<bool, DecodeError> {
        match self.peek()? {
            Peek::Array => {}
            peek => return Err(self.other("an array", peek)),
        }
        self.enter()?;
        let more = self.jiter.known_array().map_err(|error| self.broken(&error))?.is_some();
        self.depth -= usize::from(!more);
        Ok(more)
    }

    /// After an element: true where another follows; otherwise the array is left.
    pub(crate) fn next_element(&mut self) -> Result<bool, DecodeError> {
        let more = self.jiter.array_step().map_err(|error| self.broken(&error))?.is_some();
        self.depth -= usize::from(!more);
        Ok(more)
    }

    /// Enters an object, before its first name. `expected` says what the object is, for the error.
    pub(crate) fn begin_object(&mut self, expected: &str) -> Result<(), DecodeError> {
        match self.peek()? {
            Peek::Object => self.enter(),
            peek => Err(self.other(expected, peek)),
        }
    }

    /// The next name, given to a function at once; `None` at the end, where the object is left.
    pub(crate) fn name<R>(
        &mut self,
        first: bool,
        resolve: impl FnOnce(&str) -> R,
    ) -> Result<Option<R>, DecodeError> {
        let skipped = self.skipped;
        let name = if first { self.jiter.known_object() } else { self.jiter.next_key() };
        if let Some(name) = name.map_err(|error| broken(&error, skipped))? {
            return Ok(Some(resolve(name)));
        }
        self.depth -= 1;
        Ok(None)
    }

    /// Takes a name if it is next, in the form in which nearly everyone writes it.
    #[inline]
    pub(crate) fn take_name(&mut self, first: bool, name: &str) -> bool {
        let before = if first { b'{' } else { b',' };
        let start = self.jiter.current_index();
        let Some((found, rest)) = self.text.get(start..).and_then(<[u8]>::split_first) else {
            return false;
        };
        if *found != before {
            return false;
        }
        let rest = rest.strip_prefix(b" ").unwrap_or(rest);
        let rest = rest.strip_prefix(b"\"").and_then(|rest| rest.strip_prefix(name.as_bytes()));
        let Some(rest) = rest.and_then(|rest| rest.strip_prefix(b"\":")) else { return false };
        self.go_on(rest);
        true
    }

    /// Goes on with what is left of the text: `jiter` has no way to pass over something that is known already.
    #[inline]
    fn go_on(&mut self, rest: &'j [u8]) {
        self.skipped += self.text.len() - rest.len();
        self.text = rest;
        let before = std::mem::replace(&mut self.jiter, Jiter::new(rest));
        self.jiter = Jiter::with_tape(rest, before.into_tape());
    }

    fn enter(&mut self) -> Result<(), DecodeError> {
        if self.depth >= DEPTH_LIMIT {
            return Err(DecodeError::syntax(
                "arrays and objects nest more than 128 deep",
                self.offset(),
            ));
        }
        self.depth += 1;
        Ok(())
    }

    #[cold]
    fn other(&self, expected: &str, peek: Peek) -> DecodeError {
        match self.kind_of(peek) {
            Ok(found) => DecodeError::kind(expected, found, self.offset()),
            Err(error) => error,
        }
    }

    #[cold]
    fn broken(&self, error: &JiterError) -> DecodeError {
        broken(error, self.skipped)
    }
}

impl std::fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Not the text: it may hold secrets.
        f.debug_struct("Reader")
            .field("offset", &self.offset())
            .field("depth", &self.depth)
            .finish_non_exhaustive()
    }
}

/// The error of a number that is not of an integer type.
#[cold]
fn other_number(expected: &str, text: &str, offset: usize) -> DecodeError {
    let found = quoted_number(text);
    // The other types have the bounds that the document gives.
    if expected == I64 && Number::from_grammatical(text).is_integer() {
        DecodeError::too_large(expected, text, found, offset)
    } else {
        DecodeError::unexpected(expected, found, offset)
    }
}

fn quoted_number(text: &str) -> String {
    match text.get(..40) {
        Some(start) if text.len() > 40 => format!("the number {start}…"),
        _ => format!("the number {text}"),
    }
}

#[cold]
fn broken(error: &JiterError, skipped: usize) -> DecodeError {
    let problem = match &error.error_type {
        JiterErrorType::JsonError(JsonErrorType::InvalidUnicodeCodePoint) => NOT_UTF_8.to_owned(),
        JiterErrorType::JsonError(JsonErrorType::NumberOutOfRange) => {
            "the number has more than 4300 digits".to_owned()
        }
        JiterErrorType::JsonError(problem) => format!("the text is not JSON: {problem}"),
        JiterErrorType::WrongType { expected, actual } => {
            format!("expected {expected}, found {actual}")
        }
    };
    DecodeError::syntax(problem, skipped + error.index)
}
