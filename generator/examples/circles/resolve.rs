//! From a path to the file that defines what it names, through imports and re-exports.

use std::collections::BTreeSet;

use crate::tree::Tree;

/// A resolved path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target<'p> {
    Module(usize),
    /// An item of a file, by the name it has there.
    Item(usize, &'p str),
}

/// The names that are being looked up, which ends imports that lead back to themselves.
type Seen<'p> = BTreeSet<(usize, &'p str)>;

/// Resolves `path` as written in `module`; `None` where it leads out of the crate.
pub(crate) fn resolve<'t>(tree: &'t Tree, module: usize, path: &'t [String]) -> Option<Target<'t>> {
    follow(tree, module, path, &mut Seen::new())
}

/// Resolves a name that `module` defines, imports or contains.
pub(crate) fn lookup<'t>(tree: &'t Tree, module: usize, name: &'t str) -> Option<Target<'t>> {
    find(tree, module, name, false, &mut Seen::new())
}

fn follow<'t>(
    tree: &'t Tree,
    module: usize,
    path: &'t [String],
    seen: &mut Seen<'t>,
) -> Option<Target<'t>> {
    let (first, rest) = path.split_first()?;
    let mut target = match first.as_str() {
        "crate" => Target::Module(0),
        "self" => Target::Module(module),
        "super" => Target::Module(tree.modules[module].parent?),
        name => find(tree, module, name, !rest.is_empty(), seen)?,
    };
    for (index, name) in rest.iter().enumerate() {
        let Target::Module(at) = target else { return Some(target) };
        target = match name.as_str() {
            "super" => Target::Module(tree.modules[at].parent?),
            "self" => target,
            // A name that a macro defines is an item of the module's own file.
            name => find(tree, at, name, index + 1 < rest.len(), seen)
                .unwrap_or(Target::Item(tree.modules[at].file, name)),
        };
    }
    Some(target)
}

fn find<'t>(
    tree: &'t Tree,
    module: usize,
    name: &'t str,
    leads_on: bool,
    seen: &mut Seen<'t>,
) -> Option<Target<'t>> {
    let at = &tree.modules[module];
    let child = at.children.get(name).map(|child| Target::Module(*child));
    if leads_on && child.is_some() {
        return child;
    }
    if let Some(file) = at.items.get(name) {
        return Some(Target::Item(*file, name));
    }
    if !seen.insert((module, name)) {
        return child;
    }
    let mut imports = at.imports.iter().filter(|import| import.name == name);
    let imported = imports.find_map(|import| follow(tree, module, &import.path, seen));
    imported.or(child).or_else(|| {
        at.globs.iter().find_map(|glob| match follow(tree, module, glob, seen)? {
            Target::Module(source) => find(tree, source, name, leads_on, seen),
            Target::Item(..) => None,
        })
    })
}
