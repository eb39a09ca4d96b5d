use super::Error;

/// What a call tried before it failed.
#[derive(Debug, Default)]
pub(crate) struct Tries {
    /// The number of attempts that were begun.
    pub(crate) attempts: u32,
    /// The last failed attempt that the server answered.
    pub(crate) last_answer: Option<Error>,
    /// Why a failure that is worth another attempt did not get one.
    pub(crate) not_retried: Option<&'static str>,
}
