//! Documents that somebody damaged: whatever comes, nothing panics and what is written is Rust.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::compile;
use crate::collections::HashSet;
use crate::load::{Limits, LoadOptions, load_text};
use crate::options::Options;
use crate::problem::Problems;
use crate::render::MARKER;

const SEEDS: [&str; 4] = [
    include_str!("seeds/schemas-3.1.yaml"),
    include_str!("seeds/operations-3.0.yaml"),
    include_str!("seeds/unions-3.0.yaml"),
    include_str!("seeds/swagger-2.0.yaml"),
];

/// Generates from a text, and parses every Rust file; `None` where the text is refused.
fn generate(text: String) -> Option<usize> {
    let options = LoadOptions {
        limits: Limits { nodes: 200_000, ..Limits::default() },
        ..LoadOptions::default()
    };
    let problems = Problems::default();
    let document = load_text("api.yaml", text, &options, &problems).ok()?;
    let compiled = compile(&document, &Options { bindings: true, ..Options::default() }, &problems);
    let sources = compiled.files.iter().filter(|(path, _)| {
        std::path::Path::new(path).extension().is_some_and(|extension| extension == "rs")
    });
    let mut types: HashSet<String> = HashSet::default();
    for (path, text) in sources {
        let file = match syn::parse_file(text) {
            Ok(file) => file,
            Err(error) => panic!("{path} is no Rust: {error}\n{text}"),
        };
        assert!(text.starts_with(MARKER), "{path} does not say where it is from");
        if path.starts_with("src/types") {
            types.extend(file.items.iter().filter_map(item_ident));
        }
    }
    // Empty where the document is no OpenAPI document.
    let bindings = compiled.bindings.unwrap_or_default();
    let bindings: Value = serde_json::from_str(&bindings).unwrap_or_default();
    for schema in bindings["schemas"].as_array().into_iter().flatten() {
        let path = schema["rust"].as_str().unwrap();
        let ident = path.rsplit("::").next().unwrap().trim_start_matches("r#");
        assert!(types.contains(ident), "{schema} is bound, and not written");
    }
    let diagnostics = crate::diagnostic::collect(
        &document,
        &crate::level::Levels::default().apply(&document, problems.into_vec()),
    );
    // Every problem of a document of one file has a place in it.
    assert!(diagnostics.iter().all(|diagnostic| diagnostic.line > 0), "{diagnostics:?}");
    Some(diagnostics.len())
}

fn item_ident(item: &syn::Item) -> Option<String> {
    match item {
        syn::Item::Enum(item) => Some(item.ident.to_string()),
        syn::Item::Struct(item) => Some(item.ident.to_string()),
        syn::Item::Type(item) => Some(item.ident.to_string()),
        _ => None,
    }
}

#[test]
fn what_nothing_reaches_is_not_bound() {
    let document = "openapi: 3.0.3
info: { title: t, version: '1' }
paths:
  /photos:
    post:
      requestBody:
        content:
          multipart/form-data:
            schema: { type: object, properties: { photo: { type: string, format: binary } } }
            encoding: { photo: { headers: { X-Kind: { schema: { type: string, enum: [a, b] } } } } }
      responses: { '200': { description: ok } }
";
    assert!(generate(document.to_owned()).is_some());
}

#[test]
fn the_seeds_themselves_generate() {
    for seed in SEEDS {
        assert!(generate(seed.to_owned()).is_some());
    }
}

#[test]
fn unions_of_one_another_are_looked_through_once() {
    // As many ways lead through them as 24 to the power of 8.
    let names: Vec<String> = (0..24).map(|index| format!("U{index}")).collect();
    let all: Vec<Value> = names
        .iter()
        .map(|name| json!({ "$ref": format!("#/components/schemas/{name}") }))
        .collect();
    let schemas: serde_json::Map<String, Value> = names
        .iter()
        .map(|name| {
            let own = json!({ "type": "object", "required": [name], "properties": { name: {} } });
            let others = all.iter().cloned().chain([own]);
            (name.clone(), json!({ "oneOf": others.collect::<Vec<Value>>() }))
        })
        .collect();
    let document = json!({ "openapi": "3.1.0", "components": { "schemas": schemas } });
    assert!(generate(document.to_string()).is_some());
}

/// A change to one value of a document.
#[derive(Clone, Debug)]
enum Damage {
    Remove,
    Replace(Value),
    /// The value at another place.
    CopyOf(usize),
    /// A reference to another place.
    ReferTo(usize),
    /// The object's member, or the array's item, under another name, or once more.
    Rename(String),
}

fn damage() -> impl Strategy<Value = Damage> {
    let values = prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
        json!(""),
        json!("fn"),
        json!("*/ {id} \u{0} ``` \"#"),
        json!("object"),
        json!("#/components/schemas/Pet"),
        json!([]),
        json!({}),
        json!([{}]),
        json!({ "type": ["object", "string", "null"] }),
        json!({ "$ref": "#" }),
    ]);
    let names = prop::sample::select(vec![
        "", "self", "Self", "a b", "日本", "\"", "$ref", "type", "_", "0", "{",
    ]);
    prop_oneof![
        Just(Damage::Remove),
        values.prop_map(Damage::Replace),
        any::<usize>().prop_map(Damage::CopyOf),
        any::<usize>().prop_map(Damage::ReferTo),
        names.prop_map(|name| Damage::Rename(name.to_owned())),
    ]
}

/// The pointers of all values, in order.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                let key = key.replace('~', "~0").replace('/', "~1");
                pointers(member, &format!("{at}/{key}"), found);
            }
        }
        _ => {}
    }
}

fn apply(document: &mut Value, place: usize, damage: &Damage) {
    let mut all = Vec::new();
    pointers(document, "", &mut all);
    let pick = |index: usize| all[index % all.len()].clone();
    let pointer = pick(place);
    let Some((parent, key)) = pointer.rsplit_once('/') else { return };
    let key = key.replace("~1", "/").replace("~0", "~");
    let value = match damage {
        Damage::Replace(value) => Some(value.clone()),
        Damage::CopyOf(other) => document.pointer(&pick(*other)).cloned(),
        Damage::ReferTo(other) => Some(json!({ "$ref": format!("#{}", pick(*other)) })),
        Damage::Remove | Damage::Rename(_) => None,
    };
    match (document.pointer_mut(parent), value) {
        (Some(Value::Object(members)), Some(value)) => {
            members.insert(key, value);
        }
        (Some(Value::Object(members)), None) => {
            let old = members.remove(&key);
            if let (Damage::Rename(name), Some(old)) = (damage, old) {
                members.insert(name.clone(), old);
            }
        }
        (Some(Value::Array(items)), value) => {
            let index: usize = key.parse().unwrap();
            match value {
                Some(value) => items[index] = value,
                None if matches!(damage, Damage::Rename(_)) => items.push(items[index].clone()),
                None => drop(items.remove(index)),
            }
        }
        _ => {}
    }
}

proptest! {
    // `PROPTEST_CASES=100000` looks longer.
    #![proptest_config(ProptestConfig { max_shrink_iters: 500, ..ProptestConfig::with_cases(
        std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48)
    ) })]

    #[test]
    fn damaged_documents_still_generate_rust(
        seed in 0..SEEDS.len(),
        damages in prop::collection::vec((any::<usize>(), damage()), 1..12),
    ) {
        let mut document: Value = serde_yaml::from_str(SEEDS[seed]).unwrap();
        for (place, damage) in &damages {
            apply(&mut document, *place, damage);
            // Copies of copies grow without bound.
            if document.to_string().len() > 100_000 {
                break;
            }
        }
        generate(document.to_string());
    }

    #[test]
    fn damaged_texts_are_read_or_refused(
        seed in 0..SEEDS.len(),
        edits in prop::collection::vec((any::<usize>(), any::<u8>()), 1..20),
    ) {
        let mut bytes = SEEDS[seed].as_bytes().to_vec();
        for (place, byte) in edits {
            let place = place % bytes.len();
            bytes[place] = byte;
        }
        generate(String::from_utf8_lossy(&bytes).into_owned());
    }
}
