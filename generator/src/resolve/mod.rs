//! References by place: any JSON pointer into any loaded file, followed only where a stage asks.

mod anchor;
mod pointer;
mod recover;
#[cfg(test)]
mod tests;

pub(crate) use pointer::decode_percent;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use crate::load::{Document, FileId, Kind, NodeId};
use crate::problem::{Fault, Problems};

/// How many references may follow one another before a value.
const CHAIN_LIMIT: usize = 100;

/// Follows the references of one document, each on demand: a `$ref` inside an example is data.
pub(crate) struct Resolver<'a> {
    document: &'a Document,
    problems: &'a Problems,
    targets: RefCell<HashMap<NodeId, Option<NodeId>>>,
    anchors: OnceCell<anchor::Anchors<'a>>,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(document: &'a Document, problems: &'a Problems) -> Self {
        Self { document, problems, targets: RefCell::default(), anchors: OnceCell::new() }
    }

    /// The value at the end of the chain of references that starts at `node`: itself where it has no `$ref`.
    ///
    /// `None` where the chain breaks or closes; that is reported at the `$ref` concerned.
    pub(crate) fn follow(&self, node: NodeId) -> Option<NodeId> {
        self.chain(node).1
    }

    /// The nodes with a `$ref` that the chain from `node` passes, and the value at its end.
    pub(crate) fn chain(&self, node: NodeId) -> (Vec<NodeId>, Option<NodeId>) {
        let mut seen = Vec::new();
        let mut at = node;
        while let Some(reference) = self.document.get(at, "$ref") {
            if let Some(fault) = chain_fault(self.document, &seen, at, reference) {
                self.problems.report(reference, fault);
                return (seen, None);
            }
            seen.push(at);
            let Some(target) = self.target(at) else { return (seen, None) };
            at = target;
        }
        (seen, Some(at))
    }

    /// Where the `$ref` of `node` leads in one step; `None`, reported once, where it leads nowhere, and where
    /// there is none.
    pub(crate) fn target(&self, node: NodeId) -> Option<NodeId> {
        if let Some(known) = self.targets.borrow().get(&node) {
            return *known;
        }
        let reference = self.document.get(node, "$ref")?;
        let found = match self.document.kind(reference) {
            Kind::String(text) => self.locate(node, text).or_else(|fault| {
                let meant = self.recover(node, text, &fault).ok_or(fault)?;
                let instead = self.document.pointer(meant);
                let loose = Fault::LooseReference { reference: text.to_string(), instead };
                self.problems.report(reference, loose);
                Ok(meant)
            }),
            _ => Err(Fault::MalformedReference { reason: "it is not a text".to_owned() }),
        };
        let target = found.map_err(|fault| self.problems.report(reference, fault)).ok();
        self.targets.borrow_mut().insert(node, target);
        target
    }

    /// What the text of a reference that stands in the file of `base` leads to, in one step.
    pub(crate) fn locate(&self, base: NodeId, reference: &str) -> Result<NodeId, Fault> {
        self.locate_within(base, reference, &mut Vec::new())
    }

    fn locate_within(
        &self,
        base: NodeId,
        reference: &str,
        passed: &mut Vec<NodeId>,
    ) -> Result<NodeId, Fault> {
        let (uri, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let fragment = decode_percent(fragment).ok_or_else(|| Fault::MalformedReference {
            reason: "its fragment is not percent-encoded UTF-8".to_owned(),
        })?;
        let root = self.resource(base, uri, reference)?;
        let dangling = || Fault::DanglingReference { reference: reference.to_owned() };
        if fragment.is_empty() {
            return Ok(root);
        }
        let Some(tokens) = fragment.strip_prefix('/') else {
            let file = self.document.file_of(root);
            return self.anchors().named(file, &fragment).ok_or_else(dangling);
        };
        let tokens = pointer::tokens(tokens).ok_or_else(|| Fault::MalformedReference {
            reason: "`~` in a JSON pointer stands only in `~0` and `~1`".to_owned(),
        })?;
        let mut at = root;
        for token in &tokens {
            at = self.step(at, token, passed)?.ok_or_else(dangling)?;
        }
        Ok(at)
    }

    /// One token further, through the reference that stands in the way.
    fn step(
        &self,
        from: NodeId,
        token: &str,
        passed: &mut Vec<NodeId>,
    ) -> Result<Option<NodeId>, Fault> {
        let mut at = from;
        loop {
            if let Some(next) = self.document.walk(at, [token]) {
                return Ok(Some(next));
            }
            let Some(reference) = self.document.get(at, "$ref") else { return Ok(None) };
            let Some(text) = self.document.text(reference) else { return Ok(None) };
            if let Some(fault) = chain_fault(self.document, passed, at, reference) {
                return Err(fault);
            }
            passed.push(at);
            at = self.locate_within(at, text, passed)?;
        }
    }

    /// The root of what the part before `#` names: this file, another one, or a schema with that `$id`.
    fn resource(&self, base: NodeId, uri: &str, reference: &str) -> Result<NodeId, Fault> {
        let file: FileId = self.document.file_of(base);
        let dangling = || Fault::DanglingReference { reference: reference.to_owned() };
        if uri.is_empty() {
            return self.document.file(file).map(|file| file.root).ok_or_else(dangling);
        }
        match self.document.linked(file, uri) {
            Some(Ok(target)) => {
                self.document.file(target).map(|file| file.root).ok_or_else(dangling)
            }
            Some(Err(fault)) => self.anchors().identified(uri).ok_or_else(|| fault.clone()),
            None => self.anchors().identified(uri).ok_or_else(dangling),
        }
    }

    fn anchors(&self) -> &anchor::Anchors<'a> {
        self.anchors.get_or_init(|| anchor::Anchors::of(self.document))
    }
}

/// Why a chain that passed `seen` may not go on through the reference of `at`.
fn chain_fault(
    document: &Document,
    seen: &[NodeId],
    at: NodeId,
    reference: NodeId,
) -> Option<Fault> {
    if seen.contains(&at) {
        let reference = document.text(reference).unwrap_or_default().to_owned();
        return Some(Fault::CyclicReference { reference });
    }
    (seen.len() >= CHAIN_LIMIT).then_some(Fault::ReferenceChain { limit: CHAIN_LIMIT })
}
