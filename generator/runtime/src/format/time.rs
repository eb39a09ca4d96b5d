//! Dates and times as the types of `jiff`.

use super::{Date, DateTime, Duration, Time};

impl DateTime {
    /// The instant, where the text is one (RFC 3339 or another form that `jiff` reads).
    pub fn to_timestamp(&self) -> Result<jiff::Timestamp, jiff::Error> {
        self.0.parse()
    }
}

impl From<jiff::Timestamp> for DateTime {
    fn from(instant: jiff::Timestamp) -> Self {
        Self(instant.to_string())
    }
}

impl Date {
    /// The calendar date, where the text is one.
    pub fn to_date(&self) -> Result<jiff::civil::Date, jiff::Error> {
        self.0.parse()
    }
}

impl From<jiff::civil::Date> for Date {
    fn from(date: jiff::civil::Date) -> Self {
        Self(date.to_string())
    }
}

impl Time {
    /// The time of day as written, without its offset, where the text is one.
    pub fn to_time(&self) -> Result<jiff::civil::Time, jiff::Error> {
        let end = self.0.find(['Z', 'z', '+', '-']).unwrap_or(self.0.len());
        self.0.get(..end).unwrap_or_default().parse()
    }
}

impl From<jiff::civil::Time> for Time {
    fn from(time: jiff::civil::Time) -> Self {
        Self(time.to_string())
    }
}

impl Duration {
    /// The length of time, where the text is one (ISO 8601).
    pub fn to_span(&self) -> Result<jiff::Span, jiff::Error> {
        self.0.parse()
    }
}

impl From<jiff::Span> for Duration {
    fn from(span: jiff::Span) -> Self {
        Self(span.to_string())
    }
}
