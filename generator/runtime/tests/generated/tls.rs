//! Real TLS: the default transport trusts whom it should, and nobody else.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::Arc;
use std::thread::JoinHandle;

use callwright_runtime::{ErrorKind, Retry, SendBlocking, transport::Reqwest};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig, ServerConnection, StreamOwned};

use crate::pets;

/// Serves one answer with a certificate of its own, and gives what it was sent. A caller has to show that it is
/// `client`, where there is one.
fn serve(client: Option<CertificateDer<'static>>) -> (String, Vec<u8>, JoinHandle<Option<String>>) {
    serve_as(rcgen::CertificateParams::new(vec!["localhost".to_owned()]).unwrap(), client)
}

/// The same with these facts in the server's certificate.
fn serve_as(
    parameters: rcgen::CertificateParams,
    client: Option<CertificateDer<'static>>,
) -> (String, Vec<u8>, JoinHandle<Option<String>>) {
    let signing_key = rcgen::KeyPair::generate().unwrap();
    let certificate = parameters.self_signed(&signing_key).unwrap().der().clone();
    let trusted = certificate.to_vec();
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).unwrap();
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
fn client(endpoint: &str, trusted: &[u8], identity: Option<&str>) -> pets::Client {
    let transport = Reqwest::builder().only_root_certificate(trusted).unwrap();
    let transport = match identity {
        Some(pem) => transport.identity(pem.as_bytes()).unwrap(),
        None => transport,
    };
    let transport = transport.build().unwrap();
    // A certificate that is not valid would not be after another attempt.
    let builder = pets::Client::builder().endpoint(endpoint).retry(Retry::new());
    builder.transport(transport).build().unwrap()
}

/// The message of a call to a server with this certificate.
fn refused(parameters: rcgen::CertificateParams) -> String {
    let (endpoint, trusted, served) = serve_as(parameters, None);
    let error = client(&endpoint, &trusted, None).pets().ping().send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Certificate);
    assert_eq!(error.attempts(), 1);
    assert_eq!(served.join().unwrap(), None);
    error.to_string().replace(endpoint.trim_start_matches("https://"), "HOST")
}

#[test]
fn a_certificate_that_is_not_valid_is_named_and_not_asked_for_again() {
    let parameters = || rcgen::CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    let mut expired = parameters();
    expired.not_after = rcgen::date_time_ymd(2020, 1, 1);
    let mut early = parameters();
    early.not_before = rcgen::date_time_ymd(2999, 1, 1);
    let other = rcgen::CertificateParams::new(vec!["other.example".to_owned()]).unwrap();
    assert_eq!(
        [refused(expired), refused(early), refused(other)],
        [
            "ping: no trusted connection to HOST: the certificate of the server has expired",
            "ping: no trusted connection to HOST: the certificate of the server is not valid yet; \
             check the clock of this machine",
            "ping: no trusted connection to HOST: the certificate of the server is for another host",
        ]
    );
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
    let client = pets::Client::builder().endpoint(&*endpoint).build().unwrap();
    let error = client.pets().ping().send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Certificate);
    assert_eq!(
        error.to_string().replace(endpoint.trim_start_matches("https://"), "HOST"),
        "ping: no trusted connection to HOST: the issuer of the certificate of the server is not \
         trusted; add it as a root certificate of the transport if it should be"
    );
    assert_eq!(served.join().unwrap(), None);
}

#[test]
fn a_client_shows_its_own_certificate_where_the_server_asks() {
    let issued = rcgen::generate_simple_self_signed(vec!["client".to_owned()]).unwrap();
    let pem = issued.cert.pem() + &issued.signing_key.serialize_pem();
    let (endpoint, trusted, served) = serve(Some(issued.cert.der().clone()));
    let client = client(&endpoint, &trusted, Some(&pem));
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
    assert_eq!(error.kind(), ErrorKind::Certificate);
    assert_eq!(
        error.to_string().replace(endpoint.trim_start_matches("https://"), "HOST"),
        "ping: no trusted connection to HOST: the server requires a client certificate; set the \
         identity of the transport"
    );
    assert_eq!(served.join().unwrap(), None);
}
