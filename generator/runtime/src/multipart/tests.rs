use super::*;
use crate::Json;
use crate::body::ByteStream;
use crate::describe::{Media, PropertyEncoding, Style};

fn written(parts: Multipart) -> String {
    let body = ByteStream::from(parts.into_body("B"));
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
    assert_eq!(written(from_json(&MEDIA, &value).unwrap()), expected.concat());
    assert_eq!(
        from_json(&MEDIA, &Json::Bool(true)).unwrap_err(),
        crate::encode::Refusal::NotAnObject
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
    assert_eq!(parts(None).into_body("B").size_hint().exact(), None);
    let length = u64::try_from(expected.len()).unwrap();
    assert_eq!(parts(Some(4)).into_body("B").size_hint().exact(), Some(length));
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
