"""One document with the files it refers to, converted, and validators for any place in it."""

import pathlib
import urllib.parse

import jsonschema_rs

from dialect import Converted
from tree import parse, walk_pointer

# How many references a pointer may go through.
REFERENCES = 20


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
        self.load(self.uri)
        for uri, file in self.files.items():
            self.rewrite(uri, file)
        self.registry = jsonschema_rs.Registry([(uri, file.tree) for uri, file in self.files.items()])
        self.names, self.validator = self.compiled()
        self.others = {}

    def load(self, uri):
        if uri in self.files:
            return
        path = pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(uri).path))
        file = Converted(embedded(parse(path.read_text(encoding="utf-8")), uri), reads_pattern)
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

    def leads_to(self, uri, reference, passed=0):
        """The file and the pointer in the converted tree; None for the pointer where there is nothing."""
        target, _, fragment = urllib.parse.urljoin(uri, reference).partition("#")
        target, root = self.named(target)
        if target not in self.files:
            return target, None
        file = self.files[target]
        fragment = urllib.parse.unquote(fragment)
        is_pointer = not fragment or fragment.startswith("/")
        pointer = root + fragment if is_pointer else file.anchors.get(fragment)
        if pointer is None:
            return target, None
        written, pointer = pointer, file.moved.get(pointer, pointer)
        if exists(file.tree, pointer):
            return target, pointer
        # What the conversion has left out, such as something beside a reference, is there all the same.
        through = None if exists(file.raw, written) else through_reference(file.tree, pointer)
        return self.leads_to(target, through, passed + 1) if through and passed < REFERENCES else (target, None)

    def named(self, address):
        """The file that an address means, and the pointer of what has that address in it."""
        for uri, file in self.files.items():
            if address != uri and address in file.identifiers:
                return uri, file.identifiers[address]
        return address, ""

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

    def compiled(self):
        """One validator for every schema, each of them a member of it: what schemas refer to is compiled once."""
        places = [(uri, pointer) for uri, file in self.files.items() for _, pointer in file.schemas]
        names = {place: str(number) for number, place in enumerate(places)}
        return names, self.validator_of({"properties": {name: reference(place) for place, name in names.items()}})

    def validator_of(self, schema):
        return jsonschema_rs.Draft202012Validator(schema, registry=self.registry, validate_formats=False, offline=True)

    def applied(self, place, value):
        """A validator, and what it is to be asked, to learn of the value by the schema at the place."""
        name = self.names.get(place)
        if name is not None:
            return self.validator, {name: value}
        # The conversion has made a schema of its own there, such as one beside null.
        if place not in self.others:
            self.others[place] = self.validator_of(reference(place))
        return self.others[place], value

    def is_valid(self, place, value):
        validator, question = self.applied(place, value)
        return validator.is_valid(question)

    def complaint(self, place, value):
        """The keyword that refuses a value; None where it is valid."""
        validator, question = self.applied(place, value)
        for error in validator.iter_errors(question):
            return str(error.schema_path[-1] if isinstance(error.schema_path[-1], str) else error.schema_path[-2])
        return None


def reference(place):
    return {"$ref": f"{place[0]}#{urllib.parse.quote(place[1], safe='/~')}"}


def exists(tree, pointer):
    try:
        walk_pointer(tree, pointer)
        return True
    except KeyError:
        return False


def through_reference(tree, pointer):
    """What a pointer names that goes on behind a reference; None where it is no reference that is in its way."""
    tokens = pointer.split("/")
    for end in range(1, len(tokens)):
        if not isinstance(tree, (dict, list)):
            return None
        try:
            tree = walk_pointer(tree, f"/{tokens[end]}")
        except KeyError:
            to = tree.get("$ref") if isinstance(tree, dict) else None
            rest = "/".join(tokens[end:])
            return f"{to}/{rest}" if isinstance(to, str) and "#" in to else f"{to}#/{rest}" if isinstance(to, str) else None
    return None


def local(uri):
    return pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(uri).path))


def embedded(tree, base):
    """The tree with the targets of references in place of a schema's maps and lists, where JSON Schema has none."""
    open_nodes = [tree]
    while open_nodes:
        node = open_nodes.pop()
        if isinstance(node, dict):
            for key in ("properties", "required", "enum"):
                holder = node.get(key)
                if isinstance(holder, dict) and isinstance(holder.get("$ref"), str):
                    node[key] = target_of(base, holder)
            open_nodes.extend(node.values())
        elif isinstance(node, list):
            open_nodes.extend(node)
    return tree


def target_of(base, holder):
    """A copy of what a reference leads to, with the members beside it; references in it are absolute."""
    uri, _, pointer = urllib.parse.urljoin(base, holder["$ref"]).partition("#")
    target = walk_pointer(parse(local(uri).read_text(encoding="utf-8")), urllib.parse.unquote(pointer))
    open_nodes = [target]
    while open_nodes:
        node = open_nodes.pop()
        if isinstance(node, dict):
            if isinstance(node.get("$ref"), str):
                node["$ref"] = urllib.parse.urljoin(uri, node["$ref"])
            open_nodes.extend(node.values())
        elif isinstance(node, list):
            open_nodes.extend(node)
    beside = {key: value for key, value in holder.items() if key != "$ref"}
    return target | beside if isinstance(target, dict) else target


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

