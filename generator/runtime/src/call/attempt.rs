//! One attempt of a call: its request, the requests that redirects lead to, and the response.

use std::sync::Arc;

use http::Uri;
use http::response::Parts;

use super::Call;
use super::deadlines::Deadlines;
use super::decode::{BodyMode, Received, ReceivedBody};
use super::out_of_time::{incomplete, no_credential, silent};
use super::redirect::{Follow, Hop, is_redirect, unfollowed};
use super::trace;
use crate::body::{Body, Collected, Idle, collect};
use crate::client::{Authorized, Exchanged};
use crate::error::{ErrorKind, Fault};
use crate::origin::{is_same_origin, keep_harmless};

impl Call {
    /// Sends a request, follows redirects as far as the call allows them, and reads the response as
    /// far as the call needs it.
    ///
    /// Credentials go to the origin of the client's server `home` only, and to no request after one
    /// to another origin.
    pub(super) async fn attempt(
        &self,
        mut request: http::Request<Body>,
        home: &Uri,
        (number, authorized): (u32, &mut Authorized),
        deadlines: &mut Deadlines,
    ) -> Result<Received, Fault> {
        let redirects = self.redirects.unwrap_or(self.client.redirects());
        let mut is_trusted = self.is_trusted || is_same_origin(request.uri(), home);
        let mut followed = 0;
        loop {
            let uri = request.uri().clone();
            let authority = uri.authority().map_or("", |authority| authority.as_str());
            let hop = (redirects.limit() > 0).then(|| Hop::of(&request));
            self.client.hooks().request(&mut request);
            if is_trusted {
                let authorizing = self.client.authorize(self.operation, &mut request);
                *authorized = deadlines.run(authorizing).await.map_err(no_credential)??;
            } else {
                keep_harmless(request.headers_mut());
            }
            let (parts, body) = self.send_one(request, authority, number, deadlines).await?;
            if !is_redirect(self.operation, &parts) {
                return self.read(parts, body, authority, deadlines).await;
            }
            let why = match hop.map(|hop| hop.follow(&parts)) {
                Some(Follow::Next(_)) if followed >= redirects.limit() => {
                    format!("not followed after {followed} others")
                }
                Some(Follow::Next(next)) => {
                    is_trusted &= is_same_origin(next.uri(), &uri);
                    request = *next;
                    followed += 1;
                    continue;
                }
                Some(Follow::Not(why)) => why.to_owned(),
                None => "not followed, since the client follows none".to_owned(),
            };
            let mut received = self.read(parts, body, authority, deadlines).await?;
            received.remark = Some(unfollowed(&uri, &received.parts, &why));
            return Ok(received);
        }
    }

    /// Sends one request, and returns its response once the head has arrived.
    async fn send_one(
        &self,
        request: http::Request<Body>,
        authority: &str,
        attempt: u32,
        deadlines: &mut Deadlines,
    ) -> Result<(Parts, Body), Fault> {
        let hooks = self.client.hooks();
        let clock = self.client.clock();
        let begun = hooks.observe().then(|| clock.now());
        let sending = self.client.transport().send(request);
        let outcome = match deadlines.run(sending).await {
            Ok(Ok(response)) => Ok(response.into_parts()),
            Ok(Err(error)) => Err(Fault::transport(error, authority)),
            Err(limit) => Err(silent(authority, limit)),
        };
        let seen = outcome.as_ref().map(|(parts, _)| parts);
        trace::exchanged(self.operation, attempt, seen);
        if let Some(begun) = begun {
            let elapsed = clock.now().duration_since(begun).unwrap_or_default();
            hooks.response(&Exchanged {
                operation: self.operation,
                attempt,
                elapsed,
                outcome: seen,
            });
        }
        outcome
    }

    /// Reads the body of a response, or leaves it to be streamed.
    async fn read(
        &self,
        parts: Parts,
        body: Body,
        authority: &str,
        deadlines: &mut Deadlines,
    ) -> Result<Received, Fault> {
        let body = match self.idle_timeout.or(self.client.idle_timeout()) {
            Some(limit) => body.limited(Idle::new(Arc::clone(self.client.clock()), limit)),
            None => body,
        };
        let limit = match self.body_mode(&parts) {
            BodyMode::Stream => return Ok(self.received(parts, ReceivedBody::Stream(body))),
            BodyMode::Buffer(limit) => limit,
        };
        let success = parts.status.is_success();
        let collected = deadlines.run(collect(body, limit)).await;
        let collected = collected.map_err(|limit| incomplete(authority, &parts, limit))?;
        match collected.map_err(|error| Fault::transport(error, authority))? {
            Collected::All(bytes) => Ok(self.received(parts, ReceivedBody::Bytes(bytes, false))),
            Collected::Beyond(bytes) => {
                let received = self.received(parts, ReceivedBody::Bytes(bytes, true));
                // The beginning of an error body is enough.
                if success { Err(too_large(&received, limit)) } else { Ok(received) }
            }
        }
    }
}

fn too_large(received: &Received, limit: usize) -> Fault {
    let detail = format!(
        "the server answered {}, but its body is larger than {limit} bytes; raise the client's \
         body limit",
        received.parts.status.as_u16()
    );
    Fault { detail, ..received.answer(ErrorKind::BodyTooLarge, None) }
}
