//! The lints of rustc about names.

use unicode_normalization::char::decompose_canonical;
use unicode_normalization::is_nfkc;
use unicode_security::GeneralSecurityProfile;
use unicode_security::confusable_detection::skeleton;
use unicode_security::mixed_script::{
    AugmentedScriptSet, is_potential_mixed_script_confusable_char,
};

use super::Case;

/// Whether rustc accepts a valid identifier without a warning, whatever the other names are.
pub(super) fn is_accepted(case: Case, name: &str) -> bool {
    is_cased(case, name)
        && (name.is_ascii()
            || (name.chars().all(is_common)
                && is_nfkc(name)
                && is_of_plain_scripts(name)
                && !skeleton(name).all(|c| c.is_ascii())))
}

/// `uncommon_codepoints`: the general security profile (UTS 39) in every version of Unicode that a
/// compiler may have.
pub(super) fn is_common(c: char) -> bool {
    // Phonetic letters, and those of African alphabets, were restricted until recently.
    let was_restricted = match c {
        '\u{180}'..='\u{2af}' => {
            let mut parts = 0;
            decompose_canonical(c, |_| parts += 1);
            parts == 1
        }
        '\u{68e}' | '\u{88f}' | '\u{da6}' => true,
        _ => false,
    };
    !was_restricted && c.identifier_allowed()
}

/// `non_camel_case_types`, `non_snake_case` and `non_upper_case_globals`.
fn is_cased(case: Case, name: &str) -> bool {
    let words = name.trim_matches('_');
    match case {
        Case::Snake => !words.contains("__") && !words.contains(char::is_uppercase),
        Case::Screaming => !words.contains(char::is_lowercase),
        Case::Pascal => {
            let letters: Vec<char> = words.chars().collect();
            let parts_letters = |pair: &[char]| match pair {
                ['_', other] | [other, '_'] => has_case(*other) || *other == '_',
                _ => false,
            };
            !words.starts_with(char::is_lowercase) && !letters.windows(2).any(parts_letters)
        }
    }
}

fn has_case(c: char) -> bool {
    !c.to_lowercase().eq(c.to_uppercase())
}

/// `mixed_script_confusables`, which warns of a script of which a crate only uses look-alikes of
/// other letters: each script of a name has a letter of its own, so that each of the crate has one.
fn is_of_plain_scripts(name: &str) -> bool {
    let foreign = || name.chars().filter(|c| !c.is_ascii());
    let plain = |c: &char| !is_potential_mixed_script_confusable_char(*c) && !was_confusable(*c);
    foreign().all(|c| {
        let script = AugmentedScriptSet::for_char(c);
        foreign().filter(plain).any(|other| AugmentedScriptSet::for_char(other) == script)
    })
}

/// Letters that look like others in the tables of some versions of Unicode only.
fn was_confusable(c: char) -> bool {
    matches!(
        c,
        '\u{404}'
            | '\u{492}'
            | '\u{49e}'
            | '\u{49f}'
            | '\u{4b0}'
            | '\u{4b1}'
            | '\u{4e9}'
            | '\u{625}'
            | '\u{ce7}'
            | '\u{ce8}'
            | '\u{cef}'
            | '\u{304f}'
    )
}
