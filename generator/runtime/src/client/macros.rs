/// Defines the client and its builder from the description of an API: `client! { pub struct Client,
/// ClientBuilder => &API }`.
#[doc(hidden)]
#[macro_export]
macro_rules! __client {
    ($(#[$meta:meta])* $visibility:vis struct $client:ident, $builder:ident => $api:expr) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        $visibility struct $client($crate::Client);

        /// Configures and builds a client.
        #[derive(Clone, Debug)]
        #[must_use = "a builder does nothing until it is built"]
        $visibility struct $builder($crate::ClientBuilder);

        impl $client {
            /// Returns a builder with the default settings.
            pub fn builder() -> $builder {
                $builder($crate::ClientBuilder::new($api))
            }

            /// Returns the untyped client.
            #[must_use]
            pub fn as_runtime(&self) -> &$crate::Client {
                &self.0
            }
        }

        impl $builder {
            /// Sends all requests to this URL, including its path, in place of the document's
            /// servers.
            pub fn endpoint(self, url: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(self.0.endpoint(url))
            }

            /// Sets the URL of the document, against which relative servers, such as `/v1`, are
            /// resolved.
            pub fn document_url(self, url: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(self.0.document_url(url))
            }

            /// Sets the transport.
            pub fn transport(self, transport: impl $crate::transport::Transport + 'static) -> Self {
                Self(self.0.transport(transport))
            }

            /// Sets the timeout of a call; 120 seconds by default.
            pub fn timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.timeout(timeout))
            }

            /// Sets the timeout for establishing a connection; 10 seconds by default.
            pub fn connect_timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.connect_timeout(timeout))
            }

            /// Sets the limit on the silence between two pieces of a response; 300 seconds by default.
            pub fn idle_timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.idle_timeout(timeout))
            }

            /// Sets the timeout of a source of credentials; 30 seconds by default.
            pub fn credential_timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.credential_timeout(timeout))
            }

            /// Sends a key in this header with every call whose method is not idempotent, which makes
            /// it repeatable.
            pub fn idempotency_key(self, header: &str) -> Self {
                Self(self.0.idempotency_key(header))
            }

            /// Limits the number of calls at a time; without a limit by default.
            pub fn concurrent_calls(self, most: usize) -> Self {
                Self(self.0.concurrent_calls(most))
            }

            /// Calls `hook` with each request before it gets its credentials.
            #[cfg(not(target_family = "wasm"))]
            pub fn on_request(
                self,
                hook: impl ::core::ops::Fn(&mut $crate::http::Request<$crate::Body>)
                + ::core::marker::Send
                + ::core::marker::Sync
                + 'static,
            ) -> Self {
                Self(self.0.on_request(hook))
            }

            /// Calls `hook` with the outcome of each request.
            #[cfg(not(target_family = "wasm"))]
            pub fn on_response(
                self,
                hook: impl ::core::ops::Fn(&$crate::Exchanged<'_>)
                + ::core::marker::Send
                + ::core::marker::Sync
                + 'static,
            ) -> Self {
                Self(self.0.on_response(hook))
            }

            /// Sets the redirects that calls follow; by default none.
            pub fn redirects(self, redirects: $crate::Redirects) -> Self {
                Self(self.0.redirects(redirects))
            }

            /// Sets the retries; by default nothing is retried.
            pub fn retry(self, retry: $crate::Retry) -> Self {
                Self(self.0.retry(retry))
            }

            /// Adds a header to every request.
            pub fn header(self, name: &str, value: &str) -> Self {
                Self(self.0.header(name, value))
            }

            /// Sets the `User-Agent`.
            pub fn user_agent(self, user_agent: &str) -> Self {
                Self(self.0.user_agent(user_agent))
            }

            /// Sets the clock, the source of time and randomness.
            pub fn clock(self, clock: impl $crate::Clock + 'static) -> Self {
                Self(self.0.clock(clock))
            }

            /// Sets the maximum size of a body in memory in bytes; 64 MiB by default.
            pub fn body_limit(self, bytes: usize) -> Self {
                Self(self.0.body_limit(bytes))
            }

            /// Checks the arguments and the body of every call against the document's constraints,
            /// and refuses to send a violation.
            pub fn check_requests(self) -> Self {
                Self(self.0.check_requests())
            }

            /// Builds the client.
            ///
            /// # Errors
            /// A setting is invalid, or there is no server.
            pub fn build(self) -> ::core::result::Result<$client, $crate::Error> {
                self.0.build().map($client)
            }
        }
    };
}
