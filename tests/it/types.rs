//! Generated types: their text as it stands in `tests/cases/types/`, and what they do on the wire.

use std::fs;
use std::path::Path;

use callwright::{Generator, Severity};
use callwright_runtime::{Check, Json, Map, Nullable, Secret, Slot, explain, from_json, to_json};

// The generated module of each case, as it stands: no formatter follows.
#[rustfmt::skip]
#[allow(clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "generated")]
#[path = "../cases/types/composition/types.rs"]
mod composition;
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
#[path = "../cases/types/unions/types.rs"]
mod unions;

/// `CALLWRIGHT_UPDATE=1` writes what is generated in place of what is expected.
#[test]
fn every_case_generates_the_text_that_is_compiled_here() {
    let update = std::env::var_os("CALLWRIGHT_UPDATE").is_some();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/types");
    for case in [
        "composition",
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

/// Reads a value, and expects that it is written as it came.
fn round<T: callwright_runtime::Model>(text: &str) -> T {
    let value: T = from_json(text.as_bytes()).unwrap();
    assert_eq!(json(&value), text);
    value
}

/// Equal inline schemas are one type, which any of its names leads to.
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
fn unions_are_told_apart_and_keep_what_they_do_not_know() {
    use unions::{Discriminated, Mixed, Shaped, Tagged};
    assert!(matches!(round(r#"{"kind":"cat","lives":9,"new":1}"#), Tagged::Cat(_)));
    assert!(matches!(round(r#"{"kind":"dog","friend":{"kind":"cat"}}"#), Tagged::Dog(_)));
    assert!(matches!(round(r#"{"kind":"cow"}"#), Tagged::Unknown(_)));
    assert!(matches!(round(r#"{"kind":"katze"}"#), Discriminated::Cat(_)));
    assert!(matches!(round(r#"{"kind":"cow","x":1}"#), Discriminated::Unknown(_)));
    assert!(matches!(round(r#"{"radius":1.5,"side":"no"}"#), Shaped::Circle(_)));
    assert!(matches!(round(r#"{"side":1.5,"name":"n"}"#), Shaped::Square(_)));
    assert!(matches!(round(r#""auto""#), Mixed::Name(unions::MixedName::Auto)));
    assert!(matches!(round(r#""new""#), Mixed::Name(unions::MixedName::Unknown(_))));
    assert!(matches!(round("5"), Mixed::Integer(5)));
    assert!(matches!(round(r#"["a"]"#), Mixed::TextList(_)));
    assert!(matches!(round("[1]"), Mixed::IntegerList(_)));
    assert!(matches!(round(r#"{"a":true}"#), Mixed::Map(_)));
    assert!(matches!(round("1.5"), Mixed::Unknown(_)));
    assert_eq!(Mixed::from(5), Mixed::Integer(5));
    assert_eq!(
        json(&unions::Dog::new().friend(unions::Cat::new())),
        r#"{"kind":"dog","friend":{"kind":"cat"}}"#
    );
}

#[test]
fn unions_are_told_apart_by_values_that_only_one_of_them_lists() {
    use unions::{Capture, Later};
    assert!(matches!(round(r#"{"mode":"now"}"#), Capture::Sooner(_)));
    let Capture::Later(later) = round(r#"{"mode":"never"}"#) else { panic!("not later") };
    assert_eq!(later.mode, Some(unions::LaterMode::Never));
    assert!(matches!(round(r#"{"mode":"now","delay":5}"#), Capture::Later(_)));
    // Enumerations are open: a value that neither lists leaves the union what it is otherwise.
    assert!(matches!(round(r#"{"mode":"new"}"#), Capture::Sooner(_)));
    assert!(matches!(round(r#"{"mode":"new","delay":5}"#), Capture::Later(_)));
    assert!(matches!(Capture::from(Later::new()), Capture::Later(_)));
}

#[test]
fn unions_are_told_apart_by_what_their_lists_hold() {
    use unions::{Animals, Message};
    let text = r#"{"type":"text","text":"t","new":1}"#;
    let message = |part: &str| round::<Message>(&format!(r#"{{"content":[{text},{part}]}}"#));
    assert!(matches!(message(text), Message::Question(_)));
    assert!(matches!(message(r#"{"type":"image","url":"u"}"#), Message::Question(_)));
    assert!(matches!(message(r#"{"type":"sound","url":"u"}"#), Message::Answer(_)));
    // A part that neither knows leaves the rest of the message as it is.
    let Message::Question(question) = message(r#"{"type":"smell","url":"u"}"#) else {
        panic!("no question");
    };
    assert!(matches!(question.content[..], [_, unions::QuestionContentItem::Unknown(_)]));
    assert!(matches!(round(r#"[{"wings":2,"name":"a"}]"#), Animals::Birds(_)));
    assert!(matches!(round(r#"[{"fins":2,"name":"a","new":1}]"#), Animals::Fish(_)));
    assert!(matches!(round("[]"), Animals::Birds(_)));
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
    // Nothing is left to ask for, and what is not required stays out.
    assert_eq!(settings, Settings::default());
    assert_eq!(Settings::new().level(defaults::SettingsLevel::N3).level, Json::from(3).into());
}

/// Compiles for types whose equality is total.
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
fn a_tag_decides_through_all_of_and_in_unions_of_unions() {
    use discriminators::{Park, Shape, Thing, Vehicle};
    let park: Park = round(
        r#"{"things":[{"kind":"car","wheels":4,"doors":5},{"shape":"circle","radius":1},"text",{"kind":"Van","doors":2,"load":1.5},{"kind":"tram","rails":true}],"first":{"kind":"bike","new":1}}"#,
    );
    assert!(matches!(&park.things[0], Thing::Vehicle(Vehicle::Car(car)) if car.kind == "car"));
    assert!(matches!(&park.things[1], Thing::Shape(Shape::Circle(_))));
    assert!(matches!(&park.things[2], Thing::Text(_)));
    assert!(matches!(&park.things[3], Thing::Vehicle(Vehicle::Van(van)) if van.doors == 2));
    assert!(matches!(&park.first, Some(Vehicle::Bike(bike)) if bike.extra().len() == 1));
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

#[test]
fn a_union_says_why_each_alternative_was_refused() {
    use discriminators::{Shape, Thing, Vehicle};
    let value = r#"{"shape":"circle","radius":"wide"}"#.parse().unwrap();
    assert_eq!(
        explain::<Shape>(&value).to_string(),
        "Shape\n- not Circle: at $.radius: expected a number, found a string (byte 27)\n- not Square: the discriminator \"shape\" has another value"
    );
    let value = r#"{"kind":"car"}"#.parse().unwrap();
    assert_eq!(
        explain::<Vehicle>(&value).to_string(),
        "Vehicle\n- not Car: at $: the required member \"doors\" is missing (byte 14)\n- not Bike: the discriminator \"kind\" has another value\n- not Van: the discriminator \"kind\" has another value\n- not Base: the discriminator \"kind\" has another value"
    );
    assert_eq!(
        explain::<Thing>(&Json::from(1)).to_string(),
        "Thing\n- not Shape: takes no value such as a number\n- not Vehicle: takes no value such as a number\n- not Text: takes no value such as a number"
    );
}

/// A union that is an alternative of another has reasons of its own, and so have those deeper within a value.
#[test]
fn the_unions_within_an_alternative_are_explained_as_well() {
    use discriminators::{Park, Thing};
    let value = r#"{"shape":"circle","side":1}"#.parse().unwrap();
    let explanation = explain::<Thing>(&value);
    assert_eq!(
        explanation.to_string(),
        r#"Thing
- Shape
  - not Circle: at $: the required member "radius" is missing (byte 27)
  - not Square: the discriminator "shape" has another value
- not Vehicle: the required member "kind" is missing
- not Text: takes no value such as an object"#
    );
    let shape = explanation.within("Shape").next().unwrap();
    assert_eq!((shape.name(), shape.path(), shape.alternatives().count()), ("Shape", "$", 2));
    let value = r#"{"things":["text",{"kind":"car"},{"shape":"square","side":"wide"}],"first":{"kind":"tram"}}"#;
    assert_eq!(
        explain::<Park>(&value.parse().unwrap()).to_string(),
        r#"Park
Thing at $.things[1]
- not Shape: the required member "shape" is missing
- Vehicle
  - not Car: at $.things[1]: the required member "doors" is missing (byte 32)
  - not Bike: the discriminator "kind" has another value
  - not Van: the discriminator "kind" has another value
  - not Base: the discriminator "kind" has another value
- not Text: takes no value such as an object
Thing at $.things[2]
- Shape
  - not Circle: the discriminator "shape" has another value
  - not Square: at $.things[2].side: expected a number, found a string (byte 58)
- not Vehicle: the required member "kind" is missing
- not Text: takes no value such as an object
Vehicle at $.first
- not Car: the discriminator "kind" has another value
- not Bike: the discriminator "kind" has another value
- not Van: the discriminator "kind" has another value
- not Base: the discriminator "kind" has another value"#
    );
    let value = r#"{"things":["text"]}"#.parse().unwrap();
    assert_eq!(explain::<Park>(&value).to_string(), "Park");
    // Of many, as much as a person reads.
    let value = Json::from(vec![Json::from(1); 1000]);
    let many = explain::<Vec<Thing>>(&value).to_string();
    assert_eq!((many.lines().count(), many.lines().last()), (64, Some("and more")));
}

#[test]
fn a_value_tells_every_text_that_is_not_of_its_format() {
    use constraints::Contact;
    let valid: Contact = round(
        r#"{"born":"2024-02-29","seen":"2024-02-29T23:59:60Z","alarm":"07:00:00+01:00","every":"PT12H","id":"6fa459ea-ee8a-3ca4-894e-db77e160355e","site":"https://example.com/","picture":"aGVsbG8=","email":"a@example.com","hosts":["example.com"],"ipv4":"127.0.0.1","ipv6":"::1","paths":{"/a":"http://ä"},"days":{"2024-02-29":1},"isbn":"-"}"#,
    );
    assert_eq!(valid.check(), callwright_runtime::Findings::default());
    let broken: Contact = round(
        r#"{"born":"2023-02-29","seen":"2024-02-29","alarm":"07:00","every":"12h","id":"6fa459ea","site":"example.com","picture":"?","email":"a@example@com","hosts":["example.com","a_b"],"ipv4":"::1","ipv6":"127.0.0.1","paths":{"/a b":"/ä"},"days":{"today":1},"isbn":"-"}"#,
    );
    assert_eq!(
        broken.check().to_string(),
        r#"at $.email: expected an email address (RFC 5321), found another text
at $.hosts[1]: expected a host name (RFC 1123), found another text
at $.ipv4: expected an IPv4 address, found another text
at $.ipv6: expected an IPv6 address, found another text
at $.paths: expected names that are a URI reference (RFC 3986), found "/a b", another text
at $.paths["/a b"]: expected an absolute IRI (RFC 3987), found another text
at $.days: expected names that are a date (RFC 3339), found "today", another text
at $.born: expected a date (RFC 3339), found another text
at $.seen: expected a date and time with an offset (RFC 3339), found another text
at $.alarm: expected a time with an offset (RFC 3339), found another text
at $.every: expected a duration (ISO 8601), found another text
at $.id: expected a UUID (RFC 9562), found another text
at $.site: expected an absolute URI (RFC 3986), found another text
at $.picture: expected base64 (RFC 4648), found another text"#
    );
    let other: Contact = round(r#"{"seen":null,"ipv4":5}"#);
    assert_eq!(other.check().violations(), []);
}

#[test]
fn a_value_tells_every_constraint_that_it_breaks() {
    use constraints::Order;
    let valid: Order = round(
        r#"{"id":"a-1","lines":[{"count":1,"price":0.07}],"tags":["a","b"],"note":null,"prices":{"eur":0},"range":[0,9,2],"both":5,"grid":[[9]],"more":10}"#,
    );
    assert_eq!(valid.check().violations(), []);
    let broken: Order = round(
        r#"{"id":"A","lines":[{"count":0},{"count":1,"price":0.001}],"tags":["a","a","title"],"note":"","prices":{"eur":-1,"gbp":1,"usd":1},"range":[-1,10,3],"both":6,"grid":[[1],[10]],"more":7}"#,
    );
    let findings = broken.check();
    assert_eq!(
        findings.to_string(),
        r#"at $.id: expected a text that matches "^[a-z]+-\\d+$", found another text
at $.tags: expected items that all differ, found the item at 1 a second time
at $.tags[2]: expected at most 4 characters, found 5 characters
at $.note: expected at least 1 characters, found 0 characters
at $.prices: expected at most 2 members, found 3 members
at $.prices: expected names that are one of ["eur","usd"], found "gbp", another
at $.prices.eur: expected at least 0, found -1
at $.both: expected at most 5, found 6
at $.grid[1][0]: expected less than 10, found 10
at $.more: expected a multiple of 5, found 7
at $.lines[0].count: expected at least 1, found 0
at $.lines[1].price: expected a multiple of 0.01, found 0.001
at $.range[0]: expected at least 0, found -1
at $.range[1]: expected at most 9, found 10
at $.range[2]: expected a multiple of 2, found 3"#
    );
    for (size, finding) in [
        ("\"m\"", ""),
        ("\"long\"", "at $.size: expected at most 2 characters, found 4 characters"),
        ("5", ""),
        ("0", "at $.size: expected at least 1, found 0"),
        (r#"["m"]"#, ""),
        (r#"["m","l"]"#, "at $.size: expected at most 1 items, found 2 items"),
    ] {
        let order: Order =
            round(&format!(r#"{{"id":"a-1","lines":[{{"count":1}}],"size":{size}}}"#));
        assert_eq!(order.check().to_string(), finding);
    }
    let either: Order = round(r#"{"id":"a-1","lines":[{"count":1}],"either":"2020-01-01"}"#);
    assert_eq!(either.check().violations(), []);
    let empty: Order = round(r#"{"id":"a-1","lines":[]}"#);
    assert_eq!(empty.check().to_string(), "at $.lines: expected at least 1 items, found 0 items");
}
