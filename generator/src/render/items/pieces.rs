//! The parts that several kinds of items have in common.

use crate::render::text::{Expression, Source};

/// The macro that implements the traits of a type, `Eq` among them where it holds.
pub(super) fn traits(out: &mut Source, name: &str, ident: impl ToString, total: Option<&str>) {
    let arguments: Vec<String> =
        [ident.to_string()].into_iter().chain(total.map(str::to_owned)).collect();
    out.item(|out| out.macro_call(name, &arguments));
}

/// `rt::blank()`
pub(super) fn blank() -> Expression {
    Expression::call("rt::blank", [])
}
