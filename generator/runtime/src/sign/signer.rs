use std::time::SystemTime;

use super::aksk::AkSk;
use super::{procedure, refusal};
use crate::body::Body;
use crate::credential::{Credential, Signer};
use crate::transport::BoxError;

impl Signer for AkSk {
    fn sign(&self, request: &mut http::Request<Body>, now: SystemTime) -> Result<(), BoxError> {
        procedure::sign(self, request, now).map_err(BoxError::from)
    }

    fn remark(&self, answer: &http::response::Parts, now: SystemTime) -> Option<String> {
        refusal::remark(answer, now)
    }
}

impl From<AkSk> for Credential {
    fn from(keys: AkSk) -> Self {
        Self::signer(keys)
    }
}
