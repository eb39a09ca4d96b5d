//! Conversions to `url`.

use super::Uri;
use super::convert::conversions;

conversions! {
    /// The URL, if the text is an absolute one (WHATWG URL Standard); a relative reference is
    /// refused.
    Uri => ::url::Url, "an absolute URL", ::url::Url::parse;
}

impl From<::url::Url> for Uri {
    fn from(url: ::url::Url) -> Self {
        Self(url.into())
    }
}
