//! The static description of a record's or sequence's members.

use super::source::{Quoted, Source};

/// A member, as its table states it.
pub(super) struct Member<'a> {
    pub(super) name: &'a str,
    pub(super) required: bool,
    pub(super) nullable: bool,
    /// JSON text.
    pub(super) default: Option<&'a str>,
}

/// `static TABLE: rt::Table = rt::Table { name: "Pet", fields: &["!id"], required: 1, ..rt::TABLE };`
///
/// A literal of literals is what the compiler has least work with.
pub(super) fn table(out: &mut Source, name: &str, members: &[Member<'_>], rules: &[String]) {
    out.enclosed(
        "static TABLE: rt::Table = rt::Table",
        " {",
        |out| {
            out.unbreakable(format_args!("name: {},", Quoted(name)));
            if !members.is_empty() {
                let fields = members.iter().map(|member| Quoted(&field(member)).to_string());
                out.list("fields: &[", fields, "],");
            }
            let required = members.iter().filter(|member| member.required).count();
            if required > 0 {
                out.line(format_args!("required: {required},"));
            }
            if members.iter().any(|member| needs_escapes(member.name)) {
                out.line("escaped: true,");
            }
            let defaults = members.iter().filter_map(|member| {
                Some(format!("({}, {})", Quoted(member.name), Quoted(member.default?)))
            });
            let defaults: Vec<String> = defaults.collect();
            if !defaults.is_empty() {
                out.list("defaults: &[", defaults, "],");
            }
            if !rules.is_empty() {
                out.list("rules: &[", rules.iter().map(|rule| Quoted(rule)), "],");
            }
            out.line("..rt::TABLE");
        },
        "};",
    );
}

/// The name, after what says when the member has to be there.
fn field(member: &Member<'_>) -> String {
    let presence = match (member.required, member.nullable) {
        (true, false) => '!',
        (false, false) => '?',
        (true, true) => '=',
        (false, true) => '~',
    };
    format!("{presence}{}", member.name)
}

/// RFC 8259 section 7: whether a JSON string cannot hold the name as it is.
fn needs_escapes(name: &str) -> bool {
    name.bytes().any(|byte| byte < 0x20 || byte == b'"' || byte == b'\\')
}
