//! Unions whose alternatives are known by a tag, in each notation for them.

use super::*;

/// Reads a value and compares what is sent back, whatever the order of its members.
fn back<T: callwright_runtime::Model>(text: &str) -> T {
    let value: T = from_json(text.as_bytes()).unwrap();
    let sent: Json = json(&value).parse().unwrap();
    assert_eq!(sent, text.parse::<Json>().unwrap());
    value
}

/// A notation: the union, its alternatives `Body` and `Zip`, and the tag of the latter.
macro_rules! notation {
    ($test:ident: $union:ident, $zip:ident, $tag:literal, $member:ident) => {
        #[test]
        fn $test() {
            use tags::{$union, $zip};
            let text = |members: &str| format!(r#"{{"kind":"{}"{members}}}"#, $tag);
            // Read known, with and without other members, and sent back.
            assert!(matches!(back(&text("")), $union::$zip(_)));
            assert!(matches!(back(&text(r#","level":6"#)), $union::$zip(zip) if zip.level == Some(6)));
            // Read unknown.
            assert!(matches!(back(r#"{"kind":"new","level":6}"#), $union::Unknown(_)));
            // Read with an unknown member.
            let open: $union = back(&text(r#","new":[1]"#));
            assert!(matches!(&open, $union::$zip(zip) if zip.extra().get("new").is_some()));
            // Built, by `From` and by hand, and sent.
            assert_eq!(json(&$union::from($zip::new())), text(""));
            assert_eq!(json(&$union::$zip(Box::new($zip::new().level(6)))), text(r#","level":6"#));
            // The default, read and sent.
            let all: tags::All = from_json(b"{}").unwrap();
            assert!(matches!(all.$member, $union::$zip(_)));
            assert_eq!(json(&tags::All::new().$member), text(""));
        }
    };
}

notation!(a_tag_of_the_mapping: ByMapping, MappedZip, "zip", mapped);
notation!(a_tag_that_is_a_name: ByName, NamedZip, "NamedZip", named);
notation!(an_optional_tag: ByOptional, OptionalZip, "zip", optional);
notation!(a_tag_that_no_alternative_declares: ByUndeclared, UndeclaredZip, "zip", undeclared);
notation!(a_constant: ByConstant, ConstantZip, "zip", constant);
notation!(an_optional_constant: ByOptionalConstant, OptionalConstantZip, "zip", optional_constant);
notation!(a_tag_of_an_extended_schema: ByInheritance, InheritedZip, "zip", inherited);
notation!(a_tag_in_an_extension: ByVendor, VendorZip, "zip", vendor);
notation!(a_tag_of_a_parent_that_lists_its_children: ByParent, ParentZip, "zip", parent);
notation!(a_tag_of_a_child_that_adds_nothing: ByBareChild, BareZip, "zip", bare);

#[test]
fn a_tag_is_what_the_alternative_leaves_of_a_shared_enumeration() {
    use tags::{Shape, Square};
    assert!(matches!(back(r#"{"type":1,"name":"n"}"#), Shape::Circle(_)));
    assert!(matches!(back(r#"{"type":2,"name":"n","new":1}"#), Shape::Square(_)));
    assert!(matches!(back(r#"{"type":3,"name":"n"}"#), Shape::Unknown(_)));
    assert_eq!(json(&Shape::from(Square::new("n"))), r#"{"type":2,"name":"n"}"#);
}

#[test]
fn a_value_that_was_received_without_its_tag_is_sent_back_without() {
    use tags::{ByOptional, ByOptionalConstant, ByUndeclared, UndeclaredZip};
    for text in ["{}", r#"{"level":6}"#, r#"{"kind":null,"level":6}"#] {
        back::<ByOptional>(text);
        back::<ByOptionalConstant>(text);
        back::<ByUndeclared>(text);
    }
    // It is another value than one that is built, since it is sent differently.
    let received: ByUndeclared = back(r#"{"level":6}"#);
    let built = ByUndeclared::from(UndeclaredZip::new().level(6));
    assert_ne!(received, built);
    assert_eq!(back::<ByUndeclared>(r#"{"kind":"zip","level":6}"#), {
        let mut zip = UndeclaredZip::new().level(6);
        zip.extra_mut().insert("kind", "zip");
        ByUndeclared::from(zip)
    });
}
