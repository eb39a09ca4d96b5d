//! The events of a stream that the document describes as a whole: their data, their name, their id.

use super::flatten::flatten;
use super::merge::{Merged, merge};
use super::{Conjunct, Lowerer};
use crate::document::NodeId;
use crate::ir::{EventData, EventType, Place};
use crate::normalise::TypeSet;

/// The maximum number of alternatives, against unions that contain each other.
const MOST: usize = 1_000;

impl Lowerer<'_> {
    /// The events of a stream, given the schema of one or the array of all; empty if it describes the data of the
    /// events instead.
    ///
    /// A whole event is an object of the fields of an event (OpenAPI 3.2, "Server-Sent Event Streams"), or one of several
    /// such objects.
    pub(crate) fn events(&mut self, schema: NodeId) -> Vec<EventType> {
        let mut open = vec![vec![Conjunct::whole(schema)]];
        let mut found = Vec::new();
        let mut is_item = false;
        for _ in 0..MOST {
            let Some(conjunction) = open.pop() else { return found };
            let merged = merge(self.context, &flatten(self.context, &conjunction));
            if merged.types == Some(TypeSet::ARRAY) && !is_item && !merged.items.is_empty() {
                open.push(merged.items);
            } else if let [group] = merged.groups.as_slice() {
                let rest = conjunction.iter().map(|one| Conjunct { unions: false, ..*one });
                let rest: Vec<Conjunct> = rest.collect();
                let alternatives = group.alternatives.iter().rev();
                open.extend(alternatives.map(|node| {
                    rest.iter().copied().chain([Conjunct::whole(*node)]).collect::<Vec<_>>()
                }));
            } else {
                let Some(event) = self.event(&conjunction, merged) else { return Vec::new() };
                found.push(event);
            }
            is_item = true;
        }
        Vec::new()
    }

    fn event(&mut self, conjunction: &[Conjunct], merged: Merged) -> Option<EventType> {
        let is_field =
            |name: &String| matches!(name.as_str(), "data" | "event" | "id" | "retry" | "comment");
        let has = |name| merged.properties.contains_key(name);
        if !merged.groups.is_empty()
            || !merged.properties.keys().all(is_field)
            || !(has("data") || has("event"))
        {
            return None;
        }
        let origin = conjunction.last()?.node;
        let names = merged.properties.get("event").map_or_else(Vec::new, |event| {
            let event = merge(self.context, &flatten(self.context, event));
            let values = event.enumeration.iter().flatten();
            let spelled = |node| self.context.document.spelled(node).to_owned();
            values.map(|value| spelled(value.node)).filter(|name| !name.is_empty()).collect()
        });
        let data = match merged.properties.get("data") {
            None => EventData::Text,
            Some(data) => match merge(self.context, &flatten(self.context, data)).json_content {
                Some(content) => EventData::Json(content.schema.map(|schema| self.node(schema))),
                None => {
                    let node = data.first()?.node;
                    EventData::Value(self.request(data.clone(), Place::Node(node)))
                }
            },
        };
        Some(EventType { origin, docs: merged.docs, names, data })
    }
}
