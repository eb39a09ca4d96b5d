//! Words for the alternatives of a union.

use super::{Form, Literal, Object, SchemaId, Schemas, StringFormat, Union};
use crate::collections::{HashMap, HashSet};

/// How many members of a member are searched for a constant.
const NESTED: usize = 8;

/// One word per alternative: its name in the document, its title, what tells it apart, or its type;
/// followed by a number only if nothing else differs.
pub(crate) fn alternative_words(schemas: &Schemas, union: &Union) -> Vec<String> {
    let forms: Vec<&Form> = union
        .alternatives
        .iter()
        .map(|alternative| &schemas[schemas.resolve(alternative.schema)].form)
        .collect();
    let told_apart = Differences::of(schemas, union, &forms);
    let mut words: Vec<String> = Vec::with_capacity(forms.len());
    for (index, alternative) in union.alternatives.iter().enumerate() {
        let schema = &schemas[alternative.schema];
        let given = schema.rust_name.as_ref().or(alternative.name.as_ref());
        let given = given.or(schema.docs.title.as_ref());
        let given = given.filter(|name| name.chars().any(char::is_alphanumeric)).cloned();
        words.push(given.unwrap_or_else(|| told_apart.word(index)));
    }
    // Equal words are extended by what tells their alternatives apart, then by a number.
    for shared in repeated(&words) {
        for index in shared {
            if let Some(word) = words.get_mut(index)
                && let Some(detail) = told_apart.detail(index, word)
            {
                *word = format!("{word} {detail}");
            }
        }
    }
    for shared in repeated(&words) {
        for index in shared {
            if let Some(word) = words.get_mut(index) {
                *word = format!("{word} {}", index + 1);
            }
        }
    }
    words
}

/// The indexes of each word that occurs several times.
fn repeated(words: &[String]) -> Vec<Vec<usize>> {
    let mut indexes: HashMap<&str, Vec<usize>> = HashMap::default();
    for (index, word) in words.iter().enumerate() {
        indexes.entry(word).or_default().push(index);
    }
    let mut repeated: Vec<Vec<usize>> =
        indexes.into_values().filter(|indexes| indexes.len() > 1).collect();
    repeated.sort();
    repeated
}

/// What tells the alternatives of a union apart.
struct Differences<'a> {
    schemas: &'a Schemas,
    forms: &'a [&'a Form],
    /// The property whose constants name alternatives.
    tag: Option<String>,
    /// How many alternatives declare a property, and how many require it.
    counts: HashMap<&'a str, (usize, usize)>,
}

impl<'a> Differences<'a> {
    fn of(schemas: &'a Schemas, union: &Union, forms: &'a [&'a Form]) -> Self {
        let mut counts: HashMap<&str, (usize, usize)> = HashMap::default();
        for object in forms.iter().filter_map(|form| as_object(form)) {
            for property in &object.properties {
                let (declared, required) = counts.entry(&property.name).or_default();
                *declared += 1;
                *required += usize::from(property.required);
            }
        }
        let discriminator = union.discriminator.as_ref().map(|one| one.property.clone());
        let tag = discriminator.or_else(|| constant_property(schemas, forms));
        Self { schemas, forms, tag, counts }
    }

    /// The word of an alternative without a name.
    fn word(&self, index: usize) -> String {
        let Some(form) = self.forms.get(index) else { return String::new() };
        match form {
            Form::Object(object) => self
                .constant_of(object)
                .or_else(|| only_required(object))
                .unwrap_or_else(|| "Object".to_owned()),
            form => constant(form).unwrap_or_else(|| kind_word(self.schemas, form)),
        }
    }

    /// What an alternative has besides its word that others have not; `None` if there is no such thing.
    fn detail(&self, index: usize, word: &str) -> Option<String> {
        match self.forms.get(index)? {
            Form::Object(object) => {
                let exclusive = |required: bool| {
                    let mut names = object.properties.iter().filter(|property| {
                        let counts = self.counts.get(&*property.name).copied();
                        let (declared, requiring) = counts.unwrap_or_default();
                        if required { property.required && requiring == 1 } else { declared == 1 }
                    });
                    names.next().map(|property| property.name.clone())
                };
                let details = [self.constant_of(object), exclusive(true), exclusive(false)];
                details.into_iter().flatten().find(|detail| detail != word)
            }
            Form::Enumeration(enumeration) => {
                let mut texts = enumeration.values.iter().map(|value| literal(&value.literal));
                let first = texts.next()?;
                Some(match (texts.next(), texts.next_back()) {
                    (None, _) => first,
                    (Some(second), None) => format!("{first} or {second}"),
                    (Some(_), Some(last)) => format!("{first} to {last}"),
                })
                .filter(|detail| detail != word)
            }
            Form::Array(item) => match &self.schemas[self.schemas.resolve(*item)].form {
                Form::Object(object) => self.constant_of(object).or_else(|| only_required(object)),
                _ => None,
            },
            Form::String(format) => text_kind(format).map(str::to_owned),
            _ => None,
        }
    }

    fn constant_of(&self, object: &Object) -> Option<String> {
        let tag = self.tag.as_ref()?;
        let property = object.properties.iter().find(|property| property.name == *tag)?;
        nested_constant(self.schemas, property.schema)
    }
}

/// The property that is a constant in several alternatives, with the most values, or in only one; the
/// first of several.
fn constant_property(schemas: &Schemas, forms: &[&Form]) -> Option<String> {
    let mut constants: HashMap<&str, Vec<String>> = HashMap::default();
    let mut order: Vec<&str> = Vec::new();
    for object in forms.iter().filter_map(|form| as_object(form)) {
        for property in &object.properties {
            if let Some(value) = nested_constant(schemas, property.schema) {
                let known = constants.entry(&property.name).or_insert_with(|| {
                    order.push(&property.name);
                    Vec::new()
                });
                known.push(value);
            }
        }
    }
    let distinct = |name: &&str| {
        let values = constants.get(name).map_or(&[][..], Vec::as_slice);
        let distinct = values.iter().collect::<HashSet<_>>().len();
        if distinct == 1 && values.len() > 1 { 0 } else { distinct }
    };
    let best = order.iter().map(distinct).max().filter(|best| *best > 0)?;
    order.into_iter().find(|name| distinct(name) == best).map(str::to_owned)
}

/// The constant of a schema, or of a required member of it.
fn nested_constant(schemas: &Schemas, id: SchemaId) -> Option<String> {
    match &schemas[schemas.resolve(id)].form {
        Form::Object(object) => {
            let required = object.properties.iter().take(NESTED).filter(|member| member.required);
            let form = |id: SchemaId| &schemas[schemas.resolve(id)].form;
            required.into_iter().find_map(|member| constant(form(member.schema)))
        }
        form => constant(form),
    }
}

/// The value of an enumeration of one.
fn constant(form: &Form) -> Option<String> {
    match form {
        Form::Enumeration(enumeration) => match enumeration.values.as_slice() {
            [only] => {
                Some(literal(&only.literal)).filter(|text| text.chars().any(char::is_alphanumeric))
            }
            _ => None,
        },
        _ => None,
    }
}

fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Boolean(value) => value.to_string(),
        Literal::Number(text) | Literal::Text(text) | Literal::Json(text) => text.clone(),
    }
}

fn only_required(object: &Object) -> Option<String> {
    let mut required = object.properties.iter().filter(|property| property.required);
    let only = required.next()?;
    required.next().is_none().then(|| only.name.clone())
}

fn as_object(form: &Form) -> Option<&Object> {
    match form {
        Form::Object(object) => Some(object),
        _ => None,
    }
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

/// The format of a string in one word.
fn text_kind(format: &StringFormat) -> Option<&str> {
    match format {
        StringFormat::Text => None,
        StringFormat::DateTime => Some("DateTime"),
        StringFormat::Date => Some("Date"),
        StringFormat::Time => Some("Time"),
        StringFormat::Duration => Some("Duration"),
        StringFormat::Uuid => Some("Uuid"),
        StringFormat::Uri => Some("Uri"),
        StringFormat::Base64 => Some("Base64"),
        StringFormat::Binary(_) => Some("Binary"),
        StringFormat::Other(name) => Some(name),
    }
}
