//! Recovers broken references that can only mean one target.

use super::{Resolver, pointer};
use crate::document::NodeId;
use crate::problem::ProblemKind;

/// The locations of components in all versions of the specification.
const PLACES: [(&str, &str); 5] = [
    ("#/definitions/", "#/components/schemas/"),
    ("#/parameters/", "#/components/parameters/"),
    ("#/responses/", "#/components/responses/"),
    ("#/securityDefinitions/", "#/components/securitySchemes/"),
    ("#/schemas/", "#/components/schemas/"),
];

impl Resolver<'_> {
    /// Guesses the target of a broken reference, by the mistakes that documents often make.
    pub(super) fn recover(
        &self,
        base: NodeId,
        reference: &str,
        problem: &ProblemKind,
    ) -> Option<NodeId> {
        if !matches!(
            problem,
            ProblemKind::DanglingReference { .. }
                | ProblemKind::MalformedReference { .. }
                | ProblemKind::UnusableFile { .. }
                | ProblemKind::OutsideReference { .. }
        ) {
            return None;
        }
        let trimmed = reference.trim();
        let mut meant = vec![trimmed.to_owned()];
        // Bare component names, as in Swagger 1.
        if !trimmed.contains(['#', '/', '.']) {
            meant.push(format!("#/components/schemas/{trimmed}"));
            meant.push(format!("#/definitions/{trimmed}"));
        }
        // Pointers without `#`, or without the slash after it.
        if trimmed.starts_with('/') {
            meant.push(format!("#{trimmed}"));
        } else if let Some((file, fragment)) = trimmed.split_once('#') {
            meant.push(format!("{file}#/{}", fragment.trim_start_matches('/')));
            if fragment == "/" {
                meant.push(file.to_owned());
            }
        }
        // The locations of another version of the specification.
        for (one, other) in PLACES {
            for (from, to) in [(one, other), (other, one)] {
                meant.extend(trimmed.strip_prefix(from).map(|name| format!("{to}{name}")));
            }
        }
        meant.iter().filter(|text| !text.is_empty()).find_map(|text| self.loosely(base, text))
    }

    /// The target if a token may be part of a key, because a slash was not escaped.
    fn loosely(&self, base: NodeId, reference: &str) -> Option<NodeId> {
        let (uri, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let roots = self.resources(base, uri, reference).ok()?;
        let decoded = pointer::decode_percent(fragment)?;
        roots.into_iter().find_map(|root| {
            [decoded.as_str(), fragment].into_iter().find_map(|fragment| {
                let Some(fragment) = fragment.strip_prefix('/') else {
                    return fragment.is_empty().then_some(root);
                };
                let tokens: Vec<&str> = fragment.split('/').collect();
                self.walk_loosely(root, &tokens)
            })
        })
    }

    /// Takes the shortest run of tokens that is a key, at each step.
    fn walk_loosely(&self, root: NodeId, tokens: &[&str]) -> Option<NodeId> {
        let mut at = root;
        let mut rest = tokens;
        while !rest.is_empty() {
            let (next, taken) = (1..=rest.len()).find_map(|count| {
                let key = rest[..count].join("/");
                let unescaped = key.replace("~1", "/").replace("~0", "~");
                let next = self.document.walk(at, [unescaped.as_str()]);
                Some((next.or_else(|| self.document.walk(at, [key.as_str()]))?, count))
            })?;
            at = next;
            rest = &rest[taken..];
        }
        Some(at)
    }
}
