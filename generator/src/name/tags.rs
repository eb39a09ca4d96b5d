//! Names of tags: module, accessor and handle.

use super::unqualified::UNQUALIFIED;
use super::{Candidate, Case, Ident, NameRequest, Scope, spelling};
use crate::collections::HashMap;
use crate::document::NodeId;
use crate::ir;
use crate::problem::Problems;

/// The module of operations without a tag.
pub(crate) const UNTAGGED: &str = "operations";

/// Operations that share a module: those with the same first tag, or without any.
#[derive(Debug)]
pub(crate) struct Group {
    /// The index of the tag; `None` for operations of the client itself.
    pub(crate) tag: Option<usize>,
    /// `instances`: the module and its file.
    pub(crate) module: Ident,
    /// `instances`: the method of the client.
    pub(crate) accessor: Ident,
    /// `Instances`: the struct that the accessor returns.
    pub(crate) handle: Ident,
    /// Indexes of the operations, in document order.
    pub(crate) operations: Vec<usize>,
}

/// Module names that generated crates use, that are names of crates, or that some file system
/// refuses.
const MODULES: Scope = Scope {
    reserved: &[
        "alloc",
        "aux",
        "callwright_runtime",
        "client",
        "con",
        "core",
        "describe",
        "lib",
        "main",
        "mod",
        "nul",
        "operations",
        "prn",
        "proc_macro",
        "rt",
        "runtime",
        "std",
        "test",
        "tests",
        "types",
    ],
    suffix: "_tag",
    remedy: Scope::PIN,
};

/// Inherent methods of the client.
const ACCESSORS: Scope = Scope {
    reserved: &["as_runtime", "builder", "clone", "from_runtime", "new"],
    suffix: "_tag",
    remedy: Scope::PIN,
};

/// The groups of the operations: tags in document order, then operations without a tag.
pub(super) fn name(api: &ir::Api, problems: &Problems) -> Vec<Group> {
    let grouped = by_tag(api);
    let requests = |letters: fn(&str) -> String| -> Vec<NameRequest<'_>> {
        let tags = grouped.tagged.iter().filter_map(|(index, operations)| {
            // A collision is reported at the tag's first use: tags need not be declared.
            let node = api.operations.get(*operations.first()?)?.origin;
            Some((*index, node))
        });
        tags.map(|(index, node)| {
            let tag = api.tags.get(index);
            let name = letters(tag.map_or(UNTAGGED, |tag| &tag.name));
            match tag.and_then(|tag| tag.rust_name.as_ref()) {
                Some(pinned) => NameRequest {
                    node,
                    candidates: vec![Ident::pinned(Case::Snake, &letters(pinned)).into()],
                    rank: NameRequest::PINNED,
                },
                None => NameRequest {
                    node,
                    candidates: vec![
                        Candidate::plain(Case::Snake, name.clone()),
                        Candidate::spelled(Case::Snake, name),
                    ],
                    rank: NameRequest::NAMED,
                },
            }
        })
        .collect()
    };
    // The compiler finds module files only by ASCII names.
    let modules = MODULES.settle(&requests(spelling::ascii), problems);
    // Colliding accessors are colliding modules too, which are already reported.
    let (accessors, _) = ACCESSORS.settle_unreported(&requests(str::to_owned));
    let mut groups: Vec<Group> = grouped
        .tagged
        .into_iter()
        .zip(modules.into_iter().zip(accessors))
        .map(|((tag, operations), (module, accessor))| {
            let mut handle = accessor.to_case(Case::Pascal);
            if UNQUALIFIED.contains(&handle.as_str()) {
                handle = handle.with_suffix("Tag");
            }
            Group { tag: Some(tag), module, accessor, handle, operations }
        })
        .collect();
    if !grouped.untagged.is_empty() {
        let module = Ident::snake(UNTAGGED);
        let (accessor, handle) = (module.clone(), module.to_case(Case::Pascal));
        groups.push(Group { tag: None, module, accessor, handle, operations: grouped.untagged });
    }
    groups
}

/// The module of types shared by several groups, distinct from the modules of `groups`.
pub(crate) fn shared_module(groups: &[Group]) -> Ident {
    let mut shared = Ident::snake("shared");
    while groups.iter().any(|group| group.module == shared) {
        shared = shared.with_suffix("_types");
    }
    shared
}

impl Group {
    /// Visits each name that may be in any letters.
    pub(super) fn each(&mut self, api: &ir::Api, visit: &mut dyn FnMut(NodeId, Case, &mut Ident)) {
        let Self { tag: _, module: _, accessor, handle, operations } = self;
        let first = operations.first().and_then(|index| api.operations.get(*index));
        let node = first.map_or_else(NodeId::default, |operation| operation.origin);
        visit(node, Case::Snake, accessor);
        visit(node, Case::Pascal, handle);
    }

    /// The Cargo feature of the tag: `tag-instances`.
    pub(crate) fn feature(&self) -> String {
        let module = self.module.as_str().trim_end_matches('_');
        format!("tag-{}", module.replace('_', "-"))
    }
}

struct Grouped {
    /// The index of each tag that is the first of some operation, with those operations.
    tagged: Vec<(usize, Vec<usize>)>,
    untagged: Vec<usize>,
}

fn by_tag(api: &ir::Api) -> Grouped {
    let mut indexes: HashMap<&str, usize> = HashMap::default();
    for (index, tag) in api.tags.iter().enumerate() {
        indexes.entry(&tag.name).or_insert(index);
    }
    let mut of_tag: Vec<Vec<usize>> = vec![Vec::new(); api.tags.len()];
    let mut untagged = Vec::new();
    for (index, operation) in api.operations.iter().enumerate() {
        let tag = operation.tags.first().and_then(|tag| indexes.get(&**tag));
        match tag.and_then(|tag| of_tag.get_mut(*tag)) {
            Some(operations) => operations.push(index),
            None => untagged.push(index),
        }
    }
    let tagged = of_tag.into_iter().enumerate().filter(|(_, operations)| !operations.is_empty());
    Grouped { tagged: tagged.collect(), untagged }
}
