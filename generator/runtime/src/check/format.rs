//! Whether a text is what its format says (JSON Schema 2020-12 validation, section 7.3).

mod address;
mod time;

use crate::Base64;

/// What a format asks for and whether a text is that; `None` for a format that is not judged.
pub(super) fn judge(format: &str, text: &str) -> Option<(&'static str, bool)> {
    Some(match format {
        "date-time" => ("a date and time with an offset (RFC 3339)", time::is_date_time(text)),
        "date" => ("a date (RFC 3339)", time::is_date(text)),
        "time" => ("a time with an offset (RFC 3339)", time::is_time(text)),
        "duration" => ("a duration (ISO 8601)", time::is_duration(text)),
        "uuid" => ("a UUID (RFC 9562)", is_uuid(text)),
        "uri" => ("an absolute URI (RFC 3986)", text.is_ascii() && address::is_iri(text)),
        "uri-reference" => {
            ("a URI reference (RFC 3986)", text.is_ascii() && address::is_reference(text))
        }
        "iri" => ("an absolute IRI (RFC 3987)", address::is_iri(text)),
        "iri-reference" => ("an IRI reference (RFC 3987)", address::is_reference(text)),
        "byte" => ("base64 (RFC 4648)", Base64::from(text).decode().is_ok()),
        "email" => ("an email address (RFC 5321)", address::is_email(text)),
        "hostname" => ("a host name (RFC 1123)", address::is_hostname(text)),
        "ipv4" => ("an IPv4 address", text.parse::<std::net::Ipv4Addr>().is_ok()),
        "ipv6" => ("an IPv6 address", text.parse::<std::net::Ipv6Addr>().is_ok()),
        _ => return None,
    })
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests;
