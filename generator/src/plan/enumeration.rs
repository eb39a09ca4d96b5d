//! From enumerations to open enums.

use super::Docs;
use super::item::{Enumeration, Literal, Value};
use crate::ir;
use crate::name::Ident;

/// The enum of an enumeration, with its variants' names.
///
/// A value that is an array or an object has no variant: it is kept as an unknown one.
pub(super) fn plan_enumeration(values: &ir::Enumeration, idents: &[Ident]) -> Enumeration {
    let is_text = values.is_text();
    let variants = values.values.iter().zip(idents).filter_map(|(value, ident)| {
        let literal = match &value.literal {
            ir::Literal::Boolean(value) => Literal::Bool(*value),
            ir::Literal::Number(text) => match text.parse() {
                Ok(value) => Literal::Integer(value),
                Err(_) => Literal::Number(text.clone()),
            },
            ir::Literal::Text(text) => Literal::Text(text.clone()),
            ir::Literal::Json(_) => return None,
        };
        let mut docs = Docs::text(value.description.as_deref().unwrap_or_default());
        docs.append(&Docs::of_value(ident, &literal));
        Some(Value { ident: ident.clone(), docs, literal })
    });
    Enumeration { variants: variants.collect(), is_text, admits_others: values.admits_others }
}
