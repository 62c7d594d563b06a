#!/usr/bin/env python3
"""Compares the tables of `extract` with those of camelot, tabula and pdfplumber on ICDAR-2013.

    Tests/Benchmarks/compare-tables.py [--venv FOLDER] [--parity even|odd] [SHARED]

The tools are installed into a virtual environment (.build/tables-venv by default); tabula needs
Java. All of them read the same files in the same run; printed are the mean F1, precision and recall
over documents, the tables found, and the processor time of each. A parity takes the documents whose
SHA-256 is even or odd. The measure is SHARED/tools/score_tables.py.
"""
import argparse
import hashlib
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import venv

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGES = ["camelot-py==2.0.0", "tabula-py==2.10.0", "pdfplumber==0.11.10"]
TOOLS = {
    "camelot": """
import camelot
tables = camelot.read_pdf(path, pages="all", flavor="hybrid")
return [{"page": int(t.page), "rows": t.df.values.tolist()} for t in tables]
""",
    "tabula": """
import tabula
tables = tabula.read_pdf(path, pages="all", output_format="json", silent=True)
return [{"page": 1, "rows": [[c["text"] for c in row] for row in t["data"]]} for t in tables]
""",
    "pdfplumber": """
import pdfplumber
with pdfplumber.open(path) as pdf:
    return [{"page": p.page_number, "rows": rows} for p in pdf.pages for rows in p.extract_tables()]
""",
}
FRAME = """
import json, sys
def read(path):
{body}
try:
    tables = read(sys.argv[1])
except Exception as error:
    print(error, file=sys.stderr)
    tables = []
json.dump(tables, sys.stdout)
"""


def environment(folder):
    """The Python of a virtual environment with the tools."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return python


def commands(python):
    """The command of each tool, without the file."""
    extract = ROOT / ".build/release/extract"
    found = {"extract": [extract, "tables", "--by-page", "--format", "json"]}
    for name, body in TOOLS.items():
        indented = "\n".join("    " + line for line in body.strip().splitlines())
        found[name] = [python, "-c", FRAME.format(body=indented)]
    return found


def measure(command, files, truth, scorer):
    """The scores of a tool, and the processor time it took."""
    with tempfile.TemporaryDirectory() as folder:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        for file in files:
            output = pathlib.Path(folder) / f"{file.stem}.json"
            with open(output, "wb") as stream:
                subprocess.run([*command, file], stdout=stream, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        result = subprocess.run(
            [sys.executable, scorer, "--json", truth, folder], capture_output=True, check=True
        )
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return json.loads(result.stdout)["summary"], seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", nargs="?", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--venv", type=pathlib.Path, default=ROOT / ".build/tables-venv")
    parser.add_argument("--parity", choices=["even", "odd"])
    arguments = parser.parse_args()
    corpus = arguments.shared / "corpus/icdar-2013"
    files = sorted(corpus.glob("*.pdf"))
    if arguments.parity:
        wanted = arguments.parity == "odd"
        files = [
            file
            for file in files
            if (hashlib.sha256(file.read_bytes()).digest()[-1] & 1 == 1) == wanted
        ]
    tools = commands(environment(arguments.venv))
    print("| tool | F1 | precision | recall | tables | processor time |")
    print("|---" * 6 + "|")
    with tempfile.TemporaryDirectory() as truth:
        for file in files:
            for reading in corpus.glob(f"{file.stem[:6]}*-str.xml"):
                pathlib.Path(truth, reading.name).symlink_to(reading.resolve())
        for name, command in tools.items():
            scores, seconds = measure(
                command, files, truth, arguments.shared / "tools/score_tables.py"
            )
            print(
                f"| {name} | {scores['f1']:.3f} | {scores['precision']:.3f} "
                f"| {scores['recall']:.3f} | {scores['tables_found']} of {scores['tables_true']} "
                f"| {seconds:.1f} s |",
                flush=True,
            )


if __name__ == "__main__":
    main()
