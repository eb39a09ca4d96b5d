//! Sources of keys: the environment and the credentials file of the official SDKs.

mod error;
mod file;
mod optional;
mod profile;
mod variables;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

pub use error::KeySourceError;

use super::aksk::AkSk;
use crate::model::Secret;
use optional::Optional;
use variables::{ACCESS_KEY, CREDENTIALS_FILE, DOMAIN_ID, PROJECT_ID, SECRET_KEY, SECURITY_TOKEN};

#[cfg(test)]
mod tests;

impl AkSk {
    /// Reads keys from the environment: `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`, and
    /// optionally `HUAWEICLOUD_SDK_SECURITY_TOKEN`, `HUAWEICLOUD_SDK_PROJECT_ID` and
    /// `HUAWEICLOUD_SDK_DOMAIN_ID`. An empty variable counts as unset.
    ///
    /// # Errors
    /// A key is unset, or a value has leading or trailing white space or is not Unicode.
    pub fn from_env() -> Result<Self, KeySourceError> {
        environment(&|name| std::env::var_os(name))?.ok_or(KeySourceError::NotSet)
    }

    /// Reads keys from the default credentials file: the one that
    /// `HUAWEICLOUD_SDK_CREDENTIALS_FILE` names, or `.huaweicloud/credentials` in the home
    /// directory. [`from_file`](Self::from_file) describes its format.
    ///
    /// # Errors
    /// The file does not exist or is malformed.
    pub fn from_profile() -> Result<Self, KeySourceError> {
        Self::from_file(default_file(&|name| std::env::var_os(name))?.path)
    }

    /// Reads keys from a credentials file of the official SDKs, encoded in UTF-8:
    ///
    /// ```ini
    /// # keys of the test account
    /// [basic]
    /// ak = …
    /// sk = …
    /// security_token = …
    /// project_id = …
    /// ```
    ///
    /// The section is `[basic]`, or `[global]` (with `domain_id`) in a file without it. Other
    /// sections and keys belong to other programs and are skipped. A line that begins with `#` or
    /// `;` is a comment, and so is the rest of a line after white space followed by one of these;
    /// the rest of a value is literal, including `%` and `=`. Key names are case-insensitive.
    ///
    /// # Errors
    /// The file cannot be read, exceeds 64 KiB, or is malformed. The error names the line, but
    /// never shows its text.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, KeySourceError> {
        let path = path.as_ref();
        let text = file::read(path)?;
        profile::keys(&text).map_err(|problem| KeySourceError::in_file(path, problem))
    }

    /// Reads keys from the environment if it has any, otherwise from the credentials file:
    /// [`from_env`](Self::from_env), then [`from_profile`](Self::from_profile).
    ///
    /// # Errors
    /// Neither source has keys, or the first source that has any is malformed: keys from another
    /// source do not hide such a mistake.
    pub fn discover() -> Result<Self, KeySourceError> {
        discover(&|name| std::env::var_os(name))
    }
}

/// Reads an environment variable; tests inject their own.
type Environment<'a> = &'a dyn Fn(&str) -> Option<OsString>;

fn discover(environment_of: Environment<'_>) -> Result<AkSk, KeySourceError> {
    if let Some(keys) = environment(environment_of)? {
        return Ok(keys);
    }
    let DefaultFile { path, is_named } = default_file(environment_of)?;
    match AkSk::from_file(&path) {
        Err(KeySourceError::NoFile { path }) if !is_named => Err(KeySourceError::Nowhere { path }),
        found => found,
    }
}

/// Reads keys from the environment; `None` if neither key is set.
fn environment(environment: Environment<'_>) -> Result<Option<AkSk>, KeySourceError> {
    let value = |variable: &'static str| -> Result<Option<Secret>, KeySourceError> {
        let Some(value) = environment(variable).filter(|value| !value.is_empty()) else {
            return Ok(None);
        };
        let value = value.into_string().map_err(|_| KeySourceError::Variable { variable })?;
        let value = Secret::from(value);
        let text = value.expose();
        if text.trim() != text || text.contains(char::is_control) {
            return Err(KeySourceError::Variable { variable });
        }
        Ok(Some(value))
    };
    let keys = match (value(ACCESS_KEY)?, value(SECRET_KEY)?) {
        (Some(access), Some(secret)) => AkSk::new(access, secret),
        (None, None) => return Ok(None),
        (None, Some(_)) => return Err(KeySourceError::HalfSet { missing: ACCESS_KEY }),
        (Some(_), None) => return Err(KeySourceError::HalfSet { missing: SECRET_KEY }),
    };
    let optional = Optional {
        security_token: value(SECURITY_TOKEN)?,
        project_id: value(PROJECT_ID)?,
        domain_id: value(DOMAIN_ID)?,
    };
    Ok(Some(optional.add_to(keys)))
}

struct DefaultFile {
    path: PathBuf,
    /// Whether the environment names the file, so that it must exist.
    is_named: bool,
}

fn default_file(environment: Environment<'_>) -> Result<DefaultFile, KeySourceError> {
    if let Some(path) = environment(CREDENTIALS_FILE).filter(|path| !path.is_empty()) {
        return Ok(DefaultFile { path: path.into(), is_named: true });
    }
    let home = std::env::home_dir().filter(|home| !home.as_os_str().is_empty());
    let path = home.ok_or(KeySourceError::NoHome)?.join(".huaweicloud").join("credentials");
    Ok(DefaultFile { path, is_named: false })
}
