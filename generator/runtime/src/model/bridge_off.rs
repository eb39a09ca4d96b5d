//! Without the feature `serde` generated types have no serde traits.

/// Gives types their serde traits: none, without the feature `serde`.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($type:ty) => {};
}
