//! Single characters, and values of types other than string.

use super::*;

#[test]
fn reserved_characters_are_encoded_unless_allowed() {
    let value = r#""a/b?c#d[e]@!$&'()*+,;= %41%zz:é""#;
    let encoded = "a%2Fb%3Fc%23d%5Be%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%20%2541%25zz%3A%C3%A9";
    let query = Parameter::query("q");
    assert_eq!(query_text(query, value), Ok(format!("q={encoded}")));
    assert_eq!(
        query_text(query.allow_reserved(), value).as_deref(),
        Ok("q=a/b?c%23d%5Be%5D@!$%26%27()*%2B,;=%20%41%25zz:%C3%A9")
    );
    let path = Parameter::path("q");
    assert_eq!(path_text(path, value).as_deref(), Ok(encoded));
    assert_eq!(
        path_text(path.allow_reserved(), value).as_deref(),
        Ok("a%2Fb%3Fc%23d%5Be%5D@!$&'()*+,;=%20%41%25zz:%C3%A9")
    );
    let cookie = Parameter::cookie("q");
    assert_eq!(cookie_text(cookie, value), Ok(format!("q={encoded}")));
    assert_eq!(
        cookie_text(cookie.allow_reserved(), value).as_deref(),
        Ok("q=a/b?c#d[e]@!$%26'()*+%2C%3B=%20%41%25zz:%C3%A9")
    );
}

#[test]
fn names_are_encoded_whatever_is_allowed() {
    let rows = [Parameter::query("a b/"), Parameter::query("a b/").allow_reserved()];
    assert_eq!(rows.map(|row| query_text(row, "1").unwrap()), ["a%20b%2F=1"; 2]);
}

#[test]
fn path_values_are_encoded_exactly() {
    let rows = [
        ("a b", "a%20b"),
        ("a/b", "a%2Fb"),
        ("a/b?c#d%", "a%2Fb%3Fc%23d%25"),
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
fn values_that_are_no_text_are_written_as_json_writes_them() {
    for (value, expected) in [
        ("true", "q=true"),
        ("-1", "q=-1"),
        ("1.50", "q=1.50"),
        ("1e3", "q=1e3"),
        ("18446744073709551616", "q=18446744073709551616"),
    ] {
        assert_eq!(query_text(Parameter::query("q"), value).as_deref(), Ok(expected));
    }
}

#[test]
fn headers_are_not_percent_encoded() {
    assert_eq!(header_text(Parameter::header("X"), r#""a %/b""#), Ok(Some("a %/b".to_owned())));
}

#[test]
fn deep_objects_add_a_bracket_a_level() {
    let deep = Parameter::query("q").style(crate::describe::Style::DeepObject);
    assert_eq!(
        query_text(deep, r#"{"a":{"b c":[1,2]},"d":[{"e":null,"f":true}]}"#).as_deref(),
        Ok(concat!(
            "q%5Ba%5D%5Bb%20c%5D%5B0%5D=1&q%5Ba%5D%5Bb%20c%5D%5B1%5D=2",
            "&q%5Bd%5D%5B0%5D%5Bf%5D=true"
        ))
    );
}
