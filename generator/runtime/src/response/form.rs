use super::read_json;
use crate::json::{DecodeError, Json, Map};
use crate::model::Slot;

/// The interpretations of a member's text, in the order in which they are tried.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    Text,
    Spelled,
    Texts,
    AllSpelled,
}

impl Reading {
    fn next(self) -> Option<Self> {
        match self {
            Self::Text => Some(Self::Spelled),
            Self::Spelled => Some(Self::Texts),
            Self::Texts => Some(Self::AllSpelled),
            Self::AllSpelled => None,
        }
    }
}

/// A member: its interpretation, and its values in order.
type Member = (Reading, Vec<String>);

/// Decodes `application/x-www-form-urlencoded` into a slot.
///
/// A form contains only text. The slot determines the type: it is offered each text as a string, as
/// the JSON value that it spells, and as an array of either; a repeated name is an array.
pub(crate) fn read_form(slot: &mut dyn Slot, bytes: &[u8]) -> Result<(), DecodeError> {
    let mut members: Map<Member> = Map::new();
    for (name, value) in form_urlencoded::parse(bytes) {
        match members.get_mut(&name) {
            Some((reading, values)) => {
                *reading = Reading::Texts;
                values.push(value.into_owned());
            }
            None => {
                members.insert(name.into_owned(), (Reading::Text, vec![value.into_owned()]));
            }
        }
    }
    let rounds = (WORK / bytes.len().max(1)).max(FEWEST);
    let mut first: Option<(String, DecodeError)> = None;
    for _ in 0..rounds {
        let object: Map<Json> = members.iter().map(|(name, member)| (name, json(member))).collect();
        let text = Json::Object(object).to_string();
        let Err(error) = read_json(slot, text.as_bytes()) else { return Ok(()) };
        let Some(name) = error.member().map(str::to_owned) else { return Err(error) };
        let next = members.get_mut(&name).and_then(|(reading, _)| {
            *reading = reading.next()?;
            Some(())
        });
        // The error of the plain text says more than that of an array of it.
        let error = match first.take() {
            Some((known, error)) if known == name => error,
            _ => error,
        };
        if next.is_none() {
            return Err(error);
        }
        first = Some((name, error));
    }
    Err(DecodeError::syntax("this form is too large for what its members are", 0))
}

/// The total number of decoded bytes: each round changes the interpretation of one member, and
/// decodes everything again.
const WORK: usize = 64 * 1024 * 1024;
/// Rounds that even a large form has.
const FEWEST: usize = 16;

fn json((reading, values): &Member) -> Json {
    let spelled =
        |text: &String| Json::parse(text.as_bytes()).unwrap_or_else(|_| text.as_str().into());
    match (reading, values.as_slice()) {
        (Reading::Text, [value]) => value.as_str().into(),
        (Reading::Spelled, [value]) => spelled(value),
        (Reading::AllSpelled, values) => Json::Array(values.iter().map(spelled).collect()),
        (_, values) => Json::Array(values.iter().map(|value| value.as_str().into()).collect()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::describe::Media;
    use crate::encode::form;

    fn read<T: crate::model::Model>(text: &str) -> Result<T, String> {
        let mut value = T::blank();
        read_form(&mut value, text.as_bytes()).map_err(|error| error.to_string())?;
        Ok(value)
    }

    #[test]
    fn a_text_is_what_its_place_takes() {
        let text = "a=7";
        assert_eq!(read::<Map<String>>(text).unwrap().get("a").unwrap(), "7");
        assert_eq!(read::<Map<i64>>(text).unwrap().get("a"), Some(&7));
        assert_eq!(read::<Map<Vec<String>>>(text).unwrap().get("a").unwrap(), &["7"]);
        assert_eq!(read::<Map<Vec<i64>>>("a=7&b=1&a=8").unwrap().get("a").unwrap(), &[7, 8]);
        assert_eq!(
            read::<Map<Map<bool>>>("a=%7B%22b%22%3Atrue%7D").unwrap().get("a").unwrap().get("b"),
            Some(&true)
        );
        assert_eq!(read::<Map<String>>("a+b=%C3%A9%26").unwrap().get("a b").unwrap(), "é&");
    }

    #[test]
    fn what_fits_no_reading_says_where() {
        assert_eq!(
            read::<Map<i64>>("a=1&b=x").unwrap_err(),
            "at $.b: expected an integer of 64 bits, found a string (byte 11)"
        );
    }

    proptest! {
        #[test]
        fn a_form_that_was_written_is_read(
            members in prop::collection::btree_map(any::<String>(), prop::collection::vec(any::<String>(), 1..4), 0..4),
        ) {
            let object = members.iter().map(|(name, values)| {
                (name.clone(), Json::Array(values.iter().map(|value| value.as_str().into()).collect()))
            });
            let media = Media::form("application/x-www-form-urlencoded");
            let text = form(&media, &Json::Object(object.collect())).unwrap();
            let found = read::<Map<Vec<String>>>(&text).unwrap();
            let expected: Map<Vec<String>> = members.into_iter().collect();
            prop_assert_eq!(found, expected);
        }
    }
}
