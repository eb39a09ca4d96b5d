//! Operations on the parts of a value: decoding, encoding, cloning, comparing, formatting.

use std::any::Any;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::extra::Extra;
use super::extra_members::ExtraMembers;
use super::record::{read_record, write_record};
use super::sequence::{read_sequence, write_sequence};
use super::shape::Shape;
use super::slot::Slot;
use super::table::Table;
use super::union::{read_union, write_union};
use crate::json::{DecodeError, Reader, Writer};

/// Decodes into a value with parts.
pub(super) fn read_parts(value: &mut dyn Slot, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    match value.shape() {
        Shape::Record(table) => read_record(value, table, reader),
        Shape::Union(table) => read_union(value, table, reader),
        Shape::Sequence(table) => read_sequence(value, table, reader),
        _ => reader.skip(),
    }
}

/// Encodes a value that has parts, or is a string.
pub(super) fn write_parts(value: &dyn Slot, writer: &mut Writer) {
    match value.shape() {
        Shape::Record(table) => write_record(value, table, writer),
        Shape::Union(_) => write_union(value, writer),
        Shape::Sequence(table) => write_sequence(value, table, writer),
        Shape::Text(text) | Shape::Formatted { text, .. } => writer.text(text),
        _ => writer.null(),
    }
}

/// The parts of a record or sequence, followed by its undeclared ones.
fn parts(table: &Table) -> std::ops::RangeInclusive<usize> {
    0..=table.fields.len()
}

fn table_of(value: &dyn Slot) -> Option<&'static Table> {
    match value.shape() {
        Shape::Record(table) | Shape::Sequence(table) => Some(table),
        _ => None,
    }
}

/// `Clone` of a record or sequence: copies each part into a blank value.
pub fn clone_parts<T: Slot>(value: &T) -> T {
    let mut copy = T::blank();
    copy_parts(value, &mut copy);
    copy
}

fn copy_parts(from: &dyn Slot, to: &mut dyn Slot) {
    let Some(table) = table_of(from) else { return };
    for index in parts(table) {
        from.part(index).copy_into(to.part_mut(index));
    }
}

/// `PartialEq` of a record or sequence: compares each part.
pub fn equal_parts(one: &dyn Slot, other: &dyn Slot) -> bool {
    table_of(one)
        .is_none_or(|table| parts(table).all(|index| one.part(index).equals(other.part(index))))
}

/// `Hash` of a value that has parts, or is a string.
pub fn hash_parts<T: Slot, H: Hasher>(value: &T, mut hasher: &mut H) {
    value.hash_dyn(&mut hasher);
}

/// Hashes the parts of a value, or its text.
pub(super) fn hash_parts_dyn(value: &dyn Slot, mut hasher: &mut dyn Hasher) {
    match value.shape() {
        Shape::Absent => 0_u8.hash(&mut hasher),
        Shape::Null => 1_u8.hash(&mut hasher),
        Shape::Text(text) | Shape::Formatted { text, .. } => text.hash(&mut hasher),
        Shape::Record(table) | Shape::Sequence(table) => {
            for index in parts(table) {
                value.part(index).hash_dyn(hasher);
            }
        }
        Shape::Union(_) => value.part(0).hash_dyn(hasher),
        Shape::Items(items) => {
            let mut index = 0;
            while let Some(item) = items.item(index) {
                item.hash_dyn(hasher);
                index += 1;
            }
            index.hash(&mut hasher);
        }
        Shape::Members(members) => hash_members(members, hasher),
        Shape::File(_) | Shape::Other => {}
    }
}

/// A sum does not depend on the order of members, like equality.
fn hash_members(members: &dyn ExtraMembers, hasher: &mut dyn Hasher) {
    let mut sum = 0_u64;
    members.visit(&mut |name, value| {
        let mut member = DefaultHasher::new();
        name.hash(&mut member);
        if let Some(value) = value {
            value.hash_dyn(&mut member);
        }
        sum = sum.wrapping_add(member.finish());
    });
    hasher.write_u64(sum);
}

/// `Debug` of a record or sequence: members by their names on the wire, including undeclared ones.
pub fn show_parts(value: &dyn Slot, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value.shape() {
        Shape::Record(table) => {
            let mut shown = f.debug_struct(table.name);
            for (index, field) in table.fields().enumerate() {
                shown.field(field.name(), &Shown(value.part(index)));
            }
            let rest = value.part(table.fields.len());
            if rest.as_members().is_some_and(|members| !members.is_empty()) {
                let untyped: &dyn Any = rest;
                let name = if untyped.is::<Extra>() { "extra" } else { "additional" };
                shown.field(name, &Shown(rest));
            }
            shown.finish()
        }
        Shape::Sequence(table) => {
            let mut shown = f.debug_tuple(table.name);
            for index in parts(table) {
                shown.field(&Shown(value.part(index)));
            }
            shown.finish()
        }
        _ => Ok(()),
    }
}

struct Shown<'a>(&'a dyn Slot);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.show(f)
    }
}
