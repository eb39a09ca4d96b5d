//! Calls a server in another language through the client generated from its own document.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use callwright::{Generator, Outcome};

use crate::outside::{cargo, package};
use crate::python::interpreter;

/// The server, which stops on drop.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // The server stops when its input ends.
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}

#[test]
#[ignore = "needs Python and httpbin: .ci/gates/httpbin"]
fn httpbin_is_called_through_a_client_for_its_own_document() {
    let folder = package(&[
        (
            "Cargo.toml",
            "[package]\nname = \"caller\"\nedition = \"2024\"\n[workspace]\n\
             [dependencies]\nhttpbin = { path = \"client\" }\n\
             callwright-runtime = { path = \"ROOT/generator/runtime\" }\n",
        ),
        ("src/main.rs", include_str!("../httpbin/main.rs")),
    ]);
    let document = folder.path().join("httpbin.json");
    let mut process = Command::new(interpreter())
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/httpbin/server.py"))
        .arg(&document)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut port = String::new();
    BufReader::new(process.stdout.take().unwrap()).read_line(&mut port).unwrap();
    let _server = Server(process);

    let report = Generator::new(&document)
        .out_dir(folder.path().join("client"))
        .crate_name("httpbin")
        .runtime_path(concat!(env!("CARGO_MANIFEST_DIR"), "/../generator/runtime"))
        .generate();
    assert_eq!(report.outcome, Outcome::Clean);
    let endpoint = format!("http://127.0.0.1:{}", port.trim());
    let output = cargo(folder.path(), &["run", "--quiet", "--", &endpoint]);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "all answered\n");
}
