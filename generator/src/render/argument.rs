//! Parameters and bodies as arguments.

use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::quote;

use super::expression::Expression;
use super::rustdoc::docs;
use super::source::Source;
use super::taken::{bound, converted, value};
use super::type_ref::{Module, type_ref};
use crate::plan::{Argument, BodyArgument, BodyContent, BodyValue, BodyVariant};

/// `instance_id: impl Into<String>`.
pub(super) fn argument(argument: &Argument) -> Expression {
    let Argument { docs: _, ident, index: _, ty } = argument;
    bound(ty, Module::Api).after(format_args!("{ident}: "))
}

/// `set(1, &instance_id.into())`.
pub(super) fn set(argument: &Argument) -> Expression {
    let Argument { docs: _, ident, index, ty } = argument;
    Expression::call("set", [Expression::word(index), value(&ident.to_string(), ty).referred()])
}

/// The setter of an optional parameter.
pub(super) fn setter(out: &mut Source, given: &Argument) {
    out.docs(&given.docs);
    let arguments = [Expression::word("self"), argument(given)];
    out.method(format_args!("pub fn {}", given.ident), arguments, " -> Self", |out| {
        let call = Expression::word("self").then([Expression::word(0), set(given)]);
        out.expression("", &Expression::call("Self", [call]), "");
    });
}

/// `body: impl Into<CreateInstanceRequest>`.
pub(super) fn body_argument(body: &BodyArgument) -> Expression {
    let bound = match &body.content {
        BodyContent::One(value) => body_bound(value),
        BodyContent::Choice { ident, .. } => into(ident),
    };
    bound.after("body: ")
}

/// The call with its body: `call.json(0, &body.into())`.
pub(super) fn with_body(call: Expression, body: &BodyArgument) -> Expression {
    match &body.content {
        BodyContent::One(value) => call.then([send_body(0, value, body_value(value))]),
        BodyContent::Choice { ident, .. } => {
            Expression::call(format_args!("{ident}::put"), [converted("body"), call])
        }
    }
}

/// The setter of an optional body.
pub(super) fn body_setter(out: &mut Source, body: &BodyArgument) {
    out.docs(&body.docs);
    let arguments = [Expression::word("self"), body_argument(body)];
    out.method("pub fn body", arguments, " -> Self", |out| {
        let call = Expression::word("self").then([Expression::word(0)]);
        out.expression("", &Expression::call("Self", [with_body(call, body)]), "");
    });
}

/// `impl Into<String>`
fn into(ty: impl Display) -> Expression {
    Expression::Generic("impl Into".to_owned(), vec![Expression::word(ty)])
}

fn body_bound(value: &BodyValue) -> Expression {
    match value {
        BodyValue::Model(ty)
        | BodyValue::Form(ty)
        | BodyValue::Multipart(ty)
        | BodyValue::Lines(ty) => bound(ty, Module::Api),
        BodyValue::Parts => into("rt::Multipart"),
        BodyValue::File => into("rt::File"),
        BodyValue::Text => into("String"),
    }
}

fn body_value(body: &BodyValue) -> Expression {
    match body {
        BodyValue::Model(ty)
        | BodyValue::Form(ty)
        | BodyValue::Multipart(ty)
        | BodyValue::Lines(ty) => value("body", ty),
        BodyValue::Parts | BodyValue::Text | BodyValue::File => converted("body"),
    }
}

/// `json(0, &value)`
fn send_body(index: usize, body: &BodyValue, value: Expression) -> Expression {
    let (method, value) = match body {
        BodyValue::Model(_) => ("json", value.referred()),
        BodyValue::Form(_) => ("form", value.referred()),
        BodyValue::Multipart(_) => ("multipart", value.referred()),
        BodyValue::Parts => ("parts", value),
        BodyValue::Lines(_) => ("lines", value.referred()),
        BodyValue::File => ("file", value),
        BodyValue::Text => ("text", value),
    };
    Expression::call(method, [Expression::word(index), value])
}

/// The enum of a body that may be sent as one of several media types; nothing for the others.
pub(super) fn body_enum(body: &BodyArgument) -> Option<TokenStream> {
    let BodyContent::Choice { docs: comment, ident, variants } = &body.content else {
        return None;
    };
    let comment = docs(comment);
    let declarations =
        variants.iter().map(|BodyVariant { docs: comment, ident, value, .. }| {
            let (comment, ty) = (docs(comment), body_type(value));
            quote!(#comment #ident(#ty))
        });
    let arms = variants.iter().map(|BodyVariant { ident, index, value, .. }| {
        let call = Expression::word("call")
            .then([send_body(*index, value, Expression::word("value"))])
            .tokens();
        quote!(Self::#ident(value) => #call)
    });
    let conversions = variants.iter().filter(|variant| variant.is_default).map(
        |BodyVariant { ident: variant, value, .. }| {
            let ty = body_type(value);
            quote! {
                impl From<#ty> for #ident {
                    fn from(value: #ty) -> Self {
                        Self::#variant(value)
                    }
                }
            }
        },
    );
    Some(quote! {
        #comment
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum #ident { #(#declarations),* }

        impl #ident {
            fn put(self, call: rt::Call) -> rt::Call {
                match self { #(#arms),* }
            }
        }

        #(#conversions)*
    })
}

fn body_type(value: &BodyValue) -> TokenStream {
    match value {
        BodyValue::Model(ty)
        | BodyValue::Form(ty)
        | BodyValue::Multipart(ty)
        | BodyValue::Lines(ty) => type_ref(ty, Module::Api),
        BodyValue::Parts => quote!(rt::Multipart),
        BodyValue::File => quote!(rt::File),
        BodyValue::Text => quote!(String),
    }
}
