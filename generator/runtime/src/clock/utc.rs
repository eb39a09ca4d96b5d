//! The calendar date and the time of day of a moment, in UTC.

use std::time::{SystemTime, UNIX_EPOCH};

const DAY: i64 = 24 * 60 * 60;
/// The Gregorian calendar repeats after 400 years.
const DAYS_OF_400_YEARS: i64 = 146_097;

/// A moment in UTC, on the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Utc {
    pub(crate) year: i64,
    pub(crate) month: u8,
    pub(crate) day: i64,
    pub(crate) hour: i64,
    pub(crate) minute: i64,
    pub(crate) second: i64,
    pub(crate) nanosecond: u32,
}

impl From<SystemTime> for Utc {
    fn from(moment: SystemTime) -> Self {
        let (seconds, nanosecond) = since_epoch(moment);
        let days = seconds.div_euclid(DAY);
        let second = seconds.rem_euclid(DAY);
        let mut year = 1970 + 400 * days.div_euclid(DAYS_OF_400_YEARS);
        let mut day = days.rem_euclid(DAYS_OF_400_YEARS);
        while day >= days_of_year(year) {
            day -= days_of_year(year);
            year += 1;
        }
        let mut month = 1;
        while day >= days_of_month(year, month) {
            day -= days_of_month(year, month);
            month += 1;
        }
        Self {
            year,
            month,
            day: day + 1,
            hour: second / (60 * 60),
            minute: second / 60 % 60,
            second: second % 60,
            nanosecond,
        }
    }
}

/// The moment of a timestamp of RFC 3339, such as `2026-01-04T09:05:22.701000Z`; `None` if it is
/// none, or before 1970.
#[cfg(feature = "sdk-hmac-sha256")]
pub(crate) fn from_rfc3339(text: &str) -> Option<SystemTime> {
    let number = |range: std::ops::Range<usize>| -> Option<i64> {
        let digits = text.get(range)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let is = |at: usize, wanted: &[u8]| {
        text.as_bytes().get(at).is_some_and(|byte| wanted.contains(&byte.to_ascii_uppercase()))
    };
    let separated = is(4, b"-") && is(7, b"-") && is(10, b"T ") && is(13, b":") && is(16, b":");
    let (year, month, day) = (number(0..4)?, u8::try_from(number(5..7)?).ok()?, number(8..10)?);
    let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
    let in_range =
        (1..=days_of_month(year, month)).contains(&day) && hour < 24 && minute < 60 && second <= 60;
    let rest = text.get(19..)?;
    let fraction = rest
        .strip_prefix('.')
        .map_or(0, |rest| 1 + rest.bytes().take_while(u8::is_ascii_digit).count());
    let offset = match rest.get(fraction..)?.as_bytes() {
        [b'Z' | b'z'] => 0,
        [sign @ (b'+' | b'-'), _, _, b':', _, _] => {
            let at = 19 + fraction + 1;
            let minutes = number(at..at + 2)? * 60 + number(at + 3..at + 5)?;
            if *sign == b'+' { minutes } else { -minutes }
        }
        _ => return None,
    };
    if !separated || !in_range {
        return None;
    }
    let days_before = (1970..year).map(days_of_year).sum::<i64>()
        + (1..month).map(|month| days_of_month(year, month)).sum::<i64>();
    let seconds = (days_before + day - 1) * DAY + (hour * 60 + minute - offset) * 60 + second;
    let since = std::time::Duration::from_secs(u64::try_from(seconds).ok()?);
    UNIX_EPOCH.checked_add(since).filter(|_| year >= 1970)
}

/// Whole seconds since 1970, rounded down, and the nanoseconds after them.
fn since_epoch(moment: SystemTime) -> (i64, u32) {
    let whole = |seconds: u64| i64::try_from(seconds).unwrap_or(i64::MAX);
    match moment.duration_since(UNIX_EPOCH) {
        Ok(after) => (whole(after.as_secs()), after.subsec_nanos()),
        Err(error) => {
            let before = error.duration();
            match before.subsec_nanos() {
                0 => (-whole(before.as_secs()), 0),
                nanoseconds => (-whole(before.as_secs()) - 1, 1_000_000_000 - nanoseconds),
            }
        }
    }
}

fn days_of_year(year: i64) -> i64 {
    if is_leap(year) { 366 } else { 365 }
}

/// The number of days of a month, counted from 1; 0 for a month that does not exist.
pub(crate) fn days_of_month(year: i64, month: u8) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use jiff::Timestamp;
    use jiff::tz::TimeZone;
    use proptest::prelude::*;

    use super::Utc;

    #[cfg(feature = "sdk-hmac-sha256")]
    #[test]
    fn a_timestamp_is_the_moment_that_jiff_finds() {
        for text in [
            "2026-01-04T09:05:22.701000Z",
            "2024-02-29t23:59:59z",
            "1970-01-01T00:00:00Z",
            "2026-12-31T23:30:00-01:00",
            "2100-03-01 00:00:00+08:30",
        ] {
            let expected: Timestamp = text.parse().unwrap();
            let seconds = std::time::Duration::from_secs(expected.as_second().unsigned_abs());
            assert_eq!(super::from_rfc3339(text), Some(std::time::UNIX_EPOCH + seconds), "{text}");
        }
        for text in [
            "",
            "2026-01-04",
            "2026-13-01T00:00:00Z",
            "2025-02-29T00:00:00Z",
            "2026-01-04T09:05:22",
            "+026-01-04T09:05:22Z",
            "1969-12-31T23:59:59Z",
            "2026-01-04T09:05:22é",
        ] {
            assert_eq!(super::from_rfc3339(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_moment_has_the_date_that_jiff_finds(
            seconds in Timestamp::MIN.as_second()..Timestamp::MAX.as_second(),
            nanosecond in 0..1_000_000_000_i32,
        ) {
            let moment = Timestamp::new(seconds, 0).unwrap();
            let moment = moment + jiff::SignedDuration::from_nanos(nanosecond.into());
            let expected = moment.to_zoned(TimeZone::UTC);
            let utc = Utc::from(SystemTime::from(moment));
            let found = (utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second, utc.nanosecond);
            prop_assert_eq!(found, (
                expected.year().into(),
                expected.month().unsigned_abs(),
                expected.day().into(),
                expected.hour().into(),
                expected.minute().into(),
                expected.second().into(),
                expected.subsec_nanosecond().unsigned_abs(),
            ));
        }
    }
}
