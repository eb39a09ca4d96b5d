use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use zeroize::Zeroizing;

use super::KeySourceError;

/// The maximum size of a credentials file in bytes; one with keys has a few hundred.
const LIMIT: usize = 64 * 1024;

/// Reads a credentials file, without its byte order mark.
pub(super) fn read(path: &Path) -> Result<Zeroizing<String>, KeySourceError> {
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => KeySourceError::NoFile { path: path.to_owned() },
        kind => KeySourceError::Unreadable { path: path.to_owned(), kind },
    };
    // Allocated at full size: growing would leave copies of keys in memory.
    let mut bytes = Zeroizing::new(Vec::with_capacity(LIMIT + 1));
    let file = File::open(path).map_err(failed)?;
    file.take(LIMIT as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > LIMIT {
        return Err(KeySourceError::FileTooLarge { path: path.to_owned(), limit: LIMIT });
    }
    let text = std::str::from_utf8(&bytes)
        .map_err(|_| KeySourceError::NotUtf8 { path: path.to_owned() })?;
    Ok(Zeroizing::new(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()))
}
