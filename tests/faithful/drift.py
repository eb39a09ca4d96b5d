"""What a server that has moved on sends: each change must be decoded and written back unchanged."""

from facets import Facets
from tree import kind, replaced

NEW_MEMBER, NEW_VALUE = "callwright drift", {"new": [1, None, "\u2713"]}
NEW_TEXT = "callwright-new-value"
WRONG = [{"callwright probe": [1]}, "callwright probe", 7.5, [{"callwright probe": 1}], True]


def drifted(spec, place, value, sites, seen, exclude):
    """Pairs of a kind and a changed value; `seen` keeps the number of changes linear in the document."""
    changed, count = value, 0
    # From the inside out, so that paths stay what they are.
    for path, is_map, is_record, _ in sorted(sites.objects, key=lambda site: len(site[0]), reverse=True):
        if is_map:
            exclude("unknown member: the schema describes every additional member" if not is_record else "unknown member: the schema types additional members")
            continue
        at = value_at(changed, path)
        changed = replaced(changed, path, {**at, NEW_MEMBER: NEW_VALUE})
        count += 1
    if count:
        yield "unknown member", changed
    for path, node in sites.enums:
        if seen[("enum", node)] < 2:
            seen[("enum", node)] += 1
            yield "unknown enum value", replaced(value, path, NEW_TEXT)
    for path, node in sites.decisive:
        if seen[("tag", node)] < 3:
            seen[("tag", node)] += 1
            yield "unknown tag", replaced(value, path, NEW_TEXT)
    for path, _, _, optional in sites.objects:
        for name, member in optional:
            if seen[("null", member)] < 1:
                seen[("null", member)] += 1
                yield "null for an optional member", replaced(value, path + (name,), None)


def wrong_kinds(spec, place, value, sites, seen, exclude):
    """Values with one part of a kind that its schema refuses: were they taken, the part would be untyped."""
    for path, places, described in sites.typed:
        if seen[("kind", places)]:
            continue
        seen[("kind", places)] += 1
        admitted = Facets(spec, list(described)).admitted()
        for wrong in WRONG:
            if kind(wrong) in admitted:
                continue
            changed = replaced(value, path, wrong)
            if not spec.is_valid(place, changed):
                yield changed, places
                break
        else:
            exclude("wrong kind: every kind is valid there")


def value_at(value, path):
    for step in path:
        value = value[step]
    return value

