"""One document: its cases, its driver, its verdicts."""

import json
import pathlib
import shutil
import subprocess
from collections import Counter

import drift
from examples import all_examples
from facets import Tags
from judge import Case, judge
from sample import Impossible, ROUNDS, Sampler
from sites import Sites, Undecided
from spec import Spec
from tree import is_finite

HERE = pathlib.Path(__file__).parent


class Result:
    """Counts of one document, and of several together."""

    def __init__(self):
        self.cases, self.excluded, self.notes = Counter(), Counter(), Counter()
        self.violations = []
        self.documents = 1
        self.types = self.types_met = 0
        self.alternatives, self.alternatives_met = 0, 0

    def add(self, other):
        self.cases += other.cases
        self.excluded += other.excluded
        self.notes += other.notes
        self.violations += other.violations
        self.types += other.types
        self.types_met += other.types_met
        self.alternatives += other.alternatives
        self.alternatives_met += other.alternatives_met


class Document:
    """The types are generated from another document only to show that the test is able to fail."""

    def __init__(self, path, work, callwright, runtime, generated_from=None):
        self.path, self.work, self.callwright, self.runtime = pathlib.Path(path), work, callwright, runtime
        self.generated_from = generated_from or self.path
        self.result = Result()
        self.cases = []
        self.seen = Counter()
        self.used = set()
        self.met, self.possible = set(), {}

    def run(self):
        if not self.generate():
            return self.result
        self.spec = Spec(self.path)
        self.tags = Tags(self.spec)
        self.bind()
        self.make_cases()
        self.result.types_met = len({case.type_index for case in self.cases if case.undeclared is not None})
        self.result.types = len(self.rust)
        if len(self.rust) > self.result.types_met:
            self.exclude("type without a value that the validator accepts", len(self.rust) - self.result.types_met)
        unions = {key: total for key, total in self.possible.items() if key[1] in ("oneOf", "anyOf")}
        self.result.alternatives = sum(unions.values())
        self.result.alternatives_met = len({(key, index) for key, index in self.met if key in unions})
        if self.cases:
            self.build()
            self.drive()
        return self.result

    def exclude(self, reason, count=1):
        self.result.excluded[reason] += count

    def violate(self, reason, place, detail, text=""):
        self.result.violations.append((self.path.name, reason, f"{place[0].rpartition('/')[2]}#{place[1]}", detail, text))

    def generate(self):
        self.client = self.work / "client"
        shutil.rmtree(self.client, ignore_errors=True)
        command = [self.callwright, "generate", self.generated_from.resolve(), "--out", self.client, "--name", "client", "--sources-only"]
        command += ["--bindings", self.work / "bindings.json", "--message-format", "json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            self.exclude("document that no client is generated for")
            return False
        self.reported = {}
        for line in done.stdout.splitlines():
            if line.startswith("{"):
                problem = json.loads(line)
                if problem.get("pointer"):
                    self.reported.setdefault(problem["pointer"].removeprefix("#"), problem["code"])
        return True

    def bind(self):
        """Types by the place of their schema."""
        self.rust, self.types = [], {}
        numbers = {}
        bindings = json.loads((self.work / "bindings.json").read_text())
        # The variants that a schema has as an alternative, of whatever union.
        self.variants = {}
        for union in bindings["unions"]:
            for one in union["variants"]:
                place = self.moved(one["pointer"])
                if place:
                    self.variants.setdefault(self.spec.followed(place), set()).add(one["variant"])
        for one in bindings["schemas"]:
            uri, pointer = self.moved(one["pointer"]) or (None, None)
            if pointer is None:
                self.exclude("type of a schema that the conversion does not reach")
                continue
            rust = one["rust"].removeprefix("client::")
            if rust not in numbers:
                numbers[rust] = len(self.rust)
                self.rust.append(rust)
            self.types[(uri, pointer)] = numbers[rust]

    def moved(self, reference):
        """The place of a schema in the converted document, if it is there."""
        name, _, pointer = reference.partition("#")
        uri = next((uri for uri in self.spec.files if name and uri.endswith("/" + name)), self.spec.uri)
        pointer = self.spec.files[uri].moved.get(pointer)
        return None if pointer is None else (uri, pointer)

    def make_cases(self):
        for kind, where, value, place in all_examples(self.spec):
            self.place_example(kind, where, value, place)
        sampler = Sampler(self.spec, self.tags)
        for place in self.types:
            for number in range(ROUNDS):
                try:
                    value, fresh = sampler.round(place, number)
                except Impossible as reason:
                    self.exclude(f"sample: {reason}")
                    if number >= 3:
                        break
                    continue
                for key, _, total in sampler.chosen:
                    self.possible[key] = total
                if self.case("sample", place, value):
                    self.used |= sampler.used
                    self.met |= {(key, index) for key, index, _ in sampler.chosen}
                if number >= 4 and not fresh:
                    break
        self.count_members()

    def count_members(self):
        """Examples of schemas without a type of their own are met within a sample of what holds them."""
        for kind, where, place in self.inner:
            if where in self.used:
                self.result.cases[f"{kind}, within a sample"] += 1
            elif any(place[0] == uri and place[1].startswith(pointer + "/") for uri, pointer in self.types):
                self.exclude(f"{kind}: no valid sample holds it")
            else:
                self.exclude(f"{kind}: its schema is no part of a type")

    inner = ()

    def place_example(self, kind, where, value, place):
        self.inner = self.inner or []
        try:
            holder = self.type_place(place)
            if not is_finite(value):
                return self.exclude(f"{kind}: a number beyond 64-bit floating point")
            if not self.spec.is_valid(place, value):
                return self.exclude(f"{kind}: invalid against its own schema")
        except ValueError as error:
            return self.exclude(f"{kind}: the validator cannot read its schema")
        if holder:
            return self.case(kind, holder, value)
        target = self.spec.followed(place)
        node = self.spec.at(target)
        below = {"items": (value if isinstance(value, list) else []), "additionalProperties": (list(value.values()) if isinstance(value, dict) else [])}
        for word, values in below.items():
            if isinstance(node, dict) and isinstance(node.get(word), dict) and values:
                holder = self.type_place((target[0], f"{target[1]}/{word}"))
                if holder:
                    for item in values:
                        self.case(f"{kind}, item by item", holder, item)
                    return None
        return self.inner.append((kind, where, place))

    def type_place(self, place):
        """The place whose type stands for a schema: its own or that of what it refers to."""
        seen = set()
        while place not in self.types and place not in seen:
            seen.add(place)
            node = self.spec.at(place)
            if place[1].endswith("/anyOf/1") and (place[0], place[1].removesuffix("/anyOf/1")) in self.types:
                return place[0], place[1].removesuffix("/anyOf/1")
            if not isinstance(node, dict) or "$ref" not in node:
                return None
            place = self.spec.refers_to(place, node)
        return place if place in self.types else None

    def case(self, kind, place, value):
        """A value for a type, with all that can become of it; true where it counts."""
        complaint = self.spec.complaint(place, value)
        if complaint:
            self.exclude(f"{kind}: refused by the validator ({complaint})")
            return False
        sites = Sites(self.spec, self.tags)
        try:
            sites.walk([place], value)
        except Undecided as reason:
            self.exclude(f"{kind}: {reason}")
            return False
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        key = (self.types[place], text)
        if self.seen[key]:
            self.exclude(f"{kind}: the same value once more")
            return True
        self.seen[key] += 1
        chosen = []
        for path, union, branch in sites.chosen:
            if self.reported.get(union[1]) == "indistinguishable-alternatives":
                self.exclude("choice of an alternative: reported by the generator as indistinguishable-alternatives")
            elif branch in self.variants:
                chosen.append((path, self.variants[branch]))
        self.put(kind, place, value, undeclared=sites.undeclared + sites.elsewhere, variants=chosen)
        for change, changed in drift.drifted(self.spec, place, value, sites, self.seen, self.exclude):
            self.put(f"drift: {change}", place, changed, may_be_unknown=change != "unknown member")
        for changed, places in drift.wrong_kinds(self.spec, place, value, sites, self.seen, self.exclude):
            self.put("wrong kind", place, changed, refused=True, inner=places)
        return True

    def put(self, kind, place, value, inner=(), **expected):
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        case = Case(kind, self.types[place], text, place, **expected)
        case.inner = inner
        self.cases.append(case)

    def build(self):
        package = self.work / "driver"
        (package / "src").mkdir(parents=True, exist_ok=True)
        (package / "Cargo.toml").write_text(MANIFEST.format(runtime=json.dumps(str(self.runtime.resolve()))))
        types = "types/mod.rs" if (self.client / "src/types/mod.rs").exists() else "types.rs"
        # Where a schema admits null, whatever holds its type does.
        nullable = {number for place, number in self.types.items() if self.spec.is_valid(place, None)}
        held = [f"Option<{rust}>" if number in nullable else rust for number, rust in enumerate(self.rust)]
        checks = "\n    ".join(f"check::<{rust}>," for rust in held)
        source = (HERE / "driver.rs.txt").read_text().replace("CLIENT/TYPES", str(self.client.resolve() / "src" / types))
        (package / "src/main.rs").write_text(source.replace("    CHECKS\n", f"    {checks}\n"))
        lock = HERE.parents[1] / "Cargo.lock"
        if not (package / "Cargo.lock").exists():
            shutil.copy(lock, package / "Cargo.lock")
        done = subprocess.run(["cargo", "build", "--quiet", "--target-dir", self.work / "target"], cwd=package, check=False, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{self.path.name}: the driver does not compile:\n{done.stderr[-3000:]}")

    def drive(self):
        lines = "".join(f"{number}\t{case.type_index}\t{case.text}\n" for number, case in enumerate(self.cases))
        done = subprocess.run([self.work / "target/debug/driver"], input=lines.encode(), capture_output=True, check=False)
        answers = {}
        for line in done.stdout.decode().split("\n"):
            if line:
                answers[int(line.partition("\t")[0])] = line
        for number, case in enumerate(self.cases):
            wrong = judge(case, answers.get(number), self.result.notes)
            code = next((self.reported[place[1]] for place in case.inner if place[1] in self.reported), None)
            if wrong and code:
                self.exclude(f"{case.kind}: reported by the generator as {code}")
                continue
            self.result.cases[case.kind] += 1
            if wrong:
                self.violate(wrong[0], case.inner[0] if case.inner else case.place, f"[{case.kind}] {self.rust[case.type_index]}: {wrong[1]}", case.text)


MANIFEST = """[package]
name = "driver"
edition = "2024"

[workspace]

[dependencies]
callwright-runtime = {{ path = {runtime}, default-features = false, features = ["serde"] }}
serde = "1"
# Without the feature it reads some numbers as their neighbours.
serde_json = {{ version = "1", features = ["float_roundtrip"] }}

[profile.dev]
debug = false
incremental = false
"""
