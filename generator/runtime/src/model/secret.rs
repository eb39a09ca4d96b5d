//! Secret strings.

use std::fmt;
use std::hash::{Hash, Hasher};

use zeroize::Zeroize;

use super::shape::Shape;
use super::slot::Slot;
use crate::json::{DecodeError, Reader, Writer};

/// A string that never appears in `Debug`, logs or errors, and is overwritten in memory on drop.
///
/// It is sent unchanged: JSON and serde encode the string itself.
///
/// ```
/// use callwright_runtime::Secret;
///
/// let token = Secret::new("s3cret");
/// assert_eq!(format!("{token:?}"), "Secret(…)");
/// assert_eq!(token.expose(), "s3cret");
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Secret(String);

impl Secret {
    /// Wraps a string.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Returns the secret string.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl Slot for Secret {
    fn blank() -> Self {
        Self(String::new())
    }

    fn shape(&self) -> Shape<'_> {
        Shape::Other
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.0 = String::from(reader.text()?);
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.text(&self.0);
    }

    fn hash_dyn(&self, mut hasher: &mut dyn Hasher) {
        self.hash(&mut hasher);
    }
}
