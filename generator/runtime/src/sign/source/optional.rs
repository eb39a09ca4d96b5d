use crate::model::Secret;
use crate::sign::aksk::AkSk;

/// The optional parts of a pair of keys.
#[derive(Default)]
pub(super) struct Optional {
    pub(super) security_token: Option<Secret>,
    pub(super) project_id: Option<Secret>,
    pub(super) domain_id: Option<Secret>,
}

impl Optional {
    pub(super) fn add_to(self, mut keys: AkSk) -> AkSk {
        if let Some(token) = self.security_token {
            keys = keys.security_token(token);
        }
        if let Some(id) = self.project_id {
            keys = keys.project_id(id.expose());
        }
        if let Some(id) = self.domain_id {
            keys = keys.domain_id(id.expose());
        }
        keys
    }
}
