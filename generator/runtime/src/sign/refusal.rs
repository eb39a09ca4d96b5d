use http::StatusCode;
use http::header::DATE;
use http::response::Parts;
use jiff::Timestamp;

#[cfg(test)]
mod tests;

/// How many minutes a signature is valid before and after its date.
const VALID_FOR: i64 = 15;

/// Explains a refused signature, which has status 401.
pub(super) fn remark(answer: &Parts, now: Timestamp) -> Option<String> {
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
fn minutes_ahead(answer: &Parts, now: Timestamp) -> Option<i64> {
    let date = answer.headers.get(DATE)?.to_str().ok()?;
    let date = jiff::fmt::rfc2822::parse(date).ok()?.timestamp();
    Some((now.as_second() - date.as_second()) / 60)
}
