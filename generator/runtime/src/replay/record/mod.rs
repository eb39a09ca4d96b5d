//! Recording of the exchanges of a transport.

pub(super) mod custom;
mod prefix;
mod recorder;
mod save;
mod tee;
mod write;

#[cfg(test)]
mod tests;

use std::path::Path;

pub use recorder::Recorder;

use self::tee::{Side, tee};
use super::error::ReplayError;
use crate::body::Body;
use crate::transport::{Transport, TransportFuture};

impl Recorder {
    /// Returns the recording so far as a HAR file. Exchanges in progress, and bodies that were not
    /// read to the end, are included as far as they were received.
    ///
    /// # Errors
    /// The JSON encoder failed, which is not known to happen.
    pub fn to_har_string(&self) -> Result<String, ReplayError> {
        write::har_text(&self.log(), &self.settings.redaction)
    }

    /// Writes the recording so far to a file, atomically.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), ReplayError> {
        let path = path.as_ref();
        save::replace_file(path, self.to_har_string()?.as_bytes())
            .map_err(|error| error.in_file(path))
    }
}

impl Transport for Recorder {
    fn send(&self, request: http::Request<Body>) -> TransportFuture {
        let recorder = self.clone();
        Box::pin(async move {
            let Some(index) = recorder.begin(&request) else {
                return recorder.inner.send(request).await;
            };
            let request = request.map(|body| tee(body, &recorder, index, Side::Request));
            match recorder.inner.send(request).await {
                Ok(response) => {
                    recorder.answered(index, &response);
                    Ok(response.map(|body| tee(body, &recorder, index, Side::Response)))
                }
                Err(error) => {
                    recorder.failed(index, &error);
                    Err(error)
                }
            }
        })
    }
}
