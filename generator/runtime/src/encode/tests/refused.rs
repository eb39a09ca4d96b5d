//! Values that are refused because they would arrive as something else.

use super::*;
use crate::describe::Style;

#[test]
fn path_arguments_that_would_be_folded_away() {
    for value in [".", "..", "%2e", "%2E%2e", ".%2e", "%2E.", "%252e%252E", "%25252e"] {
        for parameter in [Parameter::path("id"), Parameter::path("id").allow_reserved()] {
            assert_eq!(path(&parameter, &Json::from(value)), Err(Refusal::DotSegment));
        }
        let media = &crate::describe::Media::text("text/plain");
        let content = Parameter::path("id").content(Box::leak(Box::new(*media)));
        assert_eq!(path(&content, &Json::from(value)), Err(Refusal::DotSegment));
    }
    assert_eq!(path(&Parameter::path("id"), &Json::from("")), Err(Refusal::EmptySegment));
}

#[test]
fn decoding_a_path_argument_has_a_bound() {
    let chain = format!("%{}2e", "25".repeat(20_000));
    assert!(!dot_segment(&chain));
}

#[test]
fn what_is_nested_needs_brackets() {
    let nested = r#"[{"a":1}]"#;
    assert_eq!(query_text(Parameter::query("q"), nested), Err(Refusal::Nested));
    assert_eq!(header_text(Parameter::header("q"), nested), Err(Refusal::Nested));
    assert_eq!(cookie_text(Parameter::cookie("q"), nested), Err(Refusal::Nested));
    assert_eq!(path_text(Parameter::path("q"), nested), Err(Refusal::Nested));
}

#[test]
fn an_item_that_its_reader_would_split() {
    let query = |style, explode: bool, json: &str| {
        query_text(Parameter::query("q").style(style).explode(explode), json)
    };
    let refused = |separator| Err(Refusal::ListSeparator(separator));
    assert_eq!(query(Style::PipeDelimited, false, r#"["a|b"]"#), refused('|'));
    assert_eq!(query(Style::SpaceDelimited, false, r#"["a b"]"#), refused(' '));
    assert_eq!(query(Style::TabDelimited, false, r#"["a\tb"]"#), refused('\t'));
    assert_eq!(query(Style::PipeDelimited, false, r#"{"a|b":"c"}"#), refused('|'));
    // Nothing is split here.
    let sent = |text: &str| Ok(text.to_owned());
    assert_eq!(query(Style::PipeDelimited, false, r#"["a b","c"]"#), sent("q=a%20b%7Cc"));
    assert_eq!(query(Style::PipeDelimited, true, r#"["a|b"]"#), sent("q=a%7Cb"));
    assert_eq!(query(Style::Form, false, r#"["a,b","c"]"#), sent("q=a%2Cb,c"));
    let reserved = Parameter::query("q").style(Style::Form).explode(false).allow_reserved();
    assert_eq!(query_text(reserved, r#"["a,b;","c"]"#), sent("q=a%2Cb;,c"));
}

#[test]
fn what_would_split_a_header() {
    assert_eq!(header_value("a\r\nb"), Err(Refusal::HeaderByte(b'\r')));
    assert_eq!(header_value("a\nb"), Err(Refusal::HeaderByte(b'\n')));
    assert_eq!(header_value("a\0b"), Err(Refusal::HeaderByte(0)));
    assert_eq!(header_value("a\u{7f}"), Err(Refusal::HeaderByte(0x7f)));
    assert_eq!(header_value("é"), Err(Refusal::HeaderCharacter('é')));
}

#[test]
fn what_would_split_a_part_of_a_header() {
    let plain = Parameter::header("X");
    assert_eq!(header_text(plain, r#"["a,b"]"#), Err(Refusal::HeaderSeparator(',')));
    assert_eq!(header_text(plain, r#"{"a":"b,c"}"#), Err(Refusal::HeaderSeparator(',')));
    assert_eq!(header_text(plain, r#"["a "]"#), Err(Refusal::HeaderSpace));
    assert_eq!(
        header_text(plain.explode(true), r#"{"a=b":1}"#),
        Err(Refusal::HeaderSeparator('='))
    );
    assert_eq!(header_text(plain.explode(false), r#"{"a=b":1}"#), Ok(Some("a=b,1".to_owned())));
    assert_eq!(header_text(plain, r#""a,b""#), Ok(Some("a,b".to_owned())));
    // An entity tag, for example.
    assert_eq!(header_text(plain, r#"["\"a,b\""]"#), Ok(Some("\"a,b\"".to_owned())));
}

#[test]
fn what_the_reader_of_a_header_cuts_off() {
    for value in [" a", "a ", "a\t", " "] {
        assert_eq!(header_value(value), Err(Refusal::HeaderSpace), "{value:?}");
    }
    assert_eq!(header_value("a \tb").map_err(|_| ()), Ok("a \tb".parse().unwrap()));
    assert_eq!(header_value("").map_err(|_| ()), Ok("".parse().unwrap()));
}

#[test]
fn what_no_cookie_can_hold_as_it_is() {
    let plain = Parameter::cookie("c").style(Style::Cookie);
    let written = |text: &str| cookie_text(plain, &Json::from(text).to_string());
    for character in [' ', '\t', '"', ',', ';', '\\', '\u{7f}', 'é'] {
        let text = format!("a{character}b");
        assert_eq!(written(&text), Err(Refusal::CookieCharacter(character)));
        assert_eq!(
            cookie_text(plain, &format!("{{{}:1}}", Json::from(&*text))),
            Err(Refusal::CookieCharacter(character))
        );
    }
    assert_eq!(written("%20+/=").as_deref(), Ok("c=%20+/="));
    assert_eq!(written("\"a\"").as_deref(), Ok("c=\"a\""));
}
