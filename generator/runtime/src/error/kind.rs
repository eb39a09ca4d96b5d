/// The kinds of failure of a call, in the order in which they can occur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client is not set up as it has to be. Nothing was sent.
    Configuration,
    /// An argument cannot be sent. Nothing was sent.
    InvalidArgument,
    /// No credential meets what the operation requires. Nothing was sent.
    MissingCredential,
    /// A credential was there, but its token could not be obtained or its
    /// signature not be made. Nothing was sent.
    Credential,
    /// No connection to the server came about. Nothing was sent.
    Connect,
    /// Time ran out; the server may have acted nevertheless.
    Timeout,
    /// The exchange broke off; the server may have acted nevertheless.
    Transport,
    /// The server answered with an error that the document describes.
    Documented,
    /// The server answered with a status that the document does not describe.
    Undocumented,
    /// The server's answer is not what the document describes.
    Decode,
    /// The server's answer is larger than the client accepts.
    BodyTooLarge,
}
