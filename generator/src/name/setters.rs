//! Names of the setters of an object's optional members.

use super::{Ident, NameRequest, Scope};
use crate::document::NodeId;
use crate::problem::Problems;

/// Inherent and derived methods that a setter would hide.
const METHODS: [&str; 10] =
    ["blank", "borrow", "clear", "clone", "eq", "extra", "extra_mut", "fmt", "into", "new"];

/// The setters of an object, renamed in advance if they would hide a method.
const SETTERS: Scope = Scope { reserved: &[], suffix: "", remedy: Scope::PIN };

/// A member with setters.
pub(crate) struct SettableField<'a> {
    /// The property's node.
    pub(crate) origin: NodeId,
    pub(crate) ident: &'a Ident,
    /// Whether null differs from absent, and needs a setter of its own.
    pub(crate) clears: bool,
}

/// The setters of an optional member.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Setter {
    pub(crate) set: Ident,
    /// The method that sets null, if null differs from absent.
    pub(crate) clear: Option<Ident>,
}

/// The setters of one object's members, in order.
pub(crate) fn setters(fields: &[SettableField<'_>], problems: &Problems) -> Vec<Setter> {
    let set = fields.iter().map(|field| {
        let name = field.ident.as_str();
        let (ident, rank) = if METHODS.contains(&name) {
            (Ident::snake(&format!("with {name}")), NameRequest::PLACED)
        } else {
            (field.ident.clone(), NameRequest::NAMED)
        };
        NameRequest { node: field.origin, candidates: vec![ident.into()], rank }
    });
    let clear = fields.iter().filter(|field| field.clears).map(|field| {
        let ident = Ident::snake(&format!("clear {}", field.ident.as_str()));
        let candidates = vec![ident.clone().into(), ident.with_suffix("_").into()];
        NameRequest { node: field.origin, candidates, rank: NameRequest::PLACED }
    });
    let requests: Vec<NameRequest<'_>> = set.chain(clear).collect();
    let mut set = SETTERS.settle(&requests, problems);
    let mut clear = set.split_off(fields.len()).into_iter();
    fields
        .iter()
        .zip(set)
        .map(|(field, set)| {
            let clear = if field.clears { clear.next() } else { None };
            Setter { set, clear }
        })
        .collect()
}
