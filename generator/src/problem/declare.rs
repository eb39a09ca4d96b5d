//! The macro that turns the list of problems into a type.

/// Declares [`ProblemKind`]: each block is a variant, then its severity and code, then its message, what was done
/// about it (`note`) and what the reader can do (`help`). The texts may name the variant's fields.
macro_rules! problems {
    ($(
        $(#[$docs:meta])*
        $variant:ident $({ $($field:ident: $type:ty),* $(,)? })? => $severity:ident $code:literal,
            $message:literal,
            note $note:literal,
            help $help:literal;
    )*) => {
        /// Every code that a [`Diagnostic`](crate::Diagnostic) can have.
        pub const CODES: &[&str] = &[$($code),*];

        /// One kind of problem, with what its message needs.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub(crate) enum ProblemKind {
            $( $(#[$docs])* $variant $({ $($field: $type),* })? ),*
        }

        #[allow(unused_variables, reason = "not every text names every field")]
        impl ProblemKind {
            /// The stable code: scripts and the documentation refer to it.
            pub(crate) fn code(&self) -> &'static str {
                match self { $( Self::$variant $({ $($field: _),* })? => $code ),* }
            }

            pub(crate) fn severity(&self) -> Severity {
                match self { $( Self::$variant $({ $($field: _),* })? => Severity::$severity ),* }
            }

            /// What was done about it.
            pub(crate) fn note(&self) -> String {
                match self { $( Self::$variant $({ $($field),* })? => format!($note) ),* }
            }

            /// What the reader of the message can do.
            pub(crate) fn help(&self) -> String {
                match self { $( Self::$variant $({ $($field),* })? => format!($help) ),* }
            }
        }

        #[allow(unused_variables, reason = "not every text names every field")]
        impl fmt::Display for ProblemKind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $( Self::$variant $({ $($field),* })? => write!(f, $message) ),* }
            }
        }
    };
}

pub(super) use problems;
