//! Operations on a value of unknown type.

use std::any::Any;
use std::fmt;

use super::slot::{Model, Slot};

/// The operations on a value of unknown type; every [`Model`] has them.
///
/// The fields of a record are cloned, compared and formatted through this trait, in one loop for
/// all records.
pub trait Erased: Any {
    /// The value without its type.
    fn erased(&self) -> &dyn Slot;

    /// The value without its type, mutable.
    fn erased_mut(&mut self) -> &mut dyn Slot;

    /// Makes the value blank again, before a repeated member is decoded.
    fn clear(&mut self);

    /// Copies the value into another one of the same type.
    fn copy_into(&self, other: &mut dyn Slot);

    /// Returns true if the other value has the same type and is equal.
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
