//! Whatever is laid out has the tokens that it had, and is what rustfmt makes of it.

use std::io::Write;
use std::process::{Command, Stdio};

use proptest::prelude::*;

use super::{Expression, Source};
use crate::plan::Docs;

/// The tokens of Rust, commas before a closing delimiter aside: those depend on the line breaks.
fn tokens(text: &str) -> String {
    let tokens: proc_macro2::TokenStream = text.parse().unwrap();
    let text = tokens.to_string();
    let text: String = text.split_whitespace().collect();
    [")", "]", "}", ">"].iter().fold(text, |text, close| text.replace(&format!(",{close}"), close))
}

/// The output of rustfmt for a file, in its default configuration.
fn formatted(text: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    // A file of its own, so that no other configuration is found.
    std::fs::write(folder.path().join("rustfmt.toml"), "").unwrap();
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    rustfmt.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    String::from_utf8(rustfmt.wait_with_output().unwrap().stdout).unwrap()
}

fn word() -> impl Strategy<Value = Expression> {
    prop_oneof![
        "x[0-9]{0,29}".prop_map(Expression::word),
        "x[0-9]{0,9}::x[0-9]{0,49}".prop_map(Expression::word),
        "[a-z ü猫]{0,40}".prop_map(|text| Expression::quoted(&text)),
    ]
}

fn expression() -> impl Strategy<Value = Expression> {
    word().prop_recursive(6, 40, 5, |inner| {
        let items = || prop::collection::vec(inner.clone(), 0..5);
        let call =
            ("x[0-9]{0,19}", items()).prop_map(|(name, items)| Expression::call(name, items));
        let links = prop::collection::vec(call.clone(), 1..4);
        let first = prop_oneof![
            "x[0-9]{0,19}".prop_map(Expression::word),
            call.clone(),
            "x[0-9]{0,9}".prop_map(Expression::member),
        ];
        let fields = prop::collection::vec(("f[0-9]{0,9}", inner.clone()), 1..4);
        // Tuples are in lists only.
        let tuple = prop::collection::vec(inner.clone(), 2..4).prop_map(Expression::tuple);
        let item = prop_oneof![inner.clone(), tuple];
        let chain = (first, links).prop_map(|(first, links)| first.then(links));
        let literal =
            ("X[0-9]{0,9}", fields, any::<bool>()).prop_map(|(name, fields, has_base)| {
                Expression::literal(name, fields, has_base.then_some("BASE"))
            });
        prop_oneof![
            call,
            prop::collection::vec(item, 0..5).prop_map(Expression::list),
            chain.clone(),
            chain.prop_map(Expression::referred),
            literal,
        ]
    })
}

fn a_type() -> impl Strategy<Value = Expression> {
    "X[0-9]{0,59}".prop_map(Expression::word).prop_recursive(4, 8, 2, |inner| {
        let items = prop::collection::vec(inner, 1..3);
        ("X[0-9]{0,19}", items).prop_map(|(name, items)| Expression::Generic(name, items))
    })
}

/// A file that has the expression in every place for one; flat, what it is to have.
fn values(value: &Expression) -> [String; 2] {
    let mut out = Source::default();
    out.item(|out| out.value("static X", "u8", value));
    out.item(|out| {
        out.inherent("X", |out| {
            out.block("fn x() -> Self", |out| {
                out.assign("self.x =", value, ";");
                out.block("match self", |out| out.arm("X", value));
            });
            out.block("fn y() -> Self", |out| out.expression(value, ""));
        });
    });
    let text = out.into_text();
    // An arm too wide for its line is a block.
    let [open, close] = if text.contains("X => {\n") { ["{", "}"] } else { [""; 2] };
    let flat = format!(
        "static X: u8 = {value}; impl X {{ fn x() -> Self {{ self.x = {value}; \
         match self {{ X => {open}{value}{close} }} }} fn y() -> Self {{ {value} }} }}"
    );
    [text, flat]
}

/// The same for types, and for what is declared of them.
fn types([field, variant, parameter, alias]: &[Expression; 4], name: &str) -> [String; 2] {
    let mut out = Source::default();
    let docs = Docs(format!("About `{name}`.\n\nMore."));
    out.item(|out| {
        out.docs(&docs);
        out.definition(format_args!("pub struct {name}"), |out| out.field("x", field));
    });
    out.item(|out| {
        out.definition(format_args!("pub enum {name}"), |out| {
            out.docs(&docs);
            out.variant("Y", variant.clone());
        });
    });
    out.item(|out| out.wrapper(name, "Z"));
    let bound = Expression::generic("impl Into", parameter.clone()).named("x");
    out.item(|out| {
        out.inherent(name, |out| {
            let parameters = [Expression::word("&self"), bound.clone()];
            out.method("pub fn x", parameters, name, |out| out.line("x"));
        });
    });
    let of = Expression::generic("From", parameter.clone());
    out.item(|out| out.implementation(&of, name, |out| out.line("x!();")));
    out.item(|out| out.assign("pub type X =", alias, ";"));
    out.item(|out| out.macro_call("x::y", &[name.to_owned(), "Eq".to_owned()]));
    let lines = format!("/// About `{name}`.\n///\n/// More.\n");
    let flat = format!(
        "{lines} pub struct {name} {{ pub x: {field} }} pub enum {name} {{ {lines} Y({variant}) }} \
         pub struct {name}(Z); impl {name} {{ pub fn x(&self, {bound}) -> {name} {{ x }} }} \
         impl {of} for {name} {{ x!(); }} pub type X = {alias}; x::y!({name}, Eq);"
    );
    [out.into_text(), flat]
}

proptest! {
    #[test]
    fn values_keep_their_tokens(value in expression(), depth in 0..9_usize) {
        let value = (0..depth).fold(value, |inner, _| Expression::list([inner]));
        let [text, flat] = values(&value);
        prop_assert!(syn::parse_file(&text).is_ok(), "{text}");
        prop_assert_eq!(tokens(&text), tokens(&flat));
    }

    #[test]
    fn types_keep_their_tokens(
        parts in prop::collection::vec(a_type(), 4),
        name in "X[a-z]{0,110}",
    ) {
        let [text, flat] = types(&parts.try_into().unwrap(), &name);
        prop_assert!(syn::parse_file(&text).is_ok(), "{text}");
        prop_assert_eq!(tokens(&text), tokens(&flat));
    }

    #[test]
    #[ignore = "needs rustfmt: .ci/gates/rustfmt"]
    fn rustfmt_leaves_values_as_they_are(value in expression(), depth in 0..4_usize) {
        let value = (0..depth).fold(value, |inner, _| Expression::list([inner]));
        let [text, _] = values(&value);
        prop_assert_eq!(formatted(&text), text);
    }

    #[test]
    #[ignore = "needs rustfmt: .ci/gates/rustfmt"]
    fn rustfmt_leaves_types_as_they_are(
        parts in prop::collection::vec(a_type(), 4),
        name in "X[a-z]{0,110}",
    ) {
        let [text, _] = types(&parts.try_into().unwrap(), &name);
        prop_assert_eq!(formatted(&text), text);
    }
}

#[test]
fn the_reference_printer_reads_the_same_file() {
    let [text, _] = values(&Expression::call("x", [Expression::quoted("y"), Expression::word(1)]));
    let file = syn::parse_file(&text).unwrap();
    assert_eq!(tokens(&prettyplease::unparse(&file)), tokens(&text));
}
