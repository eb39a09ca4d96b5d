use proptest::prelude::*;

use super::{DecodeError, Json, Kind, Map, Number, Reader, Writer};
use crate::model::{from_json, to_json};

fn parse(text: &str) -> Json {
    Json::parse(text.as_bytes()).unwrap()
}

fn refused(text: impl AsRef<[u8]>) -> DecodeError {
    Json::parse(text.as_ref()).err().unwrap()
}

#[test]
fn every_digit_of_a_number_is_kept() {
    for text in [
        "0",
        "-0",
        "-0.0",
        "1.10",
        "1E+2",
        "123456789012345678901234567890.000",
        "1e999",
        "-9223372036854775808",
    ] {
        assert_eq!(parse(text).to_string(), text);
    }
}

#[test]
fn equal_numbers_are_equal_however_they_are_written() {
    let number = |text: &str| text.parse::<Number>().unwrap();
    for (one, two) in [
        ("1", "1.0"),
        ("100", "1e2"),
        ("0.10", "1e-1"),
        ("-0", "0"),
        ("1e999", "10e998"),
        ("0e5", "0"),
    ] {
        assert_eq!(number(one), number(two));
    }
    for (one, two) in [
        ("1", "-1"),
        ("1", "10"),
        ("0.1", "1"),
        ("9007199254740993", "9007199254740992"),
        ("1e999", "1e998"),
    ] {
        assert_ne!(number(one), number(two), "{one} {two}");
    }
}

#[test]
fn a_text_that_is_no_number_is_none() {
    for text in [
        "",
        "01",
        "+1",
        "1.",
        ".5",
        "1e",
        "0x1",
        "NaN",
        "Infinity",
        "-Infinity",
        "1 2",
        "\"1\"",
        "-",
    ] {
        assert_eq!(text.parse::<Number>().ok(), None, "{text}");
    }
    assert_eq!(Number::from_f64(f64::NAN), None);
    assert_eq!(Number::from_f64(2.0).unwrap().to_string(), "2");
}

#[test]
fn an_object_keeps_its_order_and_the_last_of_a_repeated_name() {
    assert_eq!(parse(r#"{"b":1,"a":2,"b":3}"#).to_string(), r#"{"b":3,"a":2}"#);
}

#[test]
fn the_order_of_members_does_not_count_in_comparison() {
    assert_eq!(parse(r#"{"b":1,"a":2}"#), parse(r#"{"a":2,"b":1.0}"#));
}

#[test]
fn a_pointer_names_a_place() {
    let value = parse(r#"{"a":[{"b/c":1,"":2}]}"#);
    assert_eq!(value.pointer("/a/0/b~1c"), Some(&Json::from(1)));
    assert_eq!(value.pointer("/a/0/"), Some(&Json::from(2)));
    assert_eq!(value.pointer(""), Some(&value));
    for missing in ["a", "/a/00", "/a/1", "/a/-", "/b", "/a/0/b"] {
        assert_eq!(value.pointer(missing), None, "{missing}");
    }
}

#[test]
fn a_byte_order_mark_is_passed_over_and_counted() {
    assert_eq!(Json::parse(b"\xEF\xBB\xBF[1]").unwrap(), parse("[1]"));
    assert_eq!(refused(b"\xEF\xBB\xBF[x]").offset(), Some(4));
}

#[test]
fn a_text_must_be_utf_8_even_where_it_is_skipped() {
    let text = b"{\"a\":\"\xFF\"}";
    assert_eq!(refused(text).to_string(), "at $.a: the text is not UTF-8 (byte 6)");
    let skipped = Reader::new(text).unwrap().skip().err().unwrap();
    assert_eq!(skipped.to_string(), "at $: the text is not UTF-8 (byte 6)");
    assert_eq!(refused(b"{\"\xFF\":1}").to_string(), "at $: the text is not UTF-8 (byte 2)");
    assert_eq!(refused("").found(), "the text is empty");
}

#[test]
fn nesting_has_a_limit() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(parse(&nested(128)).to_string(), nested(128));
    let error = refused(nested(129));
    assert_eq!(
        (error.found(), error.offset()),
        ("arrays and objects nest more than 128 deep", Some(128))
    );
    assert!(refused("[".repeat(1_000_000)).is_syntax());
    // Side by side they do not add up.
    assert_eq!(parse(&format!("[{}[]]", "[[]],".repeat(300))).as_array().unwrap().len(), 301);
}

#[test]
fn half_a_surrogate_pair_is_refused_and_a_whole_one_is_a_character() {
    assert_eq!(parse(r#""\ud83d\ude00""#), Json::from("😀"));
    for text in [r#""\ud83d""#, r#""\ude00""#, r#""\ud83d\u0041""#] {
        assert!(refused(text).is_syntax(), "{text}");
    }
}

#[test]
fn a_number_has_at_most_4300_digits() {
    assert_eq!(parse(&"1".repeat(4300)).to_string().len(), 4300);
    assert_eq!(refused("1".repeat(4301)).found(), "the number has more than 4300 digits");
}

#[test]
fn what_is_not_json_is_refused() {
    for text in [
        "",
        " ",
        "[1,]",
        "{\"a\":1,}",
        "[1 2]",
        "{a:1}",
        "nul",
        "tru",
        "'a'",
        "[1]]",
        "\"\n\"",
        "\"\\x\"",
        "NaN",
        "-",
        "{\"a\"}",
        "//",
        "\u{FEFF}\u{FEFF}1",
    ] {
        assert!(refused(text).is_syntax(), "{text}");
    }
}

#[test]
fn an_error_in_a_value_names_its_path() {
    assert_eq!(refused(r#"{"a":[0,{"b c":tru}]}"#).path(), r#"$.a[1]["b c"]"#);
    let long = "x".repeat(100);
    assert_eq!(
        refused(format!("{{\"{long}\":}}")).path().chars().count(),
        "$[\"".len() + 64 + "…\"]".chars().count()
    );
}

#[test]
fn the_reader_looks_before_it_takes() {
    let mut reader = Reader::new(br#" [ null , "a" ] "#).unwrap();
    assert_eq!(reader.kind().unwrap(), Kind::Array);
    let ahead = reader.clone().value().unwrap();
    assert_eq!(ahead, parse(r#"[null,"a"]"#));
    reader.skip().unwrap();
    reader.finish().unwrap();
}

#[test]
fn a_large_map_finds_its_members_and_closes_gaps() {
    let mut map: Map<usize> = (0..100).map(|n| (n.to_string(), n)).collect();
    assert_eq!(map.insert("50", 7), Some(50));
    assert_eq!(map.remove("10"), Some(10));
    assert_eq!(
        (map.get("11"), map.get("99"), map.get("10"), map.get("50")),
        (Some(&11), Some(&99), None, Some(&7))
    );
    for n in 11..100 {
        map.remove(&n.to_string());
    }
    assert_eq!(map.keys().collect::<Vec<_>>(), ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    assert_eq!(map.get_index(3), Some(("3", &3)));
}

#[test]
fn characters_are_escaped_where_json_asks_for_it() {
    let mut writer = Writer::new();
    writer.text("a\"\\/\n\r\t\u{8}\u{c}\u{1}\u{1f}\u{7f}é\u{2028}😀");
    assert_eq!(
        String::from_utf8(writer.finish().unwrap()).unwrap(),
        "\"a\\\"\\\\/\\n\\r\\t\\b\\f\\u0001\\u001f\u{7f}é\u{2028}😀\""
    );
}

fn json() -> impl Strategy<Value = Json> {
    let number = r"-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,4})?";
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        number.prop_map(|text| Json::Number(text.parse().unwrap())),
        any::<String>().prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Json::from),
            prop::collection::vec((any::<String>(), inner), 0..24)
                .prop_map(|members| Json::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_back_the_same(value in json()) {
        let text = value.to_string();
        let back = parse(&text);
        prop_assert_eq!(&back, &value);
        prop_assert_eq!(back.to_string(), text);
    }

    #[test]
    fn floats_read_back_the_same(value in any::<f64>().prop_filter("finite", |value| value.is_finite())) {
        let text = to_json(&value).unwrap();
        prop_assert_eq!(from_json::<f64>(&text).unwrap().to_bits(), value.to_bits());
    }

    #[test]
    fn integers_read_back_the_same(value in any::<i64>()) {
        prop_assert_eq!(to_json(&value).unwrap(), value.to_string().into_bytes());
        prop_assert_eq!(from_json::<i64>(value.to_string().as_bytes()).unwrap(), value);
    }

    #[test]
    fn strings_are_written_as_another_writer_does(text in any::<String>()) {
        let written = to_json(&text).unwrap();
        prop_assert_eq!(&written, &serde_json::to_vec(&text).unwrap());
        prop_assert_eq!(from_json::<String>(&written).unwrap(), text);
    }

    /// Both readers accept the same texts, except for lone surrogates and numbers beyond `f64`.
    #[test]
    fn texts_near_json_are_judged_as_another_reader_does(
        value in json(), at in any::<prop::sample::Index>(), byte in any::<u8>(),
    ) {
        let mut text = value.to_string().into_bytes();
        let at = at.index(text.len());
        text[at] = byte;
        let other = serde_json::from_slice::<serde::de::IgnoredAny>(&text).is_ok() && std::str::from_utf8(&text).is_ok();
        prop_assert_eq!(Json::parse(&text).is_ok(), other);
    }

    #[test]
    fn nothing_panics(text in prop::collection::vec(any::<u8>(), 0..64)) {
        let _any = Json::parse(&text).ok();
        let _integer = from_json::<i128>(&text).ok();
        let _number = from_json::<f64>(&text).ok();
    }
}
