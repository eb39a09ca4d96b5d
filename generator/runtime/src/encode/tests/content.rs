//! Parameters with `content`, and those that are the whole query string.

use super::*;
use crate::describe::{Media, PropertyEncoding, Style};

static TEXT: Media = Media::text("text/plain");
static JSON: Media = Media::json("application/json");
static FORM: Media = Media::form("application/x-www-form-urlencoded")
    .properties(&[PropertyEncoding::new("list").style(Style::Form).explode(false)]);

#[test]
fn as_json_text() {
    let value = r#"{"é":[1,"a b"]}"#;
    let encoded = "%7B%22%C3%A9%22%3A%5B1%2C%22a%20b%22%5D%7D";
    assert_eq!(query_text(Parameter::query("q").json(), value), Ok(format!("q={encoded}")));
    assert_eq!(path_text(Parameter::path("q").json(), value).as_deref(), Ok(encoded));
    assert_eq!(cookie_text(Parameter::cookie("q").json(), value), Ok(format!("q={encoded}")));
    // Headers are ASCII, and JSON has escapes for the rest.
    let header = header_text(Parameter::header("q").json(), value);
    assert_eq!(header, Ok(Some(r#"{"\u00e9":[1,"a b"]}"#.to_owned())));
    assert_eq!(query_text(Parameter::query("q").json(), "null").as_deref(), Ok("q=null"));
}

#[test]
fn as_text() {
    assert_eq!(
        query_text(Parameter::query("q").content(&TEXT), r#""a b""#).as_deref(),
        Ok("q=a%20b")
    );
    assert_eq!(path_text(Parameter::path("q").content(&TEXT), "1").as_deref(), Ok("1"));
    assert_eq!(
        header_text(Parameter::header("q").content(&TEXT), r#""a b""#),
        Ok(Some("a b".to_owned()))
    );
    assert_eq!(query_text(Parameter::query("q").content(&TEXT), "[1]"), Err(Refusal::Nested));
    assert_eq!(query_text(Parameter::query("q").content(&TEXT), "null").as_deref(), Ok(""));
}

#[test]
fn as_a_form() {
    let value = r#"{"list":[1,2],"a b":"c&d"}"#;
    assert_eq!(
        query_text(Parameter::query("q").content(&FORM), value).as_deref(),
        Ok("q=list%3D1%2C2%26a%2Bb%3Dc%2526d")
    );
    assert_eq!(
        header_text(Parameter::header("q").content(&FORM), value),
        Ok(Some("list=1,2&a+b=c%26d".to_owned()))
    );
}

/// The examples of the specification (3.2, Parameter Object, "Parameter Object Examples").
#[test]
fn as_the_whole_query() {
    let whole = |media, value| query_string(&Parameter::query_string("q", media), &json(value));
    assert_eq!(
        whole(&FORM, r#"{"list":[1,2],"a b":"c&d","none":null,"o":{"x":1}}"#),
        Ok(Some("list=1,2&a+b=c%26d&o=%7B%22x%22%3A1%7D".to_owned()))
    );
    assert_eq!(
        whole(&JSON, r#"{"numbers":[1,2],"flag":null}"#),
        Ok(Some("%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D".to_owned()))
    );
    assert_eq!(whole(&TEXT, r#""$.a.b[1:1]""#), Ok(Some("%24.a.b%5B1%3A1%5D".to_owned())));
    assert_eq!(whole(&FORM, "{}"), Ok(None));
    assert_eq!(whole(&FORM, "1"), Err(Refusal::NotAnObject));
    assert_eq!(whole(&TEXT, "null"), Ok(None));
}
