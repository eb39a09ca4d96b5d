/// Makes the client and its builder out of the description of an API:
/// `client! { pub struct Client, ClientBuilder => &API }`.
#[doc(hidden)]
#[macro_export]
macro_rules! __client {
    ($(#[$meta:meta])* $visibility:vis struct $client:ident, $builder:ident => $api:expr) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        $visibility struct $client($crate::Client);

        /// Sets a client up.
        #[derive(Clone, Debug)]
        #[must_use = "a builder does nothing until it is built"]
        $visibility struct $builder($crate::ClientBuilder);

        impl $client {
            /// Begins to set a client up.
            pub fn builder() -> $builder {
                $builder($crate::ClientBuilder::new($api))
            }

            /// The client without its types.
            #[must_use]
            pub fn as_runtime(&self) -> &$crate::Client {
                &self.0
            }
        }

        impl $builder {
            /// Sends all requests to this URL, its path included, instead of
            /// the servers of the document.
            pub fn endpoint(self, url: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(self.0.endpoint(url))
            }

            /// Resolves servers that the document gives as relative references,
            /// such as `/v1`, against this URL, from which it was retrieved.
            pub fn document_url(self, url: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(self.0.document_url(url))
            }

            /// Sends requests by this transport.
            pub fn transport(self, transport: impl $crate::transport::Transport + 'static) -> Self {
                Self(self.0.transport(transport))
            }

            /// Gives up a call after this long; 120 seconds by default.
            pub fn timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.timeout(timeout))
            }

            /// Gives up opening a connection after this long; 10 seconds by default.
            pub fn connect_timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.connect_timeout(timeout))
            }

            /// Sends calls again as this says; by default nothing is sent again.
            pub fn retry(self, retry: $crate::Retry) -> Self {
                Self(self.0.retry(retry))
            }

            /// Adds a header to every request.
            pub fn header(self, name: &str, value: &str) -> Self {
                Self(self.0.header(name, value))
            }

            /// Sends this `User-Agent`.
            pub fn user_agent(self, user_agent: &str) -> Self {
                Self(self.0.user_agent(user_agent))
            }

            /// Takes time and chance from this clock.
            pub fn clock(self, clock: impl $crate::Clock + 'static) -> Self {
                Self(self.0.clock(clock))
            }

            /// Accepts bodies in memory up to this many bytes; 64 MiB by default.
            pub fn body_limit(self, bytes: usize) -> Self {
                Self(self.0.body_limit(bytes))
            }

            /// Checks the arguments and the body of every call against the
            /// constraints of the document, and sends none that breaks any.
            pub fn check_requests(self) -> Self {
                Self(self.0.check_requests())
            }

            /// The client.
            ///
            /// # Errors
            /// Something set is not valid, or there is no server to send to.
            pub fn build(self) -> ::core::result::Result<$client, $crate::Error> {
                self.0.build().map($client)
            }
        }
    };
}
