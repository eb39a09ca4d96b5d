//! A document that uses every construct with a name or a text, made of any of them.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::words::{text, word};

/// A document of any names and texts.
pub(super) fn document() -> impl Strategy<Value = Value> {
    let words = prop::collection::vec(word(), 70);
    let texts = prop::collection::vec(text(), 40);
    (words, texts).prop_map(|(words, texts)| Words { words, texts, word: 0, text: 0 }.document())
}

/// Words and texts, given in turn.
struct Words {
    words: Vec<String>,
    texts: Vec<String>,
    word: usize,
    text: usize,
}

impl Words {
    fn word(&mut self) -> String {
        self.word += 1;
        self.words[self.word % self.words.len()].clone()
    }

    fn text(&mut self) -> String {
        self.text += 1;
        self.texts[self.text % self.texts.len()].clone()
    }

    /// An object of `count` members with any names.
    fn named(&mut self, count: usize, mut value: impl FnMut(&mut Self) -> Value) -> Value {
        let members: Map<String, Value> = (0..count).map(|_| (self.word(), value(self))).collect();
        Value::Object(members)
    }

    fn document(mut self) -> Value {
        let mut paths = Map::new();
        for index in 0..6 {
            let (path, item) = self.path(index);
            paths.insert(path, item);
        }
        let schemas = self.schemas();
        let variable = self.word();
        json!({
            "openapi": "3.1.0",
            "info": {"title": self.text(), "version": self.text(), "description": self.text()},
            "servers": [{
                "url": format!("https://a.example/{{{variable}}}"),
                "description": self.text(),
                "variables": {variable: {
                    "default": "v1", "enum": ["v1", self.word(), self.word()], "description": self.text(),
                }},
            }],
            "security": [{"one": []}],
            "tags": [{"name": self.word(), "description": self.text(), "summary": self.text()}],
            "paths": paths,
            "webhooks": self.named(1, |words| json!({"post": words.operation(&[])})),
            "components": {"schemas": schemas, "securitySchemes": self.schemes()},
        })
    }

    fn path(&mut self, index: usize) -> (String, Value) {
        let name = self.word().replace(['/', '{', '}'], "");
        let names = if name.is_empty() { vec![] } else { vec![name] };
        let templates: String = names.iter().map(|name| format!("/{{{name}}}")).collect();
        let segment = self.word().replace(['/', '{', '}'], "");
        let item = json!({
            "summary": self.text(),
            "get": self.operation(&names),
            "post": self.operation(&names),
        });
        (format!("/{index}/{segment}{templates}"), item)
    }

    fn operation(&mut self, names: &[String]) -> Value {
        let mut parameters: Vec<Value> =
            names.iter().map(|name| self.parameter(name.clone(), "path")).collect();
        for place in ["query", "query", "header", "cookie"] {
            let name = self.word();
            parameters.push(self.parameter(name, place));
        }
        let mut operation = json!({
            "tags": [self.word()],
            "summary": self.text(),
            "description": self.text(),
            "parameters": parameters,
            "requestBody": {
                "description": self.text(),
                "required": self.word.is_multiple_of(2),
                "content": {
                    "application/json": {"schema": self.schema(2)},
                    format!("text/{}", self.word()): {"schema": {"type": "string"}},
                },
            },
            "responses": {
                "200": {
                    "description": self.text(),
                    "headers": self.named(2, |words| json!({"description": words.text(), "schema": {"type": "string"}})),
                    "content": {"application/json": {"schema": self.schema(2), "example": self.text()}},
                },
                "201": {"description": self.text(), "content": {"text/plain": {"schema": {"type": "string"}}}},
                "404": {"description": self.text(), "content": {"application/json": {"schema": self.schema(1)}}},
                "default": {"description": self.text()},
            },
        });
        if !self.word.is_multiple_of(3) {
            operation["operationId"] = json!(self.word());
        }
        operation
    }

    fn parameter(&mut self, name: String, place: &str) -> Value {
        json!({
            "name": name, "in": place, "required": place == "path" || self.word.is_multiple_of(5),
            "description": self.text(), "example": self.text(),
            "schema": {"type": "string", "enum": [self.word(), self.word()], "default": self.word()},
        })
    }

    fn schemas(&mut self) -> Value {
        let mut schemas = Map::new();
        for _ in 0..5 {
            let schema = self.schema(3);
            schemas.insert(self.word(), schema);
        }
        let mapping = self.named(2, |_| json!("#/components/schemas/Sure"));
        let tag = self.word();
        schemas.insert("Sure".to_owned(), json!({
            "type": "object", "required": [tag.clone()], "properties": {tag.clone(): {"type": "string"}},
        }));
        schemas.insert(
            self.word(),
            json!({
                "oneOf": [{"$ref": "#/components/schemas/Sure"}],
                "discriminator": {"propertyName": tag, "mapping": mapping},
            }),
        );
        let pinned = self.word();
        schemas.insert(self.word(), json!({
            "type": "object", "x-callwright-name": pinned, "properties": self.named(2, |words| words.schema(0)),
        }));
        Value::Object(schemas)
    }

    /// A schema of any kind, with schemas within it to this depth.
    fn schema(&mut self, depth: usize) -> Value {
        let mut schema = match (self.word + depth) % 9 {
            _ if depth == 0 => {
                json!({"type": "string", "enum": [self.word(), self.word(), self.word()]})
            }
            0 | 1 => {
                let properties = self.named(4, |words| words.schema(depth - 1));
                let required: Vec<&String> =
                    properties.as_object().into_iter().flat_map(Map::keys).step_by(2).collect();
                json!({"type": "object", "required": required, "properties": properties})
            }
            2 => json!({"type": "array", "items": self.schema(depth - 1)}),
            3 => {
                json!({"type": "array", "prefixItems": [self.schema(depth - 1), {"type": "integer"}]})
            }
            4 => json!({"type": "object", "additionalProperties": self.schema(depth - 1)}),
            5 => {
                let tag = self.word();
                let alternative = |words: &mut Self| {
                    json!({
                        "type": "object", "required": [&tag],
                        "properties": {&tag: {"const": words.word()}, words.word(): words.schema(depth - 1)},
                    })
                };
                json!({"oneOf": [alternative(self), alternative(self), {"type": "string"}]})
            }
            6 => json!({"anyOf": [
                {"title": self.word(), "type": "array", "items": {"type": "integer"}},
                {"title": self.text(), "type": "object", "required": [self.word()], "properties": self.named(2, |words| words.schema(0))},
            ]}),
            7 => json!({"allOf": [
                {"type": "object", "properties": self.named(2, |words| words.schema(0))},
                {"type": "object", "properties": self.named(2, |words| words.schema(depth - 1))},
            ]}),
            _ => json!({"enum": [self.word(), 1, -1.5, true]}),
        };
        schema["description"] = json!(self.text());
        if self.text.is_multiple_of(3) {
            schema["title"] = json!(self.text());
        }
        if self.text.is_multiple_of(7) {
            schema["x-callwright-name"] = json!(self.word());
        }
        if self.text.is_multiple_of(4) {
            schema["pattern"] = json!(self.text());
            schema["default"] = json!(self.text());
        }
        schema
    }

    fn schemes(&mut self) -> Value {
        let mut schemes = Map::new();
        schemes.insert(
            "one".to_owned(),
            json!({"type": "http", "scheme": "bearer", "description": self.text()}),
        );
        schemes.insert(
            self.word(),
            json!({"type": "http", "scheme": "bearer", "description": self.text()}),
        );
        schemes.insert(self.word(), json!({"type": "http", "scheme": "basic"}));
        schemes.insert(self.word(), json!({"type": "apiKey", "in": "query", "name": self.word()}));
        Value::Object(schemes)
    }
}
