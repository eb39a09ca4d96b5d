"""All examples and defaults of a document, with the schema that each belongs to."""

from sample import examples_of
from tree import escape


def all_examples(spec):
    """Kind, place of the value, the value, place of its schema."""
    for uri, file in spec.files.items():
        for _, pointer in file.schemas:
            place = (uri, pointer)
            node = spec.at(place)
            if "anyOf" in node and node["anyOf"][0] == {"type": "null"} and len(node) == 1:
                # Wrapped: the keywords stand one step further down.
                place, node = (uri, f"{pointer}/anyOf/1"), node["anyOf"][1]
            for where, value in examples_of(place, node):
                yield ("default" if where[1].endswith("/default") else "example"), where, value, place
        yield from beside_schemas(spec, uri, file.tree)


def beside_schemas(spec, uri, tree):
    """Those of media types, parameters, headers and of Swagger 2.0's responses."""
    open_nodes = [("", tree)]
    while open_nodes:
        pointer, node = open_nodes.pop()
        if isinstance(node, list):
            open_nodes += [(f"{pointer}/{index}", item) for index, item in enumerate(node)]
        if not isinstance(node, dict):
            continue
        if isinstance(node.get("schema"), dict):
            place = (uri, f"{pointer}/schema")
            if "example" in node:
                yield "example", (uri, f"{pointer}/example"), node["example"], place
            many = node.get("examples")
            for name, one in many.items() if isinstance(many, dict) else ():
                where = (uri, f"{pointer}/examples/{escape(name)}")
                if "in" not in node and ("description" in node or "headers" in node) and "value" not in (one if isinstance(one, dict) else {}):
                    if "json" in name:
                        yield "example", where, one, place
                    continue
                if not isinstance(one, dict):
                    continue
                if "$ref" in one and spec.leads_to(uri, str(one["$ref"]))[1]:
                    where = spec.leads_to(uri, one["$ref"])
                    one = spec.at(where)
                if isinstance(one, dict) and "value" in one:
                    yield "example", (where[0], f"{where[1]}/value"), one["value"], place
        open_nodes += [
            (f"{pointer}/{escape(key)}", value)
            for key, value in node.items()
            if key not in ("example", "examples", "default", "enum", "schema", "schemas", "definitions")
        ]
