use super::{file_part, files_of};
use crate::describe::{Media, PropertyEncoding};
use crate::encode::Refusal;
use crate::multipart::Multipart;
use crate::{ByteStream, Extra, Field, File, Record, Rest, Slot, Table, blank};

/// What a generated model of a multipart body looks like.
struct Upload {
    title: String,
    photos: Vec<File>,
    cover: Option<File>,
    extra: Extra,
}

impl Record for Upload {
    fn table(&self) -> &'static Table {
        static TABLE: Table = Table::new(
            "Upload",
            &[Field::required("title"), Field::required("photos"), Field::optional("cover")],
        );
        &TABLE
    }

    fn slot(&mut self, index: usize) -> &mut dyn Slot {
        match index {
            0 => &mut self.title,
            1 => &mut self.photos,
            2 => &mut self.cover,
            _ => &mut self.extra,
        }
    }

    fn view(&self, index: usize) -> &dyn Slot {
        match index {
            0 => &self.title,
            1 => &self.photos,
            2 => &self.cover,
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
        Self { title: blank(), photos: blank(), cover: None, extra: blank() }
    }
}

crate::models! { records: [Upload] }

#[test]
fn every_file_of_a_member_is_found() {
    let upload = Upload {
        photos: vec![File::from("one"), File::from("two")],
        cover: Some(File::from("three")),
        ..blank()
    };
    let expected = [
        ("photos".to_owned(), File::from("one")),
        ("photos".to_owned(), File::from("two")),
        ("cover".to_owned(), File::from("three")),
    ];
    assert_eq!(files_of(&upload), expected);
}

#[test]
fn a_file_says_what_it_is_before_the_document_does() {
    static MEDIA: Media = Media::multipart("multipart/form-data")
        .properties(&[PropertyEncoding::new("photo").content_type("image/jpeg")]);
    let text = |file: File| {
        let part = file_part(&MEDIA, "photo", &file).unwrap();
        let body = Multipart::new().part(part).into_body("B");
        String::from_utf8(body.as_bytes().unwrap().to_vec()).unwrap()
    };
    assert_eq!(
        text(File::from("x").name("a\".png").content_type("image/png")),
        "--B\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a%22.png\"\r\n\
         Content-Type: image/png\r\n\r\nx\r\n--B--\r\n"
    );
    assert_eq!(
        text(File::from("x")),
        "--B\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"photo\"\r\n\
         Content-Type: image/jpeg\r\n\r\nx\r\n--B--\r\n"
    );
}

#[test]
fn a_streamed_file_is_sent_once() {
    static MEDIA: Media = Media::multipart("multipart/form-data");
    let file = File::stream(ByteStream::from("x"));
    assert!(file_part(&MEDIA, "photo", &file).is_ok());
    assert_eq!(file_part(&MEDIA, "photo", &file.clone()).unwrap_err(), Refusal::SentAlready);
}
