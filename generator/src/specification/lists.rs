//! The lists of members, prepared for lookups by name.

use super::members::Member;
use super::object::Object;
use super::version::Version;
use crate::collections::HashMap;

/// The members of every object by name.
pub(crate) struct Lists {
    version: Version,
    members: HashMap<Object, HashMap<&'static str, &'static Member>>,
    required: HashMap<Object, Vec<&'static str>>,
}

impl Lists {
    pub(crate) fn new(version: Version) -> Self {
        let by_name =
            |object: Object| object.members().iter().map(|member| (member.name, member)).collect();
        let required = |object: Object| {
            let members = object.members().iter();
            let required = members.filter(|member| member.required.contains(version));
            required.map(|member| member.name).collect()
        };
        Self {
            version,
            members: Object::ALL.into_iter().map(|object| (object, by_name(object))).collect(),
            required: Object::ALL.into_iter().map(|object| (object, required(object))).collect(),
        }
    }

    /// The names of the members that the version of the document requires.
    pub(crate) fn required(&self, object: Object) -> &[&'static str] {
        self.required.get(&object).map_or(&[], Vec::as_slice)
    }

    /// The members of one object, in any version.
    pub(crate) fn of(&self, object: Object) -> Option<&HashMap<&'static str, &'static Member>> {
        self.members.get(&object)
    }

    /// Whether the version of the document has the member.
    pub(crate) fn has(&self, member: &Member) -> bool {
        member.versions.contains(self.version)
    }

    /// The names that an object may have in the version of the document, and `$ref`.
    pub(crate) fn names(&self, object: Object) -> impl Iterator<Item = &'static str> {
        let own = object.members().iter().filter(|member| self.has(member));
        own.map(|member| member.name).chain(["$ref"])
    }

    /// The objects that have a member of that name in the version of the document.
    pub(crate) fn owners(&self, name: &str) -> Vec<Object> {
        let has = |object: &Object| {
            let member = self.of(*object).and_then(|members| members.get(name));
            member.is_some_and(|member| self.has(member))
        };
        Object::ALL.into_iter().filter(has).collect()
    }
}
