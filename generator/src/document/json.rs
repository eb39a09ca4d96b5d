//! A value of the document as JSON, with its members in order.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::{Document, Kind, NodeId};

/// A value that serializes as it was read.
pub(crate) struct AsJson<'d>(pub(crate) &'d Document, pub(crate) NodeId);

impl Serialize for AsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(document, node) = *self;
        match document.kind(node) {
            Kind::Null => serializer.serialize_unit(),
            Kind::Boolean(value) => serializer.serialize_bool(*value),
            Kind::Number(text) => match serde_json::from_str::<serde_json::Number>(text) {
                Ok(number) => number.serialize(serializer),
                Err(_) => serializer.serialize_str(text),
            },
            Kind::String(text) => serializer.serialize_str(text),
            Kind::Array(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(&Self(document, *item))?;
                }
                list.end()
            }
            Kind::Object(members) => {
                let mut object = serializer.serialize_map(Some(members.len()))?;
                for (key, member) in members {
                    object.serialize_entry(&**key, &Self(document, *member))?;
                }
                object.end()
            }
        }
    }
}
