//! Dates and times (RFC 3339, section 5.6) and durations (ISO 8601, as in RFC 3339, appendix A).

/// `full-date "T" full-time`, case-insensitively.
pub(super) fn is_date_time(text: &str) -> bool {
    text.split_once(['T', 't']).is_some_and(|(date, time)| is_date(date) && is_time(time))
}

/// `full-date`: an existing day.
pub(super) fn is_date(text: &str) -> bool {
    let Some(([year, month, day], "")) = numbers(text, [4, 2, 2], '-') else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// `full-time`: with an offset; second 60 only where UTC has leap seconds, at the end of a day.
pub(super) fn is_time(text: &str) -> bool {
    let Some(([hour, minute, second], rest)) = numbers(text, [2, 2, 2], ':') else { return false };
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => {
            let rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            if rest.len() == fraction.len() {
                return false;
            }
            rest
        }
        None => rest,
    };
    let Some(offset) = offset_in_minutes(rest) else { return false };
    let in_utc = (i64::from(hour * 60 + minute) - offset).rem_euclid(24 * 60);
    let seconds = if in_utc == 24 * 60 - 1 { 60 } else { 59 };
    hour <= 23 && minute <= 59 && second <= seconds
}

/// `Z`, or an offset from UTC.
fn offset_in_minutes(text: &str) -> Option<i64> {
    if text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => (-1, text),
        None => (1, text.strip_prefix('+')?),
    };
    match numbers(text, [2, 2], ':')? {
        ([hours @ 0..=23, minutes @ 0..=59], "") => Some(sign * i64::from(hours * 60 + minutes)),
        _ => None,
    }
}

/// Numbers with fixed digit counts, separated by a character, and the rest.
fn numbers<const N: usize>(
    text: &str,
    lengths: [usize; N],
    separator: char,
) -> Option<([u32; N], &str)> {
    let mut numbers = [0; N];
    let mut rest = text;
    for (index, (number, length)) in numbers.iter_mut().zip(lengths).enumerate() {
        if index > 0 {
            rest = rest.strip_prefix(separator)?;
        }
        let (digits, after) = rest.split_at_checked(length)?;
        let all = digits.bytes().all(|byte| byte.is_ascii_digit());
        *number = if all { digits.parse().ok()? } else { return None };
        rest = after;
    }
    Some((numbers, rest))
}

/// `P1Y2M3DT4H5M6S` with any of its parts in order, or `P7W`. ISO 8601 permits a fraction of the
/// last part, which RFC 3339 lacks but programs write for seconds.
pub(super) fn is_duration(text: &str) -> bool {
    let Some(text) = text.strip_prefix('P') else { return false };
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    if time.is_none() && date.ends_with('W') {
        return parts(date, "W", false);
    }
    parts(date, "YMD", false)
        && time.is_none_or(|time| !time.is_empty() && parts(time, "HMS", true))
        && !(date.is_empty() && time.is_none())
}

/// Numbers, each with a unit that is later in the list than the previous one.
fn parts(mut text: &str, mut units: &str, seconds_are_split: bool) -> bool {
    while !text.is_empty() {
        let Some(end) = text.find(|c: char| c.is_ascii_alphabetic()) else { return false };
        let (number, rest) = text.split_at(end);
        let unit = &rest[..1];
        let Some((_, later)) = units.split_once(unit) else { return false };
        let (whole, fraction) = match number.split_once(['.', ',']) {
            Some((whole, fraction)) if seconds_are_split && unit == "S" => (whole, fraction),
            Some(_) => return false,
            None => (number, "0"),
        };
        let digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(fraction) {
            return false;
        }
        (text, units) = (&rest[1..], later);
    }
    true
}
