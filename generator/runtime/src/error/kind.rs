/// The kinds of failure of a call, in the order in which they can occur.
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// use callwright_runtime::{ErrorKind, SendBlocking};
///
/// # let canned = pets::Canned(|_| (404, r#"{"code":"no-pets"}"#));
/// # let client = pets::Client::builder().transport(canned).build().unwrap();
/// let error = client.list_pets().send_blocking().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Documented);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client is misconfigured. Nothing was sent.
    Configuration,
    /// An argument cannot be sent. Nothing was sent.
    InvalidArgument,
    /// No credential satisfies the operation's security requirements. Nothing was sent.
    MissingCredential,
    /// A token could not be obtained, or a request not be signed. Nothing was sent.
    Credential,
    /// The connection could not be established. Nothing was sent.
    Connect,
    /// The certificate of the server is not valid, or the server refused the client's. Nothing was
    /// sent, and another attempt would fail as well.
    Certificate,
    /// The call timed out; the server may have acted nevertheless.
    Timeout,
    /// The connection broke; the server may have acted nevertheless.
    Transport,
    /// The server responded with a documented error.
    Documented,
    /// The server responded with an undocumented status.
    Undocumented,
    /// The response does not match the document.
    Decode,
    /// The response exceeds the client's size limit.
    BodyTooLarge,
}
