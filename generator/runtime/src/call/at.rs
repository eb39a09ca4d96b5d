use http::Uri;
use http::uri::PathAndQuery;

use crate::client;
use crate::error::Fault;

/// A URL that an answer gave.
#[derive(Clone, Debug)]
pub(super) enum At {
    Absolute(Uri),
    /// On the client's server.
    Path(PathAndQuery),
}

impl At {
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        if text.starts_with('/') && !text.starts_with("//") {
            let path = text.parse().map_err(|error: http::uri::InvalidUri| {
                Fault::argument("the URL holds a character that no URL has").source(error)
            })?;
            return Ok(Self::Path(path));
        }
        client::absolute(text).map(Self::Absolute)
    }

    /// The URL on the server of `base`, if it does not name one itself.
    pub(super) fn on(&self, base: &Uri) -> Result<Uri, Fault> {
        match self {
            Self::Absolute(uri) => Ok(uri.clone()),
            Self::Path(path) => {
                let mut parts = base.clone().into_parts();
                parts.path_and_query = Some(path.clone());
                Uri::from_parts(parts).map_err(|error| {
                    Fault::configuration("the base URL has no scheme or no host").source(error)
                })
            }
        }
    }
}
