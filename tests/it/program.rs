//! The example programs as a user runs them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use serde_json::Value;

/// The example programs by name, built before the first one runs, since a run of only these tests
/// builds none.
static PROGRAMS: LazyLock<BTreeMap<String, PathBuf>> = LazyLock::new(|| {
    // All packages, so that features are unified as in `cargo test --workspace`, and nothing is
    // compiled again.
    let Output { status, stdout, stderr } = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--locked", "--workspace", "--examples"])
        .args(["--message-format", "json-render-diagnostics"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .unwrap();
    assert!(status.success(), "the examples do not compile:\n{}", String::from_utf8_lossy(&stderr));
    let messages = String::from_utf8(stdout).unwrap();
    let messages = messages.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let program = |message: Value| {
        let name = message["target"]["name"].as_str()?;
        let is_example = message["target"]["kind"][0] == "example";
        is_example
            .then(|| message["executable"].as_str())
            .flatten()
            .map(|path| (name.to_owned(), path.into()))
    };
    messages.filter_map(program).collect()
});

/// The exit code and the printed lines, standard error last.
pub(crate) struct Printed {
    pub(crate) code: Option<i32>,
    pub(crate) lines: Vec<String>,
}

/// Runs an example with only these variables, in an empty home directory.
pub(crate) fn run(example: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Printed {
    let mut command = Command::new(&PROGRAMS[example]);
    for (name, _) in std::env::vars_os() {
        let own = name.to_string_lossy();
        if own.starts_with("MODELARTS_") || own.starts_with("HUAWEICLOUD_") {
            command.env_remove(&name);
        }
    }
    command.env("HOME", Path::new("/nowhere"));
    command.args(arguments).envs(environment.iter().copied());
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = String::from_utf8([stdout, stderr].concat()).unwrap();
    // The first line contains a varying port.
    let lines = text.lines().filter(|line| !line.starts_with("Serving ")).map(str::to_owned);
    Printed { code: status.code(), lines: lines.collect() }
}
