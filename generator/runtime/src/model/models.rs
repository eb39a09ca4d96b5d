//! The macros that give generated types what depends on nothing but what they state.

/// Gives a record with an [`Extra`](crate::Extra) field named `extra` its traits and access to that.
#[macro_export]
macro_rules! record {
    ($type:ident, Eq) => {
        $crate::record!($type);
        $crate::__total!($type);
    };
    ($type:ident) => {
        $crate::map!($type);

        #[allow(
            dead_code,
            unreachable_pub,
            reason = "the type may be private, and its users in need of neither"
        )]
        impl $type {
            /// Members that the document does not describe, as they came.
            #[must_use]
            pub fn extra(&self) -> &$crate::Extra {
                &self.extra
            }

            /// The same, to add or remove members that will be sent.
            pub fn extra_mut(&mut self) -> &mut $crate::Extra {
                &mut self.extra
            }
        }
    };
}

/// Gives a record whose rest is typed, or a sequence, its traits: all by its parts, in loops that are written once.
#[macro_export]
macro_rules! map {
    ($type:ident, Eq) => {
        $crate::map!($type);
        $crate::__total!($type);
    };
    ($type:ident) => {
        impl ::core::clone::Clone for $type {
            fn clone(&self) -> Self {
                $crate::__private::clone_parts(self)
            }
        }

        impl ::core::cmp::PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                $crate::__private::equal_parts(self, other)
            }
        }

        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::show_parts(self, f)
            }
        }

        $crate::__serde!($type);
    };
}

/// Gives a sequence its traits.
#[macro_export]
macro_rules! sequence {
    ($type:ident, Eq) => {
        $crate::sequence!($type);
        $crate::__total!($type);
    };
    ($type:ident) => {
        $crate::map!($type);
    };
}

/// Gives a union its traits.
#[macro_export]
macro_rules! union {
    ($type:ident, Eq) => {
        $crate::union!($type);
        $crate::__total!($type);
    };
    ($type:ident) => {
        $crate::__serde!($type);
    };
}

/// Gives a type whose equality is total, since no float is within it, `Eq` and `Hash`.
#[doc(hidden)]
#[macro_export]
macro_rules! __total {
    ($type:ident) => {
        impl ::core::cmp::Eq for $type {}
        impl ::core::hash::Hash for $type {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                $crate::__private::hash_parts(self, state);
            }
        }
    };
}

/// Gives an open enumeration of strings its traits.
#[macro_export]
macro_rules! enumeration {
    ($type:ident) => {
        impl $type {
            /// The text on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                $crate::Enumeration::as_str(self)
            }
        }

        impl $crate::Slot for $type {
            fn blank() -> Self {
                $crate::Enumeration::unknown(::std::string::String::new())
            }
            fn shape(&self) -> $crate::Shape<'_> {
                $crate::Shape::Text($crate::Enumeration::as_str(self))
            }
            fn read(
                &mut self,
                reader: &mut $crate::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::DecodeError> {
                $crate::__private::read_enumeration(self, reader)
            }
        }

        impl ::core::cmp::PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                $crate::Enumeration::as_str(self) == $crate::Enumeration::as_str(other)
            }
        }

        impl ::core::cmp::Eq for $type {}

        impl ::core::hash::Hash for $type {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                $crate::Enumeration::as_str(self).hash(state);
            }
        }

        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str($crate::Enumeration::as_str(self))
            }
        }

        impl ::core::convert::From<&str> for $type {
            fn from(value: &str) -> Self {
                $crate::__private::from_text(value)
            }
        }

        impl ::core::convert::From<::std::string::String> for $type {
            fn from(value: ::std::string::String) -> Self {
                $crate::__private::from_text(&value)
            }
        }

        $crate::__serde!($type);
    };
}

/// Gives an open enumeration of any values its traits.
#[macro_export]
macro_rules! literals {
    ($type:ident) => {
        impl $crate::Slot for $type {
            fn blank() -> Self {
                $crate::LiteralEnumeration::unknown($crate::Json::Null)
            }
            fn shape(&self) -> $crate::Shape<'_> {
                $crate::LiteralEnumeration::literal(self).shape()
            }
            fn read(
                &mut self,
                reader: &mut $crate::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::DecodeError> {
                $crate::__private::read_literal(self, reader)
            }
            fn write(&self, writer: &mut $crate::Writer) {
                $crate::__private::write_literal($crate::LiteralEnumeration::literal(self), writer);
            }
            fn hash_dyn(&self, hasher: &mut dyn ::core::hash::Hasher) {
                $crate::__private::hash_literal($crate::LiteralEnumeration::literal(self), hasher);
            }
        }
        impl ::core::cmp::PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                $crate::__private::equal_literals(
                    $crate::LiteralEnumeration::literal(self),
                    $crate::LiteralEnumeration::literal(other),
                )
            }
        }
        $crate::__total!($type);

        impl ::core::convert::From<$crate::Json> for $type {
            fn from(value: $crate::Json) -> Self {
                $crate::__private::from_literal(value)
            }
        }

        $crate::__serde!($type);
    };
}
