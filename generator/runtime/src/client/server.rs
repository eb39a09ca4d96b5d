use http::Uri;

use crate::address::{Address, AddressError};
use crate::describe::Server;
use crate::error::Fault;

#[cfg(test)]
mod tests;

/// The URL of a server with its variables substituted. A relative URL is resolved against
/// `document`, the URL of the document; a document without servers has the single server `/`
/// (`OpenAPI` Object).
pub(super) fn resolve(
    server: &Server,
    variables: &[(String, String)],
    document: Option<&Address>,
) -> Result<Uri, Fault> {
    let text = filled(server, variables)?;
    let text = text.trim();
    match (Address::parse(text), document) {
        (Err(AddressError::Relative), Some(document)) => {
            // An empty reference means the document itself, which cannot be the base of an API.
            let text = if text.is_empty() { "." } else { text };
            let joined = document.join(text).map_err(|error| invalid("is no URL").source(error))?;
            parse(joined.as_str())
        }
        // The document's URL only contributes the scheme here, and clients support no other.
        (Err(AddressError::Relative), None) if text.starts_with("//") => {
            parse(&format!("https:{text}"))
        }
        (Err(AddressError::Relative), None) => Err(relative(server)),
        _ => parse(text),
    }
}

/// The default server of a document without servers.
static ROOT: Server = Server::new("/");

/// The server at an index.
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

/// The URL of a document.
pub(super) fn document(text: &str) -> Result<Address, Fault> {
    let invalid = |why: &str| Fault::configuration(format!("the document's URL {why}"));
    let address = Address::parse(text.trim())
        .map_err(|error| invalid("is no URL; it looks like https://host/api.json").source(error))?;
    if address.is_http() {
        return Ok(address);
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

/// The user's value, validated, or the document's default.
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

/// Any other character could change the host or the path.
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

/// A server URL that can precede a path. The text is never shown: it might contain a password.
pub(crate) fn parse(text: &str) -> Result<Uri, Fault> {
    let uri = absolute_as("endpoint", text)?;
    if uri.query().is_some() {
        return Err(invalid("cannot have a query"));
    }
    Ok(uri)
}

/// An absolute URL of a resource, with its query. The text is never shown.
pub(crate) fn absolute(text: &str) -> Result<Uri, Fault> {
    absolute_as("URL", text)
}

fn absolute_as(what: &str, text: &str) -> Result<Uri, Fault> {
    let invalid = |why: &str| Fault::configuration(format!("the {what} {why}"));
    // A URL parser drops these in silence, and the request goes where nobody said.
    if text.contains(char::is_control) {
        return Err(invalid("contains a control character, such as a line break"));
    }
    let address = Address::parse(text.trim())
        .map_err(|error| invalid("is no URL; it looks like https://host/path").source(error))?;
    if !address.is_http() {
        return Err(invalid("has to begin with http:// or https://"));
    }
    if address.has_user() {
        return Err(invalid("cannot hold a user or password; set a credential instead"));
    }
    if address.has_fragment() {
        return Err(invalid("cannot have a fragment"));
    }
    address.to_uri().ok_or_else(|| invalid("is too long for a request"))
}
