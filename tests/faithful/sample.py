"""Values made from schemas: every alternative, every listed value, nulls, extremes, with and without what is optional.

At each place of a document a counter goes through the options there, whatever value it is met in; so the number of
values is linear in the document, and nothing is left to chance.
"""

import random
import re

import rstr

from facets import Facets

DEPTH = 24
FULL_DEPTH = 5
NODES = 400
ROUNDS = 24

FORMATS = {
    "date-time": ["2020-02-29T03:04:05Z", "2020-02-29T03:04:05.123456789+05:30", "soon"],
    "date": ["2020-02-29", "29.2.2020"],
    "time": ["03:04:05Z", "late"],
    "duration": ["P1DT2H", "a while"],
    "uuid": ["6FA459EA-ee8a-3ca4-894e-db77e160355e", "no uuid"],
    "uri": ["https://example.com/a?b=%20#c", "::"],
    "byte": ["aGVsbG8=", "not base64!"],
}
TEXTS = ["text", "", "\u00fc\u2713\U0001f600 \"\\/\n\t\u0001", "null", "1"]
RANGES = {
    "int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1), "uint64": (0, 2**64 - 1),
    "int8": (-128, 127), "int16": (-(2**15), 2**15 - 1), "uint8": (0, 255), "uint16": (0, 2**16 - 1), "uint32": (0, 2**32 - 1),
}
# An additional member that no document declares.
ADDITIONAL = ("callwright additional", {"a": [1.5, None, True, "\u2713"], "b": {}})


class Impossible(Exception):
    """No value can be made; the reason is the exception's text."""


class Sampler:
    """Makes values for the schemas of one document."""

    def __init__(self, spec, tags):
        self.spec, self.tags = spec, tags
        self.met = {}
        self.usable = {}
        self.facets_of = {}
        self.random = random.Random(0)
        # Places of examples and defaults that are in the value being made.
        self.used = set()
        self.chosen = set()

    def round(self, place, number):
        """One value, what was used in it, and whether any option in it was new."""
        self.full, self.left, self.fresh = number != 0, NODES, False
        self.extra = number in (2, 4)
        self.used, self.chosen = set(), set()
        value = self.value([place], 0, 0)
        return value, self.fresh

    def pick(self, place, what, options):
        """The next option of a place, in turn."""
        key = (place, what)
        index = self.met.get(key, 0)
        self.fresh |= index < len(options)
        self.met[key] = index + 1
        self.chosen.add((key, index % len(options), len(options)))
        return options[index % len(options)]

    def facets(self, places):
        key = tuple(places)
        if key not in self.facets_of:
            self.facets_of[key] = Facets(self.spec, places)
        return self.facets_of[key]

    def value(self, places, depth, full_depth):
        self.left -= 1
        if depth > DEPTH:
            raise Impossible("recursion bound")
        facets = self.facets(places)
        tags = []
        for base in facets.bases:
            names = [name for name, target in self.tags.of_base(base).items() if target == base.through]
            tags += [(base.discriminator[0], name) for name in names[:1]]
        done = set()
        while True:
            union = next((one for one in facets.unions if (one.place, one.word) not in done), None)
            if union is None:
                break
            done.add((union.place, union.word))
            branch = self.branch(union, depth)
            if union.discriminator:
                target = self.spec.followed(branch)
                names = [name for name, named in self.tags.of_union(union).items() if named == target]
                if names:
                    tags.append((union.discriminator[0], self.pick(branch, "tag", names)))
            places = list(places) + [branch]
            facets = self.facets(places)
        if facets.never or len(done) > 50:
            raise Impossible("a schema that admits nothing")
        if not facets.parts:
            return self.pick(places[0], "any", [{"free": [1, None]}, "free", None]) if self.left > 0 else None
        place = facets.parts[0][0]
        given = self.given(facets)
        if given:
            options = ([None] if self.left > 0 else []) + given
            choice = self.pick(place, "given", options)
            if choice is not None:
                self.used.add(choice)
                return self.spec.at(choice)
        listed = facets.each("const") or facets.each("enum")
        if listed:
            values = listed[:1] if facets.each("const") else listed[0]
            values = [value for value in values if all(value in other for other in facets.each("enum"))] or values
            return self.pick(place, "enum", values)
        kinds = facets.types()
        if kinds is None:
            kinds = self.implied(facets)
        kinds = [one for one in ("object", "array", "string", "number", "integer", "boolean", "null") if one in kinds and not (one == "integer" and "number" in kinds)]
        if not kinds:
            raise Impossible("types that exclude each other")
        if self.left < 0 and "null" in kinds:
            return None
        kind = self.pick(place, "type", kinds) if len(kinds) > 1 else kinds[0]
        if kind == "object":
            return self.object(facets, tags, depth, full_depth)
        return getattr(self, kind)(facets, place, depth, full_depth)

    def implied(self, facets):
        words = {word for _, node in facets.parts for word in node}
        if words & {"properties", "required", "additionalProperties", "patternProperties", "minProperties"}:
            return {"object"}
        if words & {"items", "prefixItems", "minItems", "maxItems"}:
            return {"array"}
        if words & {"pattern", "minLength", "maxLength", "format"}:
            return {"string"}
        if words & {"minimum", "maximum", "multipleOf"}:
            return {"number"}
        return {"string", "number", "object"}

    def branch(self, union, depth):
        usable = [branch for branch in union.branches if self.spec.at(branch) is not False]
        if not usable:
            raise Impossible("a schema that admits nothing")
        if self.left < 0 or depth > FULL_DEPTH + 2:
            # The shortest way out of a recursion.
            nulls = [branch for branch in usable if self.spec.at(branch).get("type") == "null"]
            return (nulls or usable)[0] if depth <= DEPTH // 2 else (nulls or usable)[-1]
        return self.pick(union.place, union.word, usable)

    def given(self, facets):
        """The examples and the default of a schema that are valid by it."""
        found = []
        for place, node in facets.parts:
            for where, value in examples_of(place, node):
                if where not in self.usable:
                    self.usable[where] = value is not None and self.spec.is_valid(place, value)
                if self.usable[where]:
                    found.append(where)
        return found

    def object(self, facets, tags, depth, full_depth):
        result = {}
        required = facets.required()
        tags = dict(tags)
        full = self.full and full_depth <= FULL_DEPTH
        for name in facets.names():
            if name not in required and (not full or self.left < 0):
                continue
            if name in tags:
                result[name] = tags[name]
                continue
            try:
                result[name] = self.value(facets.members(name), depth + 1, full_depth + 1)
            except Impossible:
                if name in required:
                    raise
        for name in sorted(required - result.keys()):
            rest = facets.typed_rest()
            result[name] = tags.get(name) or (self.value(rest, depth + 1, full_depth + 1) if rest else "required")
        for name, tag in tags.items():
            result.setdefault(name, tag)
        rest = facets.typed_rest()
        least = max(facets.each("minProperties"), default=0)
        most = min(facets.each("maxProperties"), default=1000)
        patterns = [(place, pattern) for place, node in facets.parts for pattern in node.get("patternProperties", {})]
        if self.full and full_depth <= FULL_DEPTH and self.left > 0:
            for place, pattern in patterns:
                name = self.matching(pattern)
                below = (place[0], f"{place[1]}/patternProperties/{pattern.replace('~', '~0').replace('/', '~1')}")
                result[name] = self.value([below], depth + 1, full_depth + 1)
        if rest and (full or len(result) < least):
            for name in ("key", "\u00e9 \"other\" key")[: max(1, least - len(result)) if self.left < 0 else 2]:
                if len(result) < most:
                    try:
                        result[name] = self.value(rest, depth + 1, full_depth + 1)
                    except Impossible:
                        pass
        elif self.extra and not rest and not patterns and not facets.is_closed() and len(result) < most:
            result[ADDITIONAL[0]] = ADDITIONAL[1]
        for number in range(least - len(result)):
            result[f"more{number}"] = self.value(rest, depth + 1, full_depth + 1) if rest else number
        return result

    def array(self, facets, place, depth, full_depth):
        least, most = max(facets.each("minItems"), default=0), min(facets.each("maxItems"), default=1000)
        prefix = max((len(items) for items in facets.each("prefixItems")), default=0)
        sizes = [size for size in (1, 2, 0) if least <= size <= most] or [least]
        if not self.full or self.left < 0 or full_depth > FULL_DEPTH:
            size = least
        else:
            size = self.pick(place, "size", sizes if not prefix else [max(least, prefix), max(least, min(most, prefix + 1))])
        result = []
        for index in range(min(size, 100)):
            if index < prefix:
                below = [(place[0], f"{place[1]}/prefixItems/{index}") for place, node in facets.parts if index < len(node.get("prefixItems", []))]
            else:
                below = facets.places_of("items")
                if any(node.get("items") is False for _, node in facets.parts):
                    break
            try:
                item = self.value(below, depth + 1, full_depth + 1) if below else index
            except Impossible:
                if len(result) < least:
                    raise
                break
            if item not in result or not any(facets.each("uniqueItems")):
                result.append(item)
        return result

    def string(self, facets, place, depth, full_depth):
        least, most = max(facets.each("minLength"), default=0), min(facets.each("maxLength"), default=10**6)
        patterns = facets.each("pattern")
        formats = [one for one in facets.each("format") if one in FORMATS]
        texts = (FORMATS[formats[0]] if formats else []) + TEXTS[: 2 if formats else None]
        if most < 2000:
            texts = texts + ["m" * most]
        texts = [text if len(text) >= least else text + "x" * (least - len(text)) for text in texts]
        texts = [text for text in texts if len(text) <= most] or ["m" * most]
        for pattern in patterns:
            fitting = [text for text in texts if matches(pattern, text)]
            texts = fitting or [self.matching(pattern)]
        return self.pick(place, "text", list(dict.fromkeys(texts)))

    def matching(self, pattern):
        key = ("pattern", pattern)
        if key not in self.usable:
            try:
                self.usable[key] = rstr.Rstr(random.Random(1)).xeger(pattern)[:4000]
            except Exception:  # noqa: BLE001: the package raises what its parser raises
                self.usable[key] = None
        if self.usable[key] is None:
            raise Impossible("a pattern that no text can be made for")
        return self.usable[key]

    def integer(self, facets, place, depth, full_depth):
        formats = [RANGES[one] for one in facets.each("format") if one in RANGES]
        low, high = formats[0] if formats else RANGES["int64"]
        return self.number_within(facets, place, low, high, [1, 0, -1], whole=True)

    def number(self, facets, place, depth, full_depth):
        if any(one in ("int32", "int64") for one in facets.each("format")):
            return self.number_within(facets, place, -1e9, 1e9, [1.5, 7], whole=False)
        return self.number_within(facets, place, -1.7976931348623157e308, 1e300, [0.1, 1, -2.5e-7, 0, 12345678.25], whole=False)

    def number_within(self, facets, place, low, high, values, whole):
        step = 1 if whole else 0
        for word, sign in (("minimum", 0), ("exclusiveMinimum", step)):
            low = max([low] + [bound + sign for bound in facets.each(word)])
        for word, sign in (("maximum", 0), ("exclusiveMaximum", step)):
            high = min([high] + [bound - sign for bound in facets.each(word)])
        values = values + [low, high, (low + high) / 2]
        if whole:
            values = [int(value) for value in values]
        for factor in facets.each("multipleOf"):
            values += [factor * 3, factor * -2]
            values = [value for value in values if abs(value) < 1e15 and round(value / factor) * factor == value]
        values = [value for value in values if low <= value <= high]
        values = [value for value in values if not any(value == bound for word in ("exclusiveMinimum", "exclusiveMaximum") for bound in facets.each(word))]
        if not values:
            raise Impossible("bounds that leave no number")
        return self.pick(place, "number", list(dict.fromkeys(values)))

    def boolean(self, facets, place, depth, full_depth):
        return self.pick(place, "boolean", [True, False])

    def null(self, facets, place, depth, full_depth):
        return None


def matches(pattern, text):
    try:
        return re.search(pattern, text) is not None
    except re.error:
        return False


def examples_of(place, node):
    """The places and values of the examples and the default that a schema gives."""
    uri, pointer = place
    for word in ("example", "default"):
        if word in node:
            yield (uri, f"{pointer}/{word}"), node[word]
    listed = node.get("examples")
    if isinstance(listed, list):
        for index, value in enumerate(listed):
            yield (uri, f"{pointer}/examples/{index}"), value
