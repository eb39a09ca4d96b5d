use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::response::Parts;
use http::{HeaderValue, Method, Uri};

use super::aksk::AkSk;
use super::iam::{IamError, exchange};
use super::source::KeySourceError;
use crate::body::Body;
use crate::box_future::BoxFuture;
use crate::clock::utc::from_rfc3339;
use crate::clock::{Clock, within};
use crate::credential::{Cache, CredentialContext, Fetched, Signer};
use crate::json::Json;
use crate::transport::{BoxError, Transport};

/// The address of the metadata service, which only an instance of the cloud can reach.
const METADATA: &str = "http://169.254.169.254";
/// The limit of one request to it.
const METADATA_LIMIT: Duration = Duration::from_secs(3);
/// The lifetime of its session token, in seconds.
const SESSION: HeaderValue = HeaderValue::from_static("21600");

/// A signer that finds its keys: in the environment, otherwise in the credentials file, otherwise at
/// the metadata service of the instance that the program runs on.
///
/// The first two are [`AkSk::discover`]. The metadata service gives temporary keys, which are renewed
/// before their end; each of its two requests may take 3 seconds. Keys are looked up with the first
/// request of a client.
///
/// ```
/// use callwright_runtime::Credential;
/// use callwright_runtime::sign::KeyChain;
///
/// // Of a generated client: `.credentials(KeyChain::new())`, by the name of the scheme.
/// let credential = Credential::signer(KeyChain::new());
/// # let _ = credential;
/// ```
#[derive(Clone)]
#[must_use = "it is given to a client's builder"]
pub struct KeyChain {
    local: Arc<Local>,
    metadata: String,
}

type Local = dyn Fn() -> Result<AkSk, KeySourceError> + Send + Sync;

impl KeyChain {
    /// Creates the chain: environment, file, instance.
    pub fn new() -> Self {
        Self { local: Arc::new(AkSk::discover), metadata: METADATA.to_owned() }
    }

    /// Sets the URL of the metadata service; `http://169.254.169.254` by default.
    pub fn metadata_endpoint(mut self, url: impl Into<String>) -> Self {
        self.metadata = url.into();
        self
    }

    /// Skips the environment and the file, so that only the instance has keys.
    pub fn instance_only(mut self) -> Self {
        self.local = Arc::new(|| Err(KeySourceError::NotSet));
        self
    }
}

impl Default for KeyChain {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for KeyChain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyChain")
            .field("metadata_endpoint", &self.metadata)
            .finish_non_exhaustive()
    }
}

/// Without a client there is no transport, so only the environment and the file have keys.
impl Signer for KeyChain {
    fn sign(&self, request: &mut http::Request<Body>, now: SystemTime) -> Result<(), BoxError> {
        (self.local)()?.sign(request, now)
    }

    fn bind(&self, context: &CredentialContext) -> Option<Arc<dyn Signer>> {
        Some(Arc::new(Bound {
            cache: Cache::new(Arc::clone(context.clock()), context.timeout()),
            transport: Arc::clone(context.transport()),
            clock: Arc::clone(context.clock()),
            chain: self.clone(),
        }))
    }
}

/// The chain within a client.
struct Bound {
    cache: Cache<AkSk>,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
    chain: KeyChain,
}

impl Signer for Bound {
    fn prepare(&self) -> Option<BoxFuture<'_, Result<(), BoxError>>> {
        let fetch = || -> BoxFuture<'static, _> {
            let found =
                find(self.chain.clone(), Arc::clone(&self.transport), Arc::clone(&self.clock));
            Box::pin(found)
        };
        Some(Box::pin(async move { self.cache.get(fetch).await.map(drop) }))
    }

    fn sign(&self, request: &mut http::Request<Body>, now: SystemTime) -> Result<(), BoxError> {
        self.cache.held().ok_or("no keys were found")?.sign(request, now)
    }

    fn remark(&self, answer: &Parts, now: SystemTime) -> Option<String> {
        self.cache.held()?.remark(answer, now)
    }
}

async fn find(
    chain: KeyChain,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
) -> Result<Fetched<AkSk>, BoxError> {
    let nowhere = match (chain.local)() {
        Ok(keys) => return Ok(Fetched { value: keys, expires_at: None }),
        // Neither the environment nor the file has keys. A mistake in one of them is not hidden.
        Err(
            error @ (KeySourceError::NotSet
            | KeySourceError::Nowhere { .. }
            | KeySourceError::NoHome),
        ) => error,
        Err(error) => return Err(error.into()),
    };
    of_instance(&chain.metadata, &*transport, &*clock).await.map_err(|error| {
        format!("{nowhere}; and the metadata service of the instance has none: {error}").into()
    })
}

/// The temporary keys of the agency of the instance.
async fn of_instance(
    endpoint: &str,
    transport: &dyn Transport,
    clock: &dyn Clock,
) -> Result<Fetched<AkSk>, BoxError> {
    let endpoint = endpoint.trim_end_matches('/');
    let ask = async |method: Method, path: &str, header: (&'static str, HeaderValue)| {
        let uri: Uri =
            format!("{endpoint}{path}").parse().map_err(|_| IamError::InvalidEndpoint)?;
        let mut request = http::Request::new(Body::empty());
        *request.method_mut() = method;
        *request.uri_mut() = uri;
        request.headers_mut().insert(header.0, header.1);
        within(clock.sleep(METADATA_LIMIT), exchange(transport, request))
            .await
            .unwrap_or_else(|| Err(format!("no answer within {METADATA_LIMIT:?}").into()))
    };
    let lifetime = ("x-metadata-token-ttl-seconds", SESSION);
    let session = ask(Method::PUT, "/meta-data/latest/api/token", lifetime).await?;
    let mut session = HeaderValue::from_str(session.text.trim())?;
    session.set_sensitive(true);
    let path = "/openstack/latest/securitykey";
    let answer = ask(Method::GET, path, ("x-metadata-token", session)).await?;
    let text =
        |name: &str| answer.body.pointer(&format!("/credential/{name}")).and_then(Json::as_str);
    let (Some(access), Some(secret)) = (text("access"), text("secret")) else {
        return Err(IamError::Unusable { problem: "it has no keys" }.into());
    };
    let mut keys = AkSk::new(access, secret);
    if let Some(token) = text("securitytoken") {
        keys = keys.security_token(token);
    }
    Ok(Fetched { value: keys, expires_at: text("expires_at").and_then(from_rfc3339) })
}
