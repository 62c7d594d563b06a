#!/usr/bin/env python3
"""Compares the votes of documents with who could vote on them.

    score-electorates.py BINARY DOCUMENT...

Of the votes whose sides are all printed, how many add up to the electorate of their decision; of the others, of how many every
count that names people is the number of those names. Votes of acts that list nobody as present compare with nothing. Each
exception is printed with its document and title. Exits 1 under 90 % of the first kind, or where one of the second differs.
"""
import json, subprocess, sys

binary, *documents = sys.argv[1:]
whole, sums, named, right, unlisted = 0, 0, 0, 0, 0
for path in documents:
    run = subprocess.run([binary, "--timeout", "600", path], capture_output=True, text=True)
    try:
        acts = json.loads(run.stdout)["deliberations"]
    except (ValueError, KeyError):
        print(f"{path}: no output")
        continue
    for act in acts:
        for decision in act.get("decisions", []):
            vote = decision.get("vote", {})
            counts = {option: vote[option].get("count") for option in ("yes", "no", "abstain") if option in vote}
            if not counts or None in counts.values():
                continue
            what = f"{path.rsplit('/', 1)[-1]}: {(act.get('title') or '')[:60]}: {counts}"
            voting = decision.get("electorate", {}).get("voting")
            if "yes" in counts and len(counts) > 1:
                if voting is None:
                    unlisted += 1
                    continue
                whole += 1
                sums += sum(counts.values()) == voting
                if sum(counts.values()) != voting:
                    print(f"{what}, {voting} can vote{', flagged' if any(v.get('needs_review') for v in vote.values()) else ''}")
                continue
            for option, count in counts.items():
                people = [p for p in decision.get("positions", []) if p["option"] == option and p["stated"] == "printed"]
                if people:
                    named += 1
                    right += len(people) == count
                    if len(people) != count:
                        print(f"{what}, {len(people)} are named for '{option}'")
print(f"{sums} of {whole} votes with all sides printed add up to who can vote; {right} of {named} other counts are the number of "
      f"their names; {unlisted} votes stand in acts that list nobody")
sys.exit(sums < 0.9 * whole or right < named)
