//! Lists that arrive a page at a time.

use std::sync::{Arc, Mutex};

use callwright_runtime::{
    Body, ErrorKind, Request as _, http,
    transport::{Transport, TransportFuture},
};

use crate::pets;

/// Three pages, by the parameter `limit`; it cannot give the second one the first time.
#[derive(Clone, Debug, Default)]
struct Shelf {
    asked: Arc<Mutex<Vec<String>>>,
}

impl Shelf {
    fn first(&self) -> pets::GetPet {
        let client = pets::Client::builder().zoo("z").transport(self.clone()).build().unwrap();
        client.pets().get_pet("p").limit(1)
    }
}

impl Transport for Shelf {
    fn send(&self, request: http::Request<Body>) -> TransportFuture {
        let query = request.uri().query().unwrap_or_default().to_owned();
        let mut asked = self.asked.lock().unwrap();
        let fails = query == "limit=2" && !asked.contains(&query);
        asked.push(query.clone());
        let page = query.trim_start_matches("limit=");
        let response = http::Response::builder().status(if fails { 503 } else { 200 });
        let response = response.header("content-type", "application/json");
        let body = format!(r#"{{"id":"{page}"}}"#);
        Box::pin(std::future::ready(Ok(response.body(Body::from(body)).unwrap())))
    }
}

/// The request of the page after one of the first two.
fn after(page: &pets::Pet, request: pets::GetPet) -> Option<pets::GetPet> {
    let number: i64 = page.id.parse().ok()?;
    (number < 3).then(|| request.limit(number + 1))
}

#[test]
fn each_page_leads_to_the_next_and_an_error_to_the_same_again() {
    let shelf = Shelf::default();
    let mut pages = shelf.first().pages(|page, request| after(page, request));
    let mut seen = Vec::new();
    while let Some(page) = pollster::block_on(pages.next()) {
        seen.push(page.map(|page| page.id.clone()).map_err(|error| error.kind()));
    }
    let page = |number: &str| Ok(number.to_owned());
    assert_eq!(seen, [page("1"), Err(ErrorKind::Documented), page("2"), page("3")]);
    assert_eq!(*shelf.asked.lock().unwrap(), ["limit=1", "limit=2", "limit=2", "limit=3"]);
}

#[test]
fn blocking_pages_end_at_an_error() {
    let shelf = Shelf::default();
    let pages = || shelf.first().pages(|page, request| after(page, request)).blocking();
    assert_eq!(pages().map(|page| page.is_ok()).collect::<Vec<_>>(), [true, false]);
    assert_eq!(pages().map(|page| page.is_ok()).collect::<Vec<_>>(), [true, true, true]);
}
