//! Examples in the documentation of operations.

use std::collections::BTreeSet;

use super::text::{Expression, Source, imported};
use super::type_ref::{Module, written};
use crate::name::{Case, Ident};
use crate::plan::{Docs, Example, Sample};

/// The section of a method's documentation that shows a call of it.
pub(super) fn example(example: &Example, accessor: Option<&Ident>, method: &Ident) -> Docs {
    let Example { crate_name, types, given, arguments } = example;
    let mut text = String::from("\n# Examples\n\n```no_run\n");
    if !types.is_empty() {
        text.push_str(&types_import(crate_name, types));
        text.push_str("\n\n");
    }
    let mut hidden = |line: &str| {
        text.push_str("# ");
        text.push_str(line);
        text.push('\n');
    };
    // Paths in full: the document decides over the names of types.
    let mut parameters = format!("client: &{crate_name}::Client");
    if !given.is_empty() {
        hidden(&format!("use {crate_name}::{{runtime as rt, types}};"));
        for (ident, ty) in given {
            parameters.push_str(&format!(", {ident}: {}", written(ty, Module::Root)));
        }
    }
    hidden(&format!(
        "async fn example({parameters}) -> std::result::Result<(), Box<dyn std::error::Error>> {{"
    ));
    let call = Expression::word("client").then(call(accessor, method, arguments));
    text.push_str(&statement("let response =", &call));
    text.push_str("# Ok(())\n# }\n```");
    Docs(text)
}

/// The crate's name in a path.
pub(super) fn crate_path(name: &str) -> Ident {
    Ident::pinned(Case::Snake, name)
}

/// The import of types by their names.
pub(super) fn types_import(crate_name: &str, types: &BTreeSet<Ident>) -> String {
    let path = format!("use {}::types", crate_path(crate_name));
    imported(&path, types.iter().map(ToString::to_string).collect())
}

/// `.pets().add_pet(…).await?`, what follows a client.
pub(super) fn call(
    accessor: Option<&Ident>,
    method: &Ident,
    arguments: &[Sample],
) -> Vec<Expression> {
    let accessor = accessor.map(|accessor| Expression::call(accessor, []));
    let arguments: Vec<Expression> = arguments.iter().map(sample).collect();
    let links = [Expression::call(method, arguments), Expression::word("await?")];
    accessor.into_iter().chain(links).collect()
}

/// A statement of its own.
pub(super) fn statement(left: &str, value: &Expression) -> String {
    let mut out = Source::default();
    out.assign(left, value, ";");
    out.into_text()
}

fn sample(value: &Sample) -> Expression {
    match value {
        Sample::Text { text, owned: false } => Expression::quoted(text),
        Sample::Text { text, owned: true } => {
            Expression::quoted(text).then([Expression::call("to_owned", [])])
        }
        Sample::Bool => Expression::word(true),
        Sample::Integer => Expression::word(1),
        Sample::Float => Expression::word("1.0"),
        Sample::Variant { item, variant } => Expression::word(format_args!("{item}::{variant}")),
        Sample::New { item, arguments, set } => {
            let arguments: Vec<Expression> = arguments.iter().map(sample).collect();
            let set = set.as_ref();
            let set = set.map(|(ident, value)| Expression::call(ident, [sample(value)]));
            Expression::call(format_args!("{item}::new"), arguments).then(set)
        }
        Sample::List(item) => Expression::Array(vec![sample(item)]).prefixed("vec!"),
        Sample::Given(ident) => Expression::word(ident),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::example;
    use crate::name::Ident;
    use crate::plan::{Example, Sample, TypeRef};

    #[test]
    fn a_call_is_shown_with_what_it_needs() {
        let cat = Ident::pascal("Cat");
        let name = Sample::Text { text: "name".to_owned(), owned: false };
        let rendered = example(
            &Example {
                crate_name: "pet_store".to_owned(),
                types: BTreeSet::from([cat.clone()]),
                given: vec![(Ident::snake("since"), TypeRef::Date)],
                arguments: vec![
                    Sample::Given(Ident::snake("since")),
                    Sample::New { item: cat, arguments: vec![name], set: None },
                ],
            },
            Some(&Ident::snake("pets")),
            &Ident::snake("add_pet"),
        );
        assert_eq!(
            rendered.0.lines().collect::<Vec<_>>(),
            [
                "",
                "# Examples",
                "",
                "```no_run",
                "use pet_store::types::Cat;",
                "",
                "# use pet_store::{runtime as rt, types};",
                "# async fn example(client: &pet_store::Client, since: rt::Date) -> std::result::Result<(), Box<dyn std::error::Error>> {",
                "let response = client.pets().add_pet(since, Cat::new(\"name\")).await?;",
                "# Ok(())",
                "# }",
                "```",
            ]
        );
    }
}
