#!/usr/bin/env python3
"""Turn annotated documents into the text that src/tools/train.c reads.

  corpus_text.py [options] FILE.jsonl|FILE.xml... > corpus.txt

A .jsonl file has a document a line: {"id", "lang", "text", "entities": [[start, end, "KIND"], ...]}, offsets in
characters, end exclusive.  An .xml file has documents annotated inline: <doc id lang> of <p>, names in elements
named by kind; other elements are passed through, a line break is a space, paragraphs are a blank line apart.

  --only PREFIX,...   documents whose id begins so      --skip PREFIX,...   not these
  --every N           every Nth document only           --not-every N       all but these
  --last N            the last N documents of each file --not-last N        all but these
  --core              the files mark PER, ORG and LOC and nothing else
  --unscrape          close the gaps that scraping left: "mot ," and "l' Agence"
  --swap N            add N copies of each document in which names are exchanged for
                      others of the same kind, so that contexts are learnt without names
  --headlines         add each document's first line once more in capitals, with
                      and without accents
Nested annotations are reduced to the outermost ones.
"""
import argparse
import json
import random
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET

ORDER = ["EVENT", "ORG", "PRODUCT", "LOC", "PER", "DATE", "TIME"]


def outermost(ents):
    kept = []
    for s, e, t in sorted(ents, key=lambda x: (x[0], -x[1], ORDER.index(x[2]))):
        if not kept or s >= kept[-1][1]:
            kept.append((s, e, t))
    return kept


def inline(path):
    """The documents of an .xml file, as those of a .jsonl file."""
    for m in re.finditer(r"<doc\b.*?</doc>", open(path, encoding="utf-8").read(), re.S):
        doc, text, ents = ET.fromstring(m.group()), "", []

        def put_text(s):
            nonlocal text
            s = re.sub(r"[ \t\r\n]+", " ", s or "")
            text += s[1:] if s.startswith(" ") and (not text or text[-1] in " \n") else s

        def walk(el):
            a = len(text)
            put_text(el.text)
            for child in el:
                walk(child)
                put_text(child.tail)
            if el.tag in ORDER:
                span = text[a:]
                ents.append((a + len(span) - len(span.lstrip()), a + len(span.rstrip()), el.tag))

        for p in doc:
            if text:
                text = text.rstrip(" ") + "\n\n"
            walk(p)
        yield {"id": doc.get("id"), "lang": doc.get("lang"), "text": text.rstrip(), "entities": ents}


def unscrape(text, ents):
    """Drop the space in "mot ," and "l' Agence"; offsets follow."""
    gone = {m.start() for m in re.finditer(r"(?<=\w) (?=,)|(?<=\w) (?=\.(?:\s|$))", text)}
    gone |= {m.end() - 1 for m in re.finditer(r"\b(?:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu)['’] (?=\w)", text, re.I)}
    new, at = [], []
    for i, c in enumerate(text):
        at.append(len(new))
        if i not in gone:
            new.append(c)
    at.append(len(new))
    return "".join(new), [(at[s], at[e], t) for s, e, t in ents]


def bare(s):
    return "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c))


def put(ident, lang, text, ents, flags):
    where = [0]
    for c in text:
        where.append(where[-1] + len(c.encode("utf-8")))
    print(f"doc {ident} {lang} {where[-1]} {len(ents)} {flags}")
    print(text)
    for s, e, t in ents:
        print(where[s], where[e], t)


def headline(text, ents, accents):
    """The first line in capitals, where that keeps its length."""
    end = text.find("\n")
    if end < 20 or end > 150:
        return None
    line = text[:end]
    up = line.upper()
    if not accents:
        up = bare(up)
    up += "\n\n"
    if len(up) != len(line) + 2:
        return None
    return up, [x for x in ents if x[1] <= end]


SWAPPED = ("PER", "ORG", "LOC", "PRODUCT", "EVENT")
VOWEL = re.compile(r"[aeiouhyâàéèêëîïôûœAEIOUHYÂÀÉÈÊËÎÏÔÛŒ]")
JOINED = re.compile(r"[\w'’-]$")


def swap(text, ents, pool, chance):
    """Exchange two thirds of the names for others; the same name for the same one."""
    given, out, new, at = {}, "", [], 0
    for s, e, t in ents:
        name = text[s:e]
        other = name
        if t in SWAPPED and "\n" not in name:
            if (t, name) not in given:
                other = name
                if chance.random() < 0.67:
                    # as long, as capital, and with or without an elision in front
                    fits = [x for x in (chance.choice(pool[t]) for _ in range(12))
                            if bool(VOWEL.match(x)) == bool(VOWEL.match(name)) and x.isupper() == name.isupper()
                            and x[0].isupper() == name[0].isupper()]
                    other = fits[0] if fits else name
                given[t, name] = other
            other = given[t, name]
        out += text[at:s]
        new.append((len(out), len(out) + len(other), t))
        out += other
        at = e
    return out + text[at:], new


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("files", nargs="+")
    ap.add_argument("--only")
    ap.add_argument("--skip")
    ap.add_argument("--every", type=int)
    ap.add_argument("--not-every", type=int)
    ap.add_argument("--last", type=int)
    ap.add_argument("--not-last", type=int)
    ap.add_argument("--core", action="store_true")
    ap.add_argument("--unscrape", action="store_true")
    ap.add_argument("--headlines", action="store_true")
    ap.add_argument("--swap", type=int, default=0)
    a = ap.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    files, pool, chance = [], {}, random.Random(5)
    for path in a.files:
        if path.endswith(".xml"):
            files.append(list(inline(path)))
        else:
            files.append([json.loads(line) for line in open(path, encoding="utf-8") if line.strip()])
    for docs in files if a.swap else []:
        for n, d in enumerate(docs):
            if not (a.not_last and n >= len(docs) - a.not_last):
                for s, e, t in d["entities"]:
                    if "\n" not in d["text"][s:e]:
                        pool.setdefault(t, []).append(d["text"][s:e])
    for docs in files:
        for n, d in enumerate(docs):
            if a.only and not d["id"].startswith(tuple(a.only.split(","))):
                continue
            if a.skip and d["id"].startswith(tuple(a.skip.split(","))):
                continue
            if a.every and n % a.every or a.not_every and n % a.not_every == 0:
                continue
            if a.last and n < len(docs) - a.last or a.not_last and n >= len(docs) - a.not_last:
                continue
            text, ents = d["text"], outermost([tuple(x) for x in d["entities"]])
            if a.unscrape:
                text, ents = unscrape(text, ents)
            ident = re.sub(r"\s", "_", d["id"])
            flags = "core" if a.core else "-"
            put(ident, d["lang"], text, ents, flags)
            for k in range(a.swap):
                put(f"{ident}+s{k}", d["lang"], *swap(text, ents, pool, chance), flags)
            if a.headlines:
                for accents in (True, False):
                    h = headline(text, ents, accents)
                    if h:
                        put(f"{ident}+{'A' if accents else 'a'}", d["lang"], h[0], h[1], flags)


if __name__ == "__main__":
    main()
