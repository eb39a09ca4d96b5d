use super::Media;

/// The statuses that a response applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusPattern {
    /// One status code.
    Exact(u16),
    /// `4XX`: a class of status codes, by its first digit.
    Range(u8),
    /// `default`: every status without a response of its own.
    Otherwise,
}

/// A response of an operation: its statuses, and the media types of its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Response {
    pub(crate) status: StatusPattern,
    pub(crate) media: &'static [Media],
    pub(crate) variant: usize,
}

impl Response {
    const fn new(status: StatusPattern, media: &'static [Media]) -> Self {
        Self { status, media, variant: 0 }
    }

    /// Describes a response for one status code.
    #[must_use]
    pub const fn status(code: u16, media: &'static [Media]) -> Self {
        Self::new(StatusPattern::Exact(code), media)
    }

    /// Describes a response for a class of status codes, such as 4 for `4XX`.
    #[must_use]
    pub const fn range(class: u8, media: &'static [Media]) -> Self {
        Self::new(StatusPattern::Range(class), media)
    }

    /// Describes the response for every other status (`default`).
    #[must_use]
    pub const fn otherwise(media: &'static [Media]) -> Self {
        Self::new(StatusPattern::Otherwise, media)
    }

    /// Sets the variant of the output or error type for a response without a media type, and so
    /// without a body; 0 by default.
    #[must_use]
    pub const fn variant(mut self, variant: usize) -> Self {
        self.variant = variant;
        self
    }
}
