use std::fmt;

use super::SIGNED_BODY_LIMIT;

/// The reason why a request cannot be signed. Nothing was sent. No message contains a key or a
/// token.
///
/// ```
/// use callwright_runtime::sign::SignError;
///
/// // The URI of a signed request needs a host.
/// assert!(!SignError::NoHost.to_string().is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignError {
    /// The access key is empty or contains characters that a header cannot hold.
    AccessKey,
    /// The secret key is empty or contains a control character.
    SecretKey,
    /// The security token contains characters that a header cannot hold.
    SecurityToken,
    /// The project or domain id contains characters that a header cannot hold.
    Scope,
    /// The body has more than [`SIGNED_BODY_LIMIT`] bytes.
    BodyTooLarge {
        /// The size of the body in bytes, or a lower bound of it.
        length: usize,
    },
    /// The body is a stream of a media type that must be signed.
    StreamedBody,
    /// The request has a date in a format other than `20240229T235959Z`.
    Date,
    /// The request has an `Authorization` header that is not a signature.
    AlreadyAuthorized,
    /// The request's URI has no host.
    NoHost,
    /// The request's URI is too long with its query percent-encoded in full.
    UriTooLong,
    /// A header of the request is invalid.
    Header,
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AccessKey => f.write_str(
                "the access key is empty or holds a space, a comma, or a character that a header \
                 cannot; is there a line break at its end?",
            ),
            Self::SecretKey => f.write_str(
                "the secret key is empty or holds a control character; is there a line break at \
                 its end?",
            ),
            Self::SecurityToken => f.write_str(
                "the security token holds a character that a header cannot; is there a line break \
                 at its end?",
            ),
            Self::Scope => f.write_str(
                "the id of the project or domain holds a character that a header cannot; is there \
                 a line break at its end?",
            ),
            Self::BodyTooLarge { length } => write!(
                f,
                "its body has {length} bytes or more, and signed requests may have \
                 {SIGNED_BODY_LIMIT}; use a token instead of keys for it",
            ),
            Self::StreamedBody => f.write_str(
                "its body is a stream, whose hash is not known before it is sent; give it in \
                 memory, set the header X-Sdk-Content-Sha256 to its hash, or use a token instead \
                 of keys",
            ),
            Self::Date => f.write_str(
                "its header X-Sdk-Date is not of the form 20240229T235959Z; leave the header out",
            ),
            Self::AlreadyAuthorized => f.write_str(
                "it has an Authorization header already; use either that credential or the keys",
            ),
            Self::NoHost => f.write_str("its URI has no host"),
            Self::UriTooLong => {
                f.write_str("its URI is too long once the query is encoded; shorten the arguments")
            }
            Self::Header => f.write_str("one of its headers cannot be sent"),
        }
    }
}

impl std::error::Error for SignError {}
