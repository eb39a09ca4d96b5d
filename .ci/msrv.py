"""Checks the stated minimum supported Rust version as far as one toolchain can tell.

Standard input lists the source files. The last line printed is the number of files read.

- No dependency of a published package, normal or of its build script, states a later version.
- The README and the manifests of generated crates state the same version.
- No source file uses syntax that is stable since a later version; calls of the standard library are clippy's
  `incompatible_msrv`, a part of the lints.
"""

import json
import re
import subprocess
import sys

# What is stable since 1.89 and later, as far as it is syntax; a release that adds some adds a line.
LATER_SYNTAX = {
    "1.89": ("an inferred const argument", re.compile(r"\[[^\[\]]*;\s*_\s*\]")),
    "1.95": ("an `if let` guard", re.compile(r"\bif\s+(?:[^{};]*&&\s*)?let\b[^{};]*=>")),
}
STATED = {
    "README.md": r"Rust (\d+\.\d+) or later",
    "docs/modelarts.md": r"Rust (\d+\.\d+) or later",
    "generator/README.md": r"Rust (\d+\.\d+) or later",
    "generator/runtime/README.md": r"Rust (\d+\.\d+) or later",
    "generator/src/render/manifest.rs": r'rust-version = \\"(\d+\.\d+)\\"',
}
# Comments, and string literals, where `if let` may be prose.
NOT_CODE = re.compile(r'//[^\n]*|/\*.*?\*/|b?r(#*)".*?"\1|"(?:\\.|[^"\\])*"', re.DOTALL)


def version(text):
    return tuple(int(part) for part in text.split("."))[:2]


def metadata():
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--all-features"]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def shipped(facts):
    """The packages that a user of a published package compiles."""
    nodes = {node["id"]: node for node in facts["resolve"]["nodes"]}
    members = [package for package in facts["packages"] if package["id"] in facts["workspace_members"]]
    found = set()
    waiting = [package["id"] for package in members if package["publish"] != []]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found.add(one)
        for dependency in nodes[one]["deps"]:
            if any(kind["kind"] in (None, "build") for kind in dependency["dep_kinds"]):
                waiting.append(dependency["pkg"])
    return [package for package in facts["packages"] if package["id"] in found]


def main():
    facts = metadata()
    packages = shipped(facts)
    [ours] = {one["rust_version"] for one in facts["packages"] if one["id"] in facts["workspace_members"]}
    wrong = []
    stating = [one for one in packages if one["rust_version"]]
    for one in stating:
        if version(one["rust_version"]) > version(ours):
            wrong.append(f"{one['name']} {one['version']} needs Rust {one['rust_version']}")
    for path, pattern in STATED.items():
        with open(path, encoding="utf-8") as file:
            found = set(re.findall(pattern, file.read()))
        if found != {ours}:
            wrong.append(f"{path} states {sorted(found) or 'no version'}")
    files = sys.stdin.read().split()
    for path in files:
        with open(path, encoding="utf-8") as file:
            code = NOT_CODE.sub('""', file.read())
        for since, (what, pattern) in LATER_SYNTAX.items():
            if version(since) > version(ours) and (found := pattern.search(code)):
                wrong.append(f"{path}: {what} needs Rust {since}: {found[0]}")
    for line in wrong:
        print(f"the stated Rust {ours} is not true: {line}", file=sys.stderr)
    print(f"{len(stating)} of {len(packages)} shipped packages state a version, none after {ours}")
    print(len(files))
    return bool(wrong)


sys.exit(main())
