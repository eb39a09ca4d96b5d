//! The stages one by one, each with the types it takes and gives, for the documentation of the crate.
//!
//! Not for other use: only [`Generator`](crate::Generator) is stable. Each function is the stage of that name, and the
//! types show what a stage gives, so that the example at the top of the crate compiles only in the order of the stages.

use std::path::Path;

use crate::document;
use crate::ir;
use crate::load::{self, LoadOptions};
use crate::lower::{self, KeywordCache};
use crate::normalise::{Dialect, Keywords, TypeSet};
use crate::plan::{PlanOptions, RuntimeSource};
use crate::problem::Problems;
use crate::write::{Change, Mode};

/// A loaded document.
#[derive(Debug)]
pub struct Document {
    document: document::Document,
    dialect: Dialect,
    problems: Problems,
}

/// A node of a document.
#[derive(Clone, Copy, Debug)]
pub struct Node(document::NodeId);

/// The operations and schemas of a document, in OpenAPI's words.
#[derive(Debug)]
pub struct Api(ir::Api);

/// The identifiers of an [`Api`].
#[derive(Debug)]
pub struct Names(crate::name::Names);

/// Every Rust decision.
#[derive(Debug)]
pub struct Plan(crate::plan::Plan);

/// Source files.
#[derive(Debug)]
pub struct Files(Vec<(String, String)>);

/// Loads a document from its text; `None` where it is not an OpenAPI description.
#[must_use]
pub fn load(text: &str) -> Option<Document> {
    let problems = Problems::default();
    let options = LoadOptions::default();
    let document = load::load_text("api.yaml", text.to_owned(), &options, &problems).ok()?;
    let dialect = Dialect::of(&document)?;
    Some(Document { document, dialect, problems })
}

/// Resolves a reference in the document.
#[must_use]
pub fn resolve(document: &Document, reference: &str) -> Option<Node> {
    let Document { document, problems, .. } = document;
    let resolver = crate::resolve::Resolver::new(document, problems);
    let found = resolver.locate(document.root()?, reference).ok()?;
    resolver.follow(found).map(Node)
}

/// Normalises a schema and shows its set of types in JSON Schema 2020-12.
#[must_use]
pub fn normalise(document: &Document, node: Node) -> String {
    let Document { document, dialect, problems } = document;
    let keywords = Keywords::read(document, *dialect, problems, node.0);
    let types = keywords.shape.types.unwrap_or(TypeSet::EMPTY);
    let null = if keywords.nullable { TypeSet::NULL } else { TypeSet::EMPTY };
    format!("{:?}", types.or(null))
}

/// Audits the document, and returns the codes of its problems so far.
#[must_use]
pub fn audit(document: &Document) -> Vec<&'static str> {
    let known = KeywordCache::default();
    let Document { document, dialect, problems } = document;
    let resolver = crate::resolve::Resolver::new(document, problems);
    crate::audit::audit(lower::Context {
        document,
        resolver: &resolver,
        problems,
        dialect: *dialect,
        known: &known,
    });
    problems.codes()
}

/// Lowers a document to its operations and schemas.
#[must_use]
pub fn lower(document: &Document) -> Api {
    let Document { document, dialect, problems } = document;
    let resolver = crate::resolve::Resolver::new(document, problems);
    let known = KeywordCache::default();
    Api(lower::lower(lower::Context {
        document,
        resolver: &resolver,
        problems,
        dialect: *dialect,
        known: &known,
    }))
}

/// Selects the operations that are named, and the schemas they reach.
#[must_use]
pub fn select(document: &Document, api: Api, include: &[&str]) -> Api {
    let Document { document, problems, .. } = document;
    let Api(mut api) = api;
    let include: Vec<String> = include.iter().map(|what| (*what).to_owned()).collect();
    crate::select::select(&mut api, &include, document.root().unwrap_or_default(), problems);
    Api(api)
}

/// Names everything in an API.
#[must_use]
pub fn name(document: &Document, api: &Api) -> Names {
    Names(crate::name::name(&api.0, false, &document.problems))
}

/// Plans the Rust of an API.
#[must_use]
pub fn plan(document: &Document, api: &Api, names: &Names) -> Plan {
    let options = PlanOptions {
        features: false,
        is_module: true,
        crate_name: None,
        exact_numbers: false,
        runtime: RuntimeSource::default(),
    };
    Plan(crate::plan::plan(&api.0, &names.0, &options, &document.problems))
}

/// Renders a plan.
#[must_use]
pub fn render(plan: &Plan) -> Files {
    Files(crate::render::render(&plan.0).into_iter().map(|file| (file.path, file.text)).collect())
}

/// Writes the files that differ; `None` where the folder cannot be written.
#[must_use]
pub fn write(folder: &Path, files: &Files) -> Option<Vec<Change>> {
    crate::write::write(folder, &files.0, Mode::Write).ok()
}

impl Document {
    /// The JSON pointer of a node.
    #[must_use]
    pub fn pointer(&self, node: Node) -> String {
        self.document.pointer(node.0)
    }
}

impl Api {
    /// The ids of the operations.
    #[must_use]
    pub fn operations(&self) -> Vec<&str> {
        self.0.operations.iter().filter_map(|operation| operation.id.as_deref()).collect()
    }
}

impl Names {
    /// The names of the methods, in the order of the operations.
    #[must_use]
    pub fn methods(&self) -> Vec<&str> {
        self.0.operations.iter().flatten().map(|names| names.method.as_str()).collect()
    }
}

impl Plan {
    /// The names of the types.
    #[must_use]
    pub fn types(&self) -> Vec<&str> {
        self.0.types.items.iter().map(|item| item.ident.as_str()).collect()
    }
}

impl Files {
    /// The paths of the files.
    #[must_use]
    pub fn paths(&self) -> Vec<&str> {
        self.0.iter().map(|(path, _)| path.as_str()).collect()
    }
}
