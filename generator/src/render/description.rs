//! The static description of an operation, as the runtime's `describe` module builds it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir;
use crate::name::Ident;
use crate::plan::{
    BodyFact, Common, Description, MediaFact, MediaKind, ParameterFact, PropertyFact, ResponseFact,
    ServerFact, VariableFact,
};

/// `static DELETE_INSTANCE: describe::Operation = …;`
///
/// `base` gives it from an id, a method and a path.
pub(super) fn description(
    base: &TokenStream,
    constant: &Ident,
    description: &Description,
) -> TokenStream {
    let Description {
        id,
        method,
        path,
        parameters,
        body,
        success,
        failure,
        security,
        servers,
        predicates,
        request_id,
    } = description;
    let parameters = call(&quote!(parameters), parameters.iter().map(parameter));
    let body = body.as_ref().map(request_body);
    let success = success.as_deref().map(|list| fact(&quote!(success), list, response));
    let failure = failure.as_deref().map(|list| fact(&quote!(failure), list, response));
    let security = security.as_deref().map(|list| fact(&quote!(security), list, requirement));
    let servers = servers.as_deref().map(|list| fact(&quote!(servers), list, server));
    let predicates = call(&quote!(predicates), predicates.iter().map(predicate));
    let request_id = request_id.as_ref().map(|header| quote!(.request_id(#header)));
    quote! {
        static #constant: describe::Operation = #base(#id, #method, #path)
            #parameters #body #success #failure #security #servers #predicates #request_id;
    }
}

/// What the operations of a module have in common, and what gives an operation on top of it.
pub(super) fn common(common: Option<&Common>) -> (TokenStream, TokenStream) {
    let Some(Common { success, failure, security, servers }) = common else {
        return (quote!(), quote!(describe::Operation::new));
    };
    let success = call(&quote!(success), success.iter().map(response));
    let failure = call(&quote!(failure), failure.iter().map(response));
    let security = call(&quote!(security), security.iter().map(requirement));
    let servers = call(&quote!(servers), servers.iter().map(server));
    let item = quote! {
        /// What these operations have in common, unless one says otherwise.
        const COMMON: describe::Operation =
            describe::Operation::new("", "", "") #success #failure #security #servers;
    };
    (item, quote!(COMMON.named))
}

/// `.name(&[…])`, also for an empty list.
fn fact<T>(name: &TokenStream, items: &[T], render: impl Fn(&T) -> TokenStream) -> TokenStream {
    let items = items.iter().map(render);
    quote!(.#name(&[#(#items),*]))
}

/// `.name(&[…])`, or nothing for an empty list.
pub(super) fn call(
    name: &TokenStream,
    items: impl ExactSizeIterator<Item = TokenStream>,
) -> Option<TokenStream> {
    (items.len() > 0).then(|| quote!(.#name(&[#(#items),*])))
}

/// `("not_found", &["ModelArts.6309"])`.
pub(super) fn predicate((name, codes): &(String, Vec<String>)) -> TokenStream {
    quote!((#name, &[#(#codes),*]))
}

/// `describe::Server::new("https://…")`.
pub(super) fn server(server: &ServerFact) -> TokenStream {
    let ServerFact { url, variables } = server;
    let variables = call(&quote!(variables), variables.iter().map(variable));
    quote!(describe::Server::new(#url) #variables)
}

fn variable(variable: &VariableFact) -> TokenStream {
    let VariableFact { name, default, values } = variable;
    let values = call(&quote!(values), values.iter().map(|value| quote!(#value)));
    quote!(describe::Variable::new(#name, #default) #values)
}

fn parameter(parameter: &ParameterFact) -> TokenStream {
    let ParameterFact { name, location, content, required, on_client, allow_empty, rules } =
        parameter;
    let rules = rules_of(rules);
    let media = content.as_ref().map(media);
    let required = required.then(|| quote!(.required()));
    let client = on_client.then(|| quote!(.client()));
    let empty = allow_empty.then(|| quote!(.allow_empty()));
    let content = media.as_ref().map(|media| quote!(.content(&#media)));
    let (constructor, encoding) = match location {
        ir::ParameterLocation::Path(encoding) => (quote!(path), encoded(encoding, path_style)),
        ir::ParameterLocation::Query(encoding) => (quote!(query), encoded(encoding, query_style)),
        ir::ParameterLocation::QueryString(_) => {
            return quote!(describe::Parameter::query_string(#name, &#media) #required #client #rules);
        }
        ir::ParameterLocation::Header(encoding) => {
            let simple = |(), explode| Style { name: None, explode };
            (quote!(header), encoded(encoding, simple))
        }
        ir::ParameterLocation::Cookie(encoding) => {
            (quote!(cookie), encoded(encoding, cookie_style))
        }
    };
    let encoding = content.unwrap_or(encoding);
    // Those in a path always are.
    let required = required.filter(|_| !matches!(location, ir::ParameterLocation::Path(_)));
    quote!(describe::Parameter::#constructor(#name) #encoding #required #client #empty #rules)
}

/// What of a style departs from its location's default.
struct Style {
    name: Option<TokenStream>,
    /// Whether `explode` is not the style's default.
    explode: bool,
}

fn path_style(style: ir::PathStyle, explode: bool) -> Style {
    let name = match style {
        ir::PathStyle::Simple => None,
        ir::PathStyle::Label => Some(quote!(Label)),
        ir::PathStyle::Matrix => Some(quote!(Matrix)),
    };
    Style { name, explode }
}

fn query_style(style: ir::QueryStyle, explode: bool) -> Style {
    match style {
        ir::QueryStyle::Form => Style { name: None, explode: !explode },
        ir::QueryStyle::SpaceDelimited => Style { name: Some(quote!(SpaceDelimited)), explode },
        ir::QueryStyle::PipeDelimited => Style { name: Some(quote!(PipeDelimited)), explode },
        ir::QueryStyle::TabDelimited => Style { name: Some(quote!(TabDelimited)), explode },
        ir::QueryStyle::DeepObject => Style { name: Some(quote!(DeepObject)), explode: !explode },
    }
}

fn cookie_style(style: ir::CookieStyle, explode: bool) -> Style {
    let name = match style {
        ir::CookieStyle::Form => None,
        ir::CookieStyle::Cookie => Some(quote!(Cookie)),
    };
    Style { name, explode: !explode }
}

/// `.style(…).explode(…).allow_reserved()`, as far as it departs from the defaults.
fn encoded<S: Copy>(
    encoding: &ir::ParameterEncoding<S>,
    style_of: impl Fn(S, bool) -> Style,
) -> TokenStream {
    match encoding {
        ir::ParameterEncoding::Content(_) => quote!(.json()),
        ir::ParameterEncoding::Style { style, explode, allow_reserved } => {
            let Style { name, explode: departs } = style_of(*style, *explode);
            let name = name.map(|name| quote!(.style(describe::Style::#name)));
            let explode = departs.then(|| quote!(.explode(#explode)));
            let reserved = allow_reserved.then(|| quote!(.allow_reserved()));
            quote!(#name #explode #reserved)
        }
    }
}

fn request_body(body: &BodyFact) -> TokenStream {
    let BodyFact { required, media: types } = body;
    let types = types.iter().map(media);
    if *required {
        quote!(.body(describe::RequestBody::required(&[#(#types),*])))
    } else {
        quote!(.body(describe::RequestBody::optional(&[#(#types),*])))
    }
}

fn response(response: &ResponseFact) -> TokenStream {
    let ResponseFact { status, media: types, variant } = response;
    let index = proc_macro2::Literal::usize_unsuffixed(*variant);
    let variant = (types.is_empty() && *variant > 0).then(|| quote!(.variant(#index)));
    let types = types.iter().map(media);
    let types = quote!(&[#(#types),*]);
    match status {
        ir::StatusPattern::Exact(code) => {
            let code = proc_macro2::Literal::u16_unsuffixed(*code);
            quote!(describe::Response::status(#code, #types) #variant)
        }
        ir::StatusPattern::Range(class) => {
            let class = proc_macro2::Literal::u8_unsuffixed(*class);
            quote!(describe::Response::range(#class, #types) #variant)
        }
        ir::StatusPattern::Default => quote!(describe::Response::otherwise(#types) #variant),
    }
}

fn media(media: &MediaFact) -> TokenStream {
    let MediaFact { name, kind, variant, properties, rules } = media;
    let rules = rules_of(rules);
    let constructor = match kind {
        MediaKind::Json => quote!(json),
        MediaKind::Text => quote!(text),
        MediaKind::Bytes => quote!(bytes),
        MediaKind::Stream => quote!(stream),
        MediaKind::Form => quote!(form),
        MediaKind::Multipart => quote!(multipart),
        MediaKind::Events => quote!(events),
        MediaKind::Lines => quote!(lines),
    };
    let index = proc_macro2::Literal::usize_unsuffixed(*variant);
    let variant = (*variant > 0).then(|| quote!(.variant(#index)));
    let properties = call(&quote!(properties), properties.iter().map(property));
    quote!(describe::Media::#constructor(#name) #variant #properties #rules)
}

/// `.rules(&[". maxItems 5"])`.
fn rules_of(rules: &[String]) -> Option<TokenStream> {
    call(&quote!(rules), rules.iter().map(|rule| quote!(#rule)))
}

fn property(property: &PropertyFact) -> TokenStream {
    let PropertyFact { name, content_type, encoding, headers } = property;
    let content_type = content_type.as_ref().map(|name| quote!(.content_type(#name)));
    let encoding = encoding.as_ref().map(|encoding| match encoding {
        ir::ParameterEncoding::Content(name) => quote!(.content_type(#name)),
        ir::ParameterEncoding::Style { style, explode, allow_reserved } => {
            let Style { name, .. } = query_style(*style, *explode);
            let name = name.unwrap_or_else(|| quote!(Form));
            let reserved = allow_reserved.then(|| quote!(.allow_reserved()));
            quote!(.style(describe::Style::#name).explode(#explode) #reserved)
        }
    });
    let headers = headers.iter().map(|(name, value)| quote!((#name, #value)));
    let headers = call(&quote!(headers), headers);
    quote!(describe::PropertyEncoding::new(#name) #content_type #encoding #headers)
}

/// `&[("token", &[])]`: schemes that are needed together.
fn requirement(requirement: &ir::Requirement) -> TokenStream {
    let schemes = requirement.iter().map(|(name, scopes)| quote!((#name, &[#(#scopes),*])));
    quote!(&[#(#schemes),*])
}
