#!/usr/bin/env python3
"""Write made-up news articles for the benchmarks, in PostgreSQL's COPY text format.

usage: make_articles.py [--mb 50] [--seed 1] [--lang fr] > articles.tsv

Columns: id, body.  The same options give the same bytes.  The articles have
the shape of wire copy and nothing else: datelines, paragraphs of 30 to 80
words, quotations in several typographies, attributions, numbers and names; a
tenth of the paragraphs were printed before in another typography, one article
in a hundred holds its body twice.  The words are partly built from syllables,
so that the vocabulary is as large as that of news.
"""
import argparse
import random
import sys

FIRST = ("Anne Bruno Chloé Denis Elsa Farid Gaëlle Hugo Inès Jules Karim Léa Marc Nadia Omar Paul Quentin Rosa Sami "
         "Thomas Ulysse Valérie Wim Xavier Yann Zoé Helen Peter Susan Oliver Grace Martin").split()
SYL = ("bel mar dor vin ter lac rou pon gal tis mon fer cha bri lon ser val nou tri del ran pic cos tal her bou gri "
       "mel san tou bar ville champ court mont bert").split()
TOWNS = ("Namur Liège Gand Anvers Lille Lyon Nantes Rennes Quimper Genève Lausanne Mons Arlon Toulouse Nancy Metz Nice "
         "Brest Caen Dijon Londres Berlin Madrid Rome Lisbonne Dublin Leeds Boston Toronto Rotterdam").split()
ORGS = ("le Conseil d'État|la Banque du Nord|le ministère de la Santé|la société Voltera|le groupe Trambel|la Croix-Rouge|"
        "l'agence Gazette|le Parti du Centre|la Commission européenne|le club de Gand|l'Université de Nancy|"
        "la fondation Aurore").split("|")
NOUN = ("accord projet budget rapport marché conseil procès vote chantier contrat texte plan prix tarif trafic hiver "
        "tribunal syndicat réseau stade musée port train bus quartier chiffre emploi retard").split()
VERB = ("annonce demande retarde soutient examine prépare refuse modifie publie ouvre ferme finance critique "
        "accepte signe").split()
SAY = ("a déclaré|a affirmé|a expliqué|a ajouté|a indiqué|a assuré|a regretté|a estimé|a reconnu|a prévenu").split("|")
SUFF = ("ion tion ment age eur ité isme iste able ique ette ance ence oire ure").split()
GLUE = ("de la|du|dans le|avec le|pour la|sans le|sur le|après la|avant le|contre le|selon le").split("|")

EN_SAY = "said|told reporters|added|warned|announced|admitted|insisted|argued".split("|")
EN_NOUN = ("deal project budget report market council trial vote contract text plan price traffic winter court union "
           "network stadium museum harbour train figure job delay").split()
EN_VERB = "announced delayed backed examined prepared refused changed published opened closed funded signed".split()
EN_GLUE = "of the|in the|with the|for the|without the|on the|after the|before the|against the".split("|")


class Writer:
    def __init__(self, seed, lang):
        self.r = random.Random(seed)
        self.lang = lang
        r = self.r
        self.names = ["%s %s" % (r.choice(FIRST), "".join(r.choice(SYL) for _ in range(r.randint(2, 3))).capitalize())
                      for _ in range(3000)]
        self.words = ["".join(r.choice(SYL) for _ in range(r.randint(1, 3))) + r.choice(SUFF) for _ in range(20000)]
        self.old = []

    def word(self):
        # Frequent ones often, rare ones seldom.
        r = self.r
        if r.random() < 0.7:
            return r.choice(NOUN if self.lang == "fr" else EN_NOUN)
        return self.words[int(len(self.words) * r.random() ** 3)]

    def group(self):
        r = self.r
        glue = GLUE if self.lang == "fr" else EN_GLUE
        article = ("le", "un", "ce") if self.lang == "fr" else ("the", "a", "this")
        return "%s %s %s %s" % (r.choice(article), self.word(), r.choice(glue), self.word())

    def clause(self):
        r = self.r
        x = r.random()
        if x < 0.3:
            who = r.choice(self.names)
        elif x < 0.5:
            who = r.choice(ORGS) if self.lang == "fr" else r.choice(("Trambel", "the Centre Party", "Grain Forum", "the city council"))
        else:
            who = self.group()
        verb = r.choice(VERB if self.lang == "fr" else EN_VERB)
        tail = ""
        if r.random() < 0.4:
            tail = (" à %s" if self.lang == "fr" else " in %s") % r.choice(TOWNS)
        if r.random() < 0.3:
            tail += (" pour %d.%03d euros" if self.lang == "fr" else " for %d,%03d euros") % (r.randint(1, 99), r.randint(0, 999))
        return "%s %s %s %s%s" % (who, verb, self.group(), r.choice(GLUE if self.lang == "fr" else EN_GLUE) + " " + self.word(), tail)

    def sentence(self):
        r = self.r
        x = r.random()
        c = self.clause()
        c = c[0].upper() + c[1:]
        if x < 0.22:
            left, right = r.choice((("« ", " »"), ("“", "”"), ('"', '"'), ("«\u00a0", "\u00a0»")))
            who = r.choice(self.names)
            return "%s%s%s, %s %s." % (left, c, right, *((r.choice(SAY), who) if self.lang == "fr" else (r.choice(EN_SAY), who)))
        if x < 0.30:
            return (("Selon %s, %s." if self.lang == "fr" else "According to %s, %s.") % (r.choice(self.names), self.clause()))
        if x < 0.38:
            return "%s %s %s." % (r.choice(self.names), r.choice(("affirme que", "estime que", "craint que") if self.lang == "fr"
                                                                else ("says that", "believes", "denied that")), self.clause())
        return c + "."

    def paragraph(self):
        r = self.r
        if self.old and r.random() < 0.1:
            text = r.choice(self.old)
            return text.replace("'", "’").replace(" »", "\u00a0»") if r.random() < 0.5 else text
        text, goal = "", r.randint(180, 480)
        while len(text) < goal:
            text += (" " if text else "") + self.sentence()
        if len(self.old) < 5000:
            self.old.append(text)
        elif r.random() < 0.1:
            self.old[r.randrange(5000)] = text
        return text

    def article(self):
        r = self.r
        gap = r.choice(("\n\n", "\n\n", "\n\n", "\r\n\r\n", "\n \n", "\n\n\n"))
        parts = [self.paragraph() for _ in range(r.randint(2, 10))]
        parts[0] = "%s - %s" % (r.choice(TOWNS).upper(), parts[0])
        body = gap.join(parts)
        return body + gap + body if r.random() < 0.01 else body


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--mb", type=float, default=50, help="megabytes of bodies")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--lang", choices=("fr", "en"), default="fr")
    options = arguments.parse_args()
    writer = Writer(options.seed, options.lang)
    size, number = 0, 0
    out = sys.stdout.buffer
    while size < options.mb * 1e6:
        number += 1
        body = writer.article()
        size += len(body.encode())
        out.write(("%d\t%s\n" % (number, body.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t"))).encode())


main()
