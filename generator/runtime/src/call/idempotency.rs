//! Idempotency keys: one for all attempts of a call, by which a server recognises repetitions.

use http::{HeaderName, HeaderValue, Method};

use super::Call;
use crate::encode::header_value;
use crate::error::Fault;
use crate::retry::is_idempotent;

impl Call {
    /// The header for the key of this call, with a new key. The operation's own header is sent
    /// whatever the method; that of the whole API or client only where the method is not idempotent
    /// by itself.
    pub(super) fn idempotency_key(&self) -> Result<Option<(HeaderName, HeaderValue)>, Fault> {
        let Some(name) = self.key_header()? else { return Ok(None) };
        let clock = self.client.clock();
        let value = header_value(&uuid(clock.random(), clock.random()))
            .map_err(|refusal| Fault::configuration(format!("the idempotency key: {refusal}")))?;
        Ok(Some((name, value)))
    }

    fn key_header(&self) -> Result<Option<HeaderName>, Fault> {
        let named = |name: &str| {
            HeaderName::from_bytes(name.as_bytes())
                .map(Some)
                .map_err(|_| Fault::configuration(format!("`{name}` is not the name of a header")))
        };
        if let Some(own) = self.operation.idempotency_key {
            return named(own);
        }
        let is_idempotent = Method::from_bytes(self.operation.method.as_bytes())
            .is_ok_and(|method| is_idempotent(&method));
        match (self.client.idempotency_key(), self.client.api().idempotency_key) {
            _ if is_idempotent => Ok(None),
            (Some(of_client), _) => Ok(Some(of_client.clone())),
            (None, Some(of_api)) => named(of_api),
            (None, None) => Ok(None),
        }
    }
}

/// A random UUID (RFC 9562, version 4).
fn uuid(high: u64, low: u64) -> String {
    let high = high & !0xF000 | 0x4000;
    let low = low & !(0b11 << 62) | 0b10 << 62;
    format!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xFFFF,
        high & 0xFFFF,
        low >> 48,
        low & 0xFFFF_FFFF_FFFF
    )
}

#[cfg(test)]
mod tests {
    use super::uuid;

    #[test]
    fn a_key_is_a_uuid_of_version_4() {
        assert_eq!(uuid(0, 0), "00000000-0000-4000-8000-000000000000");
        assert_eq!(uuid(u64::MAX, u64::MAX), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(
            uuid(0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210),
            "01234567-89ab-4def-bedc-ba9876543210"
        );
    }
}
