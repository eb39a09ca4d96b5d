use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

use super::SignError;

/// The SHA-256 hash of the empty input.
pub(super) const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// Hashes with SHA-256, in lower-case hexadecimal.
pub(super) fn sha256(data: &[u8]) -> String {
    hexadecimal(&Sha256::digest(data))
}

/// Computes HMAC-SHA256, in lower-case hexadecimal.
pub(super) fn hmac_sha256(key: &[u8], data: &[u8]) -> Result<String, SignError> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(|_| SignError::SecretKey)?;
    mac.update(data);
    Ok(hexadecimal(&mac.finalize().into_bytes()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0xf)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_has_a_hash() {
        assert_eq!(sha256(b""), EMPTY);
    }

    /// FIPS 180-4, the example "abc".
    #[test]
    fn sha_256_is_the_published_one() {
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    /// RFC 4231, test case 2.
    #[test]
    fn hmac_is_the_published_one() {
        assert_eq!(
            hmac_sha256(b"Jefe", b"what do ya want for nothing?"),
            Ok("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843".to_owned())
        );
    }
}
