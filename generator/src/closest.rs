//! Likely slips of the keyboard: which known name was meant by an unknown one.

/// The longest name that is compared, in bytes; all names of the specification are shorter.
const LONGEST: usize = 64;

/// The first of the closest known names, where it is close enough to be what was meant.
///
/// Names are close if they differ in case, in separators, as singular and plural, or by a letter: one that is added,
/// missing, wrong, or swapped with its neighbour. From six letters on, two such slips still leave the name recognisable.
pub(crate) fn closest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    if name.len() > LONGEST {
        return None;
    }
    let plain_name = plain(name);
    let distance = |known: &'k str| Some((distance(&plain_name, &plain(known))?, known));
    known.into_iter().filter_map(distance).min_by_key(|(distance, _)| *distance).map(|(_, it)| it)
}

/// The name without the differences of case and separators.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

/// The distance between a name and a known one; `None` if it is too large.
fn distance(name: &str, known: &str) -> Option<usize> {
    let (length, own_length) = (known.chars().count(), name.chars().count());
    let allowed = if length < 6 { 1 } else { 2 };
    // No plural is further from its singular than these.
    if length.abs_diff(own_length) > 2 {
        return None;
    }
    if singular(name) == singular(known) {
        return Some(usize::from(name != known));
    }
    // A name of two letters with another letter in place of one is another name.
    if length < 3 && own_length <= length && !is_swapped(name, known) {
        return None;
    }
    let distance = strsim::osa_distance(name, known);
    (distance <= allowed).then_some(distance)
}

/// The word without the ending of a plural.
fn singular(word: &str) -> String {
    match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => word.strip_suffix('s').unwrap_or(word).to_owned(),
    }
}

fn is_swapped(one: &str, other: &str) -> bool {
    one.chars().rev().eq(other.chars())
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn slips_of_the_keyboard_are_recognised() {
        let known =
            ["$ref", "in", "get", "type", "enum", "tags", "required", "properties", "content"];
        let meant = |name| closest(name, known);
        for (slip, name) in [
            ("ref", "$ref"),
            ("ni", "in"),
            ("inn", "in"),
            ("IN", "in"),
            ("gett", "get"),
            ("gte", "get"),
            ("tpye", "type"),
            ("enmu", "enum"),
            ("tag", "tags"),
            ("requierd", "required"),
            ("requird", "required"),
            ("rquierd", "required"),
            ("property", "properties"),
            ("contents", "content"),
            ("Content", "content"),
        ] {
            assert_eq!(meant(slip), Some(name), "{slip}");
        }
    }

    #[test]
    fn other_words_are_left_alone() {
        let known = ["in", "get", "not", "type", "title", "example"];
        for word in ["is", "id", "i", "n", "purge", "hint", "tile-server", "extends", "owner", ""] {
            assert_eq!(closest(word, known), None, "{word}");
        }
    }
}
