//! Tokens that expire, are refused or do not come.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use callwright_runtime::credential::{
    AccessToken, ClientAuthentication, ClientCredentials, RefreshToken, TokenCache,
};
use callwright_runtime::transport::{Reqwest, Transport, TransportFuture};
use callwright_runtime::{
    Body, Client, Clock, Credential, ErrorKind, Json, Secret, SendBlocking as _, SystemClock, http,
};

use crate::api::{SCOPED, SECURED, SECURED_POST, builder, json, text};
use crate::server::{self, Server};

/// A server that accepts the newest of the tokens `t1`, `t2`, …
fn guarded(newest: Arc<AtomicU32>) -> Server {
    Server::new(move |_, request| {
        let token = format!("Bearer t{}", newest.load(Ordering::SeqCst));
        match request.header("authorization") {
            Some(given) if given == token => server::json(200, "1"),
            _ => server::json(401, r#"{"code":"EXPIRED"}"#),
        }
    })
}

/// A source whose tokens are `t1`, `t2`, …, and how often it was asked.
fn counted() -> (TokenCache, Arc<AtomicU32>) {
    let fetched = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&fetched);
    let source = TokenCache::new(move |_| {
        let number = count.fetch_add(1, Ordering::SeqCst) + 1;
        async move {
            SystemClock.sleep(Duration::from_millis(20)).await;
            Ok::<_, std::io::Error>(AccessToken::new(format!("t{number}")))
        }
    });
    (source, fetched)
}

#[test]
fn a_token_is_kept_and_a_refused_one_is_replaced_for_the_same_call() {
    let newest = Arc::new(AtomicU32::new(1));
    let server = guarded(Arc::clone(&newest));
    let (source, fetched) = counted();
    let client = builder(&server).credential("bearer", Credential::source(source));
    let client = client.build().unwrap();
    json(&client, &SECURED).send_blocking().unwrap();
    json(&client, &SECURED).send_blocking().unwrap();
    assert_eq!(fetched.load(Ordering::SeqCst), 1);
    newest.store(2, Ordering::SeqCst);
    // A POST too: a server that refuses a token has not acted.
    json(&client, &SECURED_POST).send_blocking().unwrap();
    assert_eq!(fetched.load(Ordering::SeqCst), 2);
    let sent: Vec<_> =
        server.requests().iter().map(|r| r.header("authorization").unwrap().to_owned()).collect();
    assert_eq!(sent, ["Bearer t1", "Bearer t1", "Bearer t1", "Bearer t2"]);
}

#[test]
fn a_second_refusal_is_final() {
    let server = guarded(Arc::new(AtomicU32::new(999)));
    let (source, fetched) = counted();
    let client = builder(&server).credential("bearer", Credential::source(source));
    let client = client.build().unwrap();
    let error = json(&client, &SECURED).send_blocking().unwrap_err();
    assert_eq!(
        text(&error, &server),
        "secured: the server answered 401 Unauthorized, EXPIRED; attempt 2"
    );
    assert_eq!((server.targets().len(), fetched.load(Ordering::SeqCst)), (2, 2));
    // A token without a source is not sent again.
    let client = builder(&server).credential("bearer", Credential::bearer("t1")).build().unwrap();
    assert_eq!(json(&client, &SECURED).send_blocking().unwrap_err().attempts(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_calls_with_an_expired_token_share_one_refresh() {
    let newest = Arc::new(AtomicU32::new(1));
    let server = guarded(Arc::clone(&newest));
    let (source, fetched) = counted();
    let client = builder(&server).credential("bearer", Credential::source(source));
    let client = client.build().unwrap();
    json(&client, &SECURED).into_call_and_send().await;
    newest.store(2, Ordering::SeqCst);
    let calls = (0..100).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { json(&client, &SECURED).into_call_and_send().await })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap();
    }
    assert_eq!(fetched.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_refresh_goes_on_where_its_first_caller_gives_up() {
    let server = guarded(Arc::new(AtomicU32::new(1)));
    let (source, fetched) = counted();
    let client = builder(&server).credential("bearer", Credential::source(source));
    let client = client.build().unwrap();
    let first = json(&client, &SECURED).into_call_and_send();
    let gave_up = tokio::time::timeout(Duration::from_millis(5), first).await;
    assert!(gave_up.is_err());
    json(&client, &SECURED).into_call_and_send().await;
    assert_eq!(fetched.load(Ordering::SeqCst), 1);
}

/// A clock that is set by hand.
#[derive(Clone, Debug)]
struct Set(Arc<Mutex<SystemTime>>);

impl Set {
    fn new() -> Self {
        Self(Arc::new(Mutex::new(SystemTime::UNIX_EPOCH)))
    }

    fn to(&self, second: u64) {
        *self.0.lock().unwrap() = at(second);
    }
}

fn at(second: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(second)
}

impl Clock for Set {
    fn now(&self) -> SystemTime {
        *self.0.lock().unwrap()
    }
    fn sleep(&self, duration: Duration) -> callwright_runtime::transport::BoxFuture<'static, ()> {
        SystemClock.sleep(duration)
    }
    /// The whole of every random delay.
    fn random(&self) -> u64 {
        u64::MAX
    }
}

/// The seconds at which tokens of an hour are fetched, if calls are made at `calls`; a fetch at one
/// of `failures` fails.
fn fetches(calls: &[u64], failures: &'static [u64]) -> (Vec<u64>, Vec<bool>) {
    let server = Server::scripted(vec![server::json(200, "1")]);
    let clock = Set::new();
    let fetched = Arc::new(Mutex::new(Vec::new()));
    let (count, time) = (Arc::clone(&fetched), clock.clone());
    let source = TokenCache::new(move |_| {
        let now = time.now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
        count.lock().unwrap().push(now);
        let token = AccessToken::new("t").expires_at(at(now + 3600));
        let failed = failures.contains(&now);
        async move { if failed { Err(std::io::Error::other("the vault is shut")) } else { Ok(token) } }
    });
    let client = builder(&server).clock(clock.clone());
    let client = client.credential("bearer", Credential::source(source)).build().unwrap();
    let outcomes = calls.iter().map(|second| {
        clock.to(*second);
        json(&client, &SECURED).send_blocking().is_ok()
    });
    let outcomes = outcomes.collect();
    let fetched = fetched.lock().unwrap().clone();
    (fetched, outcomes)
}

#[test]
fn a_token_is_renewed_up_to_ten_minutes_before_its_end() {
    // An hour less 5 minutes, and with this clock's random numbers less another 5.
    assert_eq!(fetches(&[0, 2999, 3000, 3001], &[]), (vec![0, 3000], vec![true; 4]));
    // An early renewal that fails does no harm, and is tried again after 30 seconds.
    assert_eq!(
        fetches(&[0, 3000, 3001, 3030, 3031], &[3000]),
        (vec![0, 3000, 3030], vec![true; 5])
    );
    // Without a valid token, the failure is the call's.
    assert_eq!(fetches(&[0, 3600, 3601], &[3600]), (vec![0, 3600, 3601], vec![true, false, true]));
}

#[test]
fn a_source_that_fails_is_named_with_its_reason() {
    let server = Server::scripted(vec![server::json(200, "1")]);
    let source = TokenCache::new(|_| async { Err(std::io::Error::other("the vault is shut")) });
    let client = builder(&server).credential("bearer", Credential::source(source)).build().unwrap();
    let error = json(&client, &SECURED).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(
        text(&error, &server),
        "secured: the token source of `bearer` failed: the vault is shut"
    );
    assert_eq!(server.targets(), [""; 0]);
}

/// A transport for both servers: `tokens.invalid` is the second one.
#[derive(Clone, Debug)]
struct Both {
    http: Reqwest,
    tokens: String,
}

impl Transport for Both {
    fn send(&self, mut request: http::Request<Body>) -> TransportFuture {
        let uri = request.uri().to_string().replace("tokens.invalid", &self.tokens);
        *request.uri_mut() = uri.parse().unwrap();
        self.http.send(request)
    }
}

/// A client of `api` whose tokens come from `tokens`.
fn client(api: &Server, tokens: &Server, credential: Credential) -> Client {
    let http = Reqwest::new(Duration::from_secs(5)).unwrap();
    let transport = Both { http, tokens: tokens.authority.clone() };
    builder(api).transport(transport).credential("oauth", credential).build().unwrap()
}

/// The parameters of a token request, in order of their names.
fn form(request: &server::Request) -> BTreeMap<String, String> {
    form_urlencoded::parse(&request.body).into_owned().collect()
}

fn parameters(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

const TOKEN: &str = r#"{"access_token":"a1","token_type":"bearer","expires_in":"3600"}"#;

#[test]
fn client_credentials_are_exchanged_for_a_token_of_the_operation_s_scopes() {
    let api = Server::scripted(vec![server::json(200, "1")]);
    let tokens = Server::scripted(vec![server::json(200, TOKEN)]);
    let source = ClientCredentials::new("me & you", "s:c");
    let called = client(&api, &tokens, Credential::source(source.clone()));
    json(&called, &SCOPED).send_blocking().unwrap();
    json(&called, &SCOPED).send_blocking().unwrap();
    let asked = tokens.requests();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].target(), "POST /token");
    // base64("me%20%26%20you:s%3Ac")
    assert_eq!(asked[0].header("authorization"), Some("Basic bWUlMjAlMjYlMjB5b3U6cyUzQWM="));
    assert_eq!(
        form(&asked[0]),
        parameters(&[("grant_type", "client_credentials"), ("scope", "read write")])
    );
    assert_eq!(api.requests()[0].header("authorization"), Some("Bearer a1"));

    let source = source.authentication(ClientAuthentication::Post).scopes(["all"]);
    let source = source.parameter("audience", "zoo");
    json(&client(&api, &tokens, Credential::source(source)), &SCOPED).send_blocking().unwrap();
    assert_eq!(tokens.requests()[1].header("authorization"), None);
    assert_eq!(
        form(&tokens.requests()[1]),
        parameters(&[
            ("audience", "zoo"),
            ("client_id", "me & you"),
            ("client_secret", "s:c"),
            ("grant_type", "client_credentials"),
            ("scope", "all"),
        ])
    );
}

#[test]
fn a_refresh_token_is_replaced_by_the_one_that_the_server_gives() {
    let api =
        Server::new(
            |number, _| {
                if number == 1 { server::json(401, "{}") } else { server::json(200, "1") }
            },
        );
    let tokens = Server::scripted(vec![
        server::json(200, r#"{"access_token":"a1","refresh_token":"r2"}"#),
        server::json(200, r#"{"access_token":"a2","refresh_token":"r3"}"#),
    ]);
    let stored = Arc::new(Mutex::new(Vec::new()));
    let store = Arc::clone(&stored);
    let source = RefreshToken::new("me", "r1")
        .on_rotation(move |token: &Secret| store.lock().unwrap().push(token.expose().to_owned()));
    json(&client(&api, &tokens, Credential::source(source)), &SCOPED).send_blocking().unwrap();
    let asked = tokens.requests();
    let sent = |index: usize| (asked[index].target(), form(&asked[index]));
    let expected = |token| {
        parameters(&[
            ("client_id", "me"),
            ("grant_type", "refresh_token"),
            ("refresh_token", token),
        ])
    };
    assert_eq!(
        [sent(0), sent(1)],
        [("POST /refresh", expected("r1")), ("POST /refresh", expected("r2"))]
    );
    assert_eq!(*stored.lock().unwrap(), ["r2", "r3"]);
    assert_eq!(api.requests()[1].header("authorization"), Some("Bearer a2"));
}

/// The message of a call whose token request is answered so.
fn refused(answer: Vec<server::Step>) -> String {
    let api = Server::scripted(vec![server::json(200, "1")]);
    let tokens = Server::scripted(vec![answer]);
    let source = Credential::source(ClientCredentials::new("me", "s3cret"));
    let error = json(&client(&api, &tokens, source), &SCOPED).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(format!("{error:?}").matches("s3cret").count(), 0);
    assert_eq!(api.targets(), [""; 0]);
    text(&error, &api)
}

#[test]
fn a_token_server_s_error_is_shown() {
    let why = r#"{"error":"invalid_client","error_description":"unknown\nclient"}"#;
    assert_eq!(
        [
            refused(server::json(401, why)),
            refused(server::answer(500, &[], "<html>")),
            refused(server::json(200, "{}")),
            refused(server::json(200, r#"{"access_token":"a","token_type":"mac"}"#)),
            refused(server::answer(302, &[("location", "http://127.0.0.1:1/")], "")),
        ],
        [
            "scoped: the token source of `oauth` failed: the token server answered 401, \
             invalid_client: unknown client",
            "scoped: the token source of `oauth` failed: the token server answered 500",
            "scoped: the token source of `oauth` failed: the token server answered without a \
             usable token: `access_token` is missing",
            "scoped: the token source of `oauth` failed: the token server answered without a \
             usable token: `token_type` is not `Bearer`",
            "scoped: the token source of `oauth` failed: the token server answered 302",
        ]
    );
}

#[test]
fn each_set_of_scopes_has_a_token_of_its_own() {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let source = TokenCache::new(move |scopes: Vec<String>| {
        count.fetch_add(1, Ordering::SeqCst);
        async move { Ok::<_, std::io::Error>(AccessToken::new(scopes.join("+"))) }
    });
    let source = Arc::new(source);
    let token = |scopes: &[&str]| {
        use callwright_runtime::TokenSource as _;
        pollster::block_on(source.token(scopes)).unwrap().expose().to_owned()
    };
    assert_eq!([token(&["a"]), token(&["a", "b"]), token(&["a"])], ["a", "a+b", "a"]);
    assert_eq!(asked.load(Ordering::SeqCst), 2);
}

impl<T> crate::api::Typed<T>
where
    T: callwright_runtime::generated::Payload + Send,
{
    async fn into_call_and_send(self) -> T {
        use callwright_runtime::Request as _;
        let sent = self.into_call().send::<T, callwright_runtime::NoHeaders, Json>();
        sent.await.unwrap().into_inner()
    }
}
