#[cfg(feature = "url")]
use super::Uri;
use super::{Base64, DateTime, Uuid};
use crate::model::{from_json, to_json};

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

#[cfg(any(feature = "chrono", feature = "jiff"))]
fn refused<T>(converted: Result<T, super::ConvertError>) -> String {
    converted.err().map(|error| error.to_string()).unwrap_or_default()
}

#[cfg(feature = "url")]
#[test]
fn a_uri_becomes_a_url_and_back() {
    let url: url::Url = Uri::from("https://example.com/a").to().unwrap();
    assert_eq!(url.path(), "/a");
    assert_eq!(Uri::from(url), "https://example.com/a");
    let error = Uri::from("/a").to::<url::Url>().unwrap_err();
    assert_eq!(error.to_string(), "\"/a\" is not an absolute URL: relative URL without a base");
    assert_eq!(error.text(), "/a");
}

#[cfg(feature = "uuid")]
#[test]
fn a_uuid_becomes_that_of_uuid_and_back() {
    let id: uuid::Uuid = Uuid::from("6FA459EAEE8A3CA4894EDB77E160355E").to().unwrap();
    assert_eq!(Uuid::from(id), "6fa459ea-ee8a-3ca4-894e-db77e160355e");
    let long = "x".repeat(100);
    let error = Uuid::from(long.clone()).to::<uuid::Uuid>().unwrap_err();
    let shown = error.to_string();
    assert!(shown.starts_with(&format!("\"{}…\" is not a UUID: ", "x".repeat(64))), "{shown}");
    assert_eq!(error.text(), long);
}

#[cfg(feature = "jiff")]
mod of_jiff {
    use jiff::civil;
    use jiff::{SignedDuration, Span, Timestamp};

    use super::super::{Date, DateTime, Duration, Time};
    use super::refused;

    #[test]
    fn times_become_those_of_jiff() {
        let instant: Timestamp = DateTime::from("2025-03-09T12:00:00+08:00").to().unwrap();
        assert_eq!(instant.as_second(), 1_741_492_800);
        assert_eq!(Date::from("2025-03-09").to::<civil::Date>().unwrap(), civil::date(2025, 3, 9));
        let time: civil::Time = Time::from("12:30:00+08:00").to().unwrap();
        assert_eq!(time, civil::time(12, 30, 0, 0));
        assert_eq!(Duration::from("PT1H30M").to::<Span>().unwrap().get_minutes(), 30);
        let fixed: SignedDuration = Duration::from("P1DT1S").to().unwrap();
        assert_eq!(fixed.as_secs(), 86_401);
        assert!(Duration::from("P1M").to::<SignedDuration>().is_err());
        let shown = refused(DateTime::from("yesterday").to::<Timestamp>());
        assert!(shown.starts_with("\"yesterday\" is not an instant: "), "{shown}");
    }

    #[test]
    fn times_come_from_those_of_jiff() {
        assert_eq!(DateTime::from(Timestamp::UNIX_EPOCH), "1970-01-01T00:00:00Z");
        let zoned = Timestamp::UNIX_EPOCH.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(8)));
        assert_eq!(DateTime::from(&zoned), "1970-01-01T08:00:00+08:00");
        assert_eq!(Date::from(civil::date(2025, 3, 9)), "2025-03-09");
        assert_eq!(Time::from(civil::time(12, 30, 0, 0)), "12:30:00");
        assert_eq!(Duration::from(SignedDuration::from_secs(5400)), "PT1H30M");
    }
}

#[cfg(feature = "chrono")]
mod of_chrono {
    use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};

    use super::super::{Date, DateTime, Duration, Time};
    use super::refused;

    #[test]
    fn times_become_those_of_chrono_and_back() {
        let text = "2025-03-09T12:00:00.5+08:00";
        let instant: chrono::DateTime<FixedOffset> = DateTime::from(text).to().unwrap();
        assert_eq!(DateTime::from(instant), "2025-03-09T12:00:00.500+08:00");
        let instant: chrono::DateTime<Utc> = DateTime::from(text).to().unwrap();
        assert_eq!(DateTime::from(instant), "2025-03-09T04:00:00.500Z");
        let date: NaiveDate = Date::from("2025-03-09").to().unwrap();
        assert_eq!(Date::from(date), "2025-03-09");
        let time: NaiveTime = Time::from("12:30:00+08:00").to().unwrap();
        assert_eq!(Time::from(time), "12:30:00");
        for (text, shown) in [("PT1H30M", "PT1H30M"), ("-PT1.5S", "-PT1.5S"), ("P1D", "PT24H")] {
            let delta: TimeDelta = Duration::from(text).to().unwrap();
            assert_eq!(Duration::from(delta), shown, "{text}");
        }
        let shown = refused(DateTime::from("yesterday").to::<chrono::DateTime<Utc>>());
        assert!(shown.starts_with("\"yesterday\" is not an instant: "), "{shown}");
        let shown = refused(Duration::from("P1M").to::<TimeDelta>());
        assert!(shown.starts_with("\"P1M\" is not a duration of fixed length: "), "{shown}");
    }
}
