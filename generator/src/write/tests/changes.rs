//! Folders that only callwright writes into.

use super::*;

#[test]
fn only_what_differs_is_written() {
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("new");
    let first = [("src/lib.rs", LIB), ("src/types/pet.rs", LIB), ("README.md", "x")];
    assert_eq!(
        run(&out, &first, Mode::Compare),
        [
            ("README.md".to_owned(), Action::Create),
            ("src/lib.rs".to_owned(), Action::Create),
            ("src/types/pet.rs".to_owned(), Action::Create)
        ]
    );
    assert!(!out.exists());
    assert_eq!(run(&out, &first, Mode::Write).len(), 3);
    let times = || {
        let names = ["src/lib.rs", list::NAME, "."];
        names.map(|name| fs::metadata(out.join(name)).unwrap().modified().unwrap())
    };
    let before = times();
    assert_eq!(write(&out, &files(&first), Mode::Write).unwrap(), []);
    assert_eq!(times(), before);

    let second = [("src/lib.rs", LIB), ("README.md", "y")];
    assert_eq!(
        run(&out, &second, Mode::Write),
        [("README.md".to_owned(), Action::Update), ("src/types/pet.rs".to_owned(), Action::Delete)]
    );
    assert_eq!(found(&out), expected(&second));
    assert!(!out.join("src/types").exists());
    assert_eq!(fs::metadata(out.join("src/lib.rs")).unwrap().modified().unwrap(), before[0]);
}

#[test]
fn the_list_is_sorted_and_has_the_format_of_sha256sum() {
    let out = tempfile::tempdir().unwrap();
    run(out.path(), &[("src/lib.rs", "b"), ("README.md", "a")], Mode::Write);
    assert_eq!(
        fs::read_to_string(out.path().join(list::NAME)).unwrap(),
        "\
# The files that callwright wrote into this folder, with their SHA-256. It replaces and deletes no others.
# Commit this list together with them.
ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  README.md
3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  src/lib.rs
"
    );
}

#[test]
fn a_file_edited_by_hand_is_replaced_and_named() {
    let out = tempfile::tempdir().unwrap();
    run(out.path(), &[("a.rs", LIB), ("b.rs", LIB), ("c.rs", LIB)], Mode::Write);
    put(out.path(), "a.rs", "// by hand\n");
    put(out.path(), "c.rs", "// by hand\n");
    let changes = write(out.path(), &files(&[("a.rs", LIB), ("b.rs", "new")]), Mode::Write);
    let changes = changes.unwrap();
    let changes: Vec<_> =
        changes.iter().map(|c| (c.path.to_str().unwrap(), c.action, c.edited)).collect();
    assert_eq!(
        changes,
        [
            (list::NAME, Action::Update, false),
            ("a.rs", Action::Update, true),
            ("b.rs", Action::Update, false),
            ("c.rs", Action::Delete, true),
        ]
    );
}

#[test]
fn a_path_out_of_the_folder_is_refused_before_anything_is_written() {
    let out = tempfile::tempdir().unwrap();
    for path in ["../x.rs", "/x.rs", "src/../../x.rs", "", "a\nb.rs"] {
        let failure = write(out.path(), &files(&[("a.rs", LIB), (path, LIB)]), Mode::Write);
        let WriteFailure::System { error, .. } = failure.unwrap_err() else { panic!("{path}") };
        assert_eq!(error.to_string(), "the path is not below the output folder");
        assert_eq!(found(out.path()), expected(&[]));
    }
}

#[test]
fn a_list_that_leads_out_of_the_folder_is_refused() {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("client");
    put(out.path(), "mine.rs", "mine");
    run(&folder, &[("a.rs", LIB)], Mode::Write);
    let list = fs::read_to_string(folder.join(list::NAME)).unwrap();
    put(&folder, list::NAME, &list.replace("a.rs", "../mine.rs"));
    let failure = write(&folder, &files(&[("a.rs", LIB)]), Mode::Write).unwrap_err();
    let WriteFailure::BrokenList { line, .. } = failure else { panic!("{failure:?}") };
    assert_eq!(line, 3);
    assert_eq!(found(&folder), expected(&[("a.rs", LIB)]));
    assert_eq!(fs::read_to_string(out.path().join("mine.rs")).unwrap(), "mine");
}

#[test]
fn two_merged_lists_cover_the_files_of_both() {
    let out = tempfile::tempdir().unwrap();
    run(out.path(), &[("a.rs", "one"), ("b.rs", LIB)], Mode::Write);
    let ours = fs::read_to_string(out.path().join(list::NAME)).unwrap();
    run(out.path(), &[("a.rs", "two"), ("c.rs", LIB)], Mode::Write);
    let theirs = fs::read_to_string(out.path().join(list::NAME)).unwrap();
    put(out.path(), "b.rs", LIB);
    let merged = format!("<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> branch\n");
    put(out.path(), list::NAME, &merged.replace('\n', "\r\n"));
    let changes = write(out.path(), &files(&[("a.rs", "three")]), Mode::Write).unwrap();
    assert_eq!(changes.iter().filter(|change| change.edited).count(), 0);
    assert_eq!(found(out.path()), expected(&[("a.rs", "three")]));
}

#[test]
fn a_name_that_changes_its_case_alone_survives_where_case_is_one() {
    let out = tempfile::tempdir().unwrap();
    for text in [LIB, "new"] {
        run(out.path(), &[("src/Pet.rs", LIB), ("src/lib.rs", LIB)], Mode::Write);
        // Two names of one file, as on such a disk.
        fs::hard_link(out.path().join("src/Pet.rs"), out.path().join("src/pet.rs")).unwrap();
        let wanted = [("src/pet.rs", text), ("src/lib.rs", LIB)];
        assert_eq!(
            run(out.path(), &wanted, Mode::Write),
            [("src/Pet.rs".to_owned(), Action::Delete), ("src/pet.rs".to_owned(), Action::Update)]
        );
        assert_eq!(found(out.path()), expected(&wanted));
    }
}
