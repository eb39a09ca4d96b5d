//! A member of an object of the specification.

use crate::specification::Object;
use crate::specification::Versions;

/// A member that the specification gives to an object.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) name: &'static str,
    /// The versions that have it.
    pub(crate) versions: Versions,
    /// The versions that require it.
    pub(crate) required: Versions,
    pub(crate) value: Value,
    /// Whether it is also read in documents of versions that do not have it.
    pub(crate) read_in_all: bool,
}

/// The value of a member, as far as objects are found in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Value {
    /// No object of the specification.
    Other,
    /// A value of the API, such as an example: nothing in it is a reference.
    Data,
    /// A list of such values.
    DataList,
    Flag,
    One(Object),
    List(Object),
    /// Objects by names that the document chooses.
    Map(Object),
}

impl Member {
    const fn new(name: &'static str, versions: Versions, value: Value) -> Self {
        Self { name, versions, required: Versions::NONE, value, read_in_all: false }
    }

    pub(super) const fn required(self, required: Versions) -> Self {
        Self { required, ..self }
    }

    pub(super) const fn read_in_all(self) -> Self {
        Self { read_in_all: true, ..self }
    }
}

/// A member without objects below it.
pub(super) const fn plain(name: &'static str, versions: Versions) -> Member {
    Member::new(name, versions, Value::Other)
}

/// A member that is a value of the API.
pub(super) const fn data(name: &'static str, versions: Versions) -> Member {
    Member::new(name, versions, Value::Data)
}

/// A member that lists values of the API.
pub(super) const fn data_list(name: &'static str, versions: Versions) -> Member {
    Member::new(name, versions, Value::DataList)
}

pub(super) const fn flag(name: &'static str, versions: Versions) -> Member {
    Member::new(name, versions, Value::Flag)
}

pub(super) const fn one(name: &'static str, versions: Versions, object: Object) -> Member {
    Member::new(name, versions, Value::One(object))
}

pub(super) const fn list(name: &'static str, versions: Versions, object: Object) -> Member {
    Member::new(name, versions, Value::List(object))
}

pub(super) const fn map(name: &'static str, versions: Versions, object: Object) -> Member {
    Member::new(name, versions, Value::Map(object))
}
