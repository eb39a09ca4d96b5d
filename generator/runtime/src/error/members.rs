use crate::describe::ErrorMembers;
use crate::json::Json;

/// The members common to all error bodies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Members {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) request_id: Option<String>,
}

impl Members {
    /// Reads the members from a JSON body; in each list, the first present member wins.
    pub(crate) fn of(body: &Json, names: &ErrorMembers) -> Self {
        Self {
            code: first(body, names.code),
            message: first(body, names.message),
            request_id: first(body, names.request_id),
        }
    }
}

fn first(body: &Json, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        let value = if name.starts_with('/') { body.pointer(name) } else { body.get(name) };
        match value? {
            Json::String(text) => Some(text.clone()),
            Json::Number(number) => Some(number.to_string()),
            Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_) => None,
        }
    })
}
