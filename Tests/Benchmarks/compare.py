#!/usr/bin/env python3
"""Compares the text and the tables that two binaries read from the PDFs of folders.

    Tests/Benchmarks/compare.py OLD NEW [--show] [FOLDER | FILE ...]

Each document with a difference is one line: what differs, of how much. With --show the differences
follow, except those of authorities that are kept unread: of them only counts are printed. Some
files are not read at all.
"""
import collections
import difflib
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared/corpus"
UNREAD = {"lannion", "preuilly-sur-claise", "chemere"}
UNREAD_FILES = {
    "2015-12-11_compte-rendu_scan.pdf", "2023-06-09_pv-senatoriales.pdf", "2016-07-09_pv.pdf",
    "2025-03-31_liste_scan.pdf", "cr170414.pdf", "cr161216.pdf",
}


def run(binary, *arguments):
    command = [binary, *arguments, "--ocr", "never", "--timeout", "60"]
    return subprocess.run(command, capture_output=True).stdout.decode()


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


def main():
    arguments = sys.argv[1:]
    shows = "--show" in arguments
    arguments = [argument for argument in arguments if argument != "--show"]
    if len(arguments) < 2:
        sys.exit("usage: compare.py OLD NEW [--show] [FOLDER | FILE ...]")
    old, new, *places = arguments
    files = []
    for place in places or [CORPUS]:
        place = pathlib.Path(place)
        files += sorted(place.rglob("*.pdf")) if place.is_dir() else [place]
    kinds = collections.Counter()
    for file in files:
        if file.name in UNREAD_FILES:
            continue
        is_unread = not UNREAD.isdisjoint(file.parts)
        for what, arguments, kind in [
            ("text", ["text"], text_kind), ("tables", ["tables", "--format", "json"], table_kind)
        ]:
            before, after = (run(binary, *arguments, file) for binary in (old, new))
            found = kind(before, after)
            kinds[what, (found or "same").split(" ")[0]] += 1
            if found:
                name = "kept unread" if is_unread else file.name
                print(f"{what:6} {file.parent.name}/{name}: {found}", flush=True)
            if found and shows and not is_unread:
                for line in difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""):
                    print("    " + line[:160])
    for (what, kind), count in sorted(kinds.items()):
        print(f"{what}: {count} {kind}")


if __name__ == "__main__":
    main()
