//! `confusable_idents`, the lint of rustc about two names of a crate that look alike.

use std::collections::hash_map::Entry;

use unicode_security::confusable_detection::skeleton;

use super::{Case, Ident, Scope};
use crate::collections::{HashMap, HashSet};
use crate::document::NodeId;
use crate::problem::{ProblemKind, Problems};

/// Transliterates names that look like an earlier one, which is reported.
///
/// `each` visits every name, in a stable order. Only names beyond ASCII are compared: such a name never looks like one in ASCII.
pub(super) fn settle(
    each: &mut dyn FnMut(&mut dyn FnMut(NodeId, Case, &mut Ident)),
    problems: &Problems,
) {
    let mut used: HashSet<Ident> = HashSet::default();
    each(&mut |_, _, ident| {
        if !ident.as_str().is_ascii() {
            used.insert(ident.clone());
        }
    });
    if used.len() < 2 {
        return;
    }
    let mut first: HashMap<String, Ident> = HashMap::default();
    let mut renamed: HashMap<(Case, Ident), Ident> = HashMap::default();
    each(&mut |node: NodeId, case: Case, ident: &mut Ident| {
        if ident.as_str().is_ascii() {
            return;
        }
        if let Some(given) = renamed.get(&(case, ident.clone())) {
            *ident = given.clone();
            return;
        }
        match first.entry(skeleton(ident.as_str()).collect()) {
            Entry::Vacant(entry) => {
                entry.insert(ident.clone());
            }
            Entry::Occupied(entry) if entry.get() == ident => {}
            Entry::Occupied(_) => {
                // A number makes it differ from all names, of any scope.
                let plain = ident.in_ascii(case);
                let numbers = renamed.len() + 2..;
                let mut free = numbers.map(|number| plain.numbered(number));
                let given = free.find(|name| !used.contains(name)).unwrap_or(plain);
                used.insert(given.clone());
                let (name, to) = (ident.to_string(), given.to_string());
                let remedy = Scope::PIN;
                problems.report(node, ProblemKind::NameCollision { name, given: to, remedy });
                renamed.insert((case, ident.clone()), given.clone());
                *ident = given;
            }
        }
    });
}
