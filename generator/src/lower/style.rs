//! The styles that each location permits.

use super::Context;
use crate::document::NodeId;
use crate::ir::{CookieStyle, PathStyle, QueryStyle};
use crate::normalise::Dialect;
use crate::problem::ProblemKind;

/// The style of a path parameter, which by default does not explode.
pub(super) fn in_path(
    context: Context<'_>,
    origin: NodeId,
    style: Option<&str>,
) -> (PathStyle, bool) {
    let style = match style {
        None | Some("simple" | "csv") => PathStyle::Simple,
        Some("label") => PathStyle::Label,
        Some("matrix") => PathStyle::Matrix,
        Some(other) => {
            unsupported(context, origin, other, "a path parameter", "simple");
            PathStyle::Simple
        }
    };
    (style, false)
}

/// The style of a query parameter, and whether it explodes by default.
pub(super) fn in_query(
    context: Context<'_>,
    origin: NodeId,
    style: Option<&str>,
) -> (QueryStyle, bool) {
    let swagger = context.document.get(origin, "collectionFormat").is_some()
        || context.document.get(origin, "schema").is_none();
    match style {
        // Swagger 2.0 joins with commas by default; `OpenAPI` 3 repeats the name.
        None => (QueryStyle::Form, !(swagger && context.dialect == Dialect::Swagger20)),
        Some("form" | "multi") => (QueryStyle::Form, true),
        Some("csv") => (QueryStyle::Form, false),
        Some("ssv" | "spaceDelimited") => (QueryStyle::SpaceDelimited, false),
        Some("pipes" | "pipeDelimited") => (QueryStyle::PipeDelimited, false),
        Some("tsv") => (QueryStyle::TabDelimited, false),
        Some("deepObject") => (QueryStyle::DeepObject, true),
        Some(other) => {
            unsupported(context, origin, other, "a query parameter", "form");
            (QueryStyle::Form, true)
        }
    }
}

/// Headers are always `simple`.
pub(super) fn in_header(context: Context<'_>, origin: NodeId, style: Option<&str>) -> ((), bool) {
    match style {
        None | Some("simple" | "csv") => {}
        Some(other) => unsupported(context, origin, other, "a header", "simple"),
    }
    ((), false)
}

/// The style of a cookie, and whether it explodes by default.
pub(super) fn in_cookie(
    context: Context<'_>,
    origin: NodeId,
    style: Option<&str>,
) -> (CookieStyle, bool) {
    let style = match style {
        None | Some("form") => CookieStyle::Form,
        Some("cookie") => CookieStyle::Cookie,
        Some(other) => {
            unsupported(context, origin, other, "a cookie", "form");
            CookieStyle::Form
        }
    };
    (style, true)
}

fn unsupported(
    context: Context<'_>,
    origin: NodeId,
    style: &str,
    location: &'static str,
    instead: &'static str,
) {
    context.problems.report(
        origin,
        ProblemKind::UnsupportedStyle { style: style.to_owned(), location, instead },
    );
}
