#!/usr/bin/env python3
"""Score the attributions that `gazette claims` finds against annotated documents.

  claims.py GAZETTE MODEL GOLD.jsonl [--floor quotes@0.8=74 --floor joint@0.8=66 ...] [--errors N]

GOLD holds a document a line: {"id", "lang", "text", "attributions": [{"source", "cue", "content": [[s, e]...], "act",
"form", "negated", "speaker", "via"}, ...]}, offsets in characters, end exclusive.

  quotes@t    F1 of attributions whose content overlaps a gold content by t (intersection over union of words, one to
              one, best first; silence has no content and is compared by its cue)
  joint@0.8   the same at 0.8 with the source agreeing at 0.8
  source, cue accuracy at 0.8 among those found at 0.8
  act, form, negated, speaker, via
              accuracy among those found at 0.3, where gold has the field; a speaker agrees when one name holds the other

Prints the figures with a 90 % interval of the first three (bootstrap over documents) and exits 1 below a floor.
"""
import argparse
import json
import random
import re
import subprocess
import sys
import unicodedata

WORD = re.compile(r"\w+")


def words(text, spans):
    return frozenset(m.start() + s for s, e in spans for m in WORD.finditer(text[s:e]))


def fold(name):
    name = unicodedata.normalize("NFKD", name or "").casefold()
    return " ".join(WORD.findall("".join(c for c in name if not unicodedata.combining(c))))


def overlap(a, b):
    return len(a & b) / len(a | b) if a or b else 1.0


class Claim:
    def __init__(self, text, a):
        self.raw = a
        self.source = words(text, [a["source"]] if a.get("source") else [])
        self.cue = words(text, [a["cue"]] if a.get("cue") else [])
        self.key = words(text, a.get("content") or []) or self.cue


def pair(gold, found, threshold):
    """One to one, best overlap first; among equals the better cue and source."""
    options = sorted(((-overlap(g.key, f.key), -overlap(g.cue, f.cue) - overlap(g.source, f.source), i, j)
                      for i, g in enumerate(gold) for j, f in enumerate(found)
                      if overlap(g.key, f.key) >= threshold))
    used_gold, used_found, out = set(), set(), []
    for _, _, i, j in options:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            out.append((gold[i], found[j]))
    return out


def agrees(field, g, f):
    a, b = g.raw.get(field), f.raw.get(field)
    if field in ("speaker", "via"):
        a, b = fold(a), fold(b)
        return bool(b) and (a in b or b in a)
    return (a or False) == (b or False)


def f1(rows, column):
    hit, gold, found = (sum(r[k] for r in rows) for k in (column, "gold", "found"))
    return 200.0 * hit / (gold + found) if gold + found else 0.0


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("gazette")
    ap.add_argument("model")
    ap.add_argument("gold")
    ap.add_argument("--floor", action="append", default=[])
    ap.add_argument("--errors", type=int, default=0)
    a = ap.parse_args()

    docs = [json.loads(line) for line in open(a.gold, encoding="utf-8") if line.strip()]
    given = b"".join(b"%s %s %d\n%s\n" % (d["id"].encode(), d["lang"].encode(), len(t), t)
                     for d in docs for t in [d["text"].encode()])
    run = subprocess.run([a.gazette, "claims", a.model], input=given, stdout=subprocess.PIPE, check=True)
    answers = {}
    for line in run.stdout.decode().splitlines():
        d = json.loads(line)
        answers[d["id"]] = d["attributions"]

    rows, shown = [], []
    right = {k: [0, 0] for k in ("source", "cue", "act", "form", "negated", "speaker", "via")}
    for d in docs:
        for x in d["attributions"]:
            if isinstance(x.get("via"), list):
                x["via"] = d["text"][x["via"][0]:x["via"][1]]
        gold = [Claim(d["text"], x) for x in d["attributions"]]
        found = [Claim(d["text"], x) for x in answers[d["id"]]]
        loose, strict = pair(gold, found, 0.3), pair(gold, found, 0.8)
        rows.append({"gold": len(gold), "found": len(found), "quotes@0.3": len(loose), "quotes@0.8": len(strict),
                     "joint@0.8": sum(overlap(g.source, f.source) >= 0.8 for g, f in strict)})
        for g, f in strict:
            for k in ("source", "cue"):
                right[k][0] += overlap(getattr(g, k), getattr(f, k)) >= 0.8
                right[k][1] += 1
        for g, f in loose:
            for k in ("act", "form", "negated", "speaker", "via"):
                if k == "negated" or g.raw.get(k):
                    right[k][0] += agrees(k, g, f)
                    right[k][1] += 1
        matched = {id(c) for p in loose for c in p}
        for kind, side in (("missed", gold), ("spurious", found)):
            shown += [(kind, d, c.raw) for c in side if id(c) not in matched]

    figures = {}
    print(f"  {sum(r['gold'] for r in rows)} attributions in {len(docs)} documents, "
          f"{sum(r['found'] for r in rows)} found")
    for k in ("quotes@0.3", "quotes@0.8", "joint@0.8"):
        figures[k] = f1(rows, k)
        rng = random.Random(1)
        spread = sorted(f1([rng.choice(rows) for _ in rows], k) for _ in range(200))
        print(f"  {k:10} F1 {figures[k]:5.1f}  ({spread[10]:.1f} to {spread[189]:.1f})")
    for k, (hit, n) in right.items():
        if n:
            figures[k] = 100.0 * hit / n
            print(f"  {k:10}    {figures[k]:5.1f} of {n}")
    for kind, d, c in sorted(shown, key=lambda s: s[0])[:a.errors]:
        cut = lambda s: d["text"][s[0]:s[1]].replace("\n", " ")[:90] if s else "-"
        print(f"  {kind} {d['id']}: {cut(c.get('source'))} | {cut(c.get('cue'))} | "
              f"{' … '.join(cut(s) for s in c.get('content') or [])}")

    failed = False
    for floor in a.floor:
        name, least = floor.split("=")
        if figures.get(name, 0.0) < float(least):
            print(f"  below the floor: {name} {figures.get(name, 0.0):.1f} < {least}")
            failed = True
    sys.exit(failed)


main()
