"""Prints the manifest of a package that depends on the unpacked published packages with every feature turned on.

Standard input is what `cargo metadata --no-deps` prints.
"""

import json
import sys

published = [package for package in json.load(sys.stdin)["packages"] if package["publish"] != []]
print('[package]\nname = "dependant"\nedition = "2024"\n[workspace]')
print("[dependencies]")
for package in published:
    features = json.dumps(sorted(package["features"]))
    print(f'{package["name"]} = {{ version = "{package["version"]}", features = {features} }}')
print("[patch.crates-io]")
for package in published:
    print(f'{package["name"]} = {{ path = "{package["name"]}-{package["version"]}" }}')
