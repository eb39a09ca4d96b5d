"""Any version of OpenAPI in, JSON Schema 2020-12 out: what a validator can judge by.

Where a node has to be wrapped, whatever is below it moves; `Converted.moved` leads from a pointer of the document to
that of the converted tree. Names that schemas give themselves are in `anchors` and `identifiers`, with the pointers of the
document; the tree has none of them.
"""

from tree import escape

TYPES = {"null", "boolean", "integer", "number", "string", "array", "object"}
NUMBERS = ("minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum")
COUNTS = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
NAMED = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
LISTS = ("allOf", "oneOf", "anyOf", "prefixItems")
SINGLE = ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "unevaluatedProperties", "unevaluatedItems")
DATA = ("example", "examples", "default", "enum", "const", "discriminator", "xml", "externalDocs")


class Converted:
    """The converted tree of one file."""

    def __init__(self, raw, reads_pattern):
        self.raw = raw
        self.moved = {}
        self.schemas = []
        self.anchors, self.identifiers = {}, {}
        self.dropped = 0
        self.reads_pattern = reads_pattern
        version = str(raw.get("openapi") or raw.get("swagger") or "") if isinstance(raw, dict) else ""
        self.modern = version.startswith("3.") and not version.startswith("3.0")
        self.tree = self.other(raw, "", "")
        if isinstance(raw, dict) and isinstance(raw.get("$self"), str):
            self.identifiers[raw["$self"]] = ""

    def other(self, node, raw, at, names=False):
        """Whatever is not a schema; a part of a file without a context may well be one."""
        self.moved[raw] = at
        if isinstance(node, list):
            return [self.other(item, f"{raw}/{index}", f"{at}/{index}") for index, item in enumerate(node)]
        if not isinstance(node, dict):
            return node
        if not names and looks_like_a_schema(node):
            return self.schema(node, raw, at)
        result = {}
        for key, value in node.items():
            below, to = f"{raw}/{escape(key)}", f"{at}/{escape(key)}"
            if key == "schema" and not names:
                result[key] = self.schema(value, below, to)
            elif key in ("schemas", "definitions") and isinstance(value, dict):
                result[key] = self.named(value, below, to)
            elif not names and (key in DATA or key.startswith("x-")):
                self.moved[below] = to
                result[key] = value
            else:
                holds_names = key in ("parameters", "responses", "headers", "paths", "content", "requestBodies", "callbacks", "links", "webhooks", "pathItems")
                result[key] = self.other(value, below, to, holds_names)
        return result

    def named(self, nodes, raw, at):
        return {key: self.schema(value, f"{raw}/{escape(key)}", f"{at}/{escape(key)}") for key, value in nodes.items()}

    def schema(self, node, raw, at):
        self.moved[raw] = at
        if not isinstance(node, dict):
            return node if isinstance(node, bool) else {}
        self.schemas.append((raw, at))
        for word, names in (("$anchor", self.anchors), ("$dynamicAnchor", self.anchors), ("$id", self.identifiers)):
            if isinstance(node.get(word), str):
                names.setdefault(node[word].rstrip("#"), raw)
        null = node.get("nullable") is True or node.get("x-nullable") is True
        if "$ref" in node and isinstance(node["$ref"], str) and not self.modern:
            if not null:
                return {"$ref": node["$ref"]}
            return {"anyOf": [{"$ref": node["$ref"]}, {"type": "null"}]}
        types = node.get("type")
        types = types if isinstance(types, list) else [types]
        types = [{"file": "string"}.get(one, "null" if one is None and "type" in node else one) for one in types]
        types = [one for one in types if one is not None]
        if not all(isinstance(one, str) and one in TYPES for one in types):
            types = []
        if not types and "type" not in node:
            # What such a document means, although JSON Schema would let any other kind of value pass.
            objects = any(isinstance(node.get(word), dict) and node[word] for word in ("properties", "additionalProperties"))
            objects |= isinstance(node.get("required"), list)
            types = ["object"] if objects else ["array"] if "items" in node else []
        wrapped = null and not types and "enum" not in node
        if wrapped:
            at += "/anyOf/1"
        result = self.keywords(node, raw, at)
        # The contents of a file are a string, whatever the schema says besides.
        if not types and "contentMediaType" in node and "contentEncoding" not in node:
            types = ["string"]
        if types:
            if null and "null" not in types:
                types = types + ["null"]
            result["type"] = types[0] if len(types) == 1 else list(dict.fromkeys(types))
        return {"anyOf": [{"type": "null"}, result]} if wrapped else result

    def keywords(self, node, raw, at):
        result = {}
        for key, value in node.items():
            below, to = f"{raw}/{escape(key)}", f"{at}/{escape(key)}"
            if key == "$dynamicRef":
                # Where only one schema has the anchor, it leads there as any other reference does.
                result.setdefault("$ref", value)
                continue
            if key in ("type", "nullable", "$schema", "$id", "id", "$anchor", "$dynamicAnchor") or key.startswith("x-"):
                continue
            if key in NAMED:
                if isinstance(value, dict):
                    result[key] = self.named(value, below, to)
                    if key == "patternProperties":
                        result[key] = {name: one for name, one in result[key].items() if self.reads_pattern(name)}
            elif key == "items" and isinstance(value, list):
                to = f"{at}/prefixItems"
                result["prefixItems"] = [self.schema(one, f"{below}/{n}", f"{to}/{n}") for n, one in enumerate(value)]
                if isinstance(node.get("additionalItems"), (dict, bool)):
                    more = node["additionalItems"]
                    result["items"] = self.schema(more, f"{raw}/additionalItems", f"{at}/items")
            elif key in LISTS:
                if isinstance(value, list) and value:
                    result[key] = [self.schema(one, f"{below}/{n}", f"{to}/{n}") for n, one in enumerate(value)]
            elif key in SINGLE:
                if isinstance(value, (dict, bool)):
                    result[key] = self.schema(value, below, to)
            elif key in NUMBERS:
                if isinstance(value, bool):
                    # Before 3.1 it was a switch beside the bound.
                    bound = node.get({"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}.get(key))
                    if value and isinstance(bound, (int, float)):
                        result[key] = bound
                elif isinstance(value, (int, float)) and (key != "multipleOf" or value > 0):
                    result[key] = value
            elif key in COUNTS:
                if isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0 and value == int(value):
                    result[key] = int(value)
            elif key == "required":
                if isinstance(value, list):
                    result[key] = list(dict.fromkeys(one for one in value if isinstance(one, str)))
            elif key == "enum":
                if isinstance(value, list) and value:
                    result[key] = value
            elif key == "pattern":
                if isinstance(value, str) and self.reads_pattern(value):
                    result[key] = value
                else:
                    self.dropped += 1
            elif key in ("uniqueItems",):
                if isinstance(value, bool):
                    result[key] = value
            elif key == "format":
                if isinstance(value, str):
                    result[key] = value
            elif key in ("dependentRequired", "dependencies", "minContains", "maxContains", "additionalItems", "title", "description"):
                continue
            else:
                result[key] = value
        return result


def looks_like_a_schema(node):
    if {"schema", "in", "content", "responses", "paths", "openapi", "swagger"} & node.keys():
        return False
    return (
        isinstance(node.get("type"), str) and node["type"] in TYPES
        or isinstance(node.get("properties"), dict)
        or any(isinstance(node.get(key), list) for key in ("allOf", "oneOf", "anyOf"))
    )
