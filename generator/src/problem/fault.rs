//! What can be wrong: one block per fault, with its data, its code and its wording.

use std::fmt;

use super::Severity;

/// Declares [`Fault`]: each block is a variant, then its severity and code, then its message, what was done
/// about it (`note`) and what the reader can do (`help`). The texts may name the variant's fields.
macro_rules! faults {
    ($(
        $(#[$docs:meta])*
        $variant:ident $({ $($field:ident: $type:ty),* $(,)? })? => $severity:ident $code:literal,
            $message:literal,
            note $note:literal,
            help $help:literal;
    )*) => {
        /// One kind of fault, with what its message needs.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub(crate) enum Fault {
            $( $(#[$docs])* $variant $({ $($field: $type),* })? ),*
        }

        #[allow(unused_variables, reason = "not every text names every field")]
        impl Fault {
            /// Every code, in the order of declaration.
            #[cfg(test)]
            pub(crate) const CODES: &[&str] = &[$($code),*];

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
        impl fmt::Display for Fault {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $( Self::$variant $({ $($field),* })? => write!(f, $message) ),* }
            }
        }
    };
}

faults! {
    // Load: files and syntax.

    /// The document, or a file it refers to, cannot be read.
    UnreadableFile { reason: String } => Error "unreadable-file",
        "the file cannot be read: {reason}",
        note "nothing was generated",
        help "check the path and the permissions";
    /// Bytes that are no text.
    NotUtf8 => Error "not-utf8",
        "the file is not UTF-8 text",
        note "nothing was generated",
        help "save the document as UTF-8";
    /// Text that is no JSON.
    MalformedJson { reason: String } => Error "malformed-json",
        "this is not JSON: {reason}",
        note "nothing was generated",
        help "correct the syntax at this place";
    /// Text that is no YAML.
    MalformedYaml { reason: String } => Error "malformed-yaml",
        "this is not YAML: {reason}",
        note "nothing was generated",
        help "correct the syntax here, or on the line above: check indentation, quotes and colons";
    /// A file without content.
    EmptyDocument => Error "empty-document",
        "the document is empty",
        note "nothing was generated; an OpenAPI document is an object with a member `openapi`",
        help "name the file that holds the OpenAPI description";
    /// Something else than an object at the root.
    NotAnObject { found: &'static str } => Error "not-an-object",
        "the document is {found}, where an OpenAPI description is an object",
        note "nothing was generated",
        help "name the file that holds the OpenAPI description";
    /// An object that does not say it is an OpenAPI description.
    NotOpenApi => Error "not-openapi",
        "the document has neither a member `openapi` nor a member `swagger`",
        note "nothing was generated",
        help "add `openapi: 3.1.0`, or name the file that holds the OpenAPI description";
    /// A file beyond the limit of size.
    FileTooLarge { limit: u64 } => Error "file-too-large",
        "the file is larger than {limit} bytes",
        note "nothing was generated",
        help "split the document, or remove what does not describe the API";
    /// Nesting beyond the limit.
    TooDeep { limit: usize } => Error "too-deep",
        "values are nested more than {limit} levels deep",
        note "nothing was generated",
        help "name the inner parts under `components` and refer to them";
    /// More values than the limit.
    TooManyNodes { limit: usize } => Error "too-many-nodes",
        "the document has more than {limit} values",
        note "nothing was generated",
        help "split the document into several APIs";
    /// Aliases that multiply a small file into a huge tree.
    AliasBomb => Error "alias-bomb",
        "aliases multiply the document far beyond its size",
        note "nothing was generated",
        help "replace aliases of aliases by `$ref`";
    /// The same key twice in one object.
    DuplicateKey { key: String, line: usize, column: usize } => Warning "duplicate-key",
        "the key `{key}` appears twice in this object",
        note "the last one counts; an earlier one is at line {line}, column {column}",
        help "remove one of them, or rename it";
    /// A YAML tag of an application.
    IgnoredTag { tag: String } => Warning "ignored-tag",
        "the YAML tag `!{tag}` has no meaning in OpenAPI",
        note "the value was read as if the tag were not there",
        help "remove the tag";
    /// A YAML float that JSON cannot write.
    NotFinite { text: String } => Warning "not-finite",
        "`{text}` is a number that JSON cannot express",
        note "it was read as text",
        help "use a finite number, or put quotes around the text";
    /// A merge key whose value is no mapping.
    MalformedMerge => Warning "malformed-merge",
        "the merge key `<<` stands before something else than mappings",
        note "nothing was merged",
        help "use an alias of a mapping, or a list of such aliases";
    /// A second YAML document in the file.
    SeveralDocuments => Warning "several-documents",
        "the file holds several YAML documents",
        note "only the first one was read",
        help "remove the others, or generate each from its own file";

    // Resolve: references.

    /// A `$ref` that leads nowhere.
    DanglingReference { reference: String } => Warning "dangling-reference",
        "`{reference}` leads to nothing",
        note "it is typed as any JSON value",
        help "correct the reference, or add what it names";
    /// A `$ref` that is no reference.
    MalformedReference { reason: String } => Warning "malformed-reference",
        "this `$ref` cannot be followed: {reason}",
        note "it is typed as any JSON value",
        help "write a URI with a JSON pointer, such as `#/components/schemas/Pet`";
    /// References that lead to each other and never to a value.
    CyclicReference { reference: String } => Warning "cyclic-reference",
        "`{reference}` leads back to itself and never to a value",
        note "it is typed as any JSON value",
        help "let one of the references of the circle name a definition";
    /// A chain of references beyond the limit.
    ReferenceChain { limit: usize } => Warning "reference-chain",
        "more than {limit} references follow one another",
        note "it is typed as any JSON value",
        help "refer to the definition itself";
    /// A reference into a file that cannot be used.
    UnusableFile { file: String, reason: String } => Warning "unusable-file",
        "`{file}` cannot be used: {reason}",
        note "it is typed as any JSON value",
        help "correct the reference, or the file it names";
    /// A reference out of the document's folder.
    OutsideReference { file: String } => Warning "outside-reference",
        "`{file}` lies outside the document's folder",
        note "the file was not opened, and what it defines is typed as any JSON value",
        help "move the file into the document's folder";
    /// A reference to another host.
    RemoteReference { address: String } => Warning "remote-reference",
        "`{address}` is on another host",
        note "nothing was fetched, and what it defines is typed as any JSON value",
        help "keep a copy beside the document, or pass `--allow-remote-refs`";
    /// More files than the limit.
    TooManyFiles { limit: usize } => Warning "too-many-files",
        "the document refers to more than {limit} files",
        note "this file was not opened, and what it defines is typed as any JSON value",
        help "join some of the files";
}
