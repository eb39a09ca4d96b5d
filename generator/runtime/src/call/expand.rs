use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::describe::Parameter;
use crate::encode::{dot_segment, path};
use crate::error::Fault;
use crate::json::Json;

/// Characters that must be encoded in a path (RFC 3986, section 3.3); `%` is kept, since the
/// document's path may already be percent-encoded.
const LITERAL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// A path parameter with its value.
pub(super) type Argument<'a> = (&'a Parameter, Cow<'a, Json>);

/// The path and the fixed query of a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Expanded {
    pub(super) path: String,
    /// The text after `?` in the template.
    pub(super) query: Option<String>,
}

/// Expands a path template. `argument` returns the value of a parameter.
///
/// A fragment in the template only distinguishes operations in the document, and is never sent.
pub(super) fn expand<'a>(
    template: &str,
    argument: &dyn Fn(&str) -> Result<Argument<'a>, Fault>,
) -> Result<Expanded, Fault> {
    let template = template.split('#').next().unwrap_or_default();
    let (template, query) = match template.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (template, None),
    };
    let mut path = String::new();
    for segment in template.trim_start_matches('/').split('/') {
        let (text, first_name) = expand_segment(segment, argument)?;
        if let Some(name) = first_name
            && (text.is_empty() || dot_segment(&text))
        {
            return Err(Fault::argument(format!(
                "path argument `{name}`: it makes a path segment that a URL folds away, which \
                 would address another resource"
            )));
        }
        path.push('/');
        path.push_str(&text);
    }
    let query = match query {
        // URL libraries encode it in a query.
        Some(query) => Some(expand_segment(query, argument)?.0.replace('\'', "%27")),
        None => None,
    };
    Ok(Expanded { path, query })
}

/// One segment, and the name of the first parameter in it.
fn expand_segment<'s, 'a>(
    segment: &'s str,
    argument: &dyn Fn(&str) -> Result<Argument<'a>, Fault>,
) -> Result<(String, Option<&'s str>), Fault> {
    let mut out = String::new();
    let mut first_name = None;
    let mut rest = segment;
    while let Some((before, name, after)) = next_name(rest) {
        out.extend(utf8_percent_encode(before, LITERAL));
        let (parameter, value) = argument(name)?;
        let text = path(parameter, &value)
            .map_err(|refusal| Fault::argument(format!("path argument `{name}`: {refusal}")))?;
        out.push_str(&text);
        first_name = first_name.or(Some(name));
        rest = after;
    }
    out.extend(utf8_percent_encode(rest, LITERAL));
    Ok((out, first_name))
}

/// The text before the next `{name}`, the name, and the text after it.
fn next_name(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}
