//! Hand-written models, exactly like generated ones.
#![allow(
    unreachable_pub,
    dead_code,
    reason = "the macro writes for the public types of a generated crate"
)]

use crate::generated as rt;

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

impl rt::Slot for Instance {
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

    fn shape(&self) -> rt::Shape<'_> {
        static TABLE: rt::Table = rt::Table {
            name: "Instance",
            fields: &[
                "!name",
                "?note",
                "~repo",
                "?status",
                "?ports",
                "?labels",
                "~any",
                "?secret",
                "=owner \"id\"",
                "!retries",
            ],
            required: 3,
            escaped: true,
            defaults: &[("owner \"id\"", "null"), ("retries", "5")],
            ..rt::TABLE
        };
        rt::Shape::Record(&TABLE)
    }

    fn part_mut(&mut self, index: usize) -> &mut dyn rt::Slot {
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

    fn part(&self, index: usize) -> &dyn rt::Slot {
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
}

/// With typed undeclared members.
#[non_exhaustive]
pub(crate) struct Repo {
    pub(crate) url: String,
    pub(crate) branch: Option<String>,
    pub(crate) additional: rt::Map<i64>,
}

impl rt::Slot for Repo {
    fn blank() -> Self {
        Self { url: rt::blank(), branch: rt::blank(), additional: rt::blank() }
    }

    fn shape(&self) -> rt::Shape<'_> {
        static TABLE: rt::Table =
            rt::Table { name: "Repo", fields: &["!url", "?branch"], required: 1, ..rt::TABLE };
        rt::Shape::Record(&TABLE)
    }

    fn part_mut(&mut self, index: usize) -> &mut dyn rt::Slot {
        match index {
            0 => &mut self.url,
            1 => &mut self.branch,
            _ => &mut self.additional,
        }
    }

    fn part(&self, index: usize) -> &dyn rt::Slot {
        match index {
            0 => &self.url,
            1 => &self.branch,
            _ => &self.additional,
        }
    }
}

#[derive(Clone, Debug)]
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

#[derive(Clone, Debug)]
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
pub(crate) struct Pair {
    pub(crate) first: String,
    pub(crate) second: Option<i64>,
    pub(crate) rest: Vec<bool>,
}

impl rt::Slot for Pair {
    fn blank() -> Self {
        Self { first: rt::blank(), second: rt::blank(), rest: rt::blank() }
    }

    fn shape(&self) -> rt::Shape<'_> {
        static TABLE: rt::Table =
            rt::Table { name: "Pair", fields: &["!0", "?1"], required: 1, ..rt::TABLE };
        rt::Shape::Sequence(&TABLE)
    }

    fn part_mut(&mut self, index: usize) -> &mut dyn rt::Slot {
        match index {
            0 => &mut self.first,
            1 => &mut self.second,
            _ => &mut self.rest,
        }
    }

    fn part(&self, index: usize) -> &dyn rt::Slot {
        match index {
            0 => &self.first,
            1 => &self.second,
            _ => &self.rest,
        }
    }
}

macro_rules! small_record {
    ($name:ident ($required:literal: $($text:literal)*) { $($field:ident: $type:ty),* }) => {
        pub(crate) struct $name {
            $(pub(crate) $field: $type,)*
            extra: rt::Extra,
        }

        impl rt::Slot for $name {
            fn blank() -> Self {
                Self { $($field: rt::blank(),)* extra: rt::blank() }
            }

            fn shape(&self) -> rt::Shape<'_> {
                static TABLE: rt::Table = rt::Table {
                    name: stringify!($name),
                    fields: &[$($text),*],
                    required: $required,
                    ..rt::TABLE
                };
                rt::Shape::Record(&TABLE)
            }

            fn part(&self, index: usize) -> &dyn rt::Slot {
                let parts = [$(&self.$field as &dyn rt::Slot),*];
                parts.get(index).copied().unwrap_or(&self.extra)
            }

            fn part_mut(&mut self, index: usize) -> &mut dyn rt::Slot {
                let parts = [$(&mut self.$field as &mut dyn rt::Slot),*];
                match parts.into_iter().nth(index) {
                    Some(part) => part,
                    None => &mut self.extra,
                }
            }
        }

        rt::record!($name);
    };
}

small_record!(Cat (1: "!kind" "?lives") { kind: String, lives: Option<i64> });
small_record!(Dog (1: "!kind" "?tail") { kind: String, tail: Option<Box<Pet>> });
small_record!(Named (1: "!name") { name: String });
small_record!(Sized2 (1: "!width" "?height") { width: f64, height: Option<f64> });

macro_rules! union {
    ($name:ident { $($index:literal $arm:ident($type:ty)),* } $table:expr) => {
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub(crate) enum $name {
            $($arm($type),)*
            Unknown(rt::Json),
        }

        impl rt::Slot for $name {
            fn blank() -> Self {
                Self::Unknown(rt::blank())
            }

            fn shape(&self) -> rt::Shape<'_> {
                static TABLE: rt::UnionTable = $table;
                rt::Shape::Union(&TABLE)
            }

            fn part(&self, _: usize) -> &dyn rt::Slot {
                match self {
                    $(Self::$arm(value) => value,)*
                    Self::Unknown(value) => value,
                }
            }

            fn part_mut(&mut self, index: usize) -> &mut dyn rt::Slot {
                *self = match index {
                    $($index => Self::$arm(rt::blank()),)*
                    _ => rt::blank(),
                };
                match self {
                    $(Self::$arm(value) => value,)*
                    Self::Unknown(value) => value,
                }
            }

            fn selected(&self) -> usize {
                match self {
                    $(Self::$arm(_) => $index,)*
                    Self::Unknown(_) => usize::MAX,
                }
            }
        }

        rt::union!($name);
    };
}

union!(Pet { 0 Cat(Cat), 1 Dog(Box<Dog>) }
rt::UnionTable { name: "Pet", alternatives: &[
    rt::Alternative { name: "Cat", kinds: rt::Kinds::OBJECT, tags: &[("kind", &["cat"])], required: &["kind"], declared: &["kind", "lives"], ..rt::ALTERNATIVE },
    rt::Alternative { name: "Dog", kinds: rt::Kinds::OBJECT, tags: &[("kind", &["dog"])], required: &["kind"], declared: &["kind", "tail"], ..rt::ALTERNATIVE },
], ..rt::UNION_TABLE });

union!(Mapped { 0 Cat(Cat), 1 Dog(Box<Dog>) }
    rt::UnionTable { name: "Mapped", alternatives: &[
        rt::Alternative { name: "Cat", kinds: rt::Kinds::OBJECT, required: &["kind"], declared: &["kind", "lives"], ..rt::ALTERNATIVE },
        rt::Alternative { name: "Dog", kinds: rt::Kinds::OBJECT, required: &["kind"], declared: &["kind", "tail"], ..rt::ALTERNATIVE },
    ], discriminator: Some("kind"), mapping: &[("a cat", 0), ("dog", 1), ("hound", 1)], ..rt::UNION_TABLE });

small_record!(Account (1: "!object" "?plan") { object: String, plan: Option<String> });
small_record!(Card (1: "?object" "!brand") { object: Option<String>, brand: String });

union!(Source { 0 Account(Account), 1 Card(Card) }
rt::UnionTable { name: "Source", alternatives: &[
    rt::Alternative { name: "Account", kinds: rt::Kinds::OBJECT, tags: &[("object", &["account"]), ("plan", &["custom", "standard"])], required: &["object"], declared: &["object", "plan"], ..rt::ALTERNATIVE },
    rt::Alternative { name: "Card", kinds: rt::Kinds::OBJECT, tags: &[("brand", &["visa", "other"])], required: &["brand"], declared: &["object", "brand"], ..rt::ALTERNATIVE },
], ..rt::UNION_TABLE });

union!(Nested { 0 Pet(Pet), 1 Card(Card), 2 Account(Account), 3 Cat(Cat) }
    rt::UnionTable { name: "Nested", alternatives: &[
        rt::Alternative { name: "Pet", kinds: rt::Kinds::OBJECT, tags: &[("kind", &["cat", "dog"])], ..rt::ALTERNATIVE },
        rt::Alternative { name: "Card", kinds: rt::Kinds::OBJECT, required: &["brand"], declared: &["object", "brand"], ..rt::ALTERNATIVE },
        rt::Alternative { name: "Account", kinds: rt::Kinds::OBJECT, required: &["object"], declared: &["object", "plan"], ..rt::ALTERNATIVE },
        rt::Alternative { name: "Cat", kinds: rt::Kinds::OBJECT, ..rt::ALTERNATIVE },
    ], discriminator: Some("kind"), mapping: &[("paid", 1), ("paid", 2), ("Pet", 0), ("Cat", 3)], ..rt::UNION_TABLE });

small_record!(Plain (2: "!role" "!content") { role: String, content: String });
small_record!(Rich (2: "!role" "!content") { role: String, content: Vec<String> });

union!(Message { 0 Plain(Plain), 1 Rich(Rich) }
rt::UnionTable { name: "Message", alternatives: &[
    rt::Alternative { name: "Plain", kinds: rt::Kinds::OBJECT, members: &[("content", rt::Kinds::STRING)], ..rt::ALTERNATIVE },
    rt::Alternative { name: "Rich", kinds: rt::Kinds::OBJECT, members: &[("content", rt::Kinds::ARRAY.or(rt::Kinds::OBJECT))], ..rt::ALTERNATIVE },
], ..rt::UNION_TABLE });

small_record!(Strict (1: "!inner") { inner: Named });
small_record!(Loose (1: "!inner") { inner: rt::Map<i64> });

// Both look the same from outside.
union!(Deep { 0 Strict(Strict), 1 Loose(Loose) }
rt::UnionTable { name: "Deep", alternatives: &[
    rt::Alternative { name: "Strict", kinds: rt::Kinds::OBJECT, required: &["inner"], declared: &["inner"], ..rt::ALTERNATIVE },
    rt::Alternative { name: "Loose", kinds: rt::Kinds::OBJECT, required: &["inner"], declared: &["inner"], ..rt::ALTERNATIVE },
], ..rt::UNION_TABLE });

small_record!(Left (1: "?inner" "!n") { inner: Option<Box<Either>>, n: i64 });
small_record!(Right (1: "?inner" "!n") { inner: Option<Box<Either>>, n: i64 });

union!(Either { 0 Left(Box<Left>), 1 Right(Box<Right>) }
rt::UnionTable { name: "Either", alternatives: &[
    rt::Alternative { name: "Left", kinds: rt::Kinds::OBJECT, required: &["n"], declared: &["inner", "n"], ..rt::ALTERNATIVE },
    rt::Alternative { name: "Right", kinds: rt::Kinds::OBJECT, required: &["n"], declared: &["inner", "n"], ..rt::ALTERNATIVE },
], ..rt::UNION_TABLE });

union!(Mixed { 0 Status(Status), 1 Count(i64), 2 Ratio(f64), 3 Texts(Vec<String>), 4 Counts(Vec<i64>), 5 Flag(bool), 6 Named(Named), 7 Sized(Sized2) }
rt::UnionTable { name: "Mixed", alternatives: &[
    rt::Alternative { name: "Status", kinds: rt::Kinds::STRING, values: &["RUNNING", "STOPPED"], ..rt::ALTERNATIVE },
    rt::Alternative { name: "Count", kinds: rt::Kinds::INTEGER, ..rt::ALTERNATIVE },
    rt::Alternative { name: "Ratio", kinds: rt::Kinds::NUMBER, ..rt::ALTERNATIVE },
    rt::Alternative { name: "Texts", kinds: rt::Kinds::ARRAY, items: rt::Kinds::STRING, ..rt::ALTERNATIVE },
    rt::Alternative { name: "Counts", kinds: rt::Kinds::ARRAY, items: rt::Kinds::INTEGER, ..rt::ALTERNATIVE },
    rt::Alternative { name: "Flag", kinds: rt::Kinds::BOOLEAN, ..rt::ALTERNATIVE },
    rt::Alternative { name: "Named", kinds: rt::Kinds::OBJECT, required: &["name"], declared: &["name"], ..rt::ALTERNATIVE },
    rt::Alternative { name: "Sized", kinds: rt::Kinds::OBJECT, required: &["width"], declared: &["width", "height"], ..rt::ALTERNATIVE },
], ..rt::UNION_TABLE });

union!(Numbers { 0 Counts(Vec<i64>), 1 Ratios(Vec<f64>), 2 Unsigned(u64), 3 Signed(i64) }
rt::UnionTable { name: "Numbers", alternatives: &[
    rt::Alternative { name: "Counts", kinds: rt::Kinds::ARRAY, items: rt::Kinds::INTEGER, ..rt::ALTERNATIVE },
    rt::Alternative { name: "Ratios", kinds: rt::Kinds::ARRAY, items: rt::Kinds::NUMBER, ..rt::ALTERNATIVE },
    rt::Alternative { name: "Unsigned", kinds: rt::Kinds::INTEGER, ..rt::ALTERNATIVE },
    rt::Alternative { name: "Signed", kinds: rt::Kinds::INTEGER, ..rt::ALTERNATIVE },
], ..rt::UNION_TABLE });

small_record!(Listed (0: "?state" "?inner") { state: Option<Status>, inner: Option<bool> });
small_record!(Free (0: "?state" "?inner") { state: Option<String>, inner: Option<String> });

// Both look the same from outside.
union!(Known { 0 Listed(Listed), 1 Free(Free) }
rt::UnionTable { name: "Known", alternatives: &[
    rt::Alternative { name: "Listed", kinds: rt::Kinds::OBJECT, declared: &["state", "inner"], ..rt::ALTERNATIVE },
    rt::Alternative { name: "Free", kinds: rt::Kinds::OBJECT, declared: &["state", "inner"], ..rt::ALTERNATIVE },
], ..rt::UNION_TABLE });

small_record!(Tail (0: "~kind" "?height") { kind: rt::Nullable<i64>, height: Option<f64> });

union!(Sent { 0 Named(Named), 1 Tail(Box<Tail>), 2 Map(rt::Map<String>) }
rt::UnionTable { name: "Sent", alternatives: &[
    rt::Alternative { name: "Named", kinds: rt::Kinds::OBJECT, required: &["name"], declared: &["name"], sent: &[("kind", "\"named\"")], ..rt::ALTERNATIVE },
    rt::Alternative { name: "Tail", kinds: rt::Kinds::OBJECT, members: &[("height", rt::Kinds::NUMBER)], sent: &[("kind", "7")], ..rt::ALTERNATIVE },
    rt::Alternative { name: "Map", kinds: rt::Kinds::OBJECT, sent: &[("kind", "\"map\"")], ..rt::ALTERNATIVE },
], ..rt::UNION_TABLE });

macro_rules! names {
    ($($tens:literal)*) => {
        [$(concat!("!m", $tens, "0"), concat!("!m", $tens, "1"), concat!("!m", $tens, "2"), concat!("!m", $tens, "3"),
           concat!("!m", $tens, "4"), concat!("!m", $tens, "5"), concat!("!m", $tens, "6"), concat!("!m", $tens, "7"),
           concat!("!m", $tens, "8"), concat!("!m", $tens, "9")),*]
    };
}

/// A record of 80 required members.
pub(crate) struct Wide {
    members: [i64; 80],
    extra: rt::Extra,
}

impl rt::Slot for Wide {
    fn blank() -> Self {
        Self { members: [0; 80], extra: rt::blank() }
    }

    fn shape(&self) -> rt::Shape<'_> {
        static TABLE: rt::Table = rt::Table {
            name: "Wide",
            fields: &names!("" 1 2 3 4 5 6 7),
            required: 80,
            ..rt::TABLE
        };
        rt::Shape::Record(&TABLE)
    }

    fn part_mut(&mut self, index: usize) -> &mut dyn rt::Slot {
        match self.members.get_mut(index) {
            Some(member) => member,
            None => &mut self.extra,
        }
    }

    fn part(&self, index: usize) -> &dyn rt::Slot {
        match self.members.get(index) {
            Some(member) => member,
            None => &self.extra,
        }
    }
}

rt::record!(Wide);
rt::record!(Instance, Eq);
rt::map!(Repo, Eq);
rt::enumeration!(Status);
rt::literals!(Code);
rt::sequence!(Pair);
