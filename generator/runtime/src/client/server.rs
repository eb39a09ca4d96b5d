use http::Uri;
use url::Url;

use crate::describe::Server;
use crate::error::Fault;

/// The URL of a server with its variables filled in.
pub(super) fn resolve(
    server: Option<&Server>,
    variables: &[(String, String)],
) -> Result<Uri, Fault> {
    let server = server.ok_or_else(no_server)?;
    let mut text = String::new();
    let mut rest = server.url;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        text.push_str(before);
        text.push_str(value(server, name, variables)?);
        rest = after;
    }
    text.push_str(rest);
    if !text.contains("://") {
        return Err(no_server());
    }
    parse(&text)
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

fn no_server() -> Fault {
    Fault::configuration(
        "the document names no absolute server URL here; set the endpoint on the client's builder",
    )
}

/// A server URL as it can be put before a path. The text is never shown: it
/// might hold a password.
pub(super) fn parse(text: &str) -> Result<Uri, Fault> {
    let invalid = |why: &str| Fault::configuration(format!("the endpoint {why}"));
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
