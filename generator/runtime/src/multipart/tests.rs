#![allow(
    dead_code,
    unreachable_pub,
    reason = "generated methods are public, and not all are called"
)]

use super::*;
use crate::body::ByteStream;
use crate::body::File;
use crate::describe::{Media, PropertyEncoding, Style};
use crate::json::Json;

fn written(parts: Multipart) -> String {
    let body = ByteStream::from(parts.into_body(Subtype::FormData, "B").unwrap());
    let bytes = pollster::block_on(body.collect(10_000)).unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn an_object_becomes_parts() {
    static MEDIA: Media = Media::multipart("multipart/form-data").properties(&[
        PropertyEncoding::new("image").content_type("image/png, image/jpeg"),
        PropertyEncoding::new("ids").content_type("application/json"),
        PropertyEncoding::new("deep").style(Style::DeepObject),
        PropertyEncoding::new("any").content_type("image/*"),
    ]);
    let value: Json = r#"{"a":"x\r\ny","n":1.50,"none":null,"list":[1,"two"],"o":{"k":[]},
        "image":"PNG","ids":[1,2],"deep":{"x y":"&"},"any":"?"}"#
        .parse()
        .unwrap();
    let part = |head: &str, body: &str| {
        format!("--B\r\nContent-Disposition: form-data; name={head}\r\n\r\n{body}\r\n")
    };
    let expected = [
        part("\"a\"", "x\r\ny"),
        part("\"n\"", "1.50"),
        part("\"list\"", "1"),
        part("\"list\"", "two"),
        part("\"o\"\r\nContent-Type: application/json", "{\"k\":[]}"),
        part("\"image\"; filename=\"image\"\r\nContent-Type: image/png", "PNG"),
        part("\"ids\"\r\nContent-Type: application/json", "[1,2]"),
        part("\"deep[x y]\"", "&"),
        part("\"any\"; filename=\"any\"", "?"),
        "--B--\r\n".to_owned(),
    ];
    assert_eq!(written(from_slot(&MEDIA, &value).unwrap()), expected.concat());
    assert_eq!(
        from_slot(&MEDIA, &Json::Bool(true)).unwrap_err(),
        "the body: only an object can be sent as parts"
    );
}

#[test]
fn files_are_streamed_and_their_length_announced() {
    use http_body::Body as _;

    let parts = |length| {
        let file = ByteStream::from_reader(&b"data"[..], length);
        Multipart::new()
            .part(Part::stream("f\"\n", file).file_name("ä.bin").header("X-A", "1"))
            .part(Part::bytes("b", "x").content_type("image/png"))
    };
    let expected = "--B\r\n\
        Content-Disposition: form-data; name=\"f%22%0A\"; filename=\"ä.bin\"\r\n\
        X-A: 1\r\n\r\ndata\r\n--B\r\n\
        Content-Disposition: form-data; name=\"b\"\r\nContent-Type: image/png\r\n\r\nx\r\n--B--\r\n";
    assert_eq!(written(parts(None)), expected);
    assert_eq!(parts(None).into_body(Subtype::FormData, "B").unwrap().size_hint().exact(), None);
    let length = u64::try_from(expected.len()).unwrap();
    assert_eq!(
        parts(Some(4)).into_body(Subtype::FormData, "B").unwrap().size_hint().exact(),
        Some(length)
    );
}

#[test]
fn the_boundary_is_in_no_part() {
    let taken = format!("{:016x}{:016x}", 7, 7);
    let parts = Multipart::new().part(Part::text("a", format!("{taken} {taken}x")));
    assert_eq!(parts.boundary(&mut || 7), format!("{taken}xx"));
}

#[test]
fn a_head_cannot_be_broken_out_of() {
    assert!(Part::text("a", "b").header("X-A", "1\r\nX-B: 2").check().is_err());
    assert!(Part::text("a", "b").header("X:A", "1").check().is_err());
    assert!(Part::text("a", "b").content_type("a/b\n").check().is_err());
    assert!(Part::text("a", "b").header("X-A", "1").content_type("a/b").check().is_ok());
}

/// A generated body with binary properties.
struct Upload {
    title: String,
    file: File,
    more: Option<Vec<File>>,
    extra: crate::model::Extra,
}

impl crate::model::Slot for Upload {
    fn blank() -> Self {
        let (title, file) = (String::new(), crate::model::blank());
        Self { title, file, more: None, extra: crate::model::blank() }
    }

    fn shape(&self) -> crate::model::Shape<'_> {
        static TABLE: crate::model::Table = crate::model::Table {
            name: "Upload",
            fields: &["!title", "!file", "?more"],
            required: 2,
            ..crate::model::TABLE
        };
        crate::model::Shape::Record(&TABLE)
    }

    fn part_mut(&mut self, index: usize) -> &mut dyn crate::model::Slot {
        match index {
            0 => &mut self.title,
            1 => &mut self.file,
            2 => &mut self.more,
            _ => &mut self.extra,
        }
    }

    fn part(&self, index: usize) -> &dyn crate::model::Slot {
        match index {
            0 => &self.title,
            1 => &self.file,
            2 => &self.more,
            _ => &self.extra,
        }
    }
}

crate::__record!(Upload);

#[test]
fn binary_properties_are_files() {
    static MEDIA: Media =
        Media::multipart("multipart/form-data").properties(&[PropertyEncoding::new("more")
            .content_type("image/png")
            .headers(&[("X-Kind", "scan")])]);
    let mut upload = Upload {
        title: "ü".to_owned(),
        file: File::new(b"{}".as_slice()).content_type("application/json").header("X-A", "1"),
        more: Some(vec![File::from("1").name("one"), File::stream("2")]),
        extra: crate::model::blank(),
    };
    upload.extra.insert("note", true);
    let expected = [
        "--B\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nü\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n",
        "Content-Type: application/json\r\nX-A: 1\r\n\r\n{}\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"more\"; filename=\"one\"\r\n",
        "Content-Type: image/png\r\nX-Kind: scan\r\n\r\n1\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"more\"; filename=\"more\"\r\n",
        "Content-Type: image/png\r\nX-Kind: scan\r\n\r\n2\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\ntrue\r\n--B--\r\n",
    ];
    let parts = from_slot(&MEDIA, &upload).unwrap();
    assert_eq!(written(parts.clone()), expected.concat());
    // The stream is consumed, and nothing is sent in its place.
    assert!(parts.into_body(Subtype::FormData, "B").is_none());
}

#[test]
fn a_file_within_json_is_text_or_refused() {
    let json = |file: File| {
        crate::model::to_json(&vec![file])
            .map(|text| String::from_utf8(text).unwrap())
            .map_err(|error| error.to_string())
    };
    assert_eq!(json(File::from("a\"")), Ok("[\"a\\\"\"]".to_owned()));
    assert_eq!(
        json(File::new(vec![0xFF])),
        Err("at $[0]: JSON has no form for bytes that are no text".to_owned())
    );
    assert_eq!(
        json(File::stream("a")),
        Err("at $[0]: JSON has no form for a stream of bytes".to_owned())
    );
    assert_eq!(crate::model::from_json::<File>(b"\"x\"").unwrap(), File::from("x"));
}

#[test]
fn only_the_parts_of_a_form_have_names() {
    static MEDIA: Media =
        Media::multipart("multipart/related").properties(&[PropertyEncoding::new("image")
            .content_type("image/png")
            .headers(&[("Content-ID", "<1>")])]);
    let value: Json = r#"{"meta":{"a":1},"image":"PNG","note":"é","plain":"e"}"#.parse().unwrap();
    let mut parts = from_slot(&MEDIA, &value).unwrap();
    assert_eq!(parts.root_type(), Some("application/json"));
    parts = parts
        .part(Part::bytes("raw", vec![b'1']).file_name("a\"b"))
        .part(Part::text("own", "x").header("Content-Disposition", "inline"));
    let expected = [
        "--B\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n",
        "--B\r\nContent-Type: image/png\r\nContent-ID: <1>\r\n\r\nPNG\r\n",
        "--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\né\r\n",
        "--B\r\nContent-Type: text/plain\r\n\r\ne\r\n",
        "--B\r\nContent-Disposition: attachment; filename=\"a%22b\"\r\n",
        "Content-Type: text/plain\r\n\r\n1\r\n",
        "--B\r\nContent-Type: text/plain\r\nContent-Disposition: inline\r\n\r\nx\r\n--B--\r\n",
    ];
    let body = ByteStream::from(parts.into_body(Subtype::Other, "B").unwrap());
    let bytes = pollster::block_on(body.collect(10_000)).unwrap();
    assert_eq!(String::from_utf8(bytes.to_vec()).unwrap(), expected.concat());
}
