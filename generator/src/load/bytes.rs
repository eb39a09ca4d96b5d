//! Bytes of a file become text.

use std::fs;
use std::io::Read;
use std::path::Path;

use crate::problem::Fault;

/// Reads a file of at most `limit` bytes as text: UTF-8, or UTF-16 where a byte order mark says so.
pub(super) fn read_file(path: &Path, limit: u64) -> Result<String, Fault> {
    let unreadable = |error: std::io::Error| Fault::UnreadableFile { reason: error.to_string() };
    if path.is_dir() {
        return Err(Fault::UnreadableFile { reason: "it is a folder".to_owned() });
    }
    let file = fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
    text(bytes, limit)
}

/// Bytes of a file as text, where there are at most `limit`.
pub(super) fn text(bytes: Vec<u8>, limit: u64) -> Result<String, Fault> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(Fault::FileTooLarge { limit });
    }
    decode(bytes)
}

/// Decodes by byte order mark, which is dropped.
fn decode(bytes: Vec<u8>) -> Result<String, Fault> {
    match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest.to_vec()),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: Vec<u8>) -> Result<String, Fault> {
    String::from_utf8(bytes).map_err(|_| Fault::NotUtf8)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Fault> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(Fault::NotUtf8);
    }
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16(&units).map_err(|_| Fault::NotUtf8)
}
