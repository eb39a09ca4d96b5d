//! The names of the crate's two faces: the one for users, and the one for generated code.
//!
//! `golden/faces.txt` lists both; `CALLWRIGHT_UPDATE=1` updates it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::fs;
use std::path::{Path, PathBuf};

use syn::{Attribute, Item, UseTree, Visibility};

#[test]
fn both_faces_have_the_names_that_are_listed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut names = Vec::new();
    file(&root.join("src/lib.rs"), &root.join("src"), "callwright_runtime", &mut names);
    names.sort();
    let (generated, users): (Vec<String>, Vec<String>) =
        names.into_iter().partition(|name| name.starts_with("callwright_runtime::generated::"));
    let listed = format!(
        "{} names for users\n\n{}\n\n{} names for generated code\n\n{}\n",
        users.len(),
        users.join("\n"),
        generated.len(),
        generated.join("\n")
    );
    let golden = root.join("tests/golden/faces.txt");
    if std::env::var_os("CALLWRIGHT_UPDATE").is_some() {
        fs::write(&golden, &listed).unwrap();
    }
    assert_eq!(listed, fs::read_to_string(&golden).unwrap());
}

/// The public names of a file, whose modules are in `folder`.
fn file(path: &Path, folder: &Path, module: &str, names: &mut Vec<String>) {
    let text = fs::read_to_string(path).unwrap();
    items(&syn::parse_file(&text).unwrap().items, folder, module, names);
}

fn items(items: &[Item], folder: &Path, module: &str, names: &mut Vec<String>) {
    for item in items {
        let (attributes, visibility, ident) = match item {
            Item::Use(item) if is_public(&item.vis) => {
                imported(&item.tree, module, &condition(&item.attrs), names);
                continue;
            }
            Item::Mod(item) if is_public(&item.vis) => {
                let inner = format!("{module}::{}", item.ident);
                names.push(format!("{inner}::{}", condition(&item.attrs)));
                match &item.content {
                    Some((_, content)) => self::items(content, folder, &inner, names),
                    None => {
                        let (path, folder) = source(folder, &item.ident.to_string());
                        file(&path, &folder, &inner, names);
                    }
                }
                continue;
            }
            Item::Const(item) => (&item.attrs, &item.vis, &item.ident),
            Item::Enum(item) => (&item.attrs, &item.vis, &item.ident),
            Item::Fn(item) => (&item.attrs, &item.vis, &item.sig.ident),
            Item::Static(item) => (&item.attrs, &item.vis, &item.ident),
            Item::Struct(item) => (&item.attrs, &item.vis, &item.ident),
            Item::Trait(item) => (&item.attrs, &item.vis, &item.ident),
            Item::Type(item) => (&item.attrs, &item.vis, &item.ident),
            Item::Macro(item) if item.ident.is_none() => {
                panic!("{module} calls a macro, which hides the names that it makes from this list")
            }
            _ => continue,
        };
        if is_public(visibility) {
            names.push(format!("{module}::{ident}{}", condition(attributes)));
        }
    }
}

/// The file of a module, and the folder of those within it.
fn source(folder: &Path, module: &str) -> (PathBuf, PathBuf) {
    let inside = folder.join(module);
    let beside = folder.join(format!("{module}.rs"));
    (if beside.is_file() { beside } else { inside.join("mod.rs") }, inside)
}

fn imported(tree: &UseTree, module: &str, condition: &str, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) => imported(&path.tree, module, condition, names),
        UseTree::Name(name) => names.push(format!("{module}::{}{condition}", name.ident)),
        UseTree::Rename(name) => names.push(format!("{module}::{}{condition}", name.rename)),
        UseTree::Group(group) => {
            group.items.iter().for_each(|tree| imported(tree, module, condition, names));
        }
        UseTree::Glob(_) => {
            panic!("{module} re-exports a glob, which hides the names from this list")
        }
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// The `cfg` of an item, with a space before it.
fn condition(attributes: &[Attribute]) -> String {
    let conditions = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    let conditions = conditions.map(|attribute| match &attribute.meta {
        syn::Meta::List(list) => format!("  if {}", list.tokens),
        _ => panic!("`cfg` without a condition"),
    });
    conditions.collect()
}
