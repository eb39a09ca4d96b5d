//! The output of the encoders, compared with expected text and with independent parsers.

mod back;
mod content;
mod empty;
mod exact;
mod forms;
mod refused;
mod styles;

use super::*;
use crate::describe::Parameter;
use crate::json::Json;

fn json(text: &str) -> Json {
    text.parse().unwrap()
}

fn path_text(parameter: Parameter, value: &str) -> Result<String, Refusal> {
    path(&parameter, &json(value))
}

fn query_text(parameter: Parameter, value: &str) -> Result<String, Refusal> {
    let mut pairs = Vec::new();
    query(&parameter, &json(value), &mut pairs)?;
    Ok(pairs.join("&"))
}

/// The value of the header; `None` if it is not sent.
fn header_text(parameter: Parameter, value: &str) -> Result<Option<String>, Refusal> {
    let value = header(&parameter, &json(value))?;
    Ok(value.map(|value| value.to_str().unwrap().to_owned()))
}

fn cookie_text(parameter: Parameter, value: &str) -> Result<String, Refusal> {
    let mut pairs = Vec::new();
    cookie(&parameter, &json(value), &mut pairs)?;
    Ok(pairs.join("; "))
}
