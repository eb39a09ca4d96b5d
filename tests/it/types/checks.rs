//! Checks of generated types against the document's constraints.

use super::*;

#[test]
fn a_value_tells_every_text_that_is_not_of_its_format() {
    use constraints::Contact;
    let valid: Contact = round(
        r#"{"born":"2024-02-29","seen":"2024-02-29T23:59:60Z","alarm":"07:00:00+01:00","every":"PT12H","id":"6fa459ea-ee8a-3ca4-894e-db77e160355e","site":"https://example.com/","picture":"aGVsbG8=","email":"a@example.com","hosts":["example.com"],"ipv4":"127.0.0.1","ipv6":"::1","paths":{"/a":"http://ä"},"days":{"2024-02-29":1},"isbn":"-"}"#,
    );
    assert_eq!(valid.check(), callwright_runtime::check::Findings::default());
    let broken: Contact = round(
        r#"{"born":"2023-02-29","seen":"2024-02-29","alarm":"07:00","every":"12h","id":"6fa459ea","site":"example.com","picture":"?","email":"a@example@com","hosts":["example.com","a_b"],"ipv4":"::1","ipv6":"127.0.0.1","paths":{"/a b":"/ä"},"days":{"today":1},"isbn":"-"}"#,
    );
    assert_eq!(
        broken.check().to_string(),
        r#"at $.email: expected an email address (RFC 5321), found another text
at $.hosts[1]: expected a host name (RFC 1123), found another text
at $.ipv4: expected an IPv4 address, found another text
at $.ipv6: expected an IPv6 address, found another text
at $.paths: expected names that are a URI reference (RFC 3986), found "/a b", another text
at $.paths["/a b"]: expected an absolute IRI (RFC 3987), found another text
at $.days: expected names that are a date (RFC 3339), found "today", another text
at $.born: expected a date (RFC 3339), found another text
at $.seen: expected a date and time with an offset (RFC 3339), found another text
at $.alarm: expected a time with an offset (RFC 3339), found another text
at $.every: expected a duration (ISO 8601), found another text
at $.id: expected a UUID (RFC 9562), found another text
at $.site: expected an absolute URI (RFC 3986), found another text
at $.picture: expected base64 (RFC 4648), found another text"#
    );
    let other: Contact = round(r#"{"seen":null,"ipv4":5}"#);
    assert_eq!(other.check().violations(), []);
}

#[test]
fn a_value_tells_every_constraint_that_it_breaks() {
    use constraints::Order;
    let valid: Order = round(
        r#"{"id":"a-1","lines":[{"count":1,"price":0.07}],"tags":["a","b"],"note":null,"prices":{"eur":0},"range":[0,9,2],"both":5,"grid":[[9]],"more":10}"#,
    );
    assert_eq!(valid.check().violations(), []);
    let broken: Order = round(
        r#"{"id":"A","lines":[{"count":0},{"count":1,"price":0.001}],"tags":["a","a","title"],"note":"","prices":{"eur":-1,"gbp":1,"usd":1},"range":[-1,10,3],"both":6,"grid":[[1],[10]],"more":7}"#,
    );
    let findings = broken.check();
    assert_eq!(
        findings.to_string(),
        r#"at $.id: expected a text that matches "^[a-z]+-\\d+$", found another text
at $.tags: expected items that all differ, found the item at 1 a second time
at $.tags[2]: expected at most 4 characters, found 5 characters
at $.note: expected at least 1 characters, found 0 characters
at $.prices: expected at most 2 members, found 3 members
at $.prices: expected names that are one of ["eur","usd"], found "gbp", another
at $.prices.eur: expected at least 0, found -1
at $.both: expected at most 5, found 6
at $.grid[1][0]: expected less than 10, found 10
at $.more: expected a multiple of 5, found 7
at $.lines[0].count: expected at least 1, found 0
at $.lines[1].price: expected a multiple of 0.01, found 0.001
at $.range[0]: expected at least 0, found -1
at $.range[1]: expected at most 9, found 10
at $.range[2]: expected a multiple of 2, found 3"#
    );
    for (size, finding) in [
        ("\"m\"", ""),
        ("\"long\"", "at $.size: expected at most 2 characters, found 4 characters"),
        ("5", ""),
        ("0", "at $.size: expected at least 1, found 0"),
        (r#"["m"]"#, ""),
        (r#"["m","l"]"#, "at $.size: expected at most 1 items, found 2 items"),
    ] {
        let order: Order =
            round(&format!(r#"{{"id":"a-1","lines":[{{"count":1}}],"size":{size}}}"#));
        assert_eq!(order.check().to_string(), finding);
    }
    let either: Order = round(r#"{"id":"a-1","lines":[{"count":1}],"either":"2020-01-01"}"#);
    assert_eq!(either.check().violations(), []);
    let empty: Order = round(r#"{"id":"a-1","lines":[]}"#);
    assert_eq!(empty.check().to_string(), "at $.lines: expected at least 1 items, found 0 items");
}
