//! The client and its builder.

use std::fmt::Display;

use super::api::api;
use super::conversions::converted;
use super::file::Page;
use super::runtime;
use super::text::{Expression, Source};
use super::type_ref::{Module, written};
use crate::name::Ident;
use crate::plan::{
    Client, Docs, ParameterMethod, Scheme, SchemeFact, VariableEnum, VariableMethod,
};

/// `client.rs`.
pub(super) fn client(client: &Client) -> Page<'_> {
    let mut page = Page::new("client.rs".to_owned());
    page.add(|out| out.inner_docs(&client.docs));
    page.add(runtime::imports);
    page.add(|out| {
        out.definition("rt::client!", |out| out.line("pub struct Client, ClientBuilder => &API"));
    });
    page.add(|out| methods(out, client));
    for variable in client.variables.iter().filter_map(|variable| variable.item.as_ref()) {
        page.add(|out| variable_enum(out, variable));
    }
    page.add(|out| api(out, client));
    page
}

/// The builder's methods that the document asks for.
fn methods(out: &mut Source, client: &Client) {
    let Client { server_docs, variables, parameters, schemes, .. } = client;
    let none = variables.is_empty() && parameters.is_empty() && schemes.is_empty();
    if none && server_docs.is_none() {
        return;
    }
    out.inherent("ClientBuilder", |out| {
        if let Some(docs) = server_docs {
            let set = Expression::call("server", [Expression::word("index")]);
            method(out, docs, "server", vec![Expression::word("usize").named("index")], set);
        }
        for variable in variables {
            variable_method(out, variable);
        }
        for parameter in parameters {
            parameter_method(out, parameter);
        }
        for scheme in schemes {
            scheme_methods(out, scheme);
        }
    });
}

/// `pub fn ident(self, …) -> Self`, which hands what it takes to the runtime's builder.
fn method(
    out: &mut Source,
    docs: &Docs,
    ident: impl Display,
    parameters: Vec<Expression>,
    set: Expression,
) {
    out.docs(docs);
    let parameters = [Expression::word("self")].into_iter().chain(parameters);
    out.method(format_args!("pub fn {ident}"), parameters, "Self", |out| {
        let set = Expression::member(0).then([set]);
        out.expression(&Expression::call("Self", [set]), "");
    });
}

/// `name: impl Into<ty>`
fn into(name: &str, ty: Expression) -> Expression {
    Expression::generic("impl Into", ty).named(name)
}

/// `pub fn region(self, value: impl Into<Region>) -> Self`
fn variable_method(out: &mut Source, variable: &VariableMethod) {
    let VariableMethod { docs, name, ident, item } = variable;
    let (ty, value) = match item {
        Some(VariableEnum { ident, .. }) => {
            let text = Expression::call("as_str", []);
            (Expression::word(ident), converted("value").then([text]))
        }
        None => (Expression::word("String"), Expression::word("value")),
    };
    let set = Expression::call("variable", [Expression::quoted(name), value]);
    method(out, docs, ident, vec![into("value", ty)], set);
}

fn parameter_method(out: &mut Source, parameter: &ParameterMethod) {
    let ParameterMethod { docs, name, ident, ty } = parameter;
    let value = converted("value").referred();
    let set = Expression::call("parameter", [Expression::quoted(name), value]);
    method(out, docs, ident, vec![into("value", written(ty, Module::Api))], set);
}

/// The methods that take a scheme's credential.
fn scheme_methods(out: &mut Source, scheme: &Scheme) {
    let Scheme { docs, name, ident, source, fact } = scheme;
    let mut docs = docs.clone();
    if let SchemeFact::Signer(kind) = fact
        && let Some(kit) = runtime::signer(kind)
    {
        docs.append(&Docs::sentence(kit.docs));
    }
    let word = |word: &str| Expression::word(word);
    let secret = |name: &str| into(name, word("rt::Secret"));
    let mut give = |docs: &Docs, ident: &Ident, parameters, kind: &str, given: Vec<Expression>| {
        let credential = Expression::call(format_args!("rt::Credential::{kind}"), given);
        let set = Expression::call("credential", [Expression::quoted(name), credential]);
        method(out, docs, ident, parameters, set);
    };
    match fact {
        SchemeFact::ApiKey { .. } => {
            give(&docs, ident, vec![secret("key")], "api_key", vec![word("key")]);
        }
        SchemeFact::Basic => {
            let parameters = vec![word("user: &str"), secret("password")];
            give(&docs, ident, parameters, "basic", vec![word("user"), word("password")]);
        }
        SchemeFact::Bearer | SchemeFact::Oauth2 { .. } | SchemeFact::OpenIdConnect => {
            give(&docs, ident, vec![secret("token")], "bearer", vec![word("token")]);
        }
        SchemeFact::Http(_) | SchemeFact::Signer(_) => {
            let parameter = word("signer: impl rt::Signer + 'static");
            give(&docs, ident, vec![parameter], "signer", vec![word("signer")]);
        }
        SchemeFact::MutualTls => give(&docs, ident, Vec::new(), "of_transport", Vec::new()),
    }
    if let Some((docs, ident)) = source {
        let parameter = word("tokens: impl rt::TokenSource + 'static");
        give(docs, ident, vec![parameter], "source", vec![word("tokens")]);
    }
}

/// The enum of a server variable's values.
fn variable_enum(out: &mut Source, item: &VariableEnum) {
    let VariableEnum { docs, ident, variants } = item;
    out.item(|out| {
        out.docs(docs);
        out.line("#[derive(Clone, Debug)]");
        out.line("#[non_exhaustive]");
        out.definition(format_args!("pub enum {ident}"), |out| {
            for (variant, value) in variants {
                out.docs(&Docs::code_sentence("", value));
                out.line(format_args!("{variant},"));
            }
            out.line("/// An undocumented value.");
            out.line("Unknown(String),");
        });
    });
    out.item(|out| {
        out.implementation(&Expression::word("rt::Enumeration"), ident, |out| {
            let known = variants.iter().map(|(variant, _)| variant);
            let known = known.map(|variant| Expression::word(format_args!("Self::{variant}")));
            out.value("const KNOWN", "&'static [Self]", &Expression::list(known));
            out.block("fn as_str(&self) -> &str", |out| {
                out.block("match self", |out| {
                    for (variant, value) in variants {
                        out.arm(format_args!("Self::{variant}"), &Expression::quoted(value));
                    }
                    out.arm("Self::Unknown(value)", &Expression::word("value"));
                });
            });
            out.block("fn unknown(value: String) -> Self", |out| out.line("Self::Unknown(value)"));
        });
    });
    out.item(|out| out.macro_call("rt::enumeration", &[ident.to_string()]));
}
