//! Fetches files from other hosts, if the user permits it.

use std::io::Read;
use std::time::Duration;

use url::Url;

/// The timeout for one file.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Resolves `uri` against the file at `base` (RFC 3986, section 5); `None` if the result is not a
/// URL.
pub(super) fn join(base: Option<&str>, uri: &str) -> Option<String> {
    let address = match base {
        Some(base) => Url::parse(base).ok()?.join(uri).ok()?,
        None => Url::parse(uri).ok()?,
    };
    Some(address.into())
}

/// Fetches a file of at most `limit` bytes; returns the reason if that fails.
pub(super) fn fetch(address: &str, limit: u64) -> Result<Vec<u8>, String> {
    // A document is not trusted to choose other protocols.
    if !address.starts_with("https://") && !address.starts_with("http://") {
        return Err("only http and https addresses are fetched".to_owned());
    }
    let config = ureq::Agent::config_builder().timeout_global(Some(TIMEOUT)).build();
    let response = ureq::Agent::new_with_config(config).get(address).call();
    let body = response.map_err(|error| error.to_string())?.into_body();
    let mut bytes = Vec::new();
    let read = body.into_reader().take(limit.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| error.to_string())?;
    Ok(bytes)
}
