//! Combinations that only show once every schema has its form.

use super::Context;
use crate::ir::{Api, Form, ParameterEncoding, ParameterLocation, QueryStyle, SchemaId};
use crate::problem::Fault;

/// Reports styles that say nothing about values of the parameter's type.
pub(super) fn check(context: Context<'_>, api: &Api) {
    let parameters = api.operations.iter().flat_map(|operation| &operation.parameters);
    for parameter in parameters {
        let ParameterLocation::Query(ParameterEncoding::Style { style, .. }) = &parameter.location
        else {
            continue;
        };
        let shape = shape(api, parameter.schema);
        let (name, meaningless) = match style {
            QueryStyle::Form => ("form", false),
            QueryStyle::SpaceDelimited => ("spaceDelimited", shape == Shape::Single),
            QueryStyle::PipeDelimited => ("pipeDelimited", shape == Shape::Single),
            QueryStyle::TabDelimited => ("tsv", shape == Shape::Single),
            QueryStyle::DeepObject => ("deepObject", matches!(shape, Shape::Single | Shape::Items)),
        };
        if meaningless {
            let fault = Fault::MeaninglessStyle {
                name: parameter.name.clone(),
                style: name,
                shape: shape.words(),
            };
            context.problems.report(parameter.origin, fault);
        }
    }
}

/// What the styles tell apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Single,
    Items,
    Members,
    /// Decided by the value.
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
