//! The modules of a crate, with the names that each defines, imports and mentions.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};

use quote::ToTokens;
use syn::{Attribute, Item, ItemMod, ItemUse, Lit, Meta, UseTree, Visibility};

use crate::tokens::Mentions;

/// A crate: its modules, the root first, and its files.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) modules: Vec<Module>,
    pub(crate) files: Vec<PathBuf>,
    /// The files that define each macro of `macro_rules!`.
    pub(crate) macros: BTreeMap<String, BTreeSet<usize>>,
}

#[derive(Debug, Default)]
pub(crate) struct Module {
    pub(crate) parent: Option<usize>,
    pub(crate) file: usize,
    pub(crate) children: BTreeMap<String, usize>,
    /// The items defined here, each with its file: exported macros are items of the root.
    pub(crate) items: BTreeMap<String, usize>,
    pub(crate) imports: Vec<Import>,
    /// The paths that end in `*`.
    pub(crate) globs: Vec<Vec<String>>,
    pub(crate) mentions: Mentions,
}

/// One name of a `use` declaration.
#[derive(Debug)]
pub(crate) struct Import {
    pub(crate) name: String,
    pub(crate) path: Vec<String>,
    pub(crate) re_export: bool,
}

/// Reads the crate whose root is `path`.
pub(crate) fn read(path: &Path) -> Result<Tree, Box<dyn Error>> {
    let mut tree = Tree::default();
    let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
    tree.read_file(path, None, &folder)?;
    Ok(tree)
}

impl Tree {
    fn read_file(
        &mut self,
        path: &Path,
        parent: Option<usize>,
        folder: &Path,
    ) -> Result<usize, Box<dyn Error>> {
        let source = std::fs::read_to_string(path)
            .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let file = syn::parse_file(&source)
            .map_err(|error| format!("cannot parse {}: {error}", path.display()))?;
        self.files.push(path.to_path_buf());
        self.read_module(file.items, parent, self.files.len() - 1, folder)
    }

    /// Adds a module; the files of its children are below `folder`.
    fn read_module(
        &mut self,
        items: Vec<Item>,
        parent: Option<usize>,
        file: usize,
        folder: &Path,
    ) -> Result<usize, Box<dyn Error>> {
        let id = self.modules.len();
        self.modules.push(Module { parent, file, ..Module::default() });
        for item in items {
            if attributes(&item).iter().any(is_test) {
                continue;
            }
            match item {
                Item::Mod(module) => {
                    let name = module.ident.to_string();
                    let child = self.read_child(module, id, folder)?;
                    self.modules[id].children.insert(name, child);
                }
                Item::Use(ItemUse { tree, vis, .. }) => {
                    let re_export = !matches!(vis, Visibility::Inherited);
                    self.modules[id].import(tree, Vec::new(), re_export);
                }
                item => self.read_item(&item, id),
            }
        }
        Ok(id)
    }

    fn read_child(
        &mut self,
        module: ItemMod,
        parent: usize,
        folder: &Path,
    ) -> Result<usize, Box<dyn Error>> {
        let name = module.ident.to_string();
        let below = folder.join(&name);
        if let Some((_, items)) = module.content {
            return self.read_module(items, Some(parent), self.modules[parent].file, &below);
        }
        let nested = below.join("mod.rs");
        let path = match module.attrs.iter().find_map(path_attribute) {
            Some(path) => folder.join(path),
            None if nested.exists() => nested,
            None => folder.join(format!("{name}.rs")),
        };
        self.read_file(&path, Some(parent), &below)
    }

    fn read_item(&mut self, item: &Item, module: usize) {
        let file = self.modules[module].file;
        if let Item::Macro(definition) = item
            && let Some(ident) = &definition.ident
        {
            let name = ident.to_string();
            self.macros.entry(name.clone()).or_default().insert(file);
            let exported = definition.attrs.iter().any(|it| it.path().is_ident("macro_export"));
            let owner = if exported { 0 } else { module };
            self.modules[owner].items.insert(name, file);
        }
        if let Some(name) = item_name(item) {
            self.modules[module].items.insert(name, file);
        }
        self.modules[module].mentions.scan(without_tests(item.clone()).to_token_stream());
    }
}

impl Module {
    fn import(&mut self, tree: UseTree, mut path: Vec<String>, re_export: bool) {
        match tree {
            UseTree::Path(segment) => {
                path.push(segment.ident.to_string());
                self.import(*segment.tree, path, re_export);
            }
            UseTree::Group(group) => {
                for tree in group.items {
                    self.import(tree, path.clone(), re_export);
                }
            }
            UseTree::Glob(_) => self.globs.push(path),
            UseTree::Name(name) if name.ident == "self" => {
                let name = path.last().cloned().unwrap_or_default();
                self.imports.push(Import { name, path, re_export });
            }
            UseTree::Name(name) => {
                let name = name.ident.to_string();
                path.push(name.clone());
                self.imports.push(Import { name, path, re_export });
            }
            UseTree::Rename(rename) => {
                if rename.ident != "self" {
                    path.push(rename.ident.to_string());
                }
                self.imports.push(Import { name: rename.rename.to_string(), path, re_export });
            }
        }
    }
}

fn item_name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::TraitAlias(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(ident.to_string())
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// Takes the methods out of an `impl` that only tests have.
fn without_tests(mut item: Item) -> Item {
    if let Item::Impl(block) = &mut item {
        block.items.retain(|member| match member {
            syn::ImplItem::Fn(method) => !method.attrs.iter().any(is_test),
            _ => true,
        });
    }
    item
}

/// Whether an attribute is `#[cfg(test)]` or `#[cfg(all(test, …))]`.
fn is_test(attribute: &Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else { return false };
    let condition = list.tokens.to_string();
    list.path.is_ident("cfg") && (condition == "test" || condition.starts_with("all (test"))
}

fn path_attribute(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(pair) = &attribute.meta else { return None };
    match &pair.value {
        syn::Expr::Lit(syn::ExprLit { lit: Lit::Str(path), .. }) if pair.path.is_ident("path") => {
            Some(path.value())
        }
        _ => None,
    }
}
