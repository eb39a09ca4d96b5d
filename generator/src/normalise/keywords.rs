//! The keywords of one schema node, in the terms of JSON Schema 2020-12.

use super::{Dialect, TypeSet};
use crate::document::{Document, Kind, NodeId};
use crate::ir::{Docs, Rule};
use crate::problem::{ProblemKind, Problems};

/// What one schema node says itself; references and subschemas are left as nodes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keywords {
    /// A boolean schema: `true` admits everything, `false` nothing.
    pub(crate) boolean: Option<bool>,
    /// The node has a `$ref`, or a `$dynamicRef`.
    pub(crate) has_reference: bool,
    /// `type`, without null; `None` where it is not written.
    pub(crate) types: Option<TypeSet>,
    pub(crate) nullable: bool,
    pub(crate) format: Option<String>,
    pub(crate) base64: bool,
    pub(crate) enumeration: Option<Vec<NodeId>>,
    /// A name for each value, empty where there is none; or nothing.
    pub(crate) enum_names: Vec<String>,
    /// A description for each value, empty where there is none; or nothing.
    pub(crate) enum_descriptions: Vec<String>,
    pub(crate) properties: Vec<(String, NodeId)>,
    pub(crate) required: Vec<(String, NodeId)>,
    pub(crate) additional: Option<AdditionalKeyword>,
    pub(crate) patterns: Vec<(String, NodeId)>,
    pub(crate) items: Option<NodeId>,
    pub(crate) prefix_items: Vec<NodeId>,
    /// `items: false`, `additionalItems: false`.
    pub(crate) items_closed: bool,
    pub(crate) all_of: Vec<NodeId>,
    pub(crate) one_of: Vec<NodeId>,
    pub(crate) any_of: Vec<NodeId>,
    pub(crate) discriminator: Option<DiscriminatorKeyword>,
    pub(crate) minimum: Option<String>,
    pub(crate) maximum: Option<String>,
    pub(crate) constraints: Vec<String>,
    pub(crate) rules: Vec<Rule>,
    /// `propertyNames`.
    pub(crate) property_names: Option<NodeId>,
    pub(crate) docs: Docs,
    pub(crate) default: Option<NodeId>,
    pub(crate) read_only: bool,
    pub(crate) write_only: bool,
    pub(crate) secret: bool,
    pub(crate) rust_name: Option<String>,
    /// `not: {}` or `not: true`.
    pub(crate) never: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AdditionalKeyword {
    Open,
    Closed,
    Schema(NodeId),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DiscriminatorKeyword {
    pub(crate) origin: NodeId,
    pub(crate) property: String,
    /// Tag value to the node of the reference's text.
    pub(crate) mapping: Vec<(String, NodeId)>,
}

impl Keywords {
    /// Reads the node. What has the wrong type is reported and left out.
    pub(crate) fn read(
        document: &Document,
        dialect: Dialect,
        node: NodeId,
        problems: &Problems,
    ) -> Self {
        let mut keywords = Self::default();
        if let Some(value) = document.boolean(node) {
            keywords.boolean = Some(value);
            return keywords;
        }
        if !document.is_object(node) {
            problems.report(
                node,
                ProblemKind::WrongType {
                    what: "schema".to_owned(),
                    expected: "an object or a boolean",
                },
            );
            return keywords;
        }
        let mut reader = Reader { document, problems, node };
        let reference = document.get_text(node, "$ref");
        let dynamic =
            document.get(node, "$dynamicRef").filter(|node| document.text(*node).is_some());
        keywords.has_reference = reference.is_some() || dynamic.is_some();
        if let (Some(_), Some(dynamic)) = (reference, dynamic) {
            let reference = document.text(dynamic).unwrap_or_default().to_owned();
            let reason = "a `$ref` stands beside it";
            problems.report(dynamic, ProblemKind::DynamicReference { reference, reason });
        }
        keywords.annotations(&mut reader);
        // Before 2020-12 nothing but annotations may stand beside a reference.
        if !keywords.has_reference || dialect.reference_has_siblings() {
            keywords.structure(&reader);
            keywords.leave_out_infinity(&reader);
        } else if reader.flag("nullable") {
            keywords.nullable = true;
        }
        keywords
    }

    /// Whether the node says nothing about values beyond annotations and null.
    pub(crate) fn only_annotates(&self) -> bool {
        !self.has_reference && self.all_of.is_empty() && !self.gives_shape()
    }

    /// Whether the node says anything about values beyond null itself: not by a reference, and not in an `allOf`.
    pub(crate) fn gives_shape(&self) -> bool {
        self.boolean == Some(false)
            || self.types.is_some()
            || self.format.is_some()
            || self.enumeration.is_some()
            || !self.properties.is_empty()
            || !self.required.is_empty()
            || self.additional.is_some()
            || !self.patterns.is_empty()
            || self.items.is_some()
            || !self.prefix_items.is_empty()
            || !self.one_of.is_empty()
            || !self.any_of.is_empty()
            || self.never
    }

    /// Whether values have a type of their own, or may have: objects, enumerations, unions, and what is referred to.
    pub(crate) fn makes_a_type(&self) -> bool {
        self.has_reference
            || self.enumeration.is_some()
            || !self.properties.is_empty()
            || !self.required.is_empty()
            || !self.prefix_items.is_empty()
            || !self.all_of.is_empty()
            || !self.one_of.is_empty()
            || !self.any_of.is_empty()
    }

    /// Whether the node narrows values, or says when they are there, without a word on their type.
    pub(crate) fn restricts_in_passing(&self) -> bool {
        !self.rules.is_empty()
            || self.default.is_some()
            || self.read_only
            || self.write_only
            || self.secret
    }

    /// Whether the node says anything to people or of its use.
    pub(crate) fn annotates_itself(&self) -> bool {
        self.docs != Docs::default()
            || self.default.is_some()
            || self.read_only
            || self.write_only
            || self.secret
            || self.rust_name.is_some()
            || !self.constraints.is_empty()
    }

    fn annotations(&mut self, reader: &mut Reader<'_>) {
        let Reader { document, node, .. } = *reader;
        self.docs = Docs {
            title: reader.text("title"),
            summary: None,
            description: reader.text("description"),
            // The extension often holds the reason.
            deprecated: reader.flag("deprecated")
                || document.get(node, "x-deprecated").is_some_and(|reason| {
                    !matches!(document.kind(reason), Kind::Boolean(false) | Kind::Null)
                }),
            external_docs: document
                .get(node, "externalDocs")
                .and_then(|docs| document.get_text(docs, "url"))
                .map(str::to_owned),
            example: document
                .get(node, "example")
                .or_else(|| document.items(document.get(node, "examples")?).first().copied()),
        };
        self.default = document.get(node, "default");
        self.read_only = reader.flag("readOnly");
        self.write_only = reader.flag("writeOnly");
        self.rust_name = reader.text("x-callwright-name");
        self.secret = reader.flag("x-callwright-secret")
            || document.get_text(node, "format") == Some("password");
    }

    fn structure(&mut self, reader: &Reader<'_>) {
        let Reader { document, node, .. } = *reader;
        self.format = reader.text("format");
        self.read_types(reader);
        self.nullable |= reader.flag("nullable") || reader.flag("x-nullable");
        self.base64 = document.get_text(node, "contentEncoding").is_some_and(|encoding| {
            encoding.eq_ignore_ascii_case("base64") || encoding.eq_ignore_ascii_case("base64url")
        });
        self.enumeration = match document.get(node, "const") {
            Some(value) => Some(vec![value]),
            None => reader.array("enum").map(<[NodeId]>::to_vec),
        };
        if let Some(values) = &self.enumeration {
            let words = super::enumeration::words(document, node, values, reader.problems);
            (self.enum_names, self.enum_descriptions) = (words.names, words.descriptions);
        }
        self.properties = reader.schemas_by_name("properties");
        self.patterns = reader.schemas_by_name("patternProperties");
        // Swagger 2.0 documents also write `required: true` on a property; that says nothing here.
        if document.get_boolean(node, "required").is_none() {
            for item in reader.array("required").unwrap_or_default() {
                // Keys of YAML are texts, whatever they look like, and so are their names here.
                match document.kind(*item) {
                    Kind::String(_) | Kind::Number(_) => {
                        self.required.push((document.spelled(*item).to_owned(), *item));
                    }
                    Kind::Boolean(name) => self.required.push((name.to_string(), *item)),
                    _ => reader.wrong(*item, "an item of `required`", "a string"),
                }
            }
        }
        self.additional = reader
            .additional("additionalProperties")
            .or_else(|| reader.additional("unevaluatedProperties"));
        self.read_items(reader);
        self.all_of = reader.schemas("allOf");
        self.one_of = reader.schemas("oneOf");
        self.any_of = reader.schemas("anyOf");
        self.never = document.get(node, "not").is_some_and(|not| {
            document.boolean(not) == Some(true)
                || matches!(document.kind(not), Kind::Object(members) if members.is_empty())
        });
        self.discriminator = reader.discriminator();
        self.read_bounds(reader);
        super::constraints::describe(document, node, &mut self.constraints);
        super::constraints::rules(document, node, &mut self.rules);
        self.property_names = document
            .get(node, "propertyNames")
            .filter(|names| *document.kind(*names) != Kind::Null);
    }

    /// Drops what YAML writes for infinity where a number is meant.
    fn leave_out_infinity(&mut self, reader: &Reader<'_>) {
        let numeric = self.types.is_some_and(|types| {
            (types.contains(TypeSet::NUMBER) || types.contains(TypeSet::INTEGER))
                && !types.contains(TypeSet::STRING)
        });
        for value in [&mut self.default, &mut self.docs.example] {
            if numeric && value.is_some_and(|node| reader.tell_infinity(node)) {
                *value = None;
            }
        }
    }

    fn read_types(&mut self, reader: &Reader<'_>) {
        let Reader { document, node, .. } = *reader;
        let Some(written) = document.get(node, "type") else { return };
        let names: &[NodeId] = match document.kind(written) {
            Kind::Array(items) => items,
            Kind::Null => {
                self.nullable = true;
                return;
            }
            _ => &[written],
        };
        let mut set = TypeSet::EMPTY;
        let mut unknown = false;
        for name in names {
            // Without quotes, YAML takes the name of the type for null itself.
            let text = match document.kind(*name) {
                Kind::Null => Some("null"),
                _ => document.text(*name),
            };
            match text.map(|name| (name, TypeSet::named(name.trim()))) {
                Some((_, Some(part))) => set = set.or(part),
                // Swagger 2.0: an uploaded or downloaded file.
                Some(("file", None)) => {
                    set = set.or(TypeSet::STRING);
                    self.format = Some("binary".to_owned());
                }
                Some(("any", None)) => unknown = true,
                Some((other, None)) => {
                    reader
                        .problems
                        .report(*name, ProblemKind::UnknownType { name: other.to_owned() });
                    unknown = true;
                }
                None => {
                    reader.wrong(*name, "`type`", "a string or an array of strings");
                    unknown = true;
                }
            }
        }
        if set.contains(TypeSet::NULL) {
            self.nullable = true;
        }
        // `type: null` alone stays as it is, so that merging can tell it from an absent `type`.
        self.types = (!unknown && !set.is_empty()).then_some(set);
    }

    fn read_items(&mut self, reader: &Reader<'_>) {
        let Reader { document, node, .. } = *reader;
        self.prefix_items = reader.schemas("prefixItems");
        if let Some(items) = document.get(node, "items") {
            match document.kind(items) {
                // A tuple, as JSON Schema wrote it before 2020-12.
                Kind::Array(tuple) => self.prefix_items.clone_from(tuple),
                Kind::Boolean(false) => self.items_closed = true,
                _ => self.items = Some(items),
            }
        }
        match document.get(node, "additionalItems") {
            Some(rest) if document.boolean(rest) == Some(false) => self.items_closed = true,
            Some(rest) if document.is_object(rest) && self.items.is_none() => {
                self.items = Some(rest);
            }
            _ => {}
        }
    }

    fn read_bounds(&mut self, reader: &Reader<'_>) {
        let Reader { document, node, .. } = *reader;
        for key in super::constraints::BOUNDS {
            reader.expect_number(key);
        }
        for key in super::constraints::COUNTS {
            reader.expect_count(key);
        }
        reader.expect("pattern", "a string", |kind| matches!(kind, Kind::String(_)));
        reader.expect("uniqueItems", "a boolean", |kind| matches!(kind, Kind::Boolean(_)));
        let number = |key| {
            document.get(node, key).and_then(|value| document.number(value)).map(str::to_owned)
        };
        self.minimum = number("minimum").or_else(|| number("exclusiveMinimum"));
        self.maximum = number("maximum").or_else(|| number("exclusiveMaximum"));
    }
}

/// Reads members of one node, reporting those of the wrong type.
#[derive(Clone, Copy)]
struct Reader<'d> {
    document: &'d Document,
    problems: &'d Problems,
    node: NodeId,
}

impl<'d> Reader<'d> {
    fn wrong(&self, node: NodeId, what: &str, expected: &'static str) {
        self.problems.report(node, ProblemKind::WrongType { what: what.to_owned(), expected });
    }

    /// A member that should be text; numbers and booleans count as their text.
    fn text(&self, key: &str) -> Option<String> {
        let node = self.document.get(self.node, key)?;
        match self.document.kind(node) {
            Kind::String(_) | Kind::Number(_) => Some(self.document.spelled(node).to_owned()),
            Kind::Boolean(value) => Some(value.to_string()),
            Kind::Null => None,
            Kind::Array(_) | Kind::Object(_) => {
                self.wrong(node, &format!("`{key}`"), "a string");
                None
            }
        }
    }

    /// Whether a member is true; the texts `true` and `false` count as what they say.
    fn flag(&self, key: &str) -> bool {
        let Some(node) = self.document.get(self.node, key) else { return false };
        match self.document.kind(node) {
            Kind::Boolean(value) => *value,
            Kind::String(text) if text.eq_ignore_ascii_case("true") => true,
            Kind::String(text) if text.eq_ignore_ascii_case("false") => false,
            Kind::Null => false,
            _ => {
                self.wrong(node, &format!("`{key}`"), "a boolean");
                false
            }
        }
    }

    /// Reports a member that is not what it should be; null counts as absent.
    fn expect(&self, key: &str, expected: &'static str, is: impl Fn(&Kind) -> bool) {
        let Some(node) = self.document.get(self.node, key) else { return };
        let kind = self.document.kind(node);
        if !is(kind) && *kind != Kind::Null && !self.tell_infinity(node) {
            self.wrong(node, &format!("`{key}`"), expected);
        }
    }

    /// Reports a bound that is no number; OpenAPI 3.0 has a boolean where it is exclusive.
    fn expect_number(&self, key: &str) {
        self.expect(key, "a number", |kind| match kind {
            Kind::Number(_) => true,
            Kind::Boolean(_) => key.starts_with("exclusive"),
            _ => false,
        });
    }

    /// Reports a length or a number of parts that cannot be one.
    fn expect_count(&self, key: &str) {
        self.expect(
            key,
            "a whole number from 0 on",
            |kind| matches!(kind, Kind::Number(text) if super::constraints::is_count(text)),
        );
    }

    /// Reports a value that stands for infinity, or for no number at all; whether it does.
    fn tell_infinity(&self, node: NodeId) -> bool {
        let found = self.document.is_not_finite(node);
        if found {
            let text = self.document.text(node).unwrap_or_default().to_owned();
            self.problems.report(node, ProblemKind::NotFinite { text });
        }
        found
    }

    fn array(&self, key: &str) -> Option<&'d [NodeId]> {
        let node = self.document.get(self.node, key)?;
        match self.document.kind(node) {
            Kind::Array(items) => Some(items),
            Kind::Null => None,
            _ => {
                self.wrong(node, &format!("`{key}`"), "an array");
                None
            }
        }
    }

    fn schemas(&self, key: &str) -> Vec<NodeId> {
        self.array(key).map(<[NodeId]>::to_vec).unwrap_or_default()
    }

    fn schemas_by_name(&self, key: &str) -> Vec<(String, NodeId)> {
        let Some(node) = self.document.get(self.node, key) else { return Vec::new() };
        if !self.document.is_object(node) && *self.document.kind(node) != Kind::Null {
            self.wrong(node, &format!("`{key}`"), "an object");
        }
        self.document.members(node).map(|(name, schema)| (name.to_owned(), schema)).collect()
    }

    fn additional(&self, key: &str) -> Option<AdditionalKeyword> {
        let node = self.document.get(self.node, key)?;
        match self.document.kind(node) {
            Kind::Boolean(true) => Some(AdditionalKeyword::Open),
            Kind::Boolean(false) => Some(AdditionalKeyword::Closed),
            Kind::Object(members) if members.is_empty() => Some(AdditionalKeyword::Open),
            Kind::Object(_) => Some(AdditionalKeyword::Schema(node)),
            Kind::Null => None,
            _ => {
                self.wrong(node, &format!("`{key}`"), "a schema");
                None
            }
        }
    }

    /// The object form of `OpenAPI` 3, or Swagger 2.0's bare property name.
    fn discriminator(&self) -> Option<DiscriminatorKeyword> {
        let origin = self.document.get(self.node, "discriminator")?;
        if *self.document.kind(origin) == Kind::Null {
            return None;
        }
        if let Some(property) = self.document.text(origin) {
            return Some(DiscriminatorKeyword {
                origin,
                property: property.to_owned(),
                mapping: Vec::new(),
            });
        }
        let Some(property) = self.document.get_text(origin, "propertyName") else {
            self.wrong(origin, "`discriminator`", "an object with `propertyName`");
            return None;
        };
        let mapping = self.document.get(origin, "mapping").map(|mapping| {
            if !self.document.is_object(mapping) && *self.document.kind(mapping) != Kind::Null {
                self.wrong(mapping, "`mapping`", "an object");
            }
            self.document.members(mapping).map(|(tag, target)| (tag.to_owned(), target)).collect()
        });
        Some(DiscriminatorKeyword {
            origin,
            property: property.to_owned(),
            mapping: mapping.unwrap_or_default(),
        })
    }
}
