//! Conversion from a format's text to a type of another crate.

use std::error::Error;
use std::fmt;

/// The maximum number of characters of a text in an error message.
const TEXT_LIMIT: usize = 64;

/// A text could not be converted to a type of another crate.
///
/// The message contains the text, which never is a [`Secret`](crate::Secret): secrets have no such
/// conversions.
///
/// ```
/// # #[cfg(feature = "jiff")] {
/// use callwright_runtime::format::Date;
///
/// let error = Date::from("yesterday").to::<jiff::civil::Date>().unwrap_err();
/// assert_eq!(error.text(), "yesterday");
/// # }
/// ```
#[derive(Debug)]
pub struct ConvertError {
    text: String,
    wanted: &'static str,
    reason: Box<dyn Error + Send + Sync>,
}

impl ConvertError {
    /// `wanted` is the name of the type with its article, `reason` says why the text does not
    /// match.
    #[allow(dead_code, reason = "every conversion is behind a feature")]
    #[cold]
    pub(crate) fn new(
        text: &str,
        wanted: &'static str,
        reason: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        Self { text: text.to_owned(), wanted, reason: reason.into() }
    }

    /// The text that could not be converted.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for ConvertError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, wanted, reason } = self;
        match text.char_indices().nth(TEXT_LIMIT) {
            Some((end, _)) => {
                write!(f, "\"{}…\"", text.get(..end).unwrap_or_default().escape_debug())?;
            }
            None => write!(f, "{text:?}")?,
        }
        write!(f, " is not {wanted}: {reason}")
    }
}

impl Error for ConvertError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.reason)
    }
}

/// The text of a time of day, without `Z` or an offset such as `+08:00`.
#[allow(dead_code, reason = "every conversion is behind a feature")]
pub(super) fn without_offset(text: &str) -> &str {
    let end = text.find(['Z', 'z', '+', '-']).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// Implements `TryFrom` of a format for types of another crate, by a function of the text.
#[allow(unused_macros, reason = "every conversion is behind a feature")]
macro_rules! conversions {
    ($($(#[$doc:meta])* $format:ty => $type:ty, $wanted:literal, $read:expr;)*) => {$(
        impl TryFrom<&$format> for $type {
            type Error = $crate::format::ConvertError;

            $(#[$doc])*
            fn try_from(value: &$format) -> Result<Self, $crate::format::ConvertError> {
                let text = value.as_str();
                let read = $read;
                read(text).map_err(|reason| $crate::format::ConvertError::new(text, $wanted, reason))
            }
        }
    )*};
}

#[allow(unused_imports, reason = "every conversion is behind a feature")]
pub(crate) use conversions;
