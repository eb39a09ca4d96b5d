use percent_encoding::percent_decode_str;

use crate::describe::{Api, SecurityScheme};
use crate::json::Json;

/// The replacement for secrets.
pub(super) const REDACTED: &str = "REDACTED";

/// Names that always hold secrets, in lower case.
const ALWAYS: &[&str] = &[
    "access_key",
    "access_token",
    "api-key",
    "api_key",
    "apikey",
    "authorization",
    "client_secret",
    "cookie",
    "id_token",
    "password",
    "proxy-authorization",
    "refresh_token",
    "secret",
    "secret_key",
    "securitytoken",
    "set-cookie",
    "signature",
    "token",
    "x-api-key",
    "x-auth-token",
    "x-security-token",
    "x-subject-token",
];

/// The headers, query parameters and body members that are secret.
#[derive(Clone, Debug, Default)]
pub(super) struct Redaction {
    names: Vec<String>,
}

impl Redaction {
    pub(super) fn add(&mut self, name: &str) {
        self.names.push(name.to_ascii_lowercase());
    }

    /// The same with more names.
    pub(super) fn with(&self, names: &[String]) -> Self {
        let mut more = self.clone();
        for name in names {
            more.add(name);
        }
        more
    }

    /// Adds what a document declares secret: the keys of its security schemes, and properties and
    /// parameters.
    pub(super) fn add_api(&mut self, api: &Api) {
        for name in api.secrets {
            self.add(name);
        }
        for (_, scheme) in api.security_schemes {
            if let SecurityScheme::ApiKey { name, .. } = scheme {
                self.add(name);
            }
        }
    }

    pub(super) fn hides(&self, name: &str) -> bool {
        let name = name.to_ascii_lowercase();
        ALWAYS.contains(&name.as_str()) || self.names.contains(&name)
    }

    /// Redacts a query; pairs that are not secret are unchanged.
    pub(super) fn query(&self, query: &str) -> String {
        let pairs = query.split('&').map(|pair| {
            let (name, _) = pair.split_once('=').unwrap_or((pair, ""));
            if self.hides(&percent_decode_str(name).decode_utf8_lossy()) {
                format!("{name}={REDACTED}")
            } else {
                pair.to_owned()
            }
        });
        pairs.collect::<Vec<_>>().join("&")
    }

    /// Redacts the user information and the query of a URL.
    pub(super) fn url(&self, url: &str) -> String {
        let (front, fragment) = match url.split_once('#') {
            Some((front, fragment)) => (front, format!("#{fragment}")),
            None => (url, String::new()),
        };
        let (front, query) = match front.split_once('?') {
            Some((front, query)) => (front, format!("?{}", self.query(query))),
            None => (front, String::new()),
        };
        let front = match front.split_once("://") {
            Some((scheme, rest)) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                let host = authority.rsplit('@').next().unwrap_or_default();
                format!("{scheme}://{host}{path}")
            }
            None => front.to_owned(),
        };
        format!("{front}{query}{fragment}")
    }

    /// Redacts a JSON body; `None` if it contains no secrets.
    pub(super) fn json(&self, text: &[u8]) -> Option<String> {
        let mut value = Json::parse(text).ok()?;
        self.members(&mut value, false).then(|| value.to_string())
    }

    /// Redacts members with secret names; within one, every string and number. Types are kept, so
    /// that the recording still decodes.
    fn members(&self, value: &mut Json, secret: bool) -> bool {
        match value {
            Json::Object(members) => members
                .iter_mut()
                .map(|(name, value)| self.members(value, secret || self.hides(name)))
                .fold(false, |some, hidden| some | hidden),
            Json::Array(items) => items
                .iter_mut()
                .map(|item| self.members(item, secret))
                .fold(false, |some, hidden| some | hidden),
            Json::String(text) if secret => {
                REDACTED.clone_into(text);
                true
            }
            Json::Number(_) if secret => {
                *value = Json::from(0);
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::Location;

    #[test]
    fn names_are_compared_without_regard_to_case() {
        let mut redaction = Redaction::default();
        redaction.add("X-My-Key");
        assert!(redaction.hides("x-my-key"));
        assert!(redaction.hides("X-Auth-Token"));
        assert!(!redaction.hides("Accept"));
    }

    #[test]
    fn what_a_document_declares_secret_is_secret() {
        static API: Api = Api::new("t", "1", "t/1").secrets(&["licence"]).security_schemes(&[
            ("one", SecurityScheme::api_key(Location::Query, "sign")),
            ("two", SecurityScheme::bearer()),
        ]);
        let mut redaction = Redaction::default();
        redaction.add_api(&API);
        assert!(redaction.hides("Licence"));
        assert!(redaction.hides("sign"));
        assert!(!redaction.hides("two"));
    }

    #[test]
    fn urls_lose_their_secrets_only() {
        let redaction = Redaction::default();
        assert_eq!(
            redaction.url("https://u:p@h.example/a@b?x=%20&to%6Ben=1&token#f"),
            "https://h.example/a@b?x=%20&to%6Ben=REDACTED&token=REDACTED#f"
        );
        assert_eq!(redaction.url("/a?b=1"), "/a?b=1");
    }

    #[test]
    fn json_keeps_its_shape() {
        let redaction = Redaction::default();
        assert_eq!(
            redaction.json(br#"{"a":[{"token":"t","n":1}],"secret":{"x":[1,null,"s"]}}"#),
            Some(
                r#"{"a":[{"token":"REDACTED","n":1}],"secret":{"x":[0,null,"REDACTED"]}}"#
                    .to_owned()
            )
        );
        assert_eq!(redaction.json(br#"{ "a": 1.0 }"#), None);
        assert_eq!(redaction.json(b"token=1"), None);
    }
}
