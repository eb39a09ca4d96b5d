//! Server URLs that a client cannot use, or would misunderstand.

use super::Context;
use crate::document::NodeId;
use crate::ir::ServerVariable;
use crate::problem::ProblemKind;

/// Reports doubtful server URLs.
pub(super) fn check(context: Context<'_>, node: NodeId, url: &str, variables: &[ServerVariable]) {
    for variable in variables {
        if !variable.values.is_empty() && !variable.values.contains(&variable.default) {
            let (name, default) = (variable.name.clone(), variable.default.clone());
            let at = context.document.get(variable.origin, "default").unwrap_or(variable.origin);
            context.problems.report(at, ProblemKind::ServerDefault { name, default });
        }
    }
    // The program gives the value of an undeclared variable.
    if let Some(problem) = filled(url, variables).and_then(|text| problem(url, &text)) {
        context.problems.report(node, problem);
    }
}

/// The URL with the defaults of its variables; `None` if one is undeclared.
fn filled(url: &str, variables: &[ServerVariable]) -> Option<String> {
    let mut text = String::new();
    let mut rest = url;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        let declared = variables.iter().find(|variable| variable.name == name)?;
        text.push_str(before);
        text.push_str(&declared.default);
        rest = after;
    }
    text.push_str(rest);
    Some(text)
}

fn problem(url: &str, text: &str) -> Option<ProblemKind> {
    let unusable = |why| Some(ProblemKind::UnusableServer { url: url.to_owned(), why });
    if text.contains(['?', '#']) {
        return unusable("has a query or a fragment, which no path can follow");
    }
    let (scheme, rest) = match text.split_once("//") {
        Some((scheme, rest)) if scheme.is_empty() || scheme.ends_with(':') => {
            (Some(scheme.to_ascii_lowercase()), rest)
        }
        _ => (None, text),
    };
    let first = rest.split('/').next().unwrap_or_default();
    match scheme.as_deref() {
        Some("" | "http:" | "https:") if first.contains('@') => {
            unusable("holds a user or a password, which is for a security scheme to say")
        }
        Some("" | "http:" | "https:") => None,
        Some(_) => unusable("has another scheme than `http` and `https`"),
        // A colon here would end a scheme (RFC 3986, section 4.2).
        None if first.contains(':') => {
            unusable("has no scheme, or another one than `http` and `https`")
        }
        None if is_host(first) => Some(ProblemKind::ServerWithoutScheme { url: url.to_owned() }),
        None => None,
    }
}

/// Whether a segment looks like a host name: `api.example.com`, but not `..` or `v1.0`.
fn is_host(segment: &str) -> bool {
    let labels: Vec<&str> = segment.split('.').collect();
    let top = labels.last().copied().unwrap_or_default();
    let is_label = |label: &&str| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    labels.len() > 1
        && labels.iter().all(is_label)
        && top.len() > 1
        && top.chars().all(|character| character.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::problem;

    #[test]
    fn a_url_that_a_client_can_use_is_no_fault() {
        let urls = [
            "https://h.example/v1/",
            "HTTP://h.example:80",
            "//h.example",
            "/v1",
            "v1.0/api",
            "../a.b",
            ".",
            "",
            "/x@y//z",
            "http://[::1]:8080",
        ];
        let found = urls.map(|url| problem(url, url).map(|problem| problem.code()));
        assert_eq!(found, [None; 10]);
    }

    #[test]
    fn a_url_that_means_something_else_is_a_fault() {
        let rows = [
            ("https://h.example/?a=b", "unusable-server"),
            ("https://h.example/#a", "unusable-server"),
            ("https://u:p@h.example", "unusable-server"),
            ("ws://h.example", "unusable-server"),
            ("localhost:8080", "unusable-server"),
            ("api.example.com/v1", "server-without-scheme"),
        ];
        for (url, code) in rows {
            assert_eq!(problem(url, url).map(|problem| problem.code()), Some(code), "{url}");
        }
    }
}
