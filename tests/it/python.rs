//! The Python that test servers in that language run on.

use std::path::PathBuf;

/// The interpreter with a server's requirements: `CALLWRIGHT_PYTHON`, which the gates set, else the one that they make.
pub(crate) fn interpreter() -> PathBuf {
    std::env::var_os("CALLWRIGHT_PYTHON").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/ci/python/bin/python")),
        PathBuf::from,
    )
}
