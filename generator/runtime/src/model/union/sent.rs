//! The members that distinguish an alternative on the wire, written where the value lacks them.
//!
//! A discriminator may be optional, or declared by no alternative; a variant knows its value all
//! the same. A value that was received without the member is sent back without it.

use super::UnionTable;
use super::table::Sent;
use crate::model::shape::Shape;
use crate::model::slot::{OpenPart, Slot};
use crate::model::table::Field;

/// The members that the selected value lacks, and that are sent with it.
pub(crate) fn lacking(value: &dyn Slot) -> Vec<Sent> {
    let Shape::Union(table) = value.shape() else { return Vec::new() };
    let part = value.part(0);
    let sent = of(table, value.selected()).iter().filter(|(name, _)| !says(part, name));
    sent.copied().collect()
}

/// Records in a value that was read as an alternative which members it came without.
pub(super) fn keep_absent(table: &UnionTable, index: usize, part: &mut dyn Slot) {
    for (name, _) in of(table, index) {
        if has(part, name) {
            continue;
        }
        let rest = match part.shape() {
            Shape::Record(table) => part.part_mut(table.fields.len()).open_part(),
            _ => part.open_part(),
        };
        if let OpenPart::Members(rest) = rest {
            rest.keep_absent(name);
        }
    }
}

fn of(table: &UnionTable, index: usize) -> &'static [Sent] {
    table.alternatives.get(index).map_or(&[], |one| one.sent)
}

/// Returns true if a value says something about a member: that it has it, or that it was received
/// without it.
fn says(value: &dyn Slot, name: &str) -> bool {
    let keeps = |rest: &dyn Slot| rest.as_members().is_some_and(|rest| rest.keeps(name));
    has(value, name)
        || match value.shape() {
            Shape::Record(table) => keeps(value.part(table.fields.len())),
            Shape::Members(members) => members.keeps(name),
            // Not an object.
            _ => true,
        }
}

fn has(value: &dyn Slot, name: &str) -> bool {
    match value.shape() {
        Shape::Record(table) => {
            let declared = table.position(name, 0).filter(|position| {
                let is_required = table.field(*position).is_some_and(Field::is_required);
                is_required || !value.part(*position).is_absent()
            });
            let rest = value.part(table.fields.len());
            declared.is_some() || rest.as_members().is_some_and(|rest| rest.member(name).is_some())
        }
        Shape::Members(members) => members.member(name).is_some(),
        _ => false,
    }
}
