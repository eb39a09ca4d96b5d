//! Untyped access to the undeclared members of an object.

use super::slot::{Model, Slot};
use crate::json::{DecodeError, Map, Reader};

/// The undeclared members of a record: [`Extra`](crate::Extra), or a typed [`Map`].
pub trait ExtraMembers: Slot {
    /// Decodes a member's value, which replaces one of the same name.
    fn read_member(&mut self, name: String, reader: &mut Reader<'_>) -> Result<(), DecodeError>;

    /// Records that a declared member was received as `null` although it is not nullable.
    fn keep_null(&mut self, name: &'static str);

    /// Records that a value was received without a member that its union would send.
    fn keep_absent(&mut self, name: &'static str);

    /// Returns true if either is recorded for a member.
    fn keeps(&self, name: &str) -> bool;

    /// The value of a member.
    fn member(&self, name: &str) -> Option<&dyn Slot>;

    /// Calls a function with every member in order; `None` is a recorded `null`.
    fn visit(&self, give: &mut dyn FnMut(&str, Option<&dyn Slot>));

    /// Returns true if there is nothing to encode.
    fn is_empty(&self) -> bool;
}

impl<T: Model> ExtraMembers for Map<T> {
    fn read_member(&mut self, name: String, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        let mut value = T::blank();
        value.read(reader).map_err(|error| error.in_name(&name))?;
        self.insert(name, value);
        Ok(())
    }

    fn keep_null(&mut self, name: &'static str) {
        Self::keep_null(self, name);
    }

    fn keep_absent(&mut self, name: &'static str) {
        Self::keep_absent(self, name);
    }

    fn keeps(&self, name: &str) -> bool {
        self.kept_nulls().contains(&name) || self.kept_absences().contains(&name)
    }

    fn member(&self, name: &str) -> Option<&dyn Slot> {
        self.get(name).map(|value| value as &dyn Slot)
    }

    fn visit(&self, give: &mut dyn FnMut(&str, Option<&dyn Slot>)) {
        for (name, value) in self {
            give(name, Some(value));
        }
        for name in self.kept_nulls() {
            give(name, None);
        }
    }

    fn is_empty(&self) -> bool {
        Self::is_empty(self) && self.kept_nulls().is_empty()
    }
}
