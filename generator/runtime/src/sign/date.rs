use std::time::SystemTime;

use crate::clock::utc::{Utc, days_of_month};

/// Formats a time for `X-Sdk-Date`: UTC to the second, `20240229T235959Z`.
pub(super) fn write(moment: SystemTime) -> String {
    let Utc { year, month, day, hour, minute, second, nanosecond: _ } = moment.into();
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

/// Returns whether a string has exactly this format.
pub(super) fn is_valid(text: &str) -> bool {
    read(text).is_some_and(|[year, month, day, hour, minute, second]| {
        let month = u8::try_from(month).unwrap_or_default();
        let days = days_of_month(year, month);
        (1..=days).contains(&day) && hour <= 23 && minute <= 59 && second <= 59
    })
}

/// The year, month, day, hour, minute and second.
fn read(text: &str) -> Option<[i64; 6]> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if (date.len(), time.len()) != (8, 6) || !all_digits(date) || !all_digits(time) {
        return None;
    }
    let number = |text: &str, from: usize, to: usize| text.get(from..to)?.parse().ok();
    Some([
        number(date, 0, 4)?,
        number(date, 4, 6)?,
        number(date, 6, 8)?,
        number(time, 0, 2)?,
        number(time, 2, 4)?,
        number(time, 4, 6)?,
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_of_a_second_are_left_out() {
        let moment: jiff::Timestamp = "2024-02-29T23:59:59.999Z".parse().unwrap();
        assert_eq!(write(moment.into()), "20240229T235959Z");
    }

    #[test]
    fn only_the_exact_form_is_a_date() {
        let valid = ["20240229T235959Z", "00010101T000000Z"];
        assert_eq!(valid.map(is_valid), [true; 2]);
        let invalid = [
            "20230229T235959Z",
            "20241301T000000Z",
            "20240100T000000Z",
            "20240229T240000Z",
            "20240229T236000Z",
            "20240229T235960Z",
            "2024-02-29T23:59:59Z",
            "20240229T23595 Z",
            "+0240229T235959Z",
            "20240229T235959",
            "",
        ];
        assert_eq!(invalid.map(is_valid), [false; 11]);
    }
}
