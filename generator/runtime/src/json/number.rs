//! Numbers with every digit.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use super::error::DecodeError;
use super::kind::Kind;
use super::reader::Reader;
use crate::format::ConvertError;

/// A JSON number (RFC 8259 section 6) of any size and precision, written exactly as it was read.
///
/// Numbers are equal if they have the same value: `1`, `1.0` and `10e-1` are.
///
/// ```
/// use callwright_runtime::Number;
///
/// let price: Number = "12.50".parse()?;
/// assert_eq!(price.to_string(), "12.50");
/// assert_eq!(price.as_f64(), Some(12.5));
/// assert_eq!(price, "1.25e1".parse()?);
/// # Ok::<(), callwright_runtime::json::DecodeError>(())
/// ```
#[derive(Clone)]
pub struct Number(Form);

#[derive(Clone)]
enum Form {
    /// Written exactly as `i64` is formatted.
    Small(i64),
    /// Any other text, known to be valid.
    Text(Box<str>),
}

impl Number {
    /// Takes a text that the reader has validated.
    pub(crate) fn from_grammatical(text: &str) -> Self {
        match text.parse::<i64>() {
            // `i64` would parse "-0" but not write it back.
            Ok(small) if text != "-0" => Self(Form::Small(small)),
            _ => Self(Form::Text(text.into())),
        }
    }

    /// A floating-point number; `None` where it is infinite or not a number.
    #[must_use]
    pub fn from_f64(number: f64) -> Option<Self> {
        number.is_finite().then(|| Self::from_grammatical(&float_text(number)))
    }

    /// The number, if it is an integer within `i64`, whatever its notation.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match &self.0 {
            Form::Small(small) => Some(*small),
            Form::Text(text) => integer(text)?.try_into().ok(),
        }
    }

    /// The number, if it is an integer within `u64`, whatever its notation.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.as_i128()?.try_into().ok()
    }

    /// The number, if it is an integer within `i128`, whatever its notation.
    #[must_use]
    pub fn as_i128(&self) -> Option<i128> {
        match &self.0 {
            Form::Small(small) => Some(i128::from(*small)),
            Form::Text(text) => integer(text),
        }
    }

    /// The nearest `f64`; `None` if the number is out of range.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.to_string().parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// Converts to a type of another crate without rounding: `rust_decimal::Decimal` with the
    /// feature of that name.
    pub fn to<T>(&self) -> Result<T, ConvertError>
    where
        T: for<'a> TryFrom<&'a Self, Error = ConvertError>,
    {
        T::try_from(self)
    }

    /// Returns true if the number has no fraction, whatever its notation.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Form::Small(_) => true,
            Form::Text(text) => Parts::of(text).is_integer(),
        }
    }

    /// The number as digits and a power of ten; `None` if the digits exceed 128 bits.
    pub(crate) fn scaled(&self) -> Option<(i128, i128)> {
        let Parts { negative, digits, exponent } = self.with_text(Parts::of);
        let digits: i128 = if digits.is_empty() { 0 } else { digits.parse().ok()? };
        Some((if negative { -digits } else { digits }, exponent))
    }

    /// Returns true if it is written with digits and a sign only.
    pub(crate) fn is_plain(&self) -> bool {
        match &self.0 {
            Form::Small(_) => true,
            Form::Text(text) => !text.contains(['.', 'e', 'E']),
        }
    }

    /// Calls a function with the text, without a copy if possible.
    pub(crate) fn with_text<R>(&self, give: impl FnOnce(&str) -> R) -> R {
        match &self.0 {
            Form::Small(small) => give(&small.to_string()),
            Form::Text(text) => give(text),
        }
    }

    pub(crate) fn small(&self) -> Option<i64> {
        match &self.0 {
            Form::Small(small) => Some(*small),
            Form::Text(_) => None,
        }
    }
}

/// The shortest text that reads back as the same number; whole numbers up to 2^53 without a fraction.
pub(crate) fn float_text(number: f64) -> String {
    let mut text = String::new();
    push_float(number, |part| text.push_str(part));
    text
}

/// Calls a function with the text of a finite number.
pub(crate) fn push_float(number: f64, push: impl FnOnce(&str)) {
    let mut buffer = ryu::Buffer::new();
    let text = buffer.format_finite(number);
    match text.strip_suffix(".0") {
        // "-0.0" keeps its fraction: "-0" would read as an integer and lose the sign.
        Some(whole) if whole != "-0" => push(whole),
        _ => push(text),
    }
}

/// The value of a number's text, if it is an integer within `i128`.
pub(crate) fn integer(text: &str) -> Option<i128> {
    if let Ok(value) = text.parse() {
        return Some(value);
    }
    let parts = Parts::of(text);
    if parts.digits.is_empty() {
        return Some(0);
    }
    if !parts.is_integer() || parts.exponent > 39 {
        return None;
    }
    let mut value: i128 = 0;
    for digit in parts.digits.bytes().chain((0..parts.exponent).map(|_| b'0')) {
        let digit = i128::from(digit - b'0');
        // Built downwards, since `i128::MIN` has no positive counterpart.
        value = value.checked_mul(10)?.checked_sub(digit)?;
    }
    if parts.negative { Some(value) } else { value.checked_neg() }
}

/// A number as sign, digits and a power of ten, without leading and trailing zeros.
#[derive(PartialEq, Eq, Hash)]
struct Parts {
    negative: bool,
    digits: String,
    exponent: i128,
}

impl Parts {
    fn of(text: &str) -> Self {
        let (negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        // An exponent with more digits than an i128 is useless; it saturates.
        let exponent = exponent.trim_start_matches('+').parse::<i128>().unwrap_or_else(|_| {
            if exponent.starts_with('-') { i128::MIN / 4 } else { i128::MAX / 4 }
        });
        let all = format!("{whole}{fraction}");
        let digits = all.trim_end_matches('0');
        let cut = all.len() - digits.len();
        let digits = digits.trim_start_matches('0').to_owned();
        if digits.is_empty() {
            return Self { negative: false, digits, exponent: 0 };
        }
        let shift = i128::try_from(cut).unwrap_or_default()
            - i128::try_from(fraction.len()).unwrap_or_default();
        Self { negative, digits, exponent: exponent.saturating_add(shift) }
    }

    fn is_integer(&self) -> bool {
        self.exponent >= 0
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Form::Small(one), Form::Small(two)) => one == two,
            (Form::Text(one), Form::Text(two)) if one == two => true,
            _ => self.with_text(Parts::of) == other.with_text(Parts::of),
        }
    }
}

impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.with_text(Parts::of).hash(state);
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Form::Small(small) => write!(f, "{small}"),
            Form::Text(text) => f.pad(text),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Default for Number {
    fn default() -> Self {
        Self(Form::Small(0))
    }
}

impl FromStr for Number {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(text.as_bytes())?;
        match reader.kind()? {
            Kind::Number => {}
            other => return Err(DecodeError::kind("a number", other, 0)),
        }
        let number = Self::from_grammatical(reader.number_text("a number")?);
        reader.finish()?;
        Ok(number)
    }
}

macro_rules! from_integers {
    ($($small:ty)*; $($large:ty)*) => {
        $(impl From<$small> for Number {
            fn from(value: $small) -> Self {
                Self(Form::Small(i64::from(value)))
            }
        })*
        $(impl From<$large> for Number {
            fn from(value: $large) -> Self {
                Self::from_grammatical(&value.to_string())
            }
        })*
    };
}

from_integers!(i8 i16 i32 i64 u8 u16 u32; u64 i128 u128 isize usize);
