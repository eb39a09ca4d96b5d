//! The members of an object beside the declared ones, seen without their types.

use super::slot::{Model, Slot};
use crate::json::{DecodeError, Map, Reader};

/// The members that a record does not declare: [`Extra`](crate::Extra), or a typed [`Map`].
pub trait ExtraMembers: Slot {
    /// Reads a member's value, which replaces one of the same name.
    fn read_member(&mut self, name: String, reader: &mut Reader<'_>) -> Result<(), DecodeError>;

    /// Remembers that a declared member came as `null` though it may not be null.
    fn keep_null(&mut self, name: &'static str);

    /// The value of a member.
    fn member(&self, name: &str) -> Option<&dyn Slot>;

    /// Gives every member in order; `None` stands for a kept `null`.
    fn visit(&self, give: &mut dyn FnMut(&str, Option<&dyn Slot>));

    /// True where there is nothing to write.
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
