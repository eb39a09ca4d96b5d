//! A multipart body of typed parts, as sent and as an independent parser reads it.

use callwright_runtime::{ByteStream, File, Multipart, Part, Request, SendBlocking};

use super::api::Client;
use super::api::types::{Pet, PostFilesBody, PostRelatedBody, UploadBody};
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
        .tags(["a", "b"])
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

/// The content type and the body, with the boundary `B`.
fn sent_parts<R: Request>(request: impl FnOnce(&Client) -> R) -> (String, String) {
    let listener = Listener::answering(DONE);
    request(&client(&listener.url())).send_blocking().map(|_| ()).map_err(|_| ()).unwrap();
    let request = listener.request();
    let (head, text) = request.split_once("\r\n\r\n").unwrap();
    let content_type = head.lines().find_map(|line| line.strip_prefix("content-type: ")).unwrap();
    let boundary = content_type.split_once("boundary=").unwrap().1;
    (content_type.replace(boundary, "B"), text.replace(boundary, "B"))
}

#[test]
fn a_media_type_without_an_encoding_makes_a_file() {
    let body = PostFilesBody::new(File::from("F"))
        .pictures([File::from("P").name("p.png")])
        .archive(File::from("Z").content_type("application/x-zip"))
        .page("<p>")
        .key(b"K".to_vec());
    let part = |head: &str, content: &str| {
        format!("--B\r\nContent-Disposition: form-data; name={head}\r\n\r\n{content}\r\n")
    };
    let expected = [
        part("\"file\"; filename=\"file\"\r\nContent-Type: application/octet-stream", "F"),
        part("\"pictures\"; filename=\"p.png\"\r\nContent-Type: image/png", "P"),
        part("\"archive\"; filename=\"archive\"\r\nContent-Type: application/x-zip", "Z"),
        part("\"page\"", "<p>"),
        part("\"key\"", "Sw=="),
        "--B--\r\n".to_owned(),
    ];
    let (content_type, parts) = sent_parts(|client| client.post_files(body));
    assert_eq!(content_type, "multipart/form-data; boundary=B");
    assert_eq!(parts, expected.concat());
}

#[test]
fn parts_of_a_related_body_are_told_apart_by_place_and_media_type() {
    let body = PostRelatedBody::new(Pet::new("Mia"), File::from("PNG"));
    assert_eq!(
        sent_parts(|client| client.post_related(body)),
        (
            "multipart/related; start=\"<1>\"; type=\"application/json\"; boundary=B".to_owned(),
            "--B\r\nContent-Type: application/json\r\nContent-ID: <1>\r\n\r\n\
             {\"name\":\"Mia\"}\r\n--B\r\nContent-Type: image/png\r\n\r\nPNG\r\n--B--\r\n"
                .to_owned()
        )
    );
}

#[test]
fn a_mixed_body_keeps_the_names_of_files_alone() {
    let parts = Multipart::new()
        .part(Part::text("note", "é"))
        .part(Part::bytes("file", "1").file_name("1.bin").content_type("application/x-one"));
    assert_eq!(
        sent_parts(|client| client.post_mixed(parts)),
        (
            "multipart/mixed; boundary=B".to_owned(),
            "--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\né\r\n--B\r\n\
             Content-Disposition: attachment; filename=\"1.bin\"\r\n\
             Content-Type: application/x-one\r\n\r\n1\r\n--B--\r\n"
                .to_owned()
        )
    );
}
