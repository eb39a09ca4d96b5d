use super::Media;

/// Which statuses a response object is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusPattern {
    /// One status code.
    Exact(u16),
    /// `4XX`: a class of status codes, by its first digit.
    Range(u8),
    /// `default`: what no other response is for.
    Otherwise,
}

/// A response of an operation: statuses, and the media types of the body.
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

    /// A response for one status code.
    #[must_use]
    pub const fn status(code: u16, media: &'static [Media]) -> Self {
        Self::new(StatusPattern::Exact(code), media)
    }

    /// A response for a class of status codes, such as 4 for `4XX`.
    #[must_use]
    pub const fn range(class: u8, media: &'static [Media]) -> Self {
        Self::new(StatusPattern::Range(class), media)
    }

    /// The response for every other status (`default`).
    #[must_use]
    pub const fn otherwise(media: &'static [Media]) -> Self {
        Self::new(StatusPattern::Otherwise, media)
    }

    /// Which variant of the output or error type it fills when it declares no
    /// media type, and so has no body; 0 by default.
    #[must_use]
    pub const fn variant(mut self, variant: usize) -> Self {
        self.variant = variant;
        self
    }
}
