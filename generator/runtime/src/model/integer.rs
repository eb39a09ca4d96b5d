//! Arbitrary-precision integers.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use super::shape::Shape;
use super::slot::Slot;
use crate::json::{DecodeError, Number, Reader, Writer};

/// An arbitrary-precision integer, written exactly as it was read (`1e3` stays `1e3`).
///
/// ```
/// use callwright_runtime::{Integer, from_json};
///
/// let large: Integer = from_json(b"123456789012345678901234567890")?;
/// assert_eq!(large.as_i64(), None);
/// assert_eq!(large.as_i128(), Some(123_456_789_012_345_678_901_234_567_890));
/// assert_eq!(large.to_string(), "123456789012345678901234567890");
/// # Ok::<(), callwright_runtime::json::DecodeError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Integer(Number);

impl Integer {
    /// The integer, if it fits.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.0.as_i64()
    }

    /// The integer, if it fits.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.0.as_u64()
    }

    /// The integer, if it fits.
    #[must_use]
    pub fn as_i128(&self) -> Option<i128> {
        self.0.as_i128()
    }

    /// The integer as a JSON number.
    #[must_use]
    pub fn as_number(&self) -> &Number {
        &self.0
    }

    fn checked(number: Number) -> Result<Self, Number> {
        if number.is_integer() { Ok(Self(number)) } else { Err(number) }
    }
}

impl fmt::Display for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl FromStr for Integer {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        let number = text.parse()?;
        Self::checked(number)
            .map_err(|_| DecodeError::unexpected("an integer", "a number with a fraction", 0))
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {
        $(impl From<$integer> for Integer {
            fn from(value: $integer) -> Self {
                Self(Number::from(value))
            }
        })*
    };
}

from_integers!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

impl Slot for Integer {
    fn blank() -> Self {
        Self::default()
    }

    fn shape(&self) -> Shape<'_> {
        Shape::Other
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        let offset = reader.offset();
        *self = Self::checked(reader.number_as("an integer")?).map_err(|number| {
            DecodeError::unexpected("an integer", format!("the number {number:.40}"), offset)
        })?;
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        self.0.write(writer);
    }

    fn hash_dyn(&self, mut hasher: &mut dyn Hasher) {
        self.hash(&mut hasher);
    }
}
