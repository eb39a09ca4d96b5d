"""Which schemas describe which part of a value, and what of it may go undescribed."""

from collections import Counter

from facets import Facets

MOST_UNIONS = 12


class Undecided(Exception):
    """A discriminator does not say which alternative the value is; the reason is the exception's text."""


class Sites:
    """What a walk through a value together with its schemas has found."""

    def __init__(self, spec, tags):
        self.spec, self.tags = spec, tags
        # Names of members that no schema describes, and how often.
        self.undeclared = Counter()
        # Members that another alternative describes, which holds for the value as well.
        self.elsewhere = Counter()
        self.objects, self.enums, self.decisive, self.typed = [], [], [], []
        # Where a tag names an alternative, or only one holds: the path, the union, and the alternative.
        self.chosen = []

    def walk(self, places, value, path=()):
        facets = self.applicable(places, value, path)
        parts = facets.parts
        if not parts:
            return
        if facets.types() is not None:
            self.typed.append((path, tuple(place for place, _ in parts), tuple(places)))
        if isinstance(value, str) and any("enum" in node or "const" in node for _, node in parts):
            self.enums.append((path, parts[-1][0]))
        if isinstance(value, list):
            self.walk_items(facets, value, path)
        if isinstance(value, dict):
            self.walk_members(facets, value, path)

    def walk_items(self, facets, value, path):
        prefix = max((len(items) for items in facets.each("prefixItems")), default=0)
        for index, item in enumerate(value):
            if index < prefix:
                below = [(place[0], f"{place[1]}/prefixItems/{index}") for place, node in facets.parts if index < len(node.get("prefixItems", []))]
            else:
                below = facets.places_of("items")
            if below:
                self.walk(below, item, path + (index,))

    def walk_members(self, facets, value, path):
        describes = any({"properties", "required", "additionalProperties", "patternProperties"} & node.keys() for _, node in facets.parts) or facets.types() == {"object"}
        rest = facets.typed_rest()
        optional = []
        required = facets.required()
        for name, item in value.items():
            declared = facets.members(name)
            if declared:
                self.walk(declared, item, path + (name,))
                if name not in required and item is not None:
                    optional.append((name, declared[0]))
                if any(name not in part for part in facets.chosen_declare):
                    self.elsewhere.update([name, *names_within(item)])
            else:
                # An alternative that does not hold may well describe it, and not all of it.
                self.undeclared.update([name, *names_within(item)])
                if rest:
                    self.walk(rest, item, path + (name,))
        if describes:
            is_map = bool(rest) or any("patternProperties" in node for _, node in facets.parts)
            self.objects.append((path, is_map, bool(facets.names()), optional))

    def applicable(self, places, value, path):
        """The facets of a value: of each union, the alternatives that hold for it."""
        places = list(places)
        chosen_declare = []
        done = set()
        for _ in range(MOST_UNIONS):
            facets = Facets(self.spec, places)
            more = []
            for union in facets.unions:
                if (union.place, union.word) in done:
                    continue
                done.add((union.place, union.word))
                more += self.branches(union, value, path, chosen_declare)
            for base in facets.bases:
                if base.place in done:
                    continue
                done.add(base.place)
                more += self.extension(base, value, path)
            if not more:
                break
            places += more
        facets.chosen_declare = chosen_declare
        return facets

    def branches(self, union, value, path, chosen_declare):
        if union.discriminator and isinstance(value, dict):
            name = union.discriminator[0]
            tag = value.get(name)
            if isinstance(tag, str):
                named = self.tags.of_union(union)
                if tag not in named:
                    raise Undecided("the discriminator's value names no alternative")
                if not self.spec.is_valid(named[tag], value):
                    raise Undecided("the discriminator's value names another alternative than the one that holds")
                self.decisive.append((path + (name,), union.place))
                self.chosen.append((path, union.place, named[tag]))
                return [named[tag]]
        valid = [branch for branch in union.branches if self.spec.is_valid(branch, value)]
        if len(valid) == 1 and self.describes(valid[0], value, path):
            self.chosen.append((path, union.place, self.spec.followed(valid[0])))
        if len(valid) > 1 and isinstance(value, dict):
            chosen_declare += [set(self.applicable([branch], value, path).names()) for branch in valid]
        return valid

    def describes(self, branch, value, path):
        """Whether an alternative describes a value: one that declares none of an object's members holds by saying nothing."""
        if not isinstance(value, dict) or not value:
            return True
        facets = Sites(self.spec, self.tags).applicable([branch], value, path)
        return bool(facets.typed_rest()) or any(name in value for name in facets.names())

    def extension(self, base, value, path):
        name = base.discriminator[0]
        if not isinstance(value, dict) or not isinstance(value.get(name), str):
            return []
        tag = value[name]
        self.decisive.append((path + (name,), base.place))
        if base.through != base.place:
            return []
        named = self.tags.of_base(base)
        if len(named) == 1:
            return []
        if tag not in named:
            raise Undecided("the discriminator's value names no alternative")
        if not self.spec.is_valid(named[tag], value):
            raise Undecided("the discriminator's value names another alternative than the one that holds")
        if named[tag] == base.place:
            return []
        self.chosen.append((path, base.place, named[tag]))
        return [named[tag]]


def names_within(value):
    """The names of all members in a value, at any depth."""
    if isinstance(value, list):
        for item in value:
            yield from names_within(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield name
            yield from names_within(item)
