//! Parameters and bodies as arguments.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::rustdoc::docs;
use super::source::tokens;
use super::taken;
use super::type_ref::{Module, type_ref};
use crate::plan::{Argument, BodyArgument, BodyContent, BodyValue, BodyVariant};

/// `instance_id: impl Into<String>`.
pub(super) fn argument(argument: &Argument) -> TokenStream {
    let Argument { docs: _, ident, index: _, ty } = argument;
    let bound = tokens(taken::bound(ty, Module::Api));
    quote!(#ident: #bound)
}

/// `.set(1, &instance_id.into())`.
pub(super) fn set(argument: &Argument) -> TokenStream {
    let Argument { docs: _, ident, index, ty } = argument;
    let index = Literal::usize_unsuffixed(*index);
    let value = tokens(taken::value(&ident.to_string(), ty));
    quote!(.set(#index, &#value))
}

/// The setter of an optional parameter.
pub(super) fn setter(given: &Argument) -> TokenStream {
    let comment = docs(&given.docs);
    let ident = &given.ident;
    let (parameter, set) = (argument(given), set(given));
    quote! {
        #comment
        pub fn #ident(self, #parameter) -> Self {
            Self(self.0 #set)
        }
    }
}

/// `body: impl Into<CreateInstanceRequest>`.
pub(super) fn body_argument(body: &BodyArgument) -> TokenStream {
    let bound = match &body.content {
        BodyContent::One(value) => body_bound(value),
        BodyContent::Choice { ident, .. } => quote!(impl Into<#ident>),
    };
    quote!(body: #bound)
}

/// The call with its body: `call.json(0, &body.into())`.
pub(super) fn with_body(call: &TokenStream, body: &BodyArgument) -> TokenStream {
    match &body.content {
        BodyContent::One(value) => send_body(call, 0, value, &body_value(value)),
        BodyContent::Choice { ident, .. } => quote!(#ident::put(body.into(), #call)),
    }
}

/// The setter of an optional body.
pub(super) fn body_setter(body: &BodyArgument) -> TokenStream {
    let comment = docs(&body.docs);
    let parameter = body_argument(body);
    let call = with_body(&quote!(self.0), body);
    quote! {
        #comment
        pub fn body(self, #parameter) -> Self {
            Self(#call)
        }
    }
}

fn body_bound(value: &BodyValue) -> TokenStream {
    match value {
        BodyValue::Model(ty)
        | BodyValue::Form(ty)
        | BodyValue::Multipart(ty)
        | BodyValue::Lines(ty) => tokens(taken::bound(ty, Module::Api)),
        BodyValue::Parts => quote!(impl Into<rt::Multipart>),
        BodyValue::File => quote!(impl Into<rt::File>),
        BodyValue::Text => quote!(impl Into<String>),
    }
}

fn body_value(body: &BodyValue) -> TokenStream {
    match body {
        BodyValue::Model(ty)
        | BodyValue::Form(ty)
        | BodyValue::Multipart(ty)
        | BodyValue::Lines(ty) => tokens(taken::value("body", ty)),
        BodyValue::Parts | BodyValue::Text | BodyValue::File => {
            quote!(body.into())
        }
    }
}

fn send_body(
    call: &TokenStream,
    index: usize,
    body: &BodyValue,
    value: &TokenStream,
) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    match body {
        BodyValue::Model(_) => quote!(#call.json(#index, &#value)),
        BodyValue::Form(_) => quote!(#call.form(#index, &#value)),
        BodyValue::Multipart(_) => quote!(#call.multipart(#index, &#value)),
        BodyValue::Parts => quote!(#call.parts(#index, #value)),
        BodyValue::Lines(_) => quote!(#call.lines(#index, &#value)),
        BodyValue::File => quote!(#call.file(#index, #value)),
        BodyValue::Text => quote!(#call.text(#index, #value)),
    }
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
        let call = send_body(&quote!(call), *index, value, &quote!(value));
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
