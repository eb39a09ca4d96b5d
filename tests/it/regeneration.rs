//! Editing the document and building again: the written files, the kept files, and the reports.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use callwright::{Action, Generator, Outcome, Report};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A copy of the document in its own folder, and the generator of the build script.
struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&root().join("spec"), &folder.path().join("spec"));
        Self { folder }
    }

    fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    fn generator(&self) -> Generator {
        Generator::new(self.path("spec/modelarts.yaml"))
            .out_dir(self.path("generated"))
            .sources_only(true)
            .deny("warnings")
    }

    fn generate(&self) -> Report {
        self.generator().generate()
    }

    /// Every generated file with its content.
    fn generated(&self) -> BTreeMap<PathBuf, String> {
        let mut found = BTreeMap::new();
        files(&self.path("generated"), &mut found);
        found
    }

    fn edit(&self, below: &str, edit: impl Fn(&str) -> String) {
        let path = self.path(below);
        fs::write(&path, edit(&fs::read_to_string(&path).unwrap())).unwrap();
    }
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

pub(crate) fn files(folder: &Path, found: &mut BTreeMap<PathBuf, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.insert(path.clone(), fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn the_committed_client_is_what_the_document_says() {
    let report = Generator::new(root().join("spec/modelarts.yaml"))
        .out_dir(root().join("generated"))
        .sources_only(true)
        .deny("warnings")
        .check();
    assert_eq!((report.outcome, report.changes), (Outcome::Clean, Vec::new()));
}

#[test]
fn a_build_with_nothing_changed_writes_nothing() {
    let project = Project::new();
    assert_eq!(project.generate().outcome, Outcome::Clean);
    let times = |project: &Project| -> Vec<_> {
        let times = project.generated().into_keys();
        times.map(|path| fs::metadata(&path).unwrap().modified().unwrap()).collect()
    };
    let before = times(&project);
    let report = project.generate();
    assert_eq!((report.outcome, report.changes), (Outcome::Clean, Vec::new()));
    assert_eq!(times(&project), before);
}

#[test]
fn an_edit_of_the_document_comes_and_goes_without_a_trace() {
    let project = Project::new();
    assert_eq!(project.generate().outcome, Outcome::Clean);
    let before = project.generated();
    let renamed = |text: &str| text.replace("instance_id:", "instance_key:");
    project.edit("spec/schemas/instance.yaml", renamed);
    let report = project.generator().warn("warnings").generate();
    assert_eq!(report.outcome, Outcome::Clean);
    assert_ne!(project.generated(), before);
    project
        .edit("spec/schemas/instance.yaml", |text| text.replace("instance_key:", "instance_id:"));
    assert_eq!(project.generate().outcome, Outcome::Clean);
    assert_eq!(project.generated(), before);
}

#[test]
fn edits_by_hand_are_repaired() {
    let project = Project::new();
    assert_eq!(project.generate().outcome, Outcome::Clean);
    let before = project.generated();
    project.edit("generated/src/lib.rs", |text| format!("{text}\n// by hand\n"));
    fs::remove_file(project.path("generated/src/client.rs")).unwrap();
    let report = project.generate();
    let changes: Vec<_> = report
        .changes
        .iter()
        .map(|change| (change.path.display().to_string(), change.action, change.edited))
        .collect();
    assert_eq!(
        changes,
        [
            ("src/client.rs".to_owned(), Action::Create, false),
            ("src/lib.rs".to_owned(), Action::Update, true)
        ]
    );
    assert_eq!(project.generated(), before);
}

#[test]
fn a_file_of_someone_else_fails_the_build_and_stays() {
    let project = Project::new();
    let path = project.path("generated/src/client.rs");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "// by hand\n").unwrap();
    let report = project.generate();
    assert_eq!((report.outcome, report.changes), (Outcome::Refused, Vec::new()));
    let problems: Vec<_> =
        report.problems.iter().map(|problem| (problem.code, problem.file.as_str())).collect();
    assert_eq!(problems, [("file-in-the-way", path.to_str().unwrap())]);
    assert_eq!(project.generated(), BTreeMap::from([(path, "// by hand\n".to_owned())]));
    let report = project.generator().check();
    assert_eq!((report.outcome, report.changes.len()), (Outcome::Drift, 5));
}

/// Code, pointer, line and column of every problem.
fn places(report: &Report) -> Vec<(&str, Option<&str>, usize, usize)> {
    let problems = report.problems.iter();
    problems.map(|p| (p.code, p.pointer.as_deref(), p.line, p.column)).collect()
}

const MISTAKEN: &str = "\
openapi: 3.0.3
info: { title: Pets, version: '1' }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      responses:
        '200':
          description: The pet.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Pet' }
  /owners:
    get:
      operationId: getPet
      responses: { '200': { description: All owners. } }
";

#[test]
fn every_mistake_is_reported_at_once_and_the_client_stays() {
    let project = Project::new();
    assert_eq!(project.generate().outcome, Outcome::Clean);
    let before = project.generated();

    project.edit("spec/modelarts.yaml", |_| MISTAKEN.to_owned());
    let report = project.generate();
    assert_eq!((report.outcome, report.changes.len()), (Outcome::Refused, 0));
    assert_eq!(
        places(&report),
        [
            ("undeclared-path-parameter", Some("#/paths/~1pets~1{id}/get"), 5, 5),
            (
                "dangling-reference",
                Some(
                    "#/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema/$ref"
                ),
                12,
                31
            ),
            ("duplicate-operation-id", Some("#/paths/~1owners/get/operationId"), 15, 20),
        ]
    );
    assert_eq!(project.generated(), before);

    project.edit("spec/modelarts.yaml", |_| "openapi: 3.0.3\ninfo: title: Pets\n".to_owned());
    let report = project.generate();
    assert_eq!(
        (report.outcome, places(&report)),
        (Outcome::Refused, vec![("malformed-yaml", None, 2, 12)])
    );
    assert_eq!(
        report.problems[0].message,
        "this is not YAML: mapping values are not allowed in this context"
    );
    assert_eq!(project.generated(), before);
}
