//! The files of the module `types`.

use super::attributes::{Breaks, allows, gate};
use super::file::Page;
use super::items::item;
use super::runtime;
use super::text::{Source, by_name, by_version};
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

/// The number of items that are rendered at a time.
const CHUNK: usize = 32;

/// A file of modules and items.
fn page<'p>(path: String, parts: &'p [TypesPart], items: &'p [Item], from: Module) -> Page<'p> {
    let mut page = Page::new(path);
    page.add(move |out| allows(out, breaks(items)));
    page.add(move |out| modules(out, parts));
    if items.iter().any(|item| needs_runtime(&item.kind)) {
        page.add(runtime::import);
    }
    for chunk in items.chunks(CHUNK) {
        page.add(move |out| chunk.iter().for_each(|one| item(out, one, from)));
    }
    page
}

/// The modules of the parts, and their items as those of `types` itself.
fn modules(out: &mut Source, parts: &[TypesPart]) {
    let mut parts: Vec<&TypesPart> = parts.iter().collect();
    parts.sort_by(|a, b| by_name(a.module.as_str(), b.module.as_str()));
    out.item(|out| {
        for TypesPart { module, feature, items: _ } in &parts {
            gate(out, feature.as_deref());
            out.line(format_args!("mod {module};"));
        }
    });
    parts.sort_by(|a, b| by_version(a.module.as_str(), b.module.as_str()));
    out.item(|out| {
        for TypesPart { module, feature, items: _ } in &parts {
            gate(out, feature.as_deref());
            out.line(format_args!("pub use {module}::*;"));
        }
    });
}

fn breaks(items: &[Item]) -> Breaks {
    let arguments = |item: &Item| match &item.kind {
        ItemKind::Struct(item) => item.fields.iter().filter(|field| field.in_constructor).count(),
        ItemKind::Sequence(item) => item.items.len(),
        ItemKind::Enumeration(_) | ItemKind::Union(_) | ItemKind::Alias(_) => 0,
    };
    Breaks {
        most_arguments: items.iter().map(arguments).max().unwrap_or(0),
        // Records in unions are boxed, so that no variant is large.
        has_large_variants: false,
        has_complex_types: items.iter().any(|item| nesting(&item.kind) > 4),
    }
}

/// The nesting depth of containers in the types of an item.
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
