//! The choice of a union's alternative.

use crate::json::Json;
use crate::model::explain;
use crate::model::sample::{
    Deep, Either, Known, Mapped, Message, Mixed, Nested, Numbers, Pet, Sent, Source,
};
use crate::model::tests::{read, refuse, round, written};

#[test]
fn a_constant_member_decides_a_union() {
    assert_eq!(
        read::<Pet>(r#"{"lives":9,"kind":"cat","tail":1}"#),
        Pet::Cat(read(r#"{"kind":"cat","lives":9,"tail":1}"#))
    );
    let nested = r#"{"kind":"dog","tail":{"kind":"cat"}}"#;
    assert_eq!(read::<Pet>(nested), Pet::Dog(read(nested)));
}

#[test]
fn a_union_keeps_what_it_does_not_know() {
    for text in [r#"{"kind":"fish","fins":2}"#, "7", r#"{"lives":9}"#, "{}", "[1.0]"] {
        assert_eq!(read::<Pet>(text), Pet::Unknown(text.parse().unwrap()));
        assert_eq!(round::<Pet>(text), text);
    }
    // Chosen, but it cannot be decoded.
    let text = r#"{"kind":"cat","lives":"nine"}"#;
    assert_eq!(read::<Pet>(text), Pet::Unknown(text.parse().unwrap()));
}

#[test]
fn what_cannot_be_told_apart_from_outside_is_what_can_be_decoded() {
    let strict = r#"{"inner":{"name":"n"}}"#;
    assert_eq!(read::<Deep>(strict), Deep::Strict(read(strict)));
    let loose = r#"{"inner":{"a":1}}"#;
    assert_eq!(read::<Deep>(loose), Deep::Loose(read(loose)));
    let neither = r#"{"inner":{"a":"b"}}"#;
    assert_eq!(read::<Deep>(neither), Deep::Unknown(neither.parse().unwrap()));
}

#[test]
fn second_tries_are_bounded() {
    // Each level fails only after the one within, so that without a limit each would double the
    // work.
    let text = format!("{}0{}", r#"{"inner":"#.repeat(100), r#","n":"x"}"#.repeat(100));
    assert_eq!(read::<Either>(&text), Either::Unknown(text.parse().unwrap()));
}

#[test]
fn a_broken_text_is_an_error_within_a_union_too() {
    let error = refuse::<Pet>(r#"{"kind":"cat","lives":9"#);
    assert!(error.is_syntax());
}

#[test]
fn a_discriminator_decides_alone() {
    assert_eq!(
        read::<Mapped>(r#"{"x":[{}],"kind":"hound"}"#),
        Mapped::Dog(read(r#"{"x":[{}],"kind":"hound"}"#))
    );
    assert_eq!(
        read::<Mapped>(r#"{"kind":"a cat","tail":null}"#),
        Mapped::Cat(read(r#"{"kind":"a cat","tail":null}"#))
    );
    let unknown = r#"{"kind":"cat"}"#;
    assert_eq!(read::<Mapped>(unknown), Mapped::Unknown(unknown.parse().unwrap()));
}

#[test]
fn the_kind_of_a_member_may_decide() {
    for text in [r#"{"role":"r","content":"c"}"#, r#"{"content":"c","role":"r"}"#] {
        assert_eq!(read::<Message>(text), Message::Plain(read(text)));
    }
    let text = r#"{"role":"r","content":["c"]}"#;
    assert_eq!(read::<Message>(text), Message::Rich(read(text)));
    let text = r#"{"role":"r","content":1}"#;
    assert_eq!(read::<Message>(text), Message::Unknown(text.parse().unwrap()));
}

#[test]
fn a_discriminator_may_name_several_or_a_union_within() {
    let text = r#"{"kind":"dog"}"#;
    assert_eq!(read::<Nested>(text), Nested::Pet(read(text)));
    let text = r#"{"kind":"paid","object":"o"}"#;
    assert_eq!(read::<Nested>(text), Nested::Account(read(text)));
    let text = r#"{"kind":"paid","object":"o","brand":"b"}"#;
    assert_eq!(read::<Nested>(text), Nested::Card(read(text)));
    let text = r#"{"kind":"fish","object":"o"}"#;
    assert_eq!(read::<Nested>(text), Nested::Unknown(text.parse().unwrap()));
}

#[test]
fn a_new_value_of_an_enumeration_does_not_cost_the_alternative() {
    // Nothing else is left, since the card must have a brand.
    let text = r#"{"plan":"new","object":"account"}"#;
    assert_eq!(read::<Source>(text), Source::Account(read(text)));
    // Nothing else is left, since the account's constant is another.
    let text = r#"{"object":"card","brand":"new"}"#;
    assert_eq!(read::<Source>(text), Source::Card(read(text)));
    // Both have a new value: the constant speaks for the account, whatever comes first.
    for text in [
        r#"{"object":"account","brand":"new","plan":"new"}"#,
        r#"{"brand":"new","plan":"new","object":"account"}"#,
    ] {
        assert_eq!(read::<Source>(text), Source::Account(read(text)));
    }
    // A value that the document lists is better than a new one.
    let text = r#"{"object":"account","brand":"visa","plan":"new"}"#;
    assert_eq!(read::<Source>(text), Source::Card(read(text)));
}

#[test]
fn kinds_and_members_decide_a_mixed_union() {
    assert_eq!(read::<Mixed>(r#""PAUSED""#), Mixed::Status("PAUSED".into()));
    assert_eq!(read::<Mixed>("5"), Mixed::Count(5));
    assert_eq!(read::<Mixed>("5.5"), Mixed::Ratio(5.5));
    assert_eq!(read::<Mixed>("5.0"), Mixed::Ratio(5.0));
    assert_eq!(read::<Mixed>("[]"), Mixed::Texts(vec![]));
    assert_eq!(read::<Mixed>("[1]"), Mixed::Counts(vec![1]));
    assert_eq!(read::<Mixed>(r#"["a"]"#), Mixed::Texts(vec!["a".to_owned()]));
    assert_eq!(read::<Mixed>("true"), Mixed::Flag(true));
    assert_eq!(
        read::<Mixed>(r#"{"name":"n","more":1}"#),
        Mixed::Named(read(r#"{"name":"n","more":1}"#))
    );
    let both = r#"{"name":"n","width":1,"height":2}"#;
    assert_eq!(read::<Mixed>(both), Mixed::Sized(read(both)));
    assert_eq!(read::<Mixed>("[null]"), Mixed::Unknown(Json::from(vec![Json::Null])));
    assert_eq!(read::<Mixed>("null"), Mixed::Unknown(Json::Null));
    // Beyond an integer of 64 bits, but a number.
    assert_eq!(round::<Mixed>("123456789012345678901234567890"), "123456789012345678901234567890");
}

#[test]
fn of_alternatives_as_good_as_each_other_the_one_that_can_be_decoded_is_explained_as_taken() {
    let explained = explain::<Deep>(&r#"{"inner":{"a":1}}"#.parse().unwrap());
    let refused: Vec<_> =
        explained.alternatives().map(|(name, mismatch)| (name, mismatch.is_some())).collect();
    assert_eq!(refused, [("Strict", true), ("Loose", false)]);
}

#[test]
fn a_union_explains_why_it_refused() {
    let value = r#"{"kind":"cat","lives":"nine"}"#.parse().unwrap();
    assert_eq!(
        explain::<Pet>(&value).to_string(),
        "Pet\n- not Cat: at $.lives: expected an integer of 64 bits, found a string (byte 22)\n- not Dog: the member \"kind\" must be one of [\"dog\"]"
    );
    let value = r#"{"kind":"fish"}"#.parse().unwrap();
    assert_eq!(
        explain::<Mapped>(&value).to_string(),
        "Mapped\n- not Cat: the discriminator \"kind\" has another value\n- not Dog: the discriminator \"kind\" has another value"
    );
    assert_eq!(
        explain::<Pet>(&Json::Null).to_string(),
        "Pet\n- not Cat: takes no value such as null\n- not Dog: takes no value such as null"
    );
    let value = r#"{"name":"n","width":1}"#.parse().unwrap();
    let explained = explain::<Mixed>(&value);
    let fits: Vec<_> = explained
        .alternatives()
        .filter(|(_, mismatch)| mismatch.is_none())
        .map(|(name, _)| name)
        .collect();
    assert_eq!(fits, ["Named"]);
}

#[test]
fn a_discriminator_that_is_absent_leaves_it_to_the_members() {
    let text = r#"{"kind":1,"lives":9}"#;
    assert_eq!(read::<Mapped>(text), Mapped::Unknown(text.parse().unwrap()));
}

#[test]
fn what_fails_as_one_alternative_is_read_as_the_next() {
    assert_eq!(read::<Numbers>("[1,2.5]"), Numbers::Ratios(vec![1.0, 2.5]));
    assert_eq!(read::<Numbers>("[1,2]"), Numbers::Counts(vec![1, 2]));
    assert_eq!(read::<Numbers>("-1"), Numbers::Signed(-1));
    assert_eq!(read::<Numbers>("18446744073709551615"), Numbers::Unsigned(u64::MAX));
    // The limit counts bytes, so that a long list of such values is not cut off.
    let text = format!("[{}[1,2.5]]", "[1,2.5],".repeat(1000));
    assert_eq!(read::<Vec<Numbers>>(&text), vec![Numbers::Ratios(vec![1.0, 2.5]); 1001]);
}

#[test]
fn of_equal_alternatives_the_one_that_knows_the_value_is_taken() {
    let known = r#"{"state":"RUNNING"}"#;
    assert_eq!(read::<Known>(known), Known::Listed(read(known)));
    let unknown = r#"{"state":"PAUSED"}"#;
    assert_eq!(read::<Known>(unknown), Known::Free(read(unknown)));
    // Only one of them decodes.
    let other = r#"{"state":"PAUSED","inner":true}"#;
    assert_eq!(read::<Known>(other), Known::Listed(read(other)));
}

#[test]
fn members_that_distinguish_an_alternative_are_sent_unless_it_came_without() {
    let built = Sent::Named(read(r#"{"name":"n"}"#));
    assert_eq!(written(&built), r#"{"kind":"named","name":"n"}"#);
    assert_eq!(round::<Sent>(r#"{"name":"n"}"#), r#"{"name":"n"}"#);
    assert_eq!(round::<Sent>(r#"{"name":"n","kind":1}"#), r#"{"name":"n","kind":1}"#);
    // In the place of a declared member, which may also be null.
    let built = Sent::Tail(read(r#"{"height":2.5,"new":1}"#));
    assert_eq!(written(&built), r#"{"kind":7,"height":2.5,"new":1}"#);
    for text in [r#"{"height":2.5}"#, r#"{"kind":null,"height":2.5}"#] {
        assert_eq!(round::<Sent>(text), text);
    }
    // A map.
    assert_eq!(written(&Sent::Map(read(r#"{"a":"b"}"#))), r#"{"kind":"map","a":"b"}"#);
    let text = r#"{"a":"b","kind":"c"}"#;
    assert_eq!(written(&Sent::Map(read(text))), text);
}
