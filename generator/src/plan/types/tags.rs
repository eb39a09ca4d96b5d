//! The discriminator values with which objects are sent.

use std::cell::OnceCell;

use crate::collections::HashMap;
use crate::ir::{Form, SchemaId, Schemas};

/// The discriminator values of objects: for an object and a member, the only value with which it
/// is sent in every union, or `None` if there are several.
#[derive(Default)]
pub(super) struct Tags(OnceCell<HashMap<SchemaId, Vec<(String, Option<String>)>>>);

impl Tags {
    pub(super) fn of(&self, schemas: &Schemas, id: SchemaId, member: &str) -> Option<&str> {
        let tags = self.0.get_or_init(|| all(schemas));
        let (_, tag) = tags.get(&id)?.iter().find(|(name, _)| name == member)?;
        tag.as_deref()
    }
}

fn all(schemas: &Schemas) -> HashMap<SchemaId, Vec<(String, Option<String>)>> {
    let mut found: HashMap<SchemaId, Vec<(String, Option<String>)>> = HashMap::default();
    for id in schemas.ids() {
        let Form::Union(union) = &schemas[id].form else { continue };
        let Some(discriminator) = &union.discriminator else { continue };
        for (alternative, tag) in union.alternatives.iter().zip(&discriminator.sent) {
            let tags = found.entry(schemas.resolve(alternative.schema)).or_default();
            match tags.iter_mut().find(|(name, _)| *name == discriminator.property) {
                Some((_, known)) if known == tag => {}
                Some((_, known)) => *known = None,
                None => tags.push((discriminator.property.clone(), tag.clone())),
            }
        }
    }
    found
}
