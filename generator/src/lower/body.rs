//! Request bodies.

use super::schema::Lowerer;
use super::{Context, envelope, media, parameter};
use crate::ir::{
    Additional, Body, Docs, Form, MediaType, Object, ParameterEncoding, PartEncoding, Place,
    Property,
};
use crate::load::NodeId;
use crate::normalise::Dialect;

/// `requestBody`, or what Swagger 2.0 writes as `body` and `formData` parameters.
pub(super) fn body(
    context: Context<'_>,
    lowerer: &mut Lowerer<'_>,
    item: NodeId,
    operation: NodeId,
) -> Option<Body> {
    if context.dialect == Dialect::Swagger20 {
        return swagger(context, lowerer, item, operation);
    }
    let node = context.document.get(operation, "requestBody")?;
    let origin = context.resolver.follow(node)?;
    let content = media::all(context, lowerer, origin);
    let docs = parameter::docs(context, origin);
    let required = context.document.get_boolean(origin, "required") == Some(true);
    (!content.is_empty()).then_some(Body { docs, required, content })
}

/// The media types an operation consumes or produces, with the document's as default.
pub(super) fn swagger_media_types(
    context: Context<'_>,
    operation: NodeId,
    key: &str,
) -> Vec<String> {
    let node =
        context.document.get(operation, key).or_else(|| context.document.get(context.root(), key));
    envelope::texts(context, node)
}

fn swagger(
    context: Context<'_>,
    lowerer: &mut Lowerer<'_>,
    item: NodeId,
    operation: NodeId,
) -> Option<Body> {
    let document = context.document;
    let lists = [item, operation].map(|level| {
        document.get(level, "parameters").map_or(&[][..], |list| document.items(list))
    });
    let all: Vec<NodeId> =
        lists.concat().into_iter().filter_map(|node| context.resolver.follow(node)).collect();
    let of = |location: &str| -> Vec<NodeId> {
        all.iter()
            .copied()
            .filter(|node| document.get_text(*node, "in") == Some(location))
            .collect()
    };
    let consumes = swagger_media_types(context, operation, "consumes");
    if let Some(origin) = of("body").last().copied() {
        let schema = document.get(origin, "schema").map(|schema| lowerer.node(schema));
        let names =
            if consumes.is_empty() { vec!["application/json".to_owned()] } else { consumes };
        let content = names.into_iter().map(|name| MediaType {
            origin,
            name,
            schema,
            item_schema: None,
            encoding: Vec::new(),
        });
        return Some(Body {
            docs: parameter::docs(context, origin),
            required: document.get_boolean(origin, "required") == Some(true),
            content: content.collect(),
        });
    }
    let fields = of("formData");
    let first = fields.first().copied()?;
    let mut encoding = Vec::new();
    let mut properties = Vec::new();
    for field in &fields {
        let Some(name) = document.get_text(*field, "name") else { continue };
        if let Some(format) = document.get_text(*field, "collectionFormat") {
            let (style, explode) = parameter::query_style(context, *field, Some(format));
            let query = Some(ParameterEncoding::Style { style, explode, allow_reserved: false });
            encoding.push((
                name.to_owned(),
                PartEncoding { content_type: None, headers: Vec::new(), query },
            ));
        }
        properties.push(Property {
            origin: *field,
            name: name.to_owned(),
            required: document.get_boolean(*field, "required") == Some(true),
            schema: lowerer.node(*field),
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
        encoding,
    };
    Some(Body { docs: Docs::default(), required, content: vec![content] })
}
