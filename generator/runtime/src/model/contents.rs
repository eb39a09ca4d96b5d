//! Containers: what holds other places.

use super::sequence::Items;
use super::slot::{Blank, Slot};
use crate::json::{DecodeError, Map, Reader, Writer};
use crate::model::record::Record;
use crate::multipart::File;

impl<T: Blank> Blank for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }
}

impl<T: Slot + ?Sized> Slot for Box<T> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        (**self).read(reader)
    }

    fn write(&self, writer: &mut Writer) {
        (**self).write(writer);
    }

    fn clear(&mut self) {
        (**self).clear();
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }

    fn is_null(&self) -> bool {
        (**self).is_null()
    }

    fn as_text(&self) -> Option<&str> {
        (**self).as_text()
    }

    fn record(&self) -> Option<&dyn Record> {
        (**self).record()
    }

    fn file(&self) -> Option<&File> {
        (**self).file()
    }

    fn items(&self) -> Option<&dyn Items> {
        (**self).items()
    }
}

impl<T> Blank for Option<T> {
    fn blank() -> Self {
        None
    }
}

/// `None` is an absent optional member, or `null` where the member is required or stands in an array.
impl<T: Slot + Blank> Slot for Option<T> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        if reader.take_null()? {
            *self = None;
            return Ok(());
        }
        self.insert(T::blank()).read(reader)
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Some(value) => value.write(writer),
            None => writer.null(),
        }
    }

    fn clear(&mut self) {
        *self = None;
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn is_null(&self) -> bool {
        self.as_ref().is_none_or(T::is_null)
    }

    fn as_text(&self) -> Option<&str> {
        self.as_ref()?.as_text()
    }

    fn record(&self) -> Option<&dyn Record> {
        self.as_ref()?.record()
    }

    fn file(&self) -> Option<&File> {
        self.as_ref()?.file()
    }

    fn items(&self) -> Option<&dyn Items> {
        self.as_ref()?.items()
    }
}

impl<T> Blank for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }
}

impl<T: Slot + Blank> Slot for Vec<T> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        read_items(self, reader)
    }

    fn write(&self, writer: &mut Writer) {
        write_items(self, writer);
    }

    fn clear(&mut self) {
        Self::clear(self);
    }

    fn items(&self) -> Option<&dyn Items> {
        Some(self)
    }
}

fn read_items(items: &mut dyn Items, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    let mut more = reader.begin_array()?;
    let mut index = 0;
    while more {
        items.grow().read(reader).map_err(|error| error.in_index(index))?;
        index += 1;
        more = reader.next_element()?;
    }
    Ok(())
}

fn write_items(items: &dyn Items, writer: &mut Writer) {
    writer.begin_array();
    let mut index = 0;
    while let Some(item) = items.item(index) {
        writer.element();
        item.write(writer);
        index += 1;
    }
    writer.end_array();
}

impl<T> Blank for Map<T> {
    fn blank() -> Self {
        Self::new()
    }
}

impl<T: Slot + Blank> Slot for Map<T> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        read_members(self, reader)
    }

    fn write(&self, writer: &mut Writer) {
        writer.begin_object();
        for (name, value) in self {
            writer.name(name);
            value.write(writer);
        }
        writer.end_object();
    }

    fn clear(&mut self) {
        Self::clear(self);
    }
}

fn read_members(
    members: &mut dyn super::extra::Rest,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    reader.begin_object("an object")?;
    let mut name = reader.name(true, str::to_owned)?;
    while let Some(key) = name {
        members.read_member(key, reader)?;
        name = reader.name(false, str::to_owned)?;
    }
    Ok(())
}
