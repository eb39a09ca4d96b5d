//! The public test suite of RFC 6570, as far as a path or query parameter of
//! `OpenAPI` can say what a template does.
//!
//! The suite is not part of this repository: `CALLWRIGHT_URI_TEMPLATE_TESTS` names its folder.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use callwright_runtime::{Client, ClientBuilder, Json, generated::describe, http};
use describe::{Operation, Parameter, Style};
use serde_json::Value;

static API: describe::Api = describe::Api::new("T", "1", "t/1");

/// A template as an operation: every expression becomes parameters.
struct Template {
    path: String,
    parameters: Vec<(Parameter, &'static str)>,
}

/// Why a template says more than a document can.
type Beyond = &'static str;

fn template(text: &str, variables: &BTreeMap<String, Value>) -> Result<Template, Beyond> {
    let mut template = Template { path: "/x/".to_owned(), parameters: Vec::new() };
    let mut rest = text;
    while let Some((literal, from)) = rest.split_once('{') {
        template.path.push_str(literal);
        let (expression, after) = from.split_once('}').ok_or("not closed")?;
        rest = after;
        let (operator, names) = match expression.chars().next() {
            Some(operator @ ('+' | '#' | '.' | '/' | ';' | '?' | '&')) => {
                (operator, &expression[1..])
            }
            _ => (' ', expression),
        };
        let is_query = matches!(operator, '?' | '&');
        if !is_query && template.path.contains('?') {
            return Err("a path expression in the query");
        }
        if is_query && !rest.is_empty() && !rest.starts_with("{&") {
            return Err("text after the query");
        }
        if operator == '&' && !template.path.contains('?') && template.parameters.is_empty() {
            template.path.push_str(FIXED);
        }
        for (index, name) in names.split(',').enumerate() {
            let (name, explode) = name.strip_suffix('*').map_or((name, false), |name| (name, true));
            if name.contains(':') {
                return Err("a prefix");
            }
            if name.contains('%') {
                return Err("a percent-encoded name");
            }
            let value = variables.get(name).unwrap_or(&Value::Null);
            let parameter = match operator {
                ' ' => Parameter::path(leak(name)),
                '.' => Parameter::path(leak(name)).style(Style::Label),
                ';' => Parameter::path(leak(name)).style(Style::Matrix),
                '?' | '&' => Parameter::query(leak(name)),
                '+' => return Err("reserved expansion in a path"),
                '#' => return Err("a fragment"),
                _ => return Err("several segments"),
            };
            if !is_query {
                // A path parameter is required, and one without text is refused.
                if value.is_null() || (operator == ' ' && value.as_str() == Some("")) {
                    return Err("a path parameter without a value");
                }
                if value.as_object().is_some_and(serde_json::Map::is_empty) {
                    return Err("a path parameter without a value");
                }
                if template.parameters.iter().any(|(_, known)| *known == name) {
                    return Err("a path parameter twice");
                }
                if operator == ' ' && index > 0 {
                    template.path.push(',');
                }
                template.path.push_str(&format!("{{{name}}}"));
            }
            template.parameters.push((parameter.explode(explode), leak(name)));
        }
    }
    template.path.push_str(rest);
    Ok(template)
}

/// What `{&…}` goes on from where nothing else is there.
const FIXED: &str = "?begun";

fn leak(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

fn expand(client: &Client, template: Template, variables: &BTreeMap<String, Value>) -> String {
    let (parameters, names): (Vec<Parameter>, Vec<&str>) = template.parameters.into_iter().unzip();
    let operation = Operation::new("t", "GET", leak(&template.path))
        .parameters(Box::leak(parameters.into_boxed_slice()));
    let mut call = client.call(Box::leak(Box::new(operation)));
    for (index, name) in names.iter().enumerate() {
        let value = variables.get(*name).unwrap_or(&Value::Null).to_string();
        call = call.set(index, &value.parse::<Json>().unwrap());
    }
    let request = call.request(&"http://h".parse::<http::Uri>().unwrap()).unwrap();
    request.uri().to_string().replacen("http://h/x/", "", 1).replacen(FIXED, "", 1)
}

#[test]
#[ignore = "needs the suite of RFC 6570: .ci/gates/templates"]
fn templates_expand_as_the_suite_says() {
    let folder = std::env::var_os("CALLWRIGHT_URI_TEMPLATE_TESTS").expect("it names the suite");
    let folder = PathBuf::from(folder);
    let client = ClientBuilder::new(&API).endpoint("http://h").build().unwrap();
    let mut compared = 0;
    let mut beyond = BTreeMap::<Beyond, usize>::new();
    let mut wrong = Vec::new();
    for name in ["spec-examples.json", "spec-examples-by-section.json", "extended-tests.json"] {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        let sections: BTreeMap<String, Value> = serde_json::from_str(&text).unwrap();
        for (section, content) in sections {
            let variables = serde_json::from_value(content["variables"].clone()).unwrap();
            for case in content["testcases"].as_array().unwrap() {
                let text = case[0].as_str().unwrap();
                let expected: Vec<&str> = match &case[1] {
                    Value::Array(any) => any.iter().filter_map(Value::as_str).collect(),
                    one => one.as_str().into_iter().collect(),
                };
                match template(text, &variables) {
                    Err(why) => *beyond.entry(why).or_default() += 1,
                    Ok(template) => {
                        compared += 1;
                        let found = expand(&client, template, &variables);
                        if !expected.contains(&found.as_str()) {
                            wrong.push(format!("{section}: {text}: {found}, not {expected:?}"));
                        }
                    }
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    eprintln!("{compared} compared; beyond what a document can say: {beyond:?}");
    assert!(compared >= 90, "only {compared} rows were compared");
}
