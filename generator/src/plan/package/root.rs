//! The root of a crate, or of a module that another crate includes.

use super::client::Client;
use super::guide::guide;
use super::quick_start::{QuickStart, quick_start};
use crate::ir;
use crate::name::Ident;
use crate::plan::docs::Docs;
use crate::plan::operations::OperationModule;
use crate::plan::options::PlanOptions;

/// The contents of the entry file.
#[derive(Debug, Default)]
pub(crate) struct Root {
    /// An included file has no inner documentation, which the compiler rejects there.
    pub(crate) is_included: bool,
    pub(crate) docs: Docs,
    /// The program in the documentation.
    pub(crate) quick_start: Option<QuickStart>,
    /// The documentation after the program.
    pub(crate) more_docs: Docs,
    pub(crate) modules: Vec<RootModule>,
    /// Types of `client` that the root re-exports, besides the client and its builder.
    pub(crate) client_items: Vec<Ident>,
    /// The signature algorithms whose keys the root re-exports. None in an included file, since the
    /// including crate's manifest determines the runtime's features.
    pub(crate) signers: Vec<String>,
}

#[derive(Debug)]
pub(crate) struct RootModule {
    pub(crate) ident: Ident,
    /// The module's Cargo feature.
    pub(crate) feature: Option<String>,
}

impl Root {
    /// The name of the entry file.
    pub(crate) fn file(&self) -> String {
        if self.is_included { "mod.rs".to_owned() } else { "lib.rs".to_owned() }
    }
}

pub(crate) fn root(
    api: &ir::Api,
    options: &PlanOptions,
    operations: &[OperationModule],
    client: &Client,
) -> Root {
    let modules = operations
        .iter()
        .map(|module| RootModule { ident: module.ident.clone(), feature: module.feature.clone() });
    let items = client.variables.iter().filter_map(|variable| variable.item.as_ref());
    Root {
        is_included: options.is_module,
        docs: if options.is_module { Docs::default() } else { crate_docs(api) },
        quick_start: quick_start(api, operations, client),
        more_docs: if options.is_module { Docs::default() } else { guide(client) },
        modules: modules.collect(),
        client_items: items.map(|item| item.ident.clone()).collect(),
        signers: if options.is_module { Vec::new() } else { client.signers() },
    }
}

/// The front page: the document's description, and how to begin.
fn crate_docs(api: &ir::Api) -> Docs {
    let info = &api.info;
    let mut docs = Docs(format!("Client of {}.", Docs::text(&info.title).first_paragraph()));
    if !info.version.is_empty() {
        docs.append(&Docs::code_sentence("Version of the document:", &info.version));
    }
    docs.paragraph(info.summary.as_deref().unwrap_or_default());
    docs.paragraph(info.description.as_deref().unwrap_or_default());
    docs.list("About the API", &about(info));
    docs.append(&Docs::sentence(USE));
    docs
}

/// The document's contact, licence and links.
fn about(info: &ir::Info) -> Vec<(String, Docs)> {
    let facts = [
        ("Documentation", &info.external_docs),
        ("Contact", &info.contact),
        ("Terms of service", &info.terms_of_service),
        ("Licence of the document", &info.license),
    ];
    let known = facts.into_iter().filter_map(|(what, text)| Some((what, text.as_deref()?)));
    known.map(|(what, text)| (what.to_owned(), Docs::text(text))).collect()
}

/// The use of any generated client.
const USE: &str = "\
# Usage

[`Client::builder`] takes the settings that all calls share, such as credentials, and builds a
[`Client`]. Each operation is a method that returns a request builder: await it, or send it with
[`SendBlocking::send_blocking`]. On success it returns a [`Response`], which derefs to the documented
result; on failure an [`Error`] with the documented error, the status, and the reason.";
