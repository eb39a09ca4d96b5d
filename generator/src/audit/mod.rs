//! Document in, problems out: members and values that the specification does not give a meaning to.
//!
//! The other stages read what they know and pass over everything else, so a slip in a name would take a part of the
//! client away without a word. This stage compares the whole document with the lists of the specification instead. It
//! changes nothing.

mod codes;
mod extension;
mod finding;
mod required;
mod tags;
mod value;
mod walk;

use crate::lower::Context;
use crate::specification::Version;

/// Reports the members and values of the document, and of the files it refers to, that cannot be meant.
pub(crate) fn audit(context: Context<'_>) {
    if let Some(version) = Version::of(context.document) {
        walk::Walk::new(context, version).run();
    }
}
