//! The static description of a record's members.

/// The members that a record declares, in the order in which they are written.
///
/// Generated code states it as a literal of literals, which is what the compiler has least work with:
/// `rt::Table { name: "Pet", fields: &["!id", "?age"], required: 1, ..rt::TABLE }`.
#[derive(Debug)]
pub struct Table {
    /// The record's name, for errors.
    pub name: &'static str,
    /// The declared members; the one at position n is the record's part n. The first character of each says when it
    /// has to be there, see [`Field`]; its name on the wire follows.
    pub fields: &'static [&'static str],
    /// How many of them must be there.
    pub required: usize,
    /// Whether one of the names needs escapes in JSON (RFC 8259 section 7).
    pub escaped: bool,
    /// The values, as JSON text, that required members take on decoding where they are missing, by their names. They
    /// are never sent unasked.
    pub defaults: &'static [(&'static str, &'static str)],
    /// What [`check`](crate::check()) looks for, in the words of JSON Schema: `"0 maxLength 64"` is about part 0 and
    /// `". minProperties 1"` about the whole. Between place and keyword, ` []` leads to the items of a list, ` {}` to the
    /// values of a map and ` names` to its names.
    pub rules: &'static [&'static str],
    /// What a later version may describe; see [`TABLE`].
    #[doc(hidden)]
    pub reserved: (),
}

/// A description of nothing: what a literal leaves out.
pub const TABLE: Table = Table {
    name: "",
    fields: &[],
    required: 0,
    escaped: false,
    defaults: &[],
    rules: &[],
    reserved: (),
};

impl Table {
    /// The declared members.
    #[must_use]
    pub fn fields(&self) -> impl ExactSizeIterator<Item = Field> + use<> {
        self.fields.iter().map(|text| Field(text))
    }

    /// The declared member at a position.
    #[must_use]
    pub fn field(&self, position: usize) -> Option<Field> {
        self.fields.get(position).map(|text| Field(text))
    }

    /// The position of a member; `expected` is tried first, then those after it, then those before.
    #[must_use]
    pub fn position(&self, name: &str, expected: usize) -> Option<usize> {
        let (before, after) = self.fields.split_at_checked(expected).unwrap_or((self.fields, &[]));
        let find =
            |fields: &[&'static str]| fields.iter().position(|text| Field(text).name() == name);
        find(after).map(|position| position + before.len()).or_else(|| find(before))
    }

    /// The value that a member takes on decoding where it is missing, as JSON text.
    pub(crate) fn default_of(&self, field: Field) -> Option<&'static str> {
        self.defaults.iter().find(|(name, _)| *name == field.name()).map(|(_, json)| *json)
    }
}

/// A declared member of a record: its name on the wire after one character that says when it has to be there.
///
/// | character | member |
/// |---|---|
/// | `!` | must be there |
/// | `?` | may be absent |
/// | `=` | must be there, and may be `null` |
/// | `~` | may be absent, and may be `null` |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field(pub &'static str);

impl Field {
    /// The name on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.get(1..).unwrap_or_default()
    }

    /// True where the member must be there.
    #[must_use]
    pub fn is_required(self) -> bool {
        matches!(self.0.as_bytes().first(), Some(b'!' | b'='))
    }

    /// True where the member may be `null`.
    #[must_use]
    pub fn is_nullable(self) -> bool {
        matches!(self.0.as_bytes().first(), Some(b'~' | b'='))
    }
}
