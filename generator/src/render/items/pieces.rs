//! What items of several kinds have.

use std::fmt::Display;

use crate::render::text::{Expression, Source};

/// The macro that implements the traits of a type, `Eq` among them where it holds.
pub(super) fn traits(out: &mut Source, name: &str, ident: impl ToString, total: Option<&str>) {
    let arguments: Vec<String> =
        [ident.to_string()].into_iter().chain(total.map(str::to_owned)).collect();
    out.item(|out| out.macro_call(name, &arguments));
}

/// A reference to a member of `self`.
pub(super) fn member(borrow: &'static str, name: impl Display) -> Expression {
    Expression::Prefixed(borrow, Box::new(Expression::member(name)))
}

/// `rt::blank()`
pub(super) fn blank() -> Expression {
    Expression::call("rt::blank", [])
}
