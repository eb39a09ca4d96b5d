//! Words for operations and paths.

use super::{Method, Operation};

/// The words of an operation: its pinned name, its `operationId`, or its method and path (`get
/// /pets/{id}/toys`: `get pets by id toys`).
pub(crate) fn operation_stem(operation: &Operation) -> String {
    if let Some(name) = operation.rust_name.as_ref().or(operation.id.as_ref()) {
        return name.clone();
    }
    operation_place(operation)
}

/// The words of an operation's method and path, ignoring its names.
pub(crate) fn operation_place(operation: &Operation) -> String {
    format!("{} {}", method_word(&operation.method), path_words(&operation.path))
}

fn method_word(method: &Method) -> &str {
    match method {
        Method::Get => "get",
        Method::Put => "put",
        Method::Post => "post",
        Method::Delete => "delete",
        Method::Options => "options",
        Method::Head => "head",
        Method::Patch => "patch",
        Method::Trace => "trace",
        Method::Other(name) => name,
    }
}

/// The words of a path template: `/pets/{id}/toys` is `pets by id toys`, `/` is `root`.
pub(crate) fn path_words(path: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        let spaced = segment.replace('{', " by ").replace('}', " ");
        words.push(spaced.trim().to_owned());
    }
    if words.is_empty() { "root".to_owned() } else { words.join(" ") }
}
