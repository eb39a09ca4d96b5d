//! The static description of a record's or sequence's members.

use crate::render::text::{Expression, Source};

/// A member, as its table states it.
pub(in crate::render) struct Member<'a> {
    pub(in crate::render) name: &'a str,
    pub(in crate::render) required: bool,
    pub(in crate::render) nullable: bool,
    /// JSON text.
    pub(in crate::render) default: Option<&'a str>,
}

/// `static TABLE: rt::Table = rt::Table { name: "Pet", fields: &["!id"], required: 1, ..rt::TABLE };`
///
/// A literal of literals is what the compiler has least work with.
pub(in crate::render) fn table(
    out: &mut Source,
    name: &str,
    members: &[Member<'_>],
    rules: &[String],
) {
    let given = |name: &str, is: bool, value: Expression| is.then(|| (name.to_owned(), value));
    let fields = members.iter().map(|member| Expression::quoted(&field(member)));
    let required = members.iter().filter(|member| member.required).count();
    let defaults = members.iter().filter_map(|member| {
        let (name, default) = (Expression::quoted(member.name), member.default?);
        Some(Expression::tuple([name, Expression::quoted(default)]))
    });
    let defaults: Vec<Expression> = defaults.collect();
    let has_escapes = members.iter().any(|member| needs_escapes(member.name));
    let facts = [
        given("name", true, Expression::quoted(name)),
        given("fields", !members.is_empty(), Expression::list(fields)),
        given("required", required > 0, Expression::word(required)),
        given("escaped", has_escapes, Expression::word(true)),
        given("defaults", !defaults.is_empty(), Expression::list(defaults)),
        given("rules", !rules.is_empty(), Expression::strings(rules)),
    ];
    let literal = Expression::literal("rt::Table", facts.into_iter().flatten(), Some("rt::TABLE"));
    out.value("static TABLE", "rt::Table", &literal);
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
