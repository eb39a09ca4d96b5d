//! What can be wrong: one block per problem, with its data, its code and its wording.

use std::fmt;

use super::Severity;

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

problems! {
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
        help "save the file as UTF-8";
    /// Text that is no JSON.
    MalformedJson { reason: String } => Error "malformed-json",
        "this is not JSON: {reason}",
        note "nothing was generated",
        help "correct the syntax at this place";
    /// A text meant as JSON that only the rules of YAML permit.
    LooseJson { reason: String, line: usize, column: usize } => Warning "loose-json",
        "this is not quite JSON: {reason}",
        note "the file was read by the rules of YAML, which permit it",
        help "correct the syntax here, or name the file `.yaml`";
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
    /// A version of the specification that came after this program, or long before.
    UnknownVersion { version: String, instead: &'static str } => Warning "unknown-version",
        "`{version}` is no version of the specification that is known here",
        note "the document is read as one of version {instead}",
        help "correct the version, or convert the document to OpenAPI 3";
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
    /// An alias within what it names.
    RecursiveAlias { alias: String } => Error "recursive-alias",
        "the alias `{alias}` stands within the value that it names, which would never end",
        note "nothing was generated",
        help "use `$ref`, by which a schema may refer to itself";
    /// The same key twice in one object.
    DuplicateKey { key: String, line: usize, column: usize } => Warning "duplicate-key",
        "the key `{key}` appears more than once in this object",
        note "the last one counts; the first one is at line {line}, column {column}",
        help "keep one of them, or rename the others";
    /// A YAML tag of an application.
    IgnoredTag { tag: String } => Warning "ignored-tag",
        "the YAML tag `!{tag}` has no meaning in OpenAPI",
        note "the value was read as if the tag were not there",
        help "remove the tag";
    /// A YAML float that JSON cannot write, where a number is meant.
    NotFinite { text: String } => Warning "not-finite",
        "`{text}` is no number that JSON can express",
        note "it is left out",
        help "use a finite number, or leave it out; put quotes around it where it is a text";
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

    // The person who generates: arguments and the output folder.

    /// A name that cargo would refuse.
    InvalidCrateName { name: String } => Error "invalid-crate-name",
        "`{name}` cannot be the name of a crate",
        note "nothing was written",
        help "use ASCII letters, digits, `-` and `_`, a letter first, and no keyword";
    /// A file that cannot be written.
    UnwritableOutput { reason: String } => Error "unwritable-output",
        "the output cannot be written: {reason}",
        note "files that were already replaced are complete",
        help "check the path, the permissions and the space on the disk";

    // Resolve: references.

    /// A `$ref` that leads nowhere.
    DanglingReference { reference: String } => Warning "dangling-reference",
        "`{reference}` leads to nothing",
        note "it is typed as any JSON value",
        help "correct the reference, or add what it names";
    /// A `$ref` that leads nowhere as it is written, and somewhere as it is meant.
    LooseReference { reference: String, instead: String } => Warning "loose-reference",
        "`{reference}` leads to nothing as it is written",
        note "it is taken for `{instead}`",
        help "write the reference so";
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
    /// A `$dynamicRef` that leads to one schema or another, or is one of two references.
    DynamicReference { reference: String, reason: &'static str } => Warning "dynamic-reference",
        "`{reference}` is not followed: {reason}",
        note "what it alone describes is typed as any JSON value",
        help "refer to the schema itself with `$ref`";
    /// A chain of references beyond the limit.
    ReferenceChain { limit: usize } => Warning "reference-chain",
        "more than {limit} references follow one another",
        note "it is typed as any JSON value",
        help "refer to the definition itself";
    /// A reference into a file that is not there, or may not be opened.
    UnusableFile { file: String, reason: String } => Warning "unusable-file",
        "`{file}` cannot be used: {reason}",
        note "it is typed as any JSON value",
        help "correct the reference, or the file it names";
    /// A file that references lead into, and that is there but is no part of a document.
    BrokenFile { file: String, reason: String, remedy: String } => Warning "broken-file",
        "`{file}` cannot be used: {reason}",
        note "what refers to it is typed as any JSON value",
        help "{remedy}";
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

    // Normalise and lower: what the document says.

    /// Something of a type that the specification does not give it.
    WrongType { what: String, expected: &'static str } => Warning "wrong-type",
        "{what} should be {expected}",
        note "it is left out",
        help "correct its type";
    /// An object of the envelope that does not follow the specification.
    MalformedObject { what: String, reason: String } => Warning "malformed-object",
        "this {what} does not follow the specification: {reason}",
        note "it is left out, or only its plain text is used",
        help "correct the member that the message names";
    /// A `type` that JSON Schema does not know.
    UnknownType { name: String } => Warning "unknown-type",
        "`{name}` is no type of JSON Schema",
        note "the type is taken from the other keywords, or any JSON value is admitted",
        help "use null, boolean, integer, number, string, array or object";
    /// Schemas of an `allOf` that no value meets together.
    UnsatisfiableAllOf { what: &'static str, other: String } => Warning "unsatisfiable-all-of",
        "no value meets both this schema and that at `{other}`: they have {what}",
        note "the first of them decides",
        help "make them agree, or use `oneOf`";
    /// An `allOf` that unfolds into too much.
    MergeTooLarge { most: usize } => Warning "merge-too-large",
        "more than {most} schemas are merged here",
        note "the rest is not merged",
        help "name the parts under `components` and refer to them";
    /// A schema that consists of itself.
    CircularReference => Warning "circular-schema",
        "this schema consists of nothing but itself",
        note "it is typed as any JSON value",
        help "say what it is made of besides";
    /// `required` naming what `properties` does not have.
    RequiredUndeclared { name: String } => Warning "required-undeclared",
        "`required` names `{name}`, which no property declares",
        note "the generated type has it as any JSON value",
        help "declare the property, or correct the name";
    /// A value of an `enum` that the schema's `type` excludes.
    EnumValueOfOtherType { value: String } => Warning "enum-value-of-other-type",
        "`{value}` is not of the schema's type",
        note "the value is left out of the enumeration",
        help "correct the value, or the `type`";
    /// A list of names or descriptions that does not go with the values.
    EnumWordsMismatch { key: &'static str, words: usize, values: usize } => Warning "enum-words-mismatch",
        "`{key}` has {words} items for {values} values",
        note "the first item belongs to the first value, and so on; a value without one is called after itself",
        help "give it as many items as `enum` has";
    /// Several unions in one schema, with too many combinations.
    TooManyCombinations { most: usize } => Warning "too-many-combinations",
        "the unions of this schema combine to more than {most} alternatives",
        note "only the first union counts; members of the others are kept as extra members",
        help "write one `oneOf`";
    /// A discriminator's `mapping` that leads nowhere.
    DanglingMapping { reference: String } => Warning "dangling-mapping",
        "the mapping to `{reference}` leads to nothing",
        note "values with this tag are kept as they came",
        help "correct the reference, or add the schema it names";
    /// An `operationId` used before.
    DuplicateOperationId { id: String, first: String } => Warning "duplicate-operation-id",
        "the operationId `{id}` is used twice",
        note "{first} keeps it; this operation is named after its method and path",
        help "give each operation an id of its own";
    /// A parameter declared twice in one list.
    DuplicateParameter { name: String } => Warning "duplicate-parameter",
        "the parameter `{name}` is declared twice",
        note "the first declaration counts",
        help "remove one of them";
    /// Swagger 2.0: a parameter that is a body, or a part of one, beside another body.
    SeveralBodies { name: String } => Warning "several-bodies",
        "the operation has a body already, and the parameter `{name}` would be another",
        note "the parameter is left out",
        help "describe one body in one schema, or all of it by `formData` parameters";
    /// A template variable without a parameter.
    UndeclaredPathParameter { name: String, path: String } => Warning "undeclared-path-parameter",
        "no path parameter declares `{{{name}}}` of `{path}`",
        note "it is taken as a required string",
        help "declare it: `{{name: {name}, in: path, required: true, schema: {{type: string}}}}`";
    /// A path parameter that the template does not have.
    UnusedPathParameter { name: String, path: String } => Warning "unused-path-parameter",
        "`{path}` has no `{{{name}}}`",
        note "the parameter is left out",
        help "add it to the path, or remove the parameter";
    /// A path that cannot be sent as it is written, or is not what arrives.
    MalformedPath { path: String, reason: &'static str } => Warning "malformed-path",
        "the path `{path}` {reason}",
        note "it is sent as closely to what is written as a URL can",
        help "begin it with one `/`, write variables as `{{name}}`, and name what is meant without `.` and `..`";
    /// A path with a fragment.
    PathFragment { fragment: String } => Warning "path-fragment",
        "HTTP does not send the fragment `#{fragment}`",
        note "the path is sent without it",
        help "tell operations apart by method, path or query";
    /// A parameter's `in` that does not exist.
    UnknownLocation { name: String, location: String } => Warning "unknown-location",
        "the parameter `{name}` is in `{location}`, which is no location",
        note "the parameter is left out",
        help "use path, query, querystring, header or cookie";
    /// A header whose name no message can have.
    InvalidHeaderName { name: String } => Warning "invalid-header-name",
        "`{name}` cannot be the name of a header",
        note "it is left out",
        help "use ASCII letters, digits and `-`, as in `X-Request-Id`";
    /// A cookie whose name no message can have.
    InvalidCookieName { name: String } => Warning "invalid-cookie-name",
        "`{name}` cannot be the name of a cookie",
        note "it is left out",
        help "use ASCII letters, digits, `-` and `_`";
    /// A media type that is none.
    InvalidMediaType { name: String, instead: String } => Warning "invalid-media-type",
        "`{name}` is no media type",
        note "it is taken for `{instead}`, unless that stands beside it",
        help "write type and subtype, as in `application/json`";
    /// A method that no request can have.
    InvalidMethod { name: String, reason: &'static str } => Warning "invalid-method",
        "`{name}` cannot be the method of an operation: {reason}",
        note "the operation is left out",
        help "use a method of HTTP, such as `PATCH` or `PURGE`";
    /// A header that the specification forbids as a parameter.
    IgnoredHeader { name: String } => Warning "ignored-header",
        "a parameter cannot set the header `{name}`",
        note "the parameter is left out: the media types of bodies and responses decide the header",
        help "remove the parameter; `.with(|call| call.header(name, value))` sets the header of a single call";
    /// A parameter in the place of a security scheme's credential.
    CredentialParameter { name: String, scheme: String } => Warning "credential-parameter",
        "the parameter `{name}` is what the security scheme `{scheme}` sends",
        note "the parameter is left out: the credential is given once, to the client's builder",
        help "remove the parameter";
    /// The header of credentials as a parameter, of an operation that no scheme secures.
    AuthorizationParameter { name: String } => Warning "authorization-parameter",
        "a parameter is the header `{name}`, which the specification leaves to security schemes",
        note "it is an argument of the operation, since no security scheme of the operation sends the header",
        help "describe the credential under `components/securitySchemes`, and name the scheme in `security`";
    /// A schema where the specification has something that contains one.
    MisplacedSchema { expected: &'static str } => Warning "misplaced-schema",
        "a schema stands where {expected} is expected",
        note "it is taken as the schema of the media type, of `application/json` where none is named",
        help "write it under `content`, a media type and `schema`; in Swagger 2.0, under `schema`";
    /// What another version of the specification has in this place.
    OtherVersion { what: &'static str, version: &'static str, instead: &'static str } => Warning "other-version",
        "{what} belongs to {version}, which this document does not follow",
        note "it is read as it is there",
        help "write {instead}, or convert the document";
    /// A parameter or header with more than one media type.
    SeveralContents { first: String } => Warning "several-contents",
        "a parameter or header has one media type, and this is a second one",
        note "`{first}` counts, which stands before it",
        help "remove all but one";
    /// A parameter or header without schema and content.
    MissingSchema => Warning "missing-schema",
        "neither `schema` nor `content` says what the value is",
        note "it is taken as a string",
        help "add a `schema`";
    /// A `style` that its location does not permit.
    UnsupportedStyle { style: String, location: &'static str, instead: &'static str } => Warning "unsupported-style",
        "`{style}` is no style of {location}",
        note "it is sent in style `{instead}`",
        help "use `{instead}`, or move the parameter";
    /// A `style` that says nothing about values of the parameter's type.
    MeaninglessStyle { name: String, style: String, shape: &'static str } => Warning "meaningless-style",
        "style {style} says nothing about {shape}, which the parameter `{name}` is",
        note "a single value is sent as `{name}=value`, items and members one by one, and by `deepObject` as `{name}[0]=item`",
        help "use `form`, or give the parameter a type that the style is made for";
    /// Arrays or objects within a parameter whose style has no form for them.
    NestedParameter { name: String } => Warning "nested-parameter",
        "no style but `deepObject` has a form for arrays or objects within the parameter `{name}`",
        note "a call that gives such a value is refused before anything is sent",
        help "describe the parameter with `content`, for example as JSON, or, in a query, with `style: deepObject`";
    /// A parameter that is the whole query, and others in it.
    QueryBesideQuerystring { name: String } => Warning "query-beside-querystring",
        "`{name}` is the whole query, but not its only parameter",
        note "all of them are sent, joined by `&`",
        help "describe the query by one parameter in `querystring`, or by one in `query` for each part";
    /// A key of `responses` that is no status.
    InvalidStatus { status: String } => Warning "invalid-status",
        "`{status}` is no status, range or `default`",
        note "the response is left out",
        help "use three digits, a range such as `4XX`, or `default`";
    /// Two responses for one status.
    DuplicateStatus { status: String } => Warning "duplicate-status",
        "another response already stands for `{status}`",
        note "the first one counts",
        help "remove one of them";
    /// A variable of a server's URL that is not declared.
    UndeclaredServerVariable { name: String, url: String } => Warning "undeclared-server-variable",
        "no variable declares `{{{name}}}` of `{url}`",
        note "it has no default: the program has to give it",
        help "declare it under `variables`, with a `default`";
    /// A server that no client can send to.
    UnusableServer { url: String, why: &'static str } => Warning "unusable-server",
        "the server `{url}` {why}",
        note "a client that is to use it is not built, unless its endpoint is given",
        help "correct the URL";
    /// A server URL that begins with a host.
    ServerWithoutScheme { url: String } => Warning "server-without-scheme",
        "the server `{url}` has no scheme",
        note "it is relative, and so below the place where the document was retrieved from",
        help "write `https://{url}` if it begins with a host, and `./{url}` if it does not";
    /// A default of a server variable that is none of its values.
    ServerDefault { name: String, default: String } => Warning "server-default",
        "the default `{default}` of the server variable `{name}` is none of its `enum`",
        note "it is used all the same",
        help "add it to the `enum`, or correct it";
    /// A security requirement without its scheme.
    UnknownSecurityScheme { name: String } => Warning "unknown-security-scheme",
        "no security scheme is called `{name}`",
        note "this alternative is left out",
        help "define it under `components/securitySchemes`, or correct the name";

    // Name and plan: what becomes of it in Rust.

    /// Two things of the document would have the same name in Rust.
    NameCollision { name: String, given: String, remedy: &'static str } => Warning "name-collision",
        "more than one thing here would be called `{name}`",
        note "it is called `{given}`",
        help "{remedy}";
    /// Lists of lists of lists …
    TypeTooDeep { limit: usize } => Warning "type-too-deep",
        "more than {limit} lists and maps are nested here without a named type between them",
        note "what is inside is typed as any JSON value",
        help "name one of the inner schemas, as an object";
    /// A constraint that is longer than anybody would write.
    RuleTooLong { keyword: String, limit: usize } => Warning "rule-too-long",
        "`{keyword}` is longer than {limit} bytes",
        note "values are not checked for it",
        help "shorten it";
    /// A default that the type of its member cannot read.
    UnusableDefault { value: String } => Warning "unusable-default",
        "the default `{value}` is not of the schema's type, or too long",
        note "a value without this required member is refused",
        help "correct the default, or the `type`";
    /// Members that require each other without end.
    RequiredCycle { name: String } => Warning "required-cycle",
        "a value with `{name}` would never end: it requires a value of the type it is in",
        note "the member is optional in Rust",
        help "take `{name}` out of `required`, or let it be null";
    /// Alternatives of a union that no value tells apart.
    IndistinguishableAlternatives { first: String, second: String } => Warning "indistinguishable-alternatives",
        "nothing tells the alternatives `{first}` and `{second}` apart",
        note "a value that fits both is read as `{first}`",
        help "give each a required member with a `const` of its own, or add a `discriminator`";

    // Select.

    /// An `--include` that fits no operation.
    UnknownInclude { what: String } => Error "unknown-include",
        "no operation fits `{what}`",
        note "nothing was generated",
        help "name an operation by `tag:NAME`, by its operationId, or by `METHOD /path`";

    // Plan: bodies and parameters that are carried but not encoded as the document says.

    /// A body with structure that is handed over as text.
    BodyAsText { media: String } => Warning "body-as-text",
        "the structure of `{media}` bodies is not followed",
        note "such a body is handed over as text",
        help "encode or decode it in the program, or document a JSON body";
    /// A body with structure that is handed over as bytes.
    BodyAsBytes { media: String } => Warning "body-as-bytes",
        "the structure of `{media}` bodies is not followed",
        note "such a body is handed over as bytes",
        help "encode or decode it in the program, or document a JSON body";
    /// Bytes such as those of an image, whose schema describes an object or a list all the same.
    StructureOfBytes { media: String, shape: &'static str } => Warning "structure-of-bytes",
        "`{media}` bodies are raw bytes, but their schema describes {shape}",
        note "such a body is handed over as bytes, which is all that it is; told once for the document",
        help "leave the schema out, or, before OpenAPI 3.1, write `type: string, format: binary`";
    /// An answer of several parts.
    PartsAsBytes { media: String } => Warning "parts-as-bytes",
        "the parts of a `{media}` answer are not told apart",
        note "such an answer is handed over as it arrives, as bytes",
        help "give its bytes and content type to a reader of multipart, or document a JSON answer";
    /// A media type that carries what JSON carries too.
    RepresentationNotUsed { media: String, instead: String } => Warning "representation-not-used",
        "`{media}` carries the same values as `{instead}`",
        note "wherever the document offers both, `{instead}` is sent and asked for",
        help "leave `{media}` out, or give it a schema of its own if it is something else";
    /// A form or multipart body whose schema is no object.
    BodyOfNoObject { media: String } => Warning "body-of-no-object",
        "a body of `{media}` is made of members, but its schema describes no object",
        note "the operation takes the body as it is described, and refuses to send what is no object",
        help "describe the members with `type: object` and `properties`";
    /// A parameter whose `content` is of a media type that is not followed.
    ParameterAsText { name: String, media: String } => Warning "parameter-as-text",
        "the structure of `{media}`, which the parameter `{name}` is written as, is not followed",
        note "such a value is given and sent as text",
        help "encode it in the program, or document the parameter as JSON, or with `schema` and `style`";
}
