//! The client: what `callwright` would write for a small document.

use callwright_runtime::generated::{self as rt, describe};

#[non_exhaustive]
pub struct Pet {
    pub id: String,
    pub age: Option<i64>,
    extra: rt::Extra,
}

impl Pet {
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..rt::blank() }
    }
}

impl rt::Slot for Pet {
    fn blank() -> Self {
        Self { id: rt::blank(), age: rt::blank(), extra: rt::blank() }
    }

    fn shape(&self) -> rt::Shape<'_> {
        static TABLE: rt::Table =
            rt::Table { name: "Pet", fields: &["!id", "?age"], required: 1, ..rt::TABLE };
        rt::Shape::Record(&TABLE)
    }
    fn part_mut(&mut self, index: usize) -> &mut dyn rt::Slot {
        match index {
            0 => &mut self.id,
            1 => &mut self.age,
            _ => &mut self.extra,
        }
    }
    fn part(&self, index: usize) -> &dyn rt::Slot {
        match index {
            0 => &self.id,
            1 => &self.age,
            _ => &self.extra,
        }
    }
}

#[non_exhaustive]
pub struct Failure {
    pub error_code: Option<String>,
    pub error_msg: Option<String>,
    extra: rt::Extra,
}

impl rt::Slot for Failure {
    fn blank() -> Self {
        Self { error_code: rt::blank(), error_msg: rt::blank(), extra: rt::blank() }
    }

    fn shape(&self) -> rt::Shape<'_> {
        static TABLE: rt::Table =
            rt::Table { name: "Failure", fields: &["?error_code", "?error_msg"], ..rt::TABLE };
        rt::Shape::Record(&TABLE)
    }
    fn part_mut(&mut self, index: usize) -> &mut dyn rt::Slot {
        match index {
            0 => &mut self.error_code,
            1 => &mut self.error_msg,
            _ => &mut self.extra,
        }
    }
    fn part(&self, index: usize) -> &dyn rt::Slot {
        match index {
            0 => &self.error_code,
            1 => &self.error_msg,
            _ => &self.extra,
        }
    }
}

rt::record!(Pet);
rt::record!(Failure);

#[allow(clippy::struct_field_names, reason = "they are the names of the document")]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPetHeaders {
    pub x_request_id: Option<String>,
    pub x_ratelimit: Option<i64>,
    pub x_tags: Option<Vec<String>>,
}

impl rt::HeaderRecord for GetPetHeaders {
    fn table(&self) -> &'static rt::Table {
        static TABLE: rt::Table = rt::Table {
            name: "GetPetHeaders",
            fields: &["?X-Request-Id", "?X-RateLimit", "?X-Tags"],
            ..rt::TABLE
        };
        &TABLE
    }
    fn slot(&mut self, index: usize) -> &mut dyn rt::Slot {
        match index {
            0 => &mut self.x_request_id,
            1 => &mut self.x_ratelimit,
            _ => &mut self.x_tags,
        }
    }
}

/// An output of several shapes.
#[derive(Debug)]
pub enum PutPetOutput {
    Replaced(Pet),
    Note(rt::Text),
    File(rt::Bytes),
    NoContent,
}

impl rt::Payload for PutPetOutput {
    fn variant(index: usize) -> Self {
        match index {
            0 => Self::Replaced(rt::blank()),
            1 => Self::Note(rt::Text::default()),
            2 => Self::File(rt::Bytes::default()),
            _ => Self::NoContent,
        }
    }
    fn target(&mut self) -> rt::BodyTarget<'_> {
        match self {
            Self::Replaced(value) => rt::BodyTarget::json(value),
            Self::Note(value) => rt::BodyTarget::text(value),
            Self::File(value) => rt::BodyTarget::Bytes(value),
            Self::NoContent => rt::BodyTarget::Empty,
        }
    }
    fn source(&self) -> Option<&dyn rt::Slot> {
        match self {
            Self::Replaced(value) => Some(value),
            Self::Note(_) | Self::File(_) | Self::NoContent => None,
        }
    }
}

pub static API: describe::Api = describe::Api::new("Pets", "v1", "pets/1.0")
    .servers(&[describe::Server::new("https://{region}.pets.example/{base}").variables(&[
        describe::Variable::new("region", "eu").values(&["eu", "us"]),
        describe::Variable::new("base", "v1/api"),
    ])])
    .parameters(&["zoo"])
    .security_schemes(&[
        ("token", describe::SecurityScheme::api_key(describe::Location::Header, "X-Auth-Token")),
        ("key", describe::SecurityScheme::api_key(describe::Location::Query, "api key")),
        ("session", describe::SecurityScheme::api_key(describe::Location::Cookie, "sid")),
        ("password", describe::SecurityScheme::basic()),
        ("bearer", describe::SecurityScheme::bearer()),
        ("signature", describe::SecurityScheme::signer("TEST")),
    ])
    .error(describe::ErrorMembers {
        code: &["error_code"],
        message: &["error_message", "error_msg"],
        request_id: &["request_id"],
    })
    .predicates(&[("not_found", &["Pets.6309"])])
    .request_id("X-Request-Id");

static JSON: &[describe::Media] = &[describe::Media::json("application/json")];

static GET_PET: describe::Operation =
    describe::Operation::new("getPet", "GET", "/{zoo}/pets/{pet_id}")
        .parameters(&[
            describe::Parameter::path("zoo").client(),
            describe::Parameter::path("pet_id"),
            describe::Parameter::query("limit"),
            describe::Parameter::query("tags"),
            describe::Parameter::header("X-Trace"),
            describe::Parameter::cookie("c"),
        ])
        .success(&[describe::Response::status(200, JSON)])
        .failure(&[
            describe::Response::status(400, JSON),
            describe::Response::status(404, &[]),
            describe::Response::range(5, JSON),
        ])
        .security(&[&[("token", &[])], &[]]);

static PUT_PET: describe::Operation = describe::Operation::new("putPet", "PUT", "/pets/{pet_id}")
    .parameters(&[describe::Parameter::path("pet_id")])
    .body(describe::RequestBody::required(&[
        describe::Media::json("application/json"),
        describe::Media::form("application/x-www-form-urlencoded"),
        describe::Media::stream("application/octet-stream"),
        describe::Media::multipart("multipart/form-data"),
    ]))
    .success(&[
        describe::Response::status(
            200,
            &[
                describe::Media::json("application/json"),
                describe::Media::text("text/plain").variant(1),
                describe::Media::bytes("image/*").variant(2),
            ],
        ),
        describe::Response::status(204, &[]).variant(3),
    ])
    .failure(&[describe::Response::otherwise(JSON)]);

static LIST: describe::Operation = describe::Operation::new("list", "GET", "/list")
    .success(&[describe::Response::range(2, JSON)])
    .security(&[
        &[("key", &[]), ("session", &[])],
        &[("password", &[])],
        &[("bearer", &["read"])],
        &[("signature", &[])],
    ]);

static DOWNLOAD: describe::Operation = describe::Operation::new("download", "GET", "/file")
    .success(&[describe::Response::status(
        200,
        &[describe::Media::stream("application/octet-stream")],
    )]);

static PING: describe::Operation = describe::Operation::new("ping", "POST", "/ping");

rt::client! {
    /// A client of pets.
    pub struct Client, ClientBuilder => &API
}

impl ClientBuilder {
    pub fn region(self, region: impl Into<String>) -> Self {
        Self(self.0.variable("region", region))
    }
    pub fn zoo(self, zoo: impl Into<String>) -> Self {
        Self(self.0.parameter("zoo", &zoo.into()))
    }
    pub fn credential(self, scheme: &str, credential: rt::Credential) -> Self {
        Self(self.0.credential(scheme, credential))
    }
}

impl Client {
    pub fn pets(&self) -> Pets<'_> {
        Pets(self.as_runtime())
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(&'a rt::Client);

impl Pets<'_> {
    pub fn get_pet(self, pet_id: impl Into<String>) -> GetPet {
        GetPet(self.0.call(&GET_PET).set(1, &pet_id.into()))
    }
    pub fn put_pet(self, pet_id: impl Into<String>) -> PutPet {
        PutPet(self.0.call(&PUT_PET).set(0, &pet_id.into()))
    }
    pub fn list(self) -> List {
        List(self.0.call(&LIST))
    }
    pub fn download(self) -> Download {
        Download(self.0.call(&DOWNLOAD))
    }
    pub fn ping(self) -> Ping {
        Ping(self.0.call(&PING))
    }
}

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct GetPet(rt::Call);

impl GetPet {
    pub fn limit(self, limit: impl Into<i64>) -> Self {
        Self(self.0.set(2, &limit.into()))
    }
    pub fn tags(self, tags: impl Into<Vec<String>>) -> Self {
        Self(self.0.set(3, &tags.into()))
    }
    pub fn trace(self, trace: impl Into<String>) -> Self {
        Self(self.0.set(4, &trace.into()))
    }
    pub fn c(self, c: impl Into<String>) -> Self {
        Self(self.0.set(5, &c.into()))
    }
}

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct PutPet(rt::Call);

impl PutPet {
    pub fn json(self, body: impl Into<Pet>) -> Self {
        Self(self.0.json(0, &body.into()))
    }
    pub fn form(self, body: impl Into<Pet>) -> Self {
        Self(self.0.form(1, &body.into()))
    }
    pub fn multipart(self, body: impl Into<Pet>) -> Self {
        Self(self.0.multipart(3, &body.into()))
    }
    pub fn parts(self, body: rt::Multipart) -> Self {
        Self(self.0.parts(3, body))
    }
    pub fn file(self, body: impl Into<rt::ByteStream>) -> Self {
        Self(self.0.stream(2, body))
    }
}

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct List(rt::Call);

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct Download(rt::Call);

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct Ping(rt::Call);

rt::operations! {
    GetPet: Pet, GetPetHeaders, Failure;
    PutPet: PutPetOutput, rt::NoHeaders, Failure;
    List: Vec<Pet>, rt::NoHeaders, rt::NoError;
    Download: rt::ByteStream, rt::NoHeaders, rt::NoError;
    Ping: (), rt::NoHeaders, rt::NoError;
}
