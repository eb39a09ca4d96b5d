//! Decodes the bytes of a file.

use std::fs;
use std::io::Read;
use std::path::Path;

use super::failure::{Rejected, Returned};
use crate::document::Place;
use crate::problem::ProblemKind;

/// Reads a file of at most `limit` bytes: UTF-8, or UTF-16 or UTF-32 if its first bytes say so.
pub(super) fn read_file(path: &Path, limit: u64) -> Result<String, Returned> {
    let unreadable = |reason: String| whole(ProblemKind::UnreadableFile { reason });
    if path.is_dir() {
        return Err(unreadable("it is a folder".to_owned()));
    }
    let file = fs::File::open(path).map_err(|error| unreadable(error.to_string()))?;
    let mut bytes = Vec::new();
    let read = file.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(error.to_string()))?;
    text(bytes, limit)
}

/// Decodes the bytes of a file, if there are at most `limit`.
pub(super) fn text(bytes: Vec<u8>, limit: u64) -> Result<String, Returned> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(whole(ProblemKind::FileTooLarge { limit }));
    }
    decode(bytes)
}

/// The position after some bytes of UTF-8.
pub(super) fn end_of(bytes: &[u8]) -> Place {
    let text = String::from_utf8_lossy(bytes);
    let last = text.rsplit('\n').next().unwrap_or_default();
    Place { line: text.matches('\n').count() + 1, column: last.chars().count() + 1 }
}

/// A problem of the whole file.
fn whole(problem: ProblemKind) -> Returned {
    (Rejected::from(problem), String::new())
}

/// Detects the encoding by the byte order mark, which is dropped, or by the zero bytes of the first
/// character, which is always ASCII (YAML 1.2.2, section 5.2).
fn decode(bytes: Vec<u8>) -> Result<String, Returned> {
    match bytes.as_slice() {
        [0, 0, 0xFE, 0xFF, rest @ ..] => utf32(rest, u32::from_be_bytes),
        [0xFF, 0xFE, 0, 0, rest @ ..] => utf32(rest, u32::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest.to_vec()),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0, 0, 0, 1..=127, ..] => utf32(&bytes, u32::from_be_bytes),
        [1..=127, 0, 0, 0, ..] => utf32(&bytes, u32::from_le_bytes),
        [0, 1..=127, ..] => utf16(&bytes, u16::from_be_bytes),
        [1..=127, 0, ..] => utf16(&bytes, u16::from_le_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: Vec<u8>) -> Result<String, Returned> {
    String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let place = Some(end_of(before));
        let shown = String::from_utf8_lossy(error.as_bytes()).into_owned();
        (Rejected { problem: ProblemKind::NotUtf8, place }, shown)
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Returned> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    let text = String::from_utf16(&units).ok().filter(|_| rest.is_empty());
    text.ok_or_else(|| whole(ProblemKind::NotUtf8))
}

fn utf32(bytes: &[u8], unit: fn([u8; 4]) -> u32) -> Result<String, Returned> {
    let (units, rest) = bytes.as_chunks::<4>();
    let text: Option<String> = units.iter().map(|bytes| char::from_u32(unit(*bytes))).collect();
    text.filter(|_| rest.is_empty()).ok_or_else(|| whole(ProblemKind::NotUtf8))
}
