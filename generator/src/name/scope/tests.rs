use super::*;
use crate::document::{Document, Kind};

const FIELDS: Scope = Scope { reserved: &["extra"], suffix: "_", remedy: Scope::PIN };

fn requests<'t>(names: &[(u8, &[&'t str])]) -> (Document, Vec<NameRequest<'t>>) {
    let mut document = Document::default();
    let file = document.next_file();
    let requests = names
        .iter()
        .map(|(rank, names)| NameRequest {
            node: document.add(file, None, Kind::Null),
            candidates: names.iter().map(|name| Candidate::plain(Case::Snake, *name)).collect(),
            rank: *rank,
        })
        .collect();
    (document, requests)
}

fn settle(names: &[(u8, &[&str])]) -> (Vec<String>, usize) {
    let (_document, requests) = requests(names);
    let problems = Problems::default();
    let settled = FIELDS.settle(&requests, &problems);
    (settled.iter().map(ToString::to_string).collect(), problems.into_vec().len())
}

#[test]
fn what_does_not_collide_keeps_its_name() {
    assert_eq!(settle(&[(1, &["a"]), (1, &["b"])]), (vec!["a".into(), "b".into()], 0));
}

#[test]
fn the_lowest_rank_keeps_the_name_wherever_it_stands() {
    let expected = (vec!["pet_inner".to_owned(), "pet".to_owned()], 1);
    assert_eq!(settle(&[(2, &["pet", "pet inner"]), (1, &["pet"])]), expected);
}

#[test]
fn equals_both_take_what_tells_them_apart() {
    let expected = (vec!["a_plus_b".to_owned(), "a_minus_b".to_owned()], 2);
    assert_eq!(settle(&[(1, &["a+b", "a plus b"]), (1, &["a-b", "a minus b"])]), expected);
}

#[test]
fn what_no_place_tells_apart_is_numbered_around_what_is_taken() {
    let names: [(u8, &[&str]); 4] = [(1, &["a"]), (1, &["a"]), (1, &["a2"]), (1, &["a"])];
    let expected = vec!["a".to_owned(), "a3".to_owned(), "a2".to_owned(), "a4".to_owned()];
    assert_eq!(settle(&names).0.len(), 4);
    assert_eq!(settle(&names), (expected, 2));
}

#[test]
fn a_reserved_name_gets_the_suffix_and_no_problem() {
    assert_eq!(settle(&[(1, &["extra"])]), (vec!["extra_".to_owned()], 0));
}
