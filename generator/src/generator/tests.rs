//! Runs as their callers see them, and the problems that no document alone can cause.

use std::fs;
use std::path::Path;

use super::Generator;
use crate::diagnostic::{collect, of_failure};
use crate::level::Levels;
use crate::load::{LoadOptions, load};
use crate::problem::Problems;
use crate::report::Outcome;

const API: &str = "openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths: {}\n";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// A run's problems as text, with paths below `folder`.
fn refused(folder: &Path, generator: &Generator) -> Vec<String> {
    let report = generator.generate();
    assert_eq!(report.outcome, Outcome::Refused);
    assert_eq!(report.changes, []);
    let prefix = format!("{}/", folder.display());
    report.problems.iter().map(|problem| problem.to_string().replace(&prefix, "")).collect()
}

#[test]
fn a_missing_document_is_an_error() {
    let folder = folder(&[]);
    let generator = Generator::new(folder.path().join("api.yaml")).out_dir(folder.path());
    assert_eq!(
        refused(folder.path(), &generator),
        [concat!(
            "error[unreadable-file]: the file cannot be read: No such file or directory (os error 2)\n",
            " --> api.yaml\n",
            " = note: nothing was generated\n",
            " = help: check the path and the permissions\n",
        )]
    );
}

#[test]
fn a_crate_needs_a_name_that_cargo_takes() {
    let folder = folder(&[("api.yaml", API)]);
    let generator = |name: &str| {
        let spec = folder.path().join("api.yaml");
        Generator::new(spec).out_dir(folder.path().join("out")).crate_name(name)
    };
    for name in ["", "9pets", "pets!", "fn", "../pets", "ünï"] {
        assert_eq!(
            refused(folder.path(), &generator(name)),
            [format!(
                concat!(
                    "error[invalid-crate-name]: `{}` cannot be the name of a crate\n",
                    " --> api.yaml\n",
                    " = note: nothing was written\n",
                    " = help: use ASCII letters, digits, `-` and `_`; begin with a letter; do not use a keyword of Rust\n",
                ),
                name
            )]
        );
    }
    assert_eq!(generator("pets-client").generate().outcome, Outcome::Clean);
}

#[test]
fn an_output_folder_that_is_a_file_is_an_error() {
    let folder = folder(&[("api.yaml", API), ("out", "")]);
    let generator =
        Generator::new(folder.path().join("api.yaml")).out_dir(folder.path().join("out"));
    assert_eq!(
        refused(folder.path(), &generator),
        [concat!(
            "error[unwritable-output]: the output cannot be written: not a directory\n",
            " --> out\n",
            " = note: the next run completes what this one began\n",
            " = help: check the path, the permissions and the free disk space\n",
        )]
    );
}

#[test]
fn every_file_in_the_way_is_named() {
    let folder = folder(&[("api.yaml", API)]);
    let out = folder.path().join("out");
    fs::create_dir_all(out.join("src")).unwrap();
    for path in ["Cargo.toml", "src/lib.rs", "src/mine.rs"] {
        fs::write(out.join(path), "mine").unwrap();
    }
    let problem = |path: &str| {
        format!(
            concat!(
                "error[file-in-the-way]: the client needs the place of this file, which callwright did not write\n",
                " --> {}\n",
                " = note: nothing was written\n",
                " = help: move it away or choose another output folder; if it is generated code of which ",
                "`.callwright-files` was lost, delete it\n",
            ),
            path
        )
    };
    let generator = Generator::new(folder.path().join("api.yaml")).out_dir(&out);
    assert_eq!(
        refused(folder.path(), &generator),
        [problem("out/Cargo.toml"), problem("out/src/lib.rs")]
    );
}

#[test]
fn a_broken_list_of_files_is_an_error() {
    let folder = folder(&[("api.yaml", API)]);
    let out = folder.path().join("out");
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join(".callwright-files"), "# comment\nsrc/lib.rs\n").unwrap();
    let generator = Generator::new(folder.path().join("api.yaml")).out_dir(&out);
    assert_eq!(
        refused(folder.path(), &generator),
        [concat!(
            "error[broken-file-list]: line 2 is not a hash and a path, so that nobody knows which files are generated\n",
            " --> out/.callwright-files\n",
            " = note: nothing was written\n",
            " = help: restore the file from version control, or delete it together with the generated files\n",
        )]
    );
}

#[test]
fn a_url_and_the_standard_input_are_not_documents_yet() {
    let folder = folder(&[]);
    let problem = |spec: &str| refused(folder.path(), &Generator::new(spec)).remove(0);
    assert_eq!(
        problem("https://pets.example/api.yaml"),
        concat!(
            "error[not-a-file]: the document has to be a file\n",
            " --> https://pets.example/api.yaml\n",
            " = note: nothing was generated\n",
            " = help: download it, for example by `curl --location --output api.yaml URL`, and name that file\n",
        )
    );
    assert_eq!(
        problem("-"),
        concat!(
            "error[not-a-file]: the document has to be a file\n",
            " --> -\n",
            " = note: nothing was generated\n",
            " = help: write the standard input into a file, and name that\n",
        )
    );
}

#[test]
fn a_runtime_path_leads_to_the_runtime() {
    let folder = folder(&[("api.yaml", API), ("Cargo.toml", "[package]\nname = \"another\"\n")]);
    let generator = |path: &Path| {
        Generator::new(folder.path().join("api.yaml"))
            .out_dir(folder.path().join("out"))
            .runtime_path(path)
    };
    for path in ["", "nowhere"] {
        assert_eq!(
            refused(folder.path(), &generator(&folder.path().join(path))),
            [format!(
                concat!(
                    "error[missing-runtime]: there is no package `callwright-runtime` in this folder\n",
                    " --> {}\n",
                    " = note: nothing was written\n",
                    " = help: correct the path of the runtime, or leave it out to use the registry\n",
                ),
                path
            )]
        );
    }
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime");
    assert_eq!(generator(&runtime).generate().outcome, Outcome::Clean);
}

#[test]
fn denied_warnings_leave_the_output_as_it_was() {
    let spec = format!("{API}x-a: 1\nx-a: 2\n");
    let folder = folder(&[("api.yaml", &spec)]);
    let out = folder.path().join("out");
    let generator = Generator::new(folder.path().join("api.yaml")).out_dir(&out);
    assert_eq!(generator.clone().deny("warnings").generate().outcome, Outcome::Refused);
    assert!(!out.exists());
    let report = generator.generate();
    assert_eq!(report.outcome, Outcome::Clean);
    let places: Vec<_> = report
        .problems
        .iter()
        .map(|problem| (problem.code, problem.line, problem.column, problem.pointer.as_deref()))
        .collect();
    assert_eq!(places, [("duplicate-key", 5, 6, Some("#/x-a"))]);
}

#[test]
fn limits_are_errors_of_their_own() {
    let folder = folder(&[("api.yaml", API)]);
    let path = folder.path().join("api.yaml");
    let message = |options: &LoadOptions| {
        let failure = load(&path, options, &Problems::default()).unwrap_err();
        of_failure(&failure).to_string().replace(&format!("{}/", folder.path().display()), "")
    };
    let mut small = LoadOptions::default();
    small.limits.file_size = 20;
    assert_eq!(
        message(&small),
        concat!(
            "error[file-too-large]: the file is larger than 20 bytes\n",
            " --> api.yaml\n",
            " = note: nothing was generated\n",
            " = help: split the document, or remove what does not describe the API\n",
        )
    );
    let mut few = LoadOptions::default();
    few.limits.nodes = 4;
    assert_eq!(
        message(&few),
        concat!(
            "error[too-many-nodes]: the document has more than 4 values\n",
            " --> api.yaml:2:31\n",
            "  |\n",
            "2 | info: { title: Pets, version: '1' }\n",
            "  |                               ^\n",
            "  |\n",
            "  = note: nothing was generated\n",
            "  = help: split the document into several APIs\n",
        )
    );
}

#[test]
fn too_many_files_cost_the_reference_only() {
    let spec = format!("{API}x: {{ $ref: 'x.yaml' }}\n");
    let folder = folder(&[("api.yaml", &spec), ("x.yaml", "{}")]);
    let mut options = LoadOptions::default();
    options.limits.files = 1;
    let problems = Problems::default();
    let document = load(&folder.path().join("api.yaml"), &options, &problems).unwrap();
    let node = document.walk(document.root().unwrap(), ["x"]).unwrap();
    crate::resolve::Resolver::new(&document, &problems).follow(node);
    let text = collect(&document, &Levels::default().apply(&document, problems.into_vec()))
        .remove(0)
        .to_string();
    assert_eq!(
        text.replace(&format!("{}/", folder.path().display()), ""),
        concat!(
            "warning[too-many-files]: the document refers to more files than the limit of 1\n",
            " --> api.yaml:4:12, at #/x/$ref\n",
            "  |\n",
            "4 | x: { $ref: 'x.yaml' }\n",
            "  |            ^^^^^^^^\n",
            "  |\n",
            "  = note: this file was not opened; a schema is typed as any JSON value, and anything else is left out\n",
            "  = help: merge some of the files\n",
        )
    );
}

#[test]
fn an_include_that_fits_nothing_is_an_error() {
    let folder = folder(&[("api.yaml", API)]);
    let generator = Generator::new(folder.path().join("api.yaml"))
        .out_dir(folder.path().join("out"))
        .include("tag:cats");
    assert_eq!(
        refused(folder.path(), &generator),
        [concat!(
            "error[unknown-include]: no operation matches `tag:cats`\n",
            " --> api.yaml:1:1, at #\n",
            "  |\n",
            "1 | openapi: 3.1.0\n",
            "  | ^^^^^^^^^^^^^^\n",
            "  |\n",
            "  = note: nothing was generated\n",
            "  = help: name a tag as `tag:NAME`, or an operation by its operationId or as `METHOD /path`; ",
            "`callwright list` shows them\n",
        )]
    );
}

/// The output of a build script for cargo, and its standard error, with paths below `folder`.
fn told(folder: &Path, generator: &Generator) -> (Vec<String>, String) {
    let (mut cargo, mut people) = (Vec::new(), Vec::new());
    let report = generator.generate();
    generator.tell(&report, &mut cargo, &mut people).unwrap();
    let shown = |bytes: Vec<u8>| {
        String::from_utf8(bytes).unwrap().replace(&folder.display().to_string(), "")
    };
    (shown(cargo).lines().map(str::to_owned).collect(), shown(people))
}

#[test]
fn cargo_is_told_what_is_wrong_and_when_to_run_again() {
    let spec = format!("{API}x-a: 1\nx-a: 2\nx-b: 1\nx-b: 2\n");
    let folder = folder(&[("api.yaml", &spec)]);
    let generator =
        Generator::new(folder.path().join("api.yaml")).out_dir(folder.path().join("out"));
    let again = [
        "cargo::rerun-if-changed=build.rs",
        "cargo::rerun-if-changed=",
        "cargo::rerun-if-changed=/out",
    ];
    let warnings = ["5:6: the key `x-a`", "7:6: the key `x-b`"].map(|start| {
        format!(
            "cargo::warning=/api.yaml:{start} appears more than once in this object [duplicate-key]; keep one of them, or \
             rename the others"
        )
    });
    let (cargo, people) = told(folder.path(), &generator);
    assert_eq!((&cargo[..3], &cargo[3..]), (&again.map(str::to_owned)[..], &warnings[..]));
    assert_eq!(people, "");
}

/// Cargo shows all output of a build script that fails, so each problem is written once.
#[test]
fn a_build_script_that_fails_writes_its_report_once() {
    let spec = format!("{API}x-a: 1\nx-a: 2\n");
    let folder = folder(&[("api.yaml", &spec)]);
    let generator =
        Generator::new(folder.path().join("api.yaml")).out_dir(folder.path().join("out"));
    let (cargo, people) = told(folder.path(), &generator.deny("duplicate-key"));
    assert_eq!(cargo.len(), 3);
    assert_eq!(
        people,
        concat!(
            "error[duplicate-key]: the key `x-a` appears more than once in this object\n",
            " --> /api.yaml:5:6, at #/x-a\n",
            "  |\n",
            "5 | x-a: 2\n",
            "  |      ^\n",
            "  |\n",
            "  = note: the last one is used; the first one is at line 4, column 1\n",
            "  = help: keep one of them, or rename the others\n",
            "callwright: nothing was written, since 1 problem is denied: duplicate-key\n",
        )
    );
}

#[test]
fn a_build_script_counts_what_it_does_not_show() {
    let repeated: String = (0..30).map(|at| format!("x-{at}: 1\nx-{at}: 2\n")).collect();
    let folder = folder(&[("api.yaml", &format!("{API}{repeated}"))]);
    let generator =
        Generator::new(folder.path().join("api.yaml")).out_dir(folder.path().join("out"));
    let (cargo, _) = told(folder.path(), &generator);
    assert_eq!(cargo.len(), 7);
    assert_eq!(cargo[6], "cargo::warning=... and 27 more warning[duplicate-key]");
}

#[test]
fn problems_of_operations_that_are_left_out_are_not_reported() {
    let spec = "
openapi: 3.1.0
info: { title: Pets, version: '1' }
x-a: 1
x-a: 2
paths:
  /pets:
    parameters: [{ name: a, in: query, schema: { $ref: '#/components/schemas/Gone' } }]
    get:
      operationId: list
      parameters: [{ $ref: '#/components/parameters/P' }]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
    post: { operationId: other, requird: 1, responses: { '200': { description: ok } } }
  /toys: { get: { operationId: toys, responses: { '200': { $ref: '#/components/responses/Lost' } } } }
components:
  parameters:
    P: { name: p, in: query, schema: { type: strng } }
    Q: { name: q, in: query, schema: { type: strng } }
  schemas:
    Pet: { type: object, properties: { name: { type: text } } }
    Toy: { type: object, properties: { name: { type: text } } }
";
    let folder = folder(&[("api.yaml", spec)]);
    let generator = Generator::new(folder.path().join("api.yaml"))
        .out_dir(folder.path().join("out"))
        .include("GET /pets");
    let report = generator.check();
    let problems = report.problems.iter().map(|it| (it.code, it.pointer.as_deref().unwrap()));
    assert_eq!(
        problems.collect::<Vec<_>>(),
        [
            ("duplicate-key", "#/x-a"),
            ("dangling-reference", "#/paths/~1pets/parameters/0/schema/$ref"),
            ("unknown-type", "#/components/parameters/P/schema/type"),
            ("unknown-type", "#/components/schemas/Pet/properties/name/type"),
        ]
    );
}

#[test]
fn cargo_is_told_of_a_broken_file_once_and_at_its_own_place() {
    let spec = format!(
        "{API}components:\n  schemas:\n    Pet: {{ $ref: pet.yaml }}\n    Dog: {{ $ref: pet.yaml#/Dog }}\n"
    );
    let folder = folder(&[("api.yaml", &spec), ("pet.yaml", "Pet: {}\nDog: a: b\n")]);
    let generator =
        Generator::new(folder.path().join("api.yaml")).out_dir(folder.path().join("out"));
    assert_eq!(
        told(folder.path(), &generator).0[3..],
        [concat!(
            "cargo::warning=/pet.yaml:2:7: `/pet.yaml` cannot be used: this is not YAML: mapping values are not ",
            "allowed in this context [broken-file]; correct the syntax here, or on the line above: check ",
            "indentation, quotes and colons"
        )]
    );
    let sources = generator.generate().sources;
    assert_eq!(sources, ["api.yaml", "pet.yaml"].map(|name| folder.path().join(name)));
}

#[test]
fn the_names_of_several_files_are_those_of_the_components_that_refer_to_them() {
    let folder = folder(&[
        (
            "api.yaml",
            "openapi: 3.1.0
info: { title: Pets, version: '1' }
paths: { /pets: { $ref: paths.yaml } }
components:
  schemas:
    Pet: { $ref: pet-model.yaml }
    Dog: { $ref: models.yaml#/TheDog }
    Again: { $ref: pet-model.yaml }
",
        ),
        (
            "paths.yaml",
            "get: { operationId: pets, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: pet-model.yaml } } } } } }",
        ),
        (
            "pet-model.yaml",
            "{ type: object, discriminator: { propertyName: kind }, properties: { kind: { type: string } } }",
        ),
        (
            "models.yaml",
            "TheDog: { allOf: [{ $ref: pet-model.yaml }, { type: object, properties: { best: { $ref: 'api.yaml#/components/schemas/Pet' } } }] }",
        ),
    ]);
    let bindings = folder.path().join("bindings.json");
    let report = Generator::new(folder.path().join("api.yaml"))
        .out_dir(folder.path().join("out"))
        .bindings(&bindings)
        .generate();
    assert_eq!(report.problems.len(), 0);
    let bindings: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(&bindings).unwrap()).unwrap();
    let of = |kind: &str| -> Vec<String> {
        let entry = |entry: &serde_json::Value| {
            format!("{} {}", entry["pointer"].as_str().unwrap(), entry["rust"].as_str().unwrap())
        };
        bindings[kind].as_array().unwrap().iter().map(entry).collect()
    };
    assert_eq!(
        of("schemas"),
        [
            "#/components/schemas/Pet pets::types::Pet",
            "#/components/schemas/Dog pets::types::Dog",
            "#/components/schemas/Again pets::types::Again",
        ]
    );
    assert_eq!(of("operations"), ["paths.yaml#/get pets::operations::Pets"]);
}

#[test]
fn bindings_replace_nothing_but_bindings() {
    let folder = folder(&[("api.yaml", API), ("notes.json", "{\"crate\": \"mine\"}")]);
    let generator =
        Generator::new(folder.path().join("api.yaml")).out_dir(folder.path().join("out"));
    let [notes, new] = ["notes.json", "new.json"].map(|name| folder.path().join(name));
    assert_eq!(generator.clone().bindings(&notes).generate().outcome, Outcome::Refused);
    assert_eq!(fs::read_to_string(&notes).unwrap(), "{\"crate\": \"mine\"}");
    assert!(!folder.path().join("out").exists());
    assert_eq!(generator.clone().bindings(&new).generate().outcome, Outcome::Clean);
    assert_eq!(generator.bindings(&new).crate_name("other").generate().outcome, Outcome::Clean);
}
