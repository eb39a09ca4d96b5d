//! JSON values that a document gives: defaults and examples.

use std::rc::Rc;

use crate::collections::IndexMap;
use crate::document::NodeId;

/// A JSON value; its numbers keep the digits that the document writes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Boolean(bool),
    Number(Box<str>),
    Text(Box<str>),
    Array(Vec<Value>),
    /// Members in the order of the document.
    Object(IndexMap<Box<str>, Value>),
}

/// The value of `default`, shared by all schemas that merge the node.
#[derive(Clone, Debug)]
pub(crate) struct DefaultValue {
    /// The node that a problem with it is reported at.
    pub(crate) origin: NodeId,
    pub(crate) value: Rc<Value>,
}

impl Value {
    /// Compact JSON.
    pub(crate) fn json(&self) -> String {
        let mut out = String::new();
        self.write(usize::MAX, &mut out);
        out
    }

    /// Compact JSON of at most `limit` bytes; `None` where it would be longer.
    pub(crate) fn json_within(&self, limit: usize) -> Option<String> {
        let mut out = String::new();
        self.write(limit, &mut out).then_some(out)
    }

    /// Appends the value; false as soon as `out` is too long. The loader bounds how deep values nest.
    fn write(&self, limit: usize, out: &mut String) -> bool {
        match self {
            Self::Null => out.push_str("null"),
            Self::Boolean(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(text) => out.push_str(text),
            Self::Text(text) => quote(text, out),
            Self::Array(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    if !item.write(limit, out) {
                        return false;
                    }
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (index, (key, member)) in members.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    quote(key, out);
                    out.push(':');
                    if !member.write(limit, out) {
                        return false;
                    }
                }
                out.push('}');
            }
        }
        out.len() <= limit
    }
}

fn quote(text: &str, out: &mut String) {
    // Serialising a string into memory cannot fail.
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn json_is_compact_and_keeps_every_digit() {
        let members = [
            ("a \"b\"".into(), Value::Array(vec![Value::Null, Value::Boolean(true)])),
            ("n".into(), Value::Number("1.50e400".into())),
        ];
        let value = Value::Object(members.into_iter().collect());
        let text = r#"{"a \"b\"":[null,true],"n":1.50e400}"#;
        assert_eq!(value.json(), text);
        assert_eq!(value.json_within(text.len()).as_deref(), Some(text));
        assert_eq!(value.json_within(text.len() - 1), None);
    }
}
