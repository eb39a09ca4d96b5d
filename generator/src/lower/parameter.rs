//! Parameters of paths and operations.

use super::schema::Lowerer;
use super::security::{AUTHORIZATION, Places};
use super::{Context, parameter_like, part_encoding, style};
use crate::document::NodeId;
use crate::ir::{Parameter, ParameterEncoding, ParameterLocation};
use crate::problem::ProblemKind;

/// The parameters of all levels, the path item's before the operation's. A later level replaces
/// parameters with the same name and location; `credentials` are dropped.
pub(super) fn parameters(
    context: Context<'_>,
    lowerer: &mut Lowerer<'_>,
    levels: &[NodeId],
    credentials: &Places<'_>,
) -> Vec<Parameter> {
    let mut parameters: Vec<Parameter> = Vec::new();
    for level in levels {
        // The index of the first parameter of this level.
        let mut own: Vec<usize> = Vec::new();
        for node in context.list(*level, "parameters") {
            let Some(parameter) = parameter(context, lowerer, *node, credentials) else { continue };
            match parameters.iter().position(|known| same_place(known, &parameter)) {
                None => {
                    own.push(parameters.len());
                    parameters.push(parameter);
                }
                Some(index) if !own.contains(&index) => {
                    own.push(index);
                    parameters[index] = parameter;
                }
                Some(_) => context
                    .problems
                    .report(*node, ProblemKind::DuplicateParameter { name: parameter.name }),
            }
        }
    }
    parameters
}

fn same_place(one: &Parameter, other: &Parameter) -> bool {
    // Header names are case-insensitive (RFC 9110, section 5.1).
    let header = matches!(one.location, ParameterLocation::Header(_));
    let same_name =
        if header { one.name.eq_ignore_ascii_case(&other.name) } else { one.name == other.name };
    same_name && std::mem::discriminant(&one.location) == std::mem::discriminant(&other.location)
}

fn parameter(
    context: Context<'_>,
    lowerer: &mut Lowerer<'_>,
    node: NodeId,
    credentials: &Places<'_>,
) -> Option<Parameter> {
    let origin = context.resolver.follow(node)?;
    let document = context.document;
    if !document.is_object(origin) {
        let what = "parameter".to_owned();
        context.problems.report(origin, ProblemKind::WrongType { what, expected: "an object" });
        return None;
    }
    // The audit reports what is missing.
    let location = context.word(origin, "in")?;
    let location = location.as_str();
    // These two are the request body.
    if matches!(location, "body" | "formData") {
        return None;
    }
    let name = context.word(origin, "name")?;
    let named = || context.document.get(origin, "name").unwrap_or(origin);
    let name = match location {
        "header" => context.header_name(named(), &name)?,
        "cookie" => context.cookie_name(named(), &name)?,
        _ => name,
    };
    if is_ignored(context, origin, location, &name, credentials) {
        return None;
    }
    let content = parameter_like::only_content(context, origin);
    let query = location == "query";
    let location = match location {
        "path" => {
            ParameterLocation::Path(encoding(context, origin, content.as_ref(), style::in_path))
        }
        "query" => {
            ParameterLocation::Query(encoding(context, origin, content.as_ref(), style::in_query))
        }
        "querystring" => {
            let Some((media, _)) = &content else {
                context.problems.report(
                    origin,
                    ProblemKind::WrongType {
                        what: "a parameter in `querystring`".to_owned(),
                        expected: "an object with `content`",
                    },
                );
                return None;
            };
            ParameterLocation::QueryString(media.clone())
        }
        "header" => {
            ParameterLocation::Header(encoding(context, origin, content.as_ref(), style::in_header))
        }
        "cookie" => {
            ParameterLocation::Cookie(encoding(context, origin, content.as_ref(), style::in_cookie))
        }
        other => {
            let at = document.get(origin, "in").unwrap_or(origin);
            let location = other.to_owned();
            context.problems.report(at, ProblemKind::UnknownLocation { name, location });
            return None;
        }
    };
    let path = matches!(location, ParameterLocation::Path(_));
    Some(Parameter {
        origin,
        name,
        rust_name: context.word(origin, "x-callwright-name"),
        docs: parameter_like::docs(context, origin),
        required: path || context.flag(origin, "required") == Some(true),
        on_client: context.flag(origin, "x-callwright-client-parameter") == Some(true),
        location,
        allow_empty: query
            && content.is_none()
            && context.flag(origin, "allowEmptyValue") == Some(true),
        encoding: match &content {
            Some((_, media)) => part_encoding::encodings(context, lowerer, *media),
            None => Vec::new(),
        },
        schema: parameter_like::schema(
            context,
            lowerer,
            origin,
            content.and_then(|(_, media)| document.get(media, "schema")),
        ),
    })
}

/// Whether another part of the document covers the parameter; `Authorization` stays unless one
/// does.
fn is_ignored(
    context: Context<'_>,
    origin: NodeId,
    location: &str,
    name: &str,
    credentials: &Places<'_>,
) -> bool {
    let report = |problem| context.problems.report(origin, problem);
    let is = |header: &str| location == "header" && name.eq_ignore_ascii_case(header);
    let name = name.to_owned();
    match credentials.scheme(location, &name) {
        _ if is("Accept") || is("Content-Type") => {
            report(ProblemKind::IgnoredHeader { name });
            true
        }
        Some(scheme) => {
            report(ProblemKind::CredentialParameter { name, scheme: scheme.to_owned() });
            true
        }
        None => {
            if is(AUTHORIZATION) {
                report(ProblemKind::AuthorizationParameter { name });
            }
            false
        }
    }
}

/// The encoding of a parameter, with the location's parser of `style`.
fn encoding<S>(
    context: Context<'_>,
    origin: NodeId,
    content: Option<&(String, NodeId)>,
    parse: impl Fn(Context<'_>, NodeId, Option<&str>) -> (S, bool),
) -> ParameterEncoding<S> {
    if let Some((media_type, _)) = content {
        return ParameterEncoding::Content(media_type.clone());
    }
    let written =
        context.word(origin, "collectionFormat").or_else(|| context.word(origin, "style"));
    let (style, default_explode) = parse(context, origin, written.as_deref());
    ParameterEncoding::Style {
        style,
        explode: context.flag(origin, "explode").unwrap_or(default_explode),
        allow_reserved: context.flag(origin, "allowReserved") == Some(true),
    }
}
