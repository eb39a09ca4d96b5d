/// Implements sending for request builders, which are tuple structs around a [`Call`](crate::Call).
///
/// `operations! { DeletePet: Deleted, DeletePetHeaders, PetError; … }` implements
/// [`Request`](crate::Request) and `IntoFuture`, and gives each builder
/// `send()`, `call()` and `into_request()`.
#[doc(hidden)]
#[macro_export]
macro_rules! __operations {
    ($($builder:ident: $output:ty, $headers:ty, $error:ty);* $(;)?) => {
        $(
            impl $crate::Request for $builder {
                type Output = $output;
                type Headers = $headers;
                type Error = $error;

                fn into_call(self) -> $crate::Call {
                    self.0
                }

                fn from_call(call: $crate::Call) -> Self {
                    Self(call)
                }
            }

            impl ::core::future::IntoFuture for $builder {
                type Output = ::core::result::Result<
                    $crate::Response<$output, $headers>,
                    $crate::Error<$error>,
                >;
                type IntoFuture = $crate::ResponseFuture<$output, $headers, $error>;

                fn into_future(self) -> Self::IntoFuture {
                    self.0.send()
                }
            }

            impl $builder {
                /// Sends the request; awaiting the builder itself does the same.
                pub fn send(self) -> $crate::ResponseFuture<$output, $headers, $error> {
                    self.0.send()
                }

                /// Returns the underlying call.
                pub fn call(&self) -> &$crate::Call {
                    &self.0
                }

                /// Returns the request as it would be sent, but without credentials.
                pub fn into_request(
                    self,
                ) -> ::core::result::Result<$crate::http::Request<$crate::Body>, $crate::Error> {
                    self.0.into_request()
                }
            }
        )*
    };
}
