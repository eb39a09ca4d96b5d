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
