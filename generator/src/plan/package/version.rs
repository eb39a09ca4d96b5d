//! Derives a crate's version from the document's, which may be any string.

use semver::Version;

/// Converts `version` to semantic versioning 2.0.0.
///
/// A valid version, possibly with a leading `v`, is kept. Otherwise its first three numbers count,
/// and the rest becomes the pre-release: `v1` is `1.0.0`, `2021-03-01-preview` is
/// `2021.3.1-preview`.
pub(crate) fn semantic_version(version: &str) -> String {
    let text = version.trim();
    let text = text.strip_prefix(['v', 'V']).unwrap_or(text);
    if Version::parse(text).is_ok() {
        return text.to_owned();
    }
    let Some(start) = text.find(|c: char| c.is_ascii_digit()) else {
        return "0.1.0".to_owned();
    };
    let mut numbers = Vec::new();
    let mut rest = text.get(start..).unwrap_or_default();
    while numbers.len() < 3 {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (digits, after) = rest.split_at(end);
        if digits.is_empty() {
            break;
        }
        numbers.push(digits.parse::<u64>().unwrap_or(u64::MAX));
        rest = after;
        match after.strip_prefix(['.', '-', '_', '/']) {
            Some(next) if next.starts_with(|c: char| c.is_ascii_digit()) && numbers.len() < 3 => {
                rest = next;
            }
            _ => break,
        }
    }
    numbers.resize(3, 0);
    let numbers: Vec<String> = numbers.iter().map(u64::to_string).collect();
    let suffix = label(rest);
    let mark = if suffix.bytes().all(|b| b.is_ascii_digit()) { "+" } else { "-" };
    let numbers = numbers.join(".");
    if suffix.is_empty() { numbers } else { format!("{numbers}{mark}{suffix}") }
}

/// The letters and digits of `text`, with other characters replaced by hyphens.
fn label(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-").chars().take(64).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use semver::Version;

    use super::semantic_version;

    #[test]
    fn versions_become_semantic_ones() {
        let cases = [
            ("1.2.3", "1.2.3"),
            ("v1.2.3-rc.1+5", "1.2.3-rc.1+5"),
            ("v1", "1.0.0"),
            ("1.0", "1.0.0"),
            ("01.02", "1.2.0"),
            ("2021-03-01-preview", "2021.3.1-preview"),
            ("1.2.3.4", "1.2.3+4"),
            ("1.0.0 (beta 2)", "1.0.0-beta-2"),
            ("1.0-oas3", "1.0.0-oas3"),
            ("release 7", "7.0.0"),
            ("20200101", "20200101.0.0"),
            ("99999999999999999999999.1", "18446744073709551615.1.0"),
            ("", "0.1.0"),
            ("latest", "0.1.0"),
            ("版本2", "2.0.0"),
        ];
        for (given, expected) in cases {
            assert_eq!(semantic_version(given), expected, "{given}");
        }
    }

    proptest! {
        #[test]
        fn every_text_becomes_a_semantic_version(text in ".{0,24}") {
            prop_assert!(Version::parse(&semantic_version(&text)).is_ok());
        }

        #[test]
        fn numbers_and_words_become_a_semantic_version(text in "[v0-9.+a-z -]{0,16}") {
            prop_assert!(Version::parse(&semantic_version(&text)).is_ok());
        }
    }
}
