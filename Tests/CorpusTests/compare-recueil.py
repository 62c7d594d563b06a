"""Holds the acts of a joined file against those of the files that were joined.

compare-recueil.py JOINED.json OWN.json... prints a line for each act that differs, page numbers
moved by the pages before; the list of own files is gone through again until the acts are used up.
"""

import json
import sys


def later(value, count, is_page=False):
    """The value with its page numbers, and those alone, moved."""
    if isinstance(value, dict):
        return {key: later(member, count, key in ("page", "pages")) for key, member in value.items()}
    if isinstance(value, list):
        return [later(element, count, is_page) for element in value]
    return value + count if is_page else value


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


joined, own = load(sys.argv[1]), [load(path) for path in sys.argv[2:]]
acts = joined["deliberations"]
before = 0
index = 0
while before < joined["source"]["page_count"]:
    for output in own:
        for act in output["deliberations"]:
            if index >= len(acts) or acts[index] != later(act, before):
                print(f"act {index} is not that of {output['source']['file_name']}")
            index += 1
        before += output["source"]["page_count"]
if index != len(acts):
    print(f"there are {len(acts)} acts, not {index}")
