//! The path of the runtime in a generated manifest.

use std::path::{Component, Path, PathBuf};

/// The runtime's folder relative to the output folder, if both are relative to the current folder:
/// the manifest then does not depend on the current folder. An absolute path is kept.
pub(crate) fn from_output(out: &Path, runtime: &Path) -> PathBuf {
    if runtime.is_absolute() {
        return runtime.to_path_buf();
    }
    let absolute = |path: &Path| std::path::absolute(path).map(|path| without_dots(&path));
    let (Ok(out), Ok(runtime)) = (absolute(out), absolute(runtime)) else {
        return runtime.to_path_buf();
    };
    let shared = out.iter().zip(runtime.iter()).take_while(|(one, other)| one == other).count();
    if shared == 0 {
        // Another drive.
        return runtime;
    }
    let up = out.iter().skip(shared).map(|_| Component::ParentDir.as_os_str());
    let path: PathBuf = up.chain(runtime.iter().skip(shared)).collect();
    if path == Path::new("") { PathBuf::from(".") } else { path }
}

/// Whether the folder has the runtime's package in it.
pub(crate) fn is_runtime(folder: &Path) -> bool {
    let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
    manifest.lines().any(|line| line.trim_end() == "name = \"callwright-runtime\"")
}

/// The path with `.` and `..` removed lexically, as cargo does.
fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::from_output;
    use std::path::Path;

    #[test]
    fn a_relative_folder_is_told_from_the_output() {
        let cases = [
            ("out", "runtime", "../runtime"),
            ("target/clients/pets", "generator/runtime", "../../../generator/runtime"),
            ("clients/pets", "clients/runtime", "../runtime"),
            ("./out/", "./out/vendor/../runtime", "runtime"),
            ("../beside", "../runtime", "../runtime"),
            ("out", "out", "."),
        ];
        for (out, runtime, expected) in cases {
            let found = from_output(Path::new(out), Path::new(runtime));
            assert_eq!(found, Path::new(expected), "{out} {runtime}");
        }
    }

    #[test]
    fn an_absolute_folder_stays() {
        let absolute = std::path::absolute("runtime").unwrap();
        assert_eq!(from_output(Path::new("out"), &absolute), absolute);
    }
}
