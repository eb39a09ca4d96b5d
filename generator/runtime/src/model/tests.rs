use super::sample::{Cat, Code, Instance, Mixed, Pair, Pet, Repo, Status};
use crate::json::{DecodeError, Json, Map};
use crate::model::{Integer, Model, Nullable, Slot, from_json, from_value, to_json, to_value};

pub(in crate::model) fn read<T: Model>(text: &str) -> T {
    from_json(text.as_bytes()).unwrap()
}

pub(in crate::model) fn refuse<T: Model>(text: &str) -> DecodeError {
    from_json::<T>(text.as_bytes()).err().unwrap()
}

pub(in crate::model) fn written(value: &dyn Slot) -> String {
    String::from_utf8(to_json(value).unwrap()).unwrap()
}

/// Decodes a text and encodes the value again.
pub(in crate::model) fn round<T: Model>(text: &str) -> String {
    written(&read::<T>(text))
}

const WHOLE: &str = r#"{"name":"n","note":"x","repo":{"url":"u","branch":"b","stars":3},"status":"RUNNING","ports":[1,2],"labels":{"z":"1","a":"2"},"any":{"k":[1.50,null]},"secret":"s","owner \"id\"":"me","retries":7,"new":{"a":1}}"#;

#[test]
fn a_record_is_read_and_written_back_as_it_came() {
    let instance: Instance = read(WHOLE);
    assert_eq!(instance.name, "n");
    assert_eq!(instance.repo.value().unwrap().additional.get("stars"), Some(&3));
    assert_eq!(instance.status, Some(Status::Running));
    assert_eq!(instance.ports, Some(vec![1, 2]));
    assert_eq!(instance.labels.as_ref().unwrap().keys().collect::<Vec<_>>(), ["z", "a"]);
    assert_eq!(instance.owner.as_deref(), Some("me"));
    assert_eq!(instance.extra().get("new"), Some(&Json::from([("a", 1)])));
    assert_eq!(written(&instance), WHOLE);
}

#[test]
fn members_are_found_in_any_order() {
    let instance: Instance =
        read(r#"{"retries":1,"status":"STOPPED","owner \"id\"":null,"note":"x","name":"n"}"#);
    assert_eq!(
        written(&instance),
        r#"{"name":"n","note":"x","status":"STOPPED","owner \"id\"":null,"retries":1}"#
    );
}

#[test]
fn the_last_value_of_a_repeated_member_counts() {
    let instance: Instance = read(
        r#"{"name":"a","name":"b","ports":[1],"ports":[2,3],"note":"x","note":null,"labels":{"k":"1","k":"2"},"new":1,"new":[2]}"#,
    );
    assert_eq!(instance.name, "b");
    assert_eq!(instance.ports, Some(vec![2, 3]));
    assert_eq!(instance.note, None);
    assert_eq!(instance.labels, Some(Map::from([("k", "2".to_owned())])));
    assert_eq!(instance.extra().get("new"), Some(&Json::from(vec![2])));
}

#[test]
fn a_missing_member_takes_the_documents_default_and_has_none_otherwise() {
    let instance: Instance = read(r#"{"name":"n"}"#);
    assert_eq!((instance.retries, instance.owner), (5, None));
    let error = refuse::<Vec<Instance>>(r#"[{"name":"n"},{"note":"x"}]"#);
    assert_eq!(error.to_string(), "at $[1]: the required member \"name\" is missing (byte 26)");
}

#[test]
fn null_for_an_optional_member_is_absent_and_goes_back_as_null() {
    let text = r#"{"name":"n","owner \"id\"":null,"retries":5,"note":null}"#;
    let mut instance: Instance = read(text);
    assert_eq!(instance.note, None);
    assert_eq!(written(&instance), text);
    instance.note = Some("set".to_owned());
    assert_eq!(written(&instance), r#"{"name":"n","note":"set","owner \"id\"":null,"retries":5}"#);
    let text = r#"{"url":"u","stars":1,"branch":null}"#;
    assert_eq!(round::<Repo>(text), text);
}

#[test]
fn null_is_a_value_of_a_member_that_may_be_anything() {
    let text = r#"{"name":"n","any":null,"owner \"id\"":null,"retries":5}"#;
    let instance: Instance = read(text);
    assert_eq!((&instance.any, instance.extra().len()), (&Some(Json::Null), 0));
    assert_eq!(written(&instance), text);
}

#[test]
fn null_for_a_required_member_is_an_error() {
    let error = refuse::<Instance>(r#"{"name":null}"#);
    assert_eq!(error.to_string(), "at $.name: expected a string, found null (byte 8)");
}

#[test]
fn absent_null_and_value_stay_apart() {
    let repo = |text| read::<Instance>(text).repo;
    assert_eq!(repo(r#"{"name":"n"}"#), Nullable::Absent);
    assert_eq!(repo(r#"{"name":"n","repo":null}"#), Nullable::Null);
    assert_eq!(repo(r#"{"name":"n","repo":{"url":"u"}}"#).into_value().unwrap().url, "u");
    let mut instance = Instance::new("n");
    instance.retries = 1;
    instance.repo = Nullable::Null;
    assert_eq!(written(&instance), r#"{"name":"n","repo":null,"owner \"id\"":null,"retries":1}"#);
}

#[test]
fn a_named_member_wins_over_an_extra_of_its_name() {
    let mut instance = Instance::new("n");
    instance.extra_mut().insert("name", "other");
    instance.extra_mut().insert("note", "kept");
    assert_eq!(written(&instance), r#"{"name":"n","owner \"id\"":null,"retries":0,"note":"kept"}"#);
}

#[test]
fn extras_count_in_comparison_and_show_only_their_names() {
    let one: Cat = read(r#"{"kind":"cat","token":"s3cret"}"#);
    let two: Cat = read(r#"{"kind":"cat"}"#);
    assert_ne!(one, two);
    assert_eq!(format!("{one:?}"), r#"Cat { kind: "cat", lives: None, extra: {"token"} }"#);
}

/// Records are cloned, compared and formatted part by part, whatever the parts are.
#[test]
fn a_copy_is_equal_and_shown_alike() {
    let text = r#"{"name":"n","note":"x","repo":{"url":"u","stars":3},"status":"NEW","ports":[1],"labels":{"a":"b"},"any":[null],"secret":"s","owner \"id\"":null,"retries":2,"more":1}"#;
    let one: Instance = read(text);
    let mut two = one.clone();
    assert_eq!(one, two);
    assert_eq!(written(&two), written(&one));
    let shown = r#"Instance { name: "n", note: Some("x"), repo: Value(Repo { url: "u", branch: None, additional: {"stars": 3} }), status: Some(Unknown("NEW")), ports: Some([1]), labels: Some({"a": "b"}), any: Some(Array([Null])), secret: Some(Secret(…)), owner "id": None, retries: 2, extra: {"more"} }"#;
    assert_eq!(format!("{two:?}"), shown);
    two.ports = Some(vec![1, 2]);
    assert_ne!(one, two);
    let pair: Pair = read(r#"["a",1,true]"#);
    assert_eq!(format!("{:?}", pair.clone()), r#"Pair("a", Some(1), [true])"#);
    assert_eq!(pair, pair.clone());
    assert_ne!(pair, read::<Pair>(r#"["a",1]"#));
}

/// A documented value equals its variant, however it was created.
#[test]
fn enumerations_are_compared_by_their_text() {
    assert_eq!(Status::Unknown("RUNNING".to_owned()), Status::Running);
    assert_ne!(Status::Stopped, Status::Running);
}

#[test]
fn errors_name_the_path() {
    let error =
        refuse::<Map<Vec<Instance>>>(r#"{"a b":[{"name":"n","repo":{"url":"u","stars":"many"}}]}"#);
    assert_eq!(error.path(), r#"$["a b"][0].repo.stars"#);
    assert_eq!((error.expected(), error.found()), (Some("an integer of 64 bits"), "a string"));
    assert_eq!(error.offset(), Some(46));
}

#[test]
fn an_enumeration_keeps_a_value_it_does_not_know() {
    assert_eq!(read::<Status>(r#""RUNNING""#), Status::Running);
    assert_eq!(read::<Status>(r#""PAUSED""#), Status::Unknown("PAUSED".to_owned()));
    assert_eq!(round::<Status>(r#""PAUSED""#), r#""PAUSED""#);
    assert_eq!(Status::from("STOPPED").to_string(), "STOPPED");
}

#[test]
fn a_literal_enumeration_takes_any_kind() {
    for (text, code) in
        [("1", Code::One), ("0.5", Code::Half), (r#""auto""#, Code::Auto), ("null", Code::Never)]
    {
        assert_eq!(read::<Code>(text), code);
        assert_eq!(round::<Code>(text), text);
    }
    assert_eq!(read::<Code>("1.0"), Code::One);
    assert_eq!(read::<Code>("5e-1"), Code::Half);
    assert_eq!(round::<Code>(r#"{"a":[2]}"#), r#"{"a":[2]}"#);
}

#[test]
fn a_sequence_has_a_type_for_each_position() {
    assert_eq!(
        read::<Pair>(r#"["a",1,true]"#),
        Pair { first: "a".to_owned(), second: Some(1), rest: vec![true] }
    );
    for text in [r#"["a"]"#, r#"["a",1]"#, r#"["a",1,true,false]"#] {
        assert_eq!(round::<Pair>(text), text);
    }
    assert_eq!(
        refuse::<Pair>("[]").to_string(),
        "at $: expected an array of at least 1 elements, found 0 elements (byte 2)"
    );
    assert_eq!(refuse::<Pair>(r#"["a",1,2]"#).path(), "$[2]");
}

#[test]
fn numbers_keep_what_their_type_can_hold() {
    for (text, value) in [
        ("9223372036854775807", i64::MAX),
        ("-9223372036854775808", i64::MIN),
        ("1.0", 1),
        ("1e3", 1000),
        ("-0", 0),
        ("1200e-2", 12),
    ] {
        assert_eq!(read::<i64>(text), value, "{text}");
    }
    assert_eq!(read::<u64>("18446744073709551615"), u64::MAX);
    assert_eq!(read::<i128>("-170141183460469231731687303715884105728"), i128::MIN);
    assert_eq!(
        refuse::<i64>("9223372036854775808").to_string(),
        "at $: expected an integer of 64 bits, found the number 9223372036854775808 (byte 0)"
    );
    assert_eq!(refuse::<i64>(" 1.5").found(), "the number 1.5");
    assert_eq!(refuse::<u64>("-1").found(), "the number -1");
    assert_eq!(refuse::<f64>("1e999").found(), "a larger one");
    assert_eq!(refuse::<i64>("1e999999999999999999999999999999999999999999").path(), "$");
    for text in
        ["123456789012345678901234567890123456789012345678901234567890", "1e400", "-0", "5.0"]
    {
        assert_eq!(round::<Integer>(text), text);
    }
    assert_eq!(refuse::<Integer>("0.5").found(), "the number 0.5");
}

#[test]
fn floats_are_written_short() {
    for (value, text) in [
        (1.0, "1"),
        (0.1, "0.1"),
        (-0.0, "-0.0"),
        (1e21, "1e21"),
        (1.5e-7, "1.5e-7"),
        (f64::MAX, "1.7976931348623157e308"),
    ] {
        assert_eq!(written(&value), text);
    }
}

#[test]
fn a_number_without_a_json_form_is_refused_with_its_path() {
    let mut map = Map::new();
    map.insert("x y", vec![Some(1.0), None, Some(f64::NAN)]);
    assert_eq!(to_json(&map).err().unwrap().path(), r#"$["x y"][2]"#);
}

#[test]
fn a_value_becomes_json_and_back() {
    let instance: Instance = read(WHOLE);
    let value = to_value(&instance).unwrap();
    assert_eq!(value, WHOLE.parse().unwrap());
    assert_eq!(from_value::<Instance>(&value).unwrap(), instance);
}

#[test]
fn the_debug_form_of_a_record_shows_no_secret() {
    let mut cat: Cat = read(r#"{"kind":"cat"}"#);
    cat.extra_mut().insert("password", "s3cret");
    assert_eq!(format!("{cat:?}").matches("s3cret").count(), 0);
    assert_eq!(format!("{:?}", read::<Instance>(WHOLE).secret), "Some(Secret(…))");
}

#[cfg(feature = "serde")]
#[test]
fn models_go_through_serde() {
    let instance: Instance = serde_json::from_str(WHOLE).unwrap();
    assert_eq!(instance, read(WHOLE));
    // serde has no decimals, so 1.50 is sent as 1.5.
    assert_eq!(serde_json::to_string(&instance).unwrap(), WHOLE.replace("1.50", "1.5"));
    let pet: Pet = serde_json::from_str(r#"{"kind":"fish"}"#).unwrap();
    assert_eq!(pet, read(r#"{"kind":"fish"}"#));
    let error = serde_json::from_str::<Instance>(r#"{"name":1}"#).err().unwrap();
    assert_eq!(
        error.to_string().split(" (").next(),
        Some("at $.name: expected a string, found a number")
    );
}

#[test]
fn white_space_may_stand_anywhere() {
    let compact: Instance = read(WHOLE);
    for (from, to) in [(":", " : "), (",\"", " ,\n\t\""), ("{\"", "{ \""), ("}", "\r\n}")] {
        assert_eq!(read::<Instance>(&WHOLE.replace(from, to)), compact, "{from:?}");
    }
    assert_eq!(read::<Instance>(&WHOLE.replace("\"note\"", "\"\\u006eote\"")), compact);
}

#[test]
fn broken_objects_are_errors_where_a_name_is_expected() {
    for text in [
        r#"{"name":"n" "note":"x"}"#,
        r#"{"name":"n",}"#,
        r#"{"name":"n",,"note":"x"}"#,
        r#"{,"name":"n"}"#,
        r#"{"name" "n"}"#,
        r#"{"name":"n","note"}"#,
        r#"{"name":"n","note":}"#,
        r#"{"name":"n"{"note":"x"}"#,
        r#"{"name":"n","owner "id"":null}"#,
        r#"{"name":"n""#,
        "{",
    ] {
        assert!(refuse::<Instance>(text).is_syntax(), "{text}");
    }
}

#[test]
fn models_nest_as_deep_as_the_limit_allows_and_no_deeper() {
    let nested = |depth: usize| {
        let inner = r#"{"kind":"dog","tail":"#.repeat(depth - 1);
        format!("{inner}{{\"kind\":\"cat\"}}{}", "}".repeat(depth - 1))
    };
    assert_eq!(round::<Pet>(&nested(128)), nested(128));
    assert!(refuse::<Pet>(&nested(129)).is_syntax());
}

#[test]
fn a_record_may_have_more_members_than_a_machine_word_has_bits() {
    let text =
        format!("{{{}}}", (0..80).map(|n| format!("\"m{n}\":{n}")).collect::<Vec<_>>().join(","));
    assert_eq!(round::<super::sample::Wide>(&text), text);
    let repeated = text.replace("\"m70\":70", "\"m70\":1,\"m70\":70");
    assert_eq!(round::<super::sample::Wide>(&repeated), text);
    let error = refuse::<super::sample::Wide>(&text.replace("\"m79\"", "\"other\""));
    assert_eq!(error.expected(), Some("m79"));
}

proptest::proptest! {
    /// Whatever a server sends, nothing panics, and decoded values survive a round trip.
    #[test]
    fn a_damaged_text_is_read_consistently_or_refused(
        at in proptest::prelude::any::<proptest::sample::Index>(),
        byte in proptest::prelude::any::<u8>(),
    ) {
        let mut text = WHOLE.as_bytes().to_vec();
        let at = at.index(text.len());
        text[at] = byte;
        if let Ok(instance) = from_json::<Instance>(&text) {
            let again = from_json::<Instance>(&to_json(&instance).unwrap()).unwrap();
            proptest::prop_assert_eq!(&again, &instance);
        }
        // A union accepts any JSON.
        proptest::prop_assert_eq!(from_json::<Mixed>(&text).is_ok(), Json::parse(&text).is_ok());
    }
}

fn hash_of<T: std::hash::Hash>(value: &T) -> u64 {
    use std::hash::BuildHasher;
    static STATE: std::sync::LazyLock<std::hash::RandomState> =
        std::sync::LazyLock::new(std::hash::RandomState::new);
    STATE.hash_one(value)
}

#[test]
fn equal_values_have_equal_hashes_and_others_do_not() {
    let one: Instance = read(WHOLE);
    // Members in another order, numbers in another notation.
    let same: Instance = read(
        r#"{"new":{"a":1.0},"owner \"id\"":"me","retries":7,"secret":"s","any":{"k":[15e-1,null]},"labels":{"a":"2","z":"1"},"ports":[1,2],"status":"RUNNING","repo":{"stars":3,"branch":"b","url":"u"},"note":"x","name":"n"}"#,
    );
    assert_eq!(one, same);
    assert_eq!(hash_of(&one), hash_of(&same));
    let changes: [fn(&mut Instance); 9] = [
        |instance| instance.name.push('!'),
        |instance| instance.note = None,
        |instance| instance.repo = Nullable::Absent,
        |instance| instance.repo = Nullable::Null,
        |instance| instance.status = Some("STOPPED".into()),
        |instance| instance.ports = Some(vec![1]),
        |instance| instance.labels = Some(Map::from([("z", "2".to_owned())])),
        |instance| instance.retries = 8,
        |instance| {
            instance.extra_mut().insert("new", 2);
        },
    ];
    let changed = changes.map(|change| {
        let mut changed = one.clone();
        change(&mut changed);
        changed
    });
    let set: std::collections::HashSet<Instance> = changed.into_iter().chain([one, same]).collect();
    assert_eq!(set.len(), changes.len() + 1);
}

#[test]
fn literals_are_equal_where_the_wire_cannot_tell_them_apart() {
    assert_eq!(Code::Unknown(Json::from(1)), Code::One);
    assert_eq!(hash_of(&Code::Unknown(Json::from(1))), hash_of(&Code::One));
    assert_eq!(Code::Unknown("0.50".parse().map(Json::Number).unwrap()), Code::Half);
    assert_ne!(Code::Unknown(Json::from(2)), Code::One);
    assert_ne!(Code::One, Code::Half);
}
