use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use crate::python::interpreter;

/// The server of `tests/official`, which stops on drop.
pub(super) struct Server {
    process: Child,
    port: u16,
    // The SDK writes a file to the home directory when it is imported.
    _home: tempfile::TempDir,
}

impl Server {
    /// Starts the server for a pair of keys.
    pub(super) fn start(access_key: &str, secret_key: &str) -> Self {
        let home = tempfile::tempdir().unwrap();
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/official/server.py");
        let mut process = Command::new(interpreter())
            .args([script, access_key, secret_key])
            .env("HOME", home.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut port = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut port).unwrap();
        Self { process, port: port.trim().parse().unwrap(), _home: home }
    }

    pub(super) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The server stops when its input ends.
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}
