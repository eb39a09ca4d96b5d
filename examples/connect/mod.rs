//! Connects the examples to a service: settings from the environment, and advice if the service
//! rejects them.

use std::env;

use modelarts::types::{DevEnvironError, ErrorCode};
use modelarts::{AkSk, Client, ClientBuilder, Error};

/// A client of the service in the environment, or `None` if there is none: then the examples use
/// their recordings.
///
/// The service is `MODELARTS_ENDPOINT` (a URL) or `MODELARTS_REGION` (such as `cn-north-4`). The
/// credential is `MODELARTS_TOKEN`, or the keys that [`AkSk::discover`] finds. The project is
/// `HUAWEICLOUD_SDK_PROJECT_ID`, or the one that comes with the keys.
///
/// # Errors
/// A sentence for each missing setting, with what to do about it.
pub(crate) fn service() -> Result<Option<ClientBuilder>, Vec<String>> {
    let mut builder = Client::builder();
    match (set("MODELARTS_ENDPOINT"), set("MODELARTS_REGION")) {
        (None, None) => {
            for name in ["MODELARTS_TOKEN", "HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_PROJECT_ID"] {
                if set(name).is_some() {
                    eprintln!(
                        "{name} is not used: set MODELARTS_ENDPOINT or MODELARTS_REGION as well."
                    );
                }
            }
            return Ok(None);
        }
        (endpoint, region) => {
            if let Some(region) = region {
                builder = builder.region(region);
            }
            if let Some(endpoint) = endpoint {
                builder = builder.endpoint(endpoint);
            }
        }
    }
    let mut missing = Vec::new();
    let mut project = set("HUAWEICLOUD_SDK_PROJECT_ID");
    if let Some(token) = set("MODELARTS_TOKEN") {
        builder = builder.token(token);
    } else {
        match AkSk::discover() {
            Ok(keys) => {
                project = project.or(keys.project().map(str::to_owned));
                builder = builder.credentials(keys);
            }
            Err(error) => missing.push(format!(
                "There are no credentials. Set MODELARTS_TOKEN to a token of the identity \
                 service, or use keys: {error}."
            )),
        }
    }
    match project {
        Some(project) => builder = builder.project_id(project),
        None => missing.push(
            "Set HUAWEICLOUD_SDK_PROJECT_ID to the id of the project that owns the instances; \
             the console shows it under My Credentials, one for each region."
                .to_owned(),
        ),
    }
    if missing.is_empty() { Ok(Some(builder)) } else { Err(missing) }
}

fn set(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// Prints why a call failed, and what to do about the most common reasons.
pub(crate) fn explain(error: &Error<DevEnvironError>) {
    match (error.message(), error.error_code(), error.status()) {
        (Some(message), Some(code), Some(status)) => {
            let id = error.request_id().unwrap_or("unknown");
            eprintln!("{message}");
            eprintln!("Code {code}, status {status}, request id {id}.");
        }
        // Nothing was sent, or the response is undocumented.
        _ => eprintln!("{error}"),
    }
    if let Some(advice) = advice(error) {
        eprintln!("{advice}");
    }
}

fn advice(error: &Error<DevEnvironError>) -> Option<&'static str> {
    let code = error.api().and_then(|failure| failure.error_code.as_ref());
    if code == Some(&ErrorCode::GatewayProjectUnavailable) || error.is_forbidden() {
        Some(
            "The credentials are good, but not for this project: HUAWEICLOUD_SDK_PROJECT_ID has to \
             name a project of the region that is called, in which the user may use ModelArts.",
        )
    } else if error.is_unauthorized() {
        Some(
            "A token is valid for 24 hours and for one project of one region, keys only while this \
             machine's clock is right. Do not try again in a loop: five failures lock the keys.",
        )
    } else if error.is_connect() {
        Some(
            "No server answers there: is MODELARTS_REGION a region with ModelArts, or \
             MODELARTS_ENDPOINT its URL, and can this machine reach it?",
        )
    } else if code == Some(&ErrorCode::InstanceNotFound) {
        Some("There is no such instance; it may have been deleted before.")
    } else if error.is_not_found() {
        Some("This API is not there: is MODELARTS_ENDPOINT the URL of ModelArts, without a path?")
    } else {
        None
    }
}
