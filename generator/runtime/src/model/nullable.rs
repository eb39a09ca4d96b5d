//! Optional nullable members.

use std::hash::Hasher;

use super::shape::Shape;
use super::slot::{Model, Slot};
use crate::json::{DecodeError, Reader, Writer};

/// An optional member that may be `null`: distinguishes all three states on the wire.
///
/// ```
/// use callwright_runtime::Nullable;
///
/// let cleared: Nullable<String> = Nullable::Null;
/// assert!(cleared.is_null());
/// assert_eq!(cleared.value(), None);
/// assert_eq!(Nullable::Value(7).into_value(), Some(7));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Nullable<T> {
    /// The member is absent.
    #[default]
    Absent,
    /// The member is `null`.
    Null,
    /// The member has a value.
    Value(T),
}

impl<T> Nullable<T> {
    /// The value, if there is one.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            _ => None,
        }
    }

    /// The value, if there is one, mutable.
    #[must_use]
    pub fn value_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Value(value) => Some(value),
            _ => None,
        }
    }

    /// The value by value, if there is one.
    #[must_use]
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            _ => None,
        }
    }

    /// Returns true if the member is `null`.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Returns true if the member is absent.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The same state with a reference to the value.
    #[must_use]
    pub const fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }

    /// The same state with the value mapped.
    #[must_use]
    pub fn map<U>(self, convert: impl FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(convert(value)),
        }
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T: Model> Slot for Nullable<T> {
    fn blank() -> Self {
        Self::Absent
    }

    fn shape(&self) -> Shape<'_> {
        match self {
            Self::Absent => Shape::Absent,
            Self::Null => Shape::Null,
            Self::Value(value) => value.shape(),
        }
    }

    fn part(&self, index: usize) -> &dyn Slot {
        self.value().map_or(&super::nothing::NOTHING, |value| value.part(index))
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        if reader.take_null()? {
            *self = Self::Null;
            return Ok(());
        }
        *self = Self::Value(T::blank());
        match self {
            Self::Value(value) => value.read(reader),
            _ => Ok(()),
        }
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Self::Value(value) => value.write(writer),
            _ => writer.null(),
        }
    }

    fn hash_dyn(&self, hasher: &mut dyn Hasher) {
        match self {
            Self::Absent => hasher.write_u8(0),
            Self::Null => hasher.write_u8(1),
            Self::Value(value) => value.hash_dyn(hasher),
        }
    }
}
