//! Absolute addresses, and references against them (RFC 3986, section 5).
//!
//! Characters that a URI cannot contain are percent-encoded, as browsers do: servers write them in `Location`, and people in
//! endpoints. Nothing is decoded; only dot segments, a default port and the case of scheme and host are normalised.

use std::fmt;

use http::Uri;
use iri_string::types::{UriReferenceStr, UriStr, UriString};
use percent_encoding::{AsciiSet, utf8_percent_encode};

/// The printable ASCII characters that are in no URI (RFC 3986, section 2).
const FOREIGN: &AsciiSet = &AsciiSet::EMPTY
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

/// An address with a scheme.
#[derive(Clone, Debug)]
pub(crate) struct Address(UriString);

/// The reason why a text is not an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AddressError {
    /// It has no scheme: it is relative to another address.
    Relative,
    /// Its syntax is not that of a URI.
    Syntax,
    /// It has a host outside ASCII.
    Host,
}

impl Address {
    pub(crate) fn parse(text: &str) -> Result<Self, AddressError> {
        let text = encode(text);
        let reference = UriReferenceStr::new(&text).map_err(|_| AddressError::Syntax)?;
        let absolute = reference.to_iri().map_err(|_| AddressError::Relative)?;
        Self(absolute.to_owned()).check()
    }

    /// The target of a reference in what this address leads to.
    pub(crate) fn join(&self, reference: &str) -> Result<Self, AddressError> {
        let text = encode(reference);
        let reference = UriReferenceStr::new(&text).map_err(|_| AddressError::Syntax)?;
        let target = reference.resolve_against(self.0.to_absolute()).to_string();
        let target = UriString::try_from(target).map_err(|_| AddressError::Syntax)?;
        Self(target).check()
    }

    /// Refuses hosts that would need another encoding than the rest, and HTTP without a host.
    fn check(self) -> Result<Self, AddressError> {
        match self.0.authority_components() {
            Some(authority) if authority.host().contains('%') => Err(AddressError::Host),
            Some(authority) if self.is_http() && authority.host().is_empty() => {
                Err(AddressError::Syntax)
            }
            None if self.is_http() => Err(AddressError::Syntax),
            _ => Ok(self),
        }
    }

    /// Whether the scheme is `http` or `https`.
    pub(crate) fn is_http(&self) -> bool {
        ["http", "https"].iter().any(|scheme| self.0.scheme_str().eq_ignore_ascii_case(scheme))
    }

    /// Whether it has a user or a password.
    pub(crate) fn has_user(&self) -> bool {
        self.0.authority_components().is_some_and(|authority| authority.userinfo().is_some())
    }

    pub(crate) fn as_str(&self) -> &str {
        self.0.as_str()
    }

    pub(crate) fn has_fragment(&self) -> bool {
        self.0.fragment().is_some()
    }

    /// The target of requests: without user, fragment, default port and dot segments; scheme and host in lower case.
    ///
    /// `None` if it is too long for HTTP.
    pub(crate) fn to_uri(&self) -> Option<Uri> {
        let plain = plain(&self.0)?;
        let authority = plain.authority_components()?;
        let scheme = plain.scheme_str().to_ascii_lowercase();
        let host = authority.host().to_ascii_lowercase();
        let port = authority.port().filter(|port| {
            let default = if scheme == "https" { "443" } else { "80" };
            !port.is_empty() && *port != default
        });
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        let path = if plain.path_str().is_empty() { "/" } else { plain.path_str() };
        let query = plain.query_str().map(|query| format!("?{query}")).unwrap_or_default();
        format!("{scheme}://{host}{port}{path}{query}").parse().ok()
    }
}

/// The address without dot segments.
fn plain(address: &UriStr) -> Option<UriString> {
    let reference: &UriReferenceStr = address.as_ref();
    UriString::try_from(reference.resolve_against(address.to_absolute()).to_string()).ok()
}

/// A text with the characters percent-encoded that no URI contains, and `%` where it encodes nothing.
fn encode(text: &str) -> String {
    let text = utf8_percent_encode(text, FOREIGN).to_string();
    let mut encoded = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('%') {
        encoded.push_str(before);
        let is_octet =
            after.as_bytes().get(..2).is_some_and(|it| it.iter().all(u8::is_ascii_hexdigit));
        encoded.push_str(if is_octet { "%" } else { "%25" });
        rest = after;
    }
    encoded.push_str(rest);
    encoded
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Relative => "it has no scheme, such as https://",
            Self::Syntax => "its syntax is not that of a URL",
            Self::Host => "its host is not ASCII: write an international name in its `xn--` form",
        })
    }
}

impl std::error::Error for AddressError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Address, AddressError};

    fn target(text: &str) -> Result<String, AddressError> {
        let address = Address::parse(text)?;
        Ok(address.to_uri().map(|uri| uri.to_string()).unwrap_or_default())
    }

    #[test]
    fn an_address_is_sent_as_it_was_written() {
        let rows = [
            ("https://h.example", Ok("https://h.example/")),
            ("HTTPS://H.Example:443/a/../B", Ok("https://h.example/B")),
            ("http://h.example:80", Ok("http://h.example/")),
            ("http://h.example:443/", Ok("http://h.example:443/")),
            ("http://[::1]:8080/a", Ok("http://[::1]:8080/a")),
            ("https://u:p@h.example/a?b#c", Ok("https://h.example/a?b")),
            ("https://h/%7e%2f~'?a='|b", Ok("https://h/%7e%2f~'?a='%7Cb")),
            ("https://h/a b/é?50%", Ok("https://h/a%20b/%C3%A9?50%25")),
            ("https://h?a=b", Ok("https://h/?a=b")),
            ("/a", Err(AddressError::Relative)),
            ("https:/a", Err(AddressError::Syntax)),
            ("https://", Err(AddressError::Syntax)),
            ("https://h:port/", Err(AddressError::Syntax)),
            ("https://h\n/", Err(AddressError::Syntax)),
            ("https://例え.jp/", Err(AddressError::Host)),
        ];
        for (text, expected) in rows {
            assert_eq!(target(text), expected.map(str::to_owned), "{text}");
        }
    }

    proptest! {
        /// References lead to the same targets as in browsers, except for what those decode, drop or repair.
        #[test]
        fn references_are_resolved_as_by_another_implementation(
            base in "https://h\\.example(:81)?(/[a-c]{1,3}){0,3}/?(\\?[a-c=]{0,3})?",
            reference in r"(/|//o\.example/)?([a-c~']{1,2}( c)?é?|\.|\.\.)?(/([a-c]{1,2}|\.|\.\.)){0,4}(\?[a-c/.]{0,4})?(#[a-c]{0,2})?",
        ) {
            let mut expected = url::Url::parse(&base).unwrap().join(&reference).unwrap();
            expected.set_fragment(None);
            let found = Address::parse(&base).unwrap().join(&reference).unwrap();
            let found = found.to_uri().map(|uri| uri.to_string());
            prop_assert_eq!(found.as_deref(), Some(expected.as_str()));
        }
    }
}
