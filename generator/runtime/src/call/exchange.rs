//! The attempts of a call: each a request that is built, authorized and sent, and its response.

use std::time::Duration;

use http::{HeaderName, HeaderValue, Method, Uri};

use super::Call;
use super::deadlines::Deadlines;
use super::decode::Received;
use super::out_of_time::{ended, no_permit};
use super::trace;
use crate::body::Body;
use crate::client::Authorized;
use crate::error::{Error, Fault, TimeLimit, Tries};
use crate::retry::{Attempt, Decision, Retry, Taken};

/// The state of a call between attempts.
#[derive(Default)]
struct Progress {
    attempts: u32,
    last_answer: Option<Error>,
    has_renewed: bool,
    /// The tokens that the last retry took.
    taken: Option<Taken>,
}

impl Progress {
    /// The tries of a final failure. `is_answer`: the failure is an answer itself.
    fn tries(self, is_answer: bool, not_retried: Option<&'static str>) -> Tries {
        let last_answer = self.last_answer.filter(|_| !is_answer);
        Tries { attempts: self.attempts, last_answer, not_retried }
    }

    /// Keeps the last answer; a failure without one only if nothing was answered yet.
    fn keep(&mut self, failure: Error) {
        if failure.status().is_some() || self.last_answer.is_none() {
            self.last_answer = Some(failure);
        }
    }
}

/// A failed attempt: a response that is a failure, or no response.
enum Failed {
    Answer(Received),
    Fault(Fault),
}

/// The facts about a failed request.
struct Sent {
    method: Method,
    has_key: bool,
    /// A stream can be sent once.
    is_repeatable: bool,
    authorized: Authorized,
}

/// The step after a failed attempt.
enum Next {
    /// Nothing. The reason, if the failure is worth another attempt.
    Stop(Option<&'static str>),
    /// Another attempt at once, with another token.
    Renewed,
    RetryAfter(Duration),
}

impl Call {
    /// Everything between the arguments and decoding.
    pub(super) async fn exchange(self) -> Result<Received, Fault> {
        let span = trace::Span::of(&self);
        let outcome = span.around(self.attempts()).await.map_err(|fault| self.fault(fault));
        span.end(&outcome);
        outcome
    }

    /// Sends the request, with retries.
    async fn attempts(&self) -> Result<Received, Fault> {
        let base = self.base()?;
        let clock = self.client.clock();
        let retry = self.retry.as_ref().unwrap_or(self.client.retry());
        let key = self.idempotency_key()?;
        let mut deadlines = Deadlines::of_call(self.timeout.or(self.client.timeout()), &**clock);
        let mut progress = Progress::default();
        let permit = match self.client.permits() {
            None => None,
            Some(permits) => {
                let waiting = deadlines.run(permits.acquire()).await;
                Some(waiting.map_err(|limit| no_permit(permits.limit(), limit))?)
            }
        };
        loop {
            let request = self.build(&base, key.as_ref())?;
            let mut sent = Sent {
                method: request.method().clone(),
                has_key: key.as_ref().is_some_and(|(name, _)| request.headers().contains_key(name)),
                is_repeatable: request.body().as_bytes().is_some(),
                authorized: Authorized::default(),
            };
            progress.attempts = progress.attempts.saturating_add(1);
            deadlines.begin_attempt(retry.limit_of_attempt(), &**clock);
            let tried = (progress.attempts, &mut sent.authorized);
            let attempt = self.attempt(request, &base, tried, &mut deadlines);
            let outcome = attempt.await;
            deadlines.end_attempt();
            let failed = match outcome {
                Ok(mut received) if !is_failure(&received, retry) => {
                    self.client.retry_budget().put_back(progress.taken);
                    received.tries = progress.tries(true, None);
                    return Ok(received.holding(permit));
                }
                Ok(received) => Failed::Answer(received),
                Err(fault) => Failed::Fault(fault),
            };
            let delay = match self.next(&failed, &sent, retry, &mut progress) {
                Next::Stop(why) => return final_failure(failed, progress, why),
                Next::Renewed => continue,
                Next::RetryAfter(delay) => delay,
            };
            drop(failed);
            if let Err(limit) = deadlines.run(clock.sleep(delay)).await {
                return final_failure(Failed::Fault(ended(limit)), progress, None);
            }
        }
    }

    fn next(
        &self,
        failed: &Failed,
        Sent { method, has_key, is_repeatable, authorized }: &Sent,
        retry: &Retry,
        progress: &mut Progress,
    ) -> Next {
        let can_renew = !progress.has_renewed && authorized.has_source();
        // A failure is only looked at where that can change anything.
        if !is_repeatable || !(can_renew || retry.is_enabled()) {
            return Next::Stop(None);
        }
        if let Failed::Fault(Fault { time_limit: Some(TimeLimit::Call(_)), .. }) = failed {
            return Next::Stop(None);
        }
        let failure = self.failure(failed, progress.attempts);
        if can_renew && failure.is_unauthorized() && authorized.renew() {
            progress.has_renewed = true;
            progress.keep(failure);
            return Next::Renewed;
        }
        let attempt = Attempt { method, has_key: *has_key, failure: &failure };
        let delay = match retry.decide(&attempt, &**self.client.clock()) {
            Decision::Stop => return Next::Stop(None),
            Decision::GiveUp(why) => return Next::Stop(Some(why)),
            Decision::RetryAfter(delay) => delay,
        };
        progress.taken = self.client.retry_budget().take(failure.is_timeout());
        if progress.taken.is_none() {
            return Next::Stop(Some("the client's retry budget is spent"));
        }
        progress.keep(failure);
        Next::RetryAfter(delay)
    }

    /// A failed attempt as an error without its typed body, for decisions.
    fn failure(&self, failed: &Failed, attempts: u32) -> Error {
        let fault = match failed {
            Failed::Answer(received) => received.answer(received.error_kind(), None),
            Failed::Fault(fault) => Fault {
                time_limit: fault.time_limit,
                ..Fault::new(fault.kind, fault.detail.clone())
            },
        };
        let tries = Tries { attempts, ..Tries::default() };
        self.fault(Fault { tries, ..fault }).into()
    }

    /// Builds the request of an attempt. Every attempt of a call has the same idempotency key.
    fn build(
        &self,
        base: &Uri,
        key: Option<&(HeaderName, HeaderValue)>,
    ) -> Result<http::Request<Body>, Fault> {
        let mut request = self.assemble(base)?;
        if let Some((name, value)) = key {
            request.headers_mut().entry(name).or_insert_with(|| value.clone());
        }
        Ok(request)
    }
}

/// Whether a response calls for a decision: it is an error, or the retries list its status.
fn is_failure(received: &Received, retry: &Retry) -> bool {
    let status = received.parts.status;
    status.is_client_error()
        || status.is_server_error()
        || (retry.is_enabled() && retry.lists(status.as_u16()))
}

fn final_failure(
    failed: Failed,
    progress: Progress,
    not_retried: Option<&'static str>,
) -> Result<Received, Fault> {
    match failed {
        Failed::Answer(mut received) => {
            received.tries = progress.tries(true, not_retried);
            Ok(received)
        }
        Failed::Fault(mut fault) => {
            fault.tries = progress.tries(fault.answer.is_some(), not_retried);
            Err(fault)
        }
    }
}
