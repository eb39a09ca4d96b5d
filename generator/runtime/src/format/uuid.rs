//! Conversions to and from `uuid`.

use super::Uuid;
use super::convert::conversions;

conversions! {
    /// The identifier: with hyphens, without, in braces, or as a URN (RFC 9562, section 4).
    Uuid => ::uuid::Uuid, "a UUID", ::uuid::Uuid::parse_str;
}

impl From<::uuid::Uuid> for Uuid {
    /// In lower case, with hyphens.
    fn from(id: ::uuid::Uuid) -> Self {
        Self(id.to_string())
    }
}
