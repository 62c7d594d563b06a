#!/usr/bin/env python3
"""Counts how many items of printed agendas are taken up by an act, or by an item without a decision.

    Tests/CorpusTests/count-agendas.py [SHARED]

Agendas/agendas.tsv lists the items by hand; SHARED is the folder of the corpus (beside the checkout by
default). An item counts when `extract structure` lists it on the agenda as taken up. Exits 1 below 95 %.
"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve()
SHARE = 0.95


def matched(agenda, items):
    """How many of the items listed by hand are taken up, and how many there are."""
    taken = [item["text"] for item in agenda if item["isTakenUp"]]
    if items.startswith("•"):
        count = int(items[1:])
        bullets = sum(1 for text in taken if not re.match(r"[0-9IVX]+[.) ]", text))
        return min(count, bullets), count
    first, _, last = items.partition("-")
    wanted = {str(number) for number in range(int(first), int(last or first) + 1)}
    found = {number.group() for number in (re.match("[0-9]+", text) for text in taken) if number}
    return len(wanted & found), len(wanted)


def main():
    shared = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[3] / "shared"
    hits = count = 0
    for row in (HERE.parent / "Agendas/agendas.tsv").read_text().splitlines():
        if row.startswith("#"):
            continue
        name, sha256, items = row.split("\t")
        source = shared / "corpus/communes" / name
        if hashlib.sha256(source.read_bytes()).hexdigest() != sha256:
            sys.exit(f"{name} is another file than the one whose agenda is listed")
        command = [HERE.parents[2] / ".build/release/extract", "structure", "--format", "json", source]
        output = subprocess.run(command, capture_output=True, check=True).stdout
        hit, listed = matched(json.loads(output)["agenda"], items)
        hits, count = hits + hit, count + listed
        if hit < listed:
            print(f"{name}: {hit} of {listed}")
    print(f"{hits} of {count} items, {hits / count:.3f}")
    sys.exit(hits < SHARE * count)


main()
