//! The macro that makes slots of generated types.

/// Gives generated types what depends on nothing but their traits: `Slot`, serde, conversions.
///
/// Every list is optional: `records` (with an [`Extra`](crate::Extra) field named `extra`), `maps` (records whose
/// rest is typed), `unions`, `enumerations`, `literals` and `sequences`. A type stands in exactly one list.
#[macro_export]
macro_rules! models {
    ($($list:ident: [$($type:ty),* $(,)?]),* $(,)?) => {
        $($($crate::__model!($list $type); $crate::__serde!($type);)*)*
    };
}

/// One type of [`models!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __model {
    (records $type:ty) => {
        $crate::__model!(maps $type);

        #[allow(dead_code, unreachable_pub, reason = "the type may be private, and its users in need of neither")]
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
    (maps $type:ty) => {
        impl $crate::Slot for $type {
            fn read(&mut self, reader: &mut $crate::Reader<'_>) -> ::core::result::Result<(), $crate::DecodeError> {
                $crate::__private::read_record(self, reader)
            }
            fn write(&self, writer: &mut $crate::Writer) {
                $crate::__private::write_record(self, writer);
            }
            fn clear(&mut self) {
                *self = $crate::blank();
            }
            fn record(&self) -> ::core::option::Option<&dyn $crate::Record> {
                ::core::option::Option::Some(self)
            }
        }
    };
    (unions $type:ty) => {
        impl $crate::Slot for $type {
            fn read(&mut self, reader: &mut $crate::Reader<'_>) -> ::core::result::Result<(), $crate::DecodeError> {
                $crate::__private::read_union(self, reader)
            }
            fn write(&self, writer: &mut $crate::Writer) {
                $crate::__private::write_union(self, writer);
            }
            fn clear(&mut self) {
                *self = $crate::blank();
            }
            fn is_null(&self) -> bool {
                $crate::Union::view(self).is_null()
            }
            fn as_text(&self) -> ::core::option::Option<&str> {
                $crate::Union::view(self).as_text()
            }
            fn record(&self) -> ::core::option::Option<&dyn $crate::Record> {
                $crate::Union::view(self).record()
            }
            fn file(&self) -> ::core::option::Option<&$crate::File> {
                $crate::Union::view(self).file()
            }
            fn items(&self) -> ::core::option::Option<&dyn $crate::Items> {
                $crate::Union::view(self).items()
            }
        }
    };
    (enumerations $type:ty) => {
        impl $type {
            /// The text on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                $crate::Enumeration::as_str(self)
            }
        }

        impl $crate::Blank for $type {
            fn blank() -> Self {
                $crate::Enumeration::unknown(::std::string::String::new())
            }
        }

        impl $crate::Slot for $type {
            fn read(&mut self, reader: &mut $crate::Reader<'_>) -> ::core::result::Result<(), $crate::DecodeError> {
                $crate::__private::read_enumeration(self, reader)
            }
            fn write(&self, writer: &mut $crate::Writer) {
                writer.text($crate::Enumeration::as_str(self));
            }
            fn clear(&mut self) {
                *self = $crate::blank();
            }
            fn as_text(&self) -> ::core::option::Option<&str> {
                ::core::option::Option::Some($crate::Enumeration::as_str(self))
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
    };
    (literals $type:ty) => {
        impl $crate::Blank for $type {
            fn blank() -> Self {
                $crate::LiteralEnumeration::unknown($crate::Json::Null)
            }
        }

        impl $crate::Slot for $type {
            fn read(&mut self, reader: &mut $crate::Reader<'_>) -> ::core::result::Result<(), $crate::DecodeError> {
                $crate::__private::read_literal(self, reader)
            }
            fn write(&self, writer: &mut $crate::Writer) {
                $crate::__private::write_literal($crate::LiteralEnumeration::literal(self), writer);
            }
            fn clear(&mut self) {
                *self = $crate::blank();
            }
            fn is_null(&self) -> bool {
                $crate::LiteralEnumeration::literal(self) == $crate::Literal::Null
            }
            fn as_text(&self) -> ::core::option::Option<&str> {
                match $crate::LiteralEnumeration::literal(self) {
                    $crate::Literal::Text(text) => ::core::option::Option::Some(text),
                    _ => ::core::option::Option::None,
                }
            }
        }

        impl ::core::convert::From<$crate::Json> for $type {
            fn from(value: $crate::Json) -> Self {
                $crate::__private::from_literal(value)
            }
        }
    };
    (sequences $type:ty) => {
        impl $crate::Slot for $type {
            fn read(&mut self, reader: &mut $crate::Reader<'_>) -> ::core::result::Result<(), $crate::DecodeError> {
                $crate::__private::read_sequence(self, reader)
            }
            fn write(&self, writer: &mut $crate::Writer) {
                $crate::__private::write_sequence(self, writer);
            }
            fn clear(&mut self) {
                *self = $crate::blank();
            }
        }
    };
}
