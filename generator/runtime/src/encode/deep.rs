use super::flat_value::text;
use super::percent::{Keep, encode};
use super::refusal::Refusal;
use crate::json::Json;

/// Writes `style: deepObject`: `name[key]=value`, one pair per leaf.
///
/// OpenAPI defines one level of an object. Beyond it, each level of an object or array adds a
/// bracket with its key or index, and a scalar has no bracket: form parsers read this back.
pub(crate) fn deep(
    name: &str,
    value: &Json,
    keep: Keep,
    pairs: &mut Vec<String>,
) -> Result<(), Refusal> {
    let mut path = String::new();
    encode(name, keep.in_names(), &mut path);
    leaves(&path, value, keep, pairs)
}

fn leaves(path: &str, value: &Json, keep: Keep, pairs: &mut Vec<String>) -> Result<(), Refusal> {
    match value {
        Json::Object(members) => {
            for (key, member) in members {
                leaves(&bracket(path, key, keep), member, keep, pairs)?;
            }
        }
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                leaves(&bracket(path, &index.to_string(), keep), item, keep, pairs)?;
            }
        }
        single => {
            if let Some(text) = text(single)? {
                let mut pair = format!("{path}=");
                encode(&text, keep, &mut pair);
                pairs.push(pair);
            }
        }
    }
    Ok(())
}

fn bracket(path: &str, key: &str, keep: Keep) -> String {
    let mut path = format!("{path}%5B");
    encode(key, keep.in_names(), &mut path);
    path.push_str("%5D");
    path
}
