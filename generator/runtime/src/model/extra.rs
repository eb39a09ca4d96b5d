//! Undeclared members of a record.

use std::fmt;

use super::extra_members::ExtraMembers;
use super::shape::Shape;
use super::slot::{OpenPart, Slot};
use crate::json::{DecodeError, Json, Map, Reader, Writer};

/// Undeclared members of a record, kept as received and sent back.
///
/// `Debug` prints only their names, since their values may be secret.
///
/// ```
/// use callwright_runtime::{Extra, Json};
///
/// let mut extra = Extra::new();
/// extra.insert("colour", "brown");
/// assert_eq!(extra.get("colour").and_then(Json::as_str), Some("brown"));
/// assert_eq!(extra.names().collect::<Vec<_>>(), ["colour"]);
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Extra(Option<Box<Map<Json>>>);

impl Extra {
    /// Creates an empty set.
    #[must_use]
    pub const fn new() -> Self {
        Self(None)
    }

    /// The value of a member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.0.as_ref()?.get(name)
    }

    /// The number of members.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |members| members.len())
    }

    /// Returns true if there are no members.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The members in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.0.iter().flat_map(|members| members.iter())
    }

    /// The names in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(name, _)| name)
    }

    /// Sets a member and returns its former value. A declared member of that name takes precedence
    /// if it is set too.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Json>) -> Option<Json> {
        self.0.get_or_insert_default().insert(name, value.into())
    }

    /// Removes a member.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        self.0.as_mut()?.remove(name)
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}

impl Slot for Extra {
    fn blank() -> Self {
        Self(None)
    }

    fn shape(&self) -> Shape<'_> {
        Shape::Members(self)
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.0.get_or_insert_default().read(reader)
    }

    fn write(&self, writer: &mut Writer) {
        match &self.0 {
            Some(members) => members.write(writer),
            None => Map::<Json>::new().write(writer),
        }
    }

    fn open_part(&mut self) -> OpenPart<'_> {
        OpenPart::Members(self)
    }
}

impl ExtraMembers for Extra {
    fn read_member(&mut self, name: String, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.0.get_or_insert_default().read_member(name, reader)
    }

    fn keep_null(&mut self, name: &'static str) {
        self.insert(name, Json::Null);
    }

    fn keep_absent(&mut self, name: &'static str) {
        self.0.get_or_insert_default().keep_absent(name);
    }

    fn keeps(&self, name: &str) -> bool {
        self.0.as_ref().is_some_and(|members| members.keeps(name))
    }

    fn member(&self, name: &str) -> Option<&dyn Slot> {
        self.get(name).map(|value| value as &dyn Slot)
    }

    fn visit(&self, give: &mut dyn FnMut(&str, Option<&dyn Slot>)) {
        if let Some(members) = &self.0 {
            members.visit(give);
        }
    }

    fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(|members| ExtraMembers::is_empty(&**members))
    }
}
