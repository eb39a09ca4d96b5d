use crate::json::Json;

/// Replaces text within textual bytes.
pub(super) fn substitute(bytes: &mut Vec<u8>, from: &str, to: &str) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if text.contains(from) {
        *bytes = text.replace(from, to).into_bytes();
    }
}

/// Replaces text within a body; in JSON both texts are escaped as in a string, so that the body
/// stays valid JSON.
pub(super) fn substitute_in_body(bytes: &mut Vec<u8>, json: bool, from: &str, to: &str) {
    if json {
        substitute(bytes, &within_string(from), &within_string(to));
    } else {
        substitute(bytes, from, to);
    }
}

fn within_string(text: &str) -> String {
    let quoted = Json::from(text).to_string();
    quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_stays_json() {
        let mut body = br#"{"id": "x"}"#.to_vec();
        substitute_in_body(&mut body, true, "x", "a\"b\\");
        assert_eq!(String::from_utf8(body).unwrap(), r#"{"id": "a\"b\\"}"#);
    }

    #[test]
    fn bytes_that_are_no_text_stay() {
        let mut body = b"x\xff".to_vec();
        substitute_in_body(&mut body, false, "x", "y");
        assert_eq!(body, b"x\xff");
    }
}
