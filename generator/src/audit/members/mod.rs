//! The members of each object, as the sections of the specification list them.
//!
//! One list holds the members of all versions, each with the versions that have it: those of
//! [2.0](https://spec.openapis.org/oas/v2.0.html), [3.0](https://spec.openapis.org/oas/v3.0.4.html),
//! [3.1](https://spec.openapis.org/oas/v3.1.1.html) and [3.2](https://spec.openapis.org/oas/v3.2.0.html).

mod description;
mod message;
mod operation;
mod schema;
mod security;

pub(super) use description::{
    COMPONENTS, CONTACT, EXTERNAL_DOCS, INFO, LICENSE, ROOT, SERVER, SERVER_VARIABLE, TAG,
};
pub(super) use message::{
    ENCODING, EXAMPLE, HEADER, ITEMS, LINK, MEDIA_TYPE, PARAMETER, REQUEST_BODY, RESPONSE,
};
pub(super) use operation::{OPERATION, PATH_ITEM};
pub(super) use schema::{DISCRIMINATOR, SCHEMA, XML};
pub(super) use security::{FLOW, FLOWS, SECURITY_SCHEME};

use super::object::Object;
use super::version::Versions;

/// A member that the specification gives to an object.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) name: &'static str,
    /// The versions that have it.
    pub(super) versions: Versions,
    /// The versions that require it.
    pub(super) required: Versions,
    pub(super) value: Value,
    /// Whether it is also read in documents of versions that do not have it.
    pub(super) read_in_all: bool,
}

/// The value of a member, as far as objects are found in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// No object of the specification.
    Other,
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

    const fn required(self, required: Versions) -> Self {
        Self { required, ..self }
    }

    const fn read_in_all(self) -> Self {
        Self { read_in_all: true, ..self }
    }
}

/// A member without objects below it.
const fn plain(name: &'static str, versions: Versions) -> Member {
    Member::new(name, versions, Value::Other)
}

const fn flag(name: &'static str, versions: Versions) -> Member {
    Member::new(name, versions, Value::Flag)
}

const fn one(name: &'static str, versions: Versions, object: Object) -> Member {
    Member::new(name, versions, Value::One(object))
}

const fn list(name: &'static str, versions: Versions, object: Object) -> Member {
    Member::new(name, versions, Value::List(object))
}

const fn map(name: &'static str, versions: Versions, object: Object) -> Member {
    Member::new(name, versions, Value::Map(object))
}

#[cfg(test)]
mod tests {
    use crate::audit::object::Object;
    use crate::collections::HashSet;

    #[test]
    fn no_object_has_a_member_twice() {
        for object in Object::ALL {
            let members = object.members();
            let names: HashSet<&str> = members.iter().map(|member| member.name).collect();
            assert_eq!(names.len(), members.len(), "{object:?}");
        }
    }
}
