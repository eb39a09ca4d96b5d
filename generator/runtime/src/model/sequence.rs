//! Tuples: arrays whose positions have types of their own.

use super::slot::{Blank, Slot};
use super::table::Table;
use crate::json::{DecodeError, Reader, Writer};

/// A list of places of one type, seen without the type.
pub trait Items: Slot {
    /// Adds a blank place at the end.
    fn grow(&mut self) -> &mut dyn Slot;

    /// The place at a position.
    fn item(&self, index: usize) -> Option<&dyn Slot>;
}

impl<T: Slot + Blank> Items for Vec<T> {
    fn grow(&mut self) -> &mut dyn Slot {
        let last = self.len();
        self.push(T::blank());
        &mut self[last]
    }

    fn item(&self, index: usize) -> Option<&dyn Slot> {
        self.get(index).map(|item| item as &dyn Slot)
    }
}

/// An array whose first positions are declared one by one (JSON Schema 2020-12 `prefixItems`), followed by a rest.
pub trait Sequence {
    /// The declared positions; a field's name is only used in errors.
    fn table(&self) -> &'static Table;

    /// The place of a declared position; any other position gives the rest.
    fn slot(&mut self, index: usize) -> &mut dyn Slot;

    /// The same, to look at.
    fn view(&self, index: usize) -> &dyn Slot;

    /// What follows the declared positions.
    fn rest(&self) -> &dyn Items;

    /// The same, to fill.
    fn rest_mut(&mut self) -> &mut dyn Items;
}

/// Reads an array into a blank sequence.
pub fn read_sequence(
    sequence: &mut dyn Sequence,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let fields = sequence.table().fields();
    let mut more = reader.begin_array()?;
    let mut index = 0;
    while more {
        let slot =
            if index < fields.len() { sequence.slot(index) } else { sequence.rest_mut().grow() };
        slot.read(reader).map_err(|error| error.in_index(index))?;
        index += 1;
        more = reader.next_element()?;
    }
    match fields.get(index..).unwrap_or_default().iter().find(|field| field.is_required()) {
        Some(_) => Err(DecodeError::unexpected(
            format!(
                "an array of at least {} elements",
                fields.iter().filter(|field| field.is_required()).count()
            ),
            format!("{index} elements"),
            reader.offset(),
        )),
        None => Ok(()),
    }
}

/// Writes the declared positions up to the first absent one, and the rest after all of them.
pub fn write_sequence(sequence: &dyn Sequence, writer: &mut Writer) {
    let fields = sequence.table().fields();
    writer.begin_array();
    let written = (0..fields.len())
        .take_while(|index| {
            let slot = sequence.view(*index);
            let required = fields.get(*index).is_some_and(super::table::Field::is_required);
            let there = required || !slot.is_absent();
            if there {
                writer.element();
                slot.write(writer);
            }
            there
        })
        .count();
    if written == fields.len() {
        let rest = sequence.rest();
        let mut index = 0;
        while let Some(item) = rest.item(index) {
            writer.element();
            item.write(writer);
            index += 1;
        }
    }
    writer.end_array();
}
