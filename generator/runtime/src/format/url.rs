//! Absolute URIs as the type of `url`.

use super::Uri;
use super::convert::conversions;

conversions! {
    /// The URL, where the text is an absolute one (WHATWG URL Standard): a reference alone is refused.
    Uri => ::url::Url, "an absolute URL", ::url::Url::parse;
}

impl From<::url::Url> for Uri {
    fn from(url: ::url::Url) -> Self {
        Self(url.into())
    }
}
