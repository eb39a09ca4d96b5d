//! Real TLS: the default transport trusts whom it should, and nobody else.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::Arc;
use std::thread::JoinHandle;

use callwright_runtime::{ErrorKind, Reqwest, SendBlocking};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::pets;

/// Serves one answer with a certificate of its own, and gives what it was sent.
fn serve() -> (String, Vec<u8>, JoinHandle<Option<String>>) {
    let issued = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let certificate = issued.cert.der().clone();
    let trusted = certificate.to_vec();
    let key = PrivateKeyDer::try_from(issued.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    let thread = std::thread::spawn(move || {
        let (socket, _) = listener.accept().unwrap();
        let connection = ServerConnection::new(Arc::new(config)).unwrap();
        let mut stream = StreamOwned::new(connection, socket);
        let mut head = vec![0; 4096];
        let length = stream.read(&mut head).ok()?;
        stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").ok()?;
        Some(String::from_utf8_lossy(&head[..length]).lines().next()?.to_owned())
    });
    (endpoint, trusted, thread)
}

#[test]
fn a_certificate_that_is_trusted_is_enough() {
    let (endpoint, trusted, served) = serve();
    // The default provider of the process is what `Reqwest::new` sets.
    Reqwest::new(std::time::Duration::from_secs(1)).unwrap();
    let http = reqwest::Client::builder()
        .tls_certs_only([reqwest::Certificate::from_der(&trusted).unwrap()])
        .build()
        .unwrap();
    let transport = Reqwest::from_client(http);
    let client = pets::Client::builder().endpoint(endpoint).transport(transport).build().unwrap();
    assert_eq!(client.pets().ping().send_blocking().unwrap().http_status(), 204);
    assert_eq!(served.join().unwrap().as_deref(), Some("POST /ping HTTP/1.1"));
}

#[test]
fn a_certificate_of_nobody_is_refused_before_anything_is_sent() {
    let (endpoint, _, served) = serve();
    let client = pets::Client::builder().endpoint(endpoint).build().unwrap();
    let error = client.pets().ping().send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_eq!(served.join().unwrap(), None);
}
