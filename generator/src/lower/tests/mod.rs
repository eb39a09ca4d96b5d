//! Tests of lowering, in a notation short enough to compare by eye.

mod notation;
mod operations;
mod schemas;
mod unions;

use super::{Context, KeywordCache, lower};
use crate::document::Document;
use crate::ir::Api;
use crate::load::{LoadOptions, load_text};
use crate::normalise::Dialect;
use crate::problem::Problems;
use crate::resolve::Resolver;

/// A lowered document, with its problems as `code at pointer`.
struct Lowered {
    document: Document,
    api: Api,
    problems: Vec<String>,
}

fn lowered(text: &str) -> Lowered {
    let problems = Problems::default();
    let document =
        load_text("api.yaml", text.to_owned(), &LoadOptions::default(), &problems).unwrap();
    let api = {
        let resolver = Resolver::new(&document, &problems);
        let dialect = Dialect::of(&document).unwrap();
        let (document, resolver, problems) = (&document, &resolver, &problems);
        let known = &KeywordCache::default();
        lower(Context { document, resolver, problems, dialect, known })
    };
    let problems = problems
        .into_vec()
        .into_iter()
        .map(|problem| format!("{} at {}", problem.kind.code(), document.pointer(problem.node)))
        .collect();
    Lowered { document, api, problems }
}

/// The named schemas of a document with these `components/schemas`, in notation.
fn schemas(version: &str, components: &str) -> Lowered {
    let indented: String = components.lines().map(|line| format!("    {line}\n")).collect();
    lowered(&format!(
        "openapi: {version}\ninfo: {{title: t, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{indented}"
    ))
}

impl Lowered {
    /// The named schema at `index`, in notation.
    fn shown(&self, name: &str) -> String {
        let root = self.api.roots.iter().copied().find(|root| {
            self.document.pointer(self.api.schemas[*root].origin).ends_with(&format!("/{name}"))
        });
        notation::show(&self.api.schemas, root.unwrap())
    }
}
