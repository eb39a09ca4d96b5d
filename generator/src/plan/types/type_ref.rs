//! Rust types at their uses.

use crate::name::Ident;

/// A Rust type at a use.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TypeRef {
    /// An item of the module `types`.
    Named(Ident),
    /// `String`.
    Text,
    Bool,
    I64,
    U64,
    I128,
    /// An arbitrary-precision integer.
    Integer,
    F64,
    /// A number that keeps every digit.
    Number,
    DateTime,
    Date,
    Time,
    Duration,
    Uuid,
    Uri,
    Base64,
    /// A part of a multipart body: bytes or a stream, with a name and a media type.
    File,
    /// A string that is never printed.
    Secret,
    /// Any JSON value.
    Json,
    Vec(Box<TypeRef>),
    /// A map with string keys, in wire order.
    Map(Box<TypeRef>),
    /// A map keyed by an open enum or a format's type.
    KeyedMap {
        key: Box<TypeRef>,
        value: Box<TypeRef>,
    },
    /// Absent for a member; null for an item.
    Option(Box<TypeRef>),
    /// Absent, null, or a value.
    Nullable(Box<TypeRef>),
    Boxed(Box<TypeRef>),
}

impl TypeRef {
    pub(crate) fn list(self) -> Self {
        Self::Vec(Box::new(self))
    }

    pub(crate) fn map(self, key: Option<Self>) -> Self {
        let value = Box::new(self);
        match key {
            Some(key) => Self::KeyedMap { key: Box::new(key), value },
            None => Self::Map(value),
        }
    }

    pub(crate) fn optional(self) -> Self {
        Self::Option(Box::new(self))
    }

    pub(crate) fn nullable(self) -> Self {
        Self::Nullable(Box::new(self))
    }

    pub(crate) fn boxed(self) -> Self {
        Self::Boxed(Box::new(self))
    }

    /// Calls a function with the name of each item in the type.
    pub(crate) fn for_each_item<'a>(&'a self, give: &mut dyn FnMut(&'a Ident)) {
        if let Self::KeyedMap { key, .. } = self {
            key.for_each_item(give);
        }
        match self {
            Self::Named(ident) => give(ident),
            _ => self.inner().into_iter().for_each(|inner| inner.for_each_item(give)),
        }
    }

    /// The same with mutable access.
    pub(crate) fn for_each_item_mut(&mut self, give: &mut dyn FnMut(&mut Ident)) {
        match self {
            Self::Named(ident) => give(ident),
            Self::KeyedMap { key, value } => {
                key.for_each_item_mut(give);
                value.for_each_item_mut(give);
            }
            Self::Vec(inner)
            | Self::Map(inner)
            | Self::Option(inner)
            | Self::Nullable(inner)
            | Self::Boxed(inner) => inner.for_each_item_mut(give),
            _ => {}
        }
    }

    /// The type inside all containers.
    pub(crate) fn innermost(&self) -> &Self {
        let mut at = self;
        while let Some(inner) = at.inner() {
            at = inner;
        }
        at
    }

    /// The type inside a container.
    fn inner(&self) -> Option<&Self> {
        match self {
            Self::Vec(inner)
            | Self::Map(inner)
            | Self::KeyedMap { value: inner, .. }
            | Self::Option(inner)
            | Self::Nullable(inner)
            | Self::Boxed(inner) => Some(inner),
            _ => None,
        }
    }

    /// The type without an outer box.
    pub(crate) fn unboxed(self) -> Self {
        match self {
            Self::Boxed(inner) => *inner,
            ty => ty,
        }
    }

    /// The number of containers around the innermost type.
    pub(crate) fn nesting(&self) -> usize {
        let mut depth = 0;
        let mut at = self;
        while let Some(inner) = at.inner() {
            depth += 1;
            at = inner;
        }
        depth
    }

    /// Whether the written type names the runtime.
    pub(crate) fn is_of_runtime(&self) -> bool {
        match self {
            Self::Vec(inner) | Self::Option(inner) | Self::Boxed(inner) => inner.is_of_runtime(),
            Self::Named(_)
            | Self::Text
            | Self::Bool
            | Self::I64
            | Self::U64
            | Self::I128
            | Self::F64 => false,
            Self::Integer
            | Self::Number
            | Self::DateTime
            | Self::Date
            | Self::Time
            | Self::Duration
            | Self::Uuid
            | Self::Uri
            | Self::Base64
            | Self::File
            | Self::Secret
            | Self::Json
            | Self::Map(_)
            | Self::KeyedMap { .. }
            | Self::Nullable(_) => true,
        }
    }
}
