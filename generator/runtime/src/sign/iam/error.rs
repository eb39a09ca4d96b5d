use std::fmt;

use http::StatusCode;

/// The reason why the identity service or the metadata service of the instance provided nothing. It
/// never shows a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum IamError {
    /// The endpoint is not an absolute HTTP URL.
    InvalidEndpoint,
    /// The service answered with an error.
    Refused {
        /// The status of the answer.
        status: StatusCode,
        /// Its code and message.
        reason: String,
    },
    /// The service answered with something else than expected.
    Unusable {
        /// The fault of the answer.
        problem: &'static str,
    },
    /// The account has no project, or several, of this name.
    Projects {
        /// The name.
        name: String,
        /// The number of projects.
        found: usize,
    },
    /// The source is not part of a client yet, so that it has no transport.
    NotBound,
}

impl fmt::Display for IamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidEndpoint => f.write_str(
                "the endpoint is not an absolute URL; it looks like \
                 https://iam.cn-north-4.myhuaweicloud.com",
            ),
            Self::Refused { status, reason } => {
                write!(f, "the service answered {}", status.as_u16())?;
                if reason.is_empty() { Ok(()) } else { write!(f, ": {reason}") }
            }
            Self::Unusable { problem } => write!(f, "the service's answer is unusable: {problem}"),
            Self::Projects { name, found } => write!(
                f,
                "the account has {found} projects named {name:?}, so that the project id has to be \
                 set"
            ),
            Self::NotBound => f.write_str("the source of the credential is not part of a client"),
        }
    }
}

impl std::error::Error for IamError {}
