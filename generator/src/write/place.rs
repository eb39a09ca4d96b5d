//! One file is replaced or removed.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::WriteFailure;

/// Writes a file beside its place and moves it there, so that nobody ever sees half of it.
pub(crate) fn put(path: &Path, text: &str) -> Result<(), WriteFailure> {
    let failed = |error| WriteFailure::new(path, error);
    let folder = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder).map_err(failed)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".callwright-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What any other program would create: the user's mask still applies.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Removes a file, and the folders up to `out` that this leaves empty.
pub(super) fn remove(path: &Path, out: &Path) -> Result<(), WriteFailure> {
    fs::remove_file(path).map_err(|error| WriteFailure::new(path, error))?;
    let mut folder = path.parent();
    while let Some(at) = folder.filter(|at| *at != out && at.starts_with(out)) {
        // A folder with anything else in it stays.
        if fs::remove_dir(at).is_err() {
            break;
        }
        folder = at.parent();
    }
    Ok(())
}
