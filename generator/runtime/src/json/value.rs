//! JSON values without loss.

use std::fmt;
use std::str::FromStr;

use super::error::DecodeError;
use super::kind::Kind;
use super::map::Map;
use super::number::Number;
use super::reader::Reader;
use super::writer::Writer;

/// A JSON value: numbers keep every digit, objects keep the order of their members.
///
/// If an object repeats a name, the last value counts.
///
/// ```
/// use callwright_runtime::Json;
///
/// let pet: Json = r#"{"name":"Ada","tags":["old"],"weight":4.10}"#.parse()?;
/// assert_eq!(pet.get("name").and_then(Json::as_str), Some("Ada"));
/// assert_eq!(pet.pointer("/tags/0"), Some(&Json::from("old")));
/// assert_eq!(pet.to_string(), r#"{"name":"Ada","tags":["old"],"weight":4.10}"#);
/// # Ok::<(), callwright_runtime::json::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, exact.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object.
    Object(Map<Json>),
}

impl Json {
    /// The kind of the value.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Null => Kind::Null,
            Self::Bool(_) => Kind::Bool,
            Self::Number(_) => Kind::Number,
            Self::String(_) => Kind::String,
            Self::Array(_) => Kind::Array,
            Self::Object(_) => Kind::Object,
        }
    }

    /// A member of an object; `None` if it is absent or this is not an object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.as_object()?.get(name)
    }

    /// The value that a JSON Pointer (RFC 6901) identifies, such as `/items/0/id`; `""` is the
    /// whole value.
    #[must_use]
    pub fn pointer(&self, pointer: &str) -> Option<&Json> {
        let mut place = self;
        if pointer.is_empty() {
            return Some(place);
        }
        for token in pointer.strip_prefix('/')?.split('/') {
            let token = token.replace("~1", "/").replace("~0", "~");
            place = match place {
                Self::Object(members) => members.get(&token)?,
                Self::Array(elements) => elements.get(array_index(&token)?)?,
                _ => return None,
            };
        }
        Some(place)
    }

    /// The string, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one.
    #[must_use]
    pub fn as_number(&self) -> Option<&Number> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The number, if it is an integer within `i64`.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.as_number()?.as_i64()
    }

    /// The number, if it is an integer within `u64`.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.as_number()?.as_u64()
    }

    /// The nearest `f64`, if it is a number within its range.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.as_number()?.as_f64()
    }

    /// The boolean, if it is one.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The elements, if it is an array.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Json]> {
        match self {
            Self::Array(elements) => Some(elements),
            _ => None,
        }
    }

    /// The members, if it is an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Map<Json>> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// Returns true for `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Parses a JSON text.
    pub fn parse(text: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(text)?;
        let value = reader.value()?;
        reader.finish()?;
        Ok(value)
    }

    pub(crate) fn read_from(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = match reader.kind()? {
            Kind::Null => {
                reader.take_null()?;
                Self::Null
            }
            Kind::Bool => Self::Bool(reader.boolean()?),
            Kind::Number => Self::Number(reader.number()?),
            Kind::String => Self::String(reader.text()?.to_owned()),
            Kind::Array => Self::Array(read_elements(reader)?),
            Kind::Object => Self::Object(read_members(reader)?),
        };
        Ok(())
    }

    pub(crate) fn write_to(&self, writer: &mut Writer) {
        match self {
            Self::Null => writer.null(),
            Self::Bool(value) => writer.boolean(*value),
            Self::Number(number) => match number.small() {
                Some(small) => writer.i64(small),
                None => number.with_text(|text| writer.number_text(text)),
            },
            Self::String(text) => writer.text(text),
            Self::Array(elements) => {
                writer.begin_array();
                for element in elements {
                    writer.element();
                    element.write_to(writer);
                }
                writer.end_array();
            }
            Self::Object(members) => {
                writer.begin_object();
                for (name, value) in members {
                    writer.name(name);
                    value.write_to(writer);
                }
                writer.end_object();
            }
        }
    }
}

fn read_elements(reader: &mut Reader<'_>) -> Result<Vec<Json>, DecodeError> {
    let mut elements = Vec::new();
    let mut more = reader.begin_array()?;
    while more {
        elements.push(reader.value().map_err(|error| error.in_index(elements.len()))?);
        more = reader.next_element()?;
    }
    Ok(elements)
}

fn read_members(reader: &mut Reader<'_>) -> Result<Map<Json>, DecodeError> {
    let mut members = Map::new();
    reader.begin_object("an object")?;
    let mut name = reader.name(true, str::to_owned)?;
    while let Some(key) = name {
        match reader.value() {
            Ok(value) => members.insert(key, value),
            Err(error) => return Err(error.in_name(&key)),
        };
        name = reader.name(false, str::to_owned)?;
    }
    Ok(members)
}

/// RFC 6901 section 4: digits without a leading zero.
fn array_index(token: &str) -> Option<usize> {
    let canonical = token == "0" || !token.starts_with(['0', '+']);
    if canonical { token.parse().ok() } else { None }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut writer = Writer::new();
        self.write_to(&mut writer);
        let text = writer.finish().unwrap_or_default();
        f.write_str(&String::from_utf8_lossy(&text))
    }
}

impl FromStr for Json {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        Self::parse(text.as_bytes())
    }
}

macro_rules! from_numbers {
    ($($integer:ty)*) => {
        $(impl From<$integer> for Json {
            fn from(value: $integer) -> Self {
                Self::Number(value.into())
            }
        })*
    };
}

from_numbers!(i8 i16 i32 i64 u8 u16 u32 u64 i128 u128 isize usize);

impl From<Number> for Json {
    fn from(value: Number) -> Self {
        Self::Number(value)
    }
}

impl From<f64> for Json {
    /// A number; `null` if it is infinite or NaN, which JSON cannot represent.
    fn from(value: f64) -> Self {
        Number::from_f64(value).map_or(Self::Null, Self::Number)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<&str> for Json {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<String> for Json {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(values: Vec<T>) -> Self {
        Self::Array(values.into_iter().map(Into::into).collect())
    }
}

impl From<Map<Json>> for Json {
    fn from(members: Map<Json>) -> Self {
        Self::Object(members)
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<K: Into<String>, T: Into<Json>, const N: usize> From<[(K, T); N]> for Json {
    fn from(members: [(K, T); N]) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (name, value.into())).collect())
    }
}
