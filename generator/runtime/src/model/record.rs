//! Objects with declared members: one loop decodes all of them, another encodes them.

use super::extra_members::ExtraMembers;
use super::reader::{Key, key};
use super::shape::Shape;
use super::slot::{OpenPart, Slot};
use super::table::{Field, Table};
use super::union::Sent;
use crate::json::{DecodeError, Reader, Writer};

/// The declared members that were present.
struct Seen {
    first: u64,
    /// From field 64; most records have fewer, and an empty vector costs nothing.
    more: Vec<bool>,
}

impl Seen {
    fn new(fields: usize) -> Self {
        Self { first: 0, more: vec![false; fields.saturating_sub(64)] }
    }

    /// Marks a member; returns true if it was already marked.
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

/// Decodes an object into a blank record.
///
/// The last value of a repeated member counts. `null` for an optional member that is not nullable
/// leaves it absent, and is recorded so that it is sent back.
pub(super) fn read_record(
    record: &mut dyn Slot,
    table: &'static Table,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    reader.begin_object("an object")?;
    let mut seen = Seen::new(table.fields.len());
    let mut missing = table.required;
    let mut expected = 0;
    let mut first = true;
    loop {
        match key(reader, first, table, expected)? {
            Key::End => break,
            Key::Field(position) => {
                expected = position + 1;
                let repeated = seen.mark(position);
                let required = table.field(position).is_some_and(Field::is_required);
                if required && !repeated {
                    missing = missing.saturating_sub(1);
                }
                read_field(record, table, position, repeated, reader)?;
            }
            Key::Other(name) => match record.part_mut(table.fields.len()).open_part() {
                OpenPart::Members(rest) => rest.read_member(name, reader)?,
                OpenPart::None | OpenPart::Items(_) => reader.skip()?,
            },
        }
        first = false;
    }
    if missing == 0 { Ok(()) } else { fill_missing(record, table, &seen, reader.offset()) }
}

fn read_field(
    record: &mut dyn Slot,
    table: &'static Table,
    position: usize,
    repeated: bool,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let Some(field) = table.field(position) else { return reader.skip() };
    if repeated {
        record.part_mut(position).clear();
    }
    let null = !field.is_required() && reader.is_null()?;
    if null && !field.is_nullable() {
        reader.skip()?;
        keep_null(record, table, field);
        return Ok(());
    }
    let slot = record.part_mut(position);
    if let Err(error) = slot.read(reader) {
        keep_integer(record, table, position, &error)
            .ok_or_else(|| error.in_field(field.name()))?;
        reader.note_unknown();
        return Ok(());
    }
    // A slot without a state for `null`, such as an `Option`, would lose it.
    if null && slot.is_absent() {
        keep_null(record, table, field);
    }
    Ok(())
}

#[cold]
fn keep_null(record: &mut dyn Slot, table: &'static Table, field: Field) {
    if let OpenPart::Members(rest) = record.part_mut(table.fields.len()).open_part() {
        rest.keep_null(field.name());
    }
}

/// Keeps an integer that is too large for the type of its member among the undeclared members: the answer is read, and
/// every digit is sent back. An optional member is absent then, and a required one has the nearest value of its type.
#[cold]
fn keep_integer(
    record: &mut dyn Slot,
    table: &'static Table,
    position: usize,
    error: &DecodeError,
) -> Option<()> {
    let text = error.large_integer()?;
    let field = table.field(position)?;
    let rest = record.part_mut(table.fields.len());
    let OpenPart::Members(rest) = rest.open_part() else { return None };
    rest.read_member(field.name().to_owned(), &mut Reader::new(text.as_bytes()).ok()?).ok()?;
    let slot = record.part_mut(position);
    slot.clear();
    if field.is_required() {
        slot.read(&mut Reader::new(limit(text).as_bytes()).ok()?).ok()?;
    }
    Some(())
}

/// The limit of `i64` on the side of a number.
fn limit(text: &str) -> &'static str {
    if text.starts_with('-') { "-9223372036854775808" } else { "9223372036854775807" }
}

/// The value that a required member was received with, if it was too large and the member was not changed since.
#[cold]
fn kept_integer<'r>(record: &'r dyn Slot, table: &Table, position: usize) -> Option<&'r dyn Slot> {
    let kept =
        record.part(table.fields.len()).as_members()?.member(table.field(position)?.name())?;
    let mut writer = Writer::new();
    record.part(position).write(&mut writer);
    let written = writer.finish().ok()?;
    let written = std::str::from_utf8(&written).ok()?;
    (written == limit(written)).then_some(kept)
}

#[cold]
fn fill_missing(
    record: &mut dyn Slot,
    table: &'static Table,
    seen: &Seen,
    offset: usize,
) -> Result<(), DecodeError> {
    for (position, field) in table.fields().enumerate() {
        if !field.is_required() || seen.contains(position) {
            continue;
        }
        let Some(default) = table.default_of(field) else {
            return Err(DecodeError::missing(field.name(), offset));
        };
        read_default(record, position, default).map_err(|error| error.in_field(field.name()))?;
    }
    Ok(())
}

fn read_default(record: &mut dyn Slot, position: usize, text: &str) -> Result<(), DecodeError> {
    record.part_mut(position).read(&mut Reader::new(text.as_bytes())?)
}

/// Sets the defaults of required members in a blank record.
pub(super) fn fill_defaults(record: &mut dyn Slot) {
    let Shape::Record(table) = record.shape() else { return };
    for (position, field) in table.fields().enumerate() {
        if let Some(default) = table.default_of(field)
            && read_default(record, position, default).is_err()
        {
            // Generated tables only contain defaults that their types can decode.
            record.part_mut(position).clear();
        }
    }
}

/// Encodes the present declared members, then the undeclared ones.
pub(super) fn write_record(record: &dyn Slot, table: &'static Table, writer: &mut Writer) {
    write_members(record, table, &[], writer);
}

/// Encodes an object that lacks some members that are sent with it: they take their places among
/// the declared ones, or come first.
#[cold]
pub(super) fn write_sent(value: &dyn Slot, lacking: &[Sent], writer: &mut Writer) {
    if let Shape::Record(table) = value.shape() {
        return write_members(value, table, lacking, writer);
    }
    writer.begin_object();
    for sent in lacking {
        write_one(sent, writer);
    }
    if let Some(members) = value.as_members() {
        members.visit(&mut |name, value| write_member(name, value, writer));
    }
    writer.end_object();
}

fn write_one((name, json): &Sent, writer: &mut Writer) {
    writer.name(name);
    match Reader::new(json.as_bytes()).and_then(|mut reader| reader.value()) {
        Ok(value) => value.write_to(writer),
        // Generated tables only contain JSON.
        Err(_) => writer.null(),
    }
}

fn write_member(name: &str, value: Option<&dyn Slot>, writer: &mut Writer) {
    writer.name(name);
    match value {
        Some(value) => value.write(writer),
        None => writer.null(),
    }
}

fn write_members(record: &dyn Slot, table: &'static Table, lacking: &[Sent], writer: &mut Writer) {
    writer.begin_object();
    for sent in lacking.iter().filter(|(name, _)| table.position(name, 0).is_none()) {
        write_one(sent, writer);
    }
    let rest = record.part(table.fields.len()).as_members().filter(|rest| !rest.is_empty());
    for (position, field) in table.fields().enumerate() {
        let slot = record.part(position);
        // A required slot that is not nullable is never absent.
        let absent = (field.is_nullable() || !field.is_required()) && slot.is_absent();
        if absent && !field.is_required() {
            if let Some(sent) = lacking.iter().find(|(name, _)| *name == field.name()) {
                write_one(sent, writer);
            }
            continue;
        }
        if table.escaped {
            writer.name(field.name());
        } else {
            writer.plain_name(field.name());
        }
        let kept = rest.filter(|_| field.is_required());
        let slot = kept.and_then(|_| kept_integer(record, table, position)).unwrap_or(slot);
        if absent { writer.null() } else { slot.write(writer) }
    }
    if let Some(rest) = rest {
        write_rest(record, table, rest, writer);
    }
    writer.end_object();
}

fn write_rest(record: &dyn Slot, table: &Table, rest: &dyn ExtraMembers, writer: &mut Writer) {
    // A present declared member takes precedence over an undeclared one of the same name.
    let written = |name: &str| {
        table.position(name, 0).is_some_and(|position| {
            let required = table.field(position).is_some_and(Field::is_required);
            required || !record.part(position).is_absent()
        })
    };
    rest.visit(&mut |name, value| {
        if !written(name) {
            write_member(name, value, writer);
        }
    });
}
