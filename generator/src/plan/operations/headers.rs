//! Plans the struct of documented response headers.

use super::context::Context;
use super::media::{MediaKind, SchemaHint, media_kind};
use super::operation::{HeaderField, HeaderStruct, HeaderStyle};
use crate::ir;
use crate::name::{Ident, header_fields};
use crate::plan::docs::Docs;
use crate::plan::types::TypeRef;

/// The headers of errors in one struct, unless those of successes are the same.
pub(super) fn error_headers(
    context: &Context<'_>,
    failures: &[&ir::Response],
    ident: &Ident,
    of_success: Option<&HeaderStruct>,
) -> Option<HeaderStruct> {
    let own = header_struct(context, failures, ident, "The documented headers of errors.")?;
    let facts = |item: &HeaderStruct| -> Vec<_> {
        let fields = item.fields.iter();
        fields.map(|field| (field.name.clone(), field.style, field.ty.clone())).collect()
    };
    let is_same = of_success.is_some_and(|headers| facts(headers) == facts(&own));
    (!is_same).then_some(own)
}

/// The headers of all these responses in one struct; `None` if there are none.
///
/// `Content-Type` is ignored, as the Response Object requires.
pub(super) fn header_struct(
    context: &Context<'_>,
    responses: &[&ir::Response],
    ident: &Ident,
    docs: &str,
) -> Option<HeaderStruct> {
    let mut headers: Vec<(&ir::Header, TypeRef)> = Vec::new();
    for header in responses.iter().flat_map(|response| &response.headers) {
        if header.name.eq_ignore_ascii_case("content-type") {
            continue;
        }
        let ty = context.type_of(header.schema);
        match headers.iter_mut().find(|(known, _)| known.name.eq_ignore_ascii_case(&header.name)) {
            Some((_, known)) if *known != ty => *known = TypeRef::Text,
            Some(_) => {}
            None => headers.push((header, ty)),
        }
    }
    if headers.is_empty() {
        return None;
    }
    let idents = header_fields(headers.iter().map(|(header, _)| *header), context.problems);
    let fields = headers.into_iter().zip(idents).map(|((header, ty), ident)| HeaderField {
        docs: header_docs(header),
        ident,
        name: header.name.clone(),
        style: style(header),
        ty,
    });
    Some(HeaderStruct {
        docs: Docs::sentence(docs),
        ident: ident.clone(),
        fields: fields.collect(),
    })
}

fn style(header: &ir::Header) -> HeaderStyle {
    match &header.content {
        Some(media) if media_kind(media, SchemaHint::Nothing) == MediaKind::Json => {
            HeaderStyle::Json
        }
        None if header.explode => HeaderStyle::Exploded,
        _ => HeaderStyle::Simple,
    }
}

fn header_docs(header: &ir::Header) -> Docs {
    let mut docs = Docs::of(&header.docs);
    if docs.0.is_empty() {
        docs = Docs::code_sentence("The header", &header.name);
    }
    docs
}
