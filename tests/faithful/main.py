#!/usr/bin/env python3
"""Values that an independent validator accepts go through generated types and come back the same.

    main.py --callwright PROGRAM --runtime DIR --work DIR [--every N] [--most-bytes N] [--verbose] DOCUMENT_OR_DIR ...

Of each folder every N-th document, sorted by name, of at most N bytes. Exit status: 0 where all is well, 1 where a
value is lost, changed, refused, or untyped although its schema is typed.
"""

import argparse
import pathlib
import sys
import time
from collections import Counter

from document import Document, Result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--callwright", type=pathlib.Path, required=True)
    parser.add_argument("--runtime", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--most-bytes", type=int, default=10**9)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("documents", type=pathlib.Path, nargs="+")
    options = parser.parse_args()
    total, failed = Result(), Counter()
    total.documents = 0
    for path in chosen(options):
        begun = time.monotonic()
        options.work.mkdir(parents=True, exist_ok=True)
        result = Document(path, options.work.resolve(), options.callwright.resolve(), options.runtime).run()
        total.documents += 1
        total.add(result)
        count = sum(result.cases.values())
        print(f"{path.name}: {count} cases, {len(result.violations)} violations ({time.monotonic() - begun:.0f} s)", flush=True)
        show(result.violations, options.verbose)
        failed.update({reason for _, reason, *_ in result.violations})
    summary(total, failed)
    return 1 if total.violations or not total.cases else 0


def chosen(options):
    for path in options.documents:
        if path.is_file():
            yield path
            continue
        files = sorted(one for one in path.iterdir() if one.suffix in (".json", ".yaml", ".yml"))
        yield from [one for one in files if one.stat().st_size <= options.most_bytes][:: options.every]


def show(violations, verbose):
    shown = Counter()
    for _, reason, place, detail, text in violations:
        shown[reason] += 1
        if verbose or shown[reason] <= 3:
            print(f"  {reason}: {place}\n    {detail[:400]}\n    {text[:400]}", flush=True)


def summary(total, failed):
    print(f"\n{total.documents} documents, {total.types_met} of {total.types} types, "
          f"{total.alternatives_met} of {total.alternatives} alternatives that a sample met")
    for title, counts in (("cases", total.cases), ("excluded", total.excluded), ("notes", total.notes)):
        print(f"{title}: {sum(counts.values())}")
        for name, count in sorted(counts.items()):
            print(f"  {count:8} {name}")
    reasons = Counter(reason for _, reason, *_ in total.violations)
    print(f"violations: {len(total.violations)}")
    for reason, count in reasons.most_common():
        print(f"  {count:8} {reason} (in {failed[reason]} documents)")


if __name__ == "__main__":
    sys.exit(main())
