//! The document as a whole.

use super::{
    ApiKeyLocation, Docs, Operation, PlaceWords, SchemaId, Schemas, Server, ServerVariable,
};
use crate::collections::{HashMap, HashSet, IndexMap};
use crate::document::NodeId;

/// The input of generation.
#[derive(Debug)]
pub(crate) struct Api {
    pub(crate) info: Info,
    pub(crate) servers: Vec<Server>,
    pub(crate) security_schemes: Vec<SecurityScheme>,
    /// Every tag: the declared ones in order, then those that are only used.
    pub(crate) tags: Vec<Tag>,
    pub(crate) operations: Vec<Operation>,
    pub(crate) schemas: Schemas,
    /// The named schemas (`components/schemas`, `definitions`) in document order, used or not,
    /// including those of callbacks and webhooks.
    pub(crate) roots: Vec<SchemaId>,
    /// The places of schemas that may need a type.
    pub(crate) places: HashMap<SchemaId, PlaceWords>,
    /// `x-callwright-error`.
    pub(crate) error_members: Option<ErrorMembers>,
    /// `x-callwright-predicates`: predicate name to error codes.
    pub(crate) predicates: Vec<(String, Vec<String>)>,
    /// `x-callwright-idempotency-key`.
    pub(crate) idempotency_key: Option<String>,
}

impl Api {
    /// Every server variable by name, with the values of all its declarations: first those of the
    /// document's servers, then those of paths and operations.
    pub(crate) fn server_variables(&self) -> Vec<ServerVariable> {
        let of_operations = self.operations.iter().flat_map(|operation| &operation.servers);
        let mut variables: IndexMap<&str, ServerVariable> = IndexMap::default();
        let mut known: HashSet<(&str, &str)> = HashSet::default();
        for variable in self.servers.iter().chain(of_operations).flat_map(|s| &s.variables) {
            let all = variables
                .entry(&variable.name)
                .or_insert_with(|| ServerVariable { values: Vec::new(), ..variable.clone() });
            let values = variable.values.iter();
            all.values.extend(
                values.filter(|value| known.insert((&variable.name, value.as_str()))).cloned(),
            );
        }
        variables.into_values().collect()
    }

    /// Whether all operations have servers of their own.
    pub(crate) fn has_own_servers(&self) -> bool {
        !self.operations.is_empty() && self.operations.iter().all(|o| !o.servers.is_empty())
    }
}

#[derive(Debug, Default)]
pub(crate) struct Info {
    /// `x-callwright-name`: the name of the crate.
    pub(crate) crate_name: Option<String>,
    pub(crate) title: String,
    pub(crate) version: String,
    pub(crate) summary: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) terms_of_service: Option<String>,
    pub(crate) contact: Option<String>,
    pub(crate) license: Option<String>,
    pub(crate) external_docs: Option<String>,
}

/// The members of an error body with its code, message and request id: the first present one wins.
#[derive(Debug, Default)]
pub(crate) struct ErrorMembers {
    pub(crate) code: Vec<String>,
    pub(crate) message: Vec<String>,
    pub(crate) request_id: Vec<String>,
}

#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) docs: Docs,
    /// `x-callwright-name`.
    pub(crate) rust_name: Option<String>,
}

#[derive(Debug)]
pub(crate) struct SecurityScheme {
    pub(crate) origin: NodeId,
    /// The key in the document.
    pub(crate) name: String,
    pub(crate) docs: Docs,
    pub(crate) rust_name: Option<String>,
    pub(crate) kind: SecuritySchemeKind,
}

#[derive(Debug)]
pub(crate) enum SecuritySchemeKind {
    ApiKey {
        location: ApiKeyLocation,
        name: String,
    },
    Basic,
    Bearer {
        format: Option<String>,
    },
    /// Digest, HOBA, …: the lower-case name; left to a signer.
    OtherHttp(String),
    MutualTls,
    Oauth2(Vec<OauthFlow>),
    OpenIdConnect {
        url: String,
    },
    /// `x-callwright-signer`: a signature of the whole request.
    Signer(String),
}

#[derive(Debug)]
pub(crate) struct OauthFlow {
    /// `authorizationCode`, `implicit`, `password`, `clientCredentials`, `deviceAuthorization`.
    pub(crate) name: String,
    pub(crate) authorization_url: Option<String>,
    pub(crate) token_url: Option<String>,
    pub(crate) refresh_url: Option<String>,
    pub(crate) scopes: Vec<(String, String)>,
}
