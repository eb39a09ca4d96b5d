//! Examples in the documentation of operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::type_ref::{Module, type_ref};
use crate::name::{Case, Ident};
use crate::plan::{Docs, Example, Sample};

/// The section of a method's documentation that shows a call of it.
pub(super) fn example(example: &Example, accessor: Option<&Ident>, method: &Ident) -> Docs {
    let Example { crate_name, types, given, arguments } = example;
    let mut text = String::from("\n# Examples\n\n```no_run\n");
    if !types.is_empty() {
        let path = crate_path(crate_name);
        text.push_str(&items(quote!(use #path::types::{#(#types),*};)));
        text.push('\n');
    }
    let mut hidden = |line: &str| {
        text.push_str("# ");
        text.push_str(line);
        text.push('\n');
    };
    // Paths in full: the document decides over the names of types.
    let mut parameters = format!("client: &{crate_name}::Client");
    if !given.is_empty() {
        hidden(&format!("use {crate_name}::{{runtime as rt, types}};"));
        for (ident, ty) in given {
            parameters.push_str(&format!(", {ident}: {}", type_ref(ty, Module::Root)));
        }
    }
    hidden(&format!(
        "async fn example({parameters}) -> std::result::Result<(), Box<dyn std::error::Error>> {{"
    ));
    let accessor = accessor.map(|accessor| quote!(.#accessor()));
    let arguments = arguments.iter().map(sample);
    text.push_str(&statements(quote! {
        let response = client #accessor.#method(#(#arguments),*).await?;
    }));
    text.push_str("# Ok(())\n# }\n```");
    Docs(text)
}

/// What programs call the crate, as a path.
pub(super) fn crate_path(name: &str) -> Ident {
    Ident::pinned(Case::Snake, name)
}

pub(super) fn sample(value: &Sample) -> TokenStream {
    match value {
        Sample::Text { text, owned: false } => quote!(#text),
        Sample::Text { text, owned: true } => quote!(#text.to_owned()),
        Sample::Bool => quote!(true),
        Sample::Integer => quote!(1),
        Sample::Float => quote!(1.0),
        Sample::Variant { item, variant } => quote!(#item::#variant),
        Sample::New { item, arguments, set } => {
            let arguments = arguments.iter().map(sample);
            let set = set.as_ref().map(|(ident, value)| {
                let value = sample(value);
                quote!(.#ident(#value))
            });
            quote!(#item::new(#(#arguments),*) #set)
        }
        Sample::List(item) => {
            let item = sample(item);
            quote!(vec![#item])
        }
        Sample::Given(ident) => quote!(#ident),
    }
}

/// Items, laid out; empty if they do not parse, which would be a defect of callwright.
pub(super) fn items(tokens: TokenStream) -> String {
    syn::parse2(tokens).map(|file| prettyplease::unparse(&file)).unwrap_or_default()
}

/// Statements, laid out as those of a function and moved to the margin.
pub(super) fn statements(tokens: TokenStream) -> String {
    let function = items(quote!(fn example() { #tokens }));
    let lines = function.lines().skip(1);
    let inside = lines.take_while(|line| *line != "}");
    inside.map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line))).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::example;
    use crate::name::Ident;
    use crate::plan::{Example, Sample, TypeRef};

    #[test]
    fn a_call_is_shown_with_what_it_needs() {
        let cat = Ident::pascal("Cat");
        let name = Sample::Text { text: "name".to_owned(), owned: false };
        let rendered = example(
            &Example {
                crate_name: "pet_store".to_owned(),
                types: BTreeSet::from([cat.clone()]),
                given: vec![(Ident::snake("since"), TypeRef::Date)],
                arguments: vec![
                    Sample::Given(Ident::snake("since")),
                    Sample::New { item: cat, arguments: vec![name], set: None },
                ],
            },
            Some(&Ident::snake("pets")),
            &Ident::snake("add_pet"),
        );
        assert_eq!(
            rendered.0.lines().collect::<Vec<_>>(),
            [
                "",
                "# Examples",
                "",
                "```no_run",
                "use pet_store::types::Cat;",
                "",
                "# use pet_store::{runtime as rt, types};",
                "# async fn example(client: &pet_store::Client, since: rt :: Date) -> std::result::Result<(), Box<dyn std::error::Error>> {",
                "let response = client.pets().add_pet(since, Cat::new(\"name\")).await?;",
                "# Ok(())",
                "# }",
                "```",
            ]
        );
    }
}
