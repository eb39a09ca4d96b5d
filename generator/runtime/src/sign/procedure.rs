use std::time::SystemTime;

use http::header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue};
use http::uri::{PathAndQuery, Uri};
use zeroize::Zeroizing;

use super::sha256::{hmac_sha256, sha256};
use super::{AkSk, SignError, canonical, date, payload};
use crate::body::Body;

const ALGORITHM: &str = "SDK-HMAC-SHA256";
const DATE: HeaderName = HeaderName::from_static("x-sdk-date");
const PROJECT: HeaderName = HeaderName::from_static("x-project-id");
const DOMAIN: HeaderName = HeaderName::from_static("x-domain-id");
const SECURITY_TOKEN: HeaderName = HeaderName::from_static("x-security-token");

/// Signs a request that is complete except for `Host` and framing.
pub(super) fn sign(
    keys: &AkSk,
    request: &mut http::Request<Body>,
    now: SystemTime,
) -> Result<(), SignError> {
    let access_key = access_key(keys)?;
    forget_earlier_signature(request.headers_mut())?;
    settle_query(request.uri_mut())?;
    let host = canonical::host(request.uri()).ok_or(SignError::NoHost)?;

    // The signature covers these headers, so they are added first.
    let mut headers = std::mem::take(request.headers_mut());
    let completed = complete(keys, &mut headers, request.body(), now);
    *request.headers_mut() = headers;
    let Completed { hash, date } = completed?;

    let signed = canonical::headers(request.headers(), &host);
    let names = signed.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(";");
    let canonical = canonical_request(request, &signed, &names, &hash);

    let to_sign = format!("{ALGORITHM}\n{date}\n{}", sha256(&canonical));
    let signature = hmac_sha256(keys.secret_key().as_bytes(), to_sign.as_bytes())?;
    let authorization =
        format!("{ALGORITHM} Access={access_key}, SignedHeaders={names}, Signature={signature}");
    insert_secret(request.headers_mut(), AUTHORIZATION, &authorization).ok_or(SignError::AccessKey)
}

/// Builds the canonical request that both sides derive from a request. It contains the security
/// token, if there is one.
fn canonical_request(
    request: &http::Request<Body>,
    signed: &[(&str, &[u8])],
    names: &str,
    hash: &HeaderValue,
) -> Zeroizing<Vec<u8>> {
    let mut pairs = canonical::pairs(request.uri().query().unwrap_or_default());
    pairs.sort_unstable();

    let mut canonical = Zeroizing::new(Vec::new());
    let mut line = |parts: &[&[u8]]| {
        for part in parts {
            canonical.extend_from_slice(part);
        }
        canonical.push(b'\n');
    };
    line(&[request.method().as_str().to_ascii_uppercase().as_bytes()]);
    line(&[canonical::path(request.uri().path()).as_bytes()]);
    line(&[canonical::query(&pairs).as_bytes()]);
    for (name, value) in signed {
        line(&[name.as_bytes(), b":", value]);
    }
    line(&[]);
    line(&[names.as_bytes()]);
    canonical.extend_from_slice(hash.as_bytes());
    canonical
}

/// The access key, which appears verbatim in `Authorization`.
fn access_key(keys: &AkSk) -> Result<&str, SignError> {
    let (access, secret) = (keys.access_key(), keys.secret_key());
    if access.is_empty() || !access.bytes().all(|b| b.is_ascii_graphic() && b != b',') {
        return Err(SignError::AccessKey);
    }
    if secret.is_empty() || secret.contains(char::is_control) {
        return Err(SignError::SecretKey);
    }
    Ok(access)
}

/// Removes an earlier signature and its date before a retry. Any other authorization is kept.
fn forget_earlier_signature(headers: &mut HeaderMap) -> Result<(), SignError> {
    let Some(authorization) = headers.get(AUTHORIZATION) else { return Ok(()) };
    if !authorization.as_bytes().starts_with(ALGORITHM.as_bytes()) {
        return Err(SignError::AlreadyAuthorized);
    }
    headers.remove(AUTHORIZATION);
    headers.remove(DATE);
    Ok(())
}

/// Percent-encodes the query in full, in its own order, so that no parser can take a `+` for a
/// space or overlook a name without `=`.
fn settle_query(uri: &mut Uri) -> Result<(), SignError> {
    let Some(query) = uri.query() else { return Ok(()) };
    let settled = canonical::query(&canonical::pairs(query));
    if settled == query {
        return Ok(());
    }
    let mut target = uri.path().to_owned();
    if !settled.is_empty() {
        target.push('?');
        target.push_str(&settled);
    }
    let target = PathAndQuery::try_from(target).map_err(|_| SignError::UriTooLong)?;
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(target);
    *uri = Uri::from_parts(parts).map_err(|_| SignError::UriTooLong)?;
    Ok(())
}

struct Completed {
    hash: HeaderValue,
    date: String,
}

/// Adds the headers that belong to the signature. A project, domain or date header of the request
/// is kept.
fn complete(
    keys: &AkSk,
    headers: &mut HeaderMap,
    body: &Body,
    now: SystemTime,
) -> Result<Completed, SignError> {
    for value in headers.values_mut() {
        let trimmed = value.as_bytes().trim_ascii();
        if trimmed.len() < value.len() {
            let mut sent = HeaderValue::from_bytes(trimmed).map_err(|_| SignError::Header)?;
            sent.set_sensitive(value.is_sensitive());
            *value = sent;
        }
    }
    if let Some((name, id)) = scope(keys)
        && !headers.contains_key(&name)
    {
        headers.insert(name, HeaderValue::from_str(id).map_err(|_| SignError::Scope)?);
    }
    if let Some(token) = keys.token() {
        insert_secret(headers, SECURITY_TOKEN, token).ok_or(SignError::SecurityToken)?;
    }
    let hash = payload::hash(headers, body)?;
    Ok(Completed { hash, date: settle_date(headers, now)? })
}

/// Returns the date of the request, or sets it to the current time.
fn settle_date(headers: &mut HeaderMap, now: SystemTime) -> Result<String, SignError> {
    if let Some(given) = headers.get(&DATE) {
        let given = given.to_str().ok().filter(|given| date::is_valid(given));
        return given.map(str::to_owned).ok_or(SignError::Date);
    }
    let date = date::write(now);
    headers.insert(DATE, HeaderValue::from_str(&date).map_err(|_| SignError::Date)?);
    Ok(date)
}

/// The owner of the requested resources: a project, or a domain.
fn scope(keys: &AkSk) -> Option<(HeaderName, &str)> {
    keys.project().map(|id| (PROJECT, id)).or_else(|| keys.domain().map(|id| (DOMAIN, id)))
}

/// Inserts a header marked as sensitive, which HTTP libraries do not log.
fn insert_secret(headers: &mut HeaderMap, name: HeaderName, value: &str) -> Option<()> {
    let mut value = HeaderValue::from_str(value).ok()?;
    value.set_sensitive(true);
    headers.insert(name, value);
    Some(())
}
