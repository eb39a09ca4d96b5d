//! Parts that the specification requires.

use crate::closest::closest;
use crate::document::{Kind, NodeId};
use crate::lower::Context;
use crate::problem::ProblemKind;
use crate::specification::{Lists, Object};

/// Reports the members that an object must have and does not have.
pub(super) fn check(context: Context<'_>, lists: &Lists, object: Object, node: NodeId) {
    for name in lists.required(object) {
        require(context, object, name, node);
    }
    if object == Object::SecurityScheme {
        for name in of_security_scheme(context.document.get_text(node, "type")) {
            require(context, object, name, node);
        }
    }
}

/// The members that a security scheme of a type must have (Security Scheme Object, fixed fields).
fn of_security_scheme(kind: Option<&str>) -> &'static [&'static str] {
    match kind {
        Some("apiKey") => &["name", "in"],
        Some("http") => &["scheme"],
        Some("openIdConnect") => &["openIdConnectUrl"],
        _ => &[],
    }
}

fn require(context: Context<'_>, object: Object, name: &'static str, node: NodeId) {
    let document = context.document;
    let is_given =
        document.get(node, name).is_some_and(|member| *document.kind(member) != Kind::Null);
    // A slip in the name is reported already.
    if !is_given && !document.members(node).any(|(own, _)| closest(own, [name]).is_some()) {
        let effect = effect(object, name);
        let problem = ProblemKind::MissingMember { name, object: object.name(), effect };
        context.problems.report(node, problem);
    }
}

/// The consequence of a missing required member.
fn effect(object: Object, name: &str) -> &'static str {
    match (object, name) {
        (Object::Root, "paths") => "the client has no operations",
        (Object::License, _) => "`info` is read without its contact and license",
        (Object::Parameter, _) => "the parameter is left out",
        (Object::SecurityScheme, _) => "the scheme is left out",
        (Object::Server, _) => "the server is left out",
        (Object::ServerVariable, _) => {
            "its first value takes its place, or else the program has to give a value"
        }
        (Object::Tag, _) => {
            "the tag is left out, and operations that name it have one without description"
        }
        (Object::RequestBody, _) => "the operation is sent without a body",
        (Object::Operation, _) => "no answer of the operation has a type",
        _ => "the rest is read",
    }
}
