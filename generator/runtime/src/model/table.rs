//! The static description of a record's members.

/// The members that a record declares, in the order in which they are written.
#[derive(Debug)]
pub struct Table {
    name: &'static str,
    fields: &'static [Field],
    /// Bit n: field n must be there. Only the first 64 fields, the others are looked at one by one.
    required: u64,
}

impl Table {
    /// Describes a record. `fields[n]` is what `Record::slot(n)` holds.
    #[must_use]
    pub const fn new(name: &'static str, fields: &'static [Field]) -> Self {
        let mut required = 0;
        let mut rest = fields;
        let mut bit: u64 = 1;
        while let [field, more @ ..] = rest {
            if field.required {
                required |= bit;
            }
            bit <<= 1;
            rest = more;
        }
        Self { name, fields, required }
    }

    /// The record's name, for errors.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The declared members.
    #[must_use]
    pub const fn fields(&self) -> &'static [Field] {
        self.fields
    }

    /// The required ones of the first 64 fields, as bits.
    pub(crate) const fn required(&self) -> u64 {
        self.required
    }

    /// The position of a member; `expected` is tried first, then those after it, then those before.
    #[must_use]
    pub fn position(&self, name: &str, expected: usize) -> Option<usize> {
        let (before, after) = self.fields.split_at_checked(expected).unwrap_or((self.fields, &[]));
        let find = |fields: &[Field]| fields.iter().position(|field| field.name == name);
        find(after).map(|position| position + before.len()).or_else(|| find(before))
    }
}

/// One declared member of a record.
#[derive(Debug)]
pub struct Field {
    name: &'static str,
    required: bool,
    nullable: bool,
    /// The name needs no escapes in JSON.
    plain: bool,
    default: Option<&'static str>,
}

impl Field {
    /// A member that must be there.
    #[must_use]
    pub const fn required(name: &'static str) -> Self {
        Self { name, required: true, nullable: false, plain: is_plain(name), default: None }
    }

    /// A member that may be absent.
    #[must_use]
    pub const fn optional(name: &'static str) -> Self {
        Self { name, required: false, nullable: false, plain: is_plain(name), default: None }
    }

    /// The member may be `null`.
    #[must_use]
    pub const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }

    /// The value, as JSON text, that a required member takes on decoding when it is missing. It is never sent unasked.
    #[must_use]
    pub const fn default(mut self, json: &'static str) -> Self {
        self.default = Some(json);
        self
    }

    /// The name on the wire.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// True where the member must be there.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        self.required
    }

    /// True where the member may be `null`.
    #[must_use]
    pub const fn is_nullable(&self) -> bool {
        self.nullable
    }

    /// The document's default, as JSON text.
    #[must_use]
    pub const fn default_json(&self) -> Option<&'static str> {
        self.default
    }

    /// True where the name needs no escapes.
    pub(crate) const fn is_plain(&self) -> bool {
        self.plain
    }
}

const fn is_plain(name: &str) -> bool {
    let mut rest = name.as_bytes();
    while let [byte, more @ ..] = rest {
        if *byte < 0x20 || *byte == b'"' || *byte == b'\\' {
            return false;
        }
        rest = more;
    }
    true
}
