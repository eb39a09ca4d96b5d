//! Models written by hand exactly as generated code is.
#![allow(
    unreachable_pub,
    dead_code,
    reason = "the macro writes for the public types of a generated crate"
)]

use crate as rt;

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) struct Instance {
    pub(crate) name: String,
    pub(crate) note: Option<String>,
    pub(crate) repo: rt::Nullable<Box<Repo>>,
    pub(crate) status: Option<Status>,
    pub(crate) ports: Option<Vec<i64>>,
    pub(crate) labels: Option<rt::Map<String>>,
    pub(crate) any: Option<rt::Json>,
    pub(crate) secret: Option<rt::Secret>,
    pub(crate) owner: Option<String>,
    pub(crate) retries: i64,
    extra: rt::Extra,
}

impl Instance {
    pub(crate) fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..rt::blank() }
    }
}

impl rt::Record for Instance {
    fn table(&self) -> &'static rt::Table {
        static TABLE: rt::Table = rt::Table::new(
            "Instance",
            &[
                rt::Field::required("name"),
                rt::Field::optional("note"),
                rt::Field::optional("repo").nullable(),
                rt::Field::optional("status"),
                rt::Field::optional("ports"),
                rt::Field::optional("labels"),
                rt::Field::optional("any").nullable(),
                rt::Field::optional("secret"),
                rt::Field::required("owner \"id\"").nullable().default("null"),
                rt::Field::required("retries").default("5"),
            ],
        );
        &TABLE
    }

    fn slot(&mut self, index: usize) -> &mut dyn rt::Slot {
        match index {
            0 => &mut self.name,
            1 => &mut self.note,
            2 => &mut self.repo,
            3 => &mut self.status,
            4 => &mut self.ports,
            5 => &mut self.labels,
            6 => &mut self.any,
            7 => &mut self.secret,
            8 => &mut self.owner,
            9 => &mut self.retries,
            _ => &mut self.extra,
        }
    }

    fn view(&self, index: usize) -> &dyn rt::Slot {
        match index {
            0 => &self.name,
            1 => &self.note,
            2 => &self.repo,
            3 => &self.status,
            4 => &self.ports,
            5 => &self.labels,
            6 => &self.any,
            7 => &self.secret,
            8 => &self.owner,
            9 => &self.retries,
            _ => &self.extra,
        }
    }

    fn rest(&self) -> &dyn rt::Rest {
        &self.extra
    }

    fn rest_mut(&mut self) -> &mut dyn rt::Rest {
        &mut self.extra
    }
}

impl rt::Blank for Instance {
    fn blank() -> Self {
        Self {
            name: rt::blank(),
            note: rt::blank(),
            repo: rt::blank(),
            status: rt::blank(),
            ports: rt::blank(),
            labels: rt::blank(),
            any: rt::blank(),
            secret: rt::blank(),
            owner: rt::blank(),
            retries: rt::blank(),
            extra: rt::blank(),
        }
    }
}

/// Its rest is typed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) struct Repo {
    pub(crate) url: String,
    pub(crate) branch: Option<String>,
    pub(crate) additional: rt::Map<i64>,
}

impl rt::Record for Repo {
    fn table(&self) -> &'static rt::Table {
        static TABLE: rt::Table =
            rt::Table::new("Repo", &[rt::Field::required("url"), rt::Field::optional("branch")]);
        &TABLE
    }

    fn slot(&mut self, index: usize) -> &mut dyn rt::Slot {
        match index {
            0 => &mut self.url,
            1 => &mut self.branch,
            _ => &mut self.additional,
        }
    }

    fn view(&self, index: usize) -> &dyn rt::Slot {
        match index {
            0 => &self.url,
            1 => &self.branch,
            _ => &self.additional,
        }
    }

    fn rest(&self) -> &dyn rt::Rest {
        &self.additional
    }

    fn rest_mut(&mut self) -> &mut dyn rt::Rest {
        &mut self.additional
    }
}

impl rt::Blank for Repo {
    fn blank() -> Self {
        Self { url: rt::blank(), branch: rt::blank(), additional: rt::blank() }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub(crate) enum Status {
    Running,
    Stopped,
    Unknown(String),
}

impl rt::Enumeration for Status {
    const KNOWN: &'static [Self] = &[Self::Running, Self::Stopped];

    fn as_str(&self) -> &str {
        match self {
            Self::Running => "RUNNING",
            Self::Stopped => "STOPPED",
            Self::Unknown(value) => value,
        }
    }

    fn unknown(value: String) -> Self {
        Self::Unknown(value)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub(crate) enum Code {
    One,
    Half,
    Auto,
    Never,
    Unknown(rt::Json),
}

impl rt::LiteralEnumeration for Code {
    const KNOWN: &'static [Self] = &[Self::One, Self::Half, Self::Auto, Self::Never];

    fn literal(&self) -> rt::Literal<'_> {
        match self {
            Self::One => rt::Literal::Integer(1),
            Self::Half => rt::Literal::Number("0.5"),
            Self::Auto => rt::Literal::Text("auto"),
            Self::Never => rt::Literal::Null,
            Self::Unknown(value) => rt::Literal::Other(value),
        }
    }

    fn unknown(value: rt::Json) -> Self {
        Self::Unknown(value)
    }
}

/// `prefixItems: [string, integer]`, the second optional, then booleans.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pair {
    pub(crate) first: String,
    pub(crate) second: Option<i64>,
    pub(crate) rest: Vec<bool>,
}

impl rt::Sequence for Pair {
    fn table(&self) -> &'static rt::Table {
        static TABLE: rt::Table =
            rt::Table::new("Pair", &[rt::Field::required("0"), rt::Field::optional("1")]);
        &TABLE
    }

    fn slot(&mut self, index: usize) -> &mut dyn rt::Slot {
        match index {
            0 => &mut self.first,
            1 => &mut self.second,
            _ => &mut self.rest,
        }
    }

    fn view(&self, index: usize) -> &dyn rt::Slot {
        match index {
            0 => &self.first,
            1 => &self.second,
            _ => &self.rest,
        }
    }

    fn rest(&self) -> &dyn rt::Items {
        &self.rest
    }

    fn rest_mut(&mut self) -> &mut dyn rt::Items {
        &mut self.rest
    }
}

impl rt::Blank for Pair {
    fn blank() -> Self {
        Self { first: rt::blank(), second: rt::blank(), rest: rt::blank() }
    }
}

macro_rules! small_record {
    ($name:ident { $($field:ident: $type:ty = $kind:ident),* }) => {
        #[derive(Clone, Debug, PartialEq)]
        pub(crate) struct $name {
            $(pub(crate) $field: $type,)*
            extra: rt::Extra,
        }

        impl rt::Record for $name {
            fn table(&self) -> &'static rt::Table {
                static TABLE: rt::Table =
                    rt::Table::new(stringify!($name), &[$(rt::Field::$kind(stringify!($field))),*]);
                &TABLE
            }

            fn slot(&mut self, index: usize) -> &mut dyn rt::Slot {
                let slots: [&mut dyn rt::Slot; _] = [$(&mut self.$field),*];
                match slots.into_iter().nth(index) {
                    Some(slot) => slot,
                    None => &mut self.extra,
                }
            }

            fn view(&self, index: usize) -> &dyn rt::Slot {
                let slots: [&dyn rt::Slot; _] = [$(&self.$field),*];
                slots.get(index).copied().unwrap_or(&self.extra)
            }

            fn rest(&self) -> &dyn rt::Rest {
                &self.extra
            }

            fn rest_mut(&mut self) -> &mut dyn rt::Rest {
                &mut self.extra
            }
        }

        impl rt::Blank for $name {
            fn blank() -> Self {
                Self { $($field: rt::blank(),)* extra: rt::blank() }
            }
        }
    };
}

small_record!(Cat { kind: String = required, lives: Option<i64> = optional });
small_record!(Dog { kind: String = required, tail: Option<Box<Pet>> = optional });
small_record!(Named { name: String = required });
small_record!(Sized2 { width: f64 = required, height: Option<f64> = optional });

macro_rules! union {
    ($name:ident { $($index:literal $arm:ident($type:ty)),* } $table:expr) => {
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub(crate) enum $name {
            $($arm($type),)*
            Unknown(rt::Json),
        }

        impl rt::Union for $name {
            fn table(&self) -> &'static rt::UnionTable {
                static TABLE: rt::UnionTable = $table;
                &TABLE
            }

            fn select(&mut self, index: usize) {
                *self = match index {
                    $($index => Self::$arm(rt::blank()),)*
                    _ => Self::Unknown(rt::blank()),
                };
            }

            fn view(&self) -> &dyn rt::Slot {
                match self {
                    $(Self::$arm(value) => value,)*
                    Self::Unknown(value) => value,
                }
            }

            fn slot(&mut self) -> &mut dyn rt::Slot {
                match self {
                    $(Self::$arm(value) => value,)*
                    Self::Unknown(value) => value,
                }
            }
        }

        impl rt::Blank for $name {
            fn blank() -> Self {
                Self::Unknown(rt::blank())
            }
        }
    };
}

union!(Pet { 0 Cat(Cat), 1 Dog(Box<Dog>) }
rt::UnionTable::new("Pet", &[
    rt::Alternative::new("Cat", rt::Kinds::OBJECT).tags(&[("kind", &["cat"])]).required(&["kind"]).declared(&["kind", "lives"]),
    rt::Alternative::new("Dog", rt::Kinds::OBJECT).tags(&[("kind", &["dog"])]).required(&["kind"]).declared(&["kind", "tail"]),
]));

union!(Mapped { 0 Cat(Cat), 1 Dog(Box<Dog>) }
    rt::UnionTable::new("Mapped", &[
        rt::Alternative::new("Cat", rt::Kinds::OBJECT).required(&["kind"]).declared(&["kind", "lives"]),
        rt::Alternative::new("Dog", rt::Kinds::OBJECT).required(&["kind"]).declared(&["kind", "tail"]),
    ]).discriminator("kind", &[("a cat", 0), ("dog", 1), ("hound", 1)]));

small_record!(Account { object: String = required, plan: Option<String> = optional });
small_record!(Card { object: Option<String> = optional, brand: String = required });

union!(Source { 0 Account(Account), 1 Card(Card) }
rt::UnionTable::new("Source", &[
    rt::Alternative::new("Account", rt::Kinds::OBJECT).tags(&[("object", &["account"]), ("plan", &["custom", "standard"])]).required(&["object"]).declared(&["object", "plan"]),
    rt::Alternative::new("Card", rt::Kinds::OBJECT).tags(&[("brand", &["visa", "other"])]).required(&["brand"]).declared(&["object", "brand"]),
]));

union!(Nested { 0 Pet(Pet), 1 Card(Card), 2 Account(Account), 3 Cat(Cat) }
    rt::UnionTable::new("Nested", &[
        rt::Alternative::new("Pet", rt::Kinds::OBJECT).tags(&[("kind", &["cat", "dog"])]),
        rt::Alternative::new("Card", rt::Kinds::OBJECT).required(&["brand"]).declared(&["object", "brand"]),
        rt::Alternative::new("Account", rt::Kinds::OBJECT).required(&["object"]).declared(&["object", "plan"]),
        rt::Alternative::new("Cat", rt::Kinds::OBJECT),
    ]).discriminator("kind", &[("paid", 1), ("paid", 2), ("Pet", 0), ("Cat", 3)]));

small_record!(Plain { role: String = required, content: String = required });
small_record!(Rich { role: String = required, content: Vec<String> = required });

union!(Message { 0 Plain(Plain), 1 Rich(Rich) }
rt::UnionTable::new("Message", &[
    rt::Alternative::new("Plain", rt::Kinds::OBJECT).members(&[("content", rt::Kinds::STRING)]),
    rt::Alternative::new("Rich", rt::Kinds::OBJECT).members(&[("content", rt::Kinds::ARRAY.or(rt::Kinds::OBJECT))]),
]));

union!(Mixed { 0 Status(Status), 1 Count(i64), 2 Ratio(f64), 3 Texts(Vec<String>), 4 Counts(Vec<i64>), 5 Flag(bool), 6 Named(Named), 7 Sized(Sized2) }
rt::UnionTable::new("Mixed", &[
    rt::Alternative::new("Status", rt::Kinds::STRING).values(&["RUNNING", "STOPPED"]),
    rt::Alternative::new("Count", rt::Kinds::INTEGER),
    rt::Alternative::new("Ratio", rt::Kinds::NUMBER),
    rt::Alternative::new("Texts", rt::Kinds::ARRAY).items(rt::Kinds::STRING),
    rt::Alternative::new("Counts", rt::Kinds::ARRAY).items(rt::Kinds::INTEGER),
    rt::Alternative::new("Flag", rt::Kinds::BOOLEAN),
    rt::Alternative::new("Named", rt::Kinds::OBJECT).required(&["name"]).declared(&["name"]),
    rt::Alternative::new("Sized", rt::Kinds::OBJECT).required(&["width"]).declared(&["width", "height"]),
]));

/// A record of 80 required members.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wide {
    members: [i64; 80],
    extra: rt::Extra,
}

impl rt::Record for Wide {
    fn table(&self) -> &'static rt::Table {
        static TABLE: rt::Table = rt::Table::new("Wide", &wide_fields());
        &TABLE
    }

    fn slot(&mut self, index: usize) -> &mut dyn rt::Slot {
        &mut self.members[index]
    }

    fn view(&self, index: usize) -> &dyn rt::Slot {
        &self.members[index]
    }

    fn rest(&self) -> &dyn rt::Rest {
        &self.extra
    }

    fn rest_mut(&mut self) -> &mut dyn rt::Rest {
        &mut self.extra
    }
}

macro_rules! names {
    ($($tens:literal)*) => {
        [$(concat!("m", $tens, "0"), concat!("m", $tens, "1"), concat!("m", $tens, "2"), concat!("m", $tens, "3"),
           concat!("m", $tens, "4"), concat!("m", $tens, "5"), concat!("m", $tens, "6"), concat!("m", $tens, "7"),
           concat!("m", $tens, "8"), concat!("m", $tens, "9")),*]
    };
}

const fn wide_fields() -> [rt::Field; 80] {
    let names: [&str; 80] = names!("" 1 2 3 4 5 6 7);
    let mut fields = [const { rt::Field::required("") }; 80];
    let mut index = 0;
    while index < 80 {
        fields[index] = rt::Field::required(names[index]);
        index += 1;
    }
    fields
}

impl rt::Blank for Wide {
    fn blank() -> Self {
        Self { members: [0; 80], extra: rt::blank() }
    }
}

rt::models! {
    records: [Plain, Rich, Wide, Account, Card, Instance, Cat, Dog, Named, Sized2],
    maps: [Repo],
    unions: [Message, Nested, Source, Pet, Mapped, Mixed],
    enumerations: [Status],
    literals: [Code],
    sequences: [Pair],
}
