"""A conjunction of schemas, seen as one: references followed, `allOf` opened, unions set aside."""

from spec import component_name


KINDS = ("null", "boolean", "number", "integer", "string", "array", "object")


class Union:
    """A `oneOf` or `anyOf`, with the discriminator beside it."""

    def __init__(self, place, word, branches, discriminator):
        self.place, self.word, self.branches, self.discriminator = place, word, branches, discriminator


class Base:
    """A schema whose discriminator tells its extensions apart, and the schema that it was reached through."""

    def __init__(self, place, discriminator, through):
        self.place, self.discriminator, self.through = place, discriminator, through


class Facets:
    """The nodes that all hold for a value."""

    def __init__(self, spec, places):
        self.spec = spec
        self.parts, self.unions, self.bases = [], [], []
        self.never = False
        seen = set()
        open_places = [(place, place) for place in reversed(places)]
        while open_places:
            place, through = open_places.pop()
            if place in seen:
                continue
            seen.add(place)
            node = spec.at(place)
            if node is False:
                self.never = True
            if not isinstance(node, dict):
                continue
            self.parts.append((place, node))
            if "$ref" in node:
                target = spec.refers_to(place, node)
                # What only refers is the schema that it refers to.
                open_places.append((target, target if through == place else through))
            for index in reversed(range(len(node.get("allOf", [])))):
                open_places.append(((place[0], f"{place[1]}/allOf/{index}"), through))
            discriminator = discriminator_of(node)
            for word in ("oneOf", "anyOf"):
                if word in node:
                    branches = [(place[0], f"{place[1]}/{word}/{index}") for index in range(len(node[word]))]
                    self.unions.append(Union(place, word, branches, discriminator))
            if discriminator and "oneOf" not in node and "anyOf" not in node:
                self.bases.append(Base(place, discriminator, through))

    def members(self, name):
        """The schemas of a declared member, from all the nodes that declare it."""
        found = []
        for place, node in self.parts:
            if name in node.get("properties", {}):
                found.append((place[0], f"{place[1]}/properties/{name.replace('~', '~0').replace('/', '~1')}"))
        return found

    def names(self):
        names = {}
        for _, node in self.parts:
            names.update(dict.fromkeys(node.get("properties", {})))
        return list(names)

    def required(self):
        return {name for _, node in self.parts for name in node.get("required", [])}

    def typed_rest(self):
        """The schemas of undeclared members, where they are described."""
        return [
            (place[0], f"{place[1]}/{word}")
            for place, node in self.parts
            for word in ("additionalProperties", "unevaluatedProperties")
            if isinstance(node.get(word), dict) and node[word]
        ]

    def is_closed(self):
        return any(node.get(word) is False for _, node in self.parts for word in ("additionalProperties", "unevaluatedProperties"))

    def each(self, word):
        return [node[word] for _, node in self.parts if word in node]

    def types(self):
        """The kinds that are allowed; None where none are named."""
        kinds = None
        for one in self.each("type"):
            these = set(one if isinstance(one, list) else [one])
            if "number" in these:
                these.add("integer")
            kinds = these if kinds is None else kinds & these
        return kinds

    def admitted(self, depth=0):
        """The kinds of values that the nodes and the alternatives of their unions name; every kind where none is named."""
        kinds = self.types() or set(KINDS)
        for union in self.unions if depth < 8 else ():
            kinds &= set().union(*(Facets(self.spec, [branch]).admitted(depth + 1) for branch in union.branches))
        return kinds

    def places_of(self, word):
        return [(place[0], f"{place[1]}/{word}") for place, node in self.parts if isinstance(node.get(word), dict)]


def discriminator_of(node):
    """The member that decides and its mapping, in the form of OpenAPI 3 or of Swagger 2.0."""
    written = node.get("discriminator")
    if isinstance(written, str):
        return written, {}
    if isinstance(written, dict) and isinstance(written.get("propertyName"), str):
        mapping = written.get("mapping")
        return written["propertyName"], mapping if isinstance(mapping, dict) else {}
    return None


class Tags:
    """Which schema a discriminator's value names (OpenAPI 3.1, section 4.8.25)."""

    def __init__(self, spec):
        self.spec = spec
        self.children = {}
        for uri, file in spec.files.items():
            for _, pointer in file.schemas:
                place = (uri, pointer)
                node = spec.at(place)
                for member in node.get("allOf", []):
                    if isinstance(member, dict) and "$ref" in member:
                        parent = spec.followed(spec.refers_to(place, member))
                        self.children.setdefault(parent, []).append(place)

    def mapped(self, place, reference):
        uri = place[0]
        if not isinstance(reference, str):
            return None
        for text in (reference, f"#/components/schemas/{reference}", f"#/definitions/{reference}"):
            target, pointer = self.spec.leads_to(uri, text)
            if pointer:
                return self.spec.followed((target, pointer))
        return None

    def of_union(self, union):
        """Value to branch; the branch's own constant comes before its name."""
        name, mapping = union.discriminator
        named = {}
        for value, reference in mapping.items():
            target = self.mapped(union.place, reference)
            if target:
                named[value] = target
        for branch in union.branches:
            target = self.spec.followed(branch)
            if target not in named.values():
                for value in self.constants(target, name) or [component_name(target)]:
                    named.setdefault(value, target)
        return named

    def of_base(self, base):
        _, mapping = base.discriminator
        named = {}
        for value, reference in mapping.items():
            target = self.mapped(base.place, reference)
            if target:
                named[value] = target
        known, open_places = {base.place}, [base.place]
        while open_places:
            for child in self.children.get(open_places.pop(), []):
                if child not in known:
                    known.add(child)
                    open_places.append(child)
        for target in known:
            if target not in named.values():
                named.setdefault(component_name(target), target)
        return named

    def constants(self, place, name):
        facets = Facets(self.spec, [place])
        values = []
        for member in facets.members(name):
            for node in (node for _, node in Facets(self.spec, [member]).parts):
                values += [node["const"]] if "const" in node else node.get("enum", [])
        return [value for value in values if isinstance(value, str)]
