//! The words an operation is called by.

use crate::ir;

/// The words of an operation's name, a function of its own place: the pinned name, the
/// `operationId`, or the method and the path (`get /pets/{id}/toys`: `get pets by id toys`).
pub(crate) fn operation_stem(operation: &ir::Operation) -> String {
    if let Some(name) = operation.rust_name.as_ref().or(operation.id.as_ref()) {
        return name.clone();
    }
    operation_place(operation)
}

/// The words of an operation's method and path, whatever the document calls it.
pub(crate) fn operation_place(operation: &ir::Operation) -> String {
    format!("{} {}", method_word(&operation.method), path_words(&operation.path))
}

fn method_word(method: &ir::Method) -> &str {
    match method {
        ir::Method::Get => "get",
        ir::Method::Put => "put",
        ir::Method::Post => "post",
        ir::Method::Delete => "delete",
        ir::Method::Options => "options",
        ir::Method::Head => "head",
        ir::Method::Patch => "patch",
        ir::Method::Trace => "trace",
        ir::Method::Other(name) => name,
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
