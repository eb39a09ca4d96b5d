use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde_json::Value;

use super::entry::Entry;
use super::error::{ReplayError, ReplayErrorKind};

/// The maximum size of a file in bytes.
const FILE_LIMIT: usize = 64 * 1024 * 1024;
/// The maximum number of entries in a file.
const ENTRY_LIMIT: usize = 10_000;

/// Reads a file, up to the limit.
pub(super) fn file(path: &Path) -> Result<Vec<u8>, ReplayError> {
    let failed = |error: std::io::Error| {
        ReplayError::new(ReplayErrorKind::File, format!("cannot be read: {error}")).because(error)
    };
    let mut bytes = Vec::new();
    let limit = u64::try_from(FILE_LIMIT).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path).map_err(failed)?.take(limit).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Reads the entries of a HAR document.
///
/// They are decoded one by one instead of as a whole document, so that an error can name its entry.
pub(super) fn entries(bytes: &[u8]) -> Result<Vec<Entry>, ReplayError> {
    if bytes.len() > FILE_LIMIT {
        return Err(ReplayError::new(
            ReplayErrorKind::File,
            format!("is larger than {FILE_LIMIT} bytes; split the recording"),
        ));
    }
    // Some Windows tools write a byte order mark.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut document: Value = serde_json::from_slice(bytes)
        .map_err(|error| har_error(format!("is not JSON: {error}")).because(error))?;
    let Some(log) = document.get_mut("log").map(Value::take).filter(Value::is_object) else {
        return Err(har_error("has no object `log`, so it is not a HAR file"));
    };
    log_entries(log)?
        .into_iter()
        .enumerate()
        .map(|(index, entry)| Entry::read(entry).map_err(|error| error.at_entry(index)))
        .collect()
}

/// Checks the log around the entries and returns them.
fn log_entries(mut log: Value) -> Result<Vec<Value>, ReplayError> {
    match log.get("version").and_then(Value::as_str) {
        Some("1.2") => {}
        Some(other) => {
            return Err(har_error(format!("is HAR {other}; only HAR 1.2 can be replayed")));
        }
        None => return Err(har_error("has no `log.version`; it must be \"1.2\"")),
    }
    let Some(Value::Array(entries)) =
        log.get_mut("entries").map(|entries| std::mem::replace(entries, Value::Array(Vec::new())))
    else {
        return Err(har_error("has no array `log.entries`"));
    };
    if entries.len() > ENTRY_LIMIT {
        return Err(har_error(format!(
            "has {} entries, more than {ENTRY_LIMIT}; split the recording",
            entries.len()
        )));
    }
    serde_json::from_value::<har::v1_2::Log>(log)
        .map_err(|error| har_error(format!("log: {error}")).because(error))?;
    Ok(entries)
}

fn har_error(detail: impl Into<String>) -> ReplayError {
    ReplayError::new(ReplayErrorKind::Har, detail)
}
