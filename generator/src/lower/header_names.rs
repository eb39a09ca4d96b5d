//! Names in the head of a message: invalid ones are reported where they are written, and reach no
//! client.

use super::Context;
use crate::document::NodeId;
use crate::ir::{Essence, media_type_parameters};
use crate::problem::ProblemKind;

/// The media type that carries no information: the schema determines the body.
const ANY: &str = "*/*";

impl Context<'_> {
    /// The name of a header (RFC 9110, section 5.1), trimmed; `None`, reported at `node`, if it is
    /// invalid.
    pub(super) fn header_name(self, node: NodeId, name: &str) -> Option<String> {
        let trimmed = name.trim();
        if !is_token(trimmed) {
            self.problems.report(node, ProblemKind::InvalidHeaderName { name: name.to_owned() });
            return None;
        }
        Some(trimmed.to_owned())
    }

    /// The name of a cookie (RFC 6265, section 4.1.1), likewise.
    pub(super) fn cookie_name(self, node: NodeId, name: &str) -> Option<String> {
        let trimmed = name.trim();
        if !is_token(trimmed) {
            self.problems.report(node, ProblemKind::InvalidCookieName { name: name.to_owned() });
            return None;
        }
        Some(trimmed.to_owned())
    }

    /// A media type or range; an invalid one is reported at `node`, and corrected to the most
    /// likely meaning.
    pub(super) fn media_type(self, node: NodeId, name: &str) -> String {
        let trimmed = name.trim();
        if is_media_type(trimmed) {
            return trimmed.to_owned();
        }
        let listed = trimmed.split(',').map(str::trim).find(|name| is_media_type(name));
        let instead = listed.unwrap_or_else(|| {
            if trimmed.to_ascii_lowercase().contains("json") { "application/json" } else { ANY }
        });
        let (name, instead) = (name.to_owned(), instead.to_owned());
        self.problems
            .report(node, ProblemKind::InvalidMediaType { name, instead: instead.clone() });
        instead
    }
}

/// Whether a text is a token (RFC 9110, section 5.6.2): the name of a method, header or cookie.
pub(super) fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// Whether a text is a media type or range with parameters (RFC 9110, sections 8.3.1 and 12.5.1).
fn is_media_type(text: &str) -> bool {
    let essence = Essence::of(text);
    is_token(essence.kind())
        && is_token(essence.subtype())
        && media_type_parameters(text).all(|part| part.is_empty() || is_parameter(part))
}

fn is_parameter(text: &str) -> bool {
    text.split_once('=').is_some_and(|(name, value)| {
        let quoted = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
        let sent = |text: &str| text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        is_token(name) && (is_token(value) || quoted.is_some_and(sent))
    })
}

#[cfg(test)]
mod tests {
    use super::{is_media_type, is_token};

    #[test]
    fn a_token_has_no_blanks_and_no_separators() {
        let tokens = ["x", "X-Request-ID", "a.b_c~", "!#$%&'*+-.^_`|~"];
        let others =
            ["", " x", "a b", "a:b", "a/b", "ü", "x\n", "a(b)", "[a]", "a=b", "a;b", "a,b"];
        assert_eq!(tokens.map(is_token), [true; 4]);
        assert_eq!(others.map(is_token), [false; 12]);
    }

    #[test]
    fn a_media_type_has_two_parts_and_perhaps_parameters() {
        let types = [
            "application/json",
            "*/*",
            "text/*",
            "application/vnd.api+json;version=1",
            "text/plain; charset=utf-8; ",
            "multipart/mixed; boundary=\"a;b\\\"c\"; x=y",
        ];
        let others = [
            "",
            "json",
            "/json",
            "text/",
            "a/b/c",
            "text/plain, text/html",
            "text plain",
            "text/plain; charset",
            "text/plain; a=\"b",
            "text/pläin",
            "text/plain\r\nX: y",
        ];
        assert_eq!(types.map(is_media_type), [true; 6]);
        assert_eq!(others.map(is_media_type), [false; 11]);
    }
}
