//! Conversions to and from `jiff`.

use ::jiff::civil;
use ::jiff::{SignedDuration, Span, SpanRelativeTo, Timestamp, Zoned};

use super::convert::{conversions, without_offset};
use super::{Date, DateTime, Duration, Time};

conversions! {
    /// The instant: RFC 3339, or another form with an offset that `jiff` reads.
    DateTime => Timestamp, "an instant", str::parse::<Timestamp>;
    /// The calendar date.
    Date => civil::Date, "a date", str::parse::<civil::Date>;
    /// The time of day as written, without its offset.
    Time => civil::Time, "a time of day", |text| without_offset(text).parse::<civil::Time>();
    /// The duration in the units as written (ISO 8601).
    Duration => Span, "a duration", str::parse::<Span>;
    /// The duration; a day has 24 hours, and months are refused.
    Duration => SignedDuration, "a duration of fixed length", fixed_duration;
}

fn fixed_duration(text: &str) -> Result<SignedDuration, ::jiff::Error> {
    text.parse::<Span>()?.to_duration(SpanRelativeTo::days_are_24_hours())
}

impl From<Timestamp> for DateTime {
    /// In UTC, with `Z`.
    fn from(instant: Timestamp) -> Self {
        Self(instant.to_string())
    }
}

impl From<&Zoned> for DateTime {
    /// With the offset of the zone, but without its name, which RFC 3339 cannot express.
    fn from(instant: &Zoned) -> Self {
        Self(instant.timestamp().display_with_offset(instant.offset()).to_string())
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self(date.to_string())
    }
}

impl From<civil::Time> for Time {
    /// Without an offset, which `jiff`'s time of day lacks; RFC 3339 requires one.
    fn from(time: civil::Time) -> Self {
        Self(time.to_string())
    }
}

impl From<Span> for Duration {
    fn from(span: Span) -> Self {
        Self(span.to_string())
    }
}

impl From<SignedDuration> for Duration {
    fn from(duration: SignedDuration) -> Self {
        Self(duration.to_string())
    }
}
