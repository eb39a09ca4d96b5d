use super::select;
use crate::load::{LoadOptions, load_text};
use crate::lower::{Context, KeywordCache, lower};
use crate::normalise::Dialect;
use crate::problem::Problems;
use crate::resolve::Resolver;

const DOCUMENT: &str = "
openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pets' } } } } }
    post:
      tags: [admin, pets]
      responses: { '204': { description: ok } }
  /toys:
    get:
      operationId: listToys
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Toy' } } } } }
components:
  schemas:
    Toy: { type: object }
    Pets: { type: array, items: { $ref: '#/components/schemas/Pet' } }
    Pet: { type: object, properties: { toy: { oneOf: [{ type: string }, { $ref: '#/components/schemas/Bone' }] }, sizes: { type: object, propertyNames: { $ref: '#/components/schemas/Size' }, additionalProperties: { type: integer } } } }
    Bone: { type: object }
    Size: { type: string, enum: [small, large] }
    Unused: { type: object }
";

/// The operations and schemas that are left, by their pointers, and the problems.
fn left(include: &[&str]) -> (Vec<String>, Vec<String>, Vec<String>) {
    let problems = Problems::default();
    let options = LoadOptions::default();
    let document = load_text("api.yaml", DOCUMENT.to_owned(), &options, &problems).unwrap();
    let mut api = {
        let resolver = Resolver::new(&document, &problems);
        let dialect = Dialect::of(&document).unwrap();
        lower(Context {
            document: &document,
            resolver: &resolver,
            problems: &problems,
            dialect,
            known: &KeywordCache::default(),
        })
    };
    let include: Vec<String> = include.iter().map(ToString::to_string).collect();
    select(&mut api, &include, document.root().unwrap(), &problems);
    let last = |pointer: String| pointer.rsplit('/').next().unwrap_or_default().to_owned();
    let operations =
        api.operations.iter().map(|o| format!("{} {}", last(document.pointer(o.origin)), o.path));
    let schemas = api.roots.iter().map(|id| last(document.pointer(api.schemas[*id].origin)));
    let (operations, schemas) = (operations.collect(), schemas.collect());
    let problems = problems.into_vec().iter().map(|problem| problem.kind.to_string()).collect();
    (operations, schemas, problems)
}

#[test]
fn nothing_named_is_everything() {
    let (operations, schemas, _) = left(&[]);
    assert_eq!((operations.len(), schemas.len()), (3, 6));
}

#[test]
fn what_is_named_stays_with_the_schemas_it_reaches() {
    let (operations, schemas, problems) = left(&["listPets"]);
    assert_eq!(operations, ["get /pets"]);
    assert_eq!(schemas, ["Pets", "Pet", "Bone", "Size"]);
    assert_eq!(problems, [""; 0]);
}

#[test]
fn tags_and_places_name_operations_too() {
    assert_eq!(left(&["tag:pets"]).0, ["get /pets", "post /pets"]);
    assert_eq!(left(&["GET /toys", "post /pets"]).0, ["post /pets", "get /toys"]);
}

#[test]
fn a_name_that_fits_nothing_is_a_problem() {
    let (operations, _, problems) = left(&["listPets", "tag:cats"]);
    assert_eq!(operations, ["get /pets"]);
    assert_eq!(problems, ["no operation matches `tag:cats`"]);
}

/// The remedy for a name that matches nothing.
fn remedy(what: &str) -> String {
    let problems = Problems::default();
    let options = LoadOptions::default();
    let text = DOCUMENT.replace("/toys:", "/toys#big:");
    let document = load_text("api.yaml", text, &options, &problems).unwrap();
    let mut api = {
        let resolver = Resolver::new(&document, &problems);
        let (dialect, known) = (Dialect::of(&document).unwrap(), &KeywordCache::default());
        let (document, problems) = (&document, &problems);
        lower(Context { document, resolver: &resolver, problems, dialect, known })
    };
    let before = problems.codes().len();
    select(&mut api, &[what.to_owned()], document.root().unwrap(), &problems);
    problems.into_vec().get(before).map(|problem| problem.kind.help()).unwrap_or_default()
}

#[test]
fn the_name_that_was_meant_is_suggested() {
    let write = |name: &str| format!("write `{name}`; `callwright list` shows all of them");
    assert_eq!(remedy("tag:pet"), write("tag:pets"));
    assert_eq!(remedy("pets"), write("tag:pets"));
    assert_eq!(remedy("list_pets"), write("listPets"));
    assert_eq!(remedy("GET /pet"), write("GET /pets"));
    assert_eq!(remedy("/toys#big"), write("GET /toys#big"));
    assert_eq!(remedy("get /toys#big"), "");
}
