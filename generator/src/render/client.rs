//! The client, its builder, and the description of the API.

use proc_macro2::TokenStream;
use quote::quote;

use super::description::{listed, predicate, server};
use super::expression::Expression;
use super::runtime;
use super::rustdoc::{docs, inner_docs};
use super::type_ref::{Module, type_ref};
use crate::ir::{ApiKeyLocation, ErrorMembers};
use crate::name::Ident;
use crate::plan::{
    Client, Docs, ParameterMethod, Scheme, SchemeFact, VariableEnum, VariableMethod,
};

pub(super) fn client(client: &Client) -> TokenStream {
    let Client { docs: comment, variables, parameters, schemes, .. } = client;
    let module_docs = inner_docs(comment);
    let imports = runtime::imports();
    let methods = variables
        .iter()
        .map(variable_method)
        .chain(parameters.iter().map(parameter_method))
        .chain(schemes.iter().flat_map(scheme_methods));
    let methods: Vec<TokenStream> = server_method(client).into_iter().chain(methods).collect();
    let methods = (!methods.is_empty()).then(|| quote!(impl ClientBuilder { #(#methods)* }));
    let items = variables.iter().filter_map(|variable| variable.item.as_ref()).map(variable_enum);
    let api = api(client);
    quote! {
        #module_docs
        #imports
        rt::client! {
            pub struct Client, ClientBuilder => &API
        }
        #methods
        #(#items)*
        #api
    }
}

/// The choice between several servers.
fn server_method(client: &Client) -> Option<TokenStream> {
    let comment = docs(client.server_docs.as_ref()?);
    Some(quote! {
        #comment
        pub fn server(self, index: usize) -> Self {
            Self(self.0.server(index))
        }
    })
}

/// `pub fn region(self, region: impl Into<Region>) -> Self`.
fn variable_method(variable: &VariableMethod) -> TokenStream {
    let VariableMethod { docs: comment, name, ident, item } = variable;
    let comment = docs(comment);
    match item {
        Some(VariableEnum { ident: ty, .. }) => quote! {
            #comment
            pub fn #ident(self, value: impl Into<#ty>) -> Self {
                Self(self.0.variable(#name, value.into().as_str()))
            }
        },
        None => quote! {
            #comment
            pub fn #ident(self, value: impl Into<String>) -> Self {
                Self(self.0.variable(#name, value))
            }
        },
    }
}

fn parameter_method(parameter: &ParameterMethod) -> TokenStream {
    let ParameterMethod { docs: comment, name, ident, ty } = parameter;
    let (comment, ty) = (docs(comment), type_ref(ty, Module::Api));
    quote! {
        #comment
        pub fn #ident(self, value: impl Into<#ty>) -> Self {
            Self(self.0.parameter(#name, &value.into()))
        }
    }
}

/// The methods that take a scheme's credential.
fn scheme_methods(scheme: &Scheme) -> Vec<TokenStream> {
    let Scheme { docs: comment, name, ident, source, fact } = scheme;
    let mut comment = comment.clone();
    if let SchemeFact::Signer(kind) = fact
        && let Some(kit) = runtime::signer(kind)
    {
        comment.append(&Docs::sentence(kit.docs));
    }
    let method = |comment: &Docs, ident: &Ident, parameters: TokenStream, credential| {
        let comment = docs(comment);
        quote! {
            #comment
            pub fn #ident(self, #parameters) -> Self {
                Self(self.0.credential(#name, #credential))
            }
        }
    };
    let first = match fact {
        SchemeFact::ApiKey { .. } => {
            (quote!(key: impl Into<rt::Secret>), quote!(rt::Credential::api_key(key)))
        }
        SchemeFact::Basic => (
            quote!(user: &str, password: impl Into<rt::Secret>),
            quote!(rt::Credential::basic(user, password)),
        ),
        SchemeFact::Bearer | SchemeFact::Oauth2 | SchemeFact::OpenIdConnect => {
            (quote!(token: impl Into<rt::Secret>), quote!(rt::Credential::bearer(token)))
        }
        SchemeFact::Http(_) | SchemeFact::Signer(_) => {
            (quote!(signer: impl rt::Signer + 'static), quote!(rt::Credential::signer(signer)))
        }
        SchemeFact::MutualTls => (quote!(), quote!(rt::Credential::of_transport())),
    };
    let mut methods = vec![method(&comment, ident, first.0, first.1)];
    if let Some((comment, source)) = source {
        let parameters = quote!(tokens: impl rt::TokenSource + 'static);
        let credential = quote!(rt::Credential::source(tokens));
        methods.push(method(comment, source, parameters, credential));
    }
    methods
}

fn variable_enum(item: &VariableEnum) -> TokenStream {
    let VariableEnum { docs: comment, ident, variants } = item;
    let comment = docs(comment);
    let declarations = variants.iter().map(|(variant, value)| {
        let text = docs(&Docs::code_sentence("", value));
        quote!(#text #variant)
    });
    let known = variants.iter().map(|(variant, _)| quote!(Self::#variant));
    let texts = variants.iter().map(|(variant, value)| quote!(Self::#variant => #value));
    quote! {
        #comment
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum #ident {
            #(#declarations,)*
            /// A value the document does not name.
            Unknown(String),
        }

        impl rt::Enumeration for #ident {
            const KNOWN: &'static [Self] = &[#(#known),*];
            fn as_str(&self) -> &str {
                match self { #(#texts,)* Self::Unknown(value) => value }
            }
            fn unknown(value: String) -> Self {
                Self::Unknown(value)
            }
        }

        rt::enumeration!(#ident);
    }
}

/// `pub static API: describe::Api = …;`
fn api(client: &Client) -> TokenStream {
    let Client {
        docs: _,
        title,
        version,
        server_docs: _,
        servers,
        own_servers,
        variables: _,
        parameters,
        schemes,
        error,
        predicates,
        request_id,
        secrets,
    } = client;
    let servers = fact("servers", servers.iter().map(server));
    let own_servers = own_servers.then(|| quote!(.own_servers()));
    let names = parameters.iter().map(|ParameterMethod { name, .. }| Expression::quoted(name));
    let parameters = fact("parameters", names);
    let schemes = schemes.iter().map(scheme);
    let schemes = (schemes.len() > 0).then(|| quote!(.security_schemes(&[#(#schemes),*])));
    let error = error.as_ref().map(|error| {
        let ErrorMembers { code, message, request_id } = error;
        quote! {
            .error(describe::ErrorMembers {
                code: &[#(#code),*],
                message: &[#(#message),*],
                request_id: &[#(#request_id),*],
            })
        }
    });
    let predicates = fact("predicates", predicates.iter().map(predicate));
    let request_id = request_id.as_ref().map(|header| quote!(.request_id(#header)));
    let secrets = fact("secrets", secrets.iter().map(|name| Expression::quoted(name)));
    quote! {
        /// What the document says about the API as a whole.
        pub static API: describe::Api = describe::Api::new(
            #title,
            #version,
            concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
        ) #servers #own_servers #parameters #schemes #error #predicates #request_id #secrets;
    }
}

/// `.name(&[…])`, or nothing for an empty list.
fn fact(name: &str, items: impl ExactSizeIterator<Item = Expression>) -> Option<TokenStream> {
    let fact = listed(name, items)?.tokens();
    Some(quote!(.#fact))
}

/// `("token", describe::SecurityScheme::api_key(describe::Location::Header, "X-Auth-Token"))`.
fn scheme(scheme: &Scheme) -> TokenStream {
    let Scheme { docs: _, name, ident: _, source: _, fact } = scheme;
    let fact = match fact {
        SchemeFact::ApiKey { location, name } => {
            let location = match location {
                ApiKeyLocation::Header => quote!(Header),
                ApiKeyLocation::Query => quote!(Query),
                ApiKeyLocation::Cookie => quote!(Cookie),
            };
            quote!(api_key(describe::Location::#location, #name))
        }
        SchemeFact::Basic => quote!(basic()),
        SchemeFact::Bearer => quote!(bearer()),
        SchemeFact::Oauth2 => quote!(oauth2()),
        SchemeFact::OpenIdConnect => quote!(open_id_connect()),
        SchemeFact::Http(name) => quote!(http(#name)),
        SchemeFact::MutualTls => quote!(mutual_tls()),
        SchemeFact::Signer(name) => quote!(signer(#name)),
    };
    quote!((#name, describe::SecurityScheme::#fact))
}
