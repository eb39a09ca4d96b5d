use super::{Base64, DateTime, Uri, Uuid};
use crate::{from_json, to_json};

#[test]
fn a_text_that_does_not_fit_its_format_is_kept_and_sent_back() {
    let value: DateTime = from_json(br#""yesterday""#).unwrap();
    assert_eq!(value.as_str(), "yesterday");
    assert_eq!(to_json(&value).unwrap(), br#""yesterday""#);
}

#[test]
fn bytes_are_read_from_either_alphabet_with_or_without_padding() {
    for text in ["-_8=", "-_8", "+/8=", "+/8", "+/\r\n8="] {
        assert_eq!(Base64::from(text).decode().unwrap(), [0xFB, 0xFF], "{text}");
    }
    assert_eq!(Base64::from("+_").decode().ok(), None);
    assert_eq!(Base64::from("a").decode().ok(), None);
    assert_eq!(Base64::encode([0xFB, 0xFF]).as_str(), "+/8=");
    assert_eq!(Base64::encode_url_safe([0xFB, 0xFF]).as_str(), "-_8");
}

#[test]
fn a_uuid_gives_its_bits() {
    assert_eq!(
        Uuid::from("6fa459ea-ee8a-3ca4-894e-db77e160355e").as_u128(),
        Some(0x6fa4_59ea_ee8a_3ca4_894e_db77_e160_355e)
    );
    assert_eq!(
        Uuid::from("6FA459EAEE8A3CA4894EDB77E160355E").as_u128(),
        Some(0x6fa4_59ea_ee8a_3ca4_894e_db77_e160_355e)
    );
    assert_eq!(Uuid::from("6fa459eaee8a-3ca4-894e-db77-e160355e").as_u128(), None);
    assert_eq!(Uuid::from("+fa459eaee8a3ca4894edb77e160355e").as_u128(), None);
}

#[test]
fn a_uri_gives_its_parts() {
    assert_eq!(Uri::from("https://example.com/a").to_url().unwrap().path(), "/a");
    assert_eq!(Uri::from("/a").to_url(), Err(url::ParseError::RelativeUrlWithoutBase));
}

#[cfg(feature = "jiff")]
#[test]
fn times_become_those_of_jiff() {
    use super::{Date, Duration, Time};
    assert_eq!(
        DateTime::from("2025-03-09T12:00:00+08:00").to_timestamp().unwrap().as_second(),
        1_741_492_800
    );
    assert_eq!(DateTime::from("yesterday").to_timestamp().ok(), None);
    assert_eq!(Date::from("2025-03-09").to_date().unwrap(), jiff::civil::date(2025, 3, 9));
    assert_eq!(Time::from("12:30:00+08:00").to_time().unwrap(), jiff::civil::time(12, 30, 0, 0));
    assert_eq!(Duration::from("PT1H30M").to_span().unwrap().get_minutes(), 30);
}
