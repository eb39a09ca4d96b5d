//! The kinds of problems: one block each, with its data, its code and its wording.

use std::fmt;

use super::declare::problems;
use super::severity::Severity;

problems! {
    // Load: files and syntax.

    /// The document, or a file it refers to, cannot be read.
    UnreadableFile { reason: String } => Error "unreadable-file",
        "the file cannot be read: {reason}",
        note "nothing was generated",
        help "check the path and the permissions";
    /// Bytes that are not text.
    NotUtf8 => Error "not-utf8",
        "the file is not UTF-8 text",
        note "nothing was generated",
        help "save the file as UTF-8";
    /// Text that is not JSON.
    MalformedJson { reason: String } => Error "malformed-json",
        "this is not JSON: {reason}",
        note "nothing was generated",
        help "correct the syntax at this place";
    /// A text meant as JSON that only YAML permits.
    LooseJson { reason: String, line: usize, column: usize } => Warning "loose-json",
        "this is not strict JSON: {reason}",
        note "the file was read as YAML, which permits it",
        help "correct the syntax here, or name the file `.yaml`";
    /// Text that is not YAML.
    MalformedYaml { reason: String } => Error "malformed-yaml",
        "this is not YAML: {reason}",
        note "nothing was generated",
        help "correct the syntax here, or on the line above: check indentation, quotes and colons";
    /// A file without content.
    EmptyDocument => Error "empty-document",
        "the document is empty",
        note "nothing was generated; an OpenAPI description is an object with an `openapi` field",
        help "name the file that holds the OpenAPI description";
    /// A root that is not an object.
    NotAnObject { found: &'static str } => Error "not-an-object",
        "the document is {found}, but an OpenAPI description is an object",
        note "nothing was generated",
        help "name the file that holds the OpenAPI description";
    /// An overlay, or an action of one, that cannot be followed.
    MalformedOverlay { reason: String } => Error "malformed-overlay",
        "the overlay cannot be applied: {reason}",
        note "nothing was generated",
        help "correct the overlay (OpenAPI Overlay Specification 1.1)";
    /// An action of an overlay that selects nothing.
    UnmatchedAction { target: String } => Warning "unmatched-action",
        "`{target}` selects nothing in the document",
        note "the action changes nothing",
        help "correct the path, or remove the action";
    /// An object that does not say it is an OpenAPI description.
    NotOpenApi => Error "not-openapi",
        "the document has neither an `openapi` nor a `swagger` field",
        note "nothing was generated",
        help "add `openapi: 3.1.0`, or name the file that holds the OpenAPI description";
    /// A version of the specification that callwright does not know.
    UnknownVersion { version: String, instead: &'static str } => Warning "unknown-version",
        "callwright does not know version `{version}` of the specification",
        note "the document was read as version {instead}",
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
        help "move the inner parts to `components` and refer to them";
    /// More values than the limit.
    TooManyNodes { limit: usize } => Error "too-many-nodes",
        "the document has more than {limit} values",
        note "nothing was generated",
        help "split the document into several APIs";
    /// Aliases that multiply a small file into a huge tree.
    AliasBomb => Error "alias-bomb",
        "aliases expand the document far beyond its size",
        note "nothing was generated",
        help "replace aliases of aliases with `$ref`";
    /// An alias within what it names.
    RecursiveAlias { alias: String } => Error "recursive-alias",
        "the alias `{alias}` is inside the value that it names, which would never end",
        note "nothing was generated",
        help "use `$ref`, with which a schema may refer to itself";
    /// The same key twice in one object.
    DuplicateKey { key: String, line: usize, column: usize } => Warning "duplicate-key",
        "the key `{key}` appears more than once in this object",
        note "the last one is used; the first one is at line {line}, column {column}",
        help "keep one of them, or rename the others";
    /// A YAML tag of an application.
    IgnoredTag { tag: String } => Warning "ignored-tag",
        "the YAML tag `!{tag}` has no meaning in OpenAPI",
        note "the tag was ignored",
        help "remove the tag";
    /// A YAML float that JSON cannot write, where a number is meant.
    NotFinite { text: String } => Warning "not-finite",
        "JSON cannot express the number `{text}`",
        note "the value was ignored",
        help "use a finite number or remove the value; quote it if it is a string";
    /// A merge key whose value is not a mapping.
    MalformedMerge => Warning "malformed-merge",
        "the value of the merge key `<<` is not a mapping",
        note "nothing was merged",
        help "use an alias of a mapping, or a list of such aliases";
    /// A second YAML document in the file.
    SeveralDocuments => Warning "several-documents",
        "the file holds several YAML documents",
        note "only the first one was read",
        help "remove the others, or move each into a file of its own";

    // Arguments and the output folder.

    /// The code of a level that no problem has.
    UnknownCode { code: String, remedy: String } => Error "unknown-code",
        "`{code}` is not the code of a problem",
        note "nothing was generated",
        help "{remedy}";
    /// The level of a code that is always an error.
    FixedLevel { code: String } => Error "fixed-level",
        "the level of `{code}` cannot be changed",
        note "no client can be written where there is such a problem",
        help "correct the document, or leave the option out";
    /// A URL, or `-` for the standard input, in place of a file.
    NotAFile { remedy: &'static str } => Error "not-a-file",
        "the document has to be a file",
        note "nothing was generated",
        help "{remedy}";
    /// A name that cargo would refuse.
    InvalidCrateName { name: String } => Error "invalid-crate-name",
        "`{name}` cannot be the name of a crate",
        note "nothing was written",
        help "use ASCII letters, digits, `-` and `_`; begin with a letter; do not use a keyword of Rust";
    /// A file that cannot be written.
    UnwritableOutput { reason: String } => Error "unwritable-output",
        "the output cannot be written: {reason}",
        note "the next run completes what this one began",
        help "check the path, the permissions and the free disk space";
    /// A file in the output folder that is in the way and that an earlier run did not write.
    FileInTheWay => Error "file-in-the-way",
        "the client needs the place of this file, which callwright did not write",
        note "nothing was written",
        help "move it away or choose another output folder; if it is generated code of which `.callwright-files` was lost, delete it";
    /// A list of generated files with a line that callwright does not write.
    BrokenFileList { line: usize } => Error "broken-file-list",
        "line {line} is not a hash and a path, so that nobody knows which files are generated",
        note "nothing was written",
        help "restore the file from version control, or delete it together with the generated files";
    /// An output folder that another run has been writing into for a long time.
    OutputInUse => Error "output-in-use",
        "another run of callwright has been writing into this folder for a minute",
        note "nothing was written",
        help "wait until it ends, or stop it, and run again";
    /// A `--runtime-path` without the runtime.
    MissingRuntime => Error "missing-runtime",
        "there is no package `callwright-runtime` in this folder",
        note "nothing was written",
        help "correct the path of the runtime, or leave it out to use the registry";

    // Resolve: references.

    /// A `$ref` that leads nowhere.
    DanglingReference { reference: String } => Warning "dangling-reference",
        "`{reference}` does not resolve",
        note "a schema is typed as any JSON value; anything else is left out",
        help "correct the reference, or add its target";
    /// A `$ref` that leads nowhere as it is written, and somewhere as it is meant.
    LooseReference { reference: String, instead: String } => Warning "loose-reference",
        "`{reference}` does not resolve as written",
        note "`{instead}` was used instead",
        help "write the reference like that";
    /// A `$ref` that is not a reference.
    MalformedReference { reason: String } => Warning "malformed-reference",
        "this `$ref` cannot be followed: {reason}",
        note "a schema is typed as any JSON value; anything else is left out",
        help "write a URI with a JSON pointer, such as `#/components/schemas/Pet`";
    /// References that lead to each other and never to a value.
    CyclicReference { reference: String } => Warning "cyclic-reference",
        "`{reference}` leads back to itself, never to a value",
        note "a schema is typed as any JSON value; anything else is left out",
        help "make one of the references in the cycle name a definition";
    /// A `$dynamicRef` that leads to one schema or another, or is one of two references.
    DynamicReference { reference: String, reason: &'static str } => Warning "dynamic-reference",
        "`{reference}` is not followed: {reason}",
        note "the value is typed as any JSON value where nothing else describes it",
        help "refer to the schema itself with `$ref`";
    /// A chain of references beyond the limit.
    ReferenceChain { limit: usize } => Warning "reference-chain",
        "the reference leads through more than {limit} others",
        note "a schema is typed as any JSON value; anything else is left out",
        help "refer to the definition itself";
    /// A reference into a file that is not there, or may not be opened.
    UnusableFile { file: String, reason: String, remedy: Box<str> } => Warning "unusable-file",
        "`{file}` cannot be used: {reason}",
        note "a schema is typed as any JSON value; anything else is left out",
        help "{remedy}";
    /// A file on another host that could not be fetched although that is permitted.
    UnfetchedFile { address: String, reason: String } => Error "unfetched-file",
        "`{address}` cannot be fetched: {reason}",
        note "nothing was written",
        help "correct the address or try again; without `--allow-remote-refs`, values behind such references are any JSON value";
    /// A file that references lead into, and that exists but cannot be part of a document.
    BrokenFile { file: String, reason: String, remedy: String } => Warning "broken-file",
        "`{file}` cannot be used: {reason}",
        note "a schema in it is typed as any JSON value; anything else is left out",
        help "{remedy}";
    /// A reference out of the document's folder.
    OutsideReference { file: String } => Warning "outside-reference",
        "`{file}` is outside the document's folder",
        note "the file was not opened; a schema is typed as any JSON value, and anything else is left out",
        help "pass `--allow-outside-refs`, or move the file into the document's folder";
    /// A reference to another host.
    RemoteReference { address: String } => Warning "remote-reference",
        "`{address}` is on another host",
        note "nothing was fetched; a schema is typed as any JSON value, and anything else is left out",
        help "pass `--allow-remote-refs`, or keep a copy beside the document";
    /// More files than the limit.
    TooManyFiles { limit: usize } => Warning "too-many-files",
        "the document refers to more files than the limit of {limit}",
        note "this file was not opened; a schema is typed as any JSON value, and anything else is left out",
        help "merge some of the files";

    // Normalise and lower: what the document says.

    /// A value whose type the specification does not permit there.
    WrongType { what: String, expected: &'static str } => Warning "wrong-type",
        "{what} should be {expected}",
        note "it was ignored",
        help "correct its type";
    /// An object that does not follow the specification.
    MalformedObject { what: String, reason: String } => Warning "malformed-object",
        "this {what} does not follow the specification: {reason}",
        note "it was ignored, or only its plain text was used",
        help "correct the field that the message names";
    /// A `type` that JSON Schema does not have.
    UnknownType { name: String } => Warning "unknown-type",
        "`{name}` is not a JSON Schema type",
        note "the type was inferred from the other keywords, if any; otherwise any JSON value is accepted",
        help "use null, boolean, integer, number, string, array or object";
    /// Schemas of an `allOf` that no value satisfies together.
    UnsatisfiableAllOf { what: &'static str, other: String } => Warning "unsatisfiable-all-of",
        "no value satisfies both this schema and the one at `{other}`: they have {what}",
        note "the first of them was used",
        help "make them agree, or use `oneOf`";
    /// An `allOf` that merges too many schemas.
    MergeTooLarge { most: usize } => Warning "merge-too-large",
        "more than {most} schemas are merged here",
        note "the others were not merged",
        help "move the parts to `components` and refer to them";
    /// A schema that consists of itself.
    CircularReference => Warning "circular-schema",
        "this schema refers only to itself",
        note "the value is typed as any JSON value",
        help "describe the value, or remove the reference to itself";
    /// `required` naming what `properties` does not have.
    RequiredUndeclared { name: String } => Warning "required-undeclared",
        "`required` names `{name}`, which no property declares",
        note "the member is typed as any JSON value",
        help "declare the property, or correct the name";
    /// A value of an `enum` that the schema's `type` excludes.
    EnumValueOfOtherType { value: String } => Warning "enum-value-of-other-type",
        "`{value}` is not of the schema's type",
        note "the value was left out of the enumeration",
        help "correct the value, or the `type`";
    /// A list of names or descriptions that does not match the values.
    EnumWordsMismatch { key: &'static str, words: usize, values: usize } => Warning "enum-words-mismatch",
        "`{key}` has {words} items for {values} values",
        note "items belong to the values in order; a value without an item is named after itself",
        help "give it one item for each value of `enum`";
    /// Several unions in one schema, with too many combinations.
    TooManyCombinations { most: usize } => Warning "too-many-combinations",
        "the unions of this schema combine to more than {most} alternatives",
        note "only the first union was used; members of the others are kept as extra members",
        help "write one `oneOf`";
    /// An entry of a discriminator's `mapping` that does not resolve.
    DanglingMapping { reference: String } => Warning "dangling-mapping",
        "the mapping to `{reference}` does not resolve",
        note "values with this tag are kept as any JSON value",
        help "correct the reference, or add the schema it names";
    /// An `operationId` used before.
    DuplicateOperationId { id: String, first: String } => Warning "duplicate-operation-id",
        "the operationId `{id}` is used twice",
        note "{first} keeps it; this operation was named after its method and path",
        help "give each operation its own operationId";
    /// A parameter declared twice in one list.
    DuplicateParameter { name: String } => Warning "duplicate-parameter",
        "the parameter `{name}` is declared twice",
        note "the first declaration was used",
        help "remove one of them";
    /// Swagger 2.0: a parameter that is a body, or a part of one, beside another body.
    SeveralBodies { name: String } => Warning "several-bodies",
        "the operation already has a body, and the parameter `{name}` is another",
        note "the parameter was ignored",
        help "describe the body with one schema, or with `formData` parameters only";
    /// A template variable without a parameter.
    UndeclaredPathParameter { name: String, path: String } => Warning "undeclared-path-parameter",
        "no path parameter declares `{{{name}}}` of `{path}`",
        note "it was treated as a required string",
        help "declare it: `{{name: {name}, in: path, required: true, schema: {{type: string}}}}`";
    /// A path parameter that the template does not have.
    UnusedPathParameter { name: String, path: String } => Warning "unused-path-parameter",
        "`{path}` does not contain `{{{name}}}`",
        note "the parameter was ignored",
        help "add it to the path, or remove the parameter";
    /// A path that cannot be sent as written.
    MalformedPath { path: String, reason: &'static str } => Warning "malformed-path",
        "the path `{path}` {reason}",
        note "it is sent as close to what is written as a URL permits",
        help "begin it with one `/`, write variables as `{{name}}`, and do not use `.` and `..`";
    /// A path with a fragment.
    PathFragment { fragment: String } => Warning "path-fragment",
        "HTTP does not send the fragment `#{fragment}`",
        note "the path is sent without it",
        help "distinguish operations by method, path or query";
    /// A parameter's `in` that does not exist.
    UnknownLocation { name: String, location: String } => Warning "unknown-location",
        "the parameter `{name}` is in `{location}`, which is not a location",
        note "the parameter was ignored",
        help "use path, query, querystring, header or cookie";
    /// A header name that HTTP does not permit.
    InvalidHeaderName { name: String } => Warning "invalid-header-name",
        "`{name}` is not a valid header name",
        note "the header was ignored",
        help "use ASCII letters, digits and `-`, as in `X-Request-Id`";
    /// A cookie name that HTTP does not permit.
    InvalidCookieName { name: String } => Warning "invalid-cookie-name",
        "`{name}` is not a valid cookie name",
        note "the cookie was ignored",
        help "use ASCII letters, digits, `-` and `_`";
    /// A media type that is not valid.
    InvalidMediaType { name: String, instead: String } => Warning "invalid-media-type",
        "`{name}` is not a media type",
        note "it was treated as `{instead}`, unless that is declared too",
        help "write a type and a subtype, as in `application/json`";
    /// A method that no operation can have.
    InvalidMethod { name: String, reason: &'static str } => Warning "invalid-method",
        "`{name}` cannot be the method of an operation: {reason}",
        note "the operation was left out",
        help "use an HTTP method, such as `PATCH` or `PURGE`";
    /// A header that the specification forbids as a parameter.
    IgnoredHeader { name: String } => Warning "ignored-header",
        "a parameter cannot set the header `{name}`",
        note "the parameter was ignored: the media types of bodies and responses determine the header",
        help "remove the parameter; `.with(|call| call.header(name, value))` sets the header on a single call";
    /// A parameter for the credential of a security scheme.
    CredentialParameter { name: String, scheme: String } => Warning "credential-parameter",
        "the security scheme `{scheme}` already sends the parameter `{name}`",
        note "the parameter was ignored: the credential is set once, on the client builder",
        help "remove the parameter";
    /// The `Authorization` header as a parameter of an operation that no scheme secures.
    AuthorizationParameter { name: String } => Warning "authorization-parameter",
        "a parameter describes the header `{name}`, which the specification leaves to security schemes",
        note "it was kept as an argument: no security scheme of the operation sends the header",
        help "describe the credential under `components/securitySchemes`, and name the scheme in `security`";
    /// A schema where the specification expects an object that contains one.
    MisplacedSchema { expected: &'static str } => Warning "misplaced-schema",
        "a schema was found where {expected} is expected",
        note "it was used as the schema of the media type, or of `application/json` if none is named",
        help "write it under `content`, a media type and `schema` (in Swagger 2.0, under `schema`)";
    /// A field of another version of the specification.
    OtherVersion { what: &'static str, version: &'static str, instead: &'static str } => Warning "other-version",
        "{what} belongs to {version}, which this document does not follow",
        note "it was read as in that version",
        help "write {instead}, or convert the document";
    /// A parameter or header with more than one media type.
    SeveralContents { first: String } => Warning "several-contents",
        "a parameter or header has exactly one media type, and this is another",
        note "`{first}`, the first one, was used",
        help "remove all but one";
    /// A parameter or header without `schema` and `content`.
    MissingSchema => Warning "missing-schema",
        "the value has neither `schema` nor `content`",
        note "it was treated as a string",
        help "add a `schema`";
    /// A `style` that the location does not permit.
    UnsupportedStyle { style: String, location: &'static str, instead: &'static str } => Warning "unsupported-style",
        "`{style}` is not a style of {location}",
        note "it is sent in style `{instead}`",
        help "use `{instead}`, or move the parameter";
    /// A `style` that is not defined for values of the parameter's type.
    MeaninglessStyle { name: String, style: String, shape: &'static str } => Warning "meaningless-style",
        "the style `{style}` is not defined for {shape}, which the parameter `{name}` is",
        note "a single value is sent as `{name}=value`, items and members one by one, and by `deepObject` as `{name}[0]=item`",
        help "use `form`, or give the parameter a type that the style supports";
    /// Arrays or objects nested in a parameter whose style cannot encode them.
    NestedParameter { name: String } => Warning "nested-parameter",
        "only the style `deepObject` can encode the arrays or objects nested in the parameter `{name}`",
        note "a call with such a value fails before anything is sent",
        help "describe the parameter with `content`, for example as JSON, or use `style: deepObject` in a query";
    /// A `querystring` parameter beside `query` parameters.
    QueryBesideQuerystring { name: String } => Warning "query-beside-querystring",
        "`{name}` describes the whole query, but there are other query parameters",
        note "all of them are sent, joined with `&`",
        help "use one parameter in `querystring`, or only parameters in `query`";
    /// A key of `responses` that is not a status code.
    InvalidStatus { status: String } => Warning "invalid-status",
        "`{status}` is not a status code, a range or `default`",
        note "the response was ignored",
        help "use three digits, a range such as `4XX`, or `default`";
    /// Two responses for one status code.
    DuplicateStatus { status: String } => Warning "duplicate-status",
        "there is already a response for `{status}`",
        note "the first one was used",
        help "remove one of them";
    /// A variable of a server's URL that is not declared.
    UndeclaredServerVariable { name: String, url: String } => Warning "undeclared-server-variable",
        "no variable declares `{{{name}}}` of `{url}`",
        note "it has no default: the program has to set it",
        help "declare it under `variables`, with a `default`";
    /// A server URL that no client can use.
    UnusableServer { url: String, why: &'static str } => Warning "unusable-server",
        "the server `{url}` {why}",
        note "building a client for this server fails unless an endpoint is set",
        help "correct the URL";
    /// A server URL that seems to begin with a host.
    ServerWithoutScheme { url: String } => Warning "server-without-scheme",
        "the server `{url}` has no scheme",
        note "it is relative to the address that the document was retrieved from",
        help "write `https://{url}` if it begins with a host, and `./{url}` if it does not";
    /// A default of a server variable that is not one of its values.
    ServerDefault { name: String, default: String } => Warning "server-default",
        "the default `{default}` of the server variable `{name}` is not in its `enum`",
        note "the default is used nevertheless",
        help "add it to the `enum`, or correct it";
    /// A security requirement that names an unknown scheme.
    UnknownSecurityScheme { name: String } => Warning "unknown-security-scheme",
        "no security scheme is called `{name}`",
        note "this alternative was ignored",
        help "define it under `components/securitySchemes`, or correct the name";

    // Name and plan: the items of the Rust crate.

    /// Two parts of the document that would have the same name in Rust.
    NameCollision { name: String, given: String, remedy: &'static str } => Note "name-collision",
        "the name `{name}` is already taken here",
        note "it was named `{given}`",
        help "{remedy}";
    /// Two values of an enumeration that would be the same variant.
    ValueCollision { value: Box<str>, name: Box<str>, given: Box<str> } => Note "value-collision",
        "the value {value:?} is the variant `{given}`, since `{name}` is another value",
        note "both values are sent and received as they are",
        help "for other names, list one for each value in `x-enum-varnames`";
    /// Arrays nested too deep for a type.
    TypeTooDeep { limit: usize } => Warning "type-too-deep",
        "more than {limit} arrays and maps are nested here without a named type between them",
        note "the inner values are typed as any JSON value",
        help "name one of the inner schemas, as an object";
    /// A constraint beyond the limit of length.
    RuleTooLong { keyword: String, limit: usize } => Warning "rule-too-long",
        "`{keyword}` is longer than {limit} bytes",
        note "values are not checked against it",
        help "shorten it";
    /// A default that is not a value of its schema.
    UnusableDefault { value: String } => Warning "unusable-default",
        "the default `{value}` does not match the schema's type, or is too long",
        note "decoding a value without this required member fails",
        help "correct the default, or the `type`";
    /// Members that require each other without end.
    RequiredCycle { name: String } => Warning "required-cycle",
        "the required member `{name}` requires another value of its own type, without end",
        note "the member is optional in Rust",
        help "remove `{name}` from `required`, or make it nullable";
    /// Alternatives of a union that no value distinguishes.
    IndistinguishableAlternatives { first: String, second: String } => Warning "indistinguishable-alternatives",
        "nothing distinguishes the alternatives `{first}` and `{second}`",
        note "a value that matches both is read as `{first}`",
        help "give each a required member with a `const` of its own, or add a `discriminator`";

    // Audit: members that the specification does not give to an object.

    /// A member that is close to one of the specification.
    MisspelledMember { name: Box<str>, object: &'static str, instead: &'static str, effect: &'static str } => Warning "misspelled-member",
        "`{name}` is not a member of {object}",
        note "{effect}",
        help "write `{instead}`, or begin the name with `x-` if it is an extension";
    /// A member that other versions of the specification give to the object.
    MemberOfOtherVersion { name: &'static str, object: &'static str, versions: Box<str>, effect: &'static str } => Warning "member-of-other-version",
        "`{name}` is a member of {object} in {versions}, but not in the version of this document",
        note "{effect}",
        help "remove it, or change the version that the document states";
    /// A member that the specification gives to other objects.
    MisplacedMember { name: Box<str>, object: &'static str, owners: Box<str> } => Warning "misplaced-member",
        "`{name}` is not a member of {object}, but of {owners}",
        note "it is ignored",
        help "move it there, or begin the name with `x-` if it is an extension";
    /// A member that the specification does not have at all.
    UnknownMember { name: Box<str>, object: &'static str, more: Box<str> } => Note "unknown-member",
        "`{name}` is not a member of {object}{more}",
        note "it is ignored",
        help "begin the name with `x-`, as extensions do";
    /// A section of `components` that the specification does not have.
    UnknownSection { name: Box<str> } => Warning "unknown-section",
        "`components` has no section `{name}`",
        note "what it holds is read only if a `$ref` leads to it",
        help "use one of the sections of the specification, such as `schemas`, `responses` or `parameters`";
    /// An extension of callwright that does not exist, or one that is close to an extension that is read.
    UnknownExtension { name: Box<str>, help: Box<str> } => Warning "unknown-extension",
        "callwright does not read an extension `{name}`",
        note "it is ignored",
        help "{help}";
    /// An extension of callwright in an object that it says nothing about.
    MisplacedExtension { name: &'static str, object: &'static str, owners: Box<str> } => Warning "misplaced-extension",
        "`{name}` has no meaning in {object}",
        note "it is ignored",
        help "move it to {owners}, or remove it";
    /// A value or a member that an extension of callwright cannot have.
    UnknownExtensionValue { name: &'static str, value: Box<str>, expected: Box<str> } => Warning "unknown-extension-value",
        "`{value}` has no meaning in `{name}`",
        note "it is ignored",
        help "use {expected}";
    /// A member that an object must have.
    MissingMember { name: &'static str, object: &'static str, effect: &'static str } => Warning "missing-member",
        "`{name}` is missing, which {object} must have",
        note "{effect}",
        help "add it";
    /// `"true"` in place of `true`.
    BooleanAsString { name: &'static str, text: Box<str> } => Warning "boolean-as-string",
        "`{name}` is a boolean, but its value is the string `{text}`",
        note "the string is read as the boolean it names",
        help "remove the quotes";

    // Audit: values that cannot be meant.

    /// A format that is close to a known one.
    MisspelledFormat { format: Box<str>, instead: &'static str } => Warning "misspelled-format",
        "`{format}` is not a known format",
        note "the value is read by its `type` alone",
        help "write `{instead}`";
    /// A media type that is close to a known one.
    MisspelledMediaType { name: Box<str>, instead: &'static str } => Warning "misspelled-media-type",
        "`{name}` is not a known media type",
        note "it is sent and expected as it is written",
        help "write `{instead}`";
    /// A tag of an operation that is close to a declared one.
    MisspelledTag { tag: Box<str>, instead: Box<str> } => Warning "misspelled-tag",
        "no tag `{tag}` is declared",
        note "its operations have a group of their own",
        help "write `{instead}`, or declare it under `tags`";
    /// Bounds that leave no value between them.
    EmptyRange { least: &'static str, most: &'static str } => Warning "empty-range",
        "no value meets both `{least}` and `{most}`",
        note "every value fails the check",
        help "exchange or correct the two";
    /// A pattern that is not a regular expression.
    InvalidPattern { reason: &'static str } => Warning "invalid-pattern",
        "the pattern is not a regular expression: {reason}",
        note "values are not checked for it",
        help "correct it (ECMA-262, section 22.2)";
    /// A value of an `enum` that is listed before.
    DuplicateEnumValue { value: Box<str> } => Warning "duplicate-enum-value",
        "{value} is listed twice",
        note "the first one is used",
        help "remove one of them";
    /// A string among the values of a numeric or boolean type.
    EnumValueAsString { value: Box<str> } => Warning "enum-value-as-string",
        "{value} is a string, but the type of the schema is not",
        note "it is read as the number or boolean that it names",
        help "remove the quotes, or use `type: string`";
    /// A value of an `enum` that a constraint beside it excludes.
    EnumValueOutsideSchema { value: Box<str>, reason: Box<str> } => Warning "enum-value-outside-schema",
        "{value} cannot be a value of its own schema: {reason}",
        note "it is a value of the enumeration nevertheless",
        help "correct the value or the constraint";
    /// A default that its own schema excludes.
    DefaultOutsideSchema { value: Box<str>, reason: Box<str> } => Warning "default-outside-schema",
        "the default breaks its schema with {value}: {reason}",
        note "it is used as it is where its type can hold it",
        help "correct the default or the schema";
    /// An example that its schema excludes.
    ExampleOutsideSchema { value: Box<str>, reason: Box<str> } => Note "example-outside-schema",
        "the example breaks its schema with {value}: {reason}",
        note "the example is shown in the documentation all the same",
        help "correct the example or the schema";
    /// An array without `items`.
    ArrayWithoutItems => Warning "array-without-items",
        "the array does not say what its items are",
        note "an item is any JSON value",
        help "add `items`, with `{{}}` for any value";
    /// `required: true` on a property.
    RequiredOnProperty => Warning "required-on-property",
        "`required` of a schema is an array of the names of properties, and not a boolean",
        note "it is ignored",
        help "name the property in `required` of the object that has it";
    /// An error code of a predicate, or a transient one, that is in no enumeration.
    UnlistedErrorCode { code: Box<str> } => Warning "unlisted-error-code",
        "no enumeration of the document lists the error code `{code}`",
        note "it counts all the same",
        help "correct the code, or add it to the `enum` of error codes";
    /// A keyword that restricts values in a way that is not followed.
    UncheckedKeyword { name: Box<str>, more: Box<str> } => Note "unchecked-keyword",
        "values are not checked for `{name}`{more}",
        note "the documentation of the type mentions it",
        help "nothing needs to be done";

    // Select.

    /// An `--include` that matches no operation.
    UnknownInclude { what: String, remedy: String } => Error "unknown-include",
        "no operation matches `{what}`",
        note "nothing was generated",
        help "{remedy}";

    // Plan: bodies and parameters whose structure is left to the program.

    /// A structured body that is exposed as text.
    BodyAsText { media: String } => Warning "body-as-text",
        "callwright does not encode or decode `{media}` bodies",
        note "such a body is exposed as text",
        help "encode or decode it in the program, or document a JSON body";
    /// A structured body that is exposed as bytes.
    BodyAsBytes { media: String } => Warning "body-as-bytes",
        "callwright does not encode or decode `{media}` bodies",
        note "such a body is exposed as bytes",
        help "encode or decode it in the program, or document a JSON body";
    /// Raw bytes, such as an image, whose schema describes an object or an array.
    StructureOfBytes { media: String, shape: &'static str } => Warning "structure-of-bytes",
        "`{media}` bodies are raw bytes, but their schema describes {shape}",
        note "such a body is exposed as bytes; reported once for the document",
        help "remove the schema, or, before OpenAPI 3.1, write `type: string, format: binary`";
    /// A multipart response.
    PartsAsBytes { media: String } => Warning "parts-as-bytes",
        "callwright does not decode the parts of a `{media}` response",
        note "such a response is exposed as bytes, as it arrives",
        help "pass its bytes and content type to a multipart parser, or document a JSON response";
    /// A media type that carries the same values as JSON.
    RepresentationNotUsed { media: String, instead: String } => Note "representation-not-used",
        "`{media}` carries the same values as `{instead}`",
        note "where the document offers both, `{instead}` is sent and accepted",
        help "remove `{media}`, or give it its own schema if the values differ";
    /// A form or multipart body whose schema is not an object.
    BodyOfNoObject { media: String } => Warning "body-of-no-object",
        "a `{media}` body consists of members, but its schema does not describe an object",
        note "the operation takes the body as described, and fails to send a value that is not an object",
        help "describe the members with `type: object` and `properties`";
    /// A parameter whose `content` has a media type that callwright does not encode.
    ParameterAsText { name: String, media: String } => Warning "parameter-as-text",
        "callwright does not encode `{media}`, the media type of the parameter `{name}`",
        note "the value is passed and sent as text",
        help "encode it in the program, or describe the parameter as JSON, or with `schema` and `style`";
}
