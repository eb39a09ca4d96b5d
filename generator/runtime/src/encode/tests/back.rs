//! Property tests: arbitrary values, read back by an independent parser or compared with an
//! independent encoder.

use std::collections::BTreeMap;

use iri_string::spec::UriSpec;
use iri_string::template::UriTemplateStr;
use iri_string::template::simple_context::{SimpleContext, Value};
use proptest::prelude::*;

use super::*;
use crate::describe::{Media, Style};

fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

fn texts(values: &[String]) -> Json {
    Json::Array(values.iter().map(|value| Json::from(value.as_str())).collect())
}

fn members(values: &BTreeMap<String, String>) -> Json {
    Json::Object(values.iter().map(|(k, v)| (k.clone(), Json::from(v.as_str()))).collect())
}

/// A parameter with nested members.
type Deep = BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>;

/// The RFC 6570 template for `v`.
fn expanded(template: &str, value: Value) -> String {
    let mut context = SimpleContext::new();
    context.insert("v", value);
    UriTemplateStr::new(template).unwrap().expand::<UriSpec, _>(&context).unwrap().to_string()
}

/// The styles of a path and a query, with the equivalent operators.
fn operators() -> impl Strategy<Value = (Parameter, &'static str)> {
    prop::sample::select(vec![
        (Parameter::path("v"), "{v}"),
        (Parameter::path("v").explode(true), "{v*}"),
        (Parameter::path("v").style(Style::Label), "{.v}"),
        (Parameter::path("v").style(Style::Label).explode(true), "{.v*}"),
        (Parameter::path("v").style(Style::Matrix), "{;v}"),
        (Parameter::path("v").style(Style::Matrix).explode(true), "{;v*}"),
        (Parameter::query("v").explode(false), "{?v}"),
        (Parameter::query("v"), "{?v*}"),
    ])
}

fn written(parameter: &Parameter, value: &Json) -> Result<String, Refusal> {
    if parameter.location == crate::describe::Location::Path {
        return path(parameter, value);
    }
    let mut pairs = Vec::new();
    query(parameter, value, &mut pairs)?;
    Ok(format!("?{}", pairs.join("&")))
}

proptest! {
    #[test]
    fn texts_expand_as_a_template_does((parameter, template) in operators(), value in "\\PC{1,20}") {
        prop_assume!(!dot_segment(&value));
        let expected = expanded(template, Value::String(value.clone()));
        prop_assert_eq!(written(&parameter, &Json::from(value.as_str())), Ok(expected));
    }

    #[test]
    fn lists_expand_as_a_template_does(
        (parameter, template) in operators(),
        values in prop::collection::vec("\\PC{1,9}", 1..5),
    ) {
        let expected = expanded(template, Value::List(values.clone()));
        prop_assert_eq!(written(&parameter, &texts(&values)), Ok(expected));
    }

    #[test]
    fn objects_expand_as_a_template_does(
        (parameter, template) in operators(),
        values in prop::collection::btree_map("\\PC{1,9}", "\\PC{1,9}", 1..5),
    ) {
        let pairs = values.iter().map(|(k, v)| (k.clone(), v.clone())).collect();
        let expected = expanded(template, Value::Assoc(pairs));
        prop_assert_eq!(written(&parameter, &members(&values)), Ok(expected));
    }

    #[test]
    fn allowed_characters_expand_as_a_reserved_template_does(value in "[a-z:/?@!$'()*,;= %]{1,20}") {
        let mut text = String::new();
        encode(&value, Keep::Query, &mut text);
        // URL libraries encode the quote.
        prop_assert_eq!(text, expanded("{+v}", Value::String(value)).replace('\'', "%27"));
    }

    #[test]
    fn what_is_allowed_comes_back(value in any::<String>(), keep in prop::sample::select(vec![Keep::Query, Keep::Path, Keep::Cookie])) {
        // Percent-encoded triplets are not encoded again, so only values without any are read back
        // unchanged.
        prop_assume!(!value.contains('%'));
        let mut text = String::new();
        encode(&value, keep, &mut text);
        prop_assert_eq!(decode(&text), value);
        let mut twice = String::new();
        encode(&text, keep, &mut twice);
        prop_assert_eq!(text, twice);
    }

    #[test]
    fn a_path_value_comes_back(value in "\\PC{1,40}") {
        prop_assume!(!dot_segment(&value));
        let text = path(&Parameter::path("id"), &Json::from(value.as_str())).unwrap();
        prop_assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%".contains(&b)));
        prop_assert_eq!(decode(&text), value);
    }

    #[test]
    fn a_query_value_comes_back(name in "\\PC{1,10}", values in prop::collection::vec(any::<String>(), 1..5)) {
        let name = leak(name);
        let text = query_text(Parameter::query(name), &texts(&values).to_string()).unwrap();
        let read: Vec<(String, String)> =
            form_urlencoded::parse(text.as_bytes()).into_owned().collect();
        let expected: Vec<(String, String)> = values.into_iter().map(|v| (name.to_owned(), v)).collect();
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn a_deep_object_comes_back(
        // Parsers of this notation read brackets in a key as path separators.
        value in prop::collection::btree_map(
            "[a-z é&=]{1,5}",
            prop::collection::btree_map("[a-zß+%]{1,5}", "\\PC{0,9}", 1..4),
            1..4,
        ),
    ) {
        let inner = value.iter().map(|(k, v)| (k.clone(), members(v)));
        let deep = Parameter::query("q").style(Style::DeepObject);
        let text = query_text(deep, &Json::Object(inner.collect()).to_string()).unwrap();
        let read: Deep = serde_qs::Config::new().use_form_encoding(true).deserialize_str(&text).unwrap();
        prop_assert_eq!(&read["q"], &value);
    }

    #[test]
    fn a_form_comes_back(values in prop::collection::vec(any::<String>(), 1..5)) {
        let members = values.iter().enumerate().map(|(i, v)| (i.to_string(), Json::from(v.as_str())));
        let body = Json::Object(members.collect());
        let text = form(&Media::form("application/x-www-form-urlencoded"), &body).unwrap();
        let read: Vec<String> =
            form_urlencoded::parse(text.as_bytes()).map(|(_, v)| v.into_owned()).collect();
        prop_assert_eq!(read, values);
    }

    #[test]
    fn cookies_come_back(value in any::<String>(), list in prop::collection::vec(any::<String>(), 0..4)) {
        let mut pairs = Vec::new();
        cookie(&Parameter::cookie("a"), &Json::from(value.as_str()), &mut pairs).unwrap();
        cookie(&Parameter::cookie("b"), &texts(&list), &mut pairs).unwrap();
        let text = pairs.join("; ");
        let read: Vec<(String, String)> = ::cookie::Cookie::split_parse_encoded(text)
            .map(|pair| pair.map(|pair| (pair.name().to_owned(), pair.value().to_owned())).unwrap())
            .collect();
        let list = list.into_iter().map(|value| ("b".to_owned(), value));
        let expected: Vec<_> = std::iter::once(("a".to_owned(), value)).chain(list).collect();
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn plain_cookies_come_back_or_are_refused(value in "[ -~]{0,12}") {
        let plain = Parameter::cookie("a").style(Style::Cookie);
        if let Ok(text) = cookie_text(plain, &Json::from(value.as_str()).to_string()) {
            let read = ::cookie::Cookie::parse(text).unwrap();
            prop_assert_eq!(read.value(), value);
        }
    }

    #[test]
    fn a_header_comes_back_or_is_refused(value in any::<String>()) {
        let found = header(&Parameter::header("X"), &Json::from(value.as_str()));
        match http::HeaderValue::from_str(&value) {
            Ok(expected) if value.is_ascii() && value.trim() == value => {
                prop_assert_eq!(found, Ok(Some(expected)));
            }
            _ => prop_assert!(found.is_err()),
        }
    }

    #[test]
    fn a_header_with_json_comes_back(value in any::<String>()) {
        let found = header(&Parameter::header("X").json(), &texts(std::slice::from_ref(&value)));
        let text = found.unwrap().unwrap();
        let read: Vec<String> = serde_json::from_str(text.to_str().unwrap()).unwrap();
        prop_assert_eq!(read, [value]);
    }
}
