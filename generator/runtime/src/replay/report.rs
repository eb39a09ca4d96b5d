use std::fmt;

use http::Method;

use super::difference::Difference;

/// A recorded request in a report.
///
/// ```
/// use callwright_runtime::replay::Replay;
///
/// fn unused(replay: &Replay) -> Vec<String> {
///     // `log.entries[2] DELETE /v1/pets/7`
///     replay.unused().iter().map(ToString::to_string).collect()
/// }
/// # let _ = unused;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedRequest {
    pub(super) entry: usize,
    pub(super) method: Method,
    pub(super) target: String,
}

impl RecordedRequest {
    /// Its index in `log.entries`, from 0.
    #[must_use]
    pub fn entry(&self) -> usize {
        self.entry
    }

    /// The method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path and query, without secret values.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.target
    }
}

/// `log.entries[2] DELETE /v1/pets/7`
impl fmt::Display for RecordedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { entry, method, target } = self;
        write!(f, "log.entries[{entry}] {method} {target}")
    }
}

/// A request that matched no recorded exchange.
///
/// ```
/// use callwright_runtime::replay::Replay;
///
/// fn unexpected(replay: &Replay) -> Vec<String> {
///     let requests = replay.unmatched();
///     requests.iter().map(|request| format!("{} {}", request.method(), request.target())).collect()
/// }
/// # let _ = unexpected;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnmatchedRequest {
    pub(super) method: Method,
    pub(super) target: String,
    pub(super) nearest: Vec<(RecordedRequest, Difference)>,
}

impl UnmatchedRequest {
    /// The method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path and query, without secret values.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.target
    }

    /// The recorded requests for the same path with their differences; if there are none, those for
    /// other paths. At most 20.
    #[must_use]
    pub fn nearest(&self) -> &[(RecordedRequest, Difference)] {
        &self.nearest
    }
}

/// `GET /v1/pets/7 (log.entries[2] DELETE /v1/pets/7 has another method)`
impl fmt::Display for UnmatchedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} (", self.method, self.target)?;
        for (index, (recorded, difference)) in self.nearest.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(f, "{separator}{recorded} {difference}")?;
        }
        if self.nearest.is_empty() {
            f.write_str("nothing is recorded")?;
        }
        f.write_str(")")
    }
}
