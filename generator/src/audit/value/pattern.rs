//! The syntax of patterns (ECMA-262, section 22.2.1, with what annex B.1.2 permits).

/// The reason why a pattern is not a regular expression.
pub(super) fn check(pattern: &str) -> Result<(), &'static str> {
    let mut open = 0_usize;
    let mut rest = pattern.chars().peekable();
    // Whether a quantifier can follow.
    let mut repeatable = false;
    while let Some(c) = rest.next() {
        match c {
            '\\' => {
                rest.next().ok_or("it ends with a backslash")?;
                repeatable = true;
            }
            '[' => {
                class(&mut rest)?;
                repeatable = true;
            }
            '(' => {
                open += 1;
                if rest.next_if_eq(&'?').is_some() {
                    group(&mut rest)?;
                }
                repeatable = false;
            }
            ')' => {
                open = open.checked_sub(1).ok_or("a `)` closes no group")?;
                repeatable = true;
            }
            '*' | '+' | '?' => {
                if !repeatable {
                    return Err("there is nothing to repeat before a `*`, `+` or `?`");
                }
                // Lazy, or possessive as other dialects have it.
                rest.next_if(|next| matches!(next, '?' | '+'));
                repeatable = false;
            }
            '|' | '^' => repeatable = false,
            _ => repeatable = true,
        }
    }
    if open == 0 { Ok(()) } else { Err("a `(` is not closed") }
}

type Rest<'a> = std::iter::Peekable<std::str::Chars<'a>>;

/// A class, up to the `]` that ends it.
fn class(rest: &mut Rest<'_>) -> Result<(), &'static str> {
    while let Some(c) = rest.next() {
        match c {
            ']' => return Ok(()),
            '\\' => {
                rest.next();
            }
            start if rest.peek() == Some(&'-') => {
                let mut ahead = rest.clone();
                ahead.next();
                // A `-` at the end is a character, and an escape may be a set.
                if let Some(end) = ahead.next().filter(|end| !matches!(end, ']' | '\\' | '[')) {
                    if start > end {
                        return Err("a range in a class ends before it begins");
                    }
                    *rest = ahead;
                }
            }
            _ => {}
        }
    }
    Err("a `[` is not closed")
}

/// The kind of a group, as written after `(?`.
fn group(rest: &mut Rest<'_>) -> Result<(), &'static str> {
    // The flags of other dialects, such as `(?i)`, are let pass.
    match rest.peek() {
        Some(c) if matches!(c, ':' | '=' | '!' | '<' | '-' | 'P') || c.is_ascii_lowercase() => {
            rest.next();
            Ok(())
        }
        _ => Err("a group begins with `(?` and something unknown"),
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn what_is_written_for_other_engines_passes_too() {
        for pattern in [
            "",
            "^a+$",
            r"^[\w-]+$",
            "(a|b)*?",
            "[^]]",
            "[]",
            r"\(",
            "(?<year>\\d{4})",
            "(?=a)b",
            "(?i)abc",
            "a{2,3}",
            "{a}",
            "a]}",
            "[a-z]",
            "(?:^|,)x",
            "^(?!-)",
            "[+--]",
            "a++",
            r"^\p{L}+$",
            "[--/]",
            "[[:alpha:]]",
        ] {
            assert_eq!(check(pattern), Ok(()), "{pattern}");
        }
    }

    #[test]
    fn what_no_engine_reads_is_told() {
        for pattern in ["(", ")", "(a", "[a", "a\\", "*a", "a|*", "(?", "[z-a]", "^+", "(*a)"] {
            assert!(check(pattern).is_err(), "{pattern}");
        }
    }
}
