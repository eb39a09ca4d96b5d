//! Attributes that depend on the document.

use super::text::{Quoted, Source};

/// The most arguments, `self` included, that the lint lets pass.
const ARGUMENTS: usize = 7;

/// Lints that a file breaks because the document does.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Breaks {
    /// The longest list of arguments, `self` included.
    pub(super) most_arguments: usize,
    pub(super) has_large_variants: bool,
    pub(super) has_complex_types: bool,
}

/// `#![allow(…)]` for each of the lints.
pub(super) fn allows(out: &mut Source, breaks: Breaks) {
    let Breaks { most_arguments, has_large_variants, has_complex_types } = breaks;
    let lints = [
        (
            most_arguments > ARGUMENTS,
            "clippy::too_many_arguments",
            "there are as many arguments as the document requires",
        ),
        (
            has_large_variants,
            "clippy::large_enum_variant",
            "the alternatives of a document differ in size as they please",
        ),
        (
            has_complex_types,
            "clippy::type_complexity",
            "lists and maps nest as deeply as the document has them",
        ),
    ];
    for (_, lint, reason) in lints.into_iter().filter(|(breaks, ..)| *breaks) {
        let inside = |out: &mut Source| {
            out.line(format_args!("{lint},"));
            out.line(format_args!("reason = {}", Quoted(reason)));
        };
        out.enclosed("#![allow(", inside, ")]");
    }
}

/// `#[cfg(feature = "…")]`, for what is behind a Cargo feature.
pub(super) fn gate(out: &mut Source, feature: Option<&str>) {
    if let Some(feature) = feature {
        out.line(format_args!("#[cfg(feature = {})]", Quoted(feature)));
    }
}
