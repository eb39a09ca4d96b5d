//! Links below the output folder, which are never followed.
#![cfg(unix)]

use std::os::unix::fs::symlink;

use super::*;

#[test]
fn a_link_is_in_the_way_wherever_it_leads() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    put(folder.path(), "mine/lib.rs", "mine");
    fs::create_dir_all(&out).unwrap();
    symlink("../mine", out.join("src")).unwrap();
    symlink("../mine/lib.rs", out.join("README.md")).unwrap();
    symlink("nowhere", out.join("Cargo.toml")).unwrap();
    let wanted =
        [("Cargo.toml", ""), ("README.md", ""), ("src/lib.rs", LIB), ("src/types.rs", LIB)];
    assert_eq!(blocked(&out, &wanted), ["Cargo.toml", "README.md", "src"]);
    assert_eq!(found(&folder.path().join("mine")), expected(&[("lib.rs", "mine")]));
}

#[test]
fn a_listed_file_behind_a_link_is_not_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    run(&out, &[("src/types/pet.rs", LIB), ("src/lib.rs", LIB), ("a.rs", LIB)], Mode::Write);
    fs::rename(out.join("src"), folder.path().join("mine")).unwrap();
    symlink("../mine", out.join("src")).unwrap();
    let lists = |text: &str| text.contains("src");
    assert!(lists(&fs::read_to_string(out.join(list::NAME)).unwrap()));
    assert_eq!(run(&out, &[("a.rs", LIB)], Mode::Write), []);
    assert!(!lists(&fs::read_to_string(out.join(list::NAME)).unwrap()));
    let mine = expected(&[("lib.rs", LIB), ("types/pet.rs", LIB)]);
    assert_eq!(found(&folder.path().join("mine")), mine);
}

#[test]
fn a_list_or_a_work_folder_that_is_a_link_is_in_the_way() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    fs::create_dir_all(folder.path().join("mine")).unwrap();
    fs::create_dir_all(&out).unwrap();
    for name in [list::NAME, super::super::work::NAME] {
        symlink("../mine", out.join(name)).unwrap();
        let failure = write(&out, &files(&[("a.rs", LIB)]), Mode::Write).unwrap_err();
        let WriteFailure::Blocked(paths) = failure else { panic!("{failure:?}") };
        assert_eq!(paths, [out.join(name)]);
        fs::remove_file(out.join(name)).unwrap();
    }
    assert_eq!(found(folder.path()), expected(&[]));
}

#[test]
fn the_output_folder_itself_may_be_a_link() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("real")).unwrap();
    symlink("real", folder.path().join("out")).unwrap();
    assert_eq!(run(&folder.path().join("out"), &[("a.rs", LIB)], Mode::Write).len(), 1);
    assert_eq!(found(&folder.path().join("real")), expected(&[("a.rs", LIB)]));
}
