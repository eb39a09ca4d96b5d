//! What methods take for a value of a type: whatever people have at hand.

use super::expression::Expression;
use super::type_ref::{Module, written};
use crate::plan::TypeRef;

/// The bound of an argument: lists take anything that gives items, the rest whatever converts.
pub(super) fn bound(ty: &TypeRef, from: Module) -> Expression {
    let (bound, of) = match ty {
        TypeRef::Vec(item) => ("impl rt::List", &**item),
        ty => ("impl Into", ty),
    };
    Expression::Generic(bound.to_owned(), vec![written(of, from)])
}

/// The value of such an argument.
pub(super) fn value(argument: &str, ty: &TypeRef) -> Expression {
    match ty {
        TypeRef::Vec(_) => Expression::call("rt::list", [Expression::word(argument)]),
        _ => converted(argument),
    }
}

/// `argument.into()`
pub(super) fn converted(argument: &str) -> Expression {
    Expression::word(argument).then([Expression::call("into", [])])
}
