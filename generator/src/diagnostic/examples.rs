//! The examples of problems that no small document shows: those of arguments, of folders, and of limits.

use std::fs;
use std::path::Path;

use super::without_place;
use crate::problem::ProblemKind;

fn examples() -> Vec<(ProblemKind, &'static str)> {
    let text = str::to_owned;
    vec![
        (ProblemKind::UnreadableFile { reason: text("no such file") }, "spec/api.yaml"),
        (ProblemKind::FileTooLarge { limit: 128 << 20 }, "spec/api.yaml"),
        (ProblemKind::TooManyNodes { limit: 20_000_000 }, "spec/api.yaml"),
        (ProblemKind::TooManyFiles { limit: 10_000 }, "spec/api.yaml"),
        (
            ProblemKind::UnknownCode {
                code: text("mising-schema"),
                remedy: text("write `missing-schema`"),
            },
            "spec/api.yaml",
        ),
        (ProblemKind::FixedLevel { code: text("malformed-yaml") }, "spec/api.yaml"),
        (
            ProblemKind::NotAFile { remedy: "write the standard input into a file, and name that" },
            "-",
        ),
        (ProblemKind::InvalidCrateName { name: text("pet store") }, "spec/api.yaml"),
        (ProblemKind::UnwritableOutput { reason: text("permission denied") }, "client/src/lib.rs"),
        (ProblemKind::FileInTheWay, "client/src/lib.rs"),
        (ProblemKind::BrokenFileList { line: 3 }, "client/.callwright-files"),
        (ProblemKind::OutputInUse, "client"),
        (ProblemKind::MissingRuntime, "../runtime"),
        (
            ProblemKind::UnfetchedFile {
                address: text("https://example.com/pet.yaml"),
                reason: text("http status: 404"),
            },
            "spec/api.yaml",
        ),
        (
            ProblemKind::UnknownInclude {
                what: text("tag:pet"),
                remedy: text("write `tag:pets`; `callwright list` shows all of them"),
            },
            "spec/api.yaml",
        ),
    ]
}

/// `CALLWRIGHT_UPDATE=1` replaces them.
#[test]
fn the_examples_are_what_is_reported() {
    let update = std::env::var_os("CALLWRIGHT_UPDATE").is_some();
    for (kind, file) in examples() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("problems").join(kind.code());
        let path = folder.join("expected.txt");
        let text = without_place(&kind, file).to_string();
        if update {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &text).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap_or_default(), text);
    }
}
