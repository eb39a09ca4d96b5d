//! The keywords that determine the type of values.

use super::member::Members;
use super::{TypeSet, enumeration};
use crate::document::{Kind, NodeId};
use crate::ir::Essence;
use crate::problem::ProblemKind;

/// The shape keywords of one node; references and `allOf` are kept separately.
///
/// The predicates name each field, so that a new keyword must be placed in all of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shape {
    /// A boolean schema: `true` admits every value, `false` none.
    pub(crate) boolean: Option<bool>,
    /// `not: {}` or `not: true`.
    pub(crate) never: bool,
    /// `type`, without null; `None` if absent.
    pub(crate) types: Option<TypeSet>,
    pub(crate) format: Option<String>,
    /// `contentEncoding: base64` or `base64url`.
    pub(crate) base64: bool,
    /// `contentMediaType` of raw bytes; their format is `binary`.
    pub(crate) raw_media: Option<String>,
    /// `contentMediaType` of JSON, or `contentSchema`: a string that contains JSON.
    pub(crate) json_content: Option<JsonContent>,
    pub(crate) enumeration: Option<Vec<NodeId>>,
    /// A name per value, empty if there is none; or nothing.
    pub(crate) enum_names: Vec<String>,
    /// A description per value, empty if there is none; or nothing.
    pub(crate) enum_descriptions: Vec<String>,
    pub(crate) properties: Vec<(String, NodeId)>,
    pub(crate) required: Vec<(String, NodeId)>,
    /// The schemas under `then`, `else`, `dependentSchemas` and `dependencies` that may declare members.
    pub(crate) conditional: Vec<NodeId>,
    /// The names under `dependentRequired` and `dependencies`.
    pub(crate) dependent: Vec<(String, NodeId)>,
    pub(crate) additional: Option<AdditionalKeyword>,
    pub(crate) patterns: Vec<(String, NodeId)>,
    pub(crate) property_names: Option<NodeId>,
    pub(crate) items: Option<NodeId>,
    pub(crate) prefix_items: Vec<NodeId>,
    /// `items: false`, `additionalItems: false`.
    pub(crate) items_closed: bool,
    pub(crate) one_of: Vec<NodeId>,
    pub(crate) any_of: Vec<NodeId>,
    pub(crate) discriminator: Option<DiscriminatorKeyword>,
}

/// `additionalProperties` or `unevaluatedProperties`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AdditionalKeyword {
    Open,
    Closed,
    Schema(NodeId),
}

/// The JSON in a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct JsonContent {
    /// `contentSchema`.
    pub(crate) schema: Option<NodeId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DiscriminatorKeyword {
    pub(crate) origin: NodeId,
    pub(crate) property: String,
    /// Tag values with the node of the reference.
    pub(crate) mapping: Vec<(String, NodeId)>,
}

impl Shape {
    /// Whether values are restricted at all.
    pub(super) fn is_given(&self) -> bool {
        let Self {
            boolean,
            never,
            types,
            format,
            enumeration,
            properties,
            required,
            conditional,
            additional,
            patterns,
            items,
            prefix_items,
            one_of,
            any_of,
            // Without a type, these do not determine the type of values.
            base64: _,
            raw_media: _,
            json_content: _,
            property_names: _,
            items_closed: _,
            // These only modify other keywords.
            dependent: _,
            enum_names: _,
            enum_descriptions: _,
            discriminator: _,
        } = self;
        *boolean == Some(false)
            || *never
            || types.is_some()
            || format.is_some()
            || enumeration.is_some()
            || !properties.is_empty()
            || !required.is_empty()
            || !conditional.is_empty()
            || additional.is_some()
            || !patterns.is_empty()
            || items.is_some()
            || !prefix_items.is_empty()
            || !one_of.is_empty()
            || !any_of.is_empty()
    }

    /// Whether values have a Rust type of their own, or may have: objects, tuples, enumerations and
    /// unions.
    pub(super) fn makes_a_type(&self) -> bool {
        let Self {
            enumeration,
            properties,
            required,
            conditional,
            prefix_items,
            one_of,
            any_of,
            boolean: _,
            dependent: _,
            never: _,
            types: _,
            format: _,
            base64: _,
            raw_media: _,
            json_content: _,
            enum_names: _,
            enum_descriptions: _,
            additional: _,
            patterns: _,
            property_names: _,
            items: _,
            items_closed: _,
            discriminator: _,
        } = self;
        enumeration.is_some()
            || !properties.is_empty()
            || !required.is_empty()
            || !conditional.is_empty()
            || !prefix_items.is_empty()
            || !one_of.is_empty()
            || !any_of.is_empty()
    }

    /// Whether only `required` and `not` restrict values.
    pub(super) fn only_requires(&self) -> bool {
        let Self {
            boolean,
            types,
            format,
            enumeration,
            properties,
            conditional,
            additional,
            patterns,
            items,
            prefix_items,
            one_of,
            any_of,
            never: _,
            required: _,
            dependent: _,
            base64: _,
            raw_media: _,
            json_content: _,
            property_names: _,
            items_closed: _,
            enum_names: _,
            enum_descriptions: _,
            discriminator: _,
        } = self;
        *boolean != Some(false)
            && types.is_none()
            && format.is_none()
            && enumeration.is_none()
            && properties.is_empty()
            && conditional.is_empty()
            && additional.is_none()
            && patterns.is_empty()
            && items.is_none()
            && prefix_items.is_empty()
            && one_of.is_empty()
            && any_of.is_empty()
    }

    /// Whether the node itself selects among values with a shape from elsewhere. Its properties and
    /// alternatives are ignored.
    pub(super) fn only_picks(&self) -> bool {
        let Self {
            boolean,
            types,
            enumeration,
            patterns,
            items,
            prefix_items,
            never: _,
            format: _,
            required: _,
            conditional: _,
            dependent: _,
            additional: _,
            properties: _,
            one_of: _,
            any_of: _,
            base64: _,
            raw_media: _,
            json_content: _,
            property_names: _,
            items_closed: _,
            enum_names: _,
            enum_descriptions: _,
            discriminator: _,
        } = self;
        *boolean != Some(false)
            && types.is_none_or(|types| types == TypeSet::OBJECT)
            && enumeration.is_none()
            && patterns.is_empty()
            && items.is_none()
            && prefix_items.is_empty()
    }

    /// Reads the keywords of an object, and whether null is among the types.
    pub(super) fn read(members: Members<'_>) -> (Self, bool) {
        let Members { document, problems, node } = members;
        let mut shape = Self { format: members.text("format"), ..Self::default() };
        let nullable = shape.read_types(members);
        shape.base64 = document.get_text(node, "contentEncoding").is_some_and(|encoding| {
            encoding.eq_ignore_ascii_case("base64") || encoding.eq_ignore_ascii_case("base64url")
        });
        shape.raw_media = raw_media(members);
        shape.json_content = json_content(members);
        if shape.raw_media.is_some() {
            shape.format.get_or_insert_with(|| "binary".to_owned());
        }
        shape.enumeration = match members.get("const") {
            Some(value) => Some(vec![value]),
            None => members.array("enum").map(<[NodeId]>::to_vec),
        };
        if let Some(values) = &shape.enumeration {
            let words = enumeration::words(document, node, values, problems);
            (shape.enum_names, shape.enum_descriptions) = (words.names, words.descriptions);
        }
        shape.properties = members.schemas_by_name("properties");
        shape.patterns = members.schemas_by_name("patternProperties");
        shape.required = required(members);
        (shape.conditional, shape.dependent) = conditional(members);
        shape.additional = additional(members, "additionalProperties")
            .or_else(|| additional(members, "unevaluatedProperties"));
        shape.read_items(members);
        shape.one_of = members.schemas("oneOf");
        shape.any_of = members.schemas("anyOf");
        shape.never = members.get("not").is_some_and(|not| {
            document.boolean(not) == Some(true)
                || matches!(document.kind(not), Kind::Object(members) if members.is_empty())
        });
        shape.discriminator = discriminator(members);
        shape.property_names =
            members.get("propertyNames").filter(|names| *document.kind(*names) != Kind::Null);
        (shape, nullable)
    }

    /// Reads `type`, and whether null is among the types.
    fn read_types(&mut self, members: Members<'_>) -> bool {
        let Members { document, problems, .. } = members;
        let Some(written) = members.get("type") else { return false };
        let names: &[NodeId] = match document.kind(written) {
            Kind::Array(items) => items,
            Kind::Null => return true,
            _ => &[written],
        };
        let mut set = TypeSet::EMPTY;
        let mut unknown = false;
        for name in names {
            // YAML reads the unquoted type name as null.
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
                    problems.report(*name, ProblemKind::UnknownType { name: other.to_owned() });
                    unknown = true;
                }
                None => {
                    members.wrong(*name, "type", "a string or an array of strings");
                    unknown = true;
                }
            }
        }
        // `type: null` alone is kept, so that merging can distinguish it from an absent `type`.
        self.types = (!unknown && !set.is_empty()).then_some(set);
        set.contains(TypeSet::NULL)
    }

    fn read_items(&mut self, members: Members<'_>) {
        let document = members.document;
        self.prefix_items = members.schemas("prefixItems");
        if let Some(items) = members.get("items") {
            match document.kind(items) {
                // A tuple in JSON Schema before 2020-12.
                Kind::Array(tuple) => self.prefix_items.clone_from(tuple),
                Kind::Boolean(false) => self.items_closed = true,
                _ => self.items = Some(items),
            }
        }
        match members.get("additionalItems") {
            Some(rest) if document.boolean(rest) == Some(false) => self.items_closed = true,
            Some(rest) if document.is_object(rest) && self.items.is_none() => {
                self.items = Some(rest);
            }
            _ => {}
        }
    }
}

/// The media type of a string of raw bytes: one without an encoding (OpenAPI 3.1, section 4.4.2). A text, such as a
/// page of HTML, is a string.
fn raw_media(members: Members<'_>) -> Option<String> {
    let Members { document, node, .. } = members;
    let media = document.get_text(node, "contentMediaType")?;
    let encoding = document.get_text(node, "contentEncoding");
    let is_raw = encoding.is_none_or(|encoding| encoding.eq_ignore_ascii_case("binary"))
        && document.get(node, "contentSchema").is_none()
        && !Essence::of(media).is_text();
    is_raw.then(|| media.to_owned())
}

fn json_content(members: Members<'_>) -> Option<JsonContent> {
    let Members { document, node, .. } = members;
    let media = document.get_text(node, "contentMediaType");
    let schema = document.get(node, "contentSchema");
    let is_json = media.map_or(schema.is_some(), |media| Essence::of(media).is_json());
    let is_encoded = document.get(node, "contentEncoding").is_some();
    (is_json && !is_encoded).then_some(JsonContent { schema })
}

/// The names under `required`, with their nodes.
fn required(members: Members<'_>) -> Vec<(String, NodeId)> {
    let Members { document, node, .. } = members;
    // Swagger 2.0 documents also write `required: true` on a property, which has no effect here.
    if document.get_boolean(node, "required").is_some() {
        return Vec::new();
    }
    let items = members.array("required").unwrap_or_default().iter();
    let names = items.filter_map(|item| match document.kind(*item) {
        // YAML keys are strings, whatever they look like, and so are their names here.
        Kind::String(_) | Kind::Number(_) => Some((document.spelled(*item).to_owned(), *item)),
        Kind::Boolean(name) => Some((name.to_string(), *item)),
        _ => {
            members.wrong_part(*item, "an item of `required`".to_owned(), "a string");
            None
        }
    });
    names.collect()
}

/// The schemas that hold under a condition and may declare members, and the names that other members require.
fn conditional(members: Members<'_>) -> (Vec<NodeId>, Vec<(String, NodeId)>) {
    const DECLARING: [&str; 9] = [
        "$ref",
        "allOf",
        "anyOf",
        "dependencies",
        "dependentSchemas",
        "else",
        "oneOf",
        "properties",
        "then",
    ];
    let document = members.document;
    let declares = |node: &NodeId| DECLARING.iter().any(|key| document.get(*node, key).is_some());
    let mut schemas = Vec::new();
    // Without `if`, the other two have no effect (JSON Schema 2020-12, core, section 10.2.2).
    if members.get("if").is_some() {
        schemas.extend(["then", "else"].into_iter().filter_map(|key| members.get(key)));
    }
    let mut names = Vec::new();
    for key in ["dependentSchemas", "dependentRequired", "dependencies"] {
        let Some(dependent) = members.get(key) else { continue };
        for (_, of) in document.members(dependent) {
            match document.kind(of) {
                Kind::Array(items) => {
                    let name = |item: &NodeId| Some((document.text(*item)?.to_owned(), *item));
                    names.extend(items.iter().filter_map(name));
                }
                _ => schemas.push(of),
            }
        }
    }
    schemas.retain(declares);
    (schemas, names)
}

fn additional(members: Members<'_>, key: &str) -> Option<AdditionalKeyword> {
    let member = members.get(key)?;
    match members.document.kind(member) {
        Kind::Boolean(true) => Some(AdditionalKeyword::Open),
        Kind::Boolean(false) => Some(AdditionalKeyword::Closed),
        Kind::Object(keywords) if keywords.is_empty() => Some(AdditionalKeyword::Open),
        Kind::Object(_) => Some(AdditionalKeyword::Schema(member)),
        Kind::Null => None,
        _ => {
            members.wrong(member, key, "a schema");
            None
        }
    }
}

/// The object form of `OpenAPI` 3, or Swagger 2.0's bare property name.
fn discriminator(members: Members<'_>) -> Option<DiscriminatorKeyword> {
    let document = members.document;
    let origin = members.get("discriminator")?;
    if *document.kind(origin) == Kind::Null {
        return None;
    }
    if let Some(property) = document.text(origin) {
        let property = property.to_owned();
        return Some(DiscriminatorKeyword { origin, property, mapping: Vec::new() });
    }
    let Some(property) = document.get_text(origin, "propertyName") else {
        members.wrong(origin, "discriminator", "an object with `propertyName`");
        return None;
    };
    let mapping = Members { node: origin, ..members }.schemas_by_name("mapping");
    Some(DiscriminatorKeyword { origin, property: property.to_owned(), mapping })
}
