use std::fmt;

use crate::transport::BoxError;

/// Why a recording cannot be used, or was not used as it should.
#[derive(Debug)]
pub struct ReplayError {
    message: String,
    source: Option<BoxError>,
}

impl ReplayError {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), source: None }
    }

    pub(super) fn source(mut self, source: impl Into<BoxError>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// The same, about a file.
    pub(super) fn within(self, file: &str) -> Self {
        Self { message: format!("{file}: {}", self.message), ..self }
    }
}

impl fmt::Display for ReplayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ReplayError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let source: &(dyn std::error::Error + 'static) = self.source.as_deref()?;
        Some(source)
    }
}
