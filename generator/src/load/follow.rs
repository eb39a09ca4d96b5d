//! Opens the files that references name, as far as the options permit.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};

use super::{Document, FileId, LoadOptions, NodeId, Step, bytes, parse};
use crate::problem::{Fault, Problems};

/// Loads every local file that a `$ref` names, and those that they name in turn.
///
/// A file that cannot be opened is remembered with its reason, which is reported only where a stage follows
/// that reference: what looks like a `$ref` inside an example is data.
pub(super) fn follow(
    document: &mut Document,
    path: &Path,
    options: &LoadOptions,
    problems: &Problems,
) {
    let folder = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let (Ok(folder_found), Ok(root_found)) = (folder.canonicalize(), path.canonicalize()) else {
        return;
    };
    let mut reader = Reader {
        paths: HashMap::from([(document.next_file(), root_found.clone())]),
        known: HashMap::new(),
        given: folder.to_path_buf(),
        folder: folder_found,
        options,
        problems,
    };
    if let Some(root) = document.root() {
        let file = document.file_of(root);
        reader.paths = HashMap::from([(file, path.to_path_buf())]);
        reader.known.insert(root_found, Ok(file));
    }
    let mut read = 0;
    while read < document.node_count() {
        let from = read;
        read = document.node_count();
        let wanted: Vec<(FileId, String)> =
            document.nodes_from(from).filter_map(|node| reference(document, node)).collect();
        for (file, uri) in wanted {
            if document.linked(file, &uri).is_none() {
                let target = reader.open(document, file, &uri);
                document.link(file, &uri, target);
            }
        }
    }
}

/// The file part of the reference that `node` is, where it is one and has such a part.
fn reference(document: &Document, node: NodeId) -> Option<(FileId, String)> {
    let (parent, Step::Key(key)) = document.parent(node)? else { return None };
    let uri = document.text(node)?.split('#').next()?;
    let is_reference = &**key == "$ref"
        // A discriminator's mapping holds references, or bare names of components.
        || (uri.contains('.') && is_key(document, parent, "mapping"));
    (is_reference && !uri.is_empty()).then(|| (document.file_of(node), uri.to_owned()))
}

fn is_key(document: &Document, node: NodeId, name: &str) -> bool {
    matches!(document.parent(node), Some((_, Step::Key(key))) if &**key == name)
}

struct Reader<'a> {
    /// How each file was reached.
    paths: HashMap<FileId, PathBuf>,
    /// Every path that was tried, without links.
    known: HashMap<PathBuf, Result<FileId, Fault>>,
    /// The folder as the user named it.
    given: PathBuf,
    /// The folder without links.
    folder: PathBuf,
    options: &'a LoadOptions,
    problems: &'a Problems,
}

impl Reader<'_> {
    fn open(&mut self, document: &mut Document, from: FileId, uri: &str) -> Result<FileId, Fault> {
        if let Some(address) = remote(uri) {
            return Err(if self.options.allow_remote {
                Fault::UnusableFile {
                    file: address.to_owned(),
                    reason: "fetching from other hosts is not built in".to_owned(),
                }
            } else {
                Fault::RemoteReference { address: address.to_owned() }
            });
        }
        let unusable = |reason: String| Fault::UnusableFile { file: uri.to_owned(), reason };
        let outside = || Fault::OutsideReference { file: uri.to_owned() };
        let relative = crate::resolve::decode_percent(uri)
            .ok_or_else(|| unusable("its name is not percent-encoded UTF-8".to_owned()))?;
        let relative = Path::new(&relative);
        if !self.options.allow_outside && !is_relative(relative) {
            return Err(outside());
        }
        let base = self.paths.get(&from).and_then(|path| path.parent()).unwrap_or(&self.given);
        let path = lexical(&base.join(relative));
        // The check without touching the disk comes first: what lies outside is not even looked at.
        if !self.options.allow_outside && !path.starts_with(lexical(&self.given)) {
            return Err(outside());
        }
        let found = path.canonicalize().map_err(|error| unusable(error.to_string()))?;
        if !self.options.allow_outside && !found.starts_with(&self.folder) {
            return Err(outside());
        }
        if let Some(known) = self.known.get(&found) {
            return known.clone();
        }
        let target = self.read(document, &path, uri);
        self.known.insert(found, target.clone());
        target
    }

    fn read(&mut self, document: &mut Document, path: &Path, uri: &str) -> Result<FileId, Fault> {
        let limits = &self.options.limits;
        if document.files().count() >= limits.files {
            return Err(Fault::TooManyFiles { limit: limits.files });
        }
        let unusable = |reason: String| Fault::UnusableFile { file: uri.to_owned(), reason };
        let name = path.display().to_string();
        let source = bytes::read_file(path, limits.file_size)
            .map_err(|fault| unusable(fault.to_string()))?;
        let file = parse::parse(document, &name, source, limits, self.problems).map_err(
            |(rejected, _)| match rejected.place {
                Some((line, column)) => {
                    unusable(format!("{} (line {line}, column {column})", rejected.fault))
                }
                None => unusable(rejected.fault.to_string()),
            },
        )?;
        self.paths.insert(file, path.to_path_buf());
        Ok(file)
    }
}

/// The address, where `uri` has a scheme or a host (RFC 3986, section 4.2).
fn remote(uri: &str) -> Option<&str> {
    let scheme = uri.split_once(':').map(|(scheme, _)| scheme);
    let has_scheme = scheme.is_some_and(|scheme| {
        // One letter is a drive of Windows, not a scheme.
        scheme.len() > 1
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    });
    (has_scheme || uri.starts_with("//")).then_some(uri)
}

fn is_relative(path: &Path) -> bool {
    path.components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir | Component::ParentDir))
}

/// Takes `.` and `..` out of a path by its text alone.
fn lexical(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                if matches!(plain.components().next_back(), Some(Component::Normal(_))) {
                    plain.pop();
                } else {
                    plain.push(part);
                }
            }
            part => plain.push(part),
        }
    }
    plain
}
