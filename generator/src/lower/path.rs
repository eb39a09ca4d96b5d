//! Path templates.

use super::Context;
use super::schema::Lowerer;
use crate::document::NodeId;
use crate::ir::{
    Docs, Form, Parameter, ParameterEncoding, ParameterLocation, PathSegment, PathStyle, Place,
    StringFormat,
};
use crate::problem::ProblemKind;

/// A parsed template.
pub(super) struct Template {
    /// The template as sent: without its fragment.
    pub(super) path: String,
    pub(super) segments: Vec<PathSegment>,
}

/// Parses the template and reconciles it with the path parameters: an undeclared one is added as a
/// string, an unused one is dropped, and both are reported. `place` is the template's path item,
/// `origin` the operation.
pub(super) fn template(
    context: Context<'_>,
    lowerer: &mut Lowerer<'_>,
    (written, place): (&str, NodeId),
    origin: NodeId,
    parameters: &mut Vec<Parameter>,
) -> Template {
    // Some documents distinguish operations on one path by a fragment, which HTTP does not send.
    let (path, fragment) =
        written.split_once('#').map_or((written, None), |(path, fragment)| (path, Some(fragment)));
    if let Some(fragment) = fragment {
        context
            .problems
            .report(origin, ProblemKind::PathFragment { fragment: fragment.to_owned() });
    }
    let path = sendable(context, path, place);
    let pieces = pieces(&path);
    let names: Vec<&str> =
        pieces.iter().filter(|(_, parameter)| *parameter).map(|(name, _)| *name).collect();
    parameters.retain(|parameter| {
        let unused = matches!(parameter.location, ParameterLocation::Path(_))
            && !names.contains(&parameter.name.as_str());
        if unused {
            let problem = ProblemKind::UnusedPathParameter {
                name: parameter.name.clone(),
                path: path.clone(),
            };
            context.problems.report(parameter.origin, problem);
        }
        !unused
    });
    let mut segments = Vec::new();
    for (text, is_parameter) in pieces {
        if !is_parameter {
            segments.push(PathSegment::Literal(text.to_owned()));
            continue;
        }
        let of_path = |parameter: &Parameter| {
            matches!(parameter.location, ParameterLocation::Path(_)) && parameter.name == text
        };
        let index = parameters.iter().position(of_path).unwrap_or_else(|| {
            context.problems.report(
                origin,
                ProblemKind::UndeclaredPathParameter { name: text.to_owned(), path: path.clone() },
            );
            parameters.push(undeclared(lowerer, text, origin));
            parameters.len() - 1
        });
        segments.push(PathSegment::Parameter(index));
    }
    Template { path, segments }
}

/// The path as it can be sent: it begins with `/`, has braces only around variables, and no RFC
/// 6570 operators. Changes are reported, and so are dot segments.
fn sendable(context: Context<'_>, written: &str, place: NodeId) -> String {
    let report = |reason| {
        let problem = ProblemKind::MalformedPath { path: written.to_owned(), reason };
        context.problems.report(place, problem);
    };
    if !written.starts_with('/') {
        report("does not begin with `/`");
    } else if written.starts_with("//") {
        report("begins with more than one `/`");
    }
    let mut path = format!("/{}", written.trim_start_matches('/'));
    let of_query = |name: &str| name.starts_with(['?', '&']);
    if pieces(&path).iter().any(|(name, is_variable)| *is_variable && of_query(name)) {
        report("has a query in braces, which belongs into parameters");
    }
    let is_literal_brace =
        |(text, is_variable): &(&str, bool)| !is_variable && text.contains(['{', '}']);
    if pieces(&path).iter().any(is_literal_brace) {
        report("has a brace that is no part of a variable `{name}`");
    }
    path = pieces(&path)
        .into_iter()
        .map(|(text, is_variable)| match is_variable {
            true if of_query(text) => String::new(),
            true => format!("{{{text}}}"),
            false => text.replace('{', "%7B").replace('}', "%7D"),
        })
        .collect();
    let before_query = path.split('?').next().unwrap_or_default();
    if before_query.split('/').any(|segment| matches!(segment, "." | "..")) {
        report("has a segment `.` or `..`, which a URL folds away");
    }
    path
}

/// Literal text and parameter names, in order. An unmatched brace is literal.
fn pieces(path: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut literal = 0;
    let mut from = 0;
    while let Some(open) = path[from..].find('{').map(|at| from + at) {
        let inside = &path[open + 1..];
        let name = inside.split(['}', '{', '/']).next().unwrap_or_default();
        from = open + 1 + name.len();
        if name.is_empty() || !inside[name.len()..].starts_with('}') {
            continue;
        }
        if literal < open {
            pieces.push((&path[literal..open], false));
        }
        pieces.push((name, true));
        from += 1;
        literal = from;
    }
    if literal < path.len() {
        pieces.push((&path[literal..], false));
    }
    pieces
}

fn undeclared(lowerer: &mut Lowerer<'_>, name: &str, origin: NodeId) -> Parameter {
    let place = Place::Node(origin);
    Parameter {
        origin,
        name: name.to_owned(),
        rust_name: None,
        docs: Docs::default(),
        required: true,
        on_client: false,
        location: ParameterLocation::Path(ParameterEncoding::Style {
            style: PathStyle::Simple,
            explode: false,
            allow_reserved: false,
        }),
        allow_empty: false,
        encoding: Vec::new(),
        schema: lowerer.push(origin, place, Form::String(StringFormat::Text)),
    }
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn a_template_is_literals_and_names() {
        let expected = [
            ("/v1/", false),
            ("project_id", true),
            ("/instances/", false),
            ("id", true),
            (":start", false),
        ];
        assert_eq!(pieces("/v1/{project_id}/instances/{id}:start"), expected);
    }

    #[test]
    fn a_brace_without_partner_is_literal() {
        assert_eq!(pieces("/a{b"), [("/a{b", false)]);
        assert_eq!(pieces("/a{}b"), [("/a{}b", false)]);
        assert_eq!(pieces("/a{b/{c}"), [("/a{b/", false), ("c", true)]);
    }
}
