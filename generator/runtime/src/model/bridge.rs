//! serde support: models convert through JSON to and from any self-describing format.

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{self, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::slot::{Model, Slot};
use crate::json::{Json, Map, Number};

/// Serialises any place; an infinite number or NaN is an error.
pub fn serialize<S: Serializer>(slot: &dyn Slot, serializer: S) -> Result<S::Ok, S::Error> {
    super::whole::to_value(slot).map_err(ser::Error::custom)?.serialize(serializer)
}

/// Deserialises any type from a self-describing format.
pub fn deserialize<'de, T: Model, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value = Json::deserialize(deserializer)?;
    let mut slot = T::blank();
    super::whole::read_value(&mut slot, &value).map_err(de::Error::custom)?;
    Ok(slot)
}

/// Implements the serde traits for slots.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($type:ty $(, $($parameter:tt)*)?) => {
        impl $(<$($parameter)*>)? $crate::generated::expanded::serde::Serialize for $type {
            fn serialize<S: $crate::generated::expanded::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::generated::expanded::serialize(self, serializer)
            }
        }

        impl<'de $(, $($parameter)*)?> $crate::generated::expanded::serde::Deserialize<'de> for $type {
            fn deserialize<D: $crate::generated::expanded::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::generated::expanded::deserialize(deserializer)
            }
        }
    };
}

crate::__serde!(crate::model::Secret);
crate::__serde!(crate::model::Extra);
crate::__serde!(crate::model::Integer);
crate::__serde!(crate::format::DateTime);
crate::__serde!(crate::format::Date);
crate::__serde!(crate::format::Time);
crate::__serde!(crate::format::Duration);
crate::__serde!(crate::format::Uuid);
crate::__serde!(crate::format::Uri);
crate::__serde!(crate::format::Base64);
crate::__serde!(crate::model::Nullable<T>, T: Model);
crate::__serde!(Map<T>, T: Model);
crate::__serde!(crate::model::KeyedMap<K, T>, K: crate::model::Key, T: Model);

impl Serialize for Number {
    /// Serializes as the narrowest integer that holds the number, otherwise as the nearest `f64`:
    /// further digits are lost, and a number beyond `f64` is an error, since serde has no
    /// arbitrary-precision numbers.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !self.is_plain() {
            return match self.as_f64() {
                Some(value) => serializer.serialize_f64(value),
                None => Err(ser::Error::custom(
                    "the number is beyond the range of 64-bit floating point",
                )),
            };
        }
        match (self.as_i64(), self.as_u64(), self.as_i128()) {
            (Some(value), _, _) => serializer.serialize_i64(value),
            (_, Some(value), _) => serializer.serialize_u64(value),
            (_, _, Some(value)) => serializer.serialize_i128(value),
            _ => match self.as_f64() {
                Some(value) => serializer.serialize_f64(value),
                None => Err(ser::Error::custom(
                    "the number is beyond the range of 64-bit floating point",
                )),
            },
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(elements) => {
                let mut sequence = serializer.serialize_seq(Some(elements.len()))?;
                for element in elements {
                    sequence.serialize_element(element)?;
                }
                sequence.end()
            }
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Json::deserialize(deserializer)? {
            Json::Number(number) => Ok(number),
            other => Err(de::Error::custom(format_args!(
                "expected a number, found {}",
                other.kind().phrase()
            ))),
        }
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("any value that JSON can hold")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_i128<E>(self, value: i128) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_u128<E>(self, value: u128) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Json, E> {
        Number::from_f64(value)
            .map(Json::Number)
            .ok_or_else(|| E::custom("JSON has no infinite numbers and no NaN"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_none<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        Json::deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        Json::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Json, A::Error> {
        let mut array = Vec::new();
        while let Some(element) = elements.next_element()? {
            array.push(element);
        }
        Ok(Json::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let mut object = Map::new();
        while let Some((name, value)) = members.next_entry::<String, Json>()? {
            if object.is_empty()
                && name == ARBITRARY_PRECISION
                && let Json::String(text) = &value
                && let Ok(number) = text.parse()
            {
                return Ok(Json::Number(number));
            }
            object.insert(name, value);
        }
        Ok(Json::Object(object))
    }
}

/// The only member of the map that `serde_json` yields for a number once any crate of a build
/// enables its feature `arbitrary_precision`.
const ARBITRARY_PRECISION: &str = "$serde_json::private::Number";

#[cfg(test)]
mod tests;
