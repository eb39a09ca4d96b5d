//! The files of the module `types`.

use proc_macro2::TokenStream;
use quote::quote;

use super::file::{SourceFile, source_file};
use super::item::item;
use super::lints::allows;
use super::type_ref::Module;
use crate::plan::{Item, ItemKind, TypeRef, TypesModule, TypesPart};

/// Every file of the module, `types` itself first.
pub(super) fn types_module(types: &TypesModule) -> Vec<SourceFile> {
    let TypesModule { items, parts } = types;
    let modules = parts.iter().map(|part| {
        let TypesPart { module, feature, items: _ } = part;
        let gate = feature.iter().map(|feature| quote!(#[cfg(feature = #feature)]));
        let gate = quote!(#(#gate)*);
        quote! { #gate mod #module; #gate pub use #module::*; }
    });
    let own = file_items(quote!(#(#modules)*), items, Module::Types);
    let path = if parts.is_empty() { "types.rs" } else { "types/mod.rs" };
    let mut files = vec![source_file(path.to_owned(), own)];
    files.extend(parts.iter().map(|part| {
        let path = format!("types/{}.rs", part.module.as_str());
        source_file(path, file_items(quote!(), &part.items, Module::TypesPart))
    }));
    files
}

/// Items with what they all need: the runtime, and the lints they go against.
fn file_items(modules: TokenStream, items: &[Item], from: Module) -> TokenStream {
    if items.is_empty() {
        return modules;
    }
    let texts = items.iter().map(|one| item(one, from));
    let needs_runtime = items.iter().any(|item| needs_runtime(&item.kind));
    let runtime = needs_runtime.then(|| {
        quote!(
            use callwright_runtime as rt;
        )
    });
    let arguments = |item: &Item| match &item.kind {
        ItemKind::Struct(item) => item.fields.iter().filter(|field| field.asked).count(),
        ItemKind::Sequence(item) => item.items.len(),
        ItemKind::Enumeration(_) | ItemKind::Union(_) | ItemKind::Alias(_) => 0,
    };
    let most = items.iter().map(arguments).max().unwrap_or(0);
    // Records stand boxed in unions, so that no variant is large.
    let allows = allows(most, false);
    let nested = items.iter().any(|item| nesting(&item.kind) > 4);
    let nested = nested.then(|| {
        quote! {
            #![allow(
                clippy::type_complexity,
                reason = "lists and maps nest as deeply as the document has them"
            )]
        }
    });
    quote! { #allows #nested #modules #runtime #(#texts)* }
}

/// How deeply containers nest in the types that an item writes.
fn nesting(kind: &ItemKind) -> usize {
    let of = TypeRef::nesting;
    match kind {
        ItemKind::Struct(item) => {
            let fields = item.fields.iter().map(|field| of(&field.ty));
            fields.chain(item.additional.iter().map(of)).max().unwrap_or(0)
        }
        ItemKind::Enumeration(_) => 0,
        ItemKind::Union(item) => {
            item.variants.iter().map(|variant| of(&variant.ty)).max().unwrap_or(0)
        }
        ItemKind::Sequence(item) => {
            item.items.iter().map(|(ty, _)| of(ty)).chain([of(&item.rest)]).max().unwrap_or(0)
        }
        ItemKind::Alias(ty) => of(ty),
    }
}

/// Whether an item mentions the runtime.
fn needs_runtime(kind: &ItemKind) -> bool {
    match kind {
        ItemKind::Alias(ty) => ty.is_of_runtime(),
        ItemKind::Struct(_)
        | ItemKind::Enumeration(_)
        | ItemKind::Union(_)
        | ItemKind::Sequence(_) => true,
    }
}
