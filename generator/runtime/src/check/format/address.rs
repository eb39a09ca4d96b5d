//! Addresses: URIs (RFC 3986 and 3987), hosts (RFC 1123) and mailboxes (RFC 5321).

use std::net::{Ipv4Addr, Ipv6Addr};

/// A scheme and the rest; if ASCII, a URI.
pub(super) fn is_iri(text: &str) -> bool {
    has_scheme(text) && is_reference(text)
}

fn has_scheme(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    })
}

/// An IRI or a relative reference: permitted characters in permitted positions.
pub(super) fn is_reference(text: &str) -> bool {
    let (before_fragment, fragment) = text.split_once('#').unwrap_or((text, ""));
    let (hierarchy, query) = before_fragment.split_once('?').unwrap_or((before_fragment, ""));
    // A relative path with a colon in its first segment would be read as a scheme.
    let after_scheme = match hierarchy.split_once(':') {
        Some((before, after)) if !before.contains('/') => {
            if !has_scheme(hierarchy) {
                return false;
            }
            after
        }
        _ => hierarchy,
    };
    let (authority, path) = match after_scheme.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
        None => ("", after_scheme),
    };
    is_authority(authority)
        && made_of(path, ":@/")
        && made_of(query, ":@/?")
        && made_of(fragment, ":@/?")
}

/// `user@host:port`, with a host name or an address.
fn is_authority(text: &str) -> bool {
    let (user, host) = text.rsplit_once('@').unwrap_or(("", text));
    let (host, port) = match host.strip_prefix('[') {
        Some(literal) => {
            let Some((address, port)) = literal.split_once(']') else { return false };
            let future = address.starts_with(['v', 'V']) && made_of(address, ":");
            if !future && address.parse::<Ipv6Addr>().is_err() {
                return false;
            }
            match port.strip_prefix(':') {
                Some(port) => ("", port),
                None if port.is_empty() => ("", ""),
                None => return false,
            }
        }
        None => host.split_once(':').unwrap_or((host, "")),
    };
    made_of(user, ":") && made_of(host, "") && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// Unreserved characters, sub-delimiters, percent-encoded bytes, and these.
fn made_of(text: &str, others: &str) -> bool {
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let known = match c {
            '%' => {
                let mut digit = || rest.next().is_some_and(|c| c.is_ascii_hexdigit());
                digit() && digit()
            }
            c if c.is_ascii() => {
                c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=".contains(c) || others.contains(c)
            }
            c => !c.is_control() && !c.is_whitespace(),
        };
        if !known {
            return false;
        }
    }
    true
}

/// Labels of letters, digits and inner hyphens (RFC 1123, section 2.1), at most 253 characters.
pub(super) fn is_hostname(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.len() <= 253 && text.split('.').all(is_label)
}

/// `Mailbox` of RFC 5321, section 4.1.2.
pub(super) fn is_email(text: &str) -> bool {
    // A quoted local part may contain another `@`.
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let is_atom = |atom: &str| {
        let of_atom =
            |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
        !atom.is_empty() && atom.bytes().all(of_atom)
    };
    let quoted = local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let local = match quoted {
        Some(quoted) => is_quoted(quoted),
        None => local.split('.').all(is_atom),
    };
    let literal = domain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    local
        && match literal {
            Some(literal) => is_address_literal(literal),
            None => is_hostname(domain),
        }
}

/// Characters between quotation marks.
fn is_quoted(text: &str) -> bool {
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let known = match byte {
            b'\\' => matches!(rest.next(), Some(b' '..=b'~')),
            b'"' => false,
            byte => matches!(byte, b' '..=b'~'),
        };
        if !known {
            return false;
        }
    }
    true
}

fn is_address_literal(text: &str) -> bool {
    match text.split_once(':') {
        None => text.parse::<Ipv4Addr>().is_ok(),
        Some((tag, rest)) if tag.eq_ignore_ascii_case("IPv6") => rest.parse::<Ipv6Addr>().is_ok(),
        Some((tag, rest)) => {
            let of_rest = |byte: u8| matches!(byte, b'!'..=b'Z' | b'^'..=b'~');
            is_hostname(tag) && !rest.is_empty() && rest.bytes().all(of_rest)
        }
    }
}
