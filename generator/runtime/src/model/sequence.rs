//! Tuples: arrays whose positions have types of their own.

use super::slot::{Growth, Model, Slot};
use super::table::Table;
use crate::json::{DecodeError, Reader, Writer};

/// A list of places of one type, seen without the type.
pub trait Items: Slot {
    /// Adds a blank place at the end.
    fn grow(&mut self) -> &mut dyn Slot;

    /// The place at a position.
    fn item(&self, index: usize) -> Option<&dyn Slot>;
}

impl<T: Model> Items for Vec<T> {
    fn grow(&mut self) -> &mut dyn Slot {
        let last = self.len();
        self.push(T::blank());
        &mut self[last]
    }

    fn item(&self, index: usize) -> Option<&dyn Slot> {
        self.get(index).map(|item| item as &dyn Slot)
    }
}

/// Reads an array whose first positions are declared one by one (JSON Schema 2020-12 `prefixItems`), followed by a
/// rest, into a blank sequence.
pub(super) fn read_sequence(
    sequence: &mut dyn Slot,
    table: &'static Table,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let mut more = reader.begin_array()?;
    let mut index = 0;
    while more {
        let part = sequence.part_mut(index);
        let element = if index < table.fields.len() {
            part.read(reader)
        } else {
            match part.growth() {
                Growth::Items(rest) => rest.grow().read(reader),
                Growth::None | Growth::Members(_) => reader.skip(),
            }
        };
        element.map_err(|error| error.in_index(index))?;
        index += 1;
        more = reader.next_element()?;
    }
    match table.fields().skip(index).find(|field| field.is_required()) {
        Some(_) => Err(DecodeError::unexpected(
            format!("an array of at least {} elements", table.required),
            format!("{index} elements"),
            reader.offset(),
        )),
        None => Ok(()),
    }
}

/// Writes the declared positions up to the first absent one, and the rest after all of them.
pub(super) fn write_sequence(sequence: &dyn Slot, table: &'static Table, writer: &mut Writer) {
    writer.begin_array();
    let written = table
        .fields()
        .enumerate()
        .take_while(|(index, field)| {
            let part = sequence.part(*index);
            let there = field.is_required() || !part.is_absent();
            if there {
                writer.element();
                part.write(writer);
            }
            there
        })
        .count();
    if written == table.fields.len()
        && let Some(rest) = sequence.part(written).as_items()
    {
        let mut index = 0;
        while let Some(item) = rest.item(index) {
            writer.element();
            item.write(writer);
            index += 1;
        }
    }
    writer.end_array();
}
