"""Checks a folder that `extract export scdl-…` wrote: frictionless with its schema, then the checks of
Validata that frictionless passes over, written apart from the program's. Prints what is wrong, a line each.

    check_scdl.py FOLDER
"""
import csv
import json
import pathlib
import sys
import unicodedata

import frictionless

FOLDER = pathlib.Path(sys.argv[1])
LEVEL_1 = """commande publique|urbanisme|domaine et patrimoine|fonction publique|institutions et vie politique|
libertes publiques et pouvoirs de police|finances locales|domaines de competences par themes|
autres domaines de competences""".replace("\n", "").split("|")


def luhn(siret):
    digits = [int(d) * (2 if i % 2 == 0 else 1) for i, d in enumerate(siret)]
    return sum(d // 10 + d % 10 for d in digits) % 10 == 0


def problem(check, row):
    name, p = check["name"], check["params"]
    value = row.get(p.get("column", ""), "")
    if name == "french-siret-value":
        return value and not luhn(value)
    if name == "year-interval-value":
        return "/" in value and not value.split("/")[0] < value.split("/")[1]
    if name == "cohesive-columns-value":
        return len({bool(row[c]) for c in [p["column"], *p["othercolumns"]]}) > 1
    if name == "compare-columns-value":
        other = row[p["column2"]]
        if not value or not other:
            return False
        return int(value) < int(other) if value.isdigit() else value < other
    if name == "sum-columns-value":
        cells = [value] + [row[c] for c in p["columns"]]
        return all(cells) and int(cells[0]) != sum(map(int, cells[1:]))
    if name == "nomenclature-actes-value":
        folded = "".join(c for c in unicodedata.normalize("NFD", value.lower()) if not unicodedata.combining(c))
        return value and ("/" not in value or folded.split("/")[0] not in LEVEL_1 or " /" in value or "/ " in value)
    if name == "one-of-required":
        return not row[p["column1"]] and not row[p["column2"]]
    raise SystemExit(f"no such check: {name}")


package = json.loads((FOLDER / "datapackage.json").read_text())
report = frictionless.Package(FOLDER / "datapackage.json").validate()
for task in report.tasks:
    for error in task.errors[:20]:
        print(task.name, error.message)
for resource in package["resources"]:
    schema = json.loads((FOLDER / resource["schema"]).read_text())
    with open(FOLDER / resource["path"], newline="", encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            for check in schema.get("custom_checks", []):
                if problem(check, row):
                    print(resource["path"], number, check["name"], check["params"])
