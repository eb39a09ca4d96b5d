//! The program on the front page of a crate.

use super::example::{call, crate_path, statement, types_import};
use super::text::Expression;
use crate::plan::{Docs, Example, QuickStart};

/// A code block that sets a client up and calls an operation.
pub(super) fn quick_start(program: &QuickStart) -> Docs {
    let QuickStart { setup, accessor, method, example } = program;
    let Example { crate_name, types, given: _, arguments } = example;
    let mut text = format!("\n```no_run\nuse {}::Client;\n", crate_path(crate_name));
    if !types.is_empty() {
        text.push_str(&types_import(crate_name, types));
        text.push('\n');
    }
    text.push_str(
        "\n# async fn example() -> std::result::Result<(), Box<dyn std::error::Error>> {\n",
    );
    let setup = setup.iter().map(|(method, values)| {
        let values: Vec<Expression> =
            values.iter().map(|value| Expression::quoted(value)).collect();
        Expression::call(method, values)
    });
    let built = [Expression::word("build()?")];
    let client = Expression::call("Client::builder", []).then(setup.chain(built));
    text.push_str(&statement("let client =", &client));
    let called = call(accessor.as_ref(), method, arguments);
    text.push_str(&statement("let response =", &Expression::word("client").then(called)));
    text.push_str("println!(\"{}\", response.http_status());\n# Ok(())\n# }\n```\n");
    Docs(text)
}
