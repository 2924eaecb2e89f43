#!/usr/bin/env python3
"""Score language detection and token boundaries against annotated documents.

  tokens.py GAZETTE BUILD GOLD.jsonl... [--floor documents=100 --floor windows=99.5 --floor boundaries=99.5] [--errors N]

GOLD holds a document a line: {"id", "lang", "text", "entities": [[start, end, "KIND"], ...]}, offsets in characters.
documents: share of the documents whose language `gazette detect` finds; windows: the same for all stretches of twenty
words; boundaries: share of the entities that begin and end where a token does.  Exits 1 below a floor.
"""
import argparse
import glob
import json
import subprocess
import sys


def run(gazette, command, models, docs):
    given = b"".join(b"%s %s %d\n%s\n" % (i.encode(), lang.encode(), len(t), t)
                     for i, lang, text in docs for t in [text.encode()])
    out = subprocess.run([gazette, command] + models, input=given, stdout=subprocess.PIPE, check=True).stdout
    return [line.split("\t") for line in out.decode().split("\n") if line]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("gazette")
    ap.add_argument("build")
    ap.add_argument("gold", nargs="+")
    ap.add_argument("--floor", action="append", default=[])
    ap.add_argument("--errors", type=int, default=0)
    a = ap.parse_args()
    models = sorted(glob.glob(a.build + "/gazette_*.model"))
    gold = [json.loads(line) for f in a.gold for line in open(f, encoding="utf-8") if line.strip()]
    share, wrong = {}, []

    def detection(name, docs):
        found = run(a.gazette, "detect", models, [(str(n), "auto", text) for n, (_, text) in enumerate(docs)])
        bad = [(lang, text) for (lang, text), (_, got) in zip(docs, found) if got != lang]
        share[name] = 100.0 * (1 - len(bad) / len(docs))
        wrong.extend(bad)
        print("%-10s %6d  right %7.3f %%" % (name, len(docs), share[name]))

    detection("documents", [(d["lang"], d["text"]) for d in gold])
    windows = []
    for d in gold:
        words = d["text"].split()
        windows += [(d["lang"], " ".join(words[i:i + 20])) for i in range(0, len(words) - 19, 20)]
    detection("windows", windows)

    begin, end = {}, {}
    docs = [(str(n), d["lang"], d["text"]) for n, d in enumerate(gold)]
    for row in run(a.gazette, "tokens", models, docs):
        if len(row) == 7:
            begin.setdefault(int(row[0]), set()).add(int(row[4]))
            end.setdefault(int(row[0]), set()).add(int(row[5]))
    total = met = 0
    for n, d in enumerate(gold):
        for s, e, _ in d["entities"]:
            total += 1
            if s in begin[n] and e in end[n]:
                met += 1
            else:
                wrong.append((d["lang"], d["text"][max(0, s - 20):s] + "[" + d["text"][s:e] + "]" + d["text"][e:e + 20]))
    share["boundaries"] = 100.0 * met / total
    print("%-10s %6d  met   %7.3f %%" % ("boundaries", total, share["boundaries"]))

    for lang, text in wrong[:a.errors]:
        print("  %s %r" % (lang, text[:120]))
    status = 0
    for f in a.floor:
        name, value = f.split("=")
        if share[name] < float(value):
            print("below the floor: %s %.3f < %s" % (name, share[name], value))
            status = 1
    sys.exit(status)


main()
