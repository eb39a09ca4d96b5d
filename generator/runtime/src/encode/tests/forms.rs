//! Bodies of `application/x-www-form-urlencoded` (Encoding Object).

use super::*;
use crate::describe::{Media, PropertyEncoding, Style};

#[test]
fn a_property_is_written_as_its_encoding_says() {
    static MEDIA: Media = Media::form("application/x-www-form-urlencoded").properties(&[
        PropertyEncoding::new("deep").style(Style::DeepObject),
        PropertyEncoding::new("piped").style(Style::PipeDelimited),
        PropertyEncoding::new("spaced").style(Style::SpaceDelimited),
        PropertyEncoding::new("joined").explode(false),
        PropertyEncoding::new("object").explode(true),
        PropertyEncoding::new("reserved").allow_reserved(),
        PropertyEncoding::new("json").content_type("application/json"),
        PropertyEncoding::new("list").content_type("application/json"),
    ]);
    let rows = [
        (r#"{"deep":{"x":"y z"}}"#, "deep%5Bx%5D=y+z"),
        (r#"{"piped":["p","q"]}"#, "piped=p%7Cq"),
        (r#"{"spaced":["p","q"]}"#, "spaced=p%20q"),
        (r#"{"joined":["p","q"]}"#, "joined=p,q"),
        (r#"{"object":{"x":1,"y":"a b"}}"#, "x=1&y=a+b"),
        (r#"{"reserved":"a/b c&"}"#, "reserved=a/b%20c%26"),
        (r#"{"json":"t"}"#, "json=%22t%22"),
        (r#"{"list":["p",1]}"#, "list=%5B%22p%22%2C1%5D"),
    ];
    for (value, expected) in rows {
        assert_eq!(form(&MEDIA, &json(value)).as_deref(), Ok(expected));
    }
}

#[test]
fn a_property_without_an_encoding_is_written_by_its_type() {
    static MEDIA: Media = Media::form("application/x-www-form-urlencoded");
    let rows = [
        (r#"{"a b":"c d&é"}"#, "a+b=c+d%26%C3%A9"),
        (r#"{"list":[1,"x"]}"#, "list=1&list=x"),
        (r#"{"object":{"x":1}}"#, "object=%7B%22x%22%3A1%7D"),
        // An array is encoded as its items are.
        (r#"{"list":[{"x":1},[2],"y"]}"#, "list=%7B%22x%22%3A1%7D&list=%5B2%5D&list=y"),
        (r#"{"none":null,"empty":"","nothing":[]}"#, "empty="),
        (r#"{"true":true}"#, "true=true"),
        ("{}", ""),
        ("null", ""),
        (r#""a=b+c""#, "a=b+c"),
    ];
    for (value, expected) in rows {
        assert_eq!(form(&MEDIA, &json(value)).as_deref(), Ok(expected));
    }
    assert_eq!(form(&MEDIA, &json("[]")), Err(Refusal::NotAnObject));
}
