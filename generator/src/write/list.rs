//! The list of the files that callwright wrote into an output folder, which it keeps there.
//!
//! It is text in the format of `sha256sum`: a hash and a path per line, sorted, without anything that differs from run
//! to run. While a run writes, the list has a second part: files that belong to callwright only as long as they have
//! the listed contents, since the run may be killed before it wrote them, and someone may then use their names.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use super::failure::WriteFailure;

/// The name of the list in the output folder.
pub(super) const NAME: &str = ".callwright-files";

const HEADER: &str = "\
# The files that callwright wrote into this folder, with their SHA-256. It replaces and deletes no others.
# Commit this list together with them.
";

const UNFINISHED: &str =
    "# A run was stopped while it wrote. It wrote the files below if they have these hashes.\n";

/// The longest list that is read, in bytes.
const LIMIT: u64 = 64 << 20;

/// The origin of a file, according to a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Callwright wrote it as it is.
    Written,
    /// Callwright wrote it, and someone changed it since.
    Edited,
    /// Callwright did not write it.
    Foreign,
}

/// The files of an output folder by their paths with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FileList {
    /// Written by runs that ended, with the hashes that they may have: several after a merge of two lists.
    settled: BTreeMap<String, Vec<String>>,
    /// Written or not by a run that did not end.
    unfinished: BTreeMap<String, Vec<String>>,
}

impl FileList {
    /// Reads the list of an output folder, empty where there is none, and returns its text with it.
    pub(super) fn read(out: &Path) -> Result<(Self, Option<String>), WriteFailure> {
        let path = out.join(NAME);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_file() => {}
            Ok(_) => return Err(WriteFailure::Blocked(vec![path])),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok((Self::default(), None));
            }
            Err(error) => return Err(WriteFailure::of(&path)(error)),
        }
        let mut bytes = Vec::new();
        let file = fs::File::open(&path).map_err(WriteFailure::of(&path))?;
        file.take(LIMIT).read_to_end(&mut bytes).map_err(WriteFailure::of(&path))?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let list = Self::parse(&text).map_err(|line| WriteFailure::BrokenList { path, line })?;
        Ok((list, Some(text)))
    }

    /// The list that a text says, or the number of the first line that says nothing, from 1.
    ///
    /// The markers of a conflict between two versions are passed over: both sides are files that callwright wrote.
    pub(super) fn parse(text: &str) -> Result<Self, usize> {
        let mut list = Self::default();
        let mut is_unfinished = false;
        for (index, line) in text.lines().enumerate() {
            let is_conflict =
                ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|m| line.starts_with(m));
            if line == UNFINISHED.trim_end() {
                is_unfinished = true;
            }
            if line.is_empty() || line.starts_with('#') || is_conflict {
                continue;
            }
            let (hash, path) = line.split_once("  ").ok_or(index + 1)?;
            let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
            if !is_hash || inner_path(path).is_none() {
                return Err(index + 1);
            }
            let part = if is_unfinished { &mut list.unfinished } else { &mut list.settled };
            part.entry(path.to_owned()).or_default().push(hash.to_owned());
        }
        Ok(list)
    }

    pub(super) fn to_text(&self) -> String {
        let Self { settled, unfinished } = self;
        let lines = |part: &BTreeMap<String, Vec<String>>| -> String {
            let lines = part.iter().flat_map(|(path, hashes)| {
                hashes.iter().map(move |hash| format!("{hash}  {path}\n"))
            });
            lines.collect()
        };
        let mut text = format!("{HEADER}{}", lines(settled));
        if !unfinished.is_empty() {
            text.push_str(UNFINISHED);
            text.push_str(&lines(unfinished));
        }
        text
    }

    /// Adds a file of a run that ends, with the [`hash`] of its contents.
    pub(super) fn settle(&mut self, path: &str, hash: String) {
        self.settled.insert(path.to_owned(), vec![hash]);
    }

    /// Adds the [`hash`] of contents that a file has before or after a run, should it be stopped.
    pub(super) fn expect(&mut self, path: &str, hash: String) {
        let hashes = self.unfinished.entry(path.to_owned()).or_default();
        if !hashes.contains(&hash) {
            hashes.push(hash);
        }
    }

    /// The hash of a file whose run ended, if it has one.
    pub(super) fn settled_hash(&self, path: &str) -> Option<&str> {
        self.settled.get(path)?.first().map(String::as_str)
    }

    /// The files of this list that a run replaces, as they are listed.
    pub(super) fn settled_among(&self, is_kept: impl Fn(&str) -> bool) -> Self {
        let kept = self.settled.iter().filter(|(path, _)| is_kept(path));
        Self {
            settled: kept.map(|(path, hashes)| (path.clone(), hashes.clone())).collect(),
            unfinished: BTreeMap::new(),
        }
    }

    /// Every path of the list, once.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        let more = self.unfinished.keys().filter(|path| !self.settled.contains_key(*path));
        self.settled.keys().chain(more).map(String::as_str)
    }

    /// The origin of a file that was found.
    pub(super) fn origin(&self, path: &str, contents: &[u8]) -> Origin {
        let (settled, unfinished) = (self.settled.get(path), self.unfinished.get(path));
        if settled.is_none() && unfinished.is_none() {
            return Origin::Foreign;
        }
        let hash = hash(contents);
        if settled.into_iter().chain(unfinished).flatten().any(|listed| *listed == hash) {
            Origin::Written
        } else if settled.is_some() {
            Origin::Edited
        } else {
            Origin::Foreign
        }
    }
}

/// SHA-256 (FIPS 180-4) in lower-case hexadecimal digits.
pub(super) fn hash(contents: &[u8]) -> String {
    format!("{:x}", Sha256::digest(contents))
}

/// The path, if it stays below the folder that it is joined to.
pub(super) fn inner_path(path: &str) -> Option<PathBuf> {
    let is_plain = |part: &str| {
        let mut components = Path::new(part).components();
        matches!(components.next(), Some(Component::Normal(_))) && components.next().is_none()
    };
    let is_safe = !path.contains(['\\', '\n', '\r', '\0']);
    (is_safe && path.split('/').all(is_plain)).then(|| path.split('/').collect())
}
