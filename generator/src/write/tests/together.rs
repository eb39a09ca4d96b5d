//! Two runs into one folder at once.

use std::thread;
use std::time::{Duration, Instant};

use super::super::disk::Disk;
use super::super::work::{self, WorkFolder};
use super::*;

#[test]
fn a_run_waits_until_another_one_leaves() {
    let out = tempfile::tempdir().unwrap();
    let mut nothing = |_: &Path| Ok(());
    let mut disk = Disk::new(&mut nothing);
    let work = WorkFolder::enter(&mut disk, out.path(), work::PATIENCE).unwrap();
    let start = Instant::now();
    thread::scope(|scope| {
        let other = scope.spawn(|| run(out.path(), &[("a.rs", LIB)], Mode::Write));
        thread::sleep(Duration::from_millis(200));
        assert_eq!(found(out.path()), expected(&[(".callwright-work/lock", "")]));
        work.leave(&mut disk).unwrap();
        assert_eq!(other.join().unwrap().len(), 1);
    });
    assert!(start.elapsed() >= Duration::from_millis(200));
    assert_eq!(found(out.path()), expected(&[("a.rs", LIB)]));
}

#[test]
fn a_run_that_has_waited_long_enough_is_refused() {
    let out = tempfile::tempdir().unwrap();
    let mut nothing = |_: &Path| Ok(());
    let mut disk = Disk::new(&mut nothing);
    let work = WorkFolder::enter(&mut disk, out.path(), work::PATIENCE).unwrap();
    let second = WorkFolder::enter(&mut disk, out.path(), Duration::from_millis(50));
    assert!(matches!(second, Err(WriteFailure::Busy { path }) if path == out.path()));
    drop(work);
    // A killed run locks nobody out.
    let third = WorkFolder::enter(&mut disk, out.path(), Duration::ZERO).unwrap();
    third.leave(&mut disk).unwrap();
    assert!(!WorkFolder::exists(out.path()));
}

#[test]
fn many_runs_of_two_documents_at_once_leave_one_of_them() {
    let out = tempfile::tempdir().unwrap();
    let names: Vec<String> = (0..20).map(|index| format!("src/file_{index}.rs")).collect();
    let of = |text: &str, count: usize| -> Vec<(String, String)> {
        names.iter().take(count).map(|name| (name.clone(), text.to_owned())).collect()
    };
    let documents = [of("one", 20), of("two", 10)];
    let failures: Vec<String> = thread::scope(|scope| {
        let runs = (0..8).map(|index| {
            let document = &documents[index % 2];
            let out = out.path();
            scope.spawn(move || {
                let runs = (0..10).map(|_| write(out, document, Mode::Write));
                runs.filter_map(Result::err).map(|failure| format!("{failure:?}")).collect()
            })
        });
        let runs: Vec<thread::ScopedJoinHandle<'_, Vec<String>>> = runs.collect();
        runs.into_iter().flat_map(|run| run.join().unwrap()).collect()
    });
    assert_eq!(failures, [""; 0]);
    let left = found(out.path());
    let is = |document: &[(String, String)]| left == document.iter().cloned().collect();
    assert!(is(&documents[0]) || is(&documents[1]), "{left:?}");
}
