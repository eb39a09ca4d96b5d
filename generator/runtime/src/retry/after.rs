//! `Retry-After` (RFC 9110, section 10.2.3).

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::RETRY_AFTER;

/// The delay that the server requests from `now`: a number of seconds, or until a date.
pub(super) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = httpdate::parse_http_date(text).ok()?;
    // A date in the past requests no delay.
    Some(until.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{Duration, HeaderMap, RETRY_AFTER, retry_after};

    #[test]
    fn it_is_seconds_or_a_date() {
        let now = "1994-11-06T08:49:00Z".parse::<jiff::Timestamp>().unwrap().into();
        let asked = |text: &'static str| {
            let headers = HeaderMap::from_iter([(RETRY_AFTER, text.parse().unwrap())]);
            retry_after(&headers, now)
        };
        let read = ["120", " 0 ", "Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:00:00 GMT"];
        let seconds = [120, 0, 37, 0].map(|seconds| Some(Duration::from_secs(seconds)));
        assert_eq!(read.map(asked), seconds);
        assert_eq!(["", "soon", "-1", "1.5"].map(asked), [None; 4]);
        assert_eq!(retry_after(&HeaderMap::new(), now), None);
    }
}
