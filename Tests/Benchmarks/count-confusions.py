#!/usr/bin/env python3
"""Counts what recognition prints for what: scans made of typeset PDFs against their own text.

    Tests/Benchmarks/count-confusions.py [--binary BINARY] [--dpi 200] [--mode grey] [--seed 1] PDF ...

Each PDF is scanned by ../shared/tools/scan.py, read by the binary, and its words are aligned with those
of the typeset text. Prints what was meant, what was printed, how often, and how often the meant
character stands in the text. The weights of `Sources/Lexing/ConfusionTable.swift` follow these counts.
"""
import argparse
import collections
import difflib
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def words(binary, pdf, seconds="900"):
    command = [binary, "text", "--timeout", seconds, pdf]
    return subprocess.run(command, capture_output=True).stdout.decode().split()


def slips(meant, printed):
    """What two words differ in, as pairs of at most two characters each."""
    pairs = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, meant, printed, False).get_opcodes():
        if kind == "replace" and b - a == d - c:
            pairs += zip(meant[a:b], printed[c:d])
        elif kind == "replace" and max(b - a, d - c) <= 2:
            pairs.append((meant[a:b], printed[c:d]))
        elif kind == "delete" and b - a == 1:
            pairs.append((meant[a:b], ""))
        elif kind == "insert" and d - c == 1:
            pairs.append(("", printed[c:d]))
    return pairs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=ROOT / ".build/release/extract")
    for name, default in [("--dpi", "200"), ("--mode", "grey"), ("--seed", "1")]:
        parser.add_argument(name, default=default)
    parser.add_argument("pdf", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    counts, letters = collections.Counter(), collections.Counter()
    for pdf in options.pdf:
        with tempfile.TemporaryDirectory() as folder:
            scan = pathlib.Path(folder) / "scan.pdf"
            subprocess.run([sys.executable, ROOT.parent / "shared/tools/scan.py", pdf, scan, "--dpi",
                            options.dpi, "--mode", options.mode, "--seed", options.seed], check=True)
            meant, printed = words(options.binary, pdf), words(options.binary, scan)
        letters.update("".join(meant))
        for kind, a, b, c, d in difflib.SequenceMatcher(None, meant, printed, False).get_opcodes():
            if kind == "replace" and b - a == d - c:
                for one, other in zip(meant[a:b], printed[c:d]):
                    # Words of which most differs stand at each other's place by chance.
                    if difflib.SequenceMatcher(None, one, other, False).ratio() >= 0.6:
                        counts.update(slips(one, other))
    for (one, other), count in counts.most_common():
        print(f"{one}\t{other}\t{count}\t{letters[one] if len(one) == 1 else ''}")


if __name__ == "__main__":
    main()
