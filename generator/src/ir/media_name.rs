//! Names of media types and media ranges (RFC 9110, sections 8.3.1 and 12.5.1).

/// A type and subtype in lower case, without parameters: `application/json`, `image/*`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Essence(String);

impl Essence {
    /// Parses the essence of a media type; a name without a slash is a subtype without a type.
    pub(crate) fn of(name: &str) -> Self {
        let essence = outside_quotes(name).next().unwrap_or_default();
        Self(essence.trim().to_ascii_lowercase())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// `application` of `application/json`.
    pub(crate) fn kind(&self) -> &str {
        self.0.split_once('/').map_or("", |(kind, _)| kind)
    }

    /// `json` of `application/json`.
    pub(crate) fn subtype(&self) -> &str {
        self.0.split_once('/').map_or(&self.0, |(_, subtype)| subtype)
    }

    /// Whether bodies of this type are XML.
    pub(crate) fn is_xml(&self) -> bool {
        self.subtype() == "xml" || self.subtype().ends_with("+xml")
    }

    /// Whether bodies of this type are JSON.
    pub(crate) fn is_json(&self) -> bool {
        let subtype = self.subtype();
        matches!(subtype, "json" | "x-json" | "problem" | "vnd.api") || subtype.ends_with("+json")
    }

    /// Whether bodies of this type are text.
    pub(crate) fn is_text(&self) -> bool {
        let subtype = self.subtype();
        let is_textual = matches!(
            subtype,
            "yaml" | "x-yaml" | "toml" | "javascript" | "ecmascript" | "graphql" | "sql" | "jwt"
        );
        self.kind() == "text"
            || self.is_json()
            || self.is_xml()
            || is_textual
            || subtype.ends_with("+yaml")
    }
}

/// The parameters of a media type's name: `charset=utf-8`.
pub(crate) fn media_type_parameters(name: &str) -> impl Iterator<Item = &str> {
    outside_quotes(name).skip(1).map(str::trim)
}

/// Splits a name at the semicolons outside quotes.
fn outside_quotes(text: &str) -> impl Iterator<Item = &str> {
    let mut within = false;
    let mut escaped = false;
    text.split(move |c| {
        let ends = c == ';' && !within;
        if c == '"' && !escaped {
            within = !within;
        }
        escaped = within && c == '\\' && !escaped;
        ends
    })
}

#[cfg(test)]
mod tests {
    use super::{Essence, media_type_parameters};

    #[test]
    fn an_essence_has_two_parts() {
        let parts = |name| {
            let essence = Essence::of(name);
            (essence.kind().to_owned(), essence.subtype().to_owned())
        };
        let owned = |(kind, subtype): (&str, &str)| (kind.to_owned(), subtype.to_owned());
        let cases = [
            ("Application/JSON; charset=utf-8", ("application", "json")),
            (" image/* ", ("image", "*")),
            ("json", ("", "json")),
            ("", ("", "")),
        ];
        for (name, expected) in cases {
            assert_eq!(parts(name), owned(expected), "{name}");
        }
    }

    #[test]
    fn a_semicolon_within_quotes_ends_no_parameter() {
        let name = r#"multipart/mixed; boundary="a;b\"c"; x=y"#;
        assert_eq!(
            media_type_parameters(name).collect::<Vec<_>>(),
            [r#"boundary="a;b\"c""#, "x=y"]
        );
    }
}
