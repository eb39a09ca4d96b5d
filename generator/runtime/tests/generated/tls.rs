//! Real TLS: the default transport trusts whom it should, and nobody else.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use callwright_runtime::{ErrorKind, SendBlocking, transport::Reqwest};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig, ServerConnection, StreamOwned};

use crate::pets;

/// Serves one answer with a certificate of its own, and gives what it was sent. A caller has to show that it is
/// `client`, where there is one.
fn serve(client: Option<CertificateDer<'static>>) -> (String, Vec<u8>, JoinHandle<Option<String>>) {
    let issued = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let certificate = issued.cert.der().clone();
    let trusted = certificate.to_vec();
    let key = PrivateKeyDer::try_from(issued.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = client.map_or_else(WebPkiClientVerifier::no_client_auth, |client| {
        let mut roots = RootCertStore::empty();
        roots.add(client).unwrap();
        let provider = Arc::clone(&provider);
        WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider).build().unwrap()
    });
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_client_cert_verifier(verifier)
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

/// A client of that server alone, which shows `identity` where there is one.
fn client(endpoint: &str, trusted: &[u8], identity: Option<reqwest::Identity>) -> pets::Client {
    // The default provider of the process is what `Reqwest::new` sets.
    Reqwest::new(Duration::from_secs(1)).unwrap();
    let certificate = reqwest::Certificate::from_der(trusted).unwrap();
    let http = reqwest::Client::builder().tls_certs_only([certificate]);
    let http = match identity {
        Some(identity) => http.identity(identity),
        None => http,
    };
    let transport = Reqwest::from_client(http.build().unwrap());
    pets::Client::builder().endpoint(endpoint).transport(transport).build().unwrap()
}

#[test]
fn a_certificate_that_is_trusted_is_enough() {
    let (endpoint, trusted, served) = serve(None);
    let client = client(&endpoint, &trusted, None);
    assert_eq!(client.pets().ping().send_blocking().unwrap().http_status(), 204);
    assert_eq!(served.join().unwrap().as_deref(), Some("POST /ping HTTP/1.1"));
}

#[test]
fn a_certificate_of_nobody_is_refused_before_anything_is_sent() {
    let (endpoint, _, served) = serve(None);
    let client = pets::Client::builder().endpoint(endpoint).build().unwrap();
    let error = client.pets().ping().send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_eq!(served.join().unwrap(), None);
}

#[test]
fn a_client_shows_its_own_certificate_where_the_server_asks() {
    let issued = rcgen::generate_simple_self_signed(vec!["client".to_owned()]).unwrap();
    let pem = issued.cert.pem() + &issued.signing_key.serialize_pem();
    let (endpoint, trusted, served) = serve(Some(issued.cert.der().clone()));
    let identity = reqwest::Identity::from_pem(pem.as_bytes()).unwrap();
    let client = client(&endpoint, &trusted, Some(identity));
    assert_eq!(client.pets().ping().send_blocking().unwrap().http_status(), 204);
    assert_eq!(served.join().unwrap().as_deref(), Some("POST /ping HTTP/1.1"));
}

#[test]
fn a_client_without_the_certificate_that_the_server_asks_for_is_told() {
    let issued = rcgen::generate_simple_self_signed(vec!["client".to_owned()]).unwrap();
    let (endpoint, trusted, served) = serve(Some(issued.cert.der().clone()));
    let client = client(&endpoint, &trusted, None);
    let error = client.pets().ping().send_blocking().unwrap_err();
    // Since TLS 1.3 the refusal arrives only when the request is on its way.
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(served.join().unwrap(), None);
}
