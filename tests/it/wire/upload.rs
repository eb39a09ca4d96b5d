//! A multipart body of typed parts, as it travels and as another reads it.

use callwright_runtime::{ByteStream, File, Request, SendBlocking};

use super::api::types::{Pet, UploadBody};
use super::{DONE, client};
use crate::listener::Listener;

fn body() -> UploadBody {
    let files = [
        File::from("one").name("1.txt").content_type("text/plain"),
        File::stream(ByteStream::from_reader(&b"two"[..], Some(3))).header("X-Note", "n"),
    ];
    UploadBody::new("Title é", files)
        .pages(2)
        .pet(Pet::new("Mia"))
        .tags(["a".to_owned(), "b".to_owned()])
        .pets([Pet::new("x"), Pet::new("y")])
        .table("1;2")
        .thumbnail("PNG")
}

#[test]
fn each_property_is_a_part_of_its_kind() {
    let listener = Listener::answering(DONE);
    let call = client(&listener.url()).upload(body());
    call.with(|call| call.part_header("thumbnail", "X-Rate", "5")).send_blocking().unwrap();
    let request = listener.request();
    let (head, text) = request.split_once("\r\n\r\n").unwrap();
    let boundary = head.lines().find_map(|line| line.split_once("boundary=")).unwrap().1;
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
    assert_eq!(length, text.len().to_string());
    let part = |head: &str, content: &str| {
        format!("--B\r\nContent-Disposition: form-data; name={head}\r\n\r\n{content}\r\n")
    };
    let json = "\r\nContent-Type: application/json";
    let expected = [
        part("\"title\"", "Title é"),
        part("\"pages\"", "2"),
        part(&format!("\"pet\"{json}"), "{\"name\":\"Mia\"}"),
        part("\"tags\"", "a"),
        part("\"tags\"", "b"),
        part(&format!("\"pets\"{json}"), "{\"name\":\"x\"}"),
        part(&format!("\"pets\"{json}"), "{\"name\":\"y\"}"),
        part("\"table\"\r\nContent-Type: text/csv", "1;2"),
        part("\"files\"; filename=\"1.txt\"\r\nContent-Type: text/plain", "one"),
        part(
            "\"files\"; filename=\"files\"\r\nContent-Type: application/octet-stream\r\nX-Note: n",
            "two",
        ),
        part(
            "\"thumbnail\"; filename=\"thumbnail\"\r\nContent-Type: image/png\r\n\
             X-Kind: thumbnail\r\nX-Rate: 5",
            "PNG",
        ),
        "--B--\r\n".to_owned(),
    ];
    assert_eq!(text.replace(boundary, "B"), expected.concat());
}
