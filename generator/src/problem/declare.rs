//! The macro that turns the list of problems into a type.

/// Declares [`ProblemKind`]: each block is a variant, its severity and code, its message, the
/// consequence (`note`) and the remedy (`help`). The strings may interpolate the variant's fields.
macro_rules! problems {
    ($(
        $(#[$docs:meta])*
        $variant:ident $({ $($field:ident: $type:ty),* $(,)? })? => $severity:ident $code:literal,
            $message:literal,
            note $note:literal,
            help $help:literal;
    )*) => {
        /// All codes of [`Diagnostic`](crate::Diagnostic)s.
        pub const CODES: &[&str] = &[$($code),*];

        /// The codes, each with the report of an example.
        #[cfg(any(feature = "cli", test))]
        pub(crate) const EXAMPLES: &[(&str, &str)] = &[
            $( (
                $code,
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/problems/", $code, "/expected.txt")),
            ), )*
        ];

        /// The severity of the problems of a code.
        pub(crate) fn severity_of(code: &str) -> Option<Severity> {
            match code {
                $( $code => Some(Severity::$severity), )*
                _ => None,
            }
        }

        /// A kind of problem, with the data of its message.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub(crate) enum ProblemKind {
            $( $(#[$docs])* $variant $({ $($field: $type),* })? ),*
        }

        #[allow(unused_variables, reason = "not every text names every field")]
        impl ProblemKind {
            /// The stable code, for scripts and documentation.
            pub(crate) fn code(&self) -> &'static str {
                match self { $( Self::$variant $({ $($field: _),* })? => $code ),* }
            }

            pub(crate) fn severity(&self) -> Severity {
                match self { $( Self::$variant $({ $($field: _),* })? => Severity::$severity ),* }
            }

            /// The consequence: what callwright did instead.
            pub(crate) fn note(&self) -> String {
                match self { $( Self::$variant $({ $($field),* })? => format!($note) ),* }
            }

            /// The remedy.
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
