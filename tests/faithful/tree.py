"""Documents as plain trees, read as JSON would have them."""

import json
import math
import re

import yaml


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2's core schema: `yes` and dates are texts."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
    ("merge", r"<<", "<"),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), list(first))


def integer(loader, node):
    return int(loader.construct_scalar(node))


Loader.add_constructor("tag:yaml.org,2002:int", integer)


def parse(text):
    """A tree of plain values whose keys are texts (`200:` is `"200"`)."""

    def plain(value):
        if isinstance(value, dict):
            return {key if isinstance(key, str) else json.dumps(key): plain(item) for key, item in value.items()}
        return [plain(item) for item in value] if isinstance(value, list) else value

    text = text.removeprefix("\ufeff")
    try:
        return json.loads(text)
    except ValueError:
        return plain(yaml.load(text, Loader=Loader))


def escape(token):
    return str(token).replace("~", "~0").replace("/", "~1")


def walk_pointer(tree, pointer):
    """The node that a JSON Pointer leads to; KeyError where it leads nowhere."""
    for token in pointer.split("/")[1:]:
        token = token.replace("~1", "/").replace("~0", "~")
        if isinstance(tree, list) and token.isdigit() and int(token) < len(tree):
            tree = tree[int(token)]
        elif isinstance(tree, dict) and token in tree:
            tree = tree[token]
        else:
            raise KeyError(pointer)
    return tree


def is_finite(value):
    if isinstance(value, dict):
        return all(map(is_finite, value.values()))
    if isinstance(value, list):
        return all(map(is_finite, value))
    return not isinstance(value, float) or math.isfinite(value)


def replaced(value, path, new):
    """A copy of a value with another one at a path; only what is on the way is copied."""
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


def kind(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    return {str: "string", list: "array", dict: "object"}[type(value)]
