use jiff::Timestamp;
use jiff::civil::DateTime;

const FORMAT: &str = "%Y%m%dT%H%M%SZ";

/// Formats a time for `X-Sdk-Date`: UTC to the second, `20240229T235959Z`.
pub(super) fn write(moment: Timestamp) -> String {
    moment.strftime(FORMAT).to_string()
}

/// Whether a text has exactly this format.
pub(super) fn is_valid(text: &str) -> bool {
    text.len() == 16 && DateTime::strptime(FORMAT, text).is_ok_and(|moment| rewritten(moment, text))
}

/// Parsing also accepts shorter fields and spaces, which the gateway may not.
fn rewritten(moment: DateTime, text: &str) -> bool {
    moment.strftime(FORMAT).to_string() == text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_of_a_second_are_left_out() {
        let moment: Timestamp = "2024-02-29T23:59:59.999Z".parse().unwrap();
        assert_eq!(write(moment), "20240229T235959Z");
    }

    #[test]
    fn only_the_exact_form_is_a_date() {
        let texts = [
            "20240229T235959Z",
            "20230229T235959Z",
            "2024-02-29T23:59:59Z",
            "20240229T23595 Z",
            "",
        ];
        assert_eq!(texts.map(is_valid), [true, false, false, false, false]);
    }
}
