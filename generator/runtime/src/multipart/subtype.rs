use crate::media::{essence, parameter, parameters};

/// The headers of parts depend on the media type of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subtype {
    /// `multipart/form-data`: each part is a field with a name (RFC 7578, section 4.2).
    FormData,
    /// Any other, such as `multipart/mixed` and `multipart/related`: parts are identified by
    /// position and media type (RFC 2046, section 5.1).
    Other,
}

impl Subtype {
    /// Returns the subtype of a media type; a range such as `multipart/*` is sent as a form.
    pub(crate) fn of(media_type: &str) -> Self {
        let essence = essence(media_type);
        if essence.contains('*') || essence.eq_ignore_ascii_case("multipart/form-data") {
            Self::FormData
        } else {
            Self::Other
        }
    }
}

/// The content type of a body: as declared, with this boundary, and for `multipart/related` with
/// the media type of its root part (RFC 2387, section 3.1).
pub(crate) fn content_type(declared: &str, root: Option<&str>, boundary: &str) -> String {
    let mut text = essence(declared).to_owned();
    for parameter in parameters(declared) {
        let name = parameter.split('=').next().unwrap_or_default().trim();
        if !name.eq_ignore_ascii_case("boundary") {
            text.push_str("; ");
            text.push_str(parameter);
        }
    }
    let related = essence(declared).eq_ignore_ascii_case("multipart/related");
    if let Some(root) = root.filter(|_| related && parameter(declared, "type").is_none()) {
        text.push_str("; type=\"");
        text.push_str(essence(root));
        text.push('"');
    }
    text.push_str("; boundary=");
    text.push_str(boundary);
    text
}

#[cfg(test)]
mod tests {
    use super::{Subtype, content_type};

    #[test]
    fn a_related_body_names_the_type_of_its_root() {
        let rows = [
            ("multipart/form-data", "multipart/form-data; boundary=B"),
            ("multipart/mixed; boundary=\"x\"; a=b", "multipart/mixed; a=b; boundary=B"),
            ("Multipart/Related", "Multipart/Related; type=\"text/xml\"; boundary=B"),
            (
                "multipart/related; type=\"a/b\"; start=\"<1>\"",
                "multipart/related; type=\"a/b\"; start=\"<1>\"; boundary=B",
            ),
        ];
        for (declared, expected) in rows {
            assert_eq!(content_type(declared, Some("text/xml; charset=utf-8"), "B"), expected);
        }
        assert_eq!(content_type("multipart/related", None, "B"), "multipart/related; boundary=B");
    }

    #[test]
    fn only_a_form_has_fields() {
        let of =
            ["multipart/form-data", "Multipart/Form-Data; a=b", "multipart/*", "multipart/mixed"]
                .map(Subtype::of);
        assert_eq!(of, [Subtype::FormData, Subtype::FormData, Subtype::FormData, Subtype::Other]);
    }
}
