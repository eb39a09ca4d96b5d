//! The pipeline from a loaded document to the files of a client.

#[cfg(test)]
mod tests;

use crate::audit::audit;
use crate::bindings::bindings;
use crate::document::Document;
use crate::ir::{AnyReason, Form};
#[cfg(feature = "cli")]
use crate::listing::Listing;
use crate::lower::{Context, KeywordCache, lower};
use crate::name::name;
use crate::normalise::Dialect;
use crate::options::{Layout, Options};
use crate::plan::{PlanOptions, RuntimeSource, plan};
use crate::problem::{ProblemKind, Problems};
use crate::render::{manifest, readme, render};
use crate::resolve::Resolver;
use crate::select::{Scope, select};

/// The generated files, before they are written.
#[derive(Debug, Default)]
pub(crate) struct Compiled {
    /// Paths below the output folder, with `/`, and contents.
    pub(crate) files: Vec<(String, String)>,
    /// The bindings as JSON, if requested.
    pub(crate) bindings: Option<String>,
    /// The schemas typed as any JSON value although the document is more specific.
    pub(crate) untyped: usize,
    /// The part of the document that the kept operations consist of, if some are left out.
    pub(crate) scope: Option<Scope>,
}

/// Generates the client of a document; unsupported parts are reported, and affect only their own
/// place.
pub(crate) fn compile(document: &Document, options: &Options, problems: &Problems) -> Compiled {
    let Some(dialect) = Dialect::of(document) else {
        if let Some(root) = document.root() {
            problems.report(root, ProblemKind::NotOpenApi);
        }
        return Compiled::default();
    };
    if let Some((node, version, instead)) = Dialect::unknown_version(document) {
        problems.report(node, ProblemKind::UnknownVersion { version, instead });
    }
    let resolver = Resolver::new(document, problems);
    let known = KeywordCache::default();
    let context = Context { document, resolver: &resolver, problems, dialect, known: &known };
    audit(context);
    let mut api = lower(context);
    let root = document.root().unwrap_or_default();
    let is_whole = select(&mut api, &options.include, root, problems);
    let scope = (!is_whole).then(|| Scope::of(document, &resolver, &api));
    let names = name(&api, options.tag_in_methods, problems);
    let plan_options = PlanOptions {
        features: options.layout == Layout::Crate,
        is_module: options.layout == Layout::Module,
        crate_name: options.crate_name.clone(),
        exact_numbers: options.exact_numbers,
        runtime: runtime_source(options),
    };
    let plan = plan(&api, &names, &plan_options, problems);
    let sources = render(&plan);
    let folder = if options.layout == Layout::Module { "" } else { "src/" };
    let files = sources.into_iter().map(|file| (format!("{folder}{}", file.path), file.text));
    let mut files: Vec<(String, String)> = files.collect();
    if options.layout == Layout::Crate {
        files.push(("Cargo.toml".to_owned(), manifest(&plan.package)));
        files.push(("README.md".to_owned(), readme(&plan.package)));
    }
    let untyped = api
        .schemas
        .ids()
        .filter(|id| matches!(api.schemas[*id].form, Form::Any(AnyReason::Unsupported)));
    let bindings = options.bindings.then(|| bindings(&api, &names, document, &plan));
    Compiled { files, bindings, untyped: untyped.count(), scope }
}

/// The parts of a document that can be selected; `None` if it is not an OpenAPI description.
#[cfg(feature = "cli")]
pub(crate) fn list(document: &Document, options: &Options, problems: &Problems) -> Option<Listing> {
    let root = document.root()?;
    let Some(dialect) = Dialect::of(document) else {
        problems.report(root, ProblemKind::NotOpenApi);
        return None;
    };
    let resolver = Resolver::new(document, problems);
    let known = KeywordCache::default();
    let mut api =
        lower(Context { document, resolver: &resolver, problems, dialect, known: &known });
    let mut listing = Listing::of(&api, document);
    select(&mut api, &options.include, root, problems);
    listing.mark(&api, document);
    Some(listing)
}

/// Paths are written with `/`, which every system accepts.
fn runtime_source(options: &Options) -> RuntimeSource {
    let Some(path) = &options.runtime_path else { return RuntimeSource::default() };
    let mut text = path.display().to_string();
    if path.is_relative() {
        text = text.replace(std::path::MAIN_SEPARATOR, "/");
    }
    RuntimeSource::Folder(text)
}
