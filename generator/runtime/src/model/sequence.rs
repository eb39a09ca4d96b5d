//! Tuples: arrays with a type per position.

use super::slot::{Model, OpenPart, Slot};
use super::table::{Field, Table};
use crate::json::{DecodeError, Reader, Writer};

/// A list of slots of one type, without the type.
pub trait Items: Slot {
    /// Adds a blank slot at the end.
    fn grow(&mut self) -> &mut dyn Slot;

    /// The slot at an index.
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

/// Decodes an array with declared positions (JSON Schema 2020-12 `prefixItems`) and further items
/// into a blank sequence.
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
            match part.open_part() {
                OpenPart::Items(rest) => rest.grow().read(reader),
                OpenPart::None | OpenPart::Members(_) => reader.skip(),
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

/// Encodes the declared positions up to the last present one, followed by further items.
///
/// An absent position before a present one is `null`, which keeps the positions.
pub(super) fn write_sequence(sequence: &dyn Slot, table: &'static Table, writer: &mut Writer) {
    writer.begin_array();
    let declared = table.fields.len();
    let rest = sequence.part(declared).as_items().filter(|rest| rest.item(0).is_some());
    let there =
        |(index, field): &(usize, Field)| field.is_required() || !sequence.part(*index).is_absent();
    let last = table.fields().enumerate().filter(there).last();
    let written = if rest.is_some() { declared } else { last.map_or(0, |(index, _)| index + 1) };
    for index in 0..written {
        writer.element();
        sequence.part(index).write(writer);
    }
    if let Some(rest) = rest {
        let mut index = 0;
        while let Some(item) = rest.item(index) {
            writer.element();
            item.write(writer);
            index += 1;
        }
    }
    writer.end_array();
}
