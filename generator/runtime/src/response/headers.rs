use std::fmt;
use std::ops::Deref;

use http::HeaderMap;

use super::payload::read_json;
use crate::{Json, Slot, Table};

/// The documented headers of a response: fields that are filled from headers
/// of the names in the table. A field that is not optional does not exist.
pub trait HeaderRecord: Send + Sync {
    /// The names, in the order of the slots.
    fn table(&self) -> &'static Table;

    /// The field at a position.
    fn slot(&mut self, index: usize) -> &mut dyn Slot;
}

/// The header type of an operation that documents none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct NoHeaders {
    /// No position of the empty table leads here, but `slot` has to give something.
    none: Option<bool>,
}

impl HeaderRecord for NoHeaders {
    fn table(&self) -> &'static Table {
        static TABLE: Table = Table::new("NoHeaders", &[]);
        &TABLE
    }

    fn slot(&mut self, _: usize) -> &mut dyn Slot {
        &mut self.none
    }
}

/// The headers of a response: the documented ones typed, to which it derefs,
/// and all of them as they came.
#[derive(Clone, PartialEq)]
pub struct Headers<H = NoHeaders> {
    pub(crate) typed: H,
    pub(crate) raw: HeaderMap,
}

impl<H> Headers<H> {
    /// All headers as they came.
    #[must_use]
    pub fn raw(&self) -> &HeaderMap {
        &self.raw
    }

    /// The first header of this name, in any case, if it is visible ASCII.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.raw.get(name)?.to_str().ok()
    }
}

impl<H> Deref for Headers<H> {
    type Target = H;

    fn deref(&self) -> &H {
        &self.typed
    }
}

/// Prints names only: a header may hold a session or a token.
impl<H: fmt::Debug> fmt::Debug for Headers<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.raw.keys().collect();
        f.debug_struct("Headers").field("typed", &self.typed).field("names", &names).finish()
    }
}

/// Fills the typed headers. One that is not what the document says stays
/// empty: the raw headers still have it, and an answer is not lost over it.
pub(crate) fn read_headers(record: &mut dyn HeaderRecord, raw: &HeaderMap) {
    let table = record.table();
    for (index, field) in table.fields().iter().enumerate() {
        let values: Vec<&str> =
            raw.get_all(field.name()).iter().filter_map(|value| value.to_str().ok()).collect();
        if !values.is_empty() {
            // Several lines of one name are one list (RFC 9110, section 5.3).
            read_header(record.slot(index), &values.join(", "));
        }
    }
}

/// Reads style `simple`. What the text stands for is the slot's to say: it is
/// offered as text, as the JSON value that it spells, as a list, as an object.
fn read_header(slot: &mut dyn Slot, text: &str) {
    let items = || text.split(',').map(str::trim);
    let spelled = |text: &str| Json::parse(text.as_bytes()).unwrap_or_else(|_| text.into());
    let candidates: [&dyn Fn() -> Option<Json>; 6] = [
        &|| Some(text.into()),
        &|| Json::parse(text.as_bytes()).ok(),
        &|| Some(Json::Array(items().map(Json::from).collect())),
        &|| Some(Json::Array(items().map(spelled).collect())),
        &|| pairs(items(), &|text| text.into()),
        &|| pairs(items(), &spelled),
    ];
    for candidate in candidates {
        let Some(value) = candidate() else { continue };
        if read_json(slot, value.to_string().as_bytes()).is_ok() {
            return;
        }
        slot.clear();
    }
}

/// `R=100,G=200` or `R,100,G,200` as an object.
fn pairs<'a>(items: impl Iterator<Item = &'a str>, value: &dyn Fn(&str) -> Json) -> Option<Json> {
    let items: Vec<&str> = items.collect();
    let members: Option<Vec<(String, Json)>> = if items.iter().all(|item| item.contains('=')) {
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
