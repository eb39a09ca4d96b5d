//! The arrows between the files of a crate: who names what of whom.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::resolve::{Target, lookup, resolve};
use crate::tree::Tree;

/// For each file, the files whose names it uses, and those names.
pub(crate) type Arrows = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// The arrows of a crate. A re-export is none, unless the file uses the name itself.
pub(crate) fn of(tree: &Tree, base: Option<&Path>) -> Arrows {
    let name_of = |file: usize| {
        let path = &tree.files[file];
        base.and_then(|base| path.strip_prefix(base).ok()).unwrap_or(path).display().to_string()
    };
    let mut arrows = Arrows::new();
    for (id, module) in tree.modules.iter().enumerate() {
        let mut targets = Vec::new();
        for import in &module.imports {
            if !import.re_export || module.mentions.idents.contains(&import.name) {
                targets.extend(resolve(tree, id, &import.path));
            }
        }
        for path in &module.mentions.paths {
            targets.extend(resolve(tree, id, path));
        }
        for glob in &module.globs {
            if let Some(Target::Module(source)) = resolve(tree, id, glob) {
                let idents = module.mentions.idents.iter();
                targets.extend(idents.filter_map(|name| lookup(tree, source, name)));
            }
        }
        for name in &module.mentions.macros {
            if let Some(files) = tree.macros.get(name)
                && let (Some(file), 1) = (files.first(), files.len())
            {
                targets.push(Target::Item(*file, name));
            }
        }
        for target in targets {
            if let Target::Item(file, name) = target
                && file != module.file
            {
                let from = arrows.entry(name_of(module.file)).or_default();
                from.entry(name_of(file)).or_default().insert(name.to_owned());
            }
        }
    }
    arrows
}
