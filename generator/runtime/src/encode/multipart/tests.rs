use super::{Part, PartContent, Segment, is_apart, parts, segments};
use crate::describe::{Media, PropertyEncoding};
use crate::{ByteStream, Extra, Field, File, Json, Record, Rest, Slot, Table, blank};

/// What a generated model of a multipart body looks like.
struct Upload {
    title: String,
    sizes: Vec<i64>,
    meta: Json,
    photos: Vec<File>,
    note: Option<String>,
    extra: Extra,
}

impl Record for Upload {
    fn table(&self) -> &'static Table {
        static TABLE: Table = Table::new(
            "Upload",
            &[
                Field::required("title"),
                Field::required("sizes"),
                Field::required("meta"),
                Field::required("photos"),
                Field::optional("note"),
            ],
        );
        &TABLE
    }

    fn slot(&mut self, index: usize) -> &mut dyn Slot {
        match index {
            0 => &mut self.title,
            1 => &mut self.sizes,
            2 => &mut self.meta,
            3 => &mut self.photos,
            4 => &mut self.note,
            _ => &mut self.extra,
        }
    }

    fn view(&self, index: usize) -> &dyn Slot {
        match index {
            0 => &self.title,
            1 => &self.sizes,
            2 => &self.meta,
            3 => &self.photos,
            4 => &self.note,
            _ => &self.extra,
        }
    }

    fn rest(&self) -> &dyn Rest {
        &self.extra
    }

    fn rest_mut(&mut self) -> &mut dyn Rest {
        &mut self.extra
    }
}

impl crate::Blank for Upload {
    fn blank() -> Self {
        Self {
            title: blank(),
            sizes: blank(),
            meta: blank(),
            photos: blank(),
            note: None,
            extra: blank(),
        }
    }
}

crate::models! { records: [Upload] }

fn upload() -> Upload {
    Upload {
        title: "Grüße".to_owned(),
        sizes: vec![1, 2],
        meta: Json::parse(b"{\"a\": null}").unwrap(),
        photos: vec![
            File::from("one").name("a\".png").content_type("image/png"),
            File::from("two"),
        ],
        ..blank()
    }
}

const EXPECTED: &str = "--B\r\n\
Content-Disposition: form-data; name=\"title\"\r\n\
Content-Type: text/plain; charset=utf-8\r\n\
\r\n\
Grüße\r\n\
--B\r\n\
Content-Disposition: form-data; name=\"sizes\"\r\n\
Content-Type: text/plain; charset=utf-8\r\n\
\r\n\
1\r\n\
--B\r\n\
Content-Disposition: form-data; name=\"sizes\"\r\n\
Content-Type: text/plain; charset=utf-8\r\n\
\r\n\
2\r\n\
--B\r\n\
Content-Disposition: form-data; name=\"meta\"\r\n\
Content-Type: application/json\r\n\
\r\n\
{\"a\":null}\r\n\
--B\r\n\
Content-Disposition: form-data; name=\"photos\"; filename=\"a%22.png\"\r\n\
Content-Type: image/png\r\n\
\r\n\
one\r\n\
--B\r\n\
Content-Disposition: form-data; name=\"photos\"; filename=\"photos\"\r\n\
Content-Type: image/jpeg\r\n\
\r\n\
two\r\n\
--B--\r\n";

#[test]
fn each_member_is_a_part_and_each_item_one_of_its_own() {
    static MEDIA: Media = Media::multipart("multipart/form-data")
        .properties(&[PropertyEncoding::new("photos").content_type("image/jpeg")]);
    let parts = parts(Some(&MEDIA), &upload()).unwrap();
    let segments = segments(&parts, "B", true).unwrap();
    let texts: Vec<String> = segments
        .into_iter()
        .map(|segment| match segment {
            Segment::Bytes(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
            Segment::Stream(_) => "stream".to_owned(),
        })
        .collect();
    assert_eq!(texts, [EXPECTED]);
}

#[test]
fn a_declared_json_part_is_json_whatever_it_holds() {
    static MEDIA: Media = Media::multipart("multipart/form-data")
        .properties(&[PropertyEncoding::new("sizes").content_type("application/json")]);
    let value = Json::parse(b"{\"sizes\": [1, \"x\"]}").unwrap();
    let expected = Part {
        name: "sizes".to_owned(),
        content_type: "application/json".to_owned(),
        content: PartContent::Bytes("[1,\"x\"]".into()),
    };
    assert_eq!(parts(Some(&MEDIA), &value).unwrap(), [expected]);
}

#[test]
fn a_stream_is_sent_once() {
    let mut upload = upload();
    upload.photos = vec![File::stream(ByteStream::from("three"))];
    let parts = parts(None, &upload).unwrap();
    let kinds: Vec<bool> = segments(&parts, "B", true)
        .unwrap()
        .iter()
        .map(|segment| matches!(segment, Segment::Stream(_)))
        .collect();
    assert_eq!(kinds, [false, true, false]);
    assert_eq!(
        segments(&parts, "B", true).err(),
        Some("the file `photos` was sent already; set a new one".to_owned())
    );
}

#[test]
fn what_is_no_object_has_no_parts() {
    assert!(parts(None, &Json::from("text")).is_err());
}

#[test]
fn a_boundary_is_nowhere_in_the_parts() {
    let value = Json::parse(b"{\"a\": \"xxBxx\"}").unwrap();
    let parts = parts(None, &value).unwrap();
    assert!(!is_apart(&parts, "B"));
    assert!(is_apart(&parts, "C"));
}
