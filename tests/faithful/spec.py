"""One document with the files it refers to, converted, and validators for any place in it."""

import pathlib
import urllib.parse
from collections import OrderedDict

import jsonschema_rs

from dialect import Converted
from tree import parse, walk_pointer

VALIDATORS = 300


def reads_pattern(pattern):
    """Whether the validator understands a regular expression."""
    try:
        jsonschema_rs.Draft202012Validator({"pattern": pattern})
        return True
    except Exception:  # noqa: BLE001: its errors have no common type
        return False


class Spec:
    """Places are pairs of a file's address and a pointer into the converted tree."""

    def __init__(self, path):
        self.path = pathlib.Path(path).resolve()
        self.uri = self.path.as_uri()
        self.files = {}
        self.unreachable = 0
        self.validators = OrderedDict()
        self.load(self.uri)
        for uri, file in self.files.items():
            self.rewrite(uri, file)
        self.registry = jsonschema_rs.Registry([(uri, file.tree) for uri, file in self.files.items()])

    def load(self, uri):
        if uri in self.files:
            return
        path = pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(uri).path))
        file = Converted(parse(path.read_text(encoding="utf-8")), reads_pattern)
        self.files[uri] = file
        for reference in references(file.tree):
            target, _, _ = urllib.parse.urljoin(uri, reference).partition("#")
            if target.startswith("file:") and pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(target).path)).is_file():
                self.load(target)

    def rewrite(self, uri, file):
        """References between schemas lead into the converted trees; those that lead nowhere say nothing."""
        for _, pointer in file.schemas:
            node = walk_pointer(file.tree, pointer)
            if "anyOf" in node and "$ref" in node["anyOf"][0]:
                node = node["anyOf"][0]
            if not isinstance(node.get("$ref"), str):
                node.pop("$ref", None)
                continue
            target, place = self.leads_to(uri, node["$ref"])
            if place is None:
                self.unreachable += 1
                del node["$ref"]
            else:
                node["$ref"] = f"{target}#{urllib.parse.quote(place, safe='/~')}"

    def leads_to(self, uri, reference):
        """The file and the pointer in the converted tree; None for the pointer where there is nothing."""
        target, _, fragment = urllib.parse.urljoin(uri, reference).partition("#")
        pointer = urllib.parse.unquote(fragment)
        if target not in self.files:
            return target, None
        file = self.files[target]
        pointer = file.moved.get(pointer, pointer)
        try:
            walk_pointer(file.tree, pointer)
        except KeyError:
            return target, None
        return target, pointer

    def at(self, place):
        return walk_pointer(self.files[place[0]].tree, place[1])

    def refers_to(self, place, node):
        """Where a schema's reference leads to: it is absolute by now."""
        target, _, fragment = urllib.parse.urljoin(place[0], node["$ref"]).partition("#")
        return target, urllib.parse.unquote(fragment)

    def followed(self, place):
        """The place that references here lead to, through any number of them."""
        seen = set()
        while place not in seen:
            seen.add(place)
            node = self.at(place)
            if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
                break
            place = self.refers_to(place, node)
        return place

    def validator(self, place):
        if place in self.validators:
            self.validators.move_to_end(place)
            return self.validators[place]
        reference = f"{place[0]}#{urllib.parse.quote(place[1], safe='/~')}"
        made = jsonschema_rs.Draft202012Validator({"$ref": reference}, registry=self.registry, validate_formats=False, offline=True)
        self.validators[place] = made
        if len(self.validators) > VALIDATORS:
            self.validators.popitem(last=False)
        return made

    def is_valid(self, place, value):
        return self.validator(place).is_valid(value)

    def complaint(self, place, value):
        """The keyword that refuses a value; None where it is valid."""
        for error in self.validator(place).iter_errors(value):
            return str(error.schema_path[-1] if isinstance(error.schema_path[-1], str) else error.schema_path[-2])
        return None


def references(tree):
    """The texts of all `$ref`s."""
    open_nodes = [tree]
    while open_nodes:
        node = open_nodes.pop()
        if isinstance(node, dict):
            if isinstance(node.get("$ref"), str):
                yield node["$ref"]
            open_nodes.extend(node.values())
        elif isinstance(node, list):
            open_nodes.extend(node)


def component_name(place):
    return place[1].rpartition("/")[2].replace("~1", "/").replace("~0", "~")

