//! Environment variables of the official SDKs.

pub(super) const ACCESS_KEY: &str = "HUAWEICLOUD_SDK_AK";
pub(super) const SECRET_KEY: &str = "HUAWEICLOUD_SDK_SK";
pub(super) const SECURITY_TOKEN: &str = "HUAWEICLOUD_SDK_SECURITY_TOKEN";
pub(super) const PROJECT_ID: &str = "HUAWEICLOUD_SDK_PROJECT_ID";
pub(super) const DOMAIN_ID: &str = "HUAWEICLOUD_SDK_DOMAIN_ID";
pub(super) const CREDENTIALS_FILE: &str = "HUAWEICLOUD_SDK_CREDENTIALS_FILE";
