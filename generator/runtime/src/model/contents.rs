//! Containers of slots.

use std::hash::Hasher;

use super::extra_members::ExtraMembers;
use super::sequence::Items;
use super::shape::Shape;
use super::slot::{Model, OpenPart, Slot};
use crate::json::{DecodeError, Map, Reader, Writer};

impl<T: Model> Slot for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn shape(&self) -> Shape<'_> {
        (**self).shape()
    }

    fn part(&self, index: usize) -> &dyn Slot {
        (**self).part(index)
    }

    fn part_mut(&mut self, index: usize) -> &mut dyn Slot {
        (**self).part_mut(index)
    }

    fn selected(&self) -> usize {
        (**self).selected()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        (**self).read(reader)
    }

    fn write(&self, writer: &mut Writer) {
        (**self).write(writer);
    }

    fn open_part(&mut self) -> OpenPart<'_> {
        (**self).open_part()
    }

    fn hash_dyn(&self, hasher: &mut dyn Hasher) {
        (**self).hash_dyn(hasher);
    }
}

/// `None` is an absent optional member, or `null` if the member is required or the value is in an
/// array.
impl<T: Model> Slot for Option<T> {
    fn blank() -> Self {
        None
    }

    fn shape(&self) -> Shape<'_> {
        self.as_ref().map_or(Shape::Absent, T::shape)
    }

    fn part(&self, index: usize) -> &dyn Slot {
        self.as_ref().map_or(&super::nothing::NOTHING, |value| value.part(index))
    }

    fn selected(&self) -> usize {
        self.as_ref().map_or(usize::MAX, T::selected)
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        if !T::takes_null() && reader.take_null()? {
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

    fn hash_dyn(&self, hasher: &mut dyn Hasher) {
        if let Some(value) = self {
            value.hash_dyn(hasher);
        } else {
            hasher.write_u8(0);
        }
    }
}

impl<T: Model> Slot for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn shape(&self) -> Shape<'_> {
        Shape::Items(self)
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        read_items(self, reader)
    }

    fn write(&self, writer: &mut Writer) {
        write_items(self, writer);
    }

    fn open_part(&mut self) -> OpenPart<'_> {
        OpenPart::Items(self)
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

impl<T: Model> Slot for Map<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn shape(&self) -> Shape<'_> {
        Shape::Members(self)
    }

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

    fn open_part(&mut self) -> OpenPart<'_> {
        OpenPart::Members(self)
    }
}

fn read_members(
    members: &mut dyn ExtraMembers,
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
