use proptest::prelude::*;

use super::*;

fn pascal(text: &str) -> String {
    Ident::pascal(text).to_string()
}

fn snake(text: &str) -> String {
    Ident::snake(text).to_string()
}

#[test]
fn words_take_the_case_of_what_they_name() {
    assert_eq!(pascal("instance_id"), "InstanceId");
    assert_eq!(snake("instanceID"), "instance_id");
    assert_eq!(snake("X-Auth-Token"), "x_auth_token");
    assert_eq!(Ident::new(Case::Screaming, "deleteInstance").to_string(), "DELETE_INSTANCE");
    assert_eq!(snake("userIDs"), "user_ids");
    assert_eq!(pascal("URLs"), "Urls");
    assert_eq!(pascal("UUIDv4"), "UuidV4");
    assert_eq!(snake("IPv4Range"), "ip_v4_range");
    assert_eq!(snake("getHTTPResponse"), "get_http_response");
    assert_eq!(snake("OAuth2Token"), "oauth2_token");
    assert_eq!(snake("oAuth"), "o_auth");
    assert_eq!(snake("requestTokenTo3PIDMSISDNVersion"), "request_token_to_3pid_msisdn_version");
    assert_eq!(pascal("getGraphQLSchema"), "GetGraphqlSchema");
}

#[test]
fn keywords_are_raw_where_they_can_be() {
    assert_eq!(snake("type"), "r#type");
    assert_eq!(snake("gen"), "r#gen");
    assert_eq!(snake("self"), "self_");
    assert_eq!(pascal("self"), "Self_");
    assert_eq!(snake("crate"), "crate_");
    assert_eq!(snake("super"), "super_");
    assert_eq!(snake("_"), "underscore");
}

#[test]
fn symbols_alone_are_spelled() {
    assert_eq!(pascal("+1"), "Plus1");
    assert_eq!(pascal("-1"), "Minus1");
    assert_eq!(pascal("-created"), "MinusCreated");
    assert_eq!(pascal("-"), "Minus");
    assert_eq!(pascal("*"), "Star");
    assert_eq!(pascal("<="), "LessEqual");
    assert_eq!(pascal(""), "Empty");
    assert_eq!(snake(" "), "space");
    assert_eq!(pascal("\u{0}"), "Symbol");
    assert_eq!(snake("$ref"), "r#ref");
    assert_eq!(Ident::spelled(Case::Pascal, "c++").to_string(), "CPlusPlus");
}

#[test]
fn digits_do_not_lead() {
    assert_eq!(pascal("404"), "N404");
    assert_eq!(snake("2fa"), "n2fa");
}

#[test]
fn letters_of_any_language_stay() {
    assert_eq!(pascal("实例"), "实例");
    assert_eq!(snake("größe"), "größe");
    assert_eq!(snake("имя"), "имя");
    assert_eq!(snake("ＡＢ"), "ab");
    assert_eq!(snake("λόγος"), "λόγος");
    assert_eq!(pascal("😀"), "Grinning");
}

#[test]
fn letters_that_look_like_latin_ones_are_transliterated() {
    assert_eq!(snake("α"), "a");
    assert_eq!(snake("αγ日"), "ag_ri");
    assert_eq!(snake("ѕсоре"), "dzsore");
    assert_eq!(snake("kayıt"), "kayit");
    assert_eq!(snake("Ɗ"), "d");
    assert_eq!(snake("೯"), "n9");
}

#[test]
fn a_pinned_name_is_in_the_case_of_what_it_names() {
    assert_eq!(Ident::pinned(Case::Snake, "replaceToys").to_string(), "replace_toys");
    assert_eq!(Ident::pinned(Case::Pascal, "pet_toy").to_string(), "PetToy");
    assert_eq!(Ident::pinned(Case::Pascal, "V1_2").to_string(), "V1_2");
}

#[test]
fn composed_and_decomposed_letters_are_one_name() {
    assert_eq!(Ident::snake("e\u{301}t"), Ident::snake("\u{e9}t"));
}

#[test]
fn a_pinned_name_stays_as_it_is() {
    assert_eq!(Ident::pinned(Case::Pascal, "HTTPError").to_string(), "HTTPError");
    assert_eq!(Ident::pinned(Case::Pascal, "no; fn x").to_string(), "NoFnX");
    assert_eq!(Ident::pinned(Case::Pascal, "__").to_string(), "UnderscoreUnderscore");
    assert_eq!(Ident::pinned(Case::Snake, "type").to_string(), "r#type");
}

#[test]
fn a_suffix_makes_one_word_boundary() {
    let suffixed = ["self", "Self", "a"].map(|name| Ident::snake(name).with_suffix("_query"));
    assert_eq!(suffixed.map(|ident| ident.to_string()), ["self_query", "self_query", "a_query"]);
}

proptest! {
    #[test]
    fn whatever_the_text_it_parses_as_an_identifier(text in any::<String>(), suffix in "[a-z_]{0,3}") {
        for case in [Case::Pascal, Case::Snake, Case::Screaming] {
            for ident in [
                Ident::new(case, &text),
                Ident::spelled(case, &text),
                Ident::pinned(case, &text),
                Ident::new(case, &text).with_suffix(&suffix),
                Ident::new(case, &text).numbered(2),
            ] {
                let text = ident.to_string();
                prop_assert!(syn::parse_str::<syn::Ident>(&text).is_ok(), "{ident}");
                let normal: String = ident.as_str().nfc().collect();
                prop_assert_eq!(normal, ident.as_str());
            }
        }
    }
}
