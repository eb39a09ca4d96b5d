//! Macros that implement the traits of generated types.

/// Implements the traits of a record with an [`Extra`](crate::Extra) field named `extra`, and
/// access to it.
#[doc(hidden)]
#[macro_export]
macro_rules! __record {
    ($type:ident, Eq) => {
        $crate::__record!($type);
        $crate::__total!($type);
    };
    ($type:ident) => {
        $crate::__map!($type);

        #[allow(
            dead_code,
            unreachable_pub,
            reason = "the type may be private, and its users in need of neither"
        )]
        impl $type {
            /// Undeclared members, as received.
            #[must_use]
            pub fn extra(&self) -> &$crate::Extra {
                &self.extra
            }

            /// Undeclared members, mutable; they are sent.
            pub fn extra_mut(&mut self) -> &mut $crate::Extra {
                &mut self.extra
            }
        }
    };
}

/// Implements the traits of a record with typed undeclared members, or of a sequence, by its parts,
/// in loops shared by all types.
#[doc(hidden)]
#[macro_export]
macro_rules! __map {
    ($type:ident, Eq) => {
        $crate::__map!($type);
        $crate::__total!($type);
    };
    ($type:ident) => {
        impl ::core::clone::Clone for $type {
            fn clone(&self) -> Self {
                $crate::generated::expanded::clone_parts(self)
            }
        }

        impl ::core::cmp::PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                $crate::generated::expanded::equal_parts(self, other)
            }
        }

        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::generated::expanded::show_parts(self, f)
            }
        }

        $crate::__serde!($type);
    };
}

/// Implements the traits of a sequence.
#[doc(hidden)]
#[macro_export]
macro_rules! __sequence {
    ($type:ident, Eq) => {
        $crate::__sequence!($type);
        $crate::__total!($type);
    };
    ($type:ident) => {
        $crate::__map!($type);
    };
}

/// Implements the traits of a union.
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    ($type:ident, Eq) => {
        $crate::__union!($type);
        $crate::__total!($type);
    };
    ($type:ident) => {
        $crate::__serde!($type);
    };
}

/// Implements `Eq` and `Hash` for a type without floats.
#[doc(hidden)]
#[macro_export]
macro_rules! __total {
    ($type:ident) => {
        impl ::core::cmp::Eq for $type {}
        impl ::core::hash::Hash for $type {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                $crate::generated::expanded::hash_parts(self, state);
            }
        }
    };
}

/// Implements the traits of an open enumeration of strings.
#[doc(hidden)]
#[macro_export]
macro_rules! __enumeration {
    ($type:ident) => {
        impl $type {
            /// The text on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                $crate::generated::Enumeration::as_str(self)
            }
        }

        impl $crate::generated::Slot for $type {
            fn blank() -> Self {
                $crate::generated::Enumeration::unknown(::std::string::String::new())
            }
            fn shape(&self) -> $crate::generated::Shape<'_> {
                $crate::generated::Shape::Text($crate::generated::Enumeration::as_str(self))
            }
            fn read(
                &mut self,
                reader: &mut $crate::json::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::json::DecodeError> {
                $crate::generated::expanded::read_enumeration(self, reader)
            }
        }

        impl ::core::cmp::PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                $crate::generated::Enumeration::as_str(self)
                    == $crate::generated::Enumeration::as_str(other)
            }
        }

        impl ::core::cmp::Eq for $type {}

        impl ::core::hash::Hash for $type {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                $crate::generated::Enumeration::as_str(self).hash(state);
            }
        }

        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str($crate::generated::Enumeration::as_str(self))
            }
        }

        impl ::core::convert::From<&str> for $type {
            fn from(value: &str) -> Self {
                $crate::generated::expanded::from_text(value)
            }
        }

        impl ::core::convert::From<::std::string::String> for $type {
            fn from(value: ::std::string::String) -> Self {
                $crate::generated::expanded::from_text(&value)
            }
        }

        $crate::__serde!($type);
    };
}

/// Implements the traits of an open enumeration of arbitrary values.
#[doc(hidden)]
#[macro_export]
macro_rules! __literals {
    ($type:ident) => {
        impl $crate::generated::Slot for $type {
            fn blank() -> Self {
                $crate::generated::LiteralEnumeration::unknown($crate::Json::Null)
            }
            fn shape(&self) -> $crate::generated::Shape<'_> {
                $crate::generated::LiteralEnumeration::literal(self).shape()
            }
            fn read(
                &mut self,
                reader: &mut $crate::json::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::json::DecodeError> {
                $crate::generated::expanded::read_literal(self, reader)
            }
            fn write(&self, writer: &mut $crate::json::Writer) {
                $crate::generated::expanded::write_literal(
                    $crate::generated::LiteralEnumeration::literal(self),
                    writer,
                );
            }
            fn hash_dyn(&self, hasher: &mut dyn ::core::hash::Hasher) {
                $crate::generated::expanded::hash_literal(
                    $crate::generated::LiteralEnumeration::literal(self),
                    hasher,
                );
            }
        }
        impl ::core::cmp::PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                $crate::generated::expanded::equal_literals(
                    $crate::generated::LiteralEnumeration::literal(self),
                    $crate::generated::LiteralEnumeration::literal(other),
                )
            }
        }
        $crate::__total!($type);

        impl ::core::convert::From<$crate::Json> for $type {
            fn from(value: $crate::Json) -> Self {
                $crate::generated::expanded::from_literal(value)
            }
        }

        $crate::__serde!($type);
    };
}
