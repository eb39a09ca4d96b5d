//! The Python interpreter of test servers.

use std::path::PathBuf;

/// The interpreter with a server's requirements: `CALLWRIGHT_PYTHON`, which the gates set, or the
/// one that they install.
pub(crate) fn interpreter() -> PathBuf {
    std::env::var_os("CALLWRIGHT_PYTHON").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/ci/python/bin/python")),
        PathBuf::from,
    )
}
