#!/usr/bin/env python3
"""Prints the README's table of accuracy: field families x inputs, F1 of the release binary.

    Tests/Benchmarks/scores.py [SHARED] [FORM ...]

SHARED is the folder with corpus/ and tools/score.py, beside the checkout by default; forms are
text, digital, scan300, scan200, mixed, ocrlayer (text and digital by default).
"""
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCUMENTS = ("000", "001", "002")


def scores(shared, form, folder):
    """The scores of a form's documents, by document and family."""
    corpus = shared / "corpus" / "pas-de-calais"
    for document in DOCUMENTS:
        source = corpus / ("text" if form == "text" else f"pdf/{form}")
        source = source / f"{document}.{'txt' if form == 'text' else 'pdf'}"
        if not source.exists():
            continue
        output = folder / f"{document}.json"
        command = [ROOT / ".build/release/extract", "--quiet", "--timeout", "3600", source]
        with open(output, "wb") as file:
            subprocess.run(command, stdout=file, check=True)
    command = [sys.executable, shared / "tools/score.py", "--json", "--dir", corpus / "truth"]
    result = subprocess.run([*command, folder], capture_output=True, check=True)
    return json.loads(result.stdout)


def main():
    arguments = sys.argv[1:]
    shared = ROOT.parent / "shared"
    if arguments and pathlib.Path(arguments[0]).is_dir():
        shared = pathlib.Path(arguments.pop(0))
    forms = arguments or ["text", "digital"]
    columns = {}
    for form in forms:
        with tempfile.TemporaryDirectory() as folder:
            for document, rows in scores(shared, form, pathlib.Path(folder)).items():
                columns[f"{form} {document}"] = rows
    families = list(dict.fromkeys(family for rows in columns.values() for family in rows))
    print("| family | " + " | ".join(columns) + " |")
    print("|---" * (len(columns) + 1) + "|")
    for family in families:
        cells = []
        for rows in columns.values():
            row = rows.get(family)
            if row is None or (row["truth"] == 0 and row["out"] == 0 and family != "silent"):
                cells.append("–")
            elif family in ("silent", "doubted"):
                cells.append(str(row["out"]))
            else:
                cells.append(f"{row['f1']:.3f}")
        name = {"silent": "wrong and not flagged", "doubted": "right but flagged"}.get(family, family)
        print(f"| {name} | " + " | ".join(cells) + " |")


main()
