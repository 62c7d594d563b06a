#!/usr/bin/env python3
"""Scores the grants of Montpellier's annual table against the city's own spreadsheet.

    score-grants-2014.py GRANTS.json PDF OUT.json [--misses]

The spreadsheet is wider than the PDF: a true row counts only where its structure and its amount
stand in one row of `pdftotext -layout` of the PDF. Prints found, counted and their share.
"""
import collections
import json
import re
import subprocess
import sys
import unicodedata


def fold(text):
    """Case, accents, punctuation and spacing do not count."""
    text = unicodedata.normalize("NFKD", str(text or ""))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", "", text)


def main():
    truth_path, pdf, output = [a for a in sys.argv[1:] if not a.startswith("--")]
    rows = json.load(open(truth_path, encoding="utf-8"))["rows"]
    text = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True
    ).stdout.decode("utf-8")
    lines = text.replace("\u00a0", " ").splitlines()

    def stands(row):
        """Whether all words of the structure and the amount occur within five lines."""
        words = [fold(w) for w in row["structure"].split() if fold(w)]
        amount = re.compile(rf"(?<![\d ]){round(row['amount']):,} ?€".replace(",", " "))
        for at, line in enumerate(lines):
            if amount.search(re.sub(r" {2,}", "\t", line)):
                near = fold(" ".join(lines[max(0, at - 2) : at + 3]))
                if all(word in near for word in words):
                    return True
        return False

    rows = [r for r in rows if r["stage"] == "Conseil Municipal"]
    counted = [r for r in rows if r["structure"] and r["amount"] and stands(r)]
    found = collections.defaultdict(list)
    for act in json.load(open(output, encoding="utf-8"))["deliberations"]:
        for grant in act.get("grants", []):
            found[round(grant.get("amount", -1) * 100)].append(fold(grant.get("beneficiary")))
    hits, misses = 0, []
    for row in sorted(counted, key=lambda r: -len(fold(r["structure"]))):
        names, name = found[round(row["amount"] * 100)], fold(row["structure"])
        # The PDF prints a long name with its acronym where the spreadsheet has one of the two.
        same = next((n for n in names if n == name), None) or next(
            (n for n in names if name in n or n in name), None
        )
        if same:
            names.remove(same)
            hits += 1
        else:
            misses.append(row)
    print(f"{hits} of {len(counted)} rows found, {hits / max(1, len(counted)):.4f}")
    if "--misses" in sys.argv:
        for row in misses:
            print("  missing:", row["structure"], row["amount"])
        for cents, names in found.items():
            for name in names:
                print("  extra:", name, cents / 100)


main()
