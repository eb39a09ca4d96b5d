//! Slips of the keyboard in documents that were right before: each is reported at its line, and nothing is written.

use std::fs;
use std::path::{Path, PathBuf};

use callwright::{Generator, Outcome, Report};

/// An edit of a document: the first occurrence of a text is replaced, and a problem with a code is reported at the
/// line of that occurrence.
struct Slip(&'static str, &'static str, &'static str);

/// The document that the client in this repository is generated from.
const MODELARTS: &str = "../spec/modelarts.yaml";

const IN_MODELARTS: &[Slip] = &[
    // The document as a whole.
    Slip("\nopenapi: 3.0.3", "\nopenapi: 4.0.0", "unknown-version"),
    Slip("\ninfo:", "\ninof:", "misspelled-member"),
    Slip("  title:", "  titel:", "misspelled-member"),
    Slip("info:\n  title:", "info:\n  heading:", "missing-member"),
    Slip("  version:", "  Version:", "misspelled-member"),
    Slip("\nservers:", "\nserver:", "misspelled-member"),
    Slip("\nservers:", "\nhost: example.com\nservers:", "member-of-other-version"),
    Slip("    variables:", "    variabels:", "misspelled-member"),
    Slip("        default: cn-north-4", "        defualt: cn-north-4", "misspelled-member"),
    Slip("        default: cn-north-4", "        default: cn-nroth-4", "server-default"),
    Slip("\nsecurity:\n", "\nsecurty:\n", "misspelled-member"),
    Slip("  - credentials: []", "  - credential: []", "unknown-security-scheme"),
    Slip("\ntags:", "\ntag:", "misspelled-member"),
    Slip("\npaths:", "\npathz:", "misspelled-member"),
    Slip("\ncomponents:", "\ncomponent:", "misspelled-member"),
    Slip("  securitySchemes:", "  securitySchemas:", "misspelled-member"),
    Slip(
        "  headers:\n    RequestId:",
        "  definitions: {}\n  headers:\n    RequestId:",
        "unknown-section",
    ),
    // Extensions.
    Slip("x-callwright-error:", "x-callwright-eror:", "unknown-extension"),
    Slip("  request-id: [request_id]", "  request_id: [request_id]", "unknown-extension-value"),
    Slip("x-callwright-predicates:", "x-callwright-predicate:", "unknown-extension"),
    Slip("  not-found: [Model", "  not_found: [Model", "unknown-extension-value"),
    Slip(
        "x-callwright-signer: SDK-HMAC-SHA256",
        "x-callwright-signer: HMAC",
        "unknown-extension-value",
    ),
    Slip("x-callwright-signer:", "x-callwright-singer:", "unknown-extension"),
    Slip(
        "x-callwright-client-parameter: true",
        "x-callwright-on-client: true",
        "unknown-extension",
    ),
    Slip(
        "      in: header\n      name: X-Auth",
        "      in: header\n      x-callwright-request-id: true\n      name: X-Auth",
        "misplaced-extension",
    ),
    // Paths and operations.
    Slip("    parameters:\n", "    paramaters:\n", "misspelled-member"),
    Slip("    get:", "    gett:", "misspelled-member"),
    Slip("    get:", "    GET:", "misspelled-member"),
    Slip("    get:", "    fetch:", "invalid-method"),
    Slip("    get:", "    query:", "member-of-other-version"),
    Slip("      operationId:", "      operation_id:", "misspelled-member"),
    Slip("      responses:", "      response:", "misspelled-member"),
    Slip("        '200':", "        'ok':", "invalid-status"),
    // Parameters, bodies, responses.
    Slip("          in: query", "          int: query", "misspelled-member"),
    Slip("          in: query", "          in: qeury", "unknown-location"),
    Slip(
        "      required: true
      x-call",
        "      required: 'true'
      x-call",
        "boolean-as-string",
    ),
    Slip(
        "          schema: {type: integer,",
        "          shema: {type: integer,",
        "misspelled-member",
    ),
    Slip(
        "          schema: {type: integer,",
        "          schema: {tpye: integer,",
        "misspelled-member",
    ),
    Slip("          schema: {type: integer,", "          schema: {type: interger,", "unknown-type"),
    Slip("          content:", "          contents:", "misspelled-member"),
    Slip("          headers:", "          header:", "misspelled-member"),
    Slip("X-request-id: {$ref:", "X-request-id: {ref:", "misspelled-member"),
    Slip("#/components/headers/RequestId", "#/components/headers/RequestID", "dangling-reference"),
    // Values.
    Slip("[ModelArts.6309]", "[ModelArts.6390000]", "unlisted-error-code"),
    Slip(
        "{type: integer, minimum: 0, default: 0}",
        "{type: integer, minimum: 0, default: -1}",
        "default-outside-schema",
    ),
    Slip(
        "{type: boolean, default: true}",
        "{type: boolean, default: yess}",
        "default-outside-schema",
    ),
    Slip("schema: {type: string}", "schema: {type: array}", "array-without-items"),
];

/// A document of OpenAPI 3.1 with one of everything.
const EVERYTHING: &str = "cases/slips/api.yaml";

const IN_EVERYTHING: &[Slip] = &[
    Slip("  contact:", "  contacts:", "misspelled-member"),
    Slip("email:", "mail:", "misspelled-member"),
    Slip("identifier:", "identifer:", "misspelled-member"),
    Slip("name: MIT", "title: MIT", "missing-member"),
    Slip("externalDocs: { url:", "externalDocs: { uri:", "misspelled-member"),
    Slip("webhooks:", "webhook:", "misspelled-member"),
    Slip("    requestBody:", "    requestbody:", "misspelled-member"),
    Slip("        required: true", "        requird: true", "misspelled-member"),
    Slip("contentType:", "contenttype:", "misspelled-member"),
    Slip("encoding:", "encodings:", "misspelled-member"),
    Slip("explode: false", "explodes: false", "misspelled-member"),
    Slip("      callbacks:", "      callback:", "misspelled-member"),
    Slip("          links:", "          link:", "misspelled-member"),
    Slip("operationRef:", "operationref:", "misspelled-member"),
    Slip("externalValue:", "externalvalue:", "misspelled-member"),
    Slip("bearerFormat:", "bearerformat:", "misspelled-member"),
    Slip("clientCredentials:", "clientCredential:", "misspelled-member"),
    Slip("tokenUrl:", "tokenURL:", "misspelled-member"),
    Slip("scheme: bearer, ", "", "missing-member"),
    Slip(
        "discriminator:\n        propertyName:",
        "discriminator:\n        property:",
        "wrong-type",
    ),
    Slip("mapping:", "mappings:", "misspelled-member"),
    Slip("wrapped:", "wraped:", "misspelled-member"),
    Slip("additionalProperties:", "additionalProperites:", "misspelled-member"),
    Slip("required: [name]", "requierd: [name]", "misspelled-member"),
    Slip("enum:", "enmu:", "misspelled-member"),
    Slip("writeOnly:", "writeonly:", "misspelled-member"),
    Slip("x-enum-varnames:", "x-enum-varname:", "unknown-extension"),
    Slip("maxLength:", "max_length:", "misspelled-member"),
    Slip("oneOf:", "oneof:", "misspelled-member"),
    Slip("minimum:", "minium:", "misspelled-member"),
    // Values.
    Slip("format: uri", "format: uir", "misspelled-format"),
    Slip("application/json:", "application/jsn:", "misspelled-media-type"),
    Slip("tags: [books]", "tags: [book]", "misspelled-tag"),
    Slip("minimum: 1", "minimum: 1, maximum: 0", "empty-range"),
    Slip("maxLength: 40", "maxLength: 40, pattern: '[a-'", "invalid-pattern"),
    Slip("enum: [gone, taken]", "enum: [gone, taken, gone]", "duplicate-enum-value"),
    Slip("enum: [0, 1]", "enum: [0, '1']", "enum-value-as-string"),
    Slip("enum: [gone, taken]", "enum: [gone, taken], maxLength: 4", "enum-value-outside-schema"),
    Slip("maxLength: 40", "maxLength: 4, default: Untitled", "default-outside-schema"),
    Slip("maxLength: 40", "maxLength: 40, required: true", "required-on-property"),
];

/// A document of OpenAPI 2.0.
const SWAGGER: &str = "../generator/src/compile/seeds/swagger-2.0.yaml";

const IN_SWAGGER: &[Slip] = &[
    Slip("basePath:", "basepath:", "misspelled-member"),
    Slip("consumes: [application", "consume: [application", "misspelled-member"),
    Slip("securityDefinitions:", "securityDefinition:", "misspelled-member"),
    Slip("definitions:", "components:", "member-of-other-version"),
    Slip("collectionFormat:", "collectionformat:", "misspelled-member"),
    Slip("tokenUrl:", "tokenurl:", "misspelled-member"),
    Slip("x-nullable:", "x-nulable:", "unknown-extension"),
    Slip("      operationId: getPet", "      servers: []", "member-of-other-version"),
];

/// A copy of the folder of a document, with the document's text changed.
fn edited(document: &str, edit: impl Fn(&str) -> String) -> (tempfile::TempDir, PathBuf) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(document);
    let folder = tempfile::tempdir().unwrap();
    copy(path.parent().unwrap(), folder.path());
    let copied = folder.path().join(path.file_name().unwrap());
    let text = fs::read_to_string(&copied).unwrap();
    fs::write(&copied, edit(&text)).unwrap();
    (folder, copied)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::write(target, fs::read(entry.path()).unwrap()).unwrap();
        }
    }
}

/// The report of a run that denies warnings, and whether it wrote anything.
fn run(document: &Path) -> (Report, bool) {
    let out = document.with_file_name("out");
    let report = Generator::new(document).out_dir(&out).deny("warnings").generate();
    (report, out.exists())
}

/// The problems by file, line and code.
fn reported(report: &Report, document: &Path) -> Vec<(usize, &'static str)> {
    let own = report.problems.iter().filter(|problem| Path::new(&problem.file) == document);
    own.map(|problem| (problem.line, problem.code)).collect()
}

fn check(document: &str, slips: &[Slip]) {
    let mut silent = Vec::new();
    for Slip(from, to, code) in slips {
        let mut line = 0;
        let (_folder, path) = {
            let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(document);
            let text = fs::read_to_string(source).unwrap();
            let at = text.find(from).unwrap_or_else(|| panic!("{document} has no `{from}`"));
            let blank = from.len() - from.trim_start_matches('\n').len();
            line += text[..at + blank].matches('\n').count() + 1;
            edited(document, |text| text.replacen(from, to, 1))
        };
        let (report, wrote) = run(&path);
        let found = reported(&report, &path);
        // What an edit adds may put the slip a line further.
        let is_near = |at: usize| (line..=line + to.matches('\n').count()).contains(&at);
        let is_told = found.iter().any(|(at, known)| known == code && is_near(*at));
        if !is_told || wrote || report.outcome != Outcome::Refused {
            silent.push(format!("{document}:{line}: `{from}` -> `{to}`: {found:?}"));
        }
    }
    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn slips_in_the_document_of_modelarts_are_reported() {
    check(MODELARTS, IN_MODELARTS);
}

#[test]
fn slips_in_a_document_with_one_of_everything_are_reported() {
    check(EVERYTHING, IN_EVERYTHING);
}

#[test]
fn slips_in_a_document_of_2_0_are_reported() {
    check(SWAGGER, IN_SWAGGER);
}

/// Edits that look odd and mean no harm.
#[test]
fn harmless_oddities_pass() {
    let oddities: [(&str, &dyn Fn(&str) -> String); 12] = [
        ("nothing changed", &str::to_owned),
        ("statuses without quotes", &|text| text.replace("'200':", "200:")),
        ("carriage returns", &|text| text.replace('\n', "\r\n")),
        ("a byte order mark", &|text| format!("\u{feff}{text}")),
        ("vendor extensions", &|text| {
            text.replacen("info:", "x-logo: { url: logo.png }\ninfo:\n  x-audience: all", 1)
        }),
        ("an unknown format", &|text| {
            text.replacen(
                "{ type: string, maxLength: 40 }",
                "{ type: string, format: isbn-13, maxLength: 40 }",
                1,
            )
        }),
        ("a property called `no`", &|text| {
            text.replacen("        name:", "        no: { type: string }\n        name:", 1)
        }),
        ("properties called like keywords", &|text| {
            text.replacen(
                "        name:",
                "        ref: { type: string }\n        requierd: { type: boolean }\n        name:",
                1,
            )
        }),
        ("a null", &|text| {
            text.replacen("  title: Library", "  title: Library\n  description:", 1)
        }),
        ("an anchor", &|text| text.replacen("info:", "info: &info", 1)),
        ("an unused schema", &|text| {
            text.replacen("  schemas:", "  schemas:\n    Unused: { type: string }", 1)
        }),
        ("a comment in the middle", &|text| {
            text.replacen("paths:", "# pathz:\npaths: # all of them", 1)
        }),
    ];
    for (name, edit) in oddities {
        let (_folder, path) = edited(EVERYTHING, edit);
        let (report, wrote) = run(&path);
        let problems: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
        assert_eq!((problems, wrote), (Vec::new(), true), "{name}");
    }
}
