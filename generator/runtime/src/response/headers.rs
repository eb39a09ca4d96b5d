use std::fmt;
use std::ops::Deref;

use http::HeaderMap;

use super::payload::read_json;
use crate::describe::Parameter;
use crate::json::Json;
use crate::media::parameter;
use crate::model::{Slot, Table};

/// The documented headers of a response: fields that are filled from headers
/// of the names in the table. A field that is not optional does not exist.
pub trait HeaderRecord: Send + Sync {
    /// The names, in the order of the slots.
    fn table(&self) -> &'static Table;

    /// The field at a position.
    fn slot(&mut self, index: usize) -> &mut dyn Slot;

    /// The headers that are written in another way than style `simple` without
    /// `explode`.
    fn styles(&self) -> &'static [Parameter] {
        &[]
    }
}

/// The header type of an operation that documents none.
///
/// ```
/// use callwright_runtime::{NoHeaders, Response};
///
/// // An operation without documented headers returns this type.
/// fn has_etag<T>(response: &Response<T, NoHeaders>) -> bool {
///     response.headers().get("ETag").is_some()
/// }
/// # let _ = has_etag::<()>;
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct NoHeaders {
    /// No position of the empty table leads here, but `slot` has to give something.
    none: Option<bool>,
}

impl HeaderRecord for NoHeaders {
    fn table(&self) -> &'static Table {
        static TABLE: Table = Table { name: "NoHeaders", ..crate::model::TABLE };
        &TABLE
    }

    fn slot(&mut self, _: usize) -> &mut dyn Slot {
        &mut self.none
    }
}

/// The headers of a response. It derefs to the documented headers, which are typed, and gives
/// access to all raw headers.
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// use callwright_runtime::SendBlocking;
///
/// # let canned = pets::Canned(|_| (200, r#"[]"#));
/// # let client = pets::Client::builder().transport(canned).build().unwrap();
/// let response = client.list_pets().send_blocking().unwrap();
/// assert_eq!(response.headers().get("Content-Type"), Some("application/json"));
/// ```
#[derive(Clone, PartialEq)]
pub struct Headers<H = NoHeaders> {
    pub(crate) typed: H,
    pub(crate) raw: HeaderMap,
}

impl<H> Headers<H> {
    /// All raw headers.
    #[must_use]
    pub fn raw(&self) -> &HeaderMap {
        &self.raw
    }

    /// The first header of this name, case-insensitively, if it is visible ASCII.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.raw.get(name)?.to_str().ok()
    }

    /// A parameter of the content type, such as `boundary`, unquoted (RFC 9110, section 8.3.1).
    #[must_use]
    pub fn media_parameter(&self, name: &str) -> Option<&str> {
        parameter(self.get("content-type")?, name)
    }
}

impl<H> Deref for Headers<H> {
    type Target = H;

    fn deref(&self) -> &H {
        &self.typed
    }
}

/// Prints only names: a header may contain a session or a token.
impl<H: fmt::Debug> fmt::Debug for Headers<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.raw.keys().collect();
        f.debug_struct("Headers").field("typed", &self.typed).field("names", &names).finish()
    }
}

/// Fills the typed headers. A header that does not match the document stays empty: the raw headers
/// still contain it, and the response is not lost.
pub(crate) fn read_headers(record: &mut dyn HeaderRecord, raw: &HeaderMap) {
    let (table, styles) = (record.table(), record.styles());
    for (index, field) in table.fields().enumerate() {
        let values: Vec<&str> =
            raw.get_all(field.name()).iter().filter_map(|value| value.to_str().ok()).collect();
        if values.is_empty() {
            continue;
        }
        let style = styles.iter().find(|style| style.name == field.name());
        let slot = record.slot(index);
        // Cookies are the only header whose lines cannot be joined (RFC 9110, section 5.3).
        if field.name().eq_ignore_ascii_case("set-cookie") {
            let lines = Json::Array(values.iter().copied().map(Json::from).collect());
            if offered(slot, &lines) || offered(slot, &values.concat().as_str().into()) {
                continue;
            }
        }
        // The lines of any other name form one list.
        read_header(slot, &values.join(", "), style);
    }
}

/// Decodes style `simple` or JSON. The slot determines the type: it is offered a string, the JSON
/// value that the text spells, an array, and an object; the JSON value first if the document
/// declares JSON.
fn read_header(slot: &mut dyn Slot, text: &str, style: Option<&Parameter>) {
    let items = || text.split(',').map(str::trim);
    let spelled = |text: &str| Json::parse(text.as_bytes()).unwrap_or_else(|_| text.into());
    let is_json = style.is_some_and(|style| style.content.is_some());
    let exploded = style.is_some_and(Parameter::explodes);
    let candidates: [&dyn Fn() -> Option<Json>; 7] = [
        &|| if is_json { Json::parse(text.as_bytes()).ok() } else { None },
        &|| Some(text.into()),
        &|| Json::parse(text.as_bytes()).ok(),
        &|| Some(Json::Array(items().map(Json::from).collect())),
        &|| Some(Json::Array(items().map(spelled).collect())),
        &|| pairs(items(), exploded, &|text| text.into()),
        &|| pairs(items(), exploded, &spelled),
    ];
    let _ =
        candidates.iter().filter_map(|candidate| candidate()).any(|value| offered(slot, &value));
}

/// Whether the slot accepts the value.
fn offered(slot: &mut dyn Slot, value: &Json) -> bool {
    let taken = read_json(slot, value.to_string().as_bytes()).is_ok();
    if !taken {
        slot.clear();
    }
    taken
}

/// Parses `R=100,G=200` or `R,100,G,200` as an object: the former if the header is exploded or the
/// text shows it.
fn pairs<'a>(
    items: impl Iterator<Item = &'a str>,
    exploded: bool,
    value: &dyn Fn(&str) -> Json,
) -> Option<Json> {
    let items: Vec<&str> = items.collect();
    let members: Option<Vec<(String, Json)>> =
        if exploded || items.iter().all(|item| item.contains('=')) {
            items
                .iter()
                .map(|item| item.split_once('=').map(|(k, v)| (k.to_owned(), value(v))))
                .collect()
        } else {
            items
                .chunks(2)
                .map(|pair| match pair {
                    [k, v] => Some(((*k).to_owned(), value(v))),
                    _ => None,
                })
                .collect()
        };
    Some(Json::Object(members?.into_iter().collect()))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;
    use crate::json::Map;

    /// One header of each type that documents use.
    #[derive(Debug, Default, PartialEq)]
    struct Typed {
        text: Option<String>,
        number: Option<i64>,
        texts: Option<Vec<String>>,
        numbers: Option<Vec<i64>>,
        members: Option<Map<i64>>,
        exploded: Option<Map<String>>,
        json: Option<String>,
        cookies: Option<Vec<String>>,
    }

    impl HeaderRecord for Typed {
        fn table(&self) -> &'static Table {
            static TABLE: Table = Table {
                name: "Typed",
                fields: &[
                    "?text",
                    "?number",
                    "?texts",
                    "?numbers",
                    "?members",
                    "?exploded",
                    "?json",
                    "?Set-Cookie",
                ],
                ..crate::model::TABLE
            };
            &TABLE
        }

        fn slot(&mut self, index: usize) -> &mut dyn Slot {
            match index {
                0 => &mut self.text,
                1 => &mut self.number,
                2 => &mut self.texts,
                3 => &mut self.numbers,
                4 => &mut self.members,
                5 => &mut self.exploded,
                6 => &mut self.json,
                _ => &mut self.cookies,
            }
        }

        fn styles(&self) -> &'static [Parameter] {
            static STYLES: [Parameter; 2] =
                [Parameter::header("exploded").explode(true), Parameter::header("json").json()];
            &STYLES
        }
    }

    fn read(lines: &[(&'static str, &'static str)]) -> Typed {
        let mut raw = HeaderMap::new();
        for (name, value) in lines {
            raw.append(*name, HeaderValue::from_static(value));
        }
        let mut typed = Typed::default();
        read_headers(&mut typed, &raw);
        typed
    }

    fn texts(values: &[&str]) -> Vec<String> {
        values.iter().map(|value| (*value).to_owned()).collect()
    }

    #[test]
    fn a_header_is_read_as_its_type_says() {
        let nothing = Typed::default;
        assert_eq!(read(&[("text", "7, x")]), Typed { text: Some("7, x".into()), ..nothing() });
        assert_eq!(read(&[("number", "7")]), Typed { number: Some(7), ..nothing() });
        assert_eq!(read(&[("texts", "7")]), Typed { texts: Some(texts(&["7"])), ..nothing() });
        assert_eq!(
            read(&[("texts", "a , b")]),
            Typed { texts: Some(texts(&["a", "b"])), ..nothing() }
        );
        assert_eq!(
            read(&[("numbers", "1"), ("numbers", "2,3")]),
            Typed { numbers: Some(vec![1, 2, 3]), ..nothing() }
        );
    }

    #[test]
    fn members_are_read_as_they_are_written() {
        let members: Map<i64> = [("R".to_owned(), 1), ("G".to_owned(), 2)].into_iter().collect();
        let expected = Typed { members: Some(members), ..Typed::default() };
        assert_eq!(read(&[("members", "R,1,G,2")]), expected);
        // A server that explodes unexpectedly is understood.
        assert_eq!(read(&[("members", "R=1,G=2")]), expected);
        let members: Map<String> = [("R".to_owned(), "a=b".to_owned())].into_iter().collect();
        let exploded = Typed { exploded: Some(members), ..Typed::default() };
        assert_eq!(read(&[("exploded", "R=a=b")]), exploded);
        assert_eq!(read(&[("exploded", "R=1,G")]), Typed::default());
    }

    #[test]
    fn content_is_json_where_the_document_says_so() {
        let json = |text: &str| Typed { json: Some(text.to_owned()), ..Typed::default() };
        assert_eq!(read(&[("json", r#""a, b""#)]), json("a, b"));
        assert_eq!(read(&[("json", "plain")]), json("plain"));
        let text = Typed { text: Some(r#""a""#.to_owned()), ..Typed::default() };
        assert_eq!(read(&[("text", r#""a""#)]), text);
    }

    #[test]
    fn cookies_are_one_a_line() {
        let lines = ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2"];
        assert_eq!(
            read(&[("Set-Cookie", lines[0]), ("Set-Cookie", lines[1])]),
            Typed { cookies: Some(texts(&lines)), ..Typed::default() }
        );
    }

    #[test]
    fn what_is_of_another_type_stays_empty() {
        assert_eq!(read(&[("number", "many"), ("numbers", "1,x")]), Typed::default());
    }
}
