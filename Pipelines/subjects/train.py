#!/usr/bin/env python3
"""Trains the classifier of subjects and prints how well it does with each authority left out.

    Pipelines/subjects/train.py ../shared/corpus/communes            # figures
    Pipelines/subjects/train.py ../shared/corpus/communes --write    # weights.tsv

A multinomial logistic regression over words and pairs of words of a title (Sources/Subjects reads a
title in the same way). It learns from phrases.tsv, the words of the nomenclature and of the law, and
from titles whose code labels.tsv gives; a word of titles counts where two authorities use it, so that no
name is learnt. Needs numpy; the same input gives the same weights.
"""
import json
import pathlib
import re
import sys
import unicodedata

import numpy as np

HERE = pathlib.Path(__file__).parent
STOP = set((HERE / "stopwords.tsv").read_text().split()[1:])
STEM = 7
ROUNDS = 400
# Below this sureness no subject is given; Sources/Subjects has the same.
THRESHOLD = 0.3
PENALTY = 0.004
PHRASE_WEIGHT = 0.5


def words(text):
    text = text.lower().replace("œ", "oe").replace("æ", "ae").replace("°", "o")
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    kept = [w for w in re.findall(r"[a-z]+", text) if len(w) > 1 and w not in STOP]
    return [w[:STEM].rstrip("sx") or w for w in kept]


def features(text):
    stems = words(text)
    return sorted(set(stems) | {a + "_" + b for a, b in zip(stems, stems[1:])})


def phrases():
    for line in (HERE / "phrases.tsv").read_text().splitlines()[1:]:
        code, texts = line.split("\t")
        for text in texts.split(";"):
            yield code, text


def labels(corpus):
    for line in (HERE / "labels.tsv").read_text().splitlines()[1:]:
        document, act, code = line.split("\t")
        truth = json.loads((corpus / f"{document}.json").read_text())
        yield document.split("/")[0], code, truth["acts"][int(act)]["title"]


def train(examples):
    """The vocabulary and the weights; an example is an authority (or nothing), a code and a title."""
    users = {}
    for authority, _, text in examples:
        for feature in features(text):
            users.setdefault(feature, set()).add(authority)
    vocabulary = sorted(f for f, who in users.items() if None in who or len(who) > 1)
    place = {f: i for i, f in enumerate(vocabulary)}
    codes = sorted({code for _, code, _ in examples}, key=lambda c: [int(p) for p in c.split(".")])
    x = np.zeros((len(examples), len(vocabulary) + 1))
    y = np.zeros((len(examples), len(codes)))
    weight = np.array([PHRASE_WEIGHT if who is None else 1.0 for who, _, _ in examples])
    for row, (_, code, text) in enumerate(examples):
        fill(x[row], text, place)
        y[row, codes.index(code)] = 1
    w = np.zeros((len(vocabulary) + 1, len(codes)))
    speed = np.zeros_like(w)
    for _ in range(ROUNDS):
        p = softmax(x @ w)
        gradient = x.T @ ((p - y) * weight[:, None]) / weight.sum() + PENALTY / len(examples) * 50 * w
        speed = 0.9 * speed - 2.0 * gradient
        w += speed
    return place, codes, w


def fill(row, text, place):
    found = [place[f] for f in features(text) if f in place]
    if found:
        row[found] = 1 / np.sqrt(len(found))
    row[-1] = 1 if len(place) + 1 == len(row) else 0


def softmax(z):
    z = np.exp(z - z.max(axis=1, keepdims=True))
    return z / z.sum(axis=1, keepdims=True)


def predict(model, texts):
    place, codes, w = model
    x = np.zeros((len(texts), w.shape[0]))
    for row, text in enumerate(texts):
        fill(x[row], text, place)
    p = softmax(x @ w)
    return [(codes[i], float(p[row, i])) for row, i in enumerate(p.argmax(axis=1))]


def report(name, answers, threshold):
    """`answers` are (truth, given, sureness)."""
    given = [a for a in answers if a[2] >= threshold]
    if not given:
        return
    one = sum(t.split(".")[0] == g.split(".")[0] for t, g, _ in given)
    two = sum(t == g for t, g, _ in given)
    print(f"{name:22} given {len(given):4}/{len(answers):<4} {len(given) / len(answers):.3f}  "
          f"level 1 {one / len(given):.3f}  level 2 {two / len(given):.3f}")


def main():
    corpus = pathlib.Path(sys.argv[1])
    titles = list(labels(corpus))
    base = [(None, code, text) for code, text in phrases()]
    if "--write" in sys.argv:
        return write(base + titles)
    authorities = sorted({a for a, _, _ in titles})
    answers = []
    for out in authorities:
        model = train(base + [t for t in titles if t[0] != out])
        own = [t for t in titles if t[0] == out]
        mine = [(t[1], *p) for t, p in zip(own, predict(model, [t[2] for t in own]))]
        report(out, mine, THRESHOLD)
        answers += mine
    for threshold in (0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        report(f"all, from {threshold}", answers, threshold)
    alone = train(base)
    report("phrases alone", [(t[1], *p) for t, p in zip(titles, predict(alone, [t[2] for t in titles]))], THRESHOLD)
    print("sureness   titles  right")
    for low in [i / 10 for i in range(10)]:
        part = [a for a in answers if low <= a[2] < low + 0.1 + (low == 0.9)]
        if part:
            print(f"{low:.1f}-{low + 0.1:.1f}  {len(part):8}  {sum(t == g for t, g, _ in part) / len(part):.3f}"
                  f"  mean sureness {sum(a[2] for a in part) / len(part):.3f}")


def write(examples):
    """A line a feature, in the order of bytes: its weight for each code that it speaks for or against."""
    place, codes, w = train(examples)
    with open(HERE / "weights.tsv", "w") as out:
        out.write("feature\t" + "\t".join(codes) + "\n")
        for feature, row in [("", len(place)), *sorted(place.items())]:
            cells = [f"{i}:{v:.2f}" for i, v in enumerate(w[row]) if abs(v) >= 0.1]
            if cells:
                out.write(feature + "\t" + "\t".join(cells) + "\n")


if __name__ == "__main__":
    main()
