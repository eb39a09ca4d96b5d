use std::borrow::Cow;

use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};

use super::Call;
use super::expand::expand;
use crate::body::Body;
use crate::describe::{Location, Parameter};
use crate::encode::{Refusal, cookie, header, header_value, query, query_string};
use crate::error::{Error, Fault};
use crate::json::Json;

impl Call {
    /// Builds the request: URL, headers and body, without credentials.
    ///
    /// `base` is the server's URL, with or without a path and a trailing slash.
    ///
    /// # Errors
    /// An argument is missing or cannot be sent.
    pub fn request(&self, base: &Uri) -> Result<http::Request<Body>, Error> {
        self.assemble(base).map_err(|fault| self.fault(fault).into())
    }

    /// Builds the request for the server that the client would send it to.
    ///
    /// # Errors
    /// An argument is missing or cannot be sent.
    pub fn into_request(self) -> Result<http::Request<Body>, Error> {
        let base = self.base().map_err(|fault| self.fault(fault))?;
        self.request(&base)
    }

    pub(super) fn assemble(&self, base: &Uri) -> Result<http::Request<Body>, Fault> {
        if let Some(why) = &self.refused {
            return Err(Fault::argument(&**why));
        }
        self.checked()?;
        let operation = self.operation;
        let method = Method::from_bytes(operation.method.as_bytes())
            .map_err(|_| Fault::configuration("the method is no HTTP method"))?;
        let uri = match &self.at {
            Some(at) => at.on(base)?,
            None => self.uri(base)?,
        };
        let mut headers = self.header_map()?;
        let mut random = || self.client.clock().random();
        let named = self.headers.iter().find(|(name, _)| *name == CONTENT_TYPE);
        let named = named.and_then(|(_, value)| value.to_str().ok());
        let body = match self.body.write(operation.body.as_ref(), named, &mut random)? {
            Some((media, body)) => {
                let media = header_value(&media).map_err(|refusal| {
                    Fault::configuration(format!("the declared media type: {refusal}"))
                })?;
                headers.insert(CONTENT_TYPE, media);
                body
            }
            None => Body::empty(),
        };
        // Applied last, so that they override computed headers.
        for (name, value) in &self.headers {
            headers.insert(name, value.clone());
        }
        self.client.mark_secrets(&mut headers);
        let mut request = http::Request::new(body);
        *request.method_mut() = method;
        *request.uri_mut() = uri;
        *request.headers_mut() = headers;
        Ok(request)
    }

    fn uri(&self, base: &Uri) -> Result<Uri, Fault> {
        let expanded = expand(self.operation.path, &|name| {
            let found = self.operation.parameters.iter().enumerate().find(|(_, parameter)| {
                parameter.location == Location::Path && parameter.name == name
            });
            let (index, parameter) = found.ok_or_else(|| {
                Fault::configuration(format!("the path names `{name}`, which is no parameter"))
            })?;
            let value = self.value(index, parameter).ok_or_else(|| missing(parameter))?;
            Ok((parameter, value))
        })?;
        let mut pairs: Vec<String> = expanded.query.into_iter().collect();
        self.each(Location::Query, &mut |parameter, value| {
            query(parameter, value, &mut pairs).map_err(|refusal| refused(parameter, refusal))
        })?;
        self.each(Location::QueryString, &mut |parameter, value| {
            let text = query_string(parameter, value);
            pairs.extend(text.map_err(|refusal| refused(parameter, refusal))?);
            Ok(())
        })?;
        let (Some(scheme), Some(authority)) = (base.scheme_str(), base.authority()) else {
            return Err(Fault::configuration("the base URL has no scheme or no host"));
        };
        let mut text = format!("{scheme}://{authority}{}", base.path().trim_end_matches('/'));
        text.push_str(&expanded.path);
        if !pairs.is_empty() {
            text.push('?');
            text.push_str(&pairs.join("&"));
        }
        text.parse().map_err(|error: http::uri::InvalidUri| {
            Fault::argument("the URL is too long or not valid; shorten the arguments").source(error)
        })
    }

    fn header_map(&self) -> Result<HeaderMap, Fault> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, self.accepted()?);
        headers.insert(USER_AGENT, self.client.user_agent().clone());
        for (name, value) in self.client.headers() {
            headers.insert(name, value.clone());
        }
        self.each(Location::Header, &mut |parameter, value| {
            let name = HeaderName::from_bytes(parameter.name.as_bytes()).map_err(|_| {
                Fault::configuration(format!("`{}` is not the name of a header", parameter.name))
            })?;
            let value = header(parameter, value).map_err(|refusal| refused(parameter, refusal))?;
            if let Some(value) = value {
                headers.insert(name, value);
            }
            Ok(())
        })?;
        let mut cookies = Vec::new();
        self.each(Location::Cookie, &mut |parameter, value| {
            cookie(parameter, value, &mut cookies).map_err(|refusal| refused(parameter, refusal))
        })?;
        if !cookies.is_empty() {
            let cookies = header_value(&cookies.join("; "))
                .map_err(|refusal| Fault::argument(format!("the cookies: {refusal}")))?;
            headers.insert(COOKIE, cookies);
        }
        Ok(headers)
    }

    /// `Accept`: the media types of the output, then those of the errors.
    fn accepted(&self) -> Result<HeaderValue, Fault> {
        let mut names: Vec<&str> = Vec::new();
        for response in self.operation.success.iter().chain(self.operation.failure) {
            for media in response.media {
                if !names.iter().any(|known| known.eq_ignore_ascii_case(media.name)) {
                    names.push(media.name);
                }
            }
        }
        if names.is_empty() {
            return Ok(HeaderValue::from_static("*/*"));
        }
        header_value(&names.join(", "))
            .map_err(|refusal| Fault::configuration(format!("a declared media type: {refusal}")))
    }

    /// Visits the parameters of a location that have a value.
    fn each(
        &self,
        location: Location,
        visit: &mut dyn FnMut(&Parameter, &Json) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        for (index, parameter) in self.operation.parameters.iter().enumerate() {
            if parameter.location != location {
                continue;
            }
            match self.value(index, parameter) {
                Some(value) => visit(parameter, &value)?,
                None if parameter.required => return Err(missing(parameter)),
                None => {}
            }
        }
        Ok(())
    }

    /// The call's own value, or the client's.
    fn value(&self, index: usize, parameter: &Parameter) -> Option<Cow<'_, Json>> {
        let own = self.argument(index);
        let value = match own {
            None if parameter.client => self.client.parameter(parameter.name),
            own => own,
        };
        value.map(Cow::Borrowed)
    }
}

fn missing(parameter: &Parameter) -> Fault {
    let name = parameter.name;
    Fault::argument(if parameter.client {
        format!("`{name}` is not set; set it once, on the client's builder")
    } else {
        format!("the required parameter `{name}` is missing")
    })
}

fn refused(parameter: &Parameter, refusal: Refusal) -> Fault {
    Fault::argument(format!("parameter `{}`: {refusal}", parameter.name))
}
