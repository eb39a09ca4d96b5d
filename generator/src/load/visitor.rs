//! One visitor for both parsers, which turns their events into nodes of the arena.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::limits::Limits;
use super::merge::merge;
use crate::collections::{HashMap, IndexMap};
use crate::document::{Document, FileId, Kind, NodeId, Step};
use crate::problem::ProblemKind;

/// The key under which `serde_json` passes the text of a number.
const NUMBER_TOKEN: &str = "$serde_json::private::Number";

/// The notation of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    Json,
    Yaml,
}

/// The nodes of one file under construction, and the findings so far.
#[derive(Debug)]
pub(super) struct Build<'a> {
    pub(super) document: &'a mut Document,
    pub(super) file: FileId,
    pub(super) notation: Notation,
    pub(super) limits: &'a Limits,
    /// The maximum number of nodes in the document after this file.
    pub(super) node_limit: usize,
    /// The limit that was exceeded.
    pub(super) exceeded: Option<ProblemKind>,
    /// Reports to make once the file is complete.
    pub(super) noticed: Vec<(NodeId, ProblemKind)>,
    /// The last occurrence of each duplicate key.
    pub(super) duplicates: Vec<(NodeId, Box<str>)>,
    /// Whether the source may write integers in a notation that JSON lacks.
    pub(super) spells_integers: bool,
    /// Numbers whose text the parser did not preserve.
    pub(super) numbers: Vec<NodeId>,
    /// Unquoted YAML numbers that no float can hold, passed as strings.
    pub(super) large: Vec<NodeId>,
}

impl Build<'_> {
    fn add<E: Error>(&mut self, parent: Option<(NodeId, Step)>, kind: Kind) -> Result<NodeId, E> {
        if self.document.node_count() >= self.node_limit {
            let problem = if self.node_limit < self.limits.nodes {
                ProblemKind::AliasBomb
            } else {
                ProblemKind::TooManyNodes { limit: self.limits.nodes }
            };
            return Err(self.stop(problem));
        }
        Ok(self.document.add(self.file, parent, kind))
    }

    fn stop<E: Error>(&mut self, problem: ProblemKind) -> E {
        let error = E::custom(&problem);
        self.exceeded = Some(problem);
        error
    }
}

/// Reads one value with its children as a node below `parent`.
pub(super) struct Value<'b, 'a> {
    pub(super) build: &'b mut Build<'a>,
    pub(super) parent: Option<(NodeId, Step)>,
    pub(super) depth: usize,
}

impl Value<'_, '_> {
    fn scalar<E: Error>(self, kind: Kind) -> Result<NodeId, E> {
        self.build.add(self.parent, kind)
    }

    fn integer<E: Error>(self, value: &impl ToString) -> Result<NodeId, E> {
        let Self { build, parent, .. } = self;
        let id = build.add(parent, Kind::Number(value.to_string().into()))?;
        if build.spells_integers {
            build.numbers.push(id);
        }
        Ok(id)
    }

    fn enter<E: Error>(&mut self) -> Result<(), E> {
        let limit = self.build.limits.depth;
        if self.depth >= limit {
            Err(self.build.stop(ProblemKind::TooDeep { limit }))
        } else {
            Ok(())
        }
    }
}

impl<'de> DeserializeSeed<'de> for Value<'_, '_> {
    type Value = NodeId;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<NodeId, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_, '_> {
    type Value = NodeId;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<NodeId, E> {
        self.scalar(Kind::Null)
    }

    fn visit_none<E: Error>(self) -> Result<NodeId, E> {
        self.scalar(Kind::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<NodeId, E> {
        self.scalar(Kind::Boolean(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<NodeId, E> {
        self.integer(&value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<NodeId, E> {
        self.integer(&value)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<NodeId, E> {
        self.integer(&value)
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<NodeId, E> {
        self.integer(&value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<NodeId, E> {
        let Self { build, parent, .. } = self;
        let kind = if value.is_finite() {
            Kind::Number(format!("{value:?}").into())
        } else if value.is_nan() {
            Kind::String(".nan".into())
        } else {
            Kind::String(if value > 0.0 { ".inf" } else { "-.inf" }.into())
        };
        let id = build.add(parent, kind)?;
        build.numbers.push(id);
        Ok(id)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<NodeId, E> {
        let Self { build, parent, .. } = self;
        let id = build.add(parent, Kind::String(value.into()))?;
        if build.notation == Notation::Yaml && is_large(value) {
            build.large.push(id);
        }
        Ok(id)
    }

    fn visit_string<E: Error>(self, value: String) -> Result<NodeId, E> {
        self.visit_str(&value)
    }

    /// A tagged YAML value: the tag is ignored.
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<NodeId, A::Error> {
        let (tag, variant) = data.variant::<String>()?;
        let Self { build, parent, depth } = self;
        let id = variant.newtype_variant_seed(Value { build: &mut *build, parent, depth })?;
        build.noticed.push((id, ProblemKind::IgnoredTag { tag }));
        Ok(id)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<NodeId, A::Error> {
        self.enter()?;
        let Self { build, parent, depth } = self;
        let id = build.add(parent, Kind::Null)?;
        let mut children = Vec::new();
        loop {
            let parent = Some((id, Step::Index(children.len())));
            match items.next_element_seed(Value { build: &mut *build, parent, depth: depth + 1 })? {
                Some(child) => children.push(child),
                None => break,
            }
        }
        build.document.replace(id, Kind::Array(children));
        Ok(id)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<NodeId, A::Error> {
        self.enter()?;
        let Self { build, parent, depth } = self;
        let mut key = entries.next_key_seed(Key)?;
        if build.notation == Notation::Json && key.as_deref() == Some(NUMBER_TOKEN) {
            let text: String = entries.next_value()?;
            return build.add(parent, Kind::Number(text.into()));
        }
        let id = build.add(parent, Kind::Null)?;
        let mut members = IndexMap::default();
        // The report about a duplicate key.
        let mut again: HashMap<Box<str>, usize> = HashMap::default();
        while let Some(name) = key {
            let parent = Some((id, Step::Key(name.clone())));
            let child =
                entries.next_value_seed(Value { build: &mut *build, parent, depth: depth + 1 })?;
            if members.insert(name.clone(), child).is_some() {
                let duplicates = &mut build.duplicates;
                let at = *again.entry(name.clone()).or_insert(duplicates.len());
                // However often a key repeats, the last one counts, and it is reported once.
                match duplicates.get_mut(at) {
                    Some(told) => *told = (child, name),
                    None => duplicates.push((child, name)),
                }
            }
            key = entries.next_key_seed(Key)?;
        }
        if build.notation == Notation::Yaml
            && let Err(merged) = merge(build.document, id, &mut members)
        {
            build.noticed.push((merged, ProblemKind::MalformedMerge));
        }
        build.document.replace(id, Kind::Object(members));
        Ok(id)
    }
}

/// Whether a text is a JSON number beyond the range of floats.
fn is_large(text: &str) -> bool {
    text.starts_with(|c: char| c == '-' || c.is_ascii_digit())
        && text.parse::<f64>().is_ok_and(f64::is_infinite)
        && serde_json::from_str::<serde_json::Number>(text).is_ok()
}

/// Reads a key as its source text: `200`, `true` and `null` are ordinary keys.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Box<str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Box<str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = Box<str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text as key")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Box<str>, E> {
        Ok(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Box<str>, E> {
        Ok(value.into())
    }
}
