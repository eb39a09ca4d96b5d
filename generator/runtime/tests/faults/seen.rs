//! What others see of a call: hooks, spans and events.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use callwright_runtime::{
    Body, Credential, ErrorKind, Redirects, Retry, SendBlocking as _, Signer, http,
    transport::BoxError,
};

use crate::api::{GET, PLAIN, builder, json};
use crate::server::{self, Server, Step};

/// Signs the value of a header.
struct Covers;

impl Signer for Covers {
    fn sign(
        &self,
        request: &mut http::Request<Body>,
        _: std::time::SystemTime,
    ) -> Result<(), BoxError> {
        let covered = request.headers().get("x-trace").ok_or("nothing to sign")?.clone();
        request.headers_mut().insert("x-signed", covered);
        Ok(())
    }
}

static SIGNED: callwright_runtime::generated::describe::Operation =
    PLAIN.named("signed", "GET", "/signed").security(&[&[("signature", &[])]]);

#[test]
fn a_hook_changes_a_request_before_it_is_signed() {
    let server = Server::new(|number, _| match number {
        1 => server::answer(302, &[("location", "/x")], ""),
        _ => server::json(200, "1"),
    });
    let client = builder(&server).redirects(Redirects::up_to(1)).on_request(|request| {
        let value = request.uri().path().parse().unwrap();
        request.headers_mut().insert("x-trace", value);
    });
    let client = client.credential("signature", Credential::signer(Covers)).build().unwrap();
    json(&client, &SIGNED).send_blocking().unwrap();
    let signed: Vec<_> =
        server.requests().iter().map(|r| r.header("x-signed").unwrap().to_owned()).collect();
    assert_eq!(signed, ["/signed", "/x"]);
}

#[test]
fn a_hook_sees_the_outcome_of_every_request() {
    let server =
        Server::scripted(vec![server::json(503, "{}"), vec![Step::Close], server::json(200, "1")]);
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    let client = builder(&server).retry(Retry::new().backoff(Duration::ZERO, Duration::ZERO));
    let client = client.on_response(move |exchanged| {
        let status = exchanged.status().map(|status| status.as_u16());
        assert!(exchanged.elapsed() < Duration::from_secs(5));
        assert_eq!(exchanged.headers().is_some(), status.is_some());
        log.lock().unwrap().push((
            exchanged.operation(),
            exchanged.attempt(),
            status,
            exchanged.error_kind(),
        ));
    });
    json(&client.build().unwrap(), &GET).send_blocking().unwrap();
    assert_eq!(
        *seen.lock().unwrap(),
        [
            ("get", 1, Some(503), None),
            ("get", 2, None, Some(ErrorKind::Transport)),
            ("get", 3, Some(200), None),
        ]
    );
}

#[cfg(feature = "tracing")]
mod tracing {
    use std::collections::BTreeMap;
    use std::fmt::{Debug, Write as _};
    use std::sync::{Arc, Mutex};

    use ::tracing::field::{Field, Visit};
    use ::tracing::span::{Attributes, Id, Record};
    use ::tracing::{Event, Metadata, Subscriber};

    use super::*;

    /// Keeps the fields of all spans, and the events as lines.
    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<(BTreeMap<String, String>, Vec<String>)>>);

    struct Fields<'a>(&'a mut BTreeMap<String, String>);

    impl Visit for Fields<'_> {
        fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
            self.0.insert(field.name().to_owned(), format!("{value:?}"));
        }
    }

    impl Subscriber for Kept {
        fn enabled(&self, metadata: &Metadata<'_>) -> bool {
            metadata.target().starts_with("callwright_runtime")
        }
        fn new_span(&self, span: &Attributes<'_>) -> Id {
            span.record(&mut Fields(&mut self.0.lock().unwrap().0));
            Id::from_u64(1)
        }
        fn record(&self, _: &Id, values: &Record<'_>) {
            values.record(&mut Fields(&mut self.0.lock().unwrap().0));
        }
        fn record_follows_from(&self, _: &Id, _: &Id) {}
        fn event(&self, event: &Event<'_>) {
            let mut fields = BTreeMap::new();
            event.record(&mut Fields(&mut fields));
            let mut line = String::new();
            for (name, value) in &fields {
                write!(line, "{name}={value} ").unwrap();
            }
            self.0.lock().unwrap().1.push(line.trim_end().to_owned());
        }
        fn enter(&self, _: &Id) {}
        fn exit(&self, _: &Id) {}
    }

    #[test]
    fn a_call_is_a_span_and_a_request_an_event() {
        let answer = |status, id| server::answer(status, &[("x-request-id", id)], "1");
        let server = Server::scripted(vec![answer(503, "r1"), answer(200, "r2")]);
        let kept = Kept::default();
        ::tracing::subscriber::with_default(kept.clone(), || {
            let retry = Retry::new().backoff(Duration::ZERO, Duration::ZERO);
            let client = builder(&server).retry(retry).build().unwrap();
            let call = callwright_runtime::Request::with(json(&client, &GET), |call| {
                call.set(0, &"s3cret".to_owned()).header("authorization", "s3cret")
            });
            call.send_blocking().map(drop).unwrap();
        });
        let (span, events) = kept.0.lock().unwrap().clone();
        let port = server.authority.rsplit(':').next().unwrap();
        let expected = [
            ("callwright.operation", "\"get\""),
            ("http.request.method", "\"GET\""),
            ("http.request.resend_count", "1"),
            ("http.response.status_code", "200"),
            ("otel.kind", "\"client\""),
            ("otel.name", "GET /get"),
            ("request_id", "\"r2\""),
            ("server.address", "\"127.0.0.1\""),
            ("server.port", port),
            ("url.template", "\"/get\""),
        ];
        let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(span, BTreeMap::from(expected));
        assert_eq!(
            events,
            [
                "callwright.operation=\"get\" http.request.resend_count=0 http.response.status_code=503 \
                 message=response received",
                "callwright.operation=\"get\" http.request.resend_count=1 http.response.status_code=200 \
                 message=response received",
            ]
        );
    }
}
