//! The name of the package.

use crate::ir;
use crate::name::Ident;
use crate::plan::options::PlanOptions;

/// The name chosen by the user or in the document, if any.
pub(crate) fn given_name(api: &ir::Api, options: &PlanOptions) -> Option<String> {
    let pinned = api.info.crate_name.as_deref().map(package_name);
    options.crate_name.clone().or(pinned)
}

/// A valid package name from the title of a document.
pub(crate) fn package_name(title: &str) -> String {
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

/// Reserved names of packages and crates: keywords, and names known to every build.
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
