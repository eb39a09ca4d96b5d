use super::Format;

/// A format with valid and invalid strings.
type Case = (&'static str, &'static [&'static str], &'static [&'static str]);

const CASES: &[Case] = &[
    (
        "date-time",
        &[
            "2025-03-09T12:00:00Z",
            "2024-02-29t23:59:60.25z",
            "1985-04-12T23:20:50.52+05:30",
            "2016-12-31T15:59:60-08:00",
        ],
        &[
            "",
            "2025-03-09",
            "2025-03-09 12:00:00Z",
            "2025-03-09T12:00:00",
            "2025-02-29T00:00:00Z",
            "2025-03-09T24:00:00Z",
            "2025-03-09T12:00:60Z",
            "2025-03-09T12:00Z",
            "2025-03-09T12:00:00.Z",
            "2025-03-09T12:00:00+0800",
            "2025-03-09T12:00:00+24:00",
            "25-03-09T12:00:00Z",
            "２025-03-09T12:00:00Z",
            "+025-03-09T12:00:00Z",
        ],
    ),
    (
        "date",
        &["2000-02-29", "0001-12-31"],
        &["1900-02-29", "2025-13-01", "2025-1-1", "2025-00-10", "2025-04-31", "20250401"],
    ),
    (
        "time",
        &["12:00:00Z", "00:00:00.1-00:00"],
        &["12:00:00", "12:60:00Z", "1:00:00Z", "12:00:00 Z"],
    ),
    (
        "duration",
        &["P1Y2M3DT4H5M6S", "PT36H", "P4W", "P0D", "PT0.5S", "P1YT1S"],
        &[
            "P", "PT", "P1", "1D", "P1D1Y", "P1WT1H", "P1W1D", "PT1D", "P1H", "P-1D", "P1.5D",
            "PT.5S", "p1d", "P١D",
        ],
    ),
    (
        "uuid",
        &["6fa459ea-ee8a-3ca4-894e-db77e160355e", "00000000-0000-0000-0000-000000000000"],
        &[
            "6fa459eaee8a3ca4894edb77e160355e",
            "6fa459ea-ee8a-3ca4-894e-db77e160355",
            "{6fa459ea-ee8a-3ca4-894e-db77e160355e}",
            "6fa459ea-ee8a-3ca4-894e-db77e160355g",
        ],
    ),
    (
        "uri",
        &[
            "https://example.com/a?b=c#d",
            "http://user:pw@[2001:db8::7]:80/",
            "mailto:a@example.com",
            "urn:isbn:0451450523",
            "http://[v1.a:b]/",
            "http://example.com/%C3%A9",
            "file:///etc/hosts",
            "http://example.com",
            "http://example.com:",
        ],
        &[
            "",
            "/a",
            "example.com/a",
            "//example.com",
            "1http://a",
            "http://a b",
            "http://a/{id}",
            "http://a/%zz",
            "http://a/%é",
            "http://[1]/",
            "http://[::1",
            "http://a:b/",
            "http://a/[b]",
            "http://a/#b#c",
            "http://a/é",
            "http://a\\b",
        ],
    ),
    (
        "iri",
        &["http://example.com/é", "http://ä.example/"],
        &["http://a/\u{a0}", "http://a/%é", "/é"],
    ),
    ("iri-reference", &["é", "/é?ü#ä"], &["é é"]),
    (
        "uri-reference",
        &["", "/a", "a/b:c", "?a=b", "#c", "//host/a", "http://a"],
        &["a:b c", "1a:b", ":a", "<a>", "//a:b", "a\nb"],
    ),
    ("byte", &["", "aGVsbG8=", "aGVsbG8", "_-8="], &["a", "aGVsbG8==!", "é"]),
    (
        "email",
        &[
            "a@example.com",
            "a.b+c@localhost",
            "\"a b\\\"@\"@example.com",
            "a@[127.0.0.1]",
            "a@[IPv6:::1]",
        ],
        &[
            "",
            "a",
            "@example.com",
            "a@",
            "a..b@example.com",
            ".a@example.com",
            "a b@example.com",
            "a@-example.com",
            "a@exa_mple.com",
            "a@[1.2.3]",
            "\"a\"b@example.com",
            "ä@example.com",
        ],
    ),
    (
        "hostname",
        &["localhost", "example.com", "1a.xn--4gbwdl.x-y", "1.2.3.4"],
        &[
            "",
            ".",
            "a.",
            "a..b",
            "-a",
            "a-",
            "a_b",
            "ä.example",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ],
    ),
    ("ipv4", &["0.0.0.0", "255.1.2.3"], &["", "256.0.0.1", "1.2.3", "01.2.3.4", "1.2.3.4.5"]),
    (
        "ipv6",
        &["::", "2001:db8::7", "::ffff:1.2.3.4"],
        &["", ":::", "1::2::3", "fe80::1%eth0", "1.2.3.4"],
    ),
];

#[test]
fn each_format_takes_what_its_standard_has_and_nothing_else() {
    for (format, good, bad) in CASES {
        for text in *good {
            assert!(
                Format::named(format).unwrap().admits(text),
                "{text:?} is of the format {format}"
            );
        }
        for text in *bad {
            assert!(
                !Format::named(format).unwrap().admits(text),
                "{text:?} is not of the format {format}"
            );
        }
    }
}

#[test]
fn a_format_that_is_not_known_is_not_judged() {
    assert_eq!(Format::named("isbn"), None);
}
