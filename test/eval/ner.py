#!/usr/bin/env python3
"""Score the names that `gazette mentions` finds against annotated documents.

  ner.py GAZETTE MODEL GOLD.jsonl [--floor PER/ORG/LOC=84 --floor all=84 --floor ORG=70 ...] [--errors N]

GOLD holds a document a line: {"id", "lang", "text", "entities": [[start, end, "KIND"], ...]}, offsets in characters,
end exclusive; of nested annotations the outermost counts.  A mention is right when start, end and kind are.  Prints
precision, recall and F1 per kind with a 95 % interval of F1 (bootstrap over documents), and exits 1 below a floor.
"""
import argparse
import collections
import json
import random
import subprocess
import sys

ORDER = ["EVENT", "ORG", "PRODUCT", "LOC", "PER", "DATE", "TIME"]
SHOWN = ["PER", "ORG", "LOC", "EVENT", "PRODUCT", "DATE", "TIME"]
CORE = ("PER", "ORG", "LOC")


def outermost(ents):
    kept = []
    for s, e, t in sorted(ents, key=lambda x: (x[0], -x[1], ORDER.index(x[2]))):
        if not kept or s >= kept[-1][1]:
            kept.append((s, e, t))
    return set(kept)


def f1(hit, found, gold):
    return 200.0 * hit / (found + gold) if found + gold else 0.0


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("gazette")
    ap.add_argument("model")
    ap.add_argument("gold")
    ap.add_argument("--floor", action="append", default=[])
    ap.add_argument("--errors", type=int, default=0)
    a = ap.parse_args()

    gold = [json.loads(line) for line in open(a.gold, encoding="utf-8") if line.strip()]
    given = b"".join(b"%s %s %d\n%s\n" % (d["id"].encode(), d["lang"].encode(), len(t), t)
                     for d in gold for t in [d["text"].encode()])
    run = subprocess.run([a.gazette, "mentions", a.model], input=given, stdout=subprocess.PIPE, check=True)
    found = {}
    for line in run.stdout.decode().splitlines():
        d = json.loads(line)
        found[d["id"]] = {(x[0], x[1], x[2]) for x in d["entities"]}

    rows = []           # per document: kind -> [hit, found, gold]
    missed, wrong = collections.Counter(), collections.Counter()
    for d in gold:
        g, f = outermost([tuple(x) for x in d["entities"]]), found[d["id"]]
        row = {k: [0, 0, 0] for k in SHOWN}
        for n, spans in enumerate((g & f, f, g)):
            for x in spans:
                row[x[2]][n] += 1
        rows.append(row)
        missed.update((d["text"][s:e], t) for s, e, t in g - f)
        wrong.update((d["text"][s:e], t) for s, e, t in f - g)

    def total(rows, kinds):
        return [sum(r[k][n] for r in rows for k in kinds) for n in range(3)]

    chance = random.Random(7)
    result = {}
    print("%-12s %7s %7s %7s  %-15s %7s" % ("", "P", "R", "F1", "95 %", "marked"))
    for name, kinds in [(k, [k]) for k in SHOWN] + [("PER/ORG/LOC", CORE), ("all", SHOWN)]:
        hit, f, g = total(rows, kinds)
        result[name] = f1(hit, f, g)
        sums = [[sum(r[k][n] for k in kinds) for n in range(3)] for r in rows]
        draws = []
        for _ in range(500):
            pick = [sums[chance.randrange(len(sums))] for _ in sums]
            draws.append(f1(*[sum(p[n] for p in pick) for n in range(3)]))
        draws.sort()
        print("%-12s %7.2f %7.2f %7.2f  %5.1f to %5.1f  %7d" % (
            name, 100.0 * hit / f if f else 0, 100.0 * hit / g if g else 0, result[name], draws[12], draws[487], g))
    if a.errors:
        for what, counts in (("missed", missed), ("wrong", wrong)):
            print(what + ":")
            for (text, kind), n in counts.most_common(a.errors):
                print("  %3d %-8s %s" % (n, kind, text.replace("\n", " ")))
    low = [x for x in a.floor if result[x.split("=")[0]] < float(x.split("=")[1])]
    for x in low:
        print("below the floor: %s, reached %.2f" % (x, result[x.split("=")[0]]))
    if a.floor:
        print("%d floors held, %d missed" % (len(a.floor) - len(low), len(low)))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
