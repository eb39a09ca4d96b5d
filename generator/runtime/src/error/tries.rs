use super::Error;

/// The attempts of a call before it failed.
#[derive(Debug, Default)]
pub(crate) struct Tries {
    /// The number of attempts that were begun.
    pub(crate) attempts: u32,
    /// The last failed attempt that the server answered.
    pub(crate) last_answer: Option<Error>,
    /// The reason why a transient failure was not retried.
    pub(crate) not_retried: Option<&'static str>,
}
