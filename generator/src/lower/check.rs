//! Checks combinations of parameters and types, once every schema has its form.

use super::Context;
use crate::ir::{
    Api, Form, Operation, Parameter, ParameterEncoding, ParameterLocation, QueryStyle, SchemaId,
};
use crate::problem::ProblemKind;

/// Reports parameters that no rule defines how to send.
pub(super) fn check(context: Context<'_>, api: &Api) {
    for operation in &api.operations {
        for parameter in &operation.parameters {
            style(context, api, parameter);
            nesting(context, api, parameter);
        }
        whole_query(context, operation);
    }
}

/// Reports styles that are undefined for the parameter's type.
fn style(context: Context<'_>, api: &Api, parameter: &Parameter) {
    let ParameterLocation::Query(ParameterEncoding::Style { style, explode, .. }) =
        &parameter.location
    else {
        return;
    };
    let shape = shape(api, parameter.schema);
    let delimited = shape == Shape::Single || *explode;
    let (name, meaningless) = match style {
        QueryStyle::Form => ("form", false),
        QueryStyle::SpaceDelimited => ("spaceDelimited", delimited),
        QueryStyle::PipeDelimited => ("pipeDelimited", delimited),
        QueryStyle::TabDelimited => ("tsv", delimited),
        QueryStyle::DeepObject => {
            ("deepObject", matches!(shape, Shape::Single | Shape::Items) || !explode)
        }
    };
    if meaningless {
        let by_default = matches!(style, QueryStyle::DeepObject);
        let stated = if *explode == by_default {
            String::new()
        } else {
            format!(" with `explode: {explode}`")
        };
        let problem = ProblemKind::MeaninglessStyle {
            name: parameter.name.clone(),
            style: format!("`{name}`{stated}"),
            shape: shape.words(),
        };
        context.problems.report(parameter.origin, problem);
    }
}

/// Reports nested values, which only `deepObject` and `content` can encode.
fn nesting(context: Context<'_>, api: &Api, parameter: &Parameter) {
    let style = match &parameter.location {
        ParameterLocation::Path(ParameterEncoding::Style { .. })
        | ParameterLocation::Header(ParameterEncoding::Style { .. })
        | ParameterLocation::Cookie(ParameterEncoding::Style { .. }) => true,
        ParameterLocation::Query(ParameterEncoding::Style { style, .. }) => {
            *style != QueryStyle::DeepObject
        }
        _ => false,
    };
    let has_parts = |schema: SchemaId| matches!(shape(api, schema), Shape::Items | Shape::Members);
    let nested = match &api.schemas[api.schemas.resolve(parameter.schema)].form {
        Form::Array(item) | Form::Map(item) => has_parts(*item),
        Form::Object(object) => object.properties.iter().any(|member| has_parts(member.schema)),
        _ => false,
    };
    if style && nested {
        let problem = ProblemKind::NestedParameter { name: parameter.name.clone() };
        context.problems.report(parameter.origin, problem);
    }
}

/// Reports a `querystring` parameter next to `query` parameters.
fn whole_query(context: Context<'_>, operation: &Operation) {
    let parts = operation.parameters.iter().filter(|parameter| {
        matches!(
            parameter.location,
            ParameterLocation::Query(_) | ParameterLocation::QueryString(_)
        )
    });
    let mut whole = operation
        .parameters
        .iter()
        .filter(|parameter| matches!(parameter.location, ParameterLocation::QueryString(_)));
    if let (Some(first), true) = (whole.next(), parts.count() > 1) {
        let problem = ProblemKind::QueryBesideQuerystring { name: first.name.clone() };
        context.problems.report(first.origin, problem);
    }
}

/// The types that styles distinguish.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Single,
    Items,
    Members,
    /// Determined by the value.
    Open,
}

impl Shape {
    fn words(self) -> &'static str {
        match self {
            Self::Single => "a single value",
            Self::Items => "an array",
            Self::Members => "an object",
            Self::Open => "any value",
        }
    }
}

fn shape(api: &Api, schema: SchemaId) -> Shape {
    match &api.schemas[api.schemas.resolve(schema)].form {
        Form::Any(_) | Form::Union(_) | Form::Alias(_) | Form::Never => Shape::Open,
        Form::Null
        | Form::Boolean
        | Form::Integer(_)
        | Form::Number { .. }
        | Form::String(_)
        | Form::Enumeration(_) => Shape::Single,
        Form::Array(_) | Form::Tuple { .. } => Shape::Items,
        Form::Map(_) | Form::Object(_) => Shape::Members,
    }
}
