"""Verdicts on what the driver has printed."""

import json
import re
from collections import Counter
from decimal import Decimal


def read(text):
    return json.loads(text, parse_float=Decimal)


def same(one, two, floats):
    """Equality of JSON values; numbers are equal where they are the same number, or the same `f64` (counted)."""
    if isinstance(one, bool) or isinstance(two, bool) or one is None or two is None:
        return one is two
    if isinstance(one, (int, Decimal)) and isinstance(two, (int, Decimal)):
        if one == two:
            return True
        floats.append(one)
        return float(one) == float(two)
    if type(one) is not type(two):
        return False
    if isinstance(one, list):
        return len(one) == len(two) and all(same(a, b, floats) for a, b in zip(one, two))
    if isinstance(one, dict):
        return one.keys() == two.keys() and all(same(value, two[key], floats) for key, value in one.items())
    return one == two


def unescape(text):
    """A text as Rust's `Debug` writes it."""
    short = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}

    def one(match):
        code = match.group(1)
        return chr(int(code[2:-1], 16)) if code.startswith("u{") else short.get(code, code)

    return re.sub(r"\\(u\{[0-9a-f]+\}|.)", one, text[1:-1], flags=re.DOTALL)


class Case:
    """A value for a type, and what is expected of it.

    `undeclared` is what may be among the extras: how often each name. `None` where nothing is expected of them.
    `variants` are those that a union at a path has to have: the path, and a list of which one has to be there, with those
    that are there where it is not.
    """

    def __init__(self, kind, type_index, text, place, undeclared=None, may_be_unknown=False, refused=False, variants=()):
        self.variants = variants
        self.kind, self.type_index, self.text, self.place = kind, type_index, text, place
        self.undeclared, self.may_be_unknown, self.refused = undeclared, may_be_unknown, refused


def judge(case, line, notes):
    """What is wrong, as a short reason and a detail; None where all is well."""
    if line is None:
        return "the driver gave no answer", ""
    parts = line.split("\t")
    if case.refused:
        return None if parts[1] == "E" or parts[3] != "0" else ("a typed schema takes any kind of value", "")
    if parts[1] == "E":
        return "not decoded", parts[2]
    _, _, extras, unknown, own, serde, chosen = parts
    for way, written in (("its own writer", own), ("serde", serde)):
        if written == "=":
            continue
        if written.startswith("!"):
            return f"not written by {way}", written[1:]
        floats = []
        if not same(read(case.text), read(written), floats):
            return f"changed by {way}", written
        if floats:
            notes["equal only as 64-bit floating point"] += 1
    wrong = misread(case, chosen, notes)
    if wrong:
        return "read as another alternative", wrong
    if unknown != "0" and not case.may_be_unknown:
        return "a documented alternative is unknown", unknown
    if unknown != "0":
        notes[f"{case.kind}: kept as unknown"] += 1
    if case.undeclared is not None:
        names = Counter(map(unescape, filter(None, extras.split("\x1f"))))
        over = names - case.undeclared
        if over:
            return "a documented member is among the extras", ", ".join(over)
    return None


def misread(case, chosen, notes):
    """The first union with another alternative than the only one that holds."""
    found = {}
    for one in filter(None, chosen.split("\x1f")):
        path, _, name = unescape(one).rpartition("\x1e")
        found.setdefault(path, []).append(name.partition("(")[0])
    for path, variants in case.variants:
        there = found.get("".join("\x1d" + str(step) for step in path))
        if there:
            notes["unions with the only alternative that holds"] += 1
            if not any(name in variants for name in there):
                return f"{'/'.join(map(str, path))}: {', '.join(there)} in place of {' or '.join(sorted(variants))}"
    return None
