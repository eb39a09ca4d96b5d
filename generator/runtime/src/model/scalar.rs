//! Slots of plain types.

use std::hash::{Hash, Hasher};

use super::shape::Shape;
use super::slot::Slot;
use crate::json::{DecodeError, Json, Number, Reader, Writer};

impl Slot for String {
    fn blank() -> Self {
        Self::new()
    }

    fn shape(&self) -> Shape<'_> {
        Shape::Text(self)
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = Self::from(reader.text()?);
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.text(self);
    }
}

macro_rules! scalar {
    ($type:ty, $hash_dyn:expr, $blank:expr, |$reader:ident| $read:expr, |$value:ident, $writer:ident| $write:expr) => {
        impl Slot for $type {
            fn blank() -> Self {
                $blank
            }

            fn shape(&self) -> Shape<'_> {
                Shape::Other
            }

            fn read(&mut self, $reader: &mut Reader<'_>) -> Result<(), DecodeError> {
                *self = $read?;
                Ok(())
            }

            fn write(&self, $writer: &mut Writer) {
                let $value = self;
                $write
            }

            fn hash_dyn(&self, mut hasher: &mut dyn Hasher) {
                $hash_dyn(self, &mut hasher);
            }
        }
    };
}

scalar!(bool, Hash::hash, false, |reader| reader.boolean(), |value, writer| writer.boolean(*value));
scalar!(i64, Hash::hash, 0, |reader| reader.i64(), |value, writer| writer.i64(*value));
scalar!(
    u64,
    Hash::hash,
    0,
    |reader| reader.integer("an integer of 64 bits that is not negative"),
    |value, writer| writer.u64(*value)
);
scalar!(i128, Hash::hash, 0, |reader| reader.integer("an integer of 128 bits"), |value, writer| {
    writer.number_text(&value.to_string());
});
// NaN is not equal to itself, so types with floats implement neither `Eq` nor `Hash`.
scalar!(f64, |_, _| (), 0.0, |reader| reader.f64(), |value, writer| writer.f64(*value));
scalar!(
    Number,
    Hash::hash,
    Number::default(),
    |reader| reader.number(),
    |value, writer| match value.small() {
        Some(small) => writer.i64(small),
        None => value.with_text(|text| writer.number_text(text)),
    }
);

impl Slot for Json {
    fn blank() -> Self {
        Self::Null
    }

    fn takes_null() -> bool {
        true
    }

    fn shape(&self) -> Shape<'_> {
        match self {
            Self::Null => Shape::Null,
            Self::String(text) => Shape::Text(text),
            _ => Shape::Other,
        }
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.read_from(reader)
    }

    fn write(&self, writer: &mut Writer) {
        self.write_to(writer);
    }

    fn hash_dyn(&self, mut hasher: &mut dyn Hasher) {
        self.hash(&mut hasher);
    }
}
