//! The default transport, the limit on concurrent calls, and blocking calls within a runtime.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use callwright_runtime::transport::Reqwest;
use callwright_runtime::{ErrorKind, SendBlocking as _};

use crate::api::{GET, builder, download, json, text};
use crate::server::{self, Server, Step, send};

#[tokio::test]
async fn a_blocking_call_works_where_a_thread_may_block() {
    blocking_calls().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blocking_call_works_where_a_thread_may_block_among_many() {
    blocking_calls().await;
}

async fn blocking_calls() {
    let server = Server::scripted(vec![server::json(200, "1")]);
    let client = builder(&server).build().unwrap();
    let error = json(&client, &GET).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    let within = client.clone();
    let error = tokio::spawn(async move { json(&within, &GET).send_blocking().unwrap_err() });
    assert_eq!(
        error.await.unwrap().to_string(),
        "get: a blocking call would stop the async task that this thread runs; await the request \
         instead, or call within `spawn_blocking`"
    );
    let called = tokio::task::spawn_blocking(move || {
        let bytes = download(&client).send_blocking().unwrap().into_inner();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut bytes.into_reader(), &mut text).unwrap();
        (json(&client, &GET).send_blocking().unwrap().as_i64(), text)
    });
    assert_eq!(called.await.unwrap(), (Some(1), "1".to_owned()));
}

#[test]
fn concurrent_calls_are_limited() {
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (entered, highest) = (Arc::clone(&now), Arc::clone(&most));
    let server = Server::new(move |_, _| {
        let inside = entered.fetch_add(1, Ordering::SeqCst) + 1;
        highest.fetch_max(inside, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(20));
        entered.fetch_sub(1, Ordering::SeqCst);
        server::json(200, "1")
    });
    let client = builder(&server).concurrent_calls(3).build().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..12 {
            scope.spawn(|| json(&client, &GET).send_blocking().unwrap());
        }
    });
    assert_eq!((server.targets().len(), most.load(Ordering::SeqCst)), (12, 3));
}

#[test]
fn a_streamed_response_is_a_call_until_its_end() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/octet-stream\r\n\r\n1";
    let server = Server::scripted(vec![vec![send(head), Step::Stall], server::json(200, "1")]);
    let short = Duration::from_millis(60);
    let client = builder(&server).concurrent_calls(1).timeout(short).build().unwrap();
    let stream = download(&client).send_blocking().unwrap();
    let error = json(&client, &GET).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(
        text(&error, &server),
        "get: the client's 1 concurrent calls were not complete within 60ms, the timeout of the \
         call; nothing was sent"
    );
    drop(stream);
    json(&client, &GET).send_blocking().unwrap();
}

#[test]
fn the_builder_reaches_every_setting() {
    let server = Server::scripted(vec![server::json(200, "1")]);
    let transport = Reqwest::builder()
        .no_proxy()
        .http1_only()
        .idle_connections(1)
        .idle_connection_timeout(Duration::from_secs(5))
        .local_address("127.0.0.1".parse().unwrap())
        .configure(|reqwest| reqwest.tcp_nodelay(true))
        .build()
        .unwrap();
    let client = builder(&server).transport(transport).build().unwrap();
    json(&client, &GET).send_blocking().unwrap();
    let proxied = Reqwest::builder().proxy(&server.endpoint()).unwrap().build().unwrap();
    let client = builder(&server).endpoint("http://far.invalid").transport(proxied);
    json(&client.build().unwrap(), &GET).send_blocking().unwrap();
    assert_eq!(server.targets(), ["GET /get", "GET http://far.invalid/get"]);
    for error in [
        Reqwest::builder().proxy("no url:").map(drop).unwrap_err(),
        Reqwest::builder()
            .root_certificate(b"no certificate")
            .and_then(|b| b.build().map(drop))
            .unwrap_err(),
        Reqwest::builder().identity(b"no identity").map(drop).unwrap_err(),
    ] {
        assert!(std::error::Error::source(&error).is_some());
    }
}

#[cfg(feature = "gzip")]
#[test]
fn a_compressed_body_is_decoded_and_its_limit_counts_what_comes_out() {
    use base64::Engine as _;

    /// `[1,2]`.
    const SMALL: &str = "H4sIAAAAAAACA4s21DGKBQC/UIsIBQAAAA==";
    /// 300,000 spaces.
    const BOMB: &str = "H4sIAAAAAAACA+3BAQ0AAADCoCrvn9IeDigAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAPgx3yofVOCTBAA=";
    let gzip = |text: &str| {
        let bytes = base64::engine::general_purpose::STANDARD.decode(text).unwrap();
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\n\
             content-length: {}\r\n\r\n",
            bytes.len()
        );
        vec![send(&head), Step::Send(bytes)]
    };
    let server = Server::scripted(vec![gzip(SMALL), gzip(BOMB), gzip("H4sIAAAA")]);
    let transport = Reqwest::builder().gzip().build().unwrap();
    let client = builder(&server).transport(transport).body_limit(100_000).build().unwrap();
    assert_eq!(json(&client, &GET).send_blocking().unwrap().to_string(), "[1,2]");
    assert_eq!(server.requests()[0].header("accept-encoding"), Some("gzip"));
    let error = json(&client, &GET).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
    let error = json(&client, &GET).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
}
