#!/usr/bin/env python3
"""Scores recusals and grants of further minutes, whose truth stands in MinutesTruth without their text.

    score-minutes-truth.py BINARY SHARED [option of score_minutes.py ...]

The documents are found in SHARED/corpus by their SHA-256. A truth holds the acts with recusals or grants alone, so that
only these families are scored.
"""
import hashlib, json, pathlib, subprocess, sys, tempfile

binary, shared, *options = sys.argv[1:]
truths = {}
for path in (pathlib.Path(__file__).parent / "MinutesTruth").glob("*.json"):
    truths[json.loads(path.read_text(encoding="utf-8"))["sha256"]] = path
with tempfile.TemporaryDirectory() as folder:
    for file in sorted((pathlib.Path(shared) / "corpus/communes/unlabelled").rglob("*.*")):
        if file.suffix not in (".pdf", ".txt"):
            continue
        truth = truths.pop(hashlib.sha256(file.read_bytes()).hexdigest(), None)
        if truth is None:
            continue
        authority = pathlib.Path(folder) / file.parent.name
        authority.mkdir(exist_ok=True)
        (authority / (truth.stem + file.suffix)).symlink_to(file.resolve())
        (authority / truth.name).symlink_to(truth.resolve())
    for path in truths.values():
        print(f"no document for {path.name}")
    score = pathlib.Path(shared) / "tools/score_minutes.py"
    command = [sys.executable, score, "--binary", binary, "--families", "recusals,grants", *options, folder]
    sys.exit(subprocess.run(command).returncode)
