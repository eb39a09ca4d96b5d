//! Places of the plain types.

use super::slot::{Blank, Slot};
use crate::json::{DecodeError, Json, Number, Reader, Writer};

impl Blank for String {
    fn blank() -> Self {
        Self::new()
    }
}

impl Slot for String {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = Self::from(reader.text()?);
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.text(self);
    }

    fn clear(&mut self) {
        Self::clear(self);
    }

    fn as_text(&self) -> Option<&str> {
        Some(self)
    }
}

macro_rules! scalar {
    ($type:ty, $blank:expr, |$reader:ident| $read:expr, |$value:ident, $writer:ident| $write:expr) => {
        impl Blank for $type {
            fn blank() -> Self {
                $blank
            }
        }

        impl Slot for $type {
            fn read(&mut self, $reader: &mut Reader<'_>) -> Result<(), DecodeError> {
                *self = $read?;
                Ok(())
            }

            fn write(&self, $writer: &mut Writer) {
                let $value = self;
                $write
            }

            fn clear(&mut self) {
                *self = $blank;
            }
        }
    };
}

scalar!(bool, false, |reader| reader.boolean(), |value, writer| writer.boolean(*value));
scalar!(i64, 0, |reader| reader.i64(), |value, writer| writer.i64(*value));
scalar!(
    u64,
    0,
    |reader| reader.integer("an integer of 64 bits that is not negative"),
    |value, writer| writer.u64(*value)
);
scalar!(i128, 0, |reader| reader.integer("an integer of 128 bits"), |value, writer| writer
    .number_text(&value.to_string()));
scalar!(f64, 0.0, |reader| reader.f64(), |value, writer| writer.f64(*value));
scalar!(Number, Number::default(), |reader| reader.number(), |value, writer| match value.small() {
    Some(small) => writer.i64(small),
    None => value.with_text(|text| writer.number_text(text)),
});

impl Blank for Json {
    fn blank() -> Self {
        Self::Null
    }
}

impl Slot for Json {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.read_from(reader)
    }

    fn write(&self, writer: &mut Writer) {
        self.write_to(writer);
    }

    fn clear(&mut self) {
        *self = Self::Null;
    }

    fn is_null(&self) -> bool {
        Self::is_null(self)
    }

    fn as_text(&self) -> Option<&str> {
        self.as_str()
    }
}
