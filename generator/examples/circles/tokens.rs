//! The names in a piece of code, macro arguments included.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};

/// The names that a piece of code mentions.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    /// Single names and the first segments of paths.
    pub(crate) idents: BTreeSet<String>,
    /// Paths of two segments or more.
    pub(crate) paths: BTreeSet<Vec<String>>,
    /// Macros that are called by their name alone.
    pub(crate) macros: BTreeSet<String>,
}

impl Mentions {
    /// Adds the names in `tokens`. The arguments of `quote!` are left out: they are code of another crate.
    pub(crate) fn scan(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Group(group) => self.scan(group.stream()),
                TokenTree::Ident(_) => {
                    at += self.path(&tokens, at);
                    continue;
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            at += 1;
        }
    }

    /// Adds the path that starts at `start`, and gives the number of tokens to step over.
    fn path(&mut self, tokens: &[TokenTree], start: usize) -> usize {
        let mut segments = Vec::new();
        let mut at = start;
        while let Some(TokenTree::Ident(ident)) = tokens.get(at) {
            segments.push(ident.to_string());
            at += 1;
            if !(is_punct(tokens.get(at), ':') && is_punct(tokens.get(at + 1), ':')) {
                break;
            }
            at += 2;
        }
        let group = |at: usize| matches!(tokens.get(at), Some(TokenTree::Group(_)));
        let before = start.checked_sub(1).and_then(|before| tokens.get(before));
        // A method, a field, or a segment of a path that starts elsewhere.
        if is_punct(before, '.') || is_punct(before, ':') && is_path_end(tokens, start) {
            return at - start;
        }
        let called = is_punct(tokens.get(at), '!') && group(at + 1);
        match segments.as_slice() {
            // `pub(in crate::plan)` names a room, not something in it.
            [only] if only == "pub" && group(at) => return at + 1 - start,
            [only] if called && only.contains("quote") => return at + 2 - start,
            [only] => {
                if called {
                    self.macros.insert(only.clone());
                }
                self.idents.insert(only.clone());
            }
            [first, ..] => {
                self.idents.insert(first.clone());
                self.paths.insert(segments);
            }
            [] => {}
        }
        at - start
    }
}

fn is_path_end(tokens: &[TokenTree], start: usize) -> bool {
    start.checked_sub(2).is_some_and(|before| is_punct(tokens.get(before), ':'))
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}
