#!/usr/bin/env python3
"""Chooses the weights of structure on all authorities but one, and scores the one left out.

    Tests/Benchmarks/leave-one-out.py [SHARED]

For each authority of SHARED/corpus/communes (beside the checkout by default), weights are drawn with
a fixed seed around those in Pipelines/structure/weights.tsv; the draw that parts the other authorities'
acts best is scored on its born-digital documents. Prints a table: F1 of acts with the weights as they
are, and with those chosen without the authority; Montpellier and the Pas-de-Calais, single acts, choose
nothing and are no part of the mean. Then a table of the confidence stated by acts of the authority left
out against the share that is right.
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
    # Single acts: one act a file, whose title the parser reads, not the structure.
    montpellier = shared / "corpus/montpellier"
    for entry in json.loads((montpellier / "index.json").read_text()):
        found.append(("Montpellier", None, montpellier / "pdf" / entry["file"]))
    for source in sorted((shared / "corpus/pas-de-calais/pdf/digital").glob("*.pdf")):
        found.append(("Pas-de-Calais", None, source))
    return found


def parted(corpus, weights, folder):
    """For each table of weights, and each document: its authority, how many acts it has, how many were
    found, which of those are right, and the confidence of each."""
    import score_minutes

    command = [ROOT / ".build/release/extract", "structure", "--format", "json"]
    for index, table in enumerate(weights):
        path = pathlib.Path(folder) / f"{index}.tsv"
        path.write_text("".join(f"{name}\t{value}\n" for name, value in table.items()))
        command += ["--weights", path]
    results = [[] for _ in weights]
    for authority, truth, source in corpus:
        output = subprocess.run([*command, source], capture_output=True, check=True).stdout
        for result, line in zip(results, output.splitlines()):
            acts = json.loads(line)["acts"]
            if truth is None:
                result.append((authority, 1, len(acts), {0} if acts else set(), []))
                continue
            found = [score_minutes.act_of_output(a) for a in acts]
            pairs = score_minutes.align(truth["acts"], found)
            sure = [(act.get("confidence", 1), place) for place, act in enumerate(acts)]
            result.append((authority, len(truth["acts"]), len(found), {j for _, j in pairs}, sure))
    return results


def tallies(result):
    """Truth, found and hit acts by authority."""
    by_authority = {}
    for authority, wanted, found, hits, _ in result:
        tally = by_authority.setdefault(authority, [0, 0, 0])
        for place, value in enumerate((wanted, found, len(hits))):
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
        parted_by = parted(corpus, candidates, folder)
    results = [tallies(result) for result in parted_by]
    means_of = {authority for authority, truth, _ in corpus if truth is not None}
    print("| authority | as they are | chosen without it |\n|---|---|---|")
    means, steps = [0.0, 0.0], {}
    for authority in results[0]:
        def others(result):
            rest = [f1(t) for name, t in result.items() if name != authority and name in means_of]
            return sum(rest) / len(rest)

        best = max(range(len(results)), key=lambda index: (others(results[index]), -index))
        scores = f1(results[0][authority]), f1(results[best][authority])
        if authority in means_of:
            means = [m + s / len(means_of) for m, s in zip(means, scores)]
        print(f"| {authority} | {scores[0]:.3f} | {scores[1]:.3f} |")
        for name, _, _, hits, sure in parted_by[best]:
            for stated, place in sure if name == authority and name in means_of else []:
                step = steps.setdefault(min(9, int(stated * 10)), [0, 0.0, 0])
                step[0], step[1], step[2] = step[0] + 1, step[1] + stated, step[2] + (place in hits)
    print(f"| mean of the communes | {means[0]:.3f} | {means[1]:.3f} |\n")
    print("| confidence | acts | stated | right |\n|---|---|---|---|")
    for step, (count, stated, right) in sorted(steps.items()):
        print(f"| {step / 10:.1f} to {(step + 1) / 10:.1f} | {count} | {stated / count:.2f} | {right / count:.2f} |")


main()
