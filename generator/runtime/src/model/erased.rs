//! What can be done with a place whose type is not known.

use std::any::Any;
use std::fmt;

use super::slot::{Model, Slot};

/// What can be done with a place whose type is not known; every [`Model`] has it.
///
/// The fields of a record are cloned, compared and shown through this, in one loop for all records.
pub trait Erased: Any {
    /// The place without its type.
    fn erased(&self) -> &dyn Slot;

    /// The same, to fill.
    fn erased_mut(&mut self) -> &mut dyn Slot;

    /// Makes the place blank again, before a repeated member is read.
    fn clear(&mut self);

    /// Copies the value into another place of the same type.
    fn copy_into(&self, other: &mut dyn Slot);

    /// True where the other place is of the same type and has the same value.
    fn equals(&self, other: &dyn Slot) -> bool;

    /// Formats the value as `Debug` does.
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

impl<T: Model> Erased for T {
    fn erased(&self) -> &dyn Slot {
        self
    }

    fn erased_mut(&mut self) -> &mut dyn Slot {
        self
    }

    fn clear(&mut self) {
        *self = T::blank();
    }

    fn copy_into(&self, other: &mut dyn Slot) {
        let other: &mut dyn Any = other;
        if let Some(other) = other.downcast_mut::<T>() {
            other.clone_from(self);
        }
    }

    fn equals(&self, other: &dyn Slot) -> bool {
        let other: &dyn Any = other;
        other.downcast_ref::<T>().is_some_and(|other| self == other)
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt(f)
    }
}
