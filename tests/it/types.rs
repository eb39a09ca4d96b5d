//! Generated types: their golden text in `tests/cases/types/`, and their behaviour on the wire.

use std::fs;
use std::path::Path;

use callwright::{Generator, Severity};
use callwright_runtime::{
    Json, Map, Nullable, Number, Secret, check::Check, explain, from_json, generated::Slot, to_json,
};

mod checks;
mod choices;
mod tagged;

// The generated module of each case, unformatted.
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/alternatives/types.rs"]
mod alternatives;
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/composition/types.rs"]
mod composition;
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/constants/types.rs"]
mod constants;
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/constraints/types.rs"]
mod constraints;
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/defaults/types.rs"]
mod defaults;
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/directions/types.rs"]
mod directions;
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/discriminators/types.rs"]
mod discriminators;
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/enumerations/types.rs"]
mod enumerations;
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/maps/types.rs"]
mod maps;
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/presence/types.rs"]
mod presence;
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/references/types.rs"]
mod references;
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/shapes/types.rs"]
mod shapes;
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/shared/types.rs"]
mod shared;
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/tags/types.rs"]
mod tags;
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/unions/types.rs"]
mod unions;

/// `CALLWRIGHT_UPDATE=1` replaces the expected output.
#[test]
fn every_case_generates_the_text_that_is_compiled_here() {
    let update = std::env::var_os("CALLWRIGHT_UPDATE").is_some();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/types");
    for case in [
        "alternatives",
        "composition",
        "constants",
        "constraints",
        "defaults",
        "directions",
        "discriminators",
        "enumerations",
        "maps",
        "presence",
        "references",
        "shapes",
        "shared",
        "tags",
        "unions",
    ] {
        let out = tempfile::tempdir().unwrap();
        let spec = cases.join(case).join("api.yaml");
        let generator = Generator::new(spec).out_dir(out.path()).module(true).crate_name("case");
        assert_eq!(generator.generate().count(Severity::Error), 0, "{case}");
        let generated = fs::read_to_string(out.path().join("types.rs")).unwrap();
        let golden = cases.join(case).join("types.rs");
        if update {
            fs::write(&golden, &generated).unwrap();
        }
        assert_eq!(generated, fs::read_to_string(&golden).unwrap(), "{case}");
    }
}

fn json<T: Slot>(value: &T) -> String {
    String::from_utf8(to_json(value).unwrap()).unwrap()
}

/// Decodes a value, and expects it to be encoded unchanged.
fn round<T: callwright_runtime::Model>(text: &str) -> T {
    let value: T = from_json(text.as_bytes()).unwrap();
    assert_eq!(json(&value), text);
    value
}

/// Equal inline schemas are one type under each of their names.
#[test]
fn a_part_of_one_body_is_a_part_of_another() {
    use shared::{ChangeParcelBodyJsonTo, CreateParcelBody, CreateParcelBodyFrom, Order};
    let to = ChangeParcelBodyJsonTo::new().street("A");
    let from: CreateParcelBodyFrom = to.clone();
    let body = CreateParcelBody::new().from(from).to(to).order(Order::Asc);
    assert_eq!(json(&body), r#"{"from":{"street":"A"},"to":{"street":"A"},"order":"asc"}"#);
}

#[test]
fn the_default_of_an_enumeration_is_that_of_its_type() {
    use enumerations::{Defaulted, DefaultedSame, DefaultedUnit, Order, Stage};
    assert_eq!(Order::default(), Order::Asc);
    // They share a type.
    assert_eq!(
        (DefaultedUnit::default(), DefaultedSame::Week),
        (DefaultedUnit::Week, DefaultedUnit::Week)
    );
    let defaulted = Defaulted::new(Stage::Beta).unit(DefaultedUnit::default());
    assert_eq!(json(&defaulted), r#"{"order":"asc","stage":"beta","unit":"week"}"#);
}

#[test]
fn absent_and_null_stay_apart() {
    use presence::Pet;
    let absent: Pet = round(r#"{"name":"a","nick":null,"size":1}"#);
    assert_eq!(absent.owner, Nullable::Absent);
    let null: Pet = round(r#"{"name":"a","nick":null,"size":1,"owner":null}"#);
    assert_eq!(null.owner, Nullable::Null);
    let value: Pet = round(r#"{"name":"a","nick":"b","size":1,"owner":{"name":"o","age":3}}"#);
    assert_eq!(value.nick.as_deref(), Some("b"));
    let optional: Pet = from_json(br#"{"name":"a","nick":null,"size":1,"note":null}"#).unwrap();
    assert_eq!(optional.note, None);
    assert_eq!(json(&optional), r#"{"name":"a","nick":null,"size":1,"note":null}"#);
    let any: Pet = round(r#"{"name":"a","nick":null,"size":1,"anything":null}"#);
    assert_eq!((any.anything.as_ref(), any.extra().len()), (Some(&Json::Null), 0));
    assert_eq!(absent.anything, None);
}

#[test]
fn a_default_stands_in_for_a_missing_member_and_is_not_sent_unasked() {
    let pet: presence::Pet = from_json(br#"{"name":"a","nick":null}"#).unwrap();
    assert_eq!(pet.size, 5);
    let folder: shapes::Two = round("{}");
    assert_eq!(folder.one, None);
}

#[test]
fn members_that_are_not_declared_come_back() {
    let pet: presence::Pet = round(r#"{"name":"a","nick":null,"size":1,"new":[1,{"x":null}]}"#);
    assert_eq!(pet.extra().len(), 1);
    let owner: presence::Owner = round(r#"{"name":"o","age":3}"#);
    assert_eq!(owner.additional.get("age"), Some(&3));
}

#[test]
fn what_is_built_is_what_is_sent() {
    let pet = presence::Pet::new("a", None, Secret::new("s"))
        .size(2)
        .owner(presence::Owner::new())
        .tags([Some("t".to_owned()), None])
        .with_clone(true)
        .self_(false)
        .extra_(0.5);
    assert_eq!(
        json(&pet),
        r#"{"name":"a","nick":null,"size":2,"password":"s","owner":{},"tags":["t",null],"self":false,"extra":0.5,"clone":true}"#
    );
    assert_eq!(pet.clear_owner_().owner, Nullable::Null);
}

#[test]
fn a_constant_needs_no_argument() {
    assert_eq!(json(&unions::Cat::new().lives(9)), r#"{"kind":"cat","lives":9}"#);
}

#[test]
fn recursive_shapes_are_finite() {
    let nested: shapes::Nested = round("[[],[[]]]");
    assert_eq!(nested.0.len(), 2);
    let folder: shapes::Folder = round(r#"{"a":{"b":{}},"c":{}}"#);
    assert_eq!(folder.additional.len(), 2);
    let tree: shapes::Tree = round(
        r#"{"value":"a","children":[{"value":"b","children":[]}],"parent":{"value":"c","children":[]}}"#,
    );
    assert_eq!(tree.children.len(), 1);
    let one: shapes::One = round(r#"{"two":{"one":{"two":{}}}}"#);
    assert!(one.two.one.is_some());
}

#[test]
fn a_tuple_may_end_early_and_go_on() {
    let short: shapes::Point = round("[1.5,2]");
    assert_eq!((short.0, short.1, short.2.clone()), (1.5, 2.0, None));
    let long: shapes::Point = round(r#"[1.5,2.5,"a",null,3]"#);
    assert_eq!(long.3, vec![Json::Null, Json::from(3)]);
    assert!(from_json::<shapes::Point>(b"[1]").is_err());
}

#[test]
fn enumerations_are_open() {
    use enumerations::{Answerer, AnyModel, AnyModelLargeModels, Level, Mixed, Model, Status};
    assert_eq!(round::<Status>(r#""+1""#), Status::Plus1);
    assert_eq!(round::<Status>(r#""""#), Status::Empty);
    assert_eq!(round::<Status>(r#""Unknown""#), Status::UnknownValue);
    assert_eq!(round::<Status>(r#""实例""#), Status::实例);
    assert_eq!(round::<Status>(r#""new""#), Status::Unknown("new".to_owned()));
    assert_eq!(round::<Level>("-1"), Level::Minus1);
    assert_eq!(round::<Level>("7"), Level::Unknown(Json::from(7)));
    assert_eq!(round::<Mixed>("true"), Mixed::True);
    assert_eq!(round::<Model>(r#""other""#), Model::OtherValue);
    assert_eq!(round::<Model>(r#""unknown""#), Model::Unknown);
    assert_eq!(round::<Model>(r#""mine""#), Model::Other("mine".to_owned()));
    assert!(matches!(round(r#""huge""#), AnyModel::LargeModels(AnyModelLargeModels::Huge)));
    assert!(matches!(round(r#""mine""#), AnyModel::Model(Model::Other(_))));
    assert!(matches!(round(r#"{"model":"mine"}"#), Answerer::Machine(_)));
    assert!(matches!(round(r#"{"name":"n","model":"none"}"#), Answerer::Person(_)));
    assert_eq!(round::<Mixed>("1.5"), Mixed::N1Point5);
    assert_eq!(Status::from("stopped"), Status::Stopped);
    let map: Map<Status> = round(r#"{"a":"stopped"}"#);
    assert_eq!(map.get("a"), Some(&Status::Stopped));
}

#[test]
fn values_have_the_names_that_the_document_gives_them() {
    use enumerations::{
        Answer, Colour, Form, FormMixed, Level, Priority, Season, Side, Step, Unit,
    };
    assert_eq!((Season::from("b"), Side::from(Json::from(1))), (Season::Autumn, Side::Right));
    assert_eq!(round::<Priority>("2"), Priority::High);
    assert_eq!(round::<Colour>(r##""#0f0""##), Colour::Green);
    assert_eq!(round::<Colour>(r##""#00f""##), Colour::N00f);
    assert_eq!(round::<Answer>(r#""y""#), Answer::Yes);
    assert_eq!(round::<Unit>(r#""ft""#), Unit::Foot);
    assert_eq!(round::<Step>("1"), Step::First);
    let form: Form = round(r#"{"answer":null,"level":10,"colour":null,"mixed":1}"#);
    assert_eq!(form, Form::new(None, Level::N10).clear_colour().mixed(FormMixed::N1));
}

#[test]
fn what_only_one_side_sends_is_required_on_that_side_alone() {
    use directions::{Account, NewAccount, Receipt};
    let new = NewAccount::new("n", "p");
    assert_eq!(json(&new), r#"{"name":"n","password":"p"}"#);
    let receipt: Receipt = round(r#"{"id":"1","token":"t"}"#);
    assert_eq!((receipt.id.as_str(), receipt.secret), ("1", None));
    let error = from_json::<Receipt>(br#"{"token":"t"}"#).unwrap_err();
    assert_eq!(error.to_string(), "at $: the required member \"id\" is missing (byte 13)");
    assert_eq!(json(&Account::new("n", "p")), r#"{"name":"n","password":"p"}"#);
}

#[test]
fn what_is_read_is_written_back_with_what_the_server_set() {
    use directions::{Account, State};
    let text = r#"{"id":"1","name":"n","state":"open","made":"2025-03-09T12:00:00Z"}"#;
    let read: Account = round(text);
    assert_eq!(read.state, Some(State::Open));
    let changed = read.note("x");
    assert_eq!(
        json(&changed),
        r#"{"id":"1","name":"n","state":"open","made":"2025-03-09T12:00:00Z","note":"x"}"#
    );
}

#[test]
fn defaults_of_every_kind_stand_in_for_missing_members() {
    use defaults::Settings;
    let settings: Settings = from_json(b"{}").unwrap();
    assert_eq!(
        json(&settings),
        r#"{"name":"none","count":-5,"big":100000000000000000000000000000000000000000,"ratio":0.5,"on":true,"level":2,"size":"m","mode":"slow","tags":["a","b"],"limits":{"cpu":2},"parent":null,"place":{"x":1},"either":3,"since":"2020-01-01"}"#
    );
    assert_eq!(settings.optional, None);
    // The constructor takes no arguments, and optional members are absent.
    assert_eq!(settings, Settings::default());
    assert_eq!(Settings::new().level(defaults::SettingsLevel::N3).level, Json::from(3).into());
}

#[test]
fn a_default_that_is_none_of_the_values_is_not_sent_unasked() {
    use defaults::{Wrong, WrongMode};
    let wrong: Wrong = from_json(b"{}").unwrap();
    assert_eq!(wrong.mode, WrongMode::Unknown("DEFAULT".to_owned()));
    assert_eq!(json(&Wrong::new(WrongMode::A)), r#"{"mode":"A"}"#);
}

/// Compiles for types with total equality.
fn kinds_of_a_set<T: Eq + std::hash::Hash>(values: impl IntoIterator<Item = T>) -> usize {
    values.into_iter().collect::<std::collections::HashSet<T>>().len()
}

#[test]
fn what_holds_no_float_can_be_counted_in_a_set() {
    use shapes::Tree;
    let leaf = || round::<Tree>(r#"{"value":"a","children":[]}"#);
    let twig = || round::<Tree>(r#"{"value":"a","children":[{"value":"b","children":[]}]}"#);
    assert_eq!(kinds_of_a_set([leaf(), twig(), leaf(), twig()]), 2);
}

#[test]
fn a_decimal_keeps_its_digits_and_so_does_any_number_on_request() {
    let price: shapes::Price = round(r#"{"amount":1.10000000000000000000000001,"rate":2.5}"#);
    assert_eq!(price.rate, Some(2.5));
    let out = tempfile::tempdir().unwrap();
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/types/shapes/api.yaml");
    let generator = Generator::new(spec).out_dir(out.path()).module(true).exact_numbers(true);
    assert_eq!(generator.generate().count(Severity::Error), 0);
    let generated = fs::read_to_string(out.path().join("types.rs")).unwrap();
    let rate: Vec<&str> = generated.lines().filter(|line| line.contains("pub rate:")).collect();
    assert_eq!(rate, ["    pub rate: Option<rt::Number>,"]);
}

#[test]
fn members_without_a_property_have_the_types_that_the_document_gives_them() {
    use maps::{Closed, Colour, Counts, Headers, Labels, Mixed, MixedValue};
    assert_eq!(round::<Counts>(r#"{"a":1,"b":2}"#).get("b"), Some(&2));
    let labels: Labels = round(r#"{"name":"n","x":"red","y":"blue"}"#);
    assert_eq!(labels.additional.get("x"), Some(&Colour::Red));
    assert_eq!(round::<Headers>(r#"{"x-a":"1"}"#).get("x-a").map(String::as_str), Some("1"));
    let mixed: Mixed = round(r#"{"id":"1","n-a":5,"c-b":{"k":1},"other":"t"}"#);
    assert_eq!(mixed.additional.get("n-a"), Some(&MixedValue::Integer(5)));
    assert!(
        matches!(mixed.additional.get("c-b"), Some(MixedValue::Map(counts)) if counts.len() == 1)
    );
    assert_eq!(mixed.additional.get("other"), Some(&MixedValue::from("t".to_owned())));
    assert_eq!(round::<Closed>(r#"{"a":"1","b":2}"#).extra().get("b"), Some(&Json::from(2)));
    let error = from_json::<Labels>(br#"{"name":"n","x y":5}"#).unwrap_err();
    assert_eq!(error.to_string(), r#"at $["x y"]: expected a string, found a number (byte 18)"#);
}

#[test]
fn the_keys_of_a_map_have_the_type_that_the_document_gives_them() {
    use maps::{ByColour, ById, Colour, Inventory, InventoryKey};
    let mut counts: ByColour = round(r#"{"red":1,"blue":2}"#);
    assert_eq!(counts.get(&Colour::Red), Some(&1));
    assert_eq!(counts.keys().collect::<Vec<_>>(), [Colour::Red, Colour::Unknown("blue".into())]);
    assert_eq!(counts.insert(Colour::Green, 3), None);
    assert_eq!(counts.insert("red", 4), Some(1));
    assert_eq!(json(&counts), r#"{"red":4,"blue":2,"green":3}"#);
    assert_eq!(counts, ByColour::from([("green", 3), ("blue", 2), ("red", 4)]));
    let by_id: ById = round(r#"{"not an id":null}"#);
    assert_eq!(by_id.get(&"not an id".into()), Some(&None));
    let stock: Inventory = round(r#"{"name":"n","large":2,"huge":1}"#);
    assert_eq!(stock.additional.get(&InventoryKey::Large), Some(&2));
    assert_eq!(stock.additional.iter().map(|(_, count)| count).sum::<i64>(), 3);
}

#[test]
fn the_positions_of_a_tuple_have_types_of_their_own() {
    use maps::{Pair, Row};
    let pair: Pair = round(r#"["a",{"k":1}]"#);
    assert_eq!((pair.0.as_str(), pair.1.get("k")), ("a", Some(&1)));
    let row: Row = round(r#"["a",null,true,false]"#);
    assert_eq!((row.1, row.2.as_slice()), (Nullable::Null, &[true, false][..]));
    for text in ["[]", r#"["a"]"#, r#"["a",null]"#, r#"["a",1]"#, "[null,1]"] {
        round::<Row>(text);
    }
    let error = from_json::<Pair>(br#"["a"]"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "at $: expected an array of at least 2 elements, found 1 elements (byte 5)"
    );
    let error = from_json::<Row>(br#"["a",null,1]"#).unwrap_err();
    assert_eq!(error.to_string(), "at $[2]: expected a boolean, found a number (byte 10)");
}

#[test]
fn what_is_all_of_several_schemas_is_their_intersection() {
    use composition::{Adult, Member, MemberHome, Person, Tame};
    let person = Person::new("Ann").age(3).email("a@example.com");
    assert_eq!(json(&person), r#"{"email":"a@example.com","name":"Ann","age":3}"#);
    let error = from_json::<Adult>(br#"{"name":"Ann"}"#).unwrap_err();
    assert_eq!(error.to_string(), "at $: the required member \"age\" is missing (byte 14)");
    assert_eq!(
        Adult::new("", 17).check().to_string(),
        "at $.name: expected at least 1 characters, found 0 characters\n\
         at $.age: expected at least 18, found 17"
    );
    // The values that both list.
    assert_eq!((Tame::from("dog"), Tame::from("cow")), (Tame::Dog, Tame::Unknown("cow".into())));
    let member: Member = round(
        r#"{"who":{"name":"Ann","age":20},"tame":"dog","share":50,"home":{"city":"A","mooring":"B"}}"#,
    );
    assert!(matches!(&member.home, Some(MemberHome::Boat(boat)) if boat.city == "A"));
}

#[test]
fn references_of_every_kind_lead_to_one_type_each() {
    use references::{
        Animal, Food, Home, Keeper, KeeperName, Kind, Mark, SizesLarge, SizesUnit, Tree,
    };
    let keeper = Keeper::new().name(KeeperName::Ann);
    let animal = Animal::new()
        .kind(Kind::Cat)
        .name(KeeperName::Bob)
        .owner(KeeperName::Ann)
        .food(Food::new().animal(Kind::Dog))
        .home(Home::new().street("A"))
        .mark(Mark::new().colour("red"))
        .size(SizesLarge::new().unit(SizesUnit::Ft))
        .keeper(keeper);
    assert_eq!(
        json(&animal),
        r#"{"kind":"cat","name":"Bob","owner":"Ann","food":{"animal":"dog"},"home":{"street":"A"},"mark":{"colour":"red"},"size":{"unit":"ft"},"keeper":{"name":"Ann"}}"#
    );
    assert_eq!(json(&Tree::new().children([Tree::new()])), r#"{"children":[{}]}"#);
}

#[test]
fn an_integer_is_as_wide_as_its_bounds_ask_for() {
    use shapes::Sizes;
    let sizes: Sizes = round(
        r#"{"plain":-1,"natural":18446744073709551615,"wide":-100000000000000000000,"any":1000000000000000000000000000000000000000000000000}"#,
    );
    assert_eq!((sizes.natural, sizes.wide), (Some(u64::MAX), Some(-100_000_000_000_000_000_000)));
    let error = from_json::<Sizes>(br#"{"natural":-1}"#).unwrap_err();
    assert_eq!(error.path(), "$.natural");
}

#[test]
fn an_integer_beyond_64_bits_costs_neither_the_answer_nor_a_digit() {
    use shapes::Counts;
    let text =
        r#"{"total":18446744073709551616,"size":9007199254740993,"seen":-9223372036854775809}"#;
    let mut counts: Counts = round(text);
    assert_eq!((counts.total, counts.seen.value()), (i64::MAX, None));
    assert_eq!(counts.size.as_ref().and_then(Number::as_i64), Some(9_007_199_254_740_993));
    let kept: Vec<(&str, String)> =
        counts.extra().iter().map(|(name, value)| (name, value.to_string())).collect();
    let expected = [("total", "18446744073709551616"), ("seen", "-9223372036854775809")];
    assert_eq!(kept, expected.map(|(name, value)| (name, value.to_owned())));
    // What the caller sets is sent.
    counts.total = 5;
    counts.seen = Nullable::Value(6);
    assert_eq!(json(&counts), r#"{"total":5,"seen":6,"size":9007199254740993}"#);
    let error = from_json::<Counts>(br#"{"total":1.5}"#).unwrap_err();
    assert_eq!(error.path(), "$.total");
}

#[test]
fn members_that_exist_under_a_condition_are_optional() {
    use composition::{Shipment, ShipmentLabel};
    let shipment: Shipment = round(
        r#"{"kind":"parcel","card":"c","weight":1.5,"label":"l","stamp":true,"address":"a","owner":["o"]}"#,
    );
    assert_eq!(shipment.label, Some(ShipmentLabel::Text("l".to_owned())));
    assert_eq!((shipment.stamp, shipment.address.as_deref()), (Some(true), Some("a")));
    let letter: Shipment = round(r#"{"kind":"letter","weight":0,"label":3}"#);
    assert_eq!(letter, Shipment::new("letter", 0.0).label(3));
}

#[test]
fn a_tuple_in_the_notation_of_earlier_versions_is_one_as_well() {
    let entry: maps::Entry = round(r#"["a",1,true]"#);
    assert_eq!((entry.0.as_deref(), entry.1, entry.2), (Some("a"), Some(1), vec![true]));
}

#[test]
fn what_the_document_calls_secret_is_not_shown() {
    let pet: presence::Pet = round(r#"{"name":"a","nick":null,"size":1,"chip":"985112"}"#);
    assert_eq!(format!("{:?}", pet.chip), "Some(Secret(…))");
}

#[test]
fn an_error_says_where_what_was_expected_and_what_was_found() {
    let error = from_json::<discriminators::Park>(br#"{"things":{"a":1}}"#).unwrap_err();
    assert_eq!(error.to_string(), "at $.things: expected an array, found an object (byte 10)");
    let error =
        from_json::<presence::Pet>(br#"{"name":"a","nick":null,"tags":["a",7]}"#).unwrap_err();
    assert_eq!(error.to_string(), "at $.tags[1]: expected a string, found a number (byte 36)");
    assert_eq!(
        (error.path().as_str(), error.expected(), error.found()),
        ("$.tags[1]", Some("a string"), "a number")
    );
}
