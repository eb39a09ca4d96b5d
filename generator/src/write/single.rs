//! Replaces one file outside the output folder.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::failure::WriteFailure;

/// Writes a file beside its place and moves it there, so that nobody ever sees half of it.
pub(crate) fn put(path: &Path, text: &str) -> Result<(), WriteFailure> {
    let failed = WriteFailure::of(path);
    let folder = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder).map_err(&failed)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".callwright-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Any other program would create it so: the user's mask still applies.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(&failed)?;
    file.write_all(text.as_bytes()).map_err(&failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}
