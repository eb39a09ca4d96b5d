//! What can happen to a document.

use proptest::arbitrary::Arbitrary;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

/// One change to one node, chosen by its position among all nodes.
#[derive(Clone, Debug)]
pub(super) struct Damage {
    at: Index,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Delete,
    /// Another node of the document takes its place.
    Copy(Index),
    Replace(Value),
    Reverse,
    /// The key in its parent becomes this.
    Rename(String),
}

impl Arbitrary for Damage {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let values = prop::sample::select(vec![
            Value::Null,
            json!(true),
            json!(false),
            json!(-1),
            json!(1e300),
            json!(""),
            json!("object"),
            json!("array"),
            json!("r#\"*/ } fn main() { \n\t\u{0} ```"),
            json!([]),
            json!({}),
            json!({"$ref": "#"}),
            json!({"$ref": "#/components/schemas"}),
            json!({"$ref": "#/components/schemas/Node"}),
            json!({"$ref": 5}),
            json!({"type": ["string", "null", "object"]}),
            json!({"allOf": [{"$ref": "#"}]}),
            json!([[], {}, null]),
        ]);
        let names = prop::sample::select(vec![
            "",
            "$ref",
            "type",
            "Self",
            "self",
            "r#type",
            "a/b",
            "a~b",
            "{}",
            "日本語",
            "allOf",
            "_",
            "1",
            "extra",
            "Option",
            "x-callwright-name",
        ]);
        let kind = prop_oneof![
            Just(Kind::Delete),
            any::<Index>().prop_map(Kind::Copy),
            values.prop_map(Kind::Replace),
            Just(Kind::Reverse),
            prop_oneof![names.prop_map(str::to_owned), any::<String>()].prop_map(Kind::Rename),
        ];
        (any::<Index>(), kind).prop_map(|(at, kind)| Self { at, kind }).boxed()
    }
}

/// Does the damage. Nodes are counted in document order, the root apart.
pub(super) fn apply(document: &mut Value, damage: &Damage) {
    let count = count(document);
    if count == 0 {
        return;
    }
    let mut at = damage.at.index(count);
    let replacement = match &damage.kind {
        Kind::Copy(other) => {
            let mut other = other.index(count);
            find(document, &mut other).cloned()
        }
        _ => None,
    };
    change(document, &mut at, &damage.kind, replacement);
}

fn children(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Array(items) => Box::new(items.iter()),
        Value::Object(members) => Box::new(members.values()),
        _ => Box::new(std::iter::empty()),
    }
}

fn count(value: &Value) -> usize {
    children(value).map(|child| 1 + count(child)).sum()
}

fn find<'v>(value: &'v Value, at: &mut usize) -> Option<&'v Value> {
    for child in children(value) {
        if *at == 0 {
            return Some(child);
        }
        *at -= 1;
        if let Some(found) = find(child, at) {
            return Some(found);
        }
    }
    None
}

/// Whether the damage was done below this value.
fn change(value: &mut Value, at: &mut usize, kind: &Kind, copy: Option<Value>) -> bool {
    match value {
        Value::Array(items) => {
            for index in 0..items.len() {
                if *at == 0 {
                    match kind {
                        Kind::Delete => drop(items.remove(index)),
                        Kind::Rename(_) => items.swap(0, index),
                        _ => damage_value(&mut items[index], kind, copy),
                    }
                    return true;
                }
                *at -= 1;
                if change(&mut items[index], at, kind, copy.clone()) {
                    return true;
                }
            }
            false
        }
        Value::Object(members) => {
            let keys: Vec<String> = members.keys().cloned().collect();
            for key in keys {
                if *at == 0 {
                    damage_member(members, &key, kind, copy);
                    return true;
                }
                *at -= 1;
                if members
                    .get_mut(&key)
                    .is_some_and(|member| change(member, at, kind, copy.clone()))
                {
                    return true;
                }
            }
            false
        }
        _ => false,
    }
}

fn damage_member(members: &mut Map<String, Value>, key: &str, kind: &Kind, copy: Option<Value>) {
    match kind {
        Kind::Delete => drop(members.remove(key)),
        Kind::Rename(name) => {
            if let Some(value) = members.remove(key) {
                members.insert(name.clone(), value);
            }
        }
        _ => {
            if let Some(value) = members.get_mut(key) {
                damage_value(value, kind, copy);
            }
        }
    }
}

fn damage_value(value: &mut Value, kind: &Kind, copy: Option<Value>) {
    match kind {
        Kind::Copy(_) => *value = copy.unwrap_or_default(),
        Kind::Replace(new) => value.clone_from(new),
        Kind::Reverse => match value {
            Value::Array(items) => items.reverse(),
            Value::Object(members) => {
                *members = std::mem::take(members).into_iter().rev().collect()
            }
            Value::String(text) => *text = text.chars().rev().collect(),
            _ => {}
        },
        Kind::Delete | Kind::Rename(_) => {}
    }
}
