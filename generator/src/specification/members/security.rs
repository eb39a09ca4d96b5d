//! Members of security schemes.

use super::member::{Member, flag, one, plain};
use crate::specification::Object;
use crate::specification::Versions;

/// Security Scheme Object.
pub(crate) const SECURITY_SCHEME: &[Member] = &[
    plain("type", Versions::ALL).required(Versions::ALL),
    plain("description", Versions::ALL),
    plain("name", Versions::ALL),
    plain("in", Versions::ALL),
    plain("scheme", Versions::V3),
    plain("bearerFormat", Versions::V3),
    one("flows", Versions::V3, Object::Flows).read_in_all(),
    plain("openIdConnectUrl", Versions::V3).read_in_all(),
    plain("oauth2MetadataUrl", Versions::V3_2),
    flag("deprecated", Versions::V3_2),
    plain("flow", Versions::V2_0).read_in_all(),
    plain("authorizationUrl", Versions::V2_0),
    plain("tokenUrl", Versions::V2_0),
    plain("scopes", Versions::V2_0),
];

/// OAuth Flows Object.
pub(crate) const FLOWS: &[Member] = &[
    one("implicit", Versions::V3, Object::Flow),
    one("password", Versions::V3, Object::Flow),
    one("clientCredentials", Versions::V3, Object::Flow),
    one("authorizationCode", Versions::V3, Object::Flow),
    one("deviceAuthorization", Versions::V3_2, Object::Flow).read_in_all(),
];

/// OAuth Flow Object.
pub(crate) const FLOW: &[Member] = &[
    plain("authorizationUrl", Versions::V3),
    plain("deviceAuthorizationUrl", Versions::V3_2),
    plain("tokenUrl", Versions::V3),
    plain("refreshUrl", Versions::V3),
    plain("scopes", Versions::V3).required(Versions::V3),
];
