//! The types of the formats: each holds the text as it came.

use std::cmp::Ordering;
use std::fmt;

use super::ConvertError;
use crate::json::{DecodeError, Reader, Writer};
use crate::model::{Key, Shape, Slot};

macro_rules! formats {
    ($($(#[$doc:meta])* $name:ident, $format:literal, $example:literal;)*) => {$(
        $(#[$doc])*
        ///
        /// Keeps any text, valid or not.
        #[doc = concat!("\n```\nlet value = callwright_runtime::format::", stringify!($name), "::from(", stringify!($example), ");\nassert_eq!(value.as_str(), ", stringify!($example), ");\n```")]
        #[derive(Clone, Default, PartialEq, Eq, Hash)]
        pub struct $name(pub(super) String);

        impl $name {
            /// The text as received, or as it will be sent.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Returns the text by value.
            #[must_use]
            pub fn into_string(self) -> String {
                self.0
            }

            /// Converts the value to a type of another crate.
            ///
            /// The features `chrono`, `jiff`, `url` and `uuid` of this crate, and of a generated
            /// crate, enable the conversions to and from the crate of that name; the
            /// implementations of `TryFrom<&Self>` and `From` list them. An error names the text,
            /// which is not modified.
            pub fn to<T>(&self) -> Result<T, ConvertError>
            where
                T: for<'a> TryFrom<&'a Self, Error = ConvertError>,
            {
                T::try_from(self)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl Key for $name {
            fn as_text(&self) -> &str {
                &self.0
            }

            fn from_text(text: &str) -> Self {
                Self::from(text)
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, text: &str) -> bool {
                self.0 == text
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, text: &&str) -> bool {
                self.0 == *text
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl Slot for $name {
            fn blank() -> Self {
                Self(String::new())
            }

            fn shape(&self) -> Shape<'_> {
                Shape::Formatted { text: &self.0, format: $format }
            }

            fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
                self.0.read(reader)
            }

            fn write(&self, writer: &mut Writer) {
                writer.text(&self.0);
            }
        }
    )*};
}

formats! {
    /// `date-time`: a date and time with an offset (RFC 3339 section 5.6).
    DateTime, "date-time", "2025-03-09T12:00:00Z";
    /// `date`: a calendar date (RFC 3339 section 5.6, `full-date`).
    Date, "date", "2025-03-09";
    /// `time`: a time of day (RFC 3339 section 5.6, `full-time`).
    Time, "time", "12:00:00Z";
    /// `duration`: a duration (RFC 3339 appendix A).
    Duration, "duration", "PT1H30M";
    /// `uuid`: a universally unique identifier (RFC 9562).
    Uuid, "uuid", "6fa459ea-ee8a-3ca4-894e-db77e160355e";
    /// `uri` and `url`: a uniform resource identifier (RFC 3986).
    Uri, "uri", "https://example.com/a?b=c";
    /// `byte`, and `contentEncoding: base64` or `base64url`: bytes as a string (RFC 4648).
    Base64, "byte", "aGVsbG8=";
}

/// Types whose texts sort as their values do. A text of another type does not: `10:00:00Z` is before `10:00:00.5Z`, and
/// one instant has many offsets, so that those are compared as values of another crate.
macro_rules! ordered {
    ($($name:ident)*) => {$(
        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                self.0.cmp(&other.0)
            }
        }
    )*};
}

ordered!(Date Uuid Uri Base64);

impl Uuid {
    /// The 128 bits, if the text is a UUID: 32 hexadecimal digits, with hyphens in the standard
    /// positions or without any.
    #[must_use]
    pub fn as_u128(&self) -> Option<u128> {
        let text = self.0.as_str();
        let digits = match text.len() {
            36 => {
                let hyphens = text.char_indices().filter(|(_, c)| *c == '-').map(|(at, _)| at);
                hyphens.eq([8, 13, 18, 23]).then(|| text.replace('-', ""))?
            }
            32 => text.to_owned(),
            _ => return None,
        };
        let hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        hexadecimal.then(|| u128::from_str_radix(&digits, 16).ok())?
    }
}
