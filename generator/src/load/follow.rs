//! Opens the files that references name, as far as the options permit.

use std::path::{Component, Path, PathBuf};

use super::failure::{Rejected, Returned};
use super::options::LoadOptions;
use super::{bytes, parse};
use crate::collections::{HashMap, HashSet};
use crate::document::{BrokenFile, Document, FileId, LinkFailure, NodeId, Step};
use crate::problem::{ProblemKind, Problems};

/// Loads every local file that a `$ref` names, and transitively those that they name.
///
/// A file that cannot be opened is recorded with the reason, which is reported only if a stage
/// follows the reference: a `$ref` inside an example is data.
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
        places: HashMap::default(),
        known: HashMap::default(),
        identified: HashSet::default(),
        given: folder.to_path_buf(),
        folder: folder_found,
        options,
        problems,
    };
    if let Some(root) = document.root() {
        let file = document.file_of(root);
        reader.places.insert(file, Place::Path(path.to_path_buf()));
        reader.known.insert(Place::Path(root_found), Ok(file));
    }
    let mut read = 0;
    while read < document.node_count() {
        let from = read;
        read = document.node_count();
        reader
            .identified
            .extend(document.nodes_from(from).filter_map(|id| identifier(document, id)));
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

/// The file part of the reference at `node`, if it is a reference to a file.
fn reference(document: &Document, node: NodeId) -> Option<(FileId, String)> {
    let (parent, Step::Key(key)) = document.parent(node)? else { return None };
    let uri = document.text(node)?.split('#').next()?;
    let is_reference = matches!(&**key, "$ref" | "$dynamicRef")
        // A discriminator's mapping holds references, or bare component names.
        || (uri.contains('.') && is_key(document, parent, "mapping"));
    (is_reference && !uri.is_empty()).then(|| (document.file_of(node), uri.to_owned()))
}

/// The identifier that `node` gives the schema or file around it, if it does.
fn identifier(document: &Document, node: NodeId) -> Option<String> {
    let (_, Step::Key(key)) = document.parent(node)? else { return None };
    let address = matches!(&**key, "$id" | "$self").then(|| document.text(node))??;
    Some(address.trim_end_matches('#').to_owned())
}

fn is_key(document: &Document, node: NodeId, name: &str) -> bool {
    matches!(document.parent(node), Some((_, Step::Key(key))) if &**key == name)
}

/// The location where a file was found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Place {
    Path(PathBuf),
    #[cfg_attr(not(feature = "remote"), expect(dead_code, reason = "nothing is fetched"))]
    Address(String),
}

struct Reader<'a> {
    /// The location of each file.
    places: HashMap<FileId, Place>,
    /// Every location that was tried; paths are without symbolic links.
    known: HashMap<Place, Result<FileId, LinkFailure>>,
    /// The identifiers that schemas and files define.
    identified: HashSet<String>,
    /// The folder, as the user named it.
    given: PathBuf,
    /// The folder without symbolic links.
    folder: PathBuf,
    options: &'a LoadOptions,
    problems: &'a Problems,
}

impl Reader<'_> {
    fn open(
        &mut self,
        document: &mut Document,
        from: FileId,
        uri: &str,
    ) -> Result<FileId, LinkFailure> {
        let Some(place) = self.places.get(&from) else {
            return Err(unusable(uri, "the file that names it is unknown"));
        };
        match place {
            Place::Address(base) => {
                let base = base.clone();
                self.open_remote(document, Some(&base), uri)
            }
            Place::Path(_) if is_remote(uri) => self.open_remote(document, None, uri),
            Place::Path(path) => {
                let base = path.parent().unwrap_or(&self.given).to_path_buf();
                self.open_local(document, &base, uri)
            }
        }
    }

    fn open_local(
        &mut self,
        document: &mut Document,
        base: &Path,
        uri: &str,
    ) -> Result<FileId, LinkFailure> {
        let outside = || LinkFailure::Outside { file: uri.to_owned() };
        let relative = crate::resolve::decode_percent(uri)
            .ok_or_else(|| unusable(uri, "its name is not percent-encoded UTF-8"))?;
        let relative = Path::new(&relative);
        if !self.options.allow_outside && !is_relative(relative) {
            return Err(outside());
        }
        let path = lexical(&base.join(relative));
        // Checks the path before touching the disk: nothing outside is even opened.
        if !self.options.allow_outside && !path.starts_with(lexical(&self.given)) {
            return Err(outside());
        }
        let found =
            path.canonicalize().map_err(|error| self.missing(base, &path, relative, &error))?;
        if !self.options.allow_outside && !found.starts_with(&self.folder) {
            return Err(outside());
        }
        if found.is_dir() {
            return Err(unusable(uri, "it is a folder"));
        }
        let place = Place::Path(found);
        if let Some(known) = self.known.get(&place) {
            return known.clone();
        }
        let read = bytes::read_file(&path, self.options.limits.file_size);
        let name = path.display().to_string();
        let target = self.read(document, &name, read, Place::Path(path));
        self.known.insert(place, target.clone());
        target
    }

    /// The failure of a reference to a file that cannot be found from the folder `base`.
    fn missing(
        &self,
        base: &Path,
        path: &Path,
        relative: &Path,
        error: &std::io::Error,
    ) -> LinkFailure {
        let file = shown(path);
        if error.kind() != std::io::ErrorKind::NotFound {
            return LinkFailure::Unusable { file, reason: error.to_string(), remedy: None };
        }
        // Some tools read references in all files relative to the document.
        let meant = lexical(&self.given.join(relative));
        let base = lexical(base);
        let is_meant = meant != path && meant.starts_with(lexical(&self.given)) && meant.is_file();
        let below = base.strip_prefix(lexical(&self.given)).ok().filter(|_| is_meant);
        let remedy = below.map(|below| {
            let up = "../".repeat(below.components().count());
            format!(
                "write `{up}{}`: references are relative to the file that contains them, and `{}` exists",
                shown(relative),
                shown(&meant)
            )
        });
        LinkFailure::Unusable { file, reason: "it does not exist".to_owned(), remedy }
    }

    #[cfg(feature = "remote")]
    fn open_remote(
        &mut self,
        document: &mut Document,
        base: Option<&str>,
        uri: &str,
    ) -> Result<FileId, LinkFailure> {
        // Embedded resources are not fetched.
        if !self.options.allow_remote || self.identified.contains(uri) {
            return Err(LinkFailure::Remote { address: uri.to_owned() });
        }
        let address =
            super::remote::join(base, uri).ok_or_else(|| unusable(uri, "it is not an address"))?;
        let place = Place::Address(address.clone());
        if let Some(known) = self.known.get(&place) {
            return known.clone();
        }
        let limit = self.options.limits.file_size;
        let target = match super::remote::fetch(&address, limit) {
            Ok(fetched) => {
                let read = bytes::text(fetched, limit);
                self.read(document, &address, read, place.clone())
            }
            Err(reason) => Err(LinkFailure::Unfetched { address, reason }),
        };
        self.known.insert(place, target.clone());
        target
    }

    #[cfg(not(feature = "remote"))]
    fn open_remote(
        &mut self,
        _: &mut Document,
        _: Option<&str>,
        uri: &str,
    ) -> Result<FileId, LinkFailure> {
        if !self.options.allow_remote {
            return Err(LinkFailure::Remote { address: uri.to_owned() });
        }
        Err(unusable(uri, "callwright was built without its feature `remote`"))
    }

    /// Adds a loaded file, unless the limit is reached.
    fn read(
        &mut self,
        document: &mut Document,
        name: &str,
        read: Result<String, Returned>,
        place: Place,
    ) -> Result<FileId, LinkFailure> {
        let limits = &self.options.limits;
        if document.files().count() >= limits.files {
            return Err(LinkFailure::TooManyFiles { limit: limits.files });
        }
        let parsed = match read {
            Ok(source) if parse::is_text(name) => Ok(parse::text(document, name, source)),
            Ok(source) => parse::parse(document, name, source, limits, self.problems),
            Err(returned) => Err(returned),
        };
        match parsed {
            Ok(file) => {
                self.places.insert(file, place);
                Ok(file)
            }
            Err((Rejected { problem, place }, source)) => {
                let broken = broken(name, &problem);
                document.add_broken(BrokenFile { name: name.to_owned(), source, place });
                Err(broken)
            }
        }
    }
}

/// The failure of each reference to a file that was found but cannot be used.
fn broken(name: &str, cause: &ProblemKind) -> LinkFailure {
    let remedy = match cause {
        ProblemKind::EmptyDocument => "write into it what the reference names".to_owned(),
        cause => cause.help(),
    };
    LinkFailure::Broken { file: name.to_owned(), reason: cause.to_string(), remedy }
}

fn unusable(uri: &str, reason: &(impl std::fmt::Display + ?Sized)) -> LinkFailure {
    LinkFailure::Unusable { file: uri.to_owned(), reason: reason.to_string(), remedy: None }
}

/// A path as references write it.
fn shown(path: &Path) -> String {
    path.display().to_string().replace(std::path::MAIN_SEPARATOR, "/")
}

/// Whether `uri` has a scheme or a host (RFC 3986, section 4.2).
fn is_remote(uri: &str) -> bool {
    let scheme = uri.split_once(':').map(|(scheme, _)| scheme);
    let has_scheme = scheme.is_some_and(|scheme| {
        // A single letter is a Windows drive, not a scheme.
        scheme.len() > 1
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    });
    has_scheme || uri.starts_with("//")
}

fn is_relative(path: &Path) -> bool {
    path.components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir | Component::ParentDir))
}

/// Removes `.` and `..` from a path lexically.
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
