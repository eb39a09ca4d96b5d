use http::Uri;
use url::{ParseError, Url};

use crate::describe::Server;
use crate::error::Fault;

#[cfg(test)]
mod tests;

/// The URL of a server with its variables filled in. A relative one is
/// resolved against `document`, the address of the document that names it; a
/// document without servers has the one server `/` (`OpenAPI` Object).
pub(super) fn resolve(
    server: &Server,
    variables: &[(String, String)],
    document: Option<&Url>,
) -> Result<Uri, Fault> {
    let text = filled(server, variables)?;
    let text = text.trim();
    match (Url::parse(text), document) {
        (Err(ParseError::RelativeUrlWithoutBase), Some(document)) => {
            // An empty reference means the document itself, which no API is below.
            let text = if text.is_empty() { "." } else { text };
            let joined = document.join(text).map_err(|error| invalid("is no URL").source(error))?;
            parse(joined.as_str())
        }
        // Nothing but the scheme is left to the document here, and a client of
        // today would take no other.
        (Err(ParseError::RelativeUrlWithoutBase), None) if text.starts_with("//") => {
            parse(&format!("https:{text}"))
        }
        (Err(ParseError::RelativeUrlWithoutBase), None) => Err(relative(server)),
        _ => parse(text),
    }
}

/// The server of a document that names none.
static ROOT: Server = Server::new("/");

/// The server at a position.
pub(super) fn at(servers: &'static [Server], index: usize) -> Result<&'static Server, Fault> {
    match servers {
        [] => Ok(&ROOT),
        servers => servers.get(index).ok_or_else(|| {
            Fault::configuration(format!(
                "there is no server {index}: {} are named, counted from 0",
                servers.len()
            ))
        }),
    }
}

/// The address of a document.
pub(super) fn document(text: &str) -> Result<Url, Fault> {
    let invalid = |why: &str| Fault::configuration(format!("the document's URL {why}"));
    let url = Url::parse(text.trim())
        .map_err(|error| invalid("is no URL; it looks like https://host/api.json").source(error))?;
    if matches!(url.scheme(), "http" | "https") {
        return Ok(url);
    }
    Err(invalid("has to begin with http:// or https://"))
}

fn filled(server: &Server, variables: &[(String, String)]) -> Result<String, Fault> {
    let mut text = String::new();
    let mut rest = server.url;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        text.push_str(before);
        text.push_str(value(server, name, variables)?);
        rest = after;
    }
    text.push_str(rest);
    Ok(text)
}

/// The user's value, checked, or the document's default.
fn value<'a>(
    server: &'a Server,
    name: &str,
    variables: &'a [(String, String)],
) -> Result<&'a str, Fault> {
    let known = server.variables.iter().find(|variable| variable.name == name);
    let given = variables.iter().find(|(given, _)| given == name).map(|(_, value)| &**value);
    match (given, known) {
        (Some(given), Some(known)) if known.values.contains(&given) || known.default == given => {
            Ok(given)
        }
        (Some(given), _) if is_plain(given) => Ok(given),
        (Some(_), _) => Err(Fault::configuration(format!(
            "the value of server variable `{name}` may hold letters, digits, `.`, `-`, `_` and \
             `~` only; set the whole endpoint for anything else"
        ))),
        (None, Some(known)) => Ok(known.default),
        (None, None) => Err(Fault::configuration(format!(
            "the server's URL has the variable `{name}` without a default; set it"
        ))),
    }
}

/// A value with any other character could lead to another host or path.
fn is_plain(value: &str) -> bool {
    !matches!(value, "" | "." | "..")
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~".contains(&b))
}

fn relative(server: &Server) -> Fault {
    Fault::configuration(if std::ptr::eq(server, &raw const ROOT) {
        "the document names no server; set the endpoint on the client's builder".to_owned()
    } else {
        format!(
            "the document's server `{}` is relative to where the document came from; set its \
             `document_url` on the client's builder, or the whole endpoint",
            server.url
        )
    })
}

fn invalid(why: &str) -> Fault {
    Fault::configuration(format!("the endpoint {why}"))
}

/// A server URL as it can be put before a path. The text is never shown: it
/// might hold a password.
pub(crate) fn parse(text: &str) -> Result<Uri, Fault> {
    let url = Url::parse(text.trim())
        .map_err(|error| invalid("is no URL; it looks like https://host/path").source(error))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(invalid("has to begin with http:// or https://"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(invalid("cannot hold a user or password; set a credential instead"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(invalid("cannot have a query or fragment"));
    }
    url.as_str().parse().map_err(|error: http::uri::InvalidUri| {
        invalid("cannot be used in a request").source(error)
    })
}
