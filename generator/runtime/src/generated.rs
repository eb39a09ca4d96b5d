//! Items for generated code of the same callwright version, without any stability guarantee.
//!
//! Generated files import only this module, as `rt`, so it also re-exports names of other modules.
//! The remaining items describe facts: [`describe`] for operations, tables for models, and macros
//! that implement traits for generated types.

#[doc(inline)]
pub use crate::{
    __client as client, __enumeration as enumeration, __literals as literals, __map as map,
    __operations as operations, __record as record, __sequence as sequence, __union as union,
};

pub use crate::model::{
    ALTERNATIVE, Alternative, Enumeration, Erased, ExtraMembers, Field, Items, Key, Kinds, List,
    Literal, LiteralEnumeration, OpenPart, Sent, Shape, Slot, TABLE, Table, UnionTable, blank,
    list, with_defaults,
};
pub use crate::response::{BodyTarget, HeaderRecord, Payload, unexpected};

pub use crate::format::{Base64, Date, DateTime, Duration, Time, Uri, Uuid};
pub use crate::stream::{EventStream, Lines};
#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
pub use crate::transport::Reqwest;
pub use crate::{
    ByteStream, Bytes, Call, Client, Credential, Error, Extra, File, Integer, Json, KeyedMap, Map,
    Multipart, NoError, NoHeaders, Nullable, Number, Secret, Signer, Text, TokenSource,
};

/// An empty union: the default of a literal.
pub const UNION_TABLE: UnionTable =
    UnionTable { is_valid: |value| crate::check(value).is_valid(), ..crate::model::UNION_TABLE };

/// Descriptions of an API, as constants.
pub mod describe {
    pub use crate::describe::{
        Api, ErrorMembers, Location, Media, MediaKind, Operation, Parameter, Predicates,
        PropertyEncoding, RequestBody, Requirement, Response, SecurityScheme, Server,
        StatusPattern, Style, Variable,
    };
}

/// Functions used by the macros of this module.
pub mod expanded {
    pub use crate::model::expanded::{
        clone_parts, equal_literals, equal_parts, from_literal, from_text, hash_literal,
        hash_parts, read_enumeration, read_literal, show_parts, write_literal,
    };
    #[cfg(feature = "serde")]
    pub use crate::model::expanded::{deserialize, serde, serialize};
}
