#!/usr/bin/env python3
"""Chooses the weights of structure on all authorities but one, and scores the one left out.

    Tests/Benchmarks/leave-one-out.py [SHARED]

For each authority of SHARED/corpus/communes (beside the checkout by default), weights are drawn with
a fixed seed around those in Pipelines/structure/weights.tsv; the draw that parts the other authorities'
acts best is scored on its born-digital documents. Prints a table: F1 of acts with the weights as they
are, and with those chosen without the authority.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DRAWS = 40
SEED = 15


def documents(shared):
    sys.path.insert(0, str(shared / "tools"))
    found = []
    for truth in sorted((shared / "corpus/communes").glob("*/*.json")):
        data = json.loads(truth.read_text())
        if data.get("scanned") or truth.parent.name == "unlabelled":
            continue
        source = truth.with_suffix(".pdf")
        found.append((truth.parent.name, data, source if source.exists() else truth.with_suffix(".txt")))
    return found


def counts(corpus, weights, folder):
    """Truth, found and hit acts by authority."""
    import score_minutes

    table = pathlib.Path(folder) / "weights.tsv"
    table.write_text("".join(f"{name}\t{value}\n" for name, value in weights.items()))
    by_authority = {}
    for authority, truth, source in corpus:
        command = [ROOT / ".build/release/extract", "structure", source, "--format", "json"]
        output = subprocess.run([*command, "--weights", table], capture_output=True, check=True).stdout
        acts = [score_minutes.act_of_output(a) for a in json.loads(output)["acts"]]
        tally = by_authority.setdefault(authority, [0, 0, 0])
        hits = len(score_minutes.align(truth["acts"], acts))
        for place, value in enumerate((len(truth["acts"]), len(acts), hits)):
            tally[place] += value
    return by_authority


def f1(tally):
    return 2 * tally[2] / max(1, tally[0] + tally[1])


def main():
    shared = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
    corpus = documents(shared)
    rows = (ROOT / "Pipelines/structure/weights.tsv").read_text().splitlines()
    base = {r.split("\t")[0]: float(r.split("\t")[1]) for r in rows if r and not r.startswith("#")}
    draw = random.Random(SEED)
    candidates = [base] + [
        {n: v if n == "filled" else round(v * draw.choice((0.5, 0.7, 1, 1.4, 2)), 3) for n, v in base.items()}
        for _ in range(DRAWS)
    ]
    with tempfile.TemporaryDirectory() as folder:
        results = [counts(corpus, weights, folder) for weights in candidates]
    print("| authority | as they are | chosen without it |\n|---|---|---|")
    means = [0.0, 0.0]
    for authority in results[0]:
        def others(result):
            rest = [f1(t) for name, t in result.items() if name != authority]
            return sum(rest) / len(rest)

        best = max(range(len(results)), key=lambda index: (others(results[index]), -index))
        scores = f1(results[0][authority]), f1(results[best][authority])
        means = [m + s / len(results[0]) for m, s in zip(means, scores)]
        print(f"| {authority} | {scores[0]:.3f} | {scores[1]:.3f} |")
    print(f"| mean | {means[0]:.3f} | {means[1]:.3f} |")


main()
