//! Tests of loading, on strings and small folders.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::{LoadOptions, bytes, load, load_text};
use crate::document::{Document, Kind, NodeId, Place};
use crate::problem::{ProblemKind, Problems};

/// The document as JSON text, for comparison.
fn shown(document: &Document, node: NodeId) -> String {
    let text = |text: &str| serde_json::to_string(text).unwrap();
    match document.kind(node) {
        Kind::Null => "null".to_owned(),
        Kind::Boolean(value) => value.to_string(),
        Kind::Number(number) => number.to_string(),
        Kind::String(value) => text(value),
        Kind::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| shown(document, *item)).collect();
            format!("[{}]", items.join(","))
        }
        Kind::Object(members) => {
            let members: Vec<_> = members
                .iter()
                .map(|(key, value)| format!("{}:{}", text(key), shown(document, *value)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
    }
}

/// The member `x` of a document as JSON, and the reports with their pointers.
fn read(source: &str) -> (String, Vec<(ProblemKind, String)>) {
    let problems = Problems::default();
    let document =
        load_text("api.yaml", source.to_owned(), &LoadOptions::default(), &problems).unwrap();
    let member = document.get(document.root().unwrap(), "x").unwrap();
    let problems = problems
        .into_vec()
        .into_iter()
        .map(|problem| (problem.kind, document.pointer(problem.node)))
        .collect();
    (shown(&document, member), problems)
}

fn reads(source: &str, json: &str) {
    assert_eq!(read(source), (json.to_owned(), Vec::new()));
}

#[test]
fn both_notations_give_the_same_values() {
    let expected = r#"{"a":[1,-2,true,null,"s"],"b":{"200":"ok"}}"#;
    reads("openapi: 3.0.3\nx:\n  a: [1, -2, true, null, s]\n  b: { 200: ok }\n", expected);
    reads(&format!(r#"{{"openapi":"3.0.3","x":{expected}}}"#), expected);
    // Flow YAML that only looks like JSON.
    reads("{openapi: 3.0.3, x: {a: [1, -2, true, null, 's'], b: {200: ok}}}", expected);
    // JSON with tabs.
    reads("{\n\t\"openapi\": \"3.0.3\",\n\t\"x\": 1 }", "1");
}

#[test]
fn numbers_keep_their_text() {
    for number in [
        "5",
        "-1.5",
        "1.10",
        "1e+400",
        "-9223372036854776000",
        "340282366920938463463374607431768211456",
        "0.1e-7",
    ] {
        reads(&format!(r#"{{"openapi":"3.0.3","x":{number}}}"#), number);
    }
    for number in
        ["5", "-1.5", "1.10", "-9223372036854776000", "340282366920938463463374607431768211456"]
    {
        reads(&format!("openapi: 3.0.3\nx: {number}\n"), number);
    }
    reads("openapi: 3.0.3\nx: '1.10'\n", "\"1.10\"");
}

#[test]
fn keys_of_any_kind_are_texts() {
    reads(
        "openapi: 3.0.3\nx: { 200: a, true: b, null: c, 1.10: d }",
        r#"{"200":"a","true":"b","null":"c","1.10":"d"}"#,
    );
}

#[test]
fn merge_keys_bring_in_members() {
    let source = "openapi: 3.0.3\nbase: &base { a: 1, b: 2 }\nmore: &more { b: 3, c: 4 }\n";
    reads(&format!("{source}x: {{ <<: *base, b: 5 }}"), r#"{"b":5,"a":1}"#);
    reads(&format!("{source}x: {{ <<: [*base, *more] }}"), r#"{"a":1,"b":2,"c":4}"#);
    assert_eq!(
        read(&format!("{source}x: {{ <<: 1 }}")),
        (r#"{"<<":1}"#.to_owned(), vec![(ProblemKind::MalformedMerge, "#/x/<<".to_owned())])
    );
}

#[test]
fn byte_order_marks_are_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("api.yaml");
    fs::write(&path, "\u{feff}a: ü").unwrap();
    assert_eq!(bytes::read_file(&path, 100).unwrap(), "a: ü");
    fs::write(&path, [0x61, 0x0A, 0xC3, 0xBC, 0xff]).unwrap();
    let (rejected, shown) = bytes::read_file(&path, 100).unwrap_err();
    assert_eq!(
        (rejected.problem, rejected.place),
        (ProblemKind::NotUtf8, Some(Place { line: 2, column: 2 }))
    );
    assert_eq!(shown, "a\nü\u{fffd}");
    fs::write(&path, [0x61; 101]).unwrap();
    let (rejected, _) = bytes::read_file(&path, 100).unwrap_err();
    assert_eq!(
        (rejected.problem, rejected.place),
        (ProblemKind::FileTooLarge { limit: 100 }, None)
    );
}

#[test]
fn every_encoding_of_unicode_is_read() {
    let text = "a: ü 🎉";
    for mark in ["\u{feff}", ""] {
        let marked = format!("{mark}{text}");
        let wide = |unit: fn(u16) -> [u8; 2]| marked.encode_utf16().flat_map(unit).collect();
        let wider = |unit: fn(u32) -> [u8; 4]| {
            marked.chars().flat_map(|character| unit(u32::from(character))).collect()
        };
        let encodings: [Vec<u8>; 5] = [
            marked.clone().into_bytes(),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
            wider(u32::to_le_bytes),
            wider(u32::to_be_bytes),
        ];
        for bytes in encodings {
            assert_eq!(bytes::text(bytes, 100).unwrap(), text);
        }
    }
    for bytes in
        [vec![0xFF, 0xFE, 0x61], vec![0xFF, 0xFE, 0, 0xD8], vec![0x61, 0, 0, 0, 0, 0, 0, 1]]
    {
        assert_eq!(bytes::text(bytes, 100).unwrap_err().0.problem, ProblemKind::NotUtf8);
    }
}

/// The problem that rejects a text, with its line and column.
fn refused(source: &str) -> (ProblemKind, Option<(usize, usize)>) {
    let failure =
        load_text("api", source.to_owned(), &LoadOptions::default(), &Problems::default())
            .unwrap_err();
    (failure.problem, failure.file.place.map(|Place { line, column }| (line, column)))
}

#[test]
fn what_is_no_description_is_refused() {
    assert_eq!(refused(" \n"), (ProblemKind::EmptyDocument, None));
    assert_eq!(refused("# nothing\n"), (ProblemKind::EmptyDocument, Some((1, 1))));
    assert_eq!(refused("[1]"), (ProblemKind::NotAnObject { found: "an array" }, Some((1, 1))));
    assert_eq!(refused("a: 1"), (ProblemKind::NotOpenApi, Some((1, 1))));
}

#[test]
fn bad_syntax_is_refused_with_its_place() {
    assert_eq!(
        refused("{\"openapi\": \"3.0.3\",\n \"ü\": ]}"),
        (ProblemKind::MalformedJson { reason: "expected value".to_owned() }, Some((2, 7)))
    );
    assert_eq!(
        refused("openapi: 3.0.3\ninfo: title: x\n"),
        (
            ProblemKind::MalformedYaml {
                reason: "mapping values are not allowed in this context".to_owned()
            },
            Some((2, 12))
        )
    );
}

#[test]
fn what_the_parsers_say_too_shortly_is_told_in_full() {
    let json = |reason: &str| ProblemKind::MalformedJson { reason: reason.to_owned() };
    let yaml = |reason: &str| ProblemKind::MalformedYaml { reason: reason.to_owned() };
    assert_eq!(
        refused("{\n  // all\n  \"openapi\": \"3.1.0\"\n}"),
        (json("JSON has no comments"), Some((2, 3)))
    );
    assert_eq!(
        refused("{\"openapi\": \"\\ud800\"}"),
        (json("an escape is half of a surrogate pair"), Some((1, 20)))
    );
    assert_eq!(
        refused("openapi: 3.1.0\npaths:\n\t/x: {}\n"),
        (yaml("a tab where only spaces are allowed"), Some((3, 1)))
    );
    assert_eq!(
        refused("openapi: 3.1.0\nx: ü\0\n"),
        (yaml("control characters are not allowed"), Some((2, 5)))
    );
}

#[test]
fn hostile_documents_are_refused() {
    let deep = format!("{{\"openapi\":{}{}}}", "[".repeat(5000), "]".repeat(5000));
    assert_eq!(refused(&deep).0, ProblemKind::TooDeep { limit: 120 });
    let deep = format!("openapi: {}{}", "[".repeat(5000), "]".repeat(5000));
    assert_eq!(refused(&deep).0, ProblemKind::TooDeep { limit: 120 });
    let mut bomb = String::from("openapi: 3.0.3\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
        writeln!(bomb, "a{level}: &a{level} [{aliases}]").unwrap();
    }
    assert_eq!(refused(&bomb).0, ProblemKind::AliasBomb);
    let mut options = LoadOptions::default();
    options.limits.nodes = 10;
    let failure = load_text(
        "api",
        "openapi: [1,2,3,4,5,6,7,8,9,0]".to_owned(),
        &options,
        &Problems::default(),
    );
    assert_eq!(failure.unwrap_err().problem, ProblemKind::TooManyNodes { limit: 10 });
}

#[test]
fn an_alias_within_what_it_names_is_told_at_its_place() {
    let cases = [
        ("openapi: &a [*a]", "*a", (1, 14)),
        ("openapi: 3.1.0\nx: &self\n  y: [1, { z: *self }]\n", "*self", (3, 15)),
        ("openapi: 3.1.0\nx: &b\n  <<: *b\n", "*b", (3, 7)),
        ("{openapi: &c {d: *c}}", "*c", (1, 18)),
        ("&all\nopenapi: 3.1.0\nx: { y: *all }\n", "*all", (3, 9)),
    ];
    for (source, alias, place) in cases {
        let problem = ProblemKind::RecursiveAlias { alias: alias.to_owned() };
        assert_eq!(refused(source), (problem, Some(place)), "{source}");
    }
    // An anchor may be redefined.
    reads("openapi: 3.1.0\ny: &a 1\nx: &b [*a, &a 2, *a]\n", "[1,2,2]");
}

#[test]
fn numbers_beyond_any_float_keep_their_text() {
    for number in ["1e400", "-1e400", "1.5E+999"] {
        reads(&format!("openapi: 3.0.3\nx: {number}\n"), number);
        reads(&format!("openapi: 3.0.3\nx: [{number}]\n"), &format!("[{number}]"));
        let text = format!("\"{number}\"");
        for written in [
            format!("'{number}'"),
            text.clone(),
            format!("!!str {number}"),
            format!("|-\n  {number}"),
        ] {
            reads(&format!("openapi: 3.0.3\nx: {written}\n"), &text);
        }
    }
}

#[test]
fn a_number_that_is_meant_as_a_text_is_the_one_that_is_written() {
    let problems = Problems::default();
    let source = "openapi: 3.0.3\nx: [0x1F, 0o17, +1, .5, 1e3, 1_000, 010, -7]\n".to_owned();
    let document = load_text("api.yaml", source, &LoadOptions::default(), &problems).unwrap();
    let items = document.items(document.get(document.root().unwrap(), "x").unwrap());
    let spelled: Vec<&str> = items.iter().map(|item| document.spelled(*item)).collect();
    assert_eq!(spelled, ["0x1F", "0o17", "+1", ".5", "1e3", "1_000", "010", "-7"]);
    let values: Vec<String> = items.iter().map(|item| shown(&document, *item)).collect();
    assert_eq!(values, ["31", "15", "1", "0.5", "1e3", "\"1_000\"", "\"010\"", "-7"]);
}

#[test]
fn infinity_is_a_text_until_a_number_is_meant() {
    for text in [".inf", "-.inf", ".nan", ".Inf", "-.INF", ".NaN", "+.inf"] {
        reads(&format!("openapi: 3.0.3\nx: {text}\n"), &format!("\"{text}\""));
    }
}

#[test]
fn oddities_of_yaml_are_reported() {
    assert_eq!(
        read("openapi: 3.0.3\nx: { a: 1, b: 2, a: 4, a: 3 }"),
        (
            r#"{"a":3,"b":2}"#.to_owned(),
            vec![(
                ProblemKind::DuplicateKey { key: "a".to_owned(), line: 2, column: 6 },
                "#/x/a".to_owned()
            )]
        )
    );
    assert_eq!(
        read("openapi: 3.0.3\nx: !tag [1]"),
        (
            "[1]".to_owned(),
            vec![(ProblemKind::IgnoredTag { tag: "tag".to_owned() }, "#/x".to_owned())]
        )
    );
    assert_eq!(
        read("openapi: 3.0.3\nx: 1\n---\ny: 2\n"),
        ("1".to_owned(), vec![(ProblemKind::SeveralDocuments, "#".to_owned())])
    );
}

/// Loads `api.yaml` from a folder and follows its member `x`.
fn followed(files: &[(&str, &str)], options: &LoadOptions) -> Result<String, ProblemKind> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    in_folder(&folder.path().join("api/api.yaml"), options)
}

fn in_folder(path: &Path, options: &LoadOptions) -> Result<String, ProblemKind> {
    let problems = Problems::default();
    let document = load(path, options, &problems).unwrap();
    let resolver = crate::resolve::Resolver::new(&document, &problems);
    let member = document.get(document.root().unwrap(), "x").unwrap();
    match resolver.follow(member) {
        Some(end) => Ok(shown(&document, end)),
        None => Err(below(path, problems.into_vec().remove(0).kind)),
    }
}

/// A problem with its file name relative to the document's folder.
fn below(path: &Path, problem: ProblemKind) -> ProblemKind {
    match problem {
        ProblemKind::BrokenFile { file, reason, remedy } => {
            let folder = format!("{}/", path.parent().unwrap().display());
            ProblemKind::BrokenFile { file: file.replace(&folder, ""), reason, remedy }
        }
        problem => problem,
    }
}

const ROOT: &str = "openapi: 3.0.3\nx: { $ref: ";

#[test]
fn references_lead_into_other_files_and_back() {
    let root = format!("{ROOT}'./parts/a%20b.yaml#/c' }}\nd: {{ $ref: 'parts/e.json' }}\n");
    let files = [
        ("api/api.yaml", root.as_str()),
        ("api/parts/a b.yaml", "c: { $ref: '../api.yaml#/d' }"),
        ("api/parts/e.json", r##"{"$ref":"#/f","f":{"$ref":"a%20b.yaml#/g"}}"##),
    ];
    assert_eq!(
        followed(&files, &LoadOptions::default()),
        Err(ProblemKind::DanglingReference { reference: "a%20b.yaml#/g".to_owned() })
    );
    let files =
        [files[0], ("api/parts/a b.yaml", "c: { $ref: '../api.yaml#/d' }\ng: [1]"), files[2]];
    assert_eq!(followed(&files, &LoadOptions::default()), Ok("[1]".to_owned()));
}

#[test]
fn references_stay_in_the_folder() {
    let outside = |file: &str| Err(ProblemKind::OutsideReference { file: file.to_owned() });
    let default = LoadOptions::default();
    let root = format!("{ROOT}'../other.yaml#/y' }}");
    let files = [("api/api.yaml", root.as_str()), ("other.yaml", "y: 1")];
    assert_eq!(followed(&files, &default), outside("../other.yaml"));
    let anywhere = LoadOptions { allow_outside: true, ..default };
    assert_eq!(followed(&files, &anywhere), Ok("1".to_owned()));
    let root = format!("{ROOT}'/etc/hostname' }}");
    assert_eq!(followed(&[("api/api.yaml", &root)], &default), outside("/etc/hostname"));
    let root = format!("{ROOT}'%2E%2E/other.yaml#/y' }}");
    let files = [("api/api.yaml", root.as_str()), ("other.yaml", "y: 1")];
    assert_eq!(followed(&files, &default), outside("%2E%2E/other.yaml"));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("api");
    fs::create_dir(&inner).unwrap();
    fs::write(folder.path().join("other.yaml"), "y: 1").unwrap();
    std::os::unix::fs::symlink(folder.path().join("other.yaml"), inner.join("link.yaml")).unwrap();
    fs::write(inner.join("api.yaml"), format!("{ROOT}'link.yaml#/y' }}")).unwrap();
    assert_eq!(
        in_folder(&inner.join("api.yaml"), &LoadOptions::default()),
        Err(ProblemKind::OutsideReference { file: "link.yaml".to_owned() })
    );
}

#[test]
fn files_that_cannot_be_used_cost_their_reference_only() {
    let default = LoadOptions::default();
    let root = format!("{ROOT}'https://example.com/x.yaml#/y' }}");
    assert_eq!(
        followed(&[("api/api.yaml", &root)], &default),
        Err(ProblemKind::RemoteReference { address: "https://example.com/x.yaml".to_owned() })
    );
    let root = format!("{ROOT}'bad.json#/y' }}");
    assert_eq!(
        followed(&[("api/api.yaml", &root), ("api/bad.json", "{\n]")], &default),
        Err(ProblemKind::BrokenFile {
            file: "bad.json".to_owned(),
            reason: "this is not JSON: key must be a string".to_owned(),
            remedy: "correct the syntax at this place".to_owned()
        })
    );
    let mut few = default;
    few.limits.files = 1;
    let root = format!("{ROOT}'good.json' }}");
    assert_eq!(
        followed(&[("api/api.yaml", &root), ("api/good.json", "{}")], &few),
        Err(ProblemKind::TooManyFiles { limit: 1 })
    );
}

#[test]
fn a_missing_file_is_reported_at_its_reference_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("api.yaml");
    fs::write(&path, "openapi: 3.0.3\nexample: { $ref: 'missing.yaml' }").unwrap();
    let problems = Problems::default();
    load(&path, &LoadOptions::default(), &problems).unwrap();
    assert_eq!(problems.into_vec(), []);
    let missing =
        load(&folder.path().join("none.yaml"), &LoadOptions::default(), &Problems::default());
    assert_eq!(missing.unwrap_err().problem.code(), "unreadable-file");
}

/// Serves two files, and responds with 404 to other requests.
#[cfg(feature = "remote")]
fn serve() -> std::net::SocketAddr {
    use std::io::{BufRead, BufReader, Write as _};

    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut head = BufReader::new(stream.try_clone().unwrap()).lines();
            let first = head.next().unwrap().unwrap();
            head.take_while(|line| !line.as_ref().unwrap().is_empty()).count();
            let (status, body) = match first.split(' ').nth(1).unwrap() {
                "/api/a.yaml" => ("200 OK", "x: { $ref: '../b.json#/y' }"),
                "/b.json" => ("200 OK", "{\"y\":[1]}"),
                _ => ("404 Not Found", ""),
            };
            let length = body.len();
            write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {length}\r\n\r\n{body}").unwrap();
        }
    });
    address
}

#[cfg(feature = "remote")]
#[test]
fn files_on_other_hosts_are_fetched_where_allowed() {
    let address = serve();
    let allowed = LoadOptions { allow_remote: true, ..LoadOptions::default() };
    let follow = |path: &str, options: &LoadOptions| {
        let root = format!("{ROOT}'http://{address}{path}' }}");
        followed(&[("api/api.yaml", &root)], options)
    };
    assert_eq!(follow("/api/a.yaml#/x", &allowed), Ok("[1]".to_owned()));
    assert_eq!(
        follow("/none.yaml#/x", &allowed),
        Err(ProblemKind::UnfetchedFile {
            address: format!("http://{address}/none.yaml"),
            reason: "http status: 404".to_owned(),
        })
    );
    assert_eq!(
        follow("/api/a.yaml#/x", &LoadOptions::default()),
        Err(ProblemKind::RemoteReference { address: format!("http://{address}/api/a.yaml") })
    );
    let root = format!("{ROOT}'file:///etc/hostname' }}");
    assert_eq!(
        followed(&[("api/api.yaml", &root)], &allowed),
        Err(ProblemKind::UnfetchedFile {
            address: "file:///etc/hostname".to_owned(),
            reason: "only http and https addresses are fetched".to_owned(),
        })
    );
}
