//! Empty and undefined values: the column `empty` of the style table, and RFC 6570, sections 2.3
//! and 3.2.1.

use super::*;
use crate::describe::Style;

const EMPTY: &str = r#""""#;
/// Values that are undefined in RFC 6570.
const UNDEFINED: [&str; 4] = ["null", "[]", "{}", "[null]"];
const NAMED_EMPTY: &str = r#"{"R":"","G":null,"B":1}"#;

#[test]
fn in_a_path() {
    let rows: &[(Style, bool, Result<&str, Refusal>, &str, &str)] = &[
        (Style::Matrix, false, Ok(";c"), ";c=,a", ";c=R,,B,1"),
        (Style::Matrix, true, Ok(";c"), ";c;c=a", ";R;B=1"),
        // A segment of one dot is refused only as a whole segment.
        (Style::Label, false, Ok("."), ".,a", ".R,,B,1"),
        (Style::Label, true, Ok("."), "..a", ".R=.B=1"),
        (Style::Simple, false, Err(Refusal::EmptySegment), ",a", "R,,B,1"),
        (Style::Simple, true, Err(Refusal::EmptySegment), ",a", "R=,B=1"),
    ];
    for (style, explode, empty, list, object) in rows {
        let parameter = Parameter::path("c").style(*style).explode(*explode);
        let text = |value| path_text(parameter, value);
        assert_eq!(text(EMPTY).as_deref(), empty.as_ref().copied(), "{style:?} {explode}");
        assert_eq!(text(r#"["","a"]"#).as_deref(), Ok(*list), "{style:?} {explode}");
        assert_eq!(text(NAMED_EMPTY).as_deref(), Ok(*object), "{style:?} {explode}");
        for value in UNDEFINED {
            assert_eq!(text(value), Err(Refusal::Null), "{style:?} {explode} {value}");
        }
    }
}

#[test]
fn in_a_query() {
    let rows: &[(Style, bool, &str, &str, &str)] = &[
        (Style::Form, false, "c=", "c=,a", "c=R,,B,1"),
        (Style::Form, true, "c=", "c=&c=a", "R=&B=1"),
        // The table does not define empty values from here on.
        (Style::SpaceDelimited, false, "c=", "c=%20a", "c=R%20%20B%201"),
        (Style::PipeDelimited, false, "c=", "c=%7Ca", "c=R%7C%7CB%7C1"),
        (Style::DeepObject, true, "c=", "c%5B0%5D=&c%5B1%5D=a", "c%5BR%5D=&c%5BB%5D=1"),
    ];
    for (style, explode, empty, list, object) in rows {
        let parameter = Parameter::query("c").style(*style).explode(*explode);
        let text = |value| query_text(parameter, value);
        assert_eq!(text(EMPTY).as_deref(), Ok(*empty), "{style:?} {explode}");
        assert_eq!(text(r#"["","a"]"#).as_deref(), Ok(*list), "{style:?} {explode}");
        assert_eq!(text(NAMED_EMPTY).as_deref(), Ok(*object), "{style:?} {explode}");
        for value in UNDEFINED {
            assert_eq!(text(value).as_deref(), Ok(""), "{style:?} {explode} {value}");
        }
    }
}

#[test]
fn in_a_query_that_may_be_empty() {
    for (style, expected) in [
        (Style::Form, "a%20b="),
        // `allowEmptyValue` has no effect where the table defines no empty value.
        (Style::SpaceDelimited, ""),
        (Style::DeepObject, ""),
    ] {
        let parameter = Parameter::query("a b").style(style).allow_empty();
        for value in UNDEFINED {
            assert_eq!(query_text(parameter, value).as_deref(), Ok(expected), "{style:?} {value}");
        }
        let parameter = Parameter::query("c").style(style).allow_empty();
        assert_eq!(query_text(parameter, EMPTY).as_deref(), Ok("c="));
    }
    let exploded = Parameter::query("c").allow_empty();
    assert_eq!(query_text(exploded, "[1,null]").as_deref(), Ok("c=1"));
}

#[test]
fn in_a_header() {
    for (explode, list, object) in [(false, ",a", "R,,B,1"), (true, ",a", "R=,B=1")] {
        let parameter = Parameter::header("X").explode(explode);
        let text = |value| header_text(parameter, value).unwrap();
        assert_eq!(text(EMPTY).as_deref(), Some(""));
        assert_eq!(text(r#"["","a"]"#).as_deref(), Some(list));
        assert_eq!(text(NAMED_EMPTY).as_deref(), Some(object));
        assert_eq!(UNDEFINED.map(text), [const { None }; 4]);
    }
}

#[test]
fn in_a_cookie() {
    let rows = [(false, "c=,a", "c=R,,B,1"), (true, "c=; c=a", "R=; B=1")];
    for style in [Style::Form, Style::Cookie] {
        for (explode, list, object) in rows {
            let parameter = Parameter::cookie("c").style(style).explode(explode);
            let text = |value| cookie_text(parameter, value).unwrap();
            assert_eq!(text(EMPTY), "c=");
            assert_eq!(text(r#"["","a"]"#), list);
            assert_eq!(text(NAMED_EMPTY), object);
            assert_eq!(UNDEFINED.map(text), [""; 4]);
        }
    }
}
