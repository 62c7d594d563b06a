#!/usr/bin/env python3
"""Exports the corpus in each format, asks the validators, and prints rows and rejects by reason.

    count-exports.py SHARED PROGRAM [FOLDER]

An authority has a file of defaults with what its acts never print; for grants whose truth is known also the
table of whom it pays, as its accounts have it. Ends with 1 where a validator finds an error. Scans are left out.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

SHARED, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
ROOT = pathlib.Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".build/validators/bin/python"
CHECKS = ROOT / "Tests/TestSupport"
CORPUS = SHARED / "corpus"
SIRET = "22620001200012"  # A number with a right key.
DEFAULTS = f"""version: 1
scdl-deliberations:
  COLL_NOM: the authority
  COLL_SIRET: "{SIRET}"
  DELIB_DATE: "{{file_date}}"
  DELIB_ID: "{{DELIB_DATE}}-{{ordinal}}"
  DELIB_MATIERE_CODE: "9.1"
scdl-subventions:
  nomAttribuant: the authority
  idAttribuant: "{SIRET}"
  referenceDecision: "{{date}}-{{ordinal}}"
  dateConvention: "{{date}}"
  nature: aide en numéraire
  conditionsVersement: unique
  datesPeriodeVersement: "{{year}}-01-01/{{year}}-12-31"
  notificationUE: non
  pourcentageSubvention: "1.00"
"""
faults = 0


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True)


def validate(*command):
    global faults
    done = run(*command)
    said = (done.stdout + done.stderr).strip().splitlines()
    if done.returncode or (said and command[0] == PYTHON):
        faults += 1
        print("    ", *said[:5], sep="\n    ")
        return "INVALID"
    return "valid"


def beneficiaries(names, folder):
    """Defaults that know the beneficiaries; none where every grant gets a number alike."""
    if names is None:
        (folder / "d.yaml").write_text(DEFAULTS + "  rnaBeneficiaire: W000000000\n")
    else:
        rows = [f"{name}\t\tW{number:09}" for number, name in enumerate(sorted(names))]
        (folder / "b.tsv").write_text("\n".join(["name\tsiret\trna", *rows]) + "\n")
        (folder / "d.yaml").write_text(DEFAULTS + "beneficiaries: b.tsv\n")
    return folder / "d.yaml"


def export(table, outputs, defaults, folder):
    done = run(PROGRAM, "export", table, outputs, "-o", folder / table, "--defaults", defaults)
    first, *reasons = done.stderr.strip().splitlines()[-20:]
    rows, rejects = map(int, re.search(r"(\d+) rows, (\d+) rejects", done.stderr).groups())
    share = rows / (rows + rejects) if rows + rejects else 1
    state = validate(PYTHON, "-W", "ignore", CHECKS / "check_scdl.py", folder / table)
    reasons = [r.strip() for r in reasons if r.startswith("  ")]
    print(f"  {table:20} {rows:5} rows {rejects:4} rejects {share:.3f} {state}", *reasons, sep="; ")


def main():
    folder = pathlib.Path(sys.argv[3] if len(sys.argv) > 3 else tempfile.mkdtemp())
    sets = {d.name: sorted(d.glob("*.pdf")) + sorted(d.glob("*.txt"))
            for d in sorted((CORPUS / "communes").iterdir()) if d.is_dir() and d.name != "unlabelled"}
    sets["montpellier"] = sorted((CORPUS / "montpellier/pdf").glob("20*.pdf"))
    sets["montpellier 2014"] = [CORPUS / "montpellier/pdf/attribution-subventions-2014.pdf"]
    act = CORPUS / "pas-de-calais"
    for number in ("000", "001", "002"):
        sets[f"pas-de-calais {number} digital"] = [act / f"pdf/digital/{number}.pdf"]
        sets[f"pas-de-calais {number} text"] = [act / f"text/{number}.txt"]
    folder.mkdir(parents=True, exist_ok=True)
    every = folder / "all.jsonl"
    with open(every, "w") as all_outputs:
        for place, (name, files) in enumerate(sets.items()):
            work = folder / str(place)
            work.mkdir(parents=True, exist_ok=True)
            outputs = work / "acts.jsonl"
            lines = run(PROGRAM, "--quiet", "--compact", "--ocr", "never", "--timeout", "600", *files).stdout
            outputs.write_text(lines)
            all_outputs.write(lines)
            print(name)
            defaults = beneficiaries(None, work)
            export("scdl-deliberations", outputs, defaults, work)
            export("scdl-subventions", outputs, defaults, work)
            truth = act / f"truth/{name.split(' ')[1]}.json" if " " in name else act
            if truth.is_file():
                known = json.loads(truth.read_text())
                names = {g["beneficiary"] for a in known.get("deliberations", [known])
                         for g in a.get("grants", []) if g.get("beneficiary")}
                if names:
                    export("scdl-subventions", outputs, beneficiaries(names, work), work)
    print("all")
    for kind in ("popolo", "akoma-ntoso", "csv"):
        done = run(PROGRAM, "export", kind, every, "-o", folder / kind, "--defaults", defaults)
        target = folder / kind
        standards = SHARED / "standards"
        if kind == "popolo":
            state = validate(PYTHON, "-W", "ignore", CHECKS / "check_popolo.py", target, standards / "popolo")
        elif kind == "akoma-ntoso":
            schema = standards / "akoma-ntoso/akomantoso30.xsd"
            state = validate("xmllint", "--noout", "--schema", schema, *sorted(target.rglob("*.xml")))
        else:
            state = validate(PYTHON, "-W", "ignore", CHECKS / "check_tables.py", target, every)
        print(f"  {kind}: {state}", *done.stderr.strip().splitlines(), sep="; ")
    return 1 if faults else 0


sys.exit(main())
