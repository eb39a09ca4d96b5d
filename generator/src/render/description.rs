//! The static description of an operation, as the runtime's `describe` module builds it.

use super::text::{Expression, Source};
use crate::ir;
use crate::name::Ident;
use crate::plan::{
    BodyFact, Common, Description, MediaFact, MediaKind, ParameterFact, PropertyFact, ResponseFact,
    ServerFact, VariableFact,
};

/// `static DELETE_INSTANCE: describe::Operation = …;`
pub(super) fn description(
    out: &mut Source,
    common: Option<&Common>,
    constant: &Ident,
    description: &Description,
) {
    let Description {
        id,
        method,
        path,
        parameters,
        body,
        success,
        failure,
        security,
        servers,
        predicates,
        request_id,
        idempotency_key,
    } = description;
    let named = [id, method, path].map(|text| Expression::quoted(text));
    // An operation extends the description that the operations of its module have in common.
    let operation = if common.is_some() {
        Expression::word("COMMON").then([Expression::call("named", named)])
    } else {
        Expression::call("describe::Operation::new", named)
    };
    let facts = [
        listed("parameters", parameters.iter().map(parameter)),
        body.as_ref().map(request_body),
        success.as_deref().map(|list| fact("success", list, response)),
        failure.as_deref().map(|list| fact("failure", list, response)),
        security.as_deref().map(|list| fact("security", list, requirement)),
        servers.as_deref().map(|list| fact("servers", list, server)),
        listed("predicates", predicates.iter().map(predicate)),
        request_id
            .as_ref()
            .map(|header| Expression::call("request_id", [Expression::quoted(header)])),
        idempotency_key
            .as_ref()
            .map(|header| Expression::call("idempotency_key", [Expression::quoted(header)])),
    ];
    let operation = operation.then(facts.into_iter().flatten());
    out.item(|out| {
        out.value(format_args!("static {constant}"), "describe::Operation", &operation);
    });
}

/// `const COMMON: describe::Operation = …;`
pub(super) fn common(out: &mut Source, common: &Common) {
    let Common { success, failure, security, servers } = common;
    let unnamed = [(); 3].map(|()| Expression::quoted(""));
    let facts = [
        listed("success", success.iter().map(response)),
        listed("failure", failure.iter().map(response)),
        listed("security", security.iter().map(requirement)),
        listed("servers", servers.iter().map(server)),
    ];
    let common = Expression::call("describe::Operation::new", unnamed);
    let common = common.then(facts.into_iter().flatten());
    out.item(|out| {
        out.line("/// What these operations have in common, unless one says otherwise.");
        out.value("const COMMON", "describe::Operation", &common);
    });
}

/// `name(&[…])`, also for an empty list.
fn fact<T>(name: &str, items: &[T], render: impl Fn(&T) -> Expression) -> Expression {
    Expression::call(name, [Expression::list(items.iter().map(render))])
}

/// `name(&[…])`, or nothing for an empty list.
pub(super) fn listed(
    name: &str,
    items: impl ExactSizeIterator<Item = Expression>,
) -> Option<Expression> {
    (items.len() > 0).then(|| Expression::call(name, [Expression::list(items)]))
}

/// `name()`, where it is so.
fn flag(name: &str, is: bool) -> Option<Expression> {
    is.then(|| Expression::call(name, []))
}

/// `variant(1)`, where it is not the first one.
fn variant(index: usize) -> Option<Expression> {
    (index > 0).then(|| Expression::call("variant", [Expression::word(index)]))
}

fn quoted(texts: &[String]) -> impl ExactSizeIterator<Item = Expression> {
    texts.iter().map(|text| Expression::quoted(text))
}

/// `("not_found", &["ModelArts.6309"])`.
pub(super) fn predicate((name, codes): &(String, Vec<String>)) -> Expression {
    Expression::tuple([Expression::quoted(name), Expression::list(quoted(codes))])
}

/// `describe::Server::new("https://…")`.
pub(super) fn server(server: &ServerFact) -> Expression {
    let ServerFact { url, variables } = server;
    let variables = listed("variables", variables.iter().map(variable));
    Expression::call("describe::Server::new", [Expression::quoted(url)]).then(variables)
}

fn variable(variable: &VariableFact) -> Expression {
    let VariableFact { name, default, values } = variable;
    let given = [Expression::quoted(name), Expression::quoted(default)];
    Expression::call("describe::Variable::new", given).then(listed("values", quoted(values)))
}

fn parameter(parameter: &ParameterFact) -> Expression {
    let ParameterFact { name, location, content, required, on_client, allow_empty, rules } =
        parameter;
    let rules = listed("rules", quoted(rules));
    let media = content.as_ref().map(|content| media(content).referred());
    let name = Expression::quoted(name);
    let client = flag("client", *on_client);
    let (constructor, encoding) = match location {
        ir::ParameterLocation::Path(encoding) => ("path", encoded(encoding, path_style)),
        ir::ParameterLocation::Query(encoding) => ("query", encoded(encoding, query_style)),
        ir::ParameterLocation::QueryString(_) => {
            let given: Vec<Expression> = [name].into_iter().chain(media).collect();
            let facts = [flag("required", *required), client, rules];
            return Expression::call("describe::Parameter::query_string", given)
                .then(facts.into_iter().flatten());
        }
        ir::ParameterLocation::Header(encoding) => {
            let simple = |(), explode| Style { name: None, explode };
            ("header", encoded(encoding, simple))
        }
        ir::ParameterLocation::Cookie(encoding) => ("cookie", encoded(encoding, cookie_style)),
    };
    let encoding = match media {
        Some(media) => vec![Expression::call("content", [media])],
        None => encoding,
    };
    // Those in a path always are.
    let required = *required && !matches!(location, ir::ParameterLocation::Path(_));
    let facts = [flag("required", required), client, flag("allow_empty", *allow_empty), rules];
    Expression::call(format_args!("describe::Parameter::{constructor}"), [name])
        .then(encoding.into_iter().chain(facts.into_iter().flatten()))
}

/// The deviations of a style from the default of its location.
struct Style {
    name: Option<&'static str>,
    /// Whether `explode` is not the style's default.
    explode: bool,
}

fn path_style(style: ir::PathStyle, explode: bool) -> Style {
    let name = match style {
        ir::PathStyle::Simple => None,
        ir::PathStyle::Label => Some("Label"),
        ir::PathStyle::Matrix => Some("Matrix"),
    };
    Style { name, explode }
}

fn query_style(style: ir::QueryStyle, explode: bool) -> Style {
    match style {
        ir::QueryStyle::Form => Style { name: None, explode: !explode },
        ir::QueryStyle::SpaceDelimited => Style { name: Some("SpaceDelimited"), explode },
        ir::QueryStyle::PipeDelimited => Style { name: Some("PipeDelimited"), explode },
        ir::QueryStyle::TabDelimited => Style { name: Some("TabDelimited"), explode },
        ir::QueryStyle::DeepObject => Style { name: Some("DeepObject"), explode: !explode },
    }
}

fn cookie_style(style: ir::CookieStyle, explode: bool) -> Style {
    let name = match style {
        ir::CookieStyle::Form => None,
        ir::CookieStyle::Cookie => Some("Cookie"),
    };
    Style { name, explode: !explode }
}

/// `style(…)`, `explode(…)` and `allow_reserved()`, as far as it departs from the defaults.
fn encoded<S: Copy>(
    encoding: &ir::ParameterEncoding<S>,
    style_of: impl Fn(S, bool) -> Style,
) -> Vec<Expression> {
    match encoding {
        ir::ParameterEncoding::Content(_) => vec![Expression::call("json", [])],
        ir::ParameterEncoding::Style { style, explode, allow_reserved } => {
            let Style { name, explode: departs } = style_of(*style, *explode);
            let explode = departs.then(|| exploded(*explode));
            let reserved = flag("allow_reserved", *allow_reserved);
            [name.map(styled), explode, reserved].into_iter().flatten().collect()
        }
    }
}

fn styled(name: &str) -> Expression {
    Expression::call("style", [Expression::word(format_args!("describe::Style::{name}"))])
}

fn exploded(explode: bool) -> Expression {
    Expression::call("explode", [Expression::word(explode)])
}

fn request_body(body: &BodyFact) -> Expression {
    let BodyFact { required, media: types } = body;
    let types = Expression::list(types.iter().map(media));
    let constructor = if *required { "required" } else { "optional" };
    let body = Expression::call(format_args!("describe::RequestBody::{constructor}"), [types]);
    Expression::call("body", [body])
}

fn response(response: &ResponseFact) -> Expression {
    let ResponseFact { status, media: types, variant: index } = response;
    let variant = if types.is_empty() { variant(*index) } else { None };
    let types = Expression::list(types.iter().map(media));
    let response = match status {
        ir::StatusPattern::Exact(code) => {
            Expression::call("describe::Response::status", [Expression::word(code), types])
        }
        ir::StatusPattern::Range(class) => {
            Expression::call("describe::Response::range", [Expression::word(class), types])
        }
        ir::StatusPattern::Default => Expression::call("describe::Response::otherwise", [types]),
    };
    response.then(variant)
}

fn media(media: &MediaFact) -> Expression {
    let MediaFact { name, kind, variant: index, properties, rules } = media;
    let constructor = match kind {
        MediaKind::Json => "json",
        MediaKind::Text => "text",
        MediaKind::Bytes => "bytes",
        MediaKind::Stream => "stream",
        MediaKind::Form => "form",
        MediaKind::Multipart => "multipart",
        MediaKind::Events => "events",
        MediaKind::Lines => "lines",
    };
    let properties = listed("properties", properties.iter().map(property));
    let facts = [variant(*index), properties, listed("rules", quoted(rules))];
    Expression::call(format_args!("describe::Media::{constructor}"), [Expression::quoted(name)])
        .then(facts.into_iter().flatten())
}

fn property(property: &PropertyFact) -> Expression {
    let PropertyFact { name, content_type, encoding, headers } = property;
    let of_type = |name: &String| Expression::call("content_type", [Expression::quoted(name)]);
    let content_type = content_type.as_ref().map(of_type);
    let encoding = encoding.as_ref().map_or_else(Vec::new, |encoding| match encoding {
        ir::ParameterEncoding::Content(name) => vec![of_type(name)],
        ir::ParameterEncoding::Style { style, explode, allow_reserved } => {
            let Style { name, .. } = query_style(*style, *explode);
            let facts = [styled(name.unwrap_or("Form")), exploded(*explode)];
            facts.into_iter().chain(flag("allow_reserved", *allow_reserved)).collect()
        }
    });
    let pair = |(name, value): &(String, String)| {
        Expression::tuple([Expression::quoted(name), Expression::quoted(value)])
    };
    let headers = listed("headers", headers.iter().map(pair));
    Expression::call("describe::PropertyEncoding::new", [Expression::quoted(name)])
        .then(content_type.into_iter().chain(encoding).chain(headers))
}

/// `&[("token", &[])]`: schemes that are needed together.
fn requirement(requirement: &ir::Requirement) -> Expression {
    let schemes = requirement.iter().map(|(name, scopes)| {
        Expression::tuple([Expression::quoted(name), Expression::list(quoted(scopes))])
    });
    Expression::list(schemes)
}
