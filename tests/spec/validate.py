#!/usr/bin/env python3
"""Validates an OpenAPI 3.0 document, its examples, and recordings made of it.

    validate.py SPEC [RECORDING.har ...]

Three questions, each answered with the places where the answer is no:

- Is the document OpenAPI? (openapi-spec-validator decides, following references into other files.)
- Is every example valid against its schema, and every member of it declared there? An undeclared member would
  end up among the extras of a generated type, so one of the two is wrong.
- Does every recorded exchange belong to an operation, and do its bodies answer the second question too?

Exit status: 0 if all is well, 1 if not, 2 if a file cannot be read.
Needs `openapi-spec-validator` (which brings `openapi-schema-validator` and PyYAML) from PyPI.
"""

import base64
import json
import pathlib
import re
import sys
import urllib.parse

import yaml
from jsonschema.exceptions import UnknownType
from openapi_schema_validator import OAS30Validator
from openapi_spec_validator import OpenAPIV30SpecValidator
from referencing import Registry, Resource
from referencing.exceptions import PointerToNowhere, Unresolvable
from referencing.jsonschema import DRAFT4

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Loader(yaml.SafeLoader):
    """Reads timestamps as the text they are, since JSON has no such type."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def parse(text):
    """A tree of plain values whose keys are texts, as JSON would have them (`200:` is `"200"`)."""

    def plain(value):
        if isinstance(value, dict):
            return {str(key): plain(item) for key, item in value.items()}
        return [plain(item) for item in value] if isinstance(value, list) else value

    return plain(yaml.load(text, Loader=Loader))


class Place:
    """A node of the document: its file, its pointer and its value."""

    def __init__(self, spec, uri, pointer, value):
        self.spec, self.uri, self.pointer, self.value = spec, uri, pointer, value

    def __str__(self):
        path = pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(self.uri).path))
        return f"{path.name}#{self.pointer}"

    def at(self, key):
        """The node one step down, references followed; None where there is none."""
        try:
            value = self.value[key]
        except (KeyError, IndexError, TypeError):
            return None
        token = str(key).replace("~", "~0").replace("/", "~1")
        return Place(self.spec, self.uri, f"{self.pointer}/{token}", value).followed()

    def followed(self):
        """The node that a reference here leads to, through any number of them."""
        place, seen = self, set()
        while isinstance(place.value, dict) and isinstance(place.value.get("$ref"), str):
            target = urllib.parse.urljoin(place.uri, place.value["$ref"])
            if target in seen:
                raise ValueError(f"{place}: the reference leads back to itself")
            seen.add(target)
            uri, _, fragment = target.partition("#")
            pointer = urllib.parse.unquote(fragment)
            place = Place(self.spec, uri, "", self.spec.file(uri))
            for token in pointer.split("/")[1:]:
                token = token.replace("~1", "/").replace("~0", "~")
                step = int(token) if isinstance(place.value, list) else token
                place = Place(self.spec, uri, f"{place.pointer}/{token.replace('/', '~1')}", place.value[step])
        return place

    def items(self):
        """The members of an object, references followed."""
        return [(key, self.at(key)) for key in self.value] if isinstance(self.value, dict) else []


class Spec:
    """A document and the files it refers to."""

    def __init__(self, path):
        self.uri = path.resolve().as_uri()
        self.files = {}
        self.registry = Registry(retrieve=self.resource)
        self.root = Place(self, self.uri, "", self.file(self.uri))

    def file(self, uri):
        if uri not in self.files:
            path = pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(uri).path))
            self.files[uri] = parse(path.read_text(encoding="utf-8"))
        return self.files[uri]

    def resource(self, uri):
        return Resource.from_contents(self.file(uri), default_specification=DRAFT4)

    def errors(self, schema, value, where):
        """What is wrong with a value that should be valid against the schema at a place."""
        validator = OAS30Validator({"$ref": f"{schema.uri}#{schema.pointer}"}, registry=self.registry)
        for error in validator.iter_errors(value):
            at = "".join(f"/{step}" for step in error.absolute_path)
            yield f"{where}{at}: {error.message}"
        for at in undeclared(schema, value, ""):
            yield f"{where}{at}: {schema} declares no such member"


def undeclared(schema, value, at):
    """The members of a value that its schema knows only as additional ones it says nothing about."""
    schema = schema.followed()
    parts = [schema] + [
        schema.at(word).at(index)
        for word in ("allOf", "oneOf", "anyOf")
        for index in range(len(schema.value.get(word, [])))
    ]
    if isinstance(value, list):
        for index, item in enumerate(value):
            for part in parts:
                if part.at("items"):
                    yield from undeclared(part.at("items"), item, f"{at}/{index}")
    if not isinstance(value, dict):
        return
    for key, item in value.items():
        declared = [part.at("properties").at(key) for part in parts if part.at("properties")]
        declared = [place for place in declared if place]
        if declared:
            for place in declared:
                yield from undeclared(place, item, f"{at}/{key}")
        elif not any(isinstance(part.value.get("additionalProperties"), dict) for part in parts):
            yield f"{at}/{key}"


def examples(place):
    """The examples beside a `schema`, with the places they stand at."""
    if "example" in place.value:
        yield place.at("example"), place.value["example"]
    if place.at("examples"):
        for _, example in place.at("examples").items():
            if "value" in example.value:
                yield Place(place.spec, example.uri, f"{example.pointer}/value", None), example.value["value"]


def schema_examples(uri, pointer, value):
    """Every schema object of a file that has an `example` of its own."""
    if isinstance(value, dict):
        if "example" in value and "schema" not in value and {"type", "properties", "allOf"} & value.keys():
            yield pointer, value
        for key, item in value.items():
            if key not in ("example", "examples", "value", "default", "enum"):
                yield from schema_examples(uri, f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}", item)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from schema_examples(uri, f"{pointer}/{index}", item)


def operations(spec):
    for path, item in spec.root.at("paths").items():
        for method in METHODS:
            operation = item.at(method)
            if operation:
                yield path, method, item, operation


def check_examples(spec):
    """How many examples there are, and what is wrong with them."""
    count, errors = 0, []
    holders = []
    for _, _, item, operation in operations(spec):
        for owner in (item, operation):
            for index in range(len(owner.value.get("parameters", []))):
                holders.append(owner.at("parameters").at(index))
        messages = [operation.at("requestBody")] if operation.at("requestBody") else []
        messages += [response for _, response in operation.at("responses").items()]
        for message in messages:
            holders += [header for _, header in message.at("headers").items()] if message.at("headers") else []
            holders += [media for _, media in message.at("content").items()] if message.at("content") else []
    seen = set()
    for holder in holders:
        if str(holder) in seen or not holder.at("schema"):
            continue
        seen.add(str(holder))
        for where, value in examples(holder):
            count += 1
            errors += spec.errors(holder.at("schema"), value, where)
    for uri, tree in list(spec.files.items()):
        for pointer, value in schema_examples(uri, "", tree):
            count += 1
            place = Place(spec, uri, pointer, value)
            errors += spec.errors(place, value["example"], f"{place}/example")
    return count, errors


def route(spec, method, url):
    """The operation that a recorded request belongs to; literal paths win over templates."""
    asked = urllib.parse.urlparse(url).path
    found = []
    for path, word, _, operation in operations(spec):
        parts = re.split(r"(\{[^}]*\})", path)
        pattern = "".join("[^/]+" if part.startswith("{") else re.escape(part) for part in parts)
        if word == method.lower() and re.fullmatch(pattern, asked):
            found.append((len(parts), operation))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def check_body(spec, message, mime, text, where):
    """What is wrong with a recorded body; `message` is a request body or a response."""
    content = message.at("content")
    if not content:
        return [f"{where}: {message} declares no body"] if text else []
    media = next((place for name, place in content.items() if name == mime.split(";")[0].strip()), None)
    if not media or not media.at("schema"):
        return [f"{where}: {message} declares no {mime or 'media type'}"]
    try:
        value = json.loads(text)
    except ValueError as error:
        return [f"{where}: {error}"]
    return list(spec.errors(media.at("schema"), value, where))


def check_recording(spec, path):
    """How many exchanges a recording holds, and what is wrong with them."""
    errors = []
    entries = json.loads(path.read_text(encoding="utf-8"))["log"]["entries"]
    for index, entry in enumerate(entries):
        where = f"{path.name}#/log/entries/{index}"
        request, response = entry["request"], entry["response"]
        operation = route(spec, request["method"], request["url"])
        if not operation:
            errors.append(f"{where}: no operation serves {request['method']} {request['url']}")
            continue
        sent = request.get("postData")
        if sent and operation.at("requestBody"):
            errors += check_body(spec, operation.at("requestBody"), sent["mimeType"], sent["text"], f"{where}/request")
        elif sent or (operation.at("requestBody") and operation.value["requestBody"].get("required")):
            errors.append(f"{where}/request: a body where none belongs, or none where one is required")
        answers = operation.at("responses")
        status = str(response["status"])
        answer = answers.at(status) or answers.at(f"{status[0]}XX") or answers.at("default")
        if not answer:
            errors.append(f"{where}/response: status {status} is not declared")
            continue
        content = response["content"]
        text = content.get("text", "")
        if content.get("encoding") == "base64":
            text = base64.b64decode(text).decode("utf-8")
        if content.get("size") != len(text.encode("utf-8")):
            errors.append(f"{where}/response/content/size: {content.get('size')} is not the size of the text")
        errors += check_body(spec, answer, content["mimeType"], text, f"{where}/response")
    return len(entries), errors


def main(arguments):
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    try:
        spec = Spec(pathlib.Path(arguments[0]))
        errors = [
            f"{pathlib.Path(arguments[0]).name}#/{'/'.join(map(str, error.absolute_path))}: {error.message.splitlines()[0]}"
            for error in OpenAPIV30SpecValidator(spec.root.value, base_uri=spec.uri).iter_errors()
        ]
        count, found = (0, []) if errors else check_examples(spec)
        errors += found
        print(f"{arguments[0]}: {count} examples")
        for name in [] if errors else arguments[1:]:
            count, found = check_recording(spec, pathlib.Path(name))
            errors += found
            print(f"{name}: {count} exchanges")
    except PointerToNowhere as error:
        errors = [f"a reference leads to #{error.ref}, which is nowhere"]
    except Unresolvable as error:
        errors = [f"a reference leads to {error.ref}, which is nowhere"]
    except UnknownType as error:
        errors = [f"there is no type {error.type!r}: {json.dumps(error.schema)[:200]}"]
    except (OSError, ValueError, KeyError, yaml.YAMLError) as error:
        print(f"error: {error!r}", file=sys.stderr)
        return 2
    for error in errors:
        print(f"error: {error}", file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
