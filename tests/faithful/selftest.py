"""The test is able to fail: each thing that it looks for is found where it is.

    selftest.py --callwright PROGRAM --runtime DIR --work DIR
"""

import argparse
import pathlib
import unittest
from collections import Counter

from document import Document
from judge import Case, judge, unescape
from tree import parse

HERE = pathlib.Path(__file__).parent
OPTIONS = argparse.Namespace()


class Types(unittest.TestCase):
    def test_types_of_another_document_fail_as_they_should(self):
        found = Document(
            HERE / "selftest/documented.yaml", OPTIONS.work.resolve(), OPTIONS.callwright.resolve(), OPTIONS.runtime,
            generated_from=HERE / "selftest/generated.yaml",
        ).run()
        reasons = {(place.rpartition("/")[2], reason) for _, reason, place, *_ in found.violations}
        self.assertEqual(reasons, {
            ("Undecodable", "not decoded"),
            ("Undeclared", "a documented member is among the extras"),
            ("name", "a typed schema takes any kind of value"),
            ("Unlisted", "a documented alternative is unknown"),
            ("kind", "a documented alternative is unknown"),
            ("note", "a typed schema takes any kind of value"),
        })
        self.assertEqual({place for *_, place, _, text in found.violations if "kept" in text}, set())


class Verdicts(unittest.TestCase):
    def verdict(self, case, line):
        wrong = judge(case, line, Counter())
        return wrong and wrong[0]

    def test_what_is_written_must_be_what_came(self):
        case = Case("sample", 0, '{"a":1,"b":[true,1.50]}', None, undeclared=Counter())
        for written, expected in (
            ("=", None),
            ('{"b":[true,1.5],"a":1.0}', None),
            ('{"a":1,"b":[1,1.5]}', "changed by its own writer"),
            ('{"a":1,"b":[true]}', "changed by its own writer"),
            ('{"a":1}', "changed by its own writer"),
            ('{"a":1,"b":[true,1.5],"c":null}', "changed by its own writer"),
            ('{"a":"1","b":[true,1.5]}', "changed by its own writer"),
            ("!too deep", "not written by its own writer"),
        ):
            self.assertEqual(self.verdict(case, f"0\tO\t\t0\t{written}\t=\t"), expected, written)
        self.assertEqual(self.verdict(case, '0\tO\t\t0\t=\t{"a":2,"b":[true,1.5]}\t'), "changed by serde")

    def test_large_numbers_are_compared_exactly_and_then_as_floats(self):
        notes = Counter()
        case = Case("sample", 0, "9007199254740993", None)
        self.assertEqual(judge(case, "0\tO\t\t0\t9007199254740992\t=\t", notes), None)
        self.assertEqual(notes, Counter({"equal only as 64-bit floating point": 1}))
        self.assertEqual(self.verdict(case, "0\tO\t\t0\t9007199254740999\t=\t"), "changed by its own writer")

    def test_extras_and_unknown_values_are_counted(self):
        case = Case("sample", 0, "{}", None, undeclared=Counter({"a": 1}))
        self.assertEqual(self.verdict(case, '0\tO\t"a"\t0\t=\t=\t'), None)
        self.assertEqual(self.verdict(case, '0\tO\t"a"\x1f"a"\t0\t=\t=\t'), "a documented member is among the extras")
        self.assertEqual(self.verdict(case, "0\tO\t\t1\t=\t=\t"), "a documented alternative is unknown")
        self.assertEqual(self.verdict(case, None), "the driver gave no answer")
        self.assertEqual(unescape(r'"a\"\u{1}\n"'), 'a"\x01\n')


    def test_a_union_has_the_only_alternative_that_holds(self):
        case = Case("sample", 0, "{}", None, undeclared=Counter(), variants=[(("a", 0), {"Cat"})])
        for chosen, expected in (
            (r'"\u{1d}a\u{1d}0\u{1e}Cat(Cat {"', None),
            (r'"\u{1d}a\u{1d}0\u{1e}Pet(Cat("' + "\x1f" + r'"\u{1d}a\u{1d}0\u{1e}Cat(Cat {"', None),
            (r'"\u{1d}a\u{1d}0\u{1e}Dog(Dog {"', "read as another alternative"),
            (r'"\u{1d}a\u{1d}1\u{1e}Dog(Dog {"', None),
        ):
            self.assertEqual(self.verdict(case, f"0\tO\t\t0\t=\t=\t{chosen}"), expected, chosen)


class Trees(unittest.TestCase):
    def test_yaml_is_read_as_json_would_have_it(self):
        self.assertEqual(parse("a: yes\n200: 2020-01-01\nb: true\nc: 1.50\nd: 012\n"),
                         {"a": "yes", "200": "2020-01-01", "b": True, "c": 1.5, "d": 12})


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for name in ("callwright", "runtime", "work"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    _, rest = parser.parse_known_args(namespace=OPTIONS)
    OPTIONS.work.mkdir(parents=True, exist_ok=True)
    unittest.main(argv=[__file__, *rest])
