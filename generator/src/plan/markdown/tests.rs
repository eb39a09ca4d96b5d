use proptest::prelude::*;

use super::*;

#[test]
fn plain_text_stays_as_it_is() {
    assert_eq!(
        safe("The id of the instance, in snake_case."),
        "The id of the instance, in snake_case."
    );
}

#[test]
fn what_looks_like_a_link_to_an_item_is_text() {
    assert_eq!(safe("See [Pet] and [0] and `[x]`."), "See \\[Pet\\] and \\[0\\] and `[x]`.");
    assert_eq!(safe("[guide](/docs/guide) [top](#top)"), "guide (`/docs/guide`) top");
}

#[test]
fn links_to_other_sites_stay() {
    assert_eq!(safe("[a b](https://x.org/a_(b))"), "[a b](https://x.org/a_%28b%29)");
    assert_eq!(
        safe("at https://x.org/a_b, or (https://y.org)."),
        "at <https://x.org/a_b>, or (<https://y.org>)."
    );
    assert_eq!(safe("<https://x.org>"), "<https://x.org>");
    assert_eq!(safe("![logo](https://x.org/l.png)"), "[logo](https://x.org/l.png)");
    assert_eq!(safe("[](https://x.org)"), "<https://x.org>");
}

#[test]
fn html_is_left_out_for_what_it_encloses() {
    assert_eq!(safe("a <b>bold</b> word<br>next"), "a bold word\\\nnext");
    assert_eq!(safe("<p>One.</p><p>Two.</p>"), "One.\\\nTwo.");
    assert_eq!(safe("a Vec<T> of <thing>"), "a Vec\\<T> of \\<thing>");
    assert_eq!(safe("a <!-- hidden --> b"), "a b");
}

#[test]
fn code_is_never_run() {
    assert_eq!(safe("```\nlet x = 1;\n```"), "```text\nlet x = 1;\n```");
    assert_eq!(safe("```rust,should_panic\nx\n```"), "```text\nx\n```");
    assert_eq!(safe("```json\n{}\n```"), "```json\n{}\n```");
    assert_eq!(safe("Indented:\n\n    a [b]\n"), "Indented:\n\n```text\na [b]\n```");
    assert_eq!(safe("``` \nopen"), "```text\nopen\n```");
}

#[test]
fn lists_keep_their_shape() {
    assert_eq!(safe("* a\n* b\nlazy\n\nend"), "- a\n- b lazy\n\nend");
    assert_eq!(safe("1. a\n   - b\n2. c"), "1. a\n   - b\n2. c");
    assert_eq!(safe("> q\nlazy"), "> q lazy");
}

#[test]
fn tables_and_headings_keep_their_shape() {
    assert_eq!(
        safe("| a | b |\n|---|---|\n| 1 | x\\|y |"),
        "| a | b |\n| --- | --- |\n| 1 | x\\|y |"
    );
    assert_eq!(safe("# Title #\ntext"), "# Title\n\ntext");
}

#[test]
fn symbols_at_the_start_are_text() {
    assert_eq!(safe("\\- no list"), "\\- no list");
    assert_eq!(safe("\\# no heading"), "\\# no heading");
    assert_eq!(safe("1986\\. A year."), "1986\\. A year.");
}

#[test]
fn control_characters_are_left_out() {
    assert_eq!(safe("a\u{0}b\u{202e}c\td"), "abc    d".replace("    ", " "));
    assert_eq!(safe("\u{feff}"), "");
}

#[test]
fn long_lines_are_broken_where_it_means_nothing() {
    let text = format!("{} - - end", "word ".repeat(18).trim());
    assert_eq!(safe(&text), text.replace(" end", "\nend"));
    assert_eq!(safe(&"word ".repeat(40)).lines().count(), 3);
}

proptest! {
    /// Sanitized text renders the same when parsed again.
    #[test]
    fn safe_text_means_what_its_own_safe_text_means(text in "[ -~\\n]{0,80}") {
        let once = safe(&text);
        let twice = safe(&once);
        let read = |text: &str| -> Vec<String> {
            let events = pulldown_cmark::TextMergeStream::new(pulldown_cmark::Parser::new(text));
            let shown = events.map(|event| match event {
                pulldown_cmark::Event::Text(text) => format!("text {text}"),
                pulldown_cmark::Event::SoftBreak => "text  ".to_owned(),
                event => format!("{event:?}"),
            });
            shown.collect()
        };
        prop_assert_eq!(read(&once), read(&twice));
    }

    #[test]
    fn documentation_never_breaks_parsing(text in any::<String>()) {
        let text = safe(&text);
        let lines: Vec<String> = text.lines().map(|line| format!(" {line}")).collect();
        let tokens = quote::quote! { #(#[doc = #lines])* pub struct Thing; };
        prop_assert!(syn::parse2::<syn::ItemStruct>(tokens).is_ok());
        prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
    }
}
