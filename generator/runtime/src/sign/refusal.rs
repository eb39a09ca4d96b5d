use std::time::SystemTime;

use http::StatusCode;
use http::header::DATE;
use http::response::Parts;

#[cfg(test)]
mod tests;

/// The number of minutes that a signature is valid before and after its date.
const VALID_FOR: i64 = 15;

/// Explains a refused signature, which has status 401.
pub(super) fn remark(answer: &Parts, now: SystemTime) -> Option<String> {
    if answer.status != StatusCode::UNAUTHORIZED {
        return None;
    }
    let minutes = minutes_ahead(answer, now).filter(|minutes| minutes.abs() >= VALID_FOR);
    Some(match minutes {
        Some(minutes) => format!(
            "this machine's clock is {} minutes {} the server's, and a signature is good for \
             {VALID_FOR}; set the clock",
            minutes.abs(),
            if minutes > 0 { "ahead of" } else { "behind" }
        ),
        None => "check the keys, and for temporary keys the security token, before another try: \
                 five refusals in a row lock the keys for minutes"
            .to_owned(),
    })
}

/// Returns how far the local clock is ahead of the one that dated the response (RFC 9110, section
/// 6.6.1).
fn minutes_ahead(answer: &Parts, now: SystemTime) -> Option<i64> {
    let date = answer.headers.get(DATE)?.to_str().ok()?;
    let date = httpdate::parse_http_date(date).ok()?;
    let minutes = |seconds: u64| i64::try_from(seconds / 60).ok();
    match now.duration_since(date) {
        Ok(ahead) => minutes(ahead.as_secs()),
        Err(behind) => minutes(behind.duration().as_secs()).map(|minutes| -minutes),
    }
}
