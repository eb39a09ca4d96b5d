//! The profile file: an INI file with sections of credentials.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::{AkSk, SignError};
use crate::Secret;

/// The largest file that is read, in bytes.
const LIMIT: u64 = 1024 * 1024;

/// Where the profile file is.
pub(super) fn path() -> Result<PathBuf, SignError> {
    if let Some(path) = std::env::var_os("HUAWEICLOUD_SDK_CREDENTIALS_FILE")
        && !path.is_empty()
    {
        return Ok(path.into());
    }
    let home = std::env::home_dir().ok_or_else(|| {
        SignError::new(
            "there is no home directory; name the profile file in \
             HUAWEICLOUD_SDK_CREDENTIALS_FILE",
        )
    })?;
    Ok(home.join(".huaweicloud").join("credentials"))
}

/// The keys of a section of a file.
pub(super) fn read(path: &Path, section: &str) -> Result<AkSk, SignError> {
    let about = |why: &str| SignError::new(format!("the profile file {} {why}", path.display()));
    let file =
        std::fs::File::open(path).map_err(|error| about("cannot be opened").source(error))?;
    let mut text = Zeroizing::new(String::new());
    file.take(LIMIT + 1)
        .read_to_string(&mut text)
        .map_err(|error| about("cannot be read").source(error))?;
    if u64::try_from(text.len()).unwrap_or(u64::MAX) > LIMIT {
        return Err(about("is larger than 1 MiB"));
    }
    parse(&text, section).map_err(|why| about(&why))
}

/// The keys of a section of a text; the error says what is wrong with the file.
pub(super) fn parse(text: &str, section: &str) -> Result<AkSk, String> {
    let mut within = false;
    let mut found = false;
    let mut keys = AkSk::new("", "");
    for line in text.trim_start_matches('\u{feff}').lines() {
        let line = without_comment(line);
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            within = name.trim() == section;
            found |= within;
            continue;
        }
        let Some((name, value)) = line.split_once(['=', ':']) else { continue };
        let value = value.trim();
        if !within || value.is_empty() {
            continue;
        }
        match name.trim().to_ascii_lowercase().as_str() {
            "ak" => value.clone_into(&mut keys.access_key),
            "sk" => keys.secret_key = value.into(),
            "security_token" => keys.security_token = Some(value.into()),
            "project_id" => keys.project_id = Some(value.to_owned()),
            "domain_id" => keys.domain_id = Some(value.to_owned()),
            // Other kinds of credential share the file.
            _ => {}
        }
    }
    if !found {
        return Err(format!("has no section [{section}]"));
    }
    if keys.access_key.is_empty() || keys.secret_key == Secret::from("") {
        return Err(format!("needs both `ak` and `sk` in its section [{section}]"));
    }
    Ok(keys)
}

/// A line without its comment and blanks. A `#` or `;` within a word is part
/// of the value.
fn without_comment(line: &str) -> &str {
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        if matches!(c, '#' | ';') && before.is_whitespace() {
            return line.get(..at).unwrap_or_default().trim();
        }
        before = c;
    }
    line.trim()
}
