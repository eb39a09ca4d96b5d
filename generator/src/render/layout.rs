//! What the pretty-printer leaves to do: blank lines, and the insides of the runtime's macros.

use syn::parse::ParseStream;
use syn::{Attribute, File, Item};

/// The text of a file, with a blank line between items that are not of a kind.
///
/// Each item is printed and dropped before the next one is parsed: large files take little memory so.
pub(super) fn spaced(input: ParseStream<'_>) -> syn::Result<String> {
    let attrs = input.call(Attribute::parse_inner)?;
    let mut page = File { shebang: None, frontmatter: None, attrs, items: Vec::new() };
    let mut text = String::new();
    if !page.attrs.is_empty() {
        text.push_str(&prettyplease::unparse(&page));
        page.attrs.clear();
    }
    let mut before = None;
    while !input.is_empty() {
        let item: Item = input.parse()?;
        let kind = Kind::of(&item);
        if !text.is_empty() && (before != Some(kind) || kind == Kind::Other) {
            text.push('\n');
        }
        before = Some(kind);
        page.items = vec![item];
        text.push_str(&prettyplease::unparse(&page));
    }
    Ok(text)
}

/// Items that stand together without blank lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Use,
    Module,
    Other,
}

impl Kind {
    fn of(item: &Item) -> Self {
        match item {
            Item::Use(_) => Self::Use,
            Item::Mod(module) if module.content.is_none() => Self::Module,
            _ => Self::Other,
        }
    }
}

/// Sets methods apart, and lays out the invocations of the runtime's macros, which hold identifiers
/// and types only: a line for each entry.
pub(super) fn tidied(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside: Option<String> = None;
    let mut after_method = false;
    for line in text.lines() {
        // Methods of one `impl` are set apart as items are.
        if std::mem::replace(&mut after_method, line == "    }") && line != "}" {
            out.push('\n');
        }
        match inside.take() {
            None if line.starts_with("rt::") && line.ends_with("! {") => {
                out.push_str(line);
                out.push('\n');
                inside = Some(String::new());
            }
            None => {
                out.push_str(line);
                out.push('\n');
            }
            Some(body) if line == "}" => {
                for entry in body.trim().split_inclusive(';') {
                    let entry = entry.trim().replace(" : ", ": ").replace("& ", "&");
                    let entry = entry.replace(" < ", "<").replace(" >", ">");
                    out.push_str("    ");
                    out.push_str(&entry);
                    out.push('\n');
                }
                out.push_str("}\n");
            }
            Some(mut body) => {
                body.push_str(line.trim());
                body.push(' ');
                inside = Some(body);
            }
        }
    }
    // An invocation that never ends does not come out of the pretty-printer.
    out.push_str(&inside.unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use syn::parse::Parser;

    use super::{spaced, tidied};

    #[test]
    fn items_are_set_apart_and_imports_stay_together() {
        let items = quote::quote! {
            //! Docs.
            use a::b;
            use c::d;
            mod e;
            mod f;
            struct G;
            struct H;
        };
        let expected =
            "//! Docs.\n\nuse a::b;\nuse c::d;\n\nmod e;\nmod f;\n\nstruct G;\n\nstruct H;\n";
        assert_eq!(spaced.parse2(items).unwrap(), expected);
    }

    #[test]
    fn entries_of_macros_get_a_line_each() {
        let text = "rt::operations! {\n    A : x::Y, Z,\n    W; B : C, D, E;\n}\n";
        let expected = "rt::operations! {\n    A: x::Y, Z, W;\n    B: C, D, E;\n}\n";
        assert_eq!(tidied(text), expected);
        let text = "rt::client! {\n    pub struct Client, ClientBuilder => & API\n}\n";
        let expected = "rt::client! {\n    pub struct Client, ClientBuilder => &API\n}\n";
        assert_eq!(tidied(text), expected);
    }
}
