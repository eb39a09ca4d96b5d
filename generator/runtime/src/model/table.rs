//! The static description of a record's members.

/// The declared members of a record, in the order of encoding.
///
/// Generated code contains it as nested literals, which are cheapest to compile: `rt::Table { name:
/// "Pet", fields: &["!id", "?age"], required: 1, ..rt::TABLE }`.
#[derive(Debug)]
pub struct Table {
    /// The name, for errors.
    pub name: &'static str,
    /// The declared members; the one at index n is the record's part n. The first character of each
    /// is its presence, see [`Field`]; the rest is its name on the wire.
    pub fields: &'static [&'static str],
    /// The number of required members.
    pub required: usize,
    /// Whether a name needs escapes in JSON (RFC 8259 section 7).
    pub escaped: bool,
    /// The defaults of missing required members on decoding, as JSON, by name. They are never sent.
    pub defaults: &'static [(&'static str, &'static str)],
    /// The rules for [`check`](crate::check()), in the terms of JSON Schema: `"0 maxLength 64"`
    /// applies to part 0 and `". minProperties 1"` to the whole. Between location and keyword, `
    /// []` selects the items of a list, ` {}` the values of a map and ` names` its names.
    pub rules: &'static [&'static str],
    /// Facts of later versions; see [`TABLE`].
    #[doc(hidden)]
    pub reserved: (),
}

/// An empty description: the default of a literal.
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

    /// The declared member at an index.
    #[must_use]
    pub fn field(&self, position: usize) -> Option<Field> {
        self.fields.get(position).map(|text| Field(text))
    }

    /// The index of a member; `expected` is tried first, then the members after it, then those
    /// before.
    #[must_use]
    pub fn position(&self, name: &str, expected: usize) -> Option<usize> {
        let (before, after) = self.fields.split_at_checked(expected).unwrap_or((self.fields, &[]));
        let find =
            |fields: &[&'static str]| fields.iter().position(|text| Field(text).name() == name);
        find(after).map(|position| position + before.len()).or_else(|| find(before))
    }

    /// The default of a member, as JSON.
    pub(crate) fn default_of(&self, field: Field) -> Option<&'static str> {
        self.defaults.iter().find(|(name, _)| *name == field.name()).map(|(_, json)| *json)
    }
}

/// A declared member of a record: its name on the wire, preceded by a character for its presence.
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

    /// Returns true if the member must be there.
    #[must_use]
    pub fn is_required(self) -> bool {
        matches!(self.0.as_bytes().first(), Some(b'!' | b'='))
    }

    /// Returns true if the member may be `null`.
    #[must_use]
    pub fn is_nullable(self) -> bool {
        matches!(self.0.as_bytes().first(), Some(b'~' | b'='))
    }
}
