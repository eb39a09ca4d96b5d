use std::fmt;
use std::sync::Arc;

use http::header::CONTENT_TYPE;
use http::{HeaderValue, Method, Uri};

use super::error::IamError;
use super::exchange::exchange;
use crate::body::Body;
use crate::box_future::BoxFuture;
use crate::clock::utc::from_rfc3339;
use crate::credential::{AccessToken, CredentialContext, TokenCache, TokenSource};
use crate::json::Json;
use crate::model::Secret;
use crate::transport::{BoxError, Transport};

/// A token source with a user's name and password, for the header `X-Auth-Token`.
///
/// Tokens are requested from the identity service (`POST /v3/auth/tokens`) with the transport of the
/// client that the source is given to. They are valid for a day, and renewed before their end, or
/// when the server refuses one.
///
/// ```
/// use callwright_runtime::Credential;
/// use callwright_runtime::sign::IamPassword;
///
/// let source = IamPassword::new("my-account", "my-user", "s3cret")
///     .endpoint("https://iam.cn-north-4.myhuaweicloud.com")
///     .project("cn-north-4");
/// // Of a generated client: `.token_source(source)`, by the name of the scheme.
/// let credential = Credential::source(source);
/// # let _ = credential;
/// ```
#[derive(Clone)]
#[must_use = "it is given to a client's builder"]
pub struct IamPassword {
    account: String,
    user: String,
    password: Secret,
    endpoint: String,
    project: Option<String>,
}

/// The identity service of all regions.
const ENDPOINT: &str = "https://iam.myhuaweicloud.com";

impl IamPassword {
    /// Creates a source for a user of an account (also called domain).
    pub fn new(
        account: impl Into<String>,
        user: impl Into<String>,
        password: impl Into<Secret>,
    ) -> Self {
        Self {
            account: account.into(),
            user: user.into(),
            password: password.into(),
            endpoint: ENDPOINT.to_owned(),
            project: None,
        }
    }

    /// Sets the endpoint of the identity service; `https://iam.myhuaweicloud.com` by default.
    pub fn endpoint(mut self, url: impl Into<String>) -> Self {
        self.endpoint = url.into();
        self
    }

    /// Requests tokens for a project by its name, which is the region's id for its main project. By
    /// default tokens are for the whole account.
    pub fn project(mut self, name: impl Into<String>) -> Self {
        self.project = Some(name.into());
        self
    }

    async fn request(self, transport: Arc<dyn Transport>) -> Result<AccessToken, BoxError> {
        let url = format!("{}/v3/auth/tokens?nocatalog=true", self.endpoint.trim_end_matches('/'));
        let uri: Uri = url.parse().map_err(|_| IamError::InvalidEndpoint)?;
        let mut request = http::Request::new(Body::from(self.body().to_string()));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = uri;
        let json = HeaderValue::from_static("application/json");
        request.headers_mut().insert(CONTENT_TYPE, json);
        let answer = exchange(&*transport, request).await?;
        let token = answer.headers.get("x-subject-token").and_then(|token| token.to_str().ok());
        let missing = IamError::Unusable { problem: "it has no header X-Subject-Token" };
        let token = AccessToken::new(token.ok_or(missing)?);
        let end = answer.body.pointer("/token/expires_at").and_then(Json::as_str);
        Ok(match end.and_then(from_rfc3339) {
            Some(end) => token.expires_at(end),
            None => token,
        })
    }

    /// `{"auth": {"identity": …, "scope": …}}`
    fn body(&self) -> Json {
        let text = |text: &str| Json::String(text.to_owned());
        let named = |name: &str| object([("name", text(name))]);
        let user = object([
            ("name", text(&self.user)),
            ("password", text(self.password.expose())),
            ("domain", named(&self.account)),
        ]);
        let identity = object([
            ("methods", Json::Array(vec![text("password")])),
            ("password", object([("user", user)])),
        ]);
        let scope = match &self.project {
            Some(project) => ("project", named(project)),
            None => ("domain", named(&self.account)),
        };
        object([("auth", object([("identity", identity), ("scope", object([scope]))]))])
    }
}

fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    let members = members.into_iter().map(|(name, value)| (name.to_owned(), value));
    Json::Object(members.collect())
}

impl TokenSource for IamPassword {
    fn token<'a>(&'a self, _: &'a [&'a str]) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(std::future::ready(Err(IamError::NotBound.into())))
    }

    fn bind(&self, context: &CredentialContext) -> Option<Arc<dyn TokenSource>> {
        let source = self.clone();
        let transport = Arc::clone(context.transport());
        TokenCache::new(move |_| source.clone().request(Arc::clone(&transport))).bind(context)
    }
}

impl fmt::Debug for IamPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IamPassword")
            .field("account", &self.account)
            .field("user", &self.user)
            .field("endpoint", &self.endpoint)
            .field("project", &self.project)
            .finish_non_exhaustive()
    }
}
