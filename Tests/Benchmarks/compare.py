#!/usr/bin/env python3
"""Compares the text, the tables and the acts that two binaries read from the PDFs and texts of folders.

    Tests/Benchmarks/compare.py OLD NEW [--show] [--only acts] [--ocr auto] [FOLDER | FILE ...]

Each document with a difference is one line: what differs, of how much; with --show the differences follow.
The acts are equal where the JSON is the same byte for byte. Ends with 1 where anything differs.
"""
import argparse
import collections
import difflib
import hashlib
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared/corpus"


def run(binary, ocr, *arguments):
    command = [binary, *arguments, "--ocr", ocr, "--timeout", "60" if ocr == "never" else "900"]
    return subprocess.run(command, capture_output=True).stdout.decode()


def is_closed(file):
    """Whether a table document is one that nothing is tuned on."""
    return "icdar" in str(file.parent) and hashlib.sha256(file.read_bytes()).digest()[-1] & 1


def words(lines):
    return collections.Counter(word for line in lines for word in line.split())


def letters(lines):
    return collections.Counter("".join("".join(line.split()) for line in lines))


def text_kind(old, new):
    """What two texts differ in, the strongest difference first."""
    old, new = old.splitlines(), new.splitlines()
    if old == new:
        return None
    if letters(old) != letters(new):
        lost = sum((letters(old) - letters(new)).values())
        won = sum((letters(new) - letters(old)).values())
        return f"letters -{lost} +{won} of {sum(letters(old).values())}"
    if words(old) != words(new):
        return f"spaces: words -{sum((words(old) - words(new)).values())} +{sum((words(new) - words(old)).values())}"
    if sorted(old) == sorted(new):
        return "order of lines"
    changed = sum(1 for line in difflib.unified_diff(old, new, n=0, lineterm="") if line[0] == "+")
    return f"lines: {changed} of {len(old)}"


def cells(tables):
    return collections.Counter(
        (cell["text"], cell["row_span"], cell["column_span"]) for table in tables for cell in table["cells"]
    )


def places(tables):
    return [[(cell["row"], cell["column"], cell["text"]) for cell in table["cells"]] for table in tables]


def table_kind(old, new):
    """What the tables differ in."""
    if old == new:
        return None
    old, new = json.loads(old or "[]"), json.loads(new or "[]")
    if places(old) == places(new):
        return None
    lost, won = cells(old) - cells(new), cells(new) - cells(old)
    if not lost and not won:
        return "order or places of cells" if len(old) == len(new) else f"tables {len(old)} → {len(new)}"
    return (f"tables {len(old)} → {len(new)}, cells -{sum(lost.values())} "
            f"+{sum(won.values())} of {sum(cells(old).values())}")


def leaves(value, path=""):
    """The values of a JSON text, each with the keys that lead to it; places in lists do not count."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from leaves(member, f"{path}/{key}")
    elif isinstance(value, list):
        for member in value:
            yield from leaves(member, path)
    else:
        yield path, json.dumps(value, ensure_ascii=False)


def act_kind(old, new):
    """The keys under which two outputs differ, with how many values were lost and won."""
    if old == new:
        return None
    old, new = (collections.Counter(leaves(json.loads(text or "{}"))) for text in (old, new))
    lost, won = collections.Counter(), collections.Counter()
    for count, values in [(lost, old - new), (won, new - old)]:
        for (path, _), number in values.items():
            count[path.removeprefix("/deliberations")] += number
    return ", ".join(f"{path} -{lost[path]} +{won[path]}" for path in sorted(lost | won)) or "order"


KINDS = {
    "text": (["text"], text_kind),
    "tables": (["tables", "--format", "json"], table_kind),
    "acts": ([], act_kind),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--only", choices=KINDS)
    parser.add_argument("--ocr", default="never")
    parser.add_argument("place", nargs="*", default=[CORPUS], type=pathlib.Path)
    options = parser.parse_intermixed_args()
    files = []
    for place in options.place:
        found = sorted([*place.rglob("*.pdf"), *place.rglob("*.txt")]) if place.is_dir() else [place]
        files += [file for file in found if not is_closed(file)]
    kinds = collections.Counter()
    for file in files:
        for what in [options.only] if options.only else KINDS:
            arguments, kind = KINDS[what]
            before, after = (run(binary, options.ocr, *arguments, file) for binary in (options.old, options.new))
            found = kind(before, after)
            kinds[what, (found or "same").split(" ")[0]] += 1
            if found:
                print(f"{what:6} {file.parent.name}/{file.name}: {found}", flush=True)
            if found and options.show:
                for line in difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""):
                    print("    " + line[:160])
    for (what, kind), count in sorted(kinds.items()):
        print(f"{what}: {count} {kind}")
    sys.exit(any(kind != "same" for _, kind in kinds))


if __name__ == "__main__":
    main()
