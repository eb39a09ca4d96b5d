use crate::json::{Json, Map, Number};
use crate::model::sample::Status;
use crate::model::{Nullable, Secret};

#[test]
fn any_json_goes_through_serde_and_back() {
    let text = r#"{"z":[null,true,-5,18446744073709551615,1.5],"a":{"b":"c"}}"#;
    let value: Json = serde_json::from_str(text).unwrap();
    assert_eq!(value, text.parse().unwrap());
    assert_eq!(serde_json::to_string(&value).unwrap(), text);
}

#[test]
fn a_number_beyond_integers_is_serialised_as_the_nearest_float() {
    let number: Number = "12345678901234567890123456789012345678901234567890".parse().unwrap();
    assert_eq!(serde_json::to_value(&number).unwrap().as_f64(), Some(1.234_567_890_123_456_7e49));
    assert_eq!(serde_json::to_string(&"1e999".parse::<Number>().unwrap()).ok(), None);
}

#[test]
fn a_secret_is_serialised_as_its_text() {
    assert_eq!(serde_json::to_string(&Secret::new("s3cret")).unwrap(), r#""s3cret""#);
    assert_eq!(serde_json::from_str::<Secret>(r#""s3cret""#).unwrap().expose(), "s3cret");
}

#[test]
fn containers_have_serde_too() {
    let map: Map<Nullable<i64>> = serde_json::from_str(r#"{"b":1,"a":null}"#).unwrap();
    assert_eq!(map.get("b"), Some(&Nullable::Value(1)));
    assert_eq!(map.get("a"), Some(&Nullable::Null));
    assert_eq!(serde_json::to_string(&map).unwrap(), r#"{"b":1,"a":null}"#);
}

#[test]
fn a_map_with_typed_keys_goes_through_serde() {
    let text = r#"{"RUNNING":1,"new":2}"#;
    let counts: crate::model::KeyedMap<Status, i64> = serde_json::from_str(text).unwrap();
    assert_eq!(counts.get(&Status::Running), Some(&1));
    assert_eq!(serde_json::to_string(&counts).unwrap(), text);
}
