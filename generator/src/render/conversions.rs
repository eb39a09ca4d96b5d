//! The parameter types of methods: anything that converts to the type of a value.

use super::text::Expression;
use super::type_ref::{Module, written};
use crate::plan::TypeRef;

/// The bound of a parameter: lists take anything that gives items, the rest whatever converts.
pub(super) fn bound(ty: &TypeRef, from: Module) -> Expression {
    match ty {
        TypeRef::Vec(item) => Expression::generic("impl rt::List", written(item, from)),
        ty => Expression::generic("impl Into", written(ty, from)),
    }
}

/// The value of such a parameter.
pub(super) fn value(parameter: &str, ty: &TypeRef) -> Expression {
    match ty {
        TypeRef::Vec(_) => Expression::call("rt::list", [Expression::word(parameter)]),
        _ => converted(parameter),
    }
}

/// `parameter.into()`
pub(super) fn converted(parameter: &str) -> Expression {
    Expression::word(parameter).then([Expression::call("into", [])])
}
