use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// The server of `tests/official`, running until it is dropped.
pub(super) struct Server {
    process: Child,
    port: u16,
    // The SDK writes a file to the home directory when it is imported.
    _home: tempfile::TempDir,
}

impl Server {
    /// Starts the server for a pair of keys; `None`, and a message, where
    /// Python or the SDK is missing. With `CALLWRIGHT_REQUIRE_PYTHON=1` that
    /// is a failure.
    pub(super) fn start(access_key: &str, secret_key: &str) -> Option<Self> {
        let python = interpreter();
        let home = tempfile::tempdir().unwrap();
        let command = |arguments: &[&str]| {
            let mut command = Command::new(&python);
            command.args(arguments).env("HOME", home.path());
            command
        };
        let probe = command(&["-c", "import huaweicloudsdkcore"]).output();
        if !probe.as_ref().is_ok_and(|output| output.status.success()) {
            let why = match probe {
                Ok(output) => String::from_utf8_lossy(&output.stderr).into_owned(),
                Err(error) => error.to_string(),
            };
            let missing = format!(
                "{} cannot import huaweicloudsdkcore (tests/official/requirements.txt): {why}",
                python.display()
            );
            assert!(std::env::var_os("CALLWRIGHT_REQUIRE_PYTHON").is_none(), "{missing}");
            // Past the harness, which would keep it from whoever runs the tests.
            let _ = writeln!(std::io::stderr(), "skipped: {missing}");
            return None;
        }
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/official/server.py");
        let mut process = command(&[script, access_key, secret_key])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut port = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut port).unwrap();
        Some(Self { process, port: port.trim().parse().unwrap(), _home: home })
    }

    pub(super) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Its end of input, at which it stops by itself.
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

/// `CALLWRIGHT_PYTHON`, else that of the environment that `.ci/official` makes.
fn interpreter() -> PathBuf {
    std::env::var_os("CALLWRIGHT_PYTHON").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/ci/python/bin/python")),
        PathBuf::from,
    )
}
