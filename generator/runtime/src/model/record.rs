//! Objects with declared members: one loop reads them all, one writes them all.

use super::extra::Rest;
use super::slot::Slot;
use super::table::{Field, Table};
use crate::json::{DecodeError, Key, Reader, Writer};

/// An object with declared members and a rest.
pub trait Record {
    /// Its declared members.
    fn table(&self) -> &'static Table;

    /// The place of a declared member, by its position in the table; any other position gives the rest.
    fn slot(&mut self, index: usize) -> &mut dyn Slot;

    /// The same, to look at.
    fn view(&self, index: usize) -> &dyn Slot;

    /// The members that are not declared.
    fn rest(&self) -> &dyn Rest;

    /// The same, to fill.
    fn rest_mut(&mut self) -> &mut dyn Rest;
}

/// Which declared members were there.
struct Seen {
    first: u64,
    /// From field 64 on; most records have fewer, and an empty vector costs nothing.
    more: Vec<bool>,
}

impl Seen {
    fn new(fields: usize) -> Self {
        Self { first: 0, more: vec![false; fields.saturating_sub(64)] }
    }

    /// Marks a member; true where it was marked before.
    fn mark(&mut self, position: usize) -> bool {
        if position < 64 {
            let bit = 1 << position;
            let before = self.first & bit != 0;
            self.first |= bit;
            before
        } else {
            self.more.get_mut(position - 64).is_some_and(|seen| std::mem::replace(seen, true))
        }
    }

    fn contains(&self, position: usize) -> bool {
        if position < 64 {
            self.first & (1 << position) != 0
        } else {
            self.more.get(position - 64).is_some_and(|seen| *seen)
        }
    }
}

/// Reads an object into a blank record.
///
/// A repeated member's last value counts. `null` for an optional member that
/// may not be null leaves it absent, and is remembered in the rest so that it
/// is written back.
pub fn read_record(record: &mut dyn Record, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    let table = record.table();
    reader.begin_object("an object")?;
    let mut seen = Seen::new(table.fields().len());
    let mut expected = 0;
    let mut first = true;
    loop {
        match reader.key(first, table, expected)? {
            Key::End => break,
            Key::Field(position) => {
                expected = position + 1;
                read_field(record, table, position, seen.mark(position), reader)?;
            }
            Key::Other(name) => record.rest_mut().read_member(name, reader)?,
        }
        first = false;
    }
    let missing = table.required() & !seen.first;
    if missing != 0 || !seen.more.is_empty() {
        fill_missing(record, table, &seen, reader.offset())?;
    }
    Ok(())
}

fn read_field(
    record: &mut dyn Record,
    table: &'static Table,
    position: usize,
    repeated: bool,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let Some(field) = table.fields().get(position) else { return reader.skip() };
    if repeated {
        record.slot(position).clear();
    }
    let null = !field.is_required() && reader.is_null()?;
    if null && !field.is_nullable() {
        reader.skip()?;
        record.rest_mut().keep_null(field.name());
        return Ok(());
    }
    let slot = record.slot(position);
    slot.read(reader).map_err(|error| error.in_field(field.name()))?;
    // A place without a state of its own for `null`, such as an `Option`, would lose it.
    if null && slot.is_absent() {
        record.rest_mut().keep_null(field.name());
    }
    Ok(())
}

#[cold]
fn fill_missing(
    record: &mut dyn Record,
    table: &'static Table,
    seen: &Seen,
    offset: usize,
) -> Result<(), DecodeError> {
    for (position, field) in table.fields().iter().enumerate() {
        if !field.is_required() || seen.contains(position) {
            continue;
        }
        let Some(default) = field.default_json() else {
            return Err(DecodeError::missing(field.name(), offset));
        };
        let mut reader = Reader::new(default.as_bytes())?;
        record.slot(position).read(&mut reader).map_err(|error| error.in_field(field.name()))?;
    }
    Ok(())
}

/// Writes the declared members that are there, then the rest.
pub fn write_record(record: &dyn Record, writer: &mut Writer) {
    let table = record.table();
    writer.begin_object();
    for (position, field) in table.fields().iter().enumerate() {
        let slot = record.view(position);
        // A place that must be there and may not be null is never absent.
        let absent = (field.is_nullable() || !field.is_required()) && slot.is_absent();
        if absent && !field.is_required() {
            continue;
        }
        write_name(field, writer);
        if absent { writer.null() } else { slot.write(writer) }
    }
    let rest = record.rest();
    if !rest.is_empty() {
        write_rest(record, table, rest, writer);
    }
    writer.end_object();
}

fn write_name(field: &Field, writer: &mut Writer) {
    if field.is_plain() { writer.plain_name(field.name()) } else { writer.name(field.name()) }
}

fn write_rest(record: &dyn Record, table: &Table, rest: &dyn Rest, writer: &mut Writer) {
    // A declared member that is there wins over an undeclared one of its name.
    let written = |name: &str| {
        table.position(name, 0).is_some_and(|position| {
            let required = table.fields().get(position).is_some_and(Field::is_required);
            required || !record.view(position).is_absent()
        })
    };
    rest.visit(&mut |name, value| {
        if !written(name) {
            writer.name(name);
            match value {
                Some(value) => value.write(writer),
                None => writer.null(),
            }
        }
    });
}
