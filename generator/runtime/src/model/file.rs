//! Files as parts of models: JSON has them as strings.

use std::hash::{Hash, Hasher};

use bytes::Bytes;

use super::shape::Shape;
use super::slot::Slot;
use crate::body::File;
use crate::json::{DecodeError, Reader, Writer};

impl Slot for File {
    fn blank() -> Self {
        Self::new(Bytes::new())
    }

    fn shape(&self) -> Shape<'_> {
        Shape::File(self)
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = Self::new(String::from(reader.text()?));
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        match self.as_bytes().map(std::str::from_utf8) {
            Some(Ok(text)) => writer.text(text),
            Some(Err(_)) => writer.refuse("JSON has no form for bytes that are no text"),
            None => writer.refuse("JSON has no form for a stream of bytes"),
        }
    }

    fn hash_dyn(&self, mut hasher: &mut dyn Hasher) {
        self.hash(&mut hasher);
    }
}
