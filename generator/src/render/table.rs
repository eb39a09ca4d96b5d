//! The static description of a record's or sequence's members.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A member, as its table states it.
pub(super) struct Member<'a> {
    pub(super) name: &'a str,
    pub(super) required: bool,
    pub(super) nullable: bool,
    /// JSON text.
    pub(super) default: Option<&'a str>,
}

/// `rt::Table { name: "Pet", fields: &["!id"], required: 1, ..rt::TABLE }`
///
/// A literal of literals is what the compiler has least work with.
pub(super) fn table(name: &str, members: &[Member<'_>], rules: &[String]) -> TokenStream {
    let fields = members.iter().map(field);
    let fields = (!members.is_empty()).then(|| quote!(fields: &[#(#fields),*],));
    let required = members.iter().filter(|member| member.required).count();
    let required = (required > 0).then(|| {
        let required = Literal::usize_unsuffixed(required);
        quote!(required: #required,)
    });
    let escaped = members.iter().any(|member| needs_escapes(member.name));
    let escaped = escaped.then(|| quote!(escaped: true,));
    let defaults = members.iter().filter_map(|member| {
        let (name, default) = (member.name, member.default?);
        Some(quote!((#name, #default)))
    });
    let defaults: Vec<TokenStream> = defaults.collect();
    let defaults = (!defaults.is_empty()).then(|| quote!(defaults: &[#(#defaults),*],));
    let rules = (!rules.is_empty()).then(|| quote!(rules: &[#(#rules),*],));
    quote!(rt::Table { name: #name, #fields #required #escaped #defaults #rules ..rt::TABLE })
}

/// The name, after what says when the member has to be there.
fn field(member: &Member<'_>) -> String {
    let presence = match (member.required, member.nullable) {
        (true, false) => '!',
        (false, false) => '?',
        (true, true) => '=',
        (false, true) => '~',
    };
    format!("{presence}{}", member.name)
}

/// RFC 8259 section 7: whether a JSON string cannot hold the name as it is.
fn needs_escapes(name: &str) -> bool {
    name.bytes().any(|byte| byte < 0x20 || byte == b'"' || byte == b'\\')
}
