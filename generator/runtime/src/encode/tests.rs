//! The style tables of the Parameter Object and the rows of RFC 6570 that they
//! rest on; every expected text is written by hand.

use proptest::prelude::*;

use super::*;
use crate::Json;
use crate::describe::{Media, Parameter, PropertyEncoding, Style};

fn json(text: &str) -> Json {
    text.parse().unwrap()
}

fn query_text(parameter: Parameter, value: &str) -> Result<String, Refusal> {
    let mut pairs = Vec::new();
    query(&parameter, &json(value), &mut pairs)?;
    Ok(pairs.join("&"))
}

const EMPTY: &str = r#""""#;
const STRING: &str = r#""blue""#;
const ARRAY: &str = r#"["blue","black","brown"]"#;
const OBJECT: &str = r#"{"R":100,"G":200,"B":150}"#;

#[test]
fn path_styles_follow_the_table() {
    let rows: &[(Style, bool, &str, &str)] = &[
        (Style::Simple, false, STRING, "blue"),
        (Style::Simple, false, ARRAY, "blue,black,brown"),
        (Style::Simple, false, OBJECT, "R,100,G,200,B,150"),
        (Style::Simple, true, STRING, "blue"),
        (Style::Simple, true, ARRAY, "blue,black,brown"),
        (Style::Simple, true, OBJECT, "R=100,G=200,B=150"),
        (Style::Label, false, STRING, ".blue"),
        (Style::Label, false, ARRAY, ".blue,black,brown"),
        (Style::Label, false, OBJECT, ".R,100,G,200,B,150"),
        (Style::Label, true, STRING, ".blue"),
        (Style::Label, true, ARRAY, ".blue.black.brown"),
        (Style::Label, true, OBJECT, ".R=100.G=200.B=150"),
        (Style::Matrix, false, STRING, ";color=blue"),
        (Style::Matrix, false, ARRAY, ";color=blue,black,brown"),
        (Style::Matrix, false, OBJECT, ";color=R,100,G,200,B,150"),
        (Style::Matrix, true, STRING, ";color=blue"),
        (Style::Matrix, true, ARRAY, ";color=blue;color=black;color=brown"),
        (Style::Matrix, true, OBJECT, ";R=100;G=200;B=150"),
    ];
    for (style, explode, value, expected) in rows {
        let parameter = Parameter::path("color").style(*style).explode(*explode);
        assert_eq!(path(&parameter, &json(value)).as_deref(), Ok(*expected), "{style:?} {explode}");
    }
}

#[test]
fn query_styles_follow_the_table() {
    let rows: &[(Style, bool, &str, &str)] = &[
        (Style::Form, false, EMPTY, "color="),
        (Style::Form, false, STRING, "color=blue"),
        (Style::Form, false, ARRAY, "color=blue,black,brown"),
        (Style::Form, false, OBJECT, "color=R,100,G,200,B,150"),
        (Style::Form, true, EMPTY, "color="),
        (Style::Form, true, STRING, "color=blue"),
        (Style::Form, true, ARRAY, "color=blue&color=black&color=brown"),
        (Style::Form, true, OBJECT, "R=100&G=200&B=150"),
        (Style::SpaceDelimited, false, ARRAY, "color=blue%20black%20brown"),
        (Style::SpaceDelimited, false, OBJECT, "color=R%20100%20G%20200%20B%20150"),
        (Style::SpaceDelimited, true, ARRAY, "color=blue&color=black&color=brown"),
        (Style::PipeDelimited, false, ARRAY, "color=blue%7Cblack%7Cbrown"),
        (Style::PipeDelimited, false, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
        (Style::PipeDelimited, true, ARRAY, "color=blue&color=black&color=brown"),
        (Style::DeepObject, true, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ];
    for (style, explode, value, expected) in rows {
        let parameter = Parameter::query("color").style(*style).explode(*explode);
        assert_eq!(query_text(parameter, value).as_deref(), Ok(*expected), "{style:?} {explode}");
    }
}

#[test]
fn undefined_values_are_left_out() {
    for value in ["null", "[]", "{}", "[null]"] {
        assert_eq!(query_text(Parameter::query("color"), value).as_deref(), Ok(""));
    }
    assert_eq!(query_text(Parameter::query("a"), "[1,null,2]").as_deref(), Ok("a=1&a=2"));
    assert_eq!(path(&Parameter::path("color"), &json("null")), Err(Refusal::Null));
    assert_eq!(path(&Parameter::path("color"), &json("[]")), Err(Refusal::Null));
    assert_eq!(header(&Parameter::header("color"), &json("null")), Ok(None));
}

#[test]
fn empty_texts_keep_what_the_style_demands() {
    let matrix = Parameter::path("color").style(Style::Matrix);
    let empty_member = json(r#"{"R":""}"#);
    assert_eq!(path(&matrix.explode(true), &empty_member).as_deref(), Ok(";R"));
    assert_eq!(path(&Parameter::path("c").explode(true), &empty_member).as_deref(), Ok("R="));
    assert_eq!(query_text(Parameter::query("c"), r#"["",""]"#).as_deref(), Ok("c=&c="));
}

#[test]
fn reserved_characters_are_encoded_unless_allowed() {
    let value = r#""a/b?c#d[e]@!$&'()*+,;= %41%zz:é""#;
    let plain = "q=a%2Fb%3Fc%23d%5Be%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%20%2541%25zz%3A%C3%A9";
    let allowed = "q=a/b?c%23d%5Be%5D@!$%26'()*%2B,;=%20%41%25zz:%C3%A9";
    assert_eq!(query_text(Parameter::query("q"), value).as_deref(), Ok(plain));
    assert_eq!(query_text(Parameter::query("q").allow_reserved(), value).as_deref(), Ok(allowed));
    assert_eq!(query_text(Parameter::query("a b"), "1").as_deref(), Ok("a%20b=1"));
}

#[test]
fn path_values_are_encoded_exactly() {
    let rows = [
        ("a b", "a%20b"),
        ("a/b", "a%2Fb"),
        ("?#%+", "%3F%23%25%2B"),
        ("实例", "%E5%AE%9E%E4%BE%8B"),
        ("🦀", "%F0%9F%A6%80"),
        ("-._~", "-._~"),
        ("...", "..."),
        ("a..", "a.."),
    ];
    for (value, expected) in rows {
        assert_eq!(path(&Parameter::path("id"), &Json::from(value)).as_deref(), Ok(expected));
    }
}

#[test]
fn path_arguments_that_would_be_folded_away_are_refused() {
    for value in [".", "..", "%2e", "%2E%2e", ".%2e", "%2E.", "%252e%252E", "%25252e"] {
        assert_eq!(path(&Parameter::path("id"), &Json::from(value)), Err(Refusal::DotSegment));
    }
    assert_eq!(path(&Parameter::path("id"), &Json::from("")), Err(Refusal::EmptySegment));
    let chain = format!("%{}2e", "25".repeat(20_000));
    assert!(!dot_segment(&chain));
}

#[test]
fn nested_values_need_brackets() {
    let nested = r#"[{"a":1}]"#;
    assert_eq!(query_text(Parameter::query("q"), nested), Err(Refusal::Nested));
    assert_eq!(header(&Parameter::header("q"), &json(nested)), Err(Refusal::Nested));
    let deep = Parameter::query("q").style(Style::DeepObject);
    assert_eq!(query_text(deep, "1").as_deref(), Ok("q=1"));
    assert_eq!(query_text(deep, "[1,2]").as_deref(), Ok("q%5B0%5D=1&q%5B1%5D=2"));
    assert_eq!(
        query_text(deep, r#"{"a":{"b c":[1,2]},"d":[{"e":null,"f":true}]}"#).as_deref(),
        Ok(concat!(
            "q%5Ba%5D%5Bb%20c%5D%5B0%5D=1&q%5Ba%5D%5Bb%20c%5D%5B1%5D=2",
            "&q%5Bd%5D%5B0%5D%5Bf%5D=true"
        ))
    );
}

#[test]
fn content_typed_parameters_are_json_text() {
    let value = r#"{"é":[1,"a b"]}"#;
    assert_eq!(
        query_text(Parameter::query("q").json(), value).as_deref(),
        Ok("q=%7B%22%C3%A9%22%3A%5B1%2C%22a%20b%22%5D%7D")
    );
    let in_header = header(&Parameter::header("q").json(), &json(value)).unwrap().unwrap();
    assert_eq!(in_header, r#"{"\u00e9":[1,"a b"]}"#);
}

#[test]
fn headers_are_simple_and_not_percent_encoded() {
    let rows = [
        (false, ARRAY, "blue,black,brown"),
        (false, OBJECT, "R,100,G,200,B,150"),
        (true, OBJECT, "R=100,G=200,B=150"),
    ];
    for (explode, value, expected) in rows {
        let parameter = Parameter::header("X-Color").explode(explode);
        assert_eq!(header(&parameter, &json(value)).unwrap().unwrap(), expected);
    }
    assert_eq!(header(&Parameter::header("X"), &json(r#""a %/b""#)).unwrap().unwrap(), "a %/b");
}

#[test]
fn headers_refuse_what_would_split_them() {
    assert_eq!(header_value("a\r\nb"), Err(Refusal::HeaderByte(b'\r')));
    assert_eq!(header_value("a\nb"), Err(Refusal::HeaderByte(b'\n')));
    assert_eq!(header_value("a\0b"), Err(Refusal::HeaderByte(0)));
    assert_eq!(header_value("a\u{7f}"), Err(Refusal::HeaderByte(0x7f)));
    assert_eq!(header_value("é"), Err(Refusal::HeaderCharacter('é')));
}

#[test]
fn cookies_are_pairs() {
    let mut pairs = Vec::new();
    cookie(&Parameter::cookie("a"), &json(r#""1; b=2""#), &mut pairs).unwrap();
    cookie(&Parameter::cookie("c"), &json("[1,2]"), &mut pairs).unwrap();
    cookie(&Parameter::cookie("d").explode(false), &json("[1,2]"), &mut pairs).unwrap();
    assert_eq!(pairs, ["a=1%3B%20b%3D2", "c=1", "c=2", "d=1,2"]);
}

#[test]
fn forms_follow_their_encodings() {
    static MEDIA: Media = Media::form("application/x-www-form-urlencoded").properties(&[
        PropertyEncoding::new("deep").style(Style::DeepObject),
        PropertyEncoding::new("piped").style(Style::PipeDelimited),
        PropertyEncoding::new("text").content_type("application/json"),
    ]);
    let body = json(
        r#"{"a b":"c d&e","list":[1,2],"object":{"x":1},"deep":{"x":"y z"},"piped":["p","q"],"text":"t","none":null}"#,
    );
    assert_eq!(
        form(&MEDIA, &body).as_deref(),
        Ok(concat!(
            "a+b=c+d%26e&list=1&list=2&object=%7B%22x%22%3A1%7D",
            "&deep%5Bx%5D=y+z&piped=p%7Cq&text=%22t%22"
        ))
    );
    assert_eq!(form(&MEDIA, &json("[]")), Err(Refusal::NotAnObject));
}

proptest! {
    #[test]
    fn a_path_value_comes_back(value in "\\PC{1,40}") {
        prop_assume!(!dot_segment(&value));
        let text = path(&Parameter::path("id"), &Json::from(value.as_str())).unwrap();
        prop_assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%".contains(&b)));
        prop_assert_eq!(decode(&text), value);
    }

    #[test]
    fn a_query_value_comes_back(name in "\\PC{1,10}", values in prop::collection::vec(any::<String>(), 1..5)) {
        let name: &'static str = Box::leak(name.into_boxed_str());
        let list = Json::Array(values.iter().map(|v| Json::from(v.as_str())).collect());
        let mut pairs = Vec::new();
        query(&Parameter::query(name), &list, &mut pairs).unwrap();
        let text = pairs.join("&");
        let read: Vec<(String, String)> =
            url::form_urlencoded::parse(text.as_bytes()).into_owned().collect();
        let expected: Vec<(String, String)> = values.into_iter().map(|v| (name.to_owned(), v)).collect();
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn a_form_comes_back(values in prop::collection::vec(any::<String>(), 1..5)) {
        let members = values.iter().enumerate().map(|(i, v)| (i.to_string(), Json::from(v.as_str())));
        let body = Json::Object(members.collect());
        let text = form(&Media::form("application/x-www-form-urlencoded"), &body).unwrap();
        let read: Vec<String> =
            url::form_urlencoded::parse(text.as_bytes()).map(|(_, v)| v.into_owned()).collect();
        prop_assert_eq!(read, values);
    }

    #[test]
    fn reserved_expansion_is_stable(value in any::<String>()) {
        let mut once = String::new();
        encode(&value, Keep::Reserved, &mut once);
        let mut twice = String::new();
        encode(&once, Keep::Reserved, &mut twice);
        prop_assert_eq!(once, twice);
    }
}
