//! Conversions to and from `chrono`.

use ::chrono::{FixedOffset, NaiveDate, NaiveTime, SecondsFormat, TimeDelta, TimeZone, Utc};
use ::jiff::{SignedDuration, Span, SpanRelativeTo};

use super::convert::{conversions, without_offset};
use super::{Date, DateTime, Duration, Time};

conversions! {
    /// The instant, with the offset as written (RFC 3339).
    DateTime => ::chrono::DateTime<FixedOffset>, "an instant", ::chrono::DateTime::parse_from_rfc3339;
    /// The instant (RFC 3339).
    DateTime => ::chrono::DateTime<Utc>, "an instant",
        |text| ::chrono::DateTime::parse_from_rfc3339(text).map(|instant| instant.to_utc());
    /// The calendar date.
    Date => NaiveDate, "a date", str::parse::<NaiveDate>;
    /// The time of day as written, without its offset.
    Time => NaiveTime, "a time of day", |text| without_offset(text).parse::<NaiveTime>();
    /// The duration (ISO 8601); a day has 24 hours, and months are refused.
    Duration => TimeDelta, "a duration of fixed length", duration;
}

/// `chrono` writes ISO 8601 durations but does not parse them.
fn duration(text: &str) -> Result<TimeDelta, String> {
    let span: Span = text.parse().map_err(|error: ::jiff::Error| error.to_string())?;
    let length =
        span.to_duration(SpanRelativeTo::days_are_24_hours()).map_err(|error| error.to_string())?;
    // In a negative duration both parts are negative, but `TimeDelta` takes whole seconds and a
    // non-negative fraction.
    TimeDelta::try_seconds(length.as_secs())
        .and_then(|seconds| {
            seconds.checked_add(&TimeDelta::nanoseconds(i64::from(length.subsec_nanos())))
        })
        .ok_or_else(|| "it is longer than the type can hold".to_owned())
}

impl<Z: TimeZone> From<::chrono::DateTime<Z>> for DateTime {
    /// With the offset of the zone; UTC is written as `Z`.
    fn from(instant: ::chrono::DateTime<Z>) -> Self {
        Self(instant.fixed_offset().to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        Self(date.to_string())
    }
}

impl From<NaiveTime> for Time {
    /// Without an offset, which `chrono`'s time of day lacks; RFC 3339 requires one.
    fn from(time: NaiveTime) -> Self {
        Self(time.to_string())
    }
}

impl From<TimeDelta> for Duration {
    fn from(delta: TimeDelta) -> Self {
        Self(SignedDuration::new(delta.num_seconds(), delta.subsec_nanos()).to_string())
    }
}
