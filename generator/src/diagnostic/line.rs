//! Fast access to the characters of a source line: a document in one line may have a problem at
//! each of a thousand positions.

use std::cell::OnceCell;

/// The maximum number of characters that are scanned one by one.
const STRIDE: usize = 256;

/// One line, without its line end.
#[derive(Debug)]
pub(super) struct Line<'s> {
    pub(super) text: &'s str,
    marks: OnceCell<Marks>,
}

/// The start of each character.
#[derive(Debug)]
struct Marks {
    /// The byte offset of every character whose index is a multiple of [`STRIDE`].
    bytes: Vec<usize>,
    characters: usize,
}

impl<'s> Line<'s> {
    pub(super) fn all(source: &'s str) -> Vec<Self> {
        source.lines().map(|text| Self { text, marks: OnceCell::new() }).collect()
    }

    /// The number of characters.
    pub(super) fn length(&self) -> usize {
        self.marks().characters
    }

    /// The number of trailing blanks.
    pub(super) fn blanks_at_end(&self) -> usize {
        self.text.chars().rev().take_while(|c| c.is_whitespace()).count()
    }

    /// The text from a character on, counted from 0.
    pub(super) fn from(&self, character: usize) -> &'s str {
        let mark = self.marks().bytes.get(character / STRIDE).copied().unwrap_or(self.text.len());
        let near = self.text.get(mark..).unwrap_or_default();
        let at = near.char_indices().nth(character % STRIDE).map_or(near.len(), |(at, _)| at);
        near.get(at..).unwrap_or_default()
    }

    fn marks(&self) -> &Marks {
        self.marks.get_or_init(|| {
            let mut marks = Marks { bytes: Vec::new(), characters: 0 };
            for (byte, _) in self.text.char_indices() {
                if marks.characters.is_multiple_of(STRIDE) {
                    marks.bytes.push(byte);
                }
                marks.characters += 1;
            }
            marks
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn a_character_is_found_wherever_it_stands() {
        let text = "aüb宠".repeat(300);
        let source = format!("{text}  \nlast");
        let lines = Line::all(&source);
        let line = &lines[0];
        assert_eq!((line.length(), line.blanks_at_end()), (1202, 2));
        for character in [0, 1, 255, 256, 257, 511, 512, 1199, 1201, 1202, 5000] {
            let expected: String = line.text.chars().skip(character).collect();
            assert_eq!(line.from(character), expected);
        }
        assert_eq!((lines[1].length(), lines[1].from(2)), (4, "st"));
    }
}
