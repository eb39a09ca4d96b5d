//! What tells an alternative from others, as the runtime's tables have it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Decision, Kinds, Variant};

/// `rt::Alternative { name: …, kinds: …, ..rt::ALTERNATIVE }`
pub(super) fn alternative(variant: &Variant) -> TokenStream {
    of(variant.ident.as_str(), &variant.decision)
}

fn of(name: &str, decision: &Decision) -> TokenStream {
    let Decision {
        kinds,
        tags,
        hints,
        required,
        declared,
        values,
        items,
        members,
        element,
        elements,
    } = decision;
    let kinds = kinds_of(*kinds);
    let listed = |fact: TokenStream, tags: &[(String, Vec<String>)]| {
        (!tags.is_empty()).then(|| {
            let tags = tags.iter().map(|(name, values)| quote!((#name, &[#(#values),*])));
            quote!(#fact: &[#(#tags),*],)
        })
    };
    let (tags, hints) = (listed(quote!(tags), tags), listed(quote!(hints), hints));
    let list = |fact: TokenStream, names: &[String]| {
        (!names.is_empty()).then(|| quote!(#fact: &[#(#names),*],))
    };
    let required = list(quote!(required), required);
    let declared = list(quote!(declared), declared);
    let values = list(quote!(values), values);
    let items = (!items.is_empty() && *items != Kinds::ANY).then(|| {
        let items = kinds_of(*items);
        quote!(items: #items,)
    });
    let members = (!members.is_empty()).then(|| {
        let members = members.iter().map(|(name, kinds)| {
            let kinds = kinds_of(*kinds);
            quote!((#name, #kinds))
        });
        quote!(members: &[#(#members),*],)
    });
    let element = element.as_ref().map(|element| {
        let element = of("", element);
        quote!(element: &[#element],)
    });
    let elements = (!elements.is_empty()).then(|| {
        let elements = elements.iter().map(|(name, element)| {
            let element = of("", element);
            quote!((#name, #element))
        });
        quote!(elements: &[#(#elements),*],)
    });
    let name = (!name.is_empty()).then(|| quote!(name: #name,));
    quote! {
        rt::Alternative {
            #name kinds: #kinds, #tags #hints #required #declared #values #items #members #element #elements
            ..rt::ALTERNATIVE
        }
    }
}

fn kinds_of(kinds: Kinds) -> TokenStream {
    if kinds == Kinds::ANY {
        return quote!(rt::Kinds::ANY);
    }
    let names = [
        (Kinds::NULL, quote!(NULL)),
        (Kinds::BOOLEAN, quote!(BOOLEAN)),
        (Kinds::INTEGER, quote!(INTEGER)),
        (Kinds::NUMBER, quote!(NUMBER)),
        (Kinds::STRING, quote!(STRING)),
        (Kinds::ARRAY, quote!(ARRAY)),
        (Kinds::OBJECT, quote!(OBJECT)),
    ];
    let mut own = names.iter().filter(|(kind, _)| kinds.has(*kind)).map(|(_, name)| name);
    let first = own.next().map_or_else(|| quote!(ANY), Clone::clone);
    quote!(rt::Kinds::#first #(.or(rt::Kinds::#own))*)
}
