/// The names of the query parameters in which a request has credentials, as an extension of the
/// request: a recording redacts them, although nobody told it the API.
#[derive(Clone, Debug, Default)]
pub(crate) struct SecretNames(pub(crate) Vec<String>);
