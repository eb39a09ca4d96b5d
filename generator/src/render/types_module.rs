//! The files of the module `types`.

use proc_macro2::TokenStream;
use quote::quote;

use super::file::Page;
use super::item::item;
use super::lints::allows;
use super::source::Source;
use super::type_ref::Module;
use crate::plan::{Item, ItemKind, TypeRef, TypesModule, TypesPart};

/// Every file of the module, `types` itself first.
pub(super) fn types_module(types: &TypesModule) -> Vec<Page<'_>> {
    let TypesModule { items, parts } = types;
    let path = if parts.is_empty() { "types.rs" } else { "types/mod.rs" };
    let mut files = vec![page(path.to_owned(), parts, items, Module::Types)];
    files.extend(parts.iter().map(|part| {
        let path = format!("types/{}.rs", part.module.as_str());
        page(path, &[], &part.items, Module::TypesPart)
    }));
    files
}

/// How many items are rendered at a time.
const CHUNK: usize = 32;

/// A file of modules and items.
fn page<'p>(path: String, parts: &'p [TypesPart], items: &'p [Item], from: Module) -> Page<'p> {
    let mut page = Page::new(path, move || {
        let modules = parts.iter().map(|part| {
            let TypesPart { module, feature, items: _ } = part;
            let gate = feature.iter().map(|feature| quote!(#[cfg(feature = #feature)]));
            let gate = quote!(#(#gate)*);
            quote! { #gate mod #module; #gate pub use #module::*; }
        });
        head(quote!(#(#modules)*), items)
    });
    for chunk in items.chunks(CHUNK) {
        page.add(move || {
            let mut source = Source::default();
            for one in chunk {
                item(&mut source, one, from);
            }
            source.into_text()
        });
    }
    page
}

/// What stands before items: the lints they go against, modules, and the runtime.
fn head(modules: TokenStream, items: &[Item]) -> TokenStream {
    if items.is_empty() {
        return modules;
    }
    let needs_runtime = items.iter().any(|item| needs_runtime(&item.kind));
    let runtime = needs_runtime.then(|| {
        quote!(
            use callwright_runtime::generated as rt;
        )
    });
    let arguments = |item: &Item| match &item.kind {
        ItemKind::Struct(item) => item.fields.iter().filter(|field| field.in_constructor).count(),
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
    quote! { #allows #nested #modules #runtime }
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
