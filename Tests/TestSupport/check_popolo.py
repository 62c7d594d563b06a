"""Checks the files of `extract export popolo` against the schemas of Popolo, which refer to each other by
address: a registry of the local files stands for the web. Prints what is wrong, a line each.

    check_popolo.py FOLDER SCHEMAS
"""
import json
import pathlib
import sys

import jsonschema
from jsonschema import Draft3Validator

FOLDER, SCHEMAS = map(pathlib.Path, sys.argv[1:])
CLASSES = {
    "organizations": "organization", "people": "person", "memberships": "membership", "events": "event",
    "motions": "motion", "vote_events": "vote_event",
}
store = {}
for file in SCHEMAS.glob("*.json"):
    schema = json.loads(file.read_text())
    for address in (schema["id"], schema["id"].rstrip("#")):
        store[address] = schema


def no_web(address):
    raise SystemExit(f"no local schema: {address}")


for name, kind in CLASSES.items():
    schema = json.loads((SCHEMAS / f"{kind}.json").read_text())
    resolver = jsonschema.RefResolver(schema["id"], schema, store=store, handlers={"http": no_web})
    validator = Draft3Validator(schema, resolver=resolver, format_checker=jsonschema.draft3_format_checker)
    objects = json.loads((FOLDER / f"{name}.json").read_text())
    ids = [o["id"] for o in objects]
    if len(ids) != len(set(ids)):
        print(name, "ids repeat")
    for thing in objects:
        for error in validator.iter_errors(thing):
            print(name, thing["id"], "/".join(map(str, error.path)), error.message)
