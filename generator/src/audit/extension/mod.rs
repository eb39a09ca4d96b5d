//! Extensions that cannot be meant as they are written.

mod known;

use known::{EXTENSIONS, Extension, ExtensionValue, OWN};

use super::finding::Findings;
use crate::closest::closest;
use crate::collections::HashMap;
use crate::document::{Document, Kind, NodeId};
use crate::level;
use crate::lower::Context;
use crate::problem::{CODES, ProblemKind, severity_of};
use crate::specification::Object;

/// The extensions of one document.
pub(super) struct Extensions<'d> {
    context: Context<'d>,
    /// The meaning of each name that occurs; most occur many times.
    named: HashMap<&'d str, Named>,
}

/// An extension as its name tells it.
#[derive(Clone, Copy, Debug)]
enum Named {
    Read(&'static Extension),
    /// An extension that is read is likely to be meant.
    Close(&'static str),
    /// A name of callwright's own that has no meaning.
    Missing,
    /// An extension of another tool.
    Foreign,
}

impl<'d> Extensions<'d> {
    pub(super) fn new(context: Context<'d>) -> Self {
        Self { context, named: HashMap::default() }
    }

    /// Reports an extension of an object where it has no meaning.
    pub(super) fn check(
        &mut self,
        findings: &Findings<'_>,
        (holder, object): (NodeId, Object),
        name: &'d str,
        node: NodeId,
    ) {
        match *self.named.entry(name).or_insert_with(|| named(name)) {
            Named::Foreign => {}
            Named::Close(instead) => self.unknown(name, format!("write `{instead}`"), node),
            Named::Missing => {
                let own = EXTENSIONS.iter().map(|extension| extension.name);
                let own = listed(own.filter(|name| name.starts_with(OWN)));
                self.unknown(name, format!("the extensions are {own}"), node);
            }
            Named::Read(extension) => {
                self.place(extension, (holder, object), node);
                self.value(findings, extension, node);
            }
        }
    }

    fn unknown(&self, name: &str, help: String, node: NodeId) {
        let problem = ProblemKind::UnknownExtension { name: name.into(), help: help.into() };
        self.context.problems.report(node, problem);
    }

    /// Reports an extension in an object that it says nothing about.
    fn place(&self, extension: &Extension, (holder, object): (NodeId, Object), node: NodeId) {
        let belongs = extension.objects.is_empty() || extension.objects.contains(&object);
        let names_values = extension.name.starts_with("x-enum");
        let (object, owners) = if !belongs && extension.name.starts_with(OWN) {
            (object.name(), Object::one_of(extension.objects))
        } else if belongs && names_values && self.context.document.get(holder, "enum").is_none() {
            ("a schema without `enum`", "a schema with `enum`".to_owned())
        } else {
            return;
        };
        let (name, owners) = (extension.name, owners.into());
        let problem = ProblemKind::MisplacedExtension { name, object, owners };
        self.context.problems.report(node, problem);
    }

    fn value(&self, findings: &Findings<'_>, extension: &Extension, node: NodeId) {
        let document = self.context.document;
        let report = |node, value: &str, expected: String| {
            let (value, expected) = (value.into(), expected.into());
            let problem =
                ProblemKind::UnknownExtensionValue { name: extension.name, value, expected };
            self.context.problems.report(node, problem);
        };
        match extension.value {
            ExtensionValue::Any => {}
            ExtensionValue::Codes => {
                for code in codes(document, node) {
                    let text = document.text(code).unwrap_or_default();
                    if level::fault(text).is_some() {
                        let near =
                            closest(text, CODES.iter().copied()).map(|code| format!("`{code}`"));
                        let near = near.filter(|_| severity_of(text).is_none());
                        let expected = "the code of a warning or a note".to_owned();
                        report(code, &self.context.compact(code), near.unwrap_or(expected));
                    }
                }
            }
            ExtensionValue::Flag => findings.flag(extension.name, node),
            ExtensionValue::OneOf(known) => {
                if !document.text(node).is_some_and(|text| known.contains(&text)) {
                    report(node, &self.context.compact(node), listed(known.iter().copied()));
                }
            }
            ExtensionValue::Members(known) => {
                for (name, child) in document.members(node) {
                    if !known.contains(&name) {
                        report(child, name, listed(known.iter().copied()));
                    }
                }
            }
        }
    }
}

/// The codes of a list, or the only one.
fn codes(document: &Document, node: NodeId) -> Vec<NodeId> {
    match document.kind(node) {
        Kind::Array(items) => items.clone(),
        Kind::Null | Kind::Boolean(_) | Kind::Number(_) | Kind::String(_) | Kind::Object(_) => {
            vec![node]
        }
    }
}

fn named(name: &str) -> Named {
    if let Some(read) = EXTENSIONS.iter().find(|extension| extension.name == name) {
        return Named::Read(read);
    }
    match closest(name, EXTENSIONS.iter().map(|extension| extension.name)) {
        Some(instead) => Named::Close(instead),
        None if name.starts_with(OWN) => Named::Missing,
        None => Named::Foreign,
    }
}

/// `` `a`, `b` ``.
fn listed(names: impl Iterator<Item = &'static str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<String>>().join(", ")
}
