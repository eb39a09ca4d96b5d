// The client of the guide's examples: what callwright generates for a small document, and a
// transport that answers without a network. Only doctests include this file.

use callwright_runtime::generated::{self as rt, describe};
use callwright_runtime::transport::{Transport, TransportFuture};
use callwright_runtime::{Body, http};

#[non_exhaustive]
pub struct Pet {
    pub id: i64,
    pub name: String,
    extra: rt::Extra,
}

impl rt::Slot for Pet {
    fn blank() -> Self {
        Self { id: rt::blank(), name: rt::blank(), extra: rt::blank() }
    }
    fn shape(&self) -> rt::Shape<'_> {
        static TABLE: rt::Table =
            rt::Table { name: "Pet", fields: &["!id", "!name"], required: 3, ..rt::TABLE };
        rt::Shape::Record(&TABLE)
    }
    fn part_mut(&mut self, index: usize) -> &mut dyn rt::Slot {
        match index {
            0 => &mut self.id,
            1 => &mut self.name,
            _ => &mut self.extra,
        }
    }
    fn part(&self, index: usize) -> &dyn rt::Slot {
        match index {
            0 => &self.id,
            1 => &self.name,
            _ => &self.extra,
        }
    }
}

rt::record!(Pet);

static JSON: &[describe::Media] = &[describe::Media::json("application/json")];

static API: describe::Api = describe::Api::new("Pets", "1", "pets/1.0")
    .servers(&[describe::Server::new("https://pets.example/v1")])
    .error(describe::ErrorMembers {
        code: &["code"],
        message: &["message"],
        request_id: &["request_id"],
    });

static LIST_PETS: describe::Operation = describe::Operation::new("listPets", "GET", "/pets")
    .parameters(&[describe::Parameter::query("after")])
    .success(&[describe::Response::status(200, JSON)])
    .failure(&[describe::Response::status(404, JSON)]);

static GET_PHOTO: describe::Operation = describe::Operation::new("getPhoto", "GET", "/photo")
    .success(&[describe::Response::status(
        200,
        &[describe::Media::stream("application/octet-stream")],
    )]);

rt::client! {
    /// A client of pets.
    pub struct Client, ClientBuilder => &API
}

impl Client {
    pub fn list_pets(&self) -> ListPets {
        ListPets(self.as_runtime().call(&LIST_PETS))
    }
    pub fn get_photo(&self) -> GetPhoto {
        GetPhoto(self.as_runtime().call(&GET_PHOTO))
    }
}

#[derive(Clone, Debug)]
pub struct ListPets(rt::Call);

impl ListPets {
    pub fn after(self, id: i64) -> Self {
        Self(self.0.set(0, &id))
    }
}

#[derive(Clone, Debug)]
pub struct GetPhoto(rt::Call);

rt::operations! {
    ListPets: Vec<Pet>, rt::NoHeaders, rt::Json;
    GetPhoto: rt::ByteStream, rt::NoHeaders, rt::NoError;
}

/// Answers every request with a status and a JSON body, or what a function of the query gives.
#[derive(Clone, Debug)]
pub struct Canned(pub fn(&str) -> (u16, &'static str));

impl Transport for Canned {
    fn send(&self, request: http::Request<Body>) -> TransportFuture {
        let (status, body) = (self.0)(request.uri().query().unwrap_or_default());
        let mut response = http::Response::new(Body::from(body.to_owned()));
        *response.status_mut() = http::StatusCode::from_u16(status).unwrap();
        let json = http::HeaderValue::from_static("application/json");
        response.headers_mut().insert("content-type", json);
        Box::pin(std::future::ready(Ok(response)))
    }
}
