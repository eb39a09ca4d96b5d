//! Open enumerations: documented values, and any other value unchanged.

use std::hash::{Hash, Hasher};

use super::shape::Shape;
use super::slot::Slot;
use crate::json::{DecodeError, Json, Reader, Writer};

/// An open enumeration of strings.
pub trait Enumeration: Clone + 'static {
    /// The documented values.
    const KNOWN: &'static [Self];

    /// The value on the wire.
    fn as_str(&self) -> &str;

    /// Creates an undocumented value.
    fn unknown(value: String) -> Self;
}

/// An open enumeration of arbitrary JSON values.
pub trait LiteralEnumeration: Clone + 'static {
    /// The documented values.
    const KNOWN: &'static [Self];

    /// The value on the wire.
    fn literal(&self) -> Literal<'_>;

    /// Creates an undocumented value.
    fn unknown(value: Json) -> Self;
}

/// A value of a literal enumeration.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Literal<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// An integer.
    Integer(i128),
    /// Any other number, as its JSON text.
    Number(&'a str),
    /// A string.
    Text(&'a str),
    /// Any other value.
    Other(&'a Json),
}

impl<'a> Literal<'a> {
    /// The literal of the value.
    #[must_use]
    pub fn shape(self) -> Shape<'a> {
        match self {
            Self::Null => Shape::Null,
            Self::Text(text) => Shape::Text(text),
            Self::Other(value) => value.shape(),
            Self::Bool(_) | Self::Integer(_) | Self::Number(_) => Shape::Other,
        }
    }

    /// The value as JSON.
    #[must_use]
    pub fn to_value(self) -> Json {
        match self {
            Self::Null => Json::Null,
            Self::Bool(value) => Json::Bool(value),
            Self::Integer(value) => Json::Number(value.into()),
            Self::Number(text) => text.parse().map_or(Json::Null, Json::Number),
            Self::Text(text) => Json::String(text.to_owned()),
            Self::Other(value) => value.clone(),
        }
    }

    /// Returns true if a value equals this literal; numbers compare by value.
    #[must_use]
    pub fn matches(&self, value: &Json) -> bool {
        match (self, value) {
            (Self::Null, Json::Null) => true,
            (Self::Bool(one), Json::Bool(two)) => one == two,
            (Self::Integer(one), Json::Number(two)) => two.as_i128() == Some(*one),
            (Self::Number(one), Json::Number(two)) => {
                one.parse().is_ok_and(|one: crate::json::Number| one == *two)
            }
            (Self::Text(one), Json::String(two)) => one == two,
            (Self::Other(one), two) => *one == two,
            _ => false,
        }
    }
}

/// Converts a string to a value, known or unknown.
#[must_use]
pub fn from_text<T: Enumeration>(text: &str) -> T {
    looked_up(text).0
}

/// The value of a string, and whether it is known.
fn looked_up<T: Enumeration>(text: &str) -> (T, bool) {
    match T::KNOWN.iter().find(|known| known.as_str() == text) {
        Some(known) => (known.clone(), true),
        None => (T::unknown(text.to_owned()), false),
    }
}

/// Converts a JSON value to a value, known or unknown.
#[must_use]
pub fn from_literal<T: LiteralEnumeration>(value: Json) -> T {
    looked_up_literal(value).0
}

/// The value of a literal, and whether it is known.
fn looked_up_literal<T: LiteralEnumeration>(value: Json) -> (T, bool) {
    match T::KNOWN.iter().find(|known| known.literal().matches(&value)) {
        Some(known) => (known.clone(), true),
        None => (T::unknown(value), false),
    }
}

/// Decodes a string.
pub fn read_enumeration<T: Enumeration>(
    place: &mut T,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let (value, is_known) = looked_up(reader.text()?);
    *place = value;
    if !is_known {
        reader.note_unknown();
    }
    Ok(())
}

/// Decodes any value.
pub fn read_literal<T: LiteralEnumeration>(
    place: &mut T,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let (value, is_known) = looked_up_literal(reader.value()?);
    *place = value;
    if !is_known {
        reader.note_unknown();
    }
    Ok(())
}

/// Encodes a literal.
pub fn write_literal(literal: Literal<'_>, writer: &mut Writer) {
    match literal {
        Literal::Null => writer.null(),
        Literal::Bool(value) => writer.boolean(value),
        Literal::Integer(value) => writer.number_text(&value.to_string()),
        Literal::Number(text) => writer.number_text(text),
        Literal::Text(text) => writer.text(text),
        Literal::Other(value) => value.write_to(writer),
    }
}

/// `PartialEq` of a literal enumeration, by the values on the wire.
#[must_use]
pub fn equal_literals(one: Literal<'_>, other: Literal<'_>) -> bool {
    one == other || one.matches(&other.to_value())
}

/// `Hash` of a literal enumeration.
pub fn hash_literal(literal: Literal<'_>, mut hasher: &mut dyn Hasher) {
    literal.to_value().hash(&mut hasher);
}
