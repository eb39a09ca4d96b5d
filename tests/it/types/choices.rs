//! The choice of a union's alternative, and the explanation if there is none.

use super::*;

#[test]
fn unions_are_told_apart_and_keep_what_they_do_not_know() {
    use unions::{Discriminated, Mixed, Shaped, Tagged};
    assert!(matches!(round(r#"{"kind":"cat","lives":9,"new":1}"#), Tagged::Cat(_)));
    assert!(matches!(round(r#"{"kind":"dog","friend":{"kind":"cat"}}"#), Tagged::Dog(_)));
    assert!(matches!(round(r#"{"kind":"cow"}"#), Tagged::Unknown(_)));
    assert!(matches!(round(r#"{"kind":"katze"}"#), Discriminated::Cat(_)));
    assert!(matches!(round(r#"{"kind":"cow","x":1}"#), Discriminated::Unknown(_)));
    assert!(matches!(round(r#"{"radius":1.5,"side":"no"}"#), Shaped::Circle(_)));
    assert!(matches!(round(r#"{"side":1.5,"name":"n"}"#), Shaped::Square(_)));
    assert!(matches!(round(r#""auto""#), Mixed::Name(unions::MixedName::Auto)));
    assert!(matches!(round(r#""new""#), Mixed::Name(unions::MixedName::Unknown(_))));
    assert!(matches!(round("5"), Mixed::Integer(5)));
    assert!(matches!(round(r#"["a"]"#), Mixed::TextList(_)));
    assert!(matches!(round("[1]"), Mixed::IntegerList(_)));
    assert!(matches!(round(r#"{"a":true}"#), Mixed::Map(_)));
    assert!(matches!(round("1.5"), Mixed::Unknown(_)));
    assert_eq!(Mixed::from(5), Mixed::Integer(5));
    assert_eq!(
        json(&unions::Dog::new().friend(unions::Cat::new())),
        r#"{"kind":"dog","friend":{"kind":"cat"}}"#
    );
}

#[test]
fn unions_are_told_apart_by_values_that_only_one_of_them_lists() {
    use unions::{Capture, Later};
    assert!(matches!(round(r#"{"mode":"now"}"#), Capture::Sooner(_)));
    let Capture::Later(later) = round(r#"{"mode":"never"}"#) else { panic!("not later") };
    assert_eq!(later.mode, Some(unions::LaterMode::Never));
    assert!(matches!(round(r#"{"mode":"now","delay":5}"#), Capture::Later(_)));
    // Enumerations are open: an undocumented value does not change the choice.
    assert!(matches!(round(r#"{"mode":"new"}"#), Capture::Sooner(_)));
    assert!(matches!(round(r#"{"mode":"new","delay":5}"#), Capture::Later(_)));
    assert!(matches!(Capture::from(Later::new()), Capture::Later(_)));
}

#[test]
fn a_value_that_one_alternative_cannot_hold_is_read_as_the_next() {
    use alternatives::{IntegersOrNumbers, UnsignedOrSigned};
    assert_eq!(round::<IntegersOrNumbers>("[1,2]"), vec![1, 2].into());
    assert_eq!(round::<IntegersOrNumbers>("[1,2.5]"), vec![1.0, 2.5].into());
    assert_eq!(round::<IntegersOrNumbers>("[1.5,2]"), vec![1.5, 2.0].into());
    assert_eq!(round::<UnsignedOrSigned>("-1"), UnsignedOrSigned::from(-1_i64));
    assert_eq!(round::<UnsignedOrSigned>("1"), UnsignedOrSigned::from(1_u64));
    assert_eq!(round::<UnsignedOrSigned>(r#""1""#), UnsignedOrSigned::from("1"));
}

#[test]
fn of_alike_alternatives_the_one_that_documents_the_whole_value_is_taken() {
    use alternatives::{Inner, InnerOrLink, ListedOrFree, One, ShortOrLong};
    assert!(matches!(round(r#"{"id":"i"}"#), InnerOrLink::Link(_)));
    let inner: InnerOrLink = round(r#"{"id":"i","one":"o"}"#);
    assert_eq!(inner, InnerOrLink::Inner(Inner::One(Box::new(One::new("i", "o")))));
    assert!(matches!(round(r#"{"kind":"a"}"#), ListedOrFree::Listed(_)));
    assert!(matches!(round(r#"{"kind":"c","x":"x"}"#), ListedOrFree::Free(_)));
    assert!(matches!(round(r#"{"code":"abc"}"#), ShortOrLong::Short(_)));
    assert!(matches!(round(r#"{"code":"abcd"}"#), ShortOrLong::Long(_)));
}

#[test]
fn unions_are_told_apart_by_what_their_lists_hold() {
    use unions::{Animals, Message};
    let text = r#"{"type":"text","text":"t","new":1}"#;
    let message = |part: &str| round::<Message>(&format!(r#"{{"content":[{text},{part}]}}"#));
    assert!(matches!(message(text), Message::Question(_)));
    assert!(matches!(message(r#"{"type":"image","url":"u"}"#), Message::Question(_)));
    assert!(matches!(message(r#"{"type":"sound","url":"u"}"#), Message::Answer(_)));
    // An undocumented part does not change the rest of the message.
    let Message::Question(question) = message(r#"{"type":"smell","url":"u"}"#) else {
        panic!("no question");
    };
    assert!(matches!(question.content[..], [_, unions::QuestionContentItem::Unknown(_)]));
    assert!(matches!(round(r#"[{"wings":2,"name":"a"}]"#), Animals::Birds(_)));
    assert!(matches!(round(r#"[{"fins":2,"name":"a","new":1}]"#), Animals::Fish(_)));
    assert!(matches!(round("[]"), Animals::Birds(_)));
}

#[test]
fn a_tag_decides_through_all_of_and_in_unions_of_unions() {
    use discriminators::{Park, Shape, Thing, Vehicle};
    let park: Park = round(
        r#"{"things":[{"kind":"car","wheels":4,"doors":5},{"shape":"circle","radius":1},"text",{"kind":"Van","doors":2,"load":1.5},{"kind":"tram","rails":true}],"first":{"kind":"bike","new":1}}"#,
    );
    assert!(matches!(&park.things[0], Thing::Vehicle(Vehicle::Car(car)) if car.kind == "car"));
    assert!(matches!(&park.things[1], Thing::Shape(Shape::Circle(_))));
    assert!(matches!(&park.things[2], Thing::Text(_)));
    assert!(matches!(&park.things[3], Thing::Vehicle(Vehicle::Van(van)) if van.doors == 2));
    assert!(matches!(&park.first, Some(Vehicle::Bike(bike)) if bike.extra().len() == 1));
}

#[test]
fn a_union_says_why_each_alternative_was_refused() {
    use discriminators::{Shape, Thing, Vehicle};
    let value = r#"{"shape":"circle","radius":"wide"}"#.parse().unwrap();
    assert_eq!(
        explain::<Shape>(&value).to_string(),
        "Shape\n- not Circle: at $.radius: expected a number, found a string (byte 27)\n- not Square: the discriminator \"shape\" has another value"
    );
    let value = r#"{"kind":"car"}"#.parse().unwrap();
    assert_eq!(
        explain::<Vehicle>(&value).to_string(),
        "Vehicle\n- not Car: at $: the required member \"doors\" is missing (byte 14)\n- not Bike: the discriminator \"kind\" has another value\n- not Van: the discriminator \"kind\" has another value\n- not Base: the discriminator \"kind\" has another value"
    );
    assert_eq!(
        explain::<Thing>(&Json::from(1)).to_string(),
        "Thing\n- not Shape: takes no value such as a number\n- not Vehicle: takes no value such as a number\n- not Text: takes no value such as a number"
    );
}

/// A union within a union has its own explanation, and so have deeper ones.
#[test]
fn the_unions_within_an_alternative_are_explained_as_well() {
    use discriminators::{Park, Thing};
    let value = r#"{"shape":"circle","side":1}"#.parse().unwrap();
    let explanation = explain::<Thing>(&value);
    assert_eq!(
        explanation.to_string(),
        r#"Thing
- Shape
  - not Circle: at $: the required member "radius" is missing (byte 27)
  - not Square: the discriminator "shape" has another value
- not Vehicle: the required member "kind" is missing
- not Text: takes no value such as an object"#
    );
    let shape = explanation.nested("Shape").next().unwrap();
    assert_eq!((shape.name(), shape.path(), shape.alternatives().count()), ("Shape", "$", 2));
    let value = r#"{"things":["text",{"kind":"car"},{"shape":"square","side":"wide"}],"first":{"kind":"tram"}}"#;
    assert_eq!(
        explain::<Park>(&value.parse().unwrap()).to_string(),
        r#"Park
Thing at $.things[1]
- not Shape: the required member "shape" is missing
- Vehicle
  - not Car: at $.things[1]: the required member "doors" is missing (byte 32)
  - not Bike: the discriminator "kind" has another value
  - not Van: the discriminator "kind" has another value
  - not Base: the discriminator "kind" has another value
- not Text: takes no value such as an object
Thing at $.things[2]
- Shape
  - not Circle: the discriminator "shape" has another value
  - not Square: at $.things[2].side: expected a number, found a string (byte 58)
- not Vehicle: the required member "kind" is missing
- not Text: takes no value such as an object
Vehicle at $.first
- not Car: the discriminator "kind" has another value
- not Bike: the discriminator "kind" has another value
- not Van: the discriminator "kind" has another value
- not Base: the discriminator "kind" has another value"#
    );
    let value = r#"{"things":["text"]}"#.parse().unwrap();
    assert_eq!(explain::<Park>(&value).to_string(), "Park");
    // A limited number of many reasons.
    let value = Json::from(vec![Json::from(1); 1000]);
    let many = explain::<Vec<Thing>>(&value).to_string();
    assert_eq!((many.lines().count(), many.lines().last()), (64, Some("and more")));
}

#[test]
fn unions_are_told_apart_by_constants_further_down() {
    use alternatives::{Definitions, Page};
    let cell = |kind: &str, style: &str| {
        let definition = format!(r#"{{"type":"{kind}","style":"{style}","requests":["r"]}}"#);
        format!(r#"{{"definition":{definition},"new":1}}"#)
    };
    assert!(matches!(round(&cell("line", "solid")), Definitions::LineCell(_)));
    assert!(matches!(round(&cell("table", "solid")), Definitions::TableCell(_)));
    // A new value of another member does not change the choice.
    assert!(matches!(round(&cell("table", "dotted")), Definitions::TableCell(_)));
    // Nor does a new constant make the whole unknown.
    assert!(matches!(round(&cell("chart", "solid")), Definitions::LineCell(_)));
    let page = |kind: &str| {
        let cell = format!(r#"{{"type":"{kind}","style":"dotted","requests":[]}}"#);
        format!(r#"{{"body":{{"cell":{cell}}}}}"#)
    };
    assert!(matches!(round(&page("line")), Page::Lines(_)));
    assert!(matches!(round(&page("table")), Page::Tables(_)));
    assert!(matches!(round(r#"{"body":{}}"#), Page::Lines(_)));
}

#[test]
fn constants_with_titles_are_one_enumeration_in_each_notation() {
    use constants::{All, FormatBeside, NoType, OneConst, StringBeside, TypeBeside, TypeInside};
    let all: All = round(r#"{"a":1,"b":2,"c":1,"d":"b","e":1,"f":"a","g":1}"#);
    assert_eq!((all.a, all.b), (Some(NoType::A), Some(TypeBeside::B)));
    assert_eq!((all.c, all.d), (Some(TypeInside::A), Some(StringBeside::B)));
    assert_eq!((all.e, all.g), (Some(FormatBeside::A), Some(OneConst::A)));
    assert_eq!(all.f, Some(constants::StringDescriptions::A));
    let open: All = round(r#"{"a":3,"d":"c"}"#);
    assert!(matches!(open.a, Some(NoType::Unknown(_))));
    assert!(matches!(open.d, Some(StringBeside::Unknown(_))));
}
