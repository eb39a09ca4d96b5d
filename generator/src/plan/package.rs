//! The package around the sources.

use super::operation::OperationModule;
use super::rustdoc::Docs;
use super::version::semantic_version;
use super::{Client, PlanOptions, RuntimeSource};
use crate::ir;
use crate::name::Ident;

/// Up to this many operations all tags are default features: a document of that size still compiles
/// in seconds.
const SMALL: usize = 1000;

/// What the manifest and the README say.
#[derive(Debug, Default)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) title: String,
    pub(crate) description: Docs,
    /// A Cargo feature for each tag, with the tag.
    pub(crate) features: Vec<String>,
    /// Whether the features of tags are default features.
    pub(crate) all_by_default: bool,
    pub(crate) runtime: RuntimeSource,
    /// The kinds of signature that the runtime has to be able to make.
    pub(crate) signers: Vec<String>,
}

impl Package {
    /// What programs call the crate.
    pub(crate) fn crate_name(&self) -> String {
        self.name.replace('-', "_")
    }
}

pub(super) fn package(
    api: &ir::Api,
    options: &PlanOptions,
    modules: &[OperationModule],
    client: &Client,
) -> Package {
    let name = given_name(api, options).unwrap_or_else(|| package_name(&api.info.title));
    let features = modules.iter().filter_map(|module| module.feature.clone()).collect();
    let mut description = Docs::text(api.info.summary.as_deref().unwrap_or_default());
    description.paragraph(api.info.description.as_deref().unwrap_or_default());
    Package {
        name,
        version: semantic_version(&api.info.version),
        title: Docs::text(&api.info.title).first_paragraph(),
        description,
        features,
        all_by_default: api.operations.len() <= SMALL,
        runtime: options.runtime.clone(),
        signers: client.signers(),
    }
}

/// The name that the person who generates gave, or the document: not one that is made up.
pub(super) fn given_name(api: &ir::Api, options: &PlanOptions) -> Option<String> {
    let pinned = api.info.crate_name.as_deref().map(package_name);
    options.crate_name.clone().or(pinned)
}

/// A name that Cargo takes, from the title of a document.
pub(super) fn package_name(title: &str) -> String {
    let words = Ident::snake(title).as_str().replace('_', "-");
    let ascii: String =
        words.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(56).collect();
    let name = ascii.trim_matches('-');
    let begins = !title.trim().is_empty() && name.starts_with(|c: char| c.is_ascii_alphabetic());
    if !begins {
        return "api-client".to_owned();
    }
    if is_taken(name) { format!("{name}-client") } else { name.to_owned() }
}

/// Names of packages or crates that mean something else: keywords, and what every build knows.
fn is_taken(name: &str) -> bool {
    let known =
        ["alloc", "api", "callwright-runtime", "core", "proc-macro", "std", "test", "client"];
    known.contains(&name) || syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_err()
}

#[cfg(test)]
mod tests {
    use super::package_name;

    #[test]
    fn titles_become_package_names() {
        let cases = [
            ("Swagger Petstore - OpenAPI 3.0", "swagger-petstore-open-api-3-0"),
            ("ModelArts", "model-arts"),
            ("", "api-client"),
            ("3D", "n3d"),
            ("Test", "test-client"),
            ("type", "type-client"),
        ];
        for (title, name) in cases {
            assert_eq!(package_name(title), name, "{title}");
        }
    }
}
