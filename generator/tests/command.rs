//! The program as people run it: what it prints, its exit codes, and what it leaves when it is killed.
#![allow(
    clippy::unwrap_used,
    reason = "all of it is test code, where a failure should stop the test"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

const SEED: &str = include_str!("../src/compile/seeds/operations-3.0.yaml");

fn callwright() -> Command {
    Command::new(env!("CARGO_BIN_EXE_callwright"))
}

/// Runs in a folder: the exit code, the standard output and the standard error.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = callwright().args(arguments).current_dir(folder).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let api = "openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths: {}\n";
    fs::write(folder.path().join("api.yaml"), api).unwrap();
    folder
}

#[test]
fn check_prints_a_diff_a_list_or_json() {
    let folder = folder();
    let run = |arguments: &[&str]| run(folder.path(), arguments);
    let module = ["api.yaml", "-o", "out", "--module"];
    let with = |first: &[&'static str], last: &[&'static str]| [first, &module, last].concat();
    assert_eq!(
        run(&with(&["generate"], &[])),
        (0, String::new(), "callwright: 4 files written; 0 errors, 0 warnings\n".to_owned())
    );
    assert_eq!(
        run(&with(&["check"], &[])),
        (0, String::new(), "callwright: 4 files up to date; 0 errors, 0 warnings\n".to_owned())
    );
    let path = folder.path().join("out/client.rs");
    let text = fs::read_to_string(&path).unwrap();
    let first = text.lines().next().unwrap();
    fs::write(&path, text.replacen(first, "// by hand", 1)).unwrap();
    let diff = run(&with(&["check"], &[]));
    assert_eq!(
        (diff.0, diff.2.as_str()),
        (1, "callwright: 1 file differs; 0 errors, 0 warnings\n")
    );
    let lines: Vec<&str> = diff.1.lines().take(6).collect();
    assert_eq!(
        lines,
        [
            "client.rs was edited by hand",
            "--- a/client.rs",
            "+++ b/client.rs",
            "@@ -1,4 +1,4 @@",
            "-// by hand",
            &format!("+{first}"),
        ]
    );
    assert_eq!(run(&with(&["check"], &["--stat"])).1, "client.rs was edited by hand\n");
    assert_eq!(run(&with(&["check"], &["--quiet"])), (1, String::new(), String::new()));
    let coloured = run(&with(&["check"], &["--color", "always"])).1;
    assert_eq!(coloured.lines().nth(4), Some("\x1b[31m-// by hand\x1b[0m"));

    let (code, json, messages) = run(&with(&["check"], &["--message-format", "json"]));
    assert_eq!((code, messages), (1, String::new()));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let header = diff.1.lines().skip(1).map(|line| format!("{line}\n")).collect::<String>();
    assert_eq!(
        json,
        serde_json::json!({ "change": "update", "path": "client.rs", "edited": true, "diff": header })
    );

    assert_eq!(
        run(&with(&["generate"], &[])).2,
        "client.rs was edited by hand and has been replaced\n\
         callwright: 1 file written; 0 errors, 0 warnings\n"
    );
}

#[test]
fn check_names_what_would_be_deleted_and_what_is_in_the_way() {
    let folder = folder();
    let run = |arguments: &[&str]| run(folder.path(), arguments);
    assert_eq!(
        run(&["generate", "api.yaml", "-o", "out", "-q"]),
        (0, String::new(), String::new())
    );
    fs::write(folder.path().join("out/mod.rs"), "mine").unwrap();
    let (code, list, _) = run(&["check", "api.yaml", "-o", "out", "--module", "--stat"]);
    assert_eq!(
        (code, list.as_str()),
        (
            1,
            ".callwright-files differs\n\
             Cargo.toml is no longer generated\n\
             README.md is no longer generated\n\
             client.rs is missing\n\
             mod.rs is in the way: callwright did not write it\n\
             src/client.rs is no longer generated\n\
             src/lib.rs is no longer generated\n\
             src/types.rs is no longer generated\n\
             types.rs is missing\n"
        )
    );
    let (code, results, _) = run(&["generate", "api.yaml", "-o", "out", "--module", "-q"]);
    assert_eq!((code, results.as_str()), (2, ""));
    assert_eq!(fs::read_to_string(folder.path().join("out/mod.rs")).unwrap(), "mine");
}

#[test]
fn the_diff_is_one_that_patch_applies() {
    let folder = folder();
    let run = |arguments: &[&str]| run(folder.path(), arguments);
    assert_eq!(run(&["generate", "api.yaml", "-o", "out", "-q"]).0, 0);
    fs::write(folder.path().join("api.yaml"), SEED).unwrap();
    let (code, diff, _) = run(&["check", "api.yaml", "-o", "out"]);
    assert_eq!(code, 1);
    fs::write(folder.path().join("new.diff"), diff).unwrap();
    // In a repository of its own, lest git take the folder for one inside of another.
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        let status = command.args(arguments).current_dir(folder.path().join("out")).status();
        assert!(status.unwrap().success(), "git {arguments:?}");
    };
    git(&["init", "--quiet"]);
    git(&["apply", "../new.diff"]);
    assert_eq!(run(&["check", "api.yaml", "-o", "out", "--stat"]).1, "");
}

#[test]
fn each_command_documents_its_exit_codes() {
    let folder = folder();
    let two = || vec!["0", "2"];
    let commands = [
        ("generate", two()),
        ("check", vec!["0", "1", "2"]),
        ("list", two()),
        ("overlay", two()),
        ("explain", two()),
    ];
    for (command, codes) in commands {
        let (code, help, _) = run(folder.path(), &[command, "--help"]);
        assert_eq!(code, 0);
        let (_, listed) = help.split_once("\nExit codes:\n").unwrap();
        let listed: Vec<&str> =
            listed.lines().filter_map(|line| line.split_whitespace().next()).collect();
        assert_eq!(listed, codes);
    }
}

/// A killed run leaves each file as it was or as it becomes, and the next run completes it.
#[test]
fn a_killed_run_is_completed_by_the_next_one() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let old = SEED.replace("tags:", "x-tags:");
    let documents = [SEED, old.as_str()];
    let mut stopped = 0;
    for round in 0..40 {
        fs::write(folder.path().join("api.yaml"), documents[round % 2]).unwrap();
        let mut child = callwright()
            .args(["generate", "api.yaml", "-o", "out", "-q"])
            .current_dir(folder.path())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // The work folder says when the run writes; then it is killed a little later each time.
        for _ in 0..2000 {
            if out.join(".callwright-work").exists() || child.try_wait().unwrap().is_some() {
                break;
            }
            thread::sleep(Duration::from_micros(200));
        }
        thread::sleep(Duration::from_micros(50 * u64::try_from(round).unwrap()));
        child.kill().unwrap();
        stopped += usize::from(!child.wait().unwrap().success());
        if round % 5 == 4 {
            let (code, _, messages) = run(folder.path(), &["generate", "api.yaml", "-o", "out"]);
            assert_eq!(code, 0, "{messages}");
            assert!(messages.lines().all(|line| !line.contains("by hand")), "{messages}");
            let check = run(folder.path(), &["check", "api.yaml", "-o", "out", "--stat"]);
            assert_eq!((check.0, check.1), (0, String::new()));
            assert!(!out.join(".callwright-work").exists());
        }
    }
    assert!(stopped > 0, "no run was killed while it ran");
}

#[test]
fn two_programs_at_once_leave_a_whole_client() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.yaml"), SEED).unwrap();
    fs::write(folder.path().join("b.yaml"), SEED.replace("tags:", "x-tags:")).unwrap();
    for _ in 0..5 {
        let children: Vec<_> = ["a.yaml", "b.yaml", "a.yaml", "b.yaml"]
            .iter()
            .map(|document| {
                let arguments = ["generate", document, "-o", "out", "-q"];
                callwright().args(arguments).current_dir(folder.path()).spawn().unwrap()
            })
            .collect();
        for mut child in children {
            assert_eq!(child.wait().unwrap().code(), Some(0));
        }
        let codes = ["a.yaml", "b.yaml"]
            .map(|document| run(folder.path(), &["check", document, "-o", "out", "-q"]).0);
        assert!(codes == [0, 1] || codes == [1, 0], "{codes:?}");
    }
}

#[test]
fn of_thousands_of_problems_a_screen_is_printed() {
    let folder = folder();
    let repeated: String = (0..3000).map(|at| format!("x-{at}: 1\nx-{at}: 2\n")).collect();
    let api =
        format!("openapi: 3.1.0\ninfo: {{ title: Pets, version: '1' }}\npaths: {{}}\n{repeated}");
    fs::write(folder.path().join("api.yaml"), api).unwrap();
    let (code, _, messages) = run(folder.path(), &["generate", "api.yaml", "-o", "out"]);
    let lines: Vec<&str> = messages.lines().collect();
    assert_eq!((code, lines.len()), (0, 28));
    assert_eq!(
        lines[24..],
        [
            "... and 2997 more warning[duplicate-key]; `--all-problems` shows each",
            "3000 × warning[duplicate-key]",
            "More about a problem: `callwright explain duplicate-key`",
            "callwright: 6 files written; 0 errors, 3000 warnings",
        ]
    );
    let all = ["check", "api.yaml", "-o", "out", "--all-problems"];
    assert_eq!(run(folder.path(), &all).2.lines().count(), 24_003);
}

#[test]
fn levels_apply_in_the_order_of_the_command_line() {
    let folder = folder();
    let api = "openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths: {}\nx-a: 1\nx-a: 2\n";
    fs::write(folder.path().join("api.yaml"), api).unwrap();
    let last = |levels: &[&str]| {
        let arguments = [&["check", "api.yaml", "-o", "out"], levels].concat();
        let (code, _, messages) = run(folder.path(), &arguments);
        (code, messages.lines().last().unwrap().to_owned())
    };
    let denied = "callwright: nothing was written, since 1 problem is denied: duplicate-key; 1 error, 0 warnings";
    let drift = "callwright: 6 files differ; 0 errors, 1 warning";
    let silent = "callwright: 6 files differ; 0 errors, 0 warnings";
    assert_eq!(last(&["--deny", "warnings"]), (2, denied.to_owned()));
    assert_eq!(
        last(&["--deny", "duplicate-key", "--warn", "duplicate-key"]),
        (1, drift.to_owned())
    );
    assert_eq!(
        last(&["--warn", "duplicate-key", "--deny", "duplicate-key"]),
        (2, denied.to_owned())
    );
    assert_eq!(last(&["--deny", "warnings", "--allow", "duplicate-key"]), (1, silent.to_owned()));
    assert_eq!(
        last(&["--deny", "duplicate-keys"]),
        (2, "callwright: nothing was written; 1 error, 1 warning".to_owned())
    );
}

#[test]
fn list_shows_what_an_include_takes() {
    let folder = folder();
    fs::write(
        folder.path().join("api.yaml"),
        "
openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
    post: { tags: [pets, admin], responses: { '204': { description: ok } } }
components: { schemas: { Pet: { type: object }, Toy: { type: object } } }
",
    )
    .unwrap();
    let run = |arguments: &[&str]| run(folder.path(), arguments);
    assert_eq!(
        run(&["list", "api.yaml"]),
        (
            0,
            "Operations: 2\n  listPets  GET /pets\n            POST /pets\n\n\
             Tags: 2\n  tag:pets  2 operations\n  tag:admin  1 operation\n\n\
             Schemas: 2\n  #/components/schemas/Pet\n  #/components/schemas/Toy\n"
                .to_owned(),
            String::new()
        )
    );
    assert_eq!(
        run(&["list", "api.yaml", "--include", "listPets"]).1,
        "Operations: 2\n  * listPets  GET /pets\n              POST /pets\n\n\
         Tags: 2\n  * tag:pets  2 operations\n    tag:admin  1 operation\n\n\
         Schemas: 2\n  * #/components/schemas/Pet\n    #/components/schemas/Toy\n"
    );
    let json = run(&["list", "api.yaml", "--include", "POST /pets", "--json"]).1;
    let lines: Vec<serde_json::Value> =
        json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        lines,
        [
            serde_json::json!({ "operation": "GET /pets", "id": "listPets", "tags": ["pets"], "kept": false }),
            serde_json::json!({ "operation": "POST /pets", "id": null, "tags": ["pets", "admin"], "kept": true }),
            serde_json::json!({ "tag": "pets", "operations": 2, "kept": true }),
            serde_json::json!({ "tag": "admin", "operations": 1, "kept": true }),
            serde_json::json!({ "schema": "#/components/schemas/Pet", "kept": false }),
            serde_json::json!({ "schema": "#/components/schemas/Toy", "kept": false }),
        ]
    );
    assert_eq!(run(&["list", "api.yaml", "--include", "tag:pet"]).0, 2);
    assert_eq!(run(&["list", "none.yaml"]).0, 2);
}

#[test]
fn explain_prints_a_code_or_all_codes() {
    let folder = folder();
    let run = |arguments: &[&str]| run(folder.path(), arguments);
    let (code, text, _) = run(&["explain", "several-documents"]);
    let lines: Vec<&str> = text.lines().take(7).collect();
    assert_eq!(code, 0);
    assert_eq!(
        lines,
        [
            "warning[several-documents]: a YAML file with several documents; only the first is read",
            "",
            "Cause: in the document",
            "Remedy: split the file",
            "",
            "Example:",
            "",
        ]
    );
    assert_eq!(run(&["explain"]).1.lines().count(), callwright::CODES.len());
    assert_eq!(
        run(&["explain", "several-document"]),
        (
            2,
            String::new(),
            "error: `several-document` is not the code of a problem; did you mean `several-documents`?\n"
                .to_owned()
        )
    );
}

#[test]
fn messages_have_the_formats_of_other_programs() {
    let folder = folder();
    let api = "openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths: {}\nx-a: 1\nx-a: 2\n";
    fs::write(folder.path().join("api.yaml"), api).unwrap();
    let format = |format: &str| {
        let arguments = ["check", "api.yaml", "-o", "out", "--message-format", format];
        let (code, results, messages) = run(folder.path(), &arguments);
        assert_eq!((code, messages.as_str()), (1, ""));
        results
    };
    assert_eq!(
        format("github"),
        "::warning file=api.yaml,line=5,col=6,title=duplicate-key::the key `x-a` appears more than once in this \
         object; the last one is used; the first one is at line 4, column 1. Help: keep one of them, or rename the \
         others\n"
    );
    let sarif: serde_json::Value = serde_json::from_str(&format("sarif")).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "duplicate-key");
}

#[test]
fn shells_and_man_know_every_command() {
    let folder = folder();
    let (code, script, _) = run(folder.path(), &["completions", "bash"]);
    assert_eq!((code, script.lines().next()), (0, Some("_callwright() {")));
    let (code, page, _) = run(folder.path(), &["man"]);
    assert_eq!(code, 0);
    let commands = ["generate", "check", "list", "explain", "completions", "man"];
    let missing: Vec<&&str> = commands.iter().filter(|name| !page.contains(**name)).collect();
    assert_eq!(missing, Vec::<&&str>::new());
}

#[test]
fn overlays_change_a_document_from_outside() {
    let folder = folder();
    let overlay = "overlay: 1.1.0
info: { title: T, version: '1' }
actions:
  - target: $.info
    update: { title: Toys, version: 1.10, contact: { nme: Ann } }
  - target: $.paths['/none']
    remove: true
";
    fs::write(folder.path().join("overlay.yaml"), overlay).unwrap();
    let run = |arguments: &[&str]| run(folder.path(), arguments);
    let (code, json, _) = run(&["overlay", "api.yaml", "overlay.yaml"]);
    assert_eq!(code, 0);
    assert_eq!(
        json,
        "{\n  \"openapi\": \"3.1.0\",\n  \"info\": {\n    \"title\": \"Toys\",\n    \"version\": 1.10,\n    \
         \"contact\": {\n      \"nme\": \"Ann\"\n    }\n  },\n  \"paths\": {}\n}\n"
    );
    let job = ["check", "api.yaml", "--overlay", "overlay.yaml", "-o", "out", "--stat"];
    let (code, lines, _) = run(&[&job[..], &["--message-format", "json"]].concat());
    assert_eq!(code, 1);
    let lines = lines.lines().map(|line| serde_json::from_str(line).unwrap());
    let problems: Vec<serde_json::Value> =
        lines.filter(|line: &serde_json::Value| line.get("code").is_some()).collect();
    let places: Vec<String> = problems
        .iter()
        .map(|it| format!("{} {}:{}:{}", it["code"], it["file"], it["line"], it["column"]))
        .collect();
    assert_eq!(
        places,
        [
            "\"misspelled-member\" \"overlay.yaml\":5:54",
            "\"unmatched-action\" \"overlay.yaml\":6:13"
        ]
    );
}

/// With an overlay and a reference to another host, of which nobody answers.
#[test]
fn problems_count_where_they_concern_what_is_kept() {
    let folder = folder();
    let api = "openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets: { get: { operationId: pets, responses: { '204': { description: ok } } } }
  /toys: { get: { operationId: toys, responses: { '200': { $ref: 'http://127.0.0.1:9/toys.yaml' } } } }
";
    fs::write(folder.path().join("api.yaml"), api).unwrap();
    let overlay = "overlay: 1.1.0\nactions: [{ target: $.none, remove: true }]\n";
    fs::write(folder.path().join("overlay.yaml"), overlay).unwrap();
    let codes = |include: &str| {
        let job = ["check", "api.yaml", "-o", "out", "--stat", "--allow-remote-refs"];
        let more = ["--overlay", "overlay.yaml", "--include", include, "--message-format", "json"];
        let (code, lines, _) = run(folder.path(), &[&job[..], &more].concat());
        let lines =
            lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        let codes = lines.filter_map(|line| Some(line.get("code")?.as_str()?.to_owned()));
        (code, codes.collect::<Vec<String>>())
    };
    assert_eq!(codes("pets"), (1, vec!["unmatched-action".to_owned()]));
    let both = ["unfetched-file", "unmatched-action"].map(str::to_owned).to_vec();
    assert_eq!(codes("toys"), (2, both));
}
