//! Bytes as strings (RFC 4648).

use std::fmt;

use ::base64::Engine;
use ::base64::alphabet;
use ::base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::Base64;

const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT);

impl Base64 {
    /// Encodes bytes in the standard alphabet with padding (RFC 4648 section 4).
    #[must_use]
    pub fn encode(bytes: impl AsRef<[u8]>) -> Self {
        Self(STANDARD.encode(bytes))
    }

    /// Encodes bytes in the URL-safe alphabet without padding (RFC 4648 section 5).
    #[must_use]
    pub fn encode_url_safe(bytes: impl AsRef<[u8]>) -> Self {
        Self(URL_SAFE.encode(bytes).trim_end_matches('=').to_owned())
    }

    /// Decodes the bytes, in either alphabet, padded or not; line breaks are skipped.
    pub fn decode(&self) -> Result<Vec<u8>, NotBase64> {
        let text: Vec<u8> = self.0.bytes().filter(|byte| !matches!(byte, b'\r' | b'\n')).collect();
        let url_safe = text.iter().any(|byte| matches!(byte, b'-' | b'_'));
        let engine = if url_safe { URL_SAFE } else { STANDARD };
        engine.decode(text).map_err(|_| NotBase64(()))
    }
}

impl From<&[u8]> for Base64 {
    fn from(bytes: &[u8]) -> Self {
        Self::encode(bytes)
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self::encode(bytes)
    }
}

/// A string that is not base64 in either alphabet.
///
/// ```
/// use callwright_runtime::format::Base64;
///
/// assert!(Base64::from("not base64!".to_owned()).decode().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotBase64(());

impl fmt::Display for NotBase64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text is not base64")
    }
}

impl std::error::Error for NotBase64 {}
