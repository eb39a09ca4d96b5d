//! Documents, overlays, and what they become.

use std::fs;

use crate::document::AsJson;
use crate::load::{LoadOptions, load_with};
use crate::problem::Problems;

/// The document after the overlay as JSON, and the problems.
fn applied(document: &str, overlay: &str) -> (String, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let [api, changes] = ["api.yaml", "overlay.yaml"].map(|name| folder.path().join(name));
    fs::write(&api, document).unwrap();
    fs::write(&changes, overlay).unwrap();
    let problems = Problems::default();
    match load_with(&api, &[changes], &LoadOptions::default(), &problems) {
        Ok(document) => {
            let json = serde_json::to_string(&AsJson(&document, document.root().unwrap())).unwrap();
            let told = problems.into_vec().iter().map(|problem| problem.kind.to_string()).collect();
            (json, told)
        }
        Err(failure) => (String::new(), vec![failure.problem.to_string()]),
    }
}

/// The result of one action of version 1.1 on a document of some members.
fn changed(members: &str, action: &str) -> String {
    let overlay =
        format!("overlay: 1.1.0\ninfo: {{ title: T, version: '1' }}\nactions:\n  - {action}\n");
    let (json, problems) = applied(&format!("{{openapi: 3.1.0, {members}}}"), &overlay);
    assert_eq!(problems, [""; 0]);
    json.strip_prefix("{\"openapi\":\"3.1.0\",").unwrap().strip_suffix('}').unwrap().to_owned()
}

#[test]
fn an_update_merges_objects_and_replaces_other_values() {
    let info = "info: {title: A, x: {a: 1}, v: [1]}";
    assert_eq!(
        changed(info, "{ target: $.info, update: { title: B, x: { b: 2 }, y: [3], v: [2] } }"),
        r#""info":{"title":"B","x":{"a":1,"b":2},"v":[1,2],"y":[3]}"#
    );
    assert_eq!(
        changed(info, "{ target: $.info.x.a, update: 1.50 }"),
        r#""info":{"title":"A","x":{"a":1.50},"v":[1]}"#
    );
    assert_eq!(
        changed(info, "{ target: $, update: { tags: [] } }"),
        r#""info":{"title":"A","x":{"a":1},"v":[1]},"tags":[]"#
    );
}

#[test]
fn an_update_of_a_list_adds_to_it() {
    assert_eq!(changed("l: [1]", "{ target: $.l, update: [2, 3] }"), r#""l":[1,2,3]"#);
    assert_eq!(changed("l: [1]", "{ target: $.l, update: { a: b } }"), r#""l":[1,{"a":"b"}]"#);
    let overlay = "overlay: 1.0.0\nactions: [{ target: $.l, update: [2] }]\n";
    assert_eq!(
        applied("{openapi: 3.1.0, l: [1]}", overlay).0,
        r#"{"openapi":"3.1.0","l":[1,[2]]}"#
    );
}

#[test]
fn remove_takes_out_every_target() {
    let list = "l: [{a: 1}, {a: 2, d: true}, {a: 3, d: true}], m: {d: true}";
    assert_eq!(
        changed(list, "{ target: '$.l[?@.d]', remove: true }"),
        r#""l":[{"a":1}],"m":{"d":true}"#
    );
    assert_eq!(
        changed(list, "{ target: '$..d', remove: true, update: {} }"),
        r#""l":[{"a":1},{"a":2},{"a":3}],"m":{}"#
    );
}

#[test]
fn copy_merges_another_value_of_the_document() {
    assert_eq!(
        changed("a: {x: {y: 1}}, b: {}", "{ target: $.b, copy: $.a }"),
        r#""a":{"x":{"y":1}},"b":{"x":{"y":1}}"#
    );
}

#[test]
fn what_cannot_be_applied_is_reported() {
    let action = |action: &str| {
        let overlay = format!("overlay: 1.1.0\nactions: [{action}]\n");
        applied("{openapi: 3.1.0, a: 1, b: 2}", &overlay).1
    };
    assert_eq!(
        action("{ target: $.none, update: 1 }"),
        ["`$.none` selects nothing in the document"]
    );
    assert_eq!(
        action("{ update: 1 }"),
        ["the overlay cannot be applied: an action has no `target`"]
    );
    assert_eq!(
        action("{ target: $.a, copy: $.* }"),
        ["the overlay cannot be applied: `copy` selects more than one value"]
    );
    assert_eq!(action("{ target: 'a[', update: 1 }").len(), 1);
    assert_eq!(
        action("{ target: $.openapi, remove: true }"),
        ["the document has neither an `openapi` nor a `swagger` field"]
    );
    assert_eq!(
        applied("{openapi: 3.1.0}", "overlay: 2.0.0\n").1,
        ["the overlay cannot be applied: only versions 1.0 and 1.1 of overlays are known"]
    );
}
