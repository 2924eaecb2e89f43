#!/usr/bin/env python3
"""Print the ordinary words of a JSON array, lower case without accents, one a line, sorted:

  word_list.py node_modules/an-array-of-french-words/index.json > words.txt
"""
import json
import sys
import unicodedata

words = {"".join(c for c in unicodedata.normalize("NFD", w.lower()) if not unicodedata.combining(c))
         for w in json.load(open(sys.argv[1], encoding="utf-8")) if len(w) > 1}
sys.stdout.reconfigure(encoding="utf-8", newline="\n")
print("\n".join(sorted(words)))
