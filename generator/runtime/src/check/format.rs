//! String formats and their validation (JSON Schema 2020-12 validation, section 7.3).

mod address;
mod time;

use crate::format::Base64;

/// A format that can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    DateTime,
    Date,
    Time,
    Duration,
    Uuid,
    Uri,
    UriReference,
    Iri,
    IriReference,
    Byte,
    Email,
    Hostname,
    Ipv4,
    Ipv6,
}

impl Format {
    /// The format with that name in JSON Schema or OpenAPI; `None` if it is not checked.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "date-time" => Self::DateTime,
            "date" => Self::Date,
            "time" => Self::Time,
            "duration" => Self::Duration,
            "uuid" => Self::Uuid,
            "uri" => Self::Uri,
            "uri-reference" => Self::UriReference,
            "iri" => Self::Iri,
            "iri-reference" => Self::IriReference,
            "byte" => Self::Byte,
            "email" => Self::Email,
            "hostname" => Self::Hostname,
            "ipv4" => Self::Ipv4,
            "ipv6" => Self::Ipv6,
            _ => return None,
        })
    }

    /// The expected value, in words.
    pub(super) fn expected(self) -> &'static str {
        match self {
            Self::DateTime => "a date and time with an offset (RFC 3339)",
            Self::Date => "a date (RFC 3339)",
            Self::Time => "a time with an offset (RFC 3339)",
            Self::Duration => "a duration (ISO 8601)",
            Self::Uuid => "a UUID (RFC 9562)",
            Self::Uri => "an absolute URI (RFC 3986)",
            Self::UriReference => "a URI reference (RFC 3986)",
            Self::Iri => "an absolute IRI (RFC 3987)",
            Self::IriReference => "an IRI reference (RFC 3987)",
            Self::Byte => "base64 (RFC 4648)",
            Self::Email => "an email address (RFC 5321)",
            Self::Hostname => "a host name (RFC 1123)",
            Self::Ipv4 => "an IPv4 address",
            Self::Ipv6 => "an IPv6 address",
        }
    }

    /// Whether a string matches the format.
    pub(super) fn admits(self, text: &str) -> bool {
        match self {
            Self::DateTime => time::is_date_time(text),
            Self::Date => time::is_date(text),
            Self::Time => time::is_time(text),
            Self::Duration => time::is_duration(text),
            Self::Uuid => is_uuid(text),
            Self::Uri => text.is_ascii() && address::is_iri(text),
            Self::UriReference => text.is_ascii() && address::is_reference(text),
            Self::Iri => address::is_iri(text),
            Self::IriReference => address::is_reference(text),
            Self::Byte => Base64::from(text).decode().is_ok(),
            Self::Email => address::is_email(text),
            Self::Hostname => address::is_hostname(text),
            Self::Ipv4 => text.parse::<std::net::Ipv4Addr>().is_ok(),
            Self::Ipv6 => text.parse::<std::net::Ipv6Addr>().is_ok(),
        }
    }
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
