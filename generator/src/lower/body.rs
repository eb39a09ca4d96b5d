//! Request bodies.

use super::path_item::PathItem;
use super::schema::Lowerer;
use super::{Context, envelope, media, parameter_like, style};
use crate::document::NodeId;
use crate::ir::{
    Additional, Body, Docs, Form, MediaType, Object, ParameterEncoding, PartEncoding, Place,
    Property,
};
use crate::normalise::Dialect;
use crate::problem::ProblemKind;

/// `requestBody`, or the `body` and `formData` parameters of Swagger 2.0. Hand-converted documents
/// mix the two.
pub(super) fn body(
    context: Context<'_>,
    lowerer: &mut Lowerer<'_>,
    item: &PathItem,
    operation: NodeId,
) -> Option<Body> {
    let written = context.document.get(operation, "requestBody");
    let parameters = Declared::of(context, &item.levels(operation));
    let Some(node) = written else {
        if context.dialect != Dialect::Swagger20 {
            parameters.report_version(context);
        }
        return swagger(context, lowerer, parameters, operation);
    };
    if context.dialect == Dialect::Swagger20 {
        if parameters.is_empty() {
            context
                .problems
                .report(node, other_version("`requestBody`", "OpenAPI 3", "a parameter in `body`"));
        } else {
            context
                .problems
                .report(node, ProblemKind::SeveralBodies { name: "requestBody".to_owned() });
            return swagger(context, lowerer, parameters, operation);
        }
    }
    let origin = context.object(operation, "requestBody")?;
    for parameter in parameters.bodies.iter().chain(&parameters.fields) {
        let name = context.word(*parameter, "name").unwrap_or_default();
        context.problems.report(*parameter, ProblemKind::SeveralBodies { name });
    }
    let content = media::all(context, lowerer, (node, origin), "a request body");
    let docs = parameter_like::docs(context, origin);
    let required = context.flag(origin, "required") == Some(true);
    (!content.is_empty()).then_some(Body { docs, required, content })
}

/// The media types that an operation consumes or produces; by default the document's.
pub(super) fn swagger_media_types(
    context: Context<'_>,
    operation: NodeId,
    key: &str,
) -> Vec<String> {
    let node =
        context.document.get(operation, key).or_else(|| context.document.get(context.root(), key));
    let names = envelope::texts_at(context, node).into_iter();
    names.map(|(at, name)| context.media_type(at, &name)).collect()
}

/// The parameters of a location: the last level's declaration of a name wins, within a level the
/// first. A body has no name, so any body replaces those of earlier levels.
fn declared(context: Context<'_>, levels: &[NodeId], location: &str) -> Vec<NodeId> {
    let mut found: Vec<NodeId> = Vec::new();
    for level in levels {
        let own = context.list(*level, "parameters").iter();
        let own: Vec<NodeId> = own
            .filter_map(|node| context.resolver.follow(*node))
            .filter(|node| context.document.get_text(*node, "in") == Some(location))
            .collect();
        if location == "body" && !own.is_empty() {
            found.clear();
        }
        for node in &own {
            let name = context.word(*node, "name");
            let same = found.iter().position(|known| context.word(*known, "name") == name);
            match same.filter(|_| name.is_some()) {
                None => found.push(*node),
                Some(index) if !own.contains(&found[index]) => found[index] = *node,
                Some(_) => {
                    let name = name.unwrap_or_default();
                    context.problems.report(*node, ProblemKind::DuplicateParameter { name });
                }
            }
        }
    }
    found
}

/// The parameters of a Swagger 2.0 body.
struct Declared {
    bodies: Vec<NodeId>,
    fields: Vec<NodeId>,
}

impl Declared {
    fn of(context: Context<'_>, levels: &[NodeId]) -> Self {
        Self {
            bodies: declared(context, levels, "body"),
            fields: declared(context, levels, "formData"),
        }
    }

    fn is_empty(&self) -> bool {
        self.bodies.is_empty() && self.fields.is_empty()
    }

    fn report_version(&self, context: Context<'_>) {
        let all = [("`in: body`", &self.bodies), ("`in: formData`", &self.fields)];
        for (what, nodes) in all {
            for node in nodes {
                let problem = other_version(what, "Swagger 2.0", "`requestBody`");
                context.problems.report(*node, problem);
            }
        }
    }
}

fn other_version(what: &'static str, version: &'static str, instead: &'static str) -> ProblemKind {
    ProblemKind::OtherVersion { what, version, instead }
}

fn swagger(
    context: Context<'_>,
    lowerer: &mut Lowerer<'_>,
    Declared { bodies, fields }: Declared,
    operation: NodeId,
) -> Option<Body> {
    let document = context.document;
    let consumes = swagger_media_types(context, operation, "consumes");
    if let Some((origin, others)) = bodies.split_first() {
        for other in others.iter().chain(&fields) {
            let name = context.word(*other, "name").unwrap_or_default();
            context.problems.report(*other, ProblemKind::SeveralBodies { name });
        }
        let origin = *origin;
        let schema = document.get(origin, "schema").map(|schema| lowerer.node(schema));
        let names =
            if consumes.is_empty() { vec!["application/json".to_owned()] } else { consumes };
        let content = names.into_iter().map(|name| MediaType {
            origin,
            name,
            schema,
            item_schema: None,
            events: Vec::new(),
            encoding: Vec::new(),
        });
        return Some(Body {
            docs: parameter_like::docs(context, origin),
            required: context.flag(origin, "required") == Some(true),
            content: content.collect(),
        });
    }
    let first = fields.first().copied()?;
    let mut encoding = Vec::new();
    let mut properties: Vec<Property> = Vec::new();
    for field in &fields {
        let Some(name) = context.word(*field, "name") else { continue };
        if let Some(format) = document.get_text(*field, "collectionFormat") {
            let (style, explode) = style::in_query(context, *field, Some(format));
            let query = Some(ParameterEncoding::Style { style, explode, allow_reserved: false });
            encoding.push((
                name.clone(),
                PartEncoding { content_type: None, headers: Vec::new(), query },
            ));
        }
        properties.push(Property {
            origin: *field,
            name,
            required: context.flag(*field, "required") == Some(true),
            schema: lowerer.node(document.get(*field, "schema").unwrap_or(*field)),
        });
    }
    let file = fields.iter().any(|field| document.get_text(*field, "type") == Some("file"));
    let multipart = file || consumes.iter().any(|name| name.starts_with("multipart/"));
    let name = if multipart { "multipart/form-data" } else { "application/x-www-form-urlencoded" };
    let required = properties.iter().any(|property| property.required);
    let place = document.get(operation, "parameters").map_or(Place::Node(first), Place::Node);
    let schema = lowerer.push(
        first,
        place,
        Form::Object(Object { properties, additional: Additional::Open }),
    );
    let content = MediaType {
        origin: first,
        name: name.to_owned(),
        schema: Some(schema),
        item_schema: None,
        events: Vec::new(),
        encoding,
    };
    Some(Body { docs: Docs::default(), required, content: vec![content] })
}
