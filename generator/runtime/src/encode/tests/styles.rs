//! The style table (Parameter Object, "Style Examples", of `OpenAPI` 3.0.4, 3.1.1 and 3.2), row by
//! row, and the behaviour for its undefined cells.

use super::*;
use crate::describe::Style;

const STRING: &str = r#""blue""#;
const ARRAY: &str = r#"["blue","black","brown"]"#;
const OBJECT: &str = r#"{"R":100,"G":200,"B":150}"#;
/// The same three kinds with reserved characters in them.
const RESERVED: [&str; 3] = [r#""b/l:?""#, r#"["b/l:?","&;,="]"#, r#"{"R/":"b/l:?","=":"&;,="}"#];

#[test]
fn in_a_path() {
    let rows: &[(Style, bool, [&str; 3])] = &[
        (
            Style::Matrix,
            false,
            [";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
        ),
        (
            Style::Matrix,
            true,
            [";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
        ),
        (Style::Label, false, [".blue", ".blue,black,brown", ".R,100,G,200,B,150"]),
        (Style::Label, true, [".blue", ".blue.black.brown", ".R=100.G=200.B=150"]),
        (Style::Simple, false, ["blue", "blue,black,brown", "R,100,G,200,B,150"]),
        (Style::Simple, true, ["blue", "blue,black,brown", "R=100,G=200,B=150"]),
    ];
    for (style, explode, expected) in rows {
        let parameter = Parameter::path("color").style(*style).explode(*explode);
        let written = [STRING, ARRAY, OBJECT].map(|value| path_text(parameter, value).unwrap());
        assert_eq!(written, *expected, "{style:?} {explode}");
    }
}

#[test]
fn in_a_path_with_reserved_characters() {
    // Slashes and question marks would end the segment even with `allowReserved`.
    let rows: &[(Style, bool, [&str; 3], [&str; 3])] = &[
        (
            Style::Matrix,
            false,
            [
                ";c=b%2Fl%3A%3F",
                ";c=b%2Fl%3A%3F,%26%3B%2C%3D",
                ";c=R%2F,b%2Fl%3A%3F,%3D,%26%3B%2C%3D",
            ],
            [";c=b%2Fl:%3F", ";c=b%2Fl:%3F,&;%2C=", ";c=R%2F,b%2Fl:%3F,=,&;%2C="],
        ),
        (
            Style::Matrix,
            true,
            [
                ";c=b%2Fl%3A%3F",
                ";c=b%2Fl%3A%3F;c=%26%3B%2C%3D",
                ";R%2F=b%2Fl%3A%3F;%3D=%26%3B%2C%3D",
            ],
            [";c=b%2Fl:%3F", ";c=b%2Fl:%3F;c=&;,=", ";R%2F=b%2Fl:%3F;%3D=&;,="],
        ),
        (
            Style::Label,
            false,
            [".b%2Fl%3A%3F", ".b%2Fl%3A%3F,%26%3B%2C%3D", ".R%2F,b%2Fl%3A%3F,%3D,%26%3B%2C%3D"],
            [".b%2Fl:%3F", ".b%2Fl:%3F,&;%2C=", ".R%2F,b%2Fl:%3F,=,&;%2C="],
        ),
        (
            Style::Label,
            true,
            [".b%2Fl%3A%3F", ".b%2Fl%3A%3F.%26%3B%2C%3D", ".R%2F=b%2Fl%3A%3F.%3D=%26%3B%2C%3D"],
            [".b%2Fl:%3F", ".b%2Fl:%3F.&;,=", ".R%2F=b%2Fl:%3F.%3D=&;,="],
        ),
        (
            Style::Simple,
            false,
            ["b%2Fl%3A%3F", "b%2Fl%3A%3F,%26%3B%2C%3D", "R%2F,b%2Fl%3A%3F,%3D,%26%3B%2C%3D"],
            ["b%2Fl:%3F", "b%2Fl:%3F,&;%2C=", "R%2F,b%2Fl:%3F,=,&;%2C="],
        ),
        (
            Style::Simple,
            true,
            ["b%2Fl%3A%3F", "b%2Fl%3A%3F,%26%3B%2C%3D", "R%2F=b%2Fl%3A%3F,%3D=%26%3B%2C%3D"],
            ["b%2Fl:%3F", "b%2Fl:%3F,&;%2C=", "R%2F=b%2Fl:%3F,%3D=&;%2C="],
        ),
    ];
    for (style, explode, encoded, allowed) in rows {
        let parameter = Parameter::path("c").style(*style).explode(*explode);
        let written = RESERVED.map(|value| path_text(parameter, value).unwrap());
        assert_eq!(written, *encoded, "{style:?} {explode}");
        let parameter = parameter.allow_reserved();
        let written = RESERVED.map(|value| path_text(parameter, value).unwrap());
        assert_eq!(written, *allowed, "{style:?} {explode} allowReserved");
    }
}

#[test]
fn in_a_query() {
    // A comment marks the cells that the table leaves undefined.
    let rows: &[(Style, bool, [&str; 3])] = &[
        (Style::Form, false, ["color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"]),
        (
            Style::Form,
            true,
            ["color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
        ),
        (
            Style::SpaceDelimited,
            false,
            [
                "color=blue", // n/a
                "color=blue%20black%20brown",
                "color=R%20100%20G%20200%20B%20150",
            ],
        ),
        (
            Style::SpaceDelimited,
            true, // n/a throughout: as form
            ["color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
        ),
        (
            Style::PipeDelimited,
            false,
            [
                "color=blue", // n/a
                "color=blue%7Cblack%7Cbrown",
                "color=R%7C100%7CG%7C200%7CB%7C150",
            ],
        ),
        (
            Style::PipeDelimited,
            true, // n/a throughout: as form
            ["color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
        ),
        (
            Style::TabDelimited,
            false, // `tsv` of Swagger 2.0, which has arrays alone
            ["color=blue", "color=blue%09black%09brown", "color=R%09100%09G%09200%09B%09150"],
        ),
        (
            Style::DeepObject,
            true,
            [
                "color=blue",                                              // n/a
                "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown", // n/a
                "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
            ],
        ),
        (
            Style::DeepObject,
            false, // n/a throughout: as exploded
            [
                "color=blue",
                "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown",
                "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
            ],
        ),
    ];
    for (style, explode, expected) in rows {
        let parameter = Parameter::query("color").style(*style).explode(*explode);
        let written = [STRING, ARRAY, OBJECT].map(|value| query_text(parameter, value).unwrap());
        assert_eq!(written, *expected, "{style:?} {explode}");
    }
}

#[test]
fn in_a_query_with_reserved_characters() {
    // An ampersand would end the value even with `allowReserved`.
    let rows: &[(Style, bool, [&str; 3], [&str; 3])] = &[
        (
            Style::Form,
            false,
            ["c=b%2Fl%3A%3F", "c=b%2Fl%3A%3F,%26%3B%2C%3D", "c=R%2F,b%2Fl%3A%3F,%3D,%26%3B%2C%3D"],
            ["c=b/l:?", "c=b/l:?,%26;%2C=", "c=R/,b/l:?,=,%26;%2C="],
        ),
        (
            Style::Form,
            true,
            ["c=b%2Fl%3A%3F", "c=b%2Fl%3A%3F&c=%26%3B%2C%3D", "R%2F=b%2Fl%3A%3F&%3D=%26%3B%2C%3D"],
            ["c=b/l:?", "c=b/l:?&c=%26;,=", "R%2F=b/l:?&%3D=%26;,="],
        ),
        (
            Style::SpaceDelimited,
            false,
            [
                "c=b%2Fl%3A%3F",
                "c=b%2Fl%3A%3F%20%26%3B%2C%3D",
                "c=R%2F%20b%2Fl%3A%3F%20%3D%20%26%3B%2C%3D",
            ],
            ["c=b/l:?", "c=b/l:?%20%26;,=", "c=R/%20b/l:?%20=%20%26;,="],
        ),
        (
            Style::PipeDelimited,
            false,
            [
                "c=b%2Fl%3A%3F",
                "c=b%2Fl%3A%3F%7C%26%3B%2C%3D",
                "c=R%2F%7Cb%2Fl%3A%3F%7C%3D%7C%26%3B%2C%3D",
            ],
            ["c=b/l:?", "c=b/l:?%7C%26;,=", "c=R/%7Cb/l:?%7C=%7C%26;,="],
        ),
        (
            Style::DeepObject,
            true,
            [
                "c=b%2Fl%3A%3F",
                "c%5B0%5D=b%2Fl%3A%3F&c%5B1%5D=%26%3B%2C%3D",
                "c%5BR%2F%5D=b%2Fl%3A%3F&c%5B%3D%5D=%26%3B%2C%3D",
            ],
            ["c=b/l:?", "c%5B0%5D=b/l:?&c%5B1%5D=%26;,=", "c%5BR%2F%5D=b/l:?&c%5B%3D%5D=%26;,="],
        ),
    ];
    for (style, explode, encoded, allowed) in rows {
        let parameter = Parameter::query("c").style(*style).explode(*explode);
        let written = RESERVED.map(|value| query_text(parameter, value).unwrap());
        assert_eq!(written, *encoded, "{style:?} {explode}");
        let parameter = parameter.allow_reserved();
        let written = RESERVED.map(|value| query_text(parameter, value).unwrap());
        assert_eq!(written, *allowed, "{style:?} {explode} allowReserved");
    }
}

#[test]
fn in_a_header() {
    let rows = [
        (false, ["blue", "blue,black,brown", "R,100,G,200,B,150"]),
        (true, ["blue", "blue,black,brown", "R=100,G=200,B=150"]),
    ];
    for (explode, expected) in rows {
        // Headers are not percent-encoded, so `allowReserved` has no effect.
        for parameter in [Parameter::header("X"), Parameter::header("X").allow_reserved()] {
            let parameter = parameter.explode(explode);
            let text = |value| header_text(parameter, value);
            assert_eq!(
                [STRING, ARRAY, OBJECT].map(text),
                expected.map(|text| Ok(Some(text.to_owned()))),
                "{explode}"
            );
            let [single, list, members] = RESERVED.map(text);
            assert_eq!(single, Ok(Some("b/l:?".to_owned())));
            // An item with a comma would become two, and a name with `=` another name.
            assert_eq!(list, Err(Refusal::HeaderSeparator(',')));
            let separator = if explode { '=' } else { ',' };
            assert_eq!(members, Err(Refusal::HeaderSeparator(separator)));
        }
    }
}

#[test]
fn in_a_cookie() {
    let rows: &[(Style, bool, [&str; 3])] = &[
        (Style::Form, false, ["color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"]),
        (
            // The table has `&` here, which is invalid in a cookie.
            Style::Form,
            true,
            ["color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150"],
        ),
        (Style::Cookie, false, ["color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"]),
        (
            Style::Cookie,
            true,
            ["color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150"],
        ),
    ];
    for (style, explode, expected) in rows {
        let parameter = Parameter::cookie("color").style(*style).explode(*explode);
        let written = [STRING, ARRAY, OBJECT].map(|value| cookie_text(parameter, value).unwrap());
        assert_eq!(written, *expected, "{style:?} {explode}");
    }
}

#[test]
fn in_a_cookie_with_reserved_characters() {
    let rows = [
        (
            false,
            ["c=b%2Fl%3A%3F", "c=b%2Fl%3A%3F,%26%3B%2C%3D", "c=R%2F,b%2Fl%3A%3F,%3D,%26%3B%2C%3D"],
            // A semicolon or a comma would end the value even with `allowReserved`.
            ["c=b/l:?", "c=b/l:?,%26%3B%2C=", "c=R/,b/l:?,=,%26%3B%2C="],
        ),
        (
            true,
            [
                "c=b%2Fl%3A%3F",
                "c=b%2Fl%3A%3F; c=%26%3B%2C%3D",
                "R%2F=b%2Fl%3A%3F; %3D=%26%3B%2C%3D",
            ],
            ["c=b/l:?", "c=b/l:?; c=%26%3B%2C=", "R%2F=b/l:?; %3D=%26%3B%2C="],
        ),
    ];
    for (explode, encoded, allowed) in rows {
        let parameter = Parameter::cookie("c").explode(explode);
        assert_eq!(RESERVED.map(|value| cookie_text(parameter, value).unwrap()), encoded);
        let parameter = parameter.allow_reserved();
        assert_eq!(RESERVED.map(|value| cookie_text(parameter, value).unwrap()), allowed);
    }
    // Style `cookie` refuses what it does not encode.
    let plain = Parameter::cookie("c").style(Style::Cookie);
    let [text, list, object] = RESERVED.map(|value| cookie_text(plain, value));
    assert_eq!(text.as_deref(), Ok("c=b/l:?"));
    assert_eq!([list, object], [const { Err(Refusal::CookieCharacter(';')) }; 2]);
}
