use http::Uri;

use super::error::IamError;
use super::exchange::exchange;
use crate::body::Body;
use crate::clock::{Clock as _, SystemClock};
use crate::credential::Signer as _;
use crate::encode::{Keep, encode};
use crate::json::Json;
use crate::sign::AkSk;
use crate::transport::{BoxError, Transport};

/// Looks up the id of a project by its name, which is the region's id for its main project, at the
/// identity service (`GET /v3/projects`).
///
/// # Errors
/// The service cannot be reached or refuses the keys ([`IamError`]), or the account does not have
/// exactly one project of that name.
///
/// ```no_run
/// # #[cfg(feature = "reqwest")]
/// # async fn id() -> Result<String, callwright_runtime::transport::BoxError> {
/// use std::time::Duration;
///
/// use callwright_runtime::sign::{AkSk, project_id};
/// use callwright_runtime::transport::Reqwest;
///
/// let transport = Reqwest::new(Duration::from_secs(10))?;
/// let iam = "https://iam.cn-north-4.myhuaweicloud.com";
/// let id = project_id(&transport, iam, &AkSk::discover()?, "cn-north-4").await?;
/// # Ok(id)
/// # }
/// ```
pub async fn project_id(
    transport: &dyn Transport,
    endpoint: &str,
    keys: &AkSk,
    name: &str,
) -> Result<String, BoxError> {
    let mut url = format!("{}/v3/projects?name=", endpoint.trim_end_matches('/'));
    encode(name, Keep::Unreserved, &mut url);
    let uri: Uri = url.parse().map_err(|_| IamError::InvalidEndpoint)?;
    let mut request = http::Request::new(Body::empty());
    *request.uri_mut() = uri;
    keys.sign(&mut request, SystemClock.now())?;
    let answer = exchange(transport, request).await?;
    let projects = match answer.body.get("projects") {
        Some(Json::Array(projects)) => projects.as_slice(),
        _ => return Err(IamError::Unusable { problem: "it has no list of projects" }.into()),
    };
    match projects {
        [project] => project
            .get("id")
            .and_then(Json::as_str)
            .map(str::to_owned)
            .ok_or_else(|| IamError::Unusable { problem: "the project has no id" }.into()),
        found => Err(IamError::Projects { name: name.to_owned(), found: found.len() }.into()),
    }
}
