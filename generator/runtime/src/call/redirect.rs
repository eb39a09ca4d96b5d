//! Redirects (RFC 9110, section 15.4).

use http::header::{
    CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_LOCATION, CONTENT_TYPE, LOCATION,
};
use http::response::Parts;
use http::{HeaderMap, Method, StatusCode, Uri};

use super::select::{Role, response};
use crate::address::Address;
use crate::body::Body;
use crate::describe::Operation;
use crate::origin::without_query;

/// The redirects that a call follows.
///
/// None by default: the response is returned, and its error names the target. A redirect that is
/// followed keeps to RFC 9110, section 15.4:
///
/// | status | the next request |
/// |---|---|
/// | 301, 302 | the same; `GET` after `POST` |
/// | 303 | `GET`, or `HEAD` after `HEAD` |
/// | 307, 308 | the same |
///
/// Credentials, cookies and signatures go to the origin of the client's server only: a request to
/// another origin, and every one after it, has only headers about its content. A body is sent again
/// only if it is in memory. No redirect leads from `https` to `http`. A status that the document
/// describes as an output is never followed.
///
/// ```
/// use callwright_runtime::Redirects;
///
/// let redirects = Redirects::up_to(5);
/// # let _ = redirects;
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Redirects(u32);

impl Redirects {
    /// Follows no redirect.
    #[must_use]
    pub const fn none() -> Self {
        Self(0)
    }

    /// Follows up to this many redirects, one after the other.
    #[must_use]
    pub const fn up_to(limit: u32) -> Self {
        Self(limit)
    }

    pub(crate) fn limit(self) -> u32 {
        self.0
    }
}

/// A request before its credentials, from which the request after a redirect is made.
pub(super) struct Hop {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    /// `None` if it is a stream.
    body: Option<Body>,
}

/// The decision on a redirect.
pub(super) enum Follow {
    Next(Box<http::Request<Body>>),
    /// The reason against it.
    Not(&'static str),
}

impl Hop {
    pub(super) fn of(request: &http::Request<Body>) -> Self {
        Self {
            method: request.method().clone(),
            uri: request.uri().clone(),
            headers: request.headers().clone(),
            body: request.body().try_clone(),
        }
    }

    /// The request that a redirect asks for.
    pub(super) fn follow(self, redirect: &Parts) -> Follow {
        let Some(target) = target(&self.uri, redirect) else {
            return Follow::Not("not followed, since that is not a URL of HTTP");
        };
        if self.uri.scheme_str() == Some("https") && target.scheme_str() == Some("http") {
            return Follow::Not("not followed, since it leads from https to http");
        }
        let mut headers = self.headers;
        let becomes_get = match redirect.status {
            StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND => self.method == Method::POST,
            StatusCode::SEE_OTHER => self.method != Method::HEAD,
            _ => false,
        };
        let (method, body) = if becomes_get {
            for name in
                [CONTENT_TYPE, CONTENT_LENGTH, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LOCATION]
            {
                headers.remove(name);
            }
            (Method::GET, Some(Body::empty()))
        } else {
            (self.method, self.body)
        };
        let Some(body) = body else {
            return Follow::Not("not followed, since the streamed body was sent already");
        };
        let mut request = http::Request::new(body);
        *request.method_mut() = method;
        *request.uri_mut() = target;
        *request.headers_mut() = headers;
        Follow::Next(Box::new(request))
    }
}

/// Whether a response only says where to send the request instead.
pub(super) fn is_redirect(operation: &Operation, parts: &Parts) -> bool {
    matches!(parts.status.as_u16(), 301 | 302 | 303 | 307 | 308)
        && parts.headers.contains_key(LOCATION)
        && !matches!(response(operation, parts.status), Some((Role::Success, _)))
}

/// The absolute URL of `Location`, without user, password and fragment.
fn target(from: &Uri, redirect: &Parts) -> Option<Uri> {
    let location = redirect.headers.get(LOCATION)?.to_str().ok()?;
    let target = Address::parse(&from.to_string()).ok()?.join(location).ok()?;
    target.is_http().then(|| target.to_uri())?
}

/// The target of a redirect that was not followed, and the reason. A query may contain a key, so it
/// is not shown.
pub(super) fn unfollowed(from: &Uri, redirect: &Parts, why: &str) -> String {
    let shown = match target(from, redirect) {
        Some(target) => without_query(&target),
        None => "an invalid Location".to_owned(),
    };
    format!("it redirects to {shown}, {why}")
}

#[cfg(test)]
mod tests {
    use super::{Body, Follow, Hop, LOCATION};

    #[test]
    fn no_redirect_leads_from_https_to_http() {
        let follow = |from: &str, to: &str| {
            let request = http::Request::get(from).body(Body::empty()).unwrap();
            let redirect = http::Response::builder().status(302).header(LOCATION, to);
            let (redirect, ()) = redirect.body(()).unwrap().into_parts();
            match Hop::of(&request).follow(&redirect) {
                Follow::Next(next) => Ok(next.uri().to_string()),
                Follow::Not(why) => Err(why),
            }
        };
        let refused = Err("not followed, since it leads from https to http");
        assert_eq!(follow("https://a.example/", "http://a.example/x"), refused);
        assert_eq!(follow("https://a.example/", "//b/x"), Ok("https://b/x".to_owned()));
        assert_eq!(follow("http://a.example/", "https://u:p@b/x#f"), Ok("https://b/x".to_owned()));
    }
}
