//! Resolves references on demand: any JSON pointer into any loaded file.

mod names;
mod pointer;
mod recover;
#[cfg(test)]
mod tests;
mod uri;

pub(crate) use pointer::decode_percent;

use std::cell::{OnceCell, RefCell};

use crate::collections::HashMap;
use crate::document::{Document, FileId, Kind, NodeId};
use crate::problem::{ProblemKind, Problems};

/// The maximum number of references in a chain.
const CHAIN_LIMIT: usize = 100;

/// Resolves the references of one document, only when a stage asks: a `$ref` inside an example is
/// data.
pub(crate) struct Resolver<'a> {
    document: &'a Document,
    problems: &'a Problems,
    targets: RefCell<HashMap<NodeId, Option<NodeId>>>,
    names: OnceCell<names::Names<'a>>,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(document: &'a Document, problems: &'a Problems) -> Self {
        Self { document, problems, targets: RefCell::default(), names: OnceCell::new() }
    }

    /// Follows the chain of references from `node` to a value, which is `node` itself if it is not
    /// a reference.
    ///
    /// `None` if the chain is broken or cyclic, which is reported at the reference concerned.
    pub(crate) fn follow(&self, node: NodeId) -> Option<NodeId> {
        self.chain(node).1
    }

    /// The nodes with a reference in the chain from `node`, and the value at its end.
    pub(crate) fn chain(&self, node: NodeId) -> (Vec<NodeId>, Option<NodeId>) {
        let mut seen = Vec::new();
        let mut at = node;
        while let Some((reference, _)) = self.reference(at) {
            if let Some(problem) = chain_fault(self.document, &seen, at, reference) {
                self.problems.report(reference, problem);
                return (seen, None);
            }
            seen.push(at);
            let Some(target) = self.target(at) else { return (seen, None) };
            at = target;
        }
        (seen, Some(at))
    }

    /// The reference of `node`, and whether it is dynamic: `$ref`, or `$dynamicRef`.
    fn reference(&self, node: NodeId) -> Option<(NodeId, bool)> {
        let plain = self.document.get(node, "$ref").map(|reference| (reference, false));
        plain.or_else(|| {
            let reference = self.document.get(node, "$dynamicRef")?;
            self.document.text(reference).map(|_| (reference, true))
        })
    }

    /// Resolves the reference of `node` by one step; `None` if there is none or it is broken, which
    /// is reported once.
    pub(crate) fn target(&self, node: NodeId) -> Option<NodeId> {
        if let Some(known) = self.targets.borrow().get(&node) {
            return *known;
        }
        let (reference, dynamic) = self.reference(node)?;
        let found = match self.document.kind(reference) {
            Kind::String(text) if dynamic && self.is_ambiguous(node, text) => {
                let reason =
                    "it means one schema or another, as this one is reached from here or there";
                Err(ProblemKind::DynamicReference { reference: text.to_string(), reason })
            }
            Kind::String(text) => self.locate(node, text).or_else(|problem| {
                let meant = self.recover(node, text, &problem).ok_or(problem)?;
                let instead = self.document.pointer(meant);
                let loose = ProblemKind::LooseReference { reference: text.to_string(), instead };
                self.problems.report(reference, loose);
                Ok(meant)
            }),
            _ => Err(ProblemKind::MalformedReference { reason: "it is not a string".to_owned() }),
        };
        let target = found.map_err(|problem| self.problems.report(reference, problem)).ok();
        self.targets.borrow_mut().insert(node, target);
        target
    }

    /// Whether a `$dynamicRef` resolves to different schemas depending on the path to it (JSON
    /// Schema 2020-12, core, section 8.2.3.2).
    fn is_ambiguous(&self, node: NodeId, reference: &str) -> bool {
        let name = reference.split_once('#').map_or("", |(_, fragment)| fragment);
        self.names().dynamic(name) > 1
            && self
                .locate(node, reference)
                .is_ok_and(|target| self.document.get_text(target, "$dynamicAnchor") == Some(name))
    }

    /// Resolves the text of a reference in the file of `base` by one step.
    pub(crate) fn locate(&self, base: NodeId, reference: &str) -> Result<NodeId, ProblemKind> {
        self.locate_within(base, reference, &mut Passed::default())
    }

    fn locate_within(
        &self,
        base: NodeId,
        reference: &str,
        passed: &mut Passed,
    ) -> Result<NodeId, ProblemKind> {
        let (uri, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let fragment = decode_percent(fragment).ok_or_else(|| ProblemKind::MalformedReference {
            reason: "its fragment is not percent-encoded UTF-8".to_owned(),
        })?;
        let mut failed = None;
        let before = passed.chain.len();
        // If one resource does not contain the target, the next one may.
        for root in self.resources(base, uri, reference)? {
            match self.within(root, &fragment, reference, passed) {
                Ok(found) => return Ok(found),
                Err(problem) => failed = Some(problem),
            }
            passed.chain.truncate(before);
        }
        Err(failed
            .unwrap_or_else(|| ProblemKind::DanglingReference { reference: reference.to_owned() }))
    }

    /// Resolves a fragment in the resource with that root.
    fn within(
        &self,
        root: NodeId,
        fragment: &str,
        reference: &str,
        passed: &mut Passed,
    ) -> Result<NodeId, ProblemKind> {
        let dangling = || ProblemKind::DanglingReference { reference: reference.to_owned() };
        if fragment.is_empty() {
            return Ok(root);
        }
        let Some(tokens) = fragment.strip_prefix('/') else {
            return self.names().anchor(root, fragment).ok_or_else(dangling);
        };
        let tokens = pointer::tokens(tokens).ok_or_else(|| ProblemKind::MalformedReference {
            reason: "a JSON pointer contains `~` only in `~0` and `~1`".to_owned(),
        })?;
        let mut at = root;
        for token in &tokens {
            at = self.step(at, token, passed)?.ok_or_else(dangling)?;
        }
        Ok(at)
    }

    /// Resolves one more token, following a reference in the way.
    fn step(
        &self,
        from: NodeId,
        token: &str,
        passed: &mut Passed,
    ) -> Result<Option<NodeId>, ProblemKind> {
        let mut at = from;
        loop {
            if let Some(next) = self.document.walk(at, [token]) {
                return Ok(Some(next));
            }
            let Some((reference, _)) = self.reference(at) else { return Ok(None) };
            let Some(text) = self.document.text(reference) else { return Ok(None) };
            let problem = chain_fault(self.document, &passed.chain, at, reference);
            if let Some(problem) = problem.or_else(|| passed.too_many()) {
                return Err(problem);
            }
            passed.chain.push(at);
            passed.steps += 1;
            at = self.locate_within(at, text, passed)?;
        }
    }

    /// The candidate roots for the part before `#`, best first: resources with this identifier,
    /// then files at this location.
    ///
    /// Documents contain identifiers that were never meant as a base. If a reference does not
    /// resolve against them, they are ignored.
    fn resources(
        &self,
        base: NodeId,
        uri: &str,
        reference: &str,
    ) -> Result<Vec<NodeId>, ProblemKind> {
        let file: FileId = self.document.file_of(base);
        let root = |file| self.document.file(file).map(|file| file.root);
        let mut problem = None;
        let mut roots: Vec<NodeId> = if uri.is_empty() {
            [Some(self.names().resource(base)), root(file)].into_iter().flatten().collect()
        } else {
            let linked = match self.document.linked(file, uri) {
                Some(Ok(target)) => root(target),
                Some(Err(cause)) => {
                    problem = Some(ProblemKind::from(cause));
                    None
                }
                None => None,
            };
            let names = self.names();
            let named = [names.identified(base, uri), linked, names.found(base, uri)];
            named.into_iter().flatten().collect()
        };
        roots.dedup();
        if roots.is_empty() {
            let dangling = || ProblemKind::DanglingReference { reference: reference.to_owned() };
            return Err(problem.unwrap_or_else(dangling));
        }
        Ok(roots)
    }

    fn names(&self) -> &names::Names<'a> {
        self.names.get_or_init(|| names::Names::of(self.document))
    }
}

/// The references followed while searching for one target.
#[derive(Default)]
struct Passed {
    /// Those on the path to the target.
    chain: Vec<NodeId>,
    /// All of them, including dead ends, which bounds the search.
    steps: usize,
}

impl Passed {
    fn too_many(&self) -> Option<ProblemKind> {
        (self.steps >= CHAIN_LIMIT).then_some(ProblemKind::ReferenceChain { limit: CHAIN_LIMIT })
    }
}

/// The reason why a chain that passed `seen` must not continue through the reference of `at`.
fn chain_fault(
    document: &Document,
    seen: &[NodeId],
    at: NodeId,
    reference: NodeId,
) -> Option<ProblemKind> {
    if seen.contains(&at) {
        let reference = document.text(reference).unwrap_or_default().to_owned();
        return Some(ProblemKind::CyclicReference { reference });
    }
    (seen.len() >= CHAIN_LIMIT).then_some(ProblemKind::ReferenceChain { limit: CHAIN_LIMIT })
}
