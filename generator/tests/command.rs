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
    for (command, codes) in [("generate", vec!["0", "2"]), ("check", vec!["0", "1", "2"])] {
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
