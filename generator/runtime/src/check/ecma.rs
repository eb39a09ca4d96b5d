//! Converts ECMA-262 patterns to the syntax of the `regex` crate.
//!
//! The two differ in the meaning of `\d`, `\w`, `\s`, `\b` and `.`, in the unescaped characters of
//! a class, and in escapes. Features that only ECMA-262 has are errors.

use std::iter::Peekable;
use std::str::Chars;

/// White space and line ends (ECMA-262, section 22.2.2.9), as the inside of a class.
const SPACE: &str = r"\t\n\x0B\x0C\r\u{2028}\u{2029}\u{FEFF}\p{Zs}";
const WORD: &str = "0-9A-Za-z_";
const DIGIT: &str = "0-9";

/// The pattern in the syntax of `regex`.
pub(super) fn translate(pattern: &str) -> Result<String, String> {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' => escape(&mut rest, false, &mut out)?,
            '[' => class(&mut rest, &mut out)?,
            '(' => group(&mut rest, &mut out)?,
            '.' => out.push_str(r"[^\n\r\u{2028}\u{2029}]"),
            '{' => match quantifier(rest.clone()) {
                Some(text) => {
                    out.push('{');
                    out.push_str(&text);
                    rest.nth(text.chars().count() - 1);
                }
                None => out.push_str(r"\{"),
            },
            '}' | ']' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    Ok(out)
}

/// The text after `{`, up to the `}` of a quantifier.
fn quantifier(rest: Peekable<Chars<'_>>) -> Option<String> {
    let text: String = rest.take_while(|c| *c != '}').take(32).collect();
    let (least, most) = text.split_once(',').unwrap_or((&text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (!least.is_empty() && digits(least) && digits(most)).then(|| text + "}")
}

fn group(rest: &mut Peekable<Chars<'_>>, out: &mut String) -> Result<(), String> {
    out.push('(');
    if rest.peek() != Some(&'?') {
        return Ok(());
    }
    rest.next();
    match (rest.next(), rest.peek().copied()) {
        (Some(':'), _) => out.push_str("?:"),
        (Some('=' | '!'), _) | (Some('<'), Some('=' | '!')) => {
            return Err("the pattern looks around".to_owned());
        }
        (Some('<'), _) => out.push_str("?P<"),
        _ => return Err("the pattern has a group of an unknown kind".to_owned()),
    }
    Ok(())
}

fn class(rest: &mut Peekable<Chars<'_>>, out: &mut String) -> Result<(), String> {
    let negated = rest.next_if_eq(&'^').is_some();
    if rest.next_if_eq(&']').is_some() {
        // The empty class, or the full class.
        out.push_str(if negated { r"[\x00-\u{10FFFF}]" } else { r"[^\x00-\u{10FFFF}]" });
        return Ok(());
    }
    out.push_str(if negated { "[^" } else { "[" });
    let mut first = true;
    while let Some(c) = rest.next() {
        match c {
            ']' => {
                out.push(']');
                return Ok(());
            }
            '\\' => escape(rest, true, out)?,
            '[' | '&' | '~' | '^' => out.extend(['\\', c]),
            // At either end it is literal; two of them would mean a difference.
            '-' if first || matches!(rest.peek(), Some(']' | '-')) => out.push_str(r"\-"),
            c => out.push(c),
        }
        first = false;
    }
    Err("the pattern has a class without an end".to_owned())
}

fn escape(rest: &mut Peekable<Chars<'_>>, in_class: bool, out: &mut String) -> Result<(), String> {
    let Some(c) = rest.next() else {
        return Err("the pattern ends with a backslash".to_owned());
    };
    match c {
        'd' => set(DIGIT, false, in_class, out),
        'D' => set(DIGIT, true, in_class, out),
        'w' => set(WORD, false, in_class, out),
        'W' => set(WORD, true, in_class, out),
        's' => set(SPACE, false, in_class, out),
        'S' => set(SPACE, true, in_class, out),
        'b' if in_class => out.push_str(r"\x08"),
        'b' => out.push_str(r"(?-u:\b)"),
        'B' | 'k' | '1'..='9' => {
            return Err(format!("the pattern has `\\{c}`, which is not followed"));
        }
        '0' => out.push_str(r"\x00"),
        't' | 'n' | 'v' | 'f' | 'r' => out.extend(['\\', c]),
        'c' => match rest.next() {
            Some(letter) if letter.is_ascii_alphabetic() => {
                out.push_str(&format!(r"\x{:02X}", u32::from(letter) % 32));
            }
            _ => return Err("the pattern has `\\c` without a letter".to_owned()),
        },
        'x' => code_point(hexadecimal(rest, 2)?, out)?,
        'u' if rest.next_if_eq(&'{').is_some() => {
            let digits: String = rest.by_ref().take_while(|c| *c != '}').collect();
            let value = u32::from_str_radix(&digits, 16).map_err(|_| BAD_ESCAPE.to_owned())?;
            code_point(value, out)?;
        }
        'u' => {
            let mut value = hexadecimal(rest, 4)?;
            if (0xD800..0xDC00).contains(&value) {
                value = pair(value, rest)?;
            }
            code_point(value, out)?;
        }
        'p' | 'P' if rest.next_if_eq(&'{').is_some() => {
            let name: String = rest.by_ref().take_while(|c| *c != '}').collect();
            out.push_str(&format!(r"\{c}{{{name}}}"));
        }
        c if c.is_ascii_punctuation() && !matches!(c, '<' | '>') => out.extend(['\\', c]),
        c => out.push(c),
    }
    Ok(())
}

const BAD_ESCAPE: &str = "the pattern has an escape of no character";

fn set(members: &str, negated: bool, in_class: bool, out: &mut String) {
    match (negated, in_class) {
        (false, true) => out.push_str(members),
        (false, false) => out.extend(["[", members, "]"]),
        (true, _) => out.extend(["[^", members, "]"]),
    }
}

fn hexadecimal(rest: &mut Peekable<Chars<'_>>, count: usize) -> Result<u32, String> {
    let digits: String = rest.by_ref().take(count).collect();
    let all = digits.len() == count && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let value = if all { u32::from_str_radix(&digits, 16).ok() } else { None };
    value.ok_or_else(|| BAD_ESCAPE.to_owned())
}

/// The second half of a surrogate pair.
fn pair(high: u32, rest: &mut Peekable<Chars<'_>>) -> Result<u32, String> {
    if rest.next() != Some('\\') || rest.next() != Some('u') {
        return Err(BAD_ESCAPE.to_owned());
    }
    let low = hexadecimal(rest, 4)?;
    if !(0xDC00..0xE000).contains(&low) {
        return Err(BAD_ESCAPE.to_owned());
    }
    Ok(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00))
}

fn code_point(value: u32, out: &mut String) -> Result<(), String> {
    let c = char::from_u32(value).ok_or_else(|| BAD_ESCAPE.to_owned())?;
    out.push_str(&format!(r"\u{{{:X}}}", u32::from(c)));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::translate;

    fn matches(pattern: &str, text: &str) -> bool {
        regex::Regex::new(&translate(pattern).unwrap()).unwrap().is_match(text)
    }

    #[test]
    fn classes_and_escapes_mean_what_they_mean_in_ecmascript() {
        for (pattern, yes, no) in [
            (r"^\d+$", "12", "１２"),
            (r"^\w+$", "a_1", "ä"),
            (r"^[\w.-]+$", "a.b-c", "a b"),
            (r"^\s$", "\u{FEFF}", "\u{85}"),
            (r"^[^\s/]+$", "ab", "a/b"),
            (r"^\S\D\W$", "ab-", "a1-"),
            (r"^a.b$", "axb", "a\nb"),
            (r"\bfoo\b", "a foo.", "afoo"),
            (r"^[[&~^-]+$", "[&~^-", "a"),
            (r"^[a--]$", "-", "b"),
            (r"^[^]$", "\n", ""),
            (r"^{a}$", "{a}", "a"),
            (r"^a{2,3}$", "aaa", "a"),
            (r"^a]}$", "a]}", "a"),
            (r"^\/\-\<\>\@$", "/-<>@", "/"),
            (r"^(?:a|b)(?<name>c)$", "ac", "a"),
            (r"^\x41\u0042\u{43}\uD83D\uDE00$", "ABC😀", "ABC"),
            (r"^\cJ\0[\b]$", "\n\0\u{8}", "J"),
            (r"^\p{Lu}$", "Ä", "ä"),
        ] {
            assert!(matches(pattern, yes), "{pattern} against {yes:?}");
            assert!(!matches(pattern, no), "{pattern} against {no:?}");
        }
        assert!(!matches("[]", "a"));
    }

    #[test]
    fn what_cannot_be_expressed_is_an_error() {
        for pattern in [
            "(?=a)", "(?!a)", "(?<=a)b", "(?<!a)b", r"(a)\1", r"\k<a>", r"a\B", "[a", r"\u12",
            "a\\", r"\uD800", "(?i)a",
        ] {
            assert!(translate(pattern).is_err(), "{pattern}");
        }
    }
}
