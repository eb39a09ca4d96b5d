//! Names of the prelude in generated code.

/// Names that modules of operations use without a path.
pub(super) const UNQUALIFIED: [&str; 18] = [
    "Box",
    "Clone",
    "Debug",
    "Default",
    "Eq",
    "Err",
    "From",
    "Hash",
    "Into",
    "IntoIterator",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Result",
    "Some",
    "String",
    "Vec",
];
