//! Words for the alternatives of a union.

use super::{Form, Schemas, Union};
use crate::collections::HashMap;

/// One word per alternative: its name in the document, its title, or its type; followed by a number
/// if two are equal.
pub(crate) fn alternative_words(schemas: &Schemas, union: &Union) -> Vec<String> {
    let words: Vec<String> = union
        .alternatives
        .iter()
        .map(|alternative| {
            let schema = &schemas[alternative.schema];
            schema
                .rust_name
                .as_ref()
                .or(alternative.name.as_ref())
                .or(schema.docs.title.as_ref())
                .filter(|name| name.chars().any(char::is_alphanumeric))
                .cloned()
                .unwrap_or_else(|| {
                    kind_word(schemas, &schemas[schemas.resolve(alternative.schema)].form)
                })
        })
        .collect();
    let mut counts: HashMap<&str, usize> = HashMap::default();
    for word in &words {
        *counts.entry(word).or_default() += 1;
    }
    let numbered = |(index, word): (usize, &String)| match counts.get(&**word) {
        Some(1) => word.clone(),
        _ => format!("{word} {}", index + 1),
    };
    words.iter().enumerate().map(numbered).collect()
}

/// The type of a form in one word; for a list with the type of its items.
fn kind_word(schemas: &Schemas, form: &Form) -> String {
    match form {
        Form::Array(item) => format!("{} List", plain_kind(&schemas[schemas.resolve(*item)].form)),
        form => plain_kind(form).to_owned(),
    }
}

fn plain_kind(form: &Form) -> &'static str {
    match form {
        Form::Any(_) | Form::Alias(_) => "Any",
        Form::Null => "Null",
        Form::Never => "Never",
        Form::Boolean => "Bool",
        Form::Integer(_) => "Integer",
        Form::Number { .. } => "Number",
        Form::String(_) => "Text",
        Form::Enumeration(_) => "Name",
        Form::Array(_) => "List",
        Form::Tuple { .. } => "Tuple",
        Form::Map(_) => "Map",
        Form::Object(_) => "Object",
        Form::Union(_) => "Union",
    }
}
