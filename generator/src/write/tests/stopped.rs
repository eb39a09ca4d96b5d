//! Runs that stop before any one of their changes of the disk, as if they were killed there.

use std::io;

use super::super::disk::Disk;
use super::super::plan::Wanted;
use super::super::{work, write_on};
use super::*;

const OLD: [(&str, &str); 4] = [
    ("Cargo.toml", "old"),
    ("src/lib.rs", "old"),
    ("src/gone/pet.rs", "old"),
    ("src/same.rs", "same"),
];
const NEW: [(&str, &str); 4] = [
    ("Cargo.toml", "new"),
    ("src/lib.rs", "new"),
    ("src/types/dog.rs", "new"),
    ("src/same.rs", "same"),
];
const OTHER: [(&str, &str); 2] = [("src/lib.rs", "other"), ("src/cat.rs", "other")];

/// Runs up to the change of this number, and returns whether there was one.
fn stopped(out: &Path, wanted: &[(&str, &str)], at: usize) -> bool {
    let mut count = 0;
    let mut before_each = |_: &Path| {
        count += 1;
        // After a kill nothing is tidied up either.
        if count > at { Err(io::ErrorKind::Interrupted.into()) } else { Ok(()) }
    };
    let files = files(wanted);
    write_on(&mut Disk::new(&mut before_each), out, &Wanted::of(&files).unwrap()).is_err()
}

/// For every moment at which a run from `OLD` to `NEW` can stop: what is found then, and the folder.
fn every_stop(mut then: impl FnMut(usize, &Path)) -> usize {
    for at in 0.. {
        let out = tempfile::tempdir().unwrap();
        run(out.path(), &OLD, Mode::Write);
        put(out.path(), "src/mine.rs", "mine");
        if !stopped(out.path(), &NEW, at) {
            return at;
        }
        then(at, out.path());
    }
    unreachable!("a run ends")
}

fn with_mine(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let mut files = expected(files);
    files.insert("src/mine.rs".to_owned(), "mine".to_owned());
    files
}

#[test]
fn the_next_run_completes_a_stopped_one() {
    let stops = every_stop(|at, out| {
        let changes = write(out, &files(&NEW), Mode::Write).unwrap();
        assert!(changes.iter().all(|change| !change.edited), "stopped at {at}: {changes:?}");
        assert_eq!(found(out), with_mine(&NEW), "stopped at {at}");
        assert!(!out.join(work::NAME).exists() && !out.join("src/gone").exists());
    });
    assert_eq!(stops, 18);
}

#[test]
fn a_run_of_another_document_cleans_up_after_a_stopped_one() {
    every_stop(|at, out| {
        let changes = write(out, &files(&OTHER), Mode::Write).unwrap();
        assert!(changes.iter().all(|change| !change.edited), "stopped at {at}: {changes:?}");
        assert_eq!(found(out), with_mine(&OTHER), "stopped at {at}");
    });
}

#[test]
fn runs_that_are_stopped_one_after_the_other_lose_nothing() {
    every_stop(|first, out| {
        for second in [3, 9, 12, 14, 16] {
            stopped(out, &OTHER, second);
            stopped(out, &OLD, second + 1);
        }
        let changes = write(out, &files(&NEW), Mode::Write).unwrap();
        assert!(changes.iter().all(|change| !change.edited), "stopped at {first}: {changes:?}");
        assert_eq!(found(out), with_mine(&NEW), "stopped at {first}");
    });
}

#[test]
fn until_everything_is_staged_the_output_is_as_it_was() {
    let mut untouched = 0;
    every_stop(|at, out| {
        fs::remove_dir_all(out.join(work::NAME)).unwrap_or_default();
        if found(out) == with_mine(&OLD) {
            assert_eq!(untouched, at, "the old output came back");
            untouched += 1;
        }
        // Each file is either the old one or the new one, never half of one.
        for (path, text) in found(out) {
            let is = |files: &[(&str, &str)]| files.contains(&(path.as_str(), text.as_str()));
            assert!(is(&OLD) || is(&NEW) || path == "src/mine.rs", "{path}: {text}");
        }
    });
    assert_eq!(untouched, 9);
}

#[test]
fn a_file_that_someone_writes_after_a_stopped_run_is_not_taken_for_a_generated_one() {
    every_stop(|at, out| {
        let places = ["src/gone/pet.rs", "src/types/dog.rs"];
        let free: Vec<&str> = places.into_iter().filter(|path| !out.join(path).exists()).collect();
        for path in &free {
            put(out, path, "by hand");
        }
        if !free.is_empty() {
            let wanted = places.map(|path| (path, "newer"));
            assert_eq!(blocked(out, &wanted), free, "stopped at {at}");
        }
    });
}

#[test]
fn a_folder_that_cannot_be_written_stays_as_it_is() {
    let out = tempfile::tempdir().unwrap();
    run(out.path(), &OLD, Mode::Write);
    let mut refuse = |_: &Path| Err(io::ErrorKind::PermissionDenied.into());
    let wanted = files(&NEW);
    let failure = write_on(&mut Disk::new(&mut refuse), out.path(), &Wanted::of(&wanted).unwrap());
    let WriteFailure::System { error, .. } = failure.unwrap_err() else { panic!() };
    assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
    assert_eq!(found(out.path()), expected(&OLD));
    // Nothing needs to be written where nothing differs.
    let wanted = files(&OLD);
    let run = write_on(&mut Disk::new(&mut refuse), out.path(), &Wanted::of(&wanted).unwrap());
    assert_eq!(run.unwrap(), []);
}
