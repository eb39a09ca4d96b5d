use std::fmt;
use std::path::Path;

use hmac::{Hmac, Mac as _};
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use http::{HeaderName, HeaderValue};
use http_body::Body as _;
use sha2::Sha256;

use super::canonical::{self, SignedHeaders, hex, sha256};
use super::{SignError, profile};
use crate::Secret;
use crate::body::Body;
use crate::credential::{Credential, Signer};
use crate::encode::header_value;
use crate::transport::BoxError;

const ALGORITHM: &str = "SDK-HMAC-SHA256";
const UNSIGNED: &str = "UNSIGNED-PAYLOAD";
/// The largest body that a gateway accepts with a signature, in bytes.
const BODY_LIMIT: u64 = 12 * 1024 * 1024;

const X_SDK_DATE: HeaderName = HeaderName::from_static("x-sdk-date");
const X_SDK_CONTENT_SHA256: HeaderName = HeaderName::from_static("x-sdk-content-sha256");
const X_SECURITY_TOKEN: HeaderName = HeaderName::from_static("x-security-token");
const X_PROJECT_ID: HeaderName = HeaderName::from_static("x-project-id");
const X_DOMAIN_ID: HeaderName = HeaderName::from_static("x-domain-id");

/// An access key and its secret key, which sign requests by `SDK-HMAC-SHA256`.
///
/// Every attempt gets a signature of its own, dated by the client's clock. A
/// request that has an `Authorization` header already is left as it is. Some
/// gateways lock keys for minutes after a few wrong signatures: do not repeat
/// a call that failed with [`is_unauthorized`](crate::Error::is_unauthorized).
///
/// The keys are overwritten in memory when they are dropped, and no `Debug`
/// shows them.
#[derive(Clone)]
pub struct AkSk {
    pub(super) access_key: String,
    pub(super) secret_key: Secret,
    pub(super) security_token: Option<Secret>,
    pub(super) project_id: Option<String>,
    pub(super) domain_id: Option<String>,
}

impl AkSk {
    /// Permanent keys.
    #[must_use]
    pub fn new(access_key: impl Into<String>, secret_key: impl Into<Secret>) -> Self {
        Self {
            access_key: access_key.into(),
            secret_key: secret_key.into(),
            security_token: None,
            project_id: None,
            domain_id: None,
        }
    }

    /// The token that temporary keys come with, sent as `X-Security-Token`.
    #[must_use]
    pub fn security_token(mut self, token: impl Into<Secret>) -> Self {
        self.security_token = Some(token.into());
        self
    }

    /// Names the project in `X-Project-Id`, for keys that have several.
    #[must_use]
    pub fn project_id(mut self, project_id: impl Into<String>) -> Self {
        self.project_id = Some(project_id.into());
        self
    }

    /// Names the account in `X-Domain-Id`, for global services.
    #[must_use]
    pub fn domain_id(mut self, domain_id: impl Into<String>) -> Self {
        self.domain_id = Some(domain_id.into());
        self
    }

    /// The keys of `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`, and the
    /// token of `HUAWEICLOUD_SDK_SECURITY_TOKEN` if it is set.
    ///
    /// # Errors
    /// One of the keys is not set, or is empty.
    pub fn from_env() -> Result<Self, SignError> {
        Self::from_lookup(|name| std::env::var(name).ok())
    }

    /// The same from any source of named values.
    pub(super) fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, SignError> {
        let value = |name: &str| {
            lookup(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
        };
        let required = |name: &str| {
            value(name).ok_or_else(|| {
                SignError::new(format!(
                    "the environment variable {name} is not set; it holds half of a pair of keys"
                ))
            })
        };
        let mut keys = Self::new(required("HUAWEICLOUD_SDK_AK")?, required("HUAWEICLOUD_SDK_SK")?);
        keys.security_token = value("HUAWEICLOUD_SDK_SECURITY_TOKEN").map(Secret::from);
        Ok(keys)
    }

    /// The keys of the section `[basic]` of the profile file: the one that
    /// `HUAWEICLOUD_SDK_CREDENTIALS_FILE` names, else `~/.huaweicloud/credentials`.
    ///
    /// # Errors
    /// The file cannot be read, or has no such section, or lacks a key.
    pub fn from_profile() -> Result<Self, SignError> {
        profile::read(&profile::path()?, "basic")
    }

    /// The keys of a section of a profile file: an INI file whose sections
    /// hold `ak`, `sk`, and optionally `security_token`, `project_id` and
    /// `domain_id`. A `%` has no special meaning; a `#` or `;` begins a comment
    /// at the start of a line and after a blank.
    ///
    /// # Errors
    /// The file cannot be read, or has no such section, or lacks a key.
    pub fn from_profile_at(path: impl AsRef<Path>, section: &str) -> Result<Self, SignError> {
        profile::read(path.as_ref(), section)
    }

    /// What signing adds before the signature itself.
    fn complete(
        &self,
        request: &mut http::Request<Body>,
        now: jiff::Timestamp,
    ) -> Result<(), SignError> {
        let authority = request.uri().authority().map(ToString::to_string).ok_or_else(|| {
            SignError::new("the request has no host; sign it once its URL is complete")
        })?;
        let empty = request.body().as_bytes().is_some_and(<[u8]>::is_empty);
        let unsigned = request.headers().get(CONTENT_TYPE).is_some_and(|media| {
            let media = media.as_bytes().trim_ascii();
            !media.starts_with(b"application/json") && !media.starts_with(b"application/bson")
        });
        let date = now.strftime("%Y%m%dT%H%M%SZ").to_string();
        let scope = match (&self.project_id, &self.domain_id) {
            (Some(project), _) => Some((X_PROJECT_ID, project)),
            (None, Some(domain)) => Some((X_DOMAIN_ID, domain)),
            (None, None) => None,
        };
        let headers = request.headers_mut();
        if let Some((name, value)) = scope {
            headers.entry(name).or_insert(visible(value, false)?);
        }
        if let Some(token) = &self.security_token {
            headers.entry(X_SECURITY_TOKEN).or_insert(visible(token.expose(), true)?);
        }
        if unsigned && !empty {
            headers.entry(X_SDK_CONTENT_SHA256).or_insert(HeaderValue::from_static(UNSIGNED));
        }
        headers.entry(X_SDK_DATE).or_insert(visible(&date, false)?);
        headers.entry(HOST).or_insert(visible(&authority, false)?);
        // What is signed is trimmed, so what is sent has to be as well.
        for value in headers.values_mut() {
            let trimmed = value.as_bytes().trim_ascii();
            if trimmed.len() < value.len()
                && let Ok(mut shorter) = HeaderValue::from_bytes(trimmed)
            {
                shorter.set_sensitive(value.is_sensitive());
                *value = shorter;
            }
        }
        Ok(())
    }

    fn signature(&self, text: &str) -> Result<String, SignError> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret_key.expose().as_bytes())
            .map_err(|_| SignError::new("the secret key cannot be used"))?;
        mac.update(text.as_bytes());
        Ok(hex(&mac.finalize().into_bytes()))
    }

    fn authorize(
        &self,
        request: &mut http::Request<Body>,
        now: jiff::Timestamp,
    ) -> Result<(), SignError> {
        if request.headers().contains_key(AUTHORIZATION) {
            return Ok(());
        }
        if request.body().size_hint().lower() > BODY_LIMIT {
            return Err(SignError::new(
                "the body is larger than the 12 MB that can be signed; authenticate this call by \
                 a token instead",
            ));
        }
        self.complete(request, now)?;
        let payload = payload(request)?;
        let date = match request.headers().get(X_SDK_DATE).map(HeaderValue::to_str) {
            Some(Ok(date)) => date.to_owned(),
            _ => return Err(SignError::new("the header X-Sdk-Date is not text")),
        };
        let signed = SignedHeaders::of(request.headers());
        let canonical =
            canonical::request(request.method().as_str(), request.uri(), &signed, &payload);
        let text = format!("{ALGORITHM}\n{date}\n{}", sha256(canonical.as_bytes()));
        let authorization = format!(
            "{ALGORITHM} Access={}, SignedHeaders={}, Signature={}",
            self.access_key,
            signed.names(),
            self.signature(&text)?
        );
        request.headers_mut().insert(AUTHORIZATION, visible(&authorization, true)?);
        Ok(())
    }
}

/// The hash of the body, or what stands for it.
fn payload(request: &http::Request<Body>) -> Result<String, SignError> {
    let bytes = request.body().as_bytes();
    if bytes.is_some_and(<[u8]>::is_empty) {
        return Ok(sha256(b""));
    }
    match (request.headers().get(X_SDK_CONTENT_SHA256), bytes) {
        (Some(given), _) => given
            .to_str()
            .map(str::to_owned)
            .map_err(|_| SignError::new("the header X-Sdk-Content-Sha256 is not text")),
        (None, Some(bytes)) => Ok(sha256(bytes)),
        (None, None) => Err(SignError::new(
            "a streamed body of JSON cannot be signed; send it from memory, or set the header \
             X-Sdk-Content-Sha256",
        )),
    }
}

fn visible(text: &str, sensitive: bool) -> Result<HeaderValue, SignError> {
    let mut value = header_value(text).map_err(|_| {
        SignError::new("a key or id holds a character that a header cannot, such as a line break")
    })?;
    value.set_sensitive(sensitive);
    Ok(value)
}

impl Signer for AkSk {
    fn sign(
        &self,
        request: &mut http::Request<Body>,
        now: jiff::Timestamp,
    ) -> Result<(), BoxError> {
        Ok(self.authorize(request, now)?)
    }
}

impl From<AkSk> for Credential {
    fn from(keys: AkSk) -> Self {
        Self::signer(keys)
    }
}

impl fmt::Debug for AkSk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AkSk")
            .field("temporary", &self.security_token.is_some())
            .field("project_id", &self.project_id)
            .field("domain_id", &self.domain_id)
            .finish_non_exhaustive()
    }
}
