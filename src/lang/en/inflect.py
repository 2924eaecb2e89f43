#!/usr/bin/env python3
"""Make verbs.lex: the forms of the verbs in verbs.txt, in the format of text/lex.h.

    python3 inflect.py > verbs.lex
A lemma that doubles its last consonant is marked with a + (plan+).
"""
import os
from collections import defaultdict

# lemma: (third person, past, past participle, -ing), an empty one is regular
IRREGULAR = {}
for entry in """
say/says/said/said tell//told/told think//thought/thought know//knew/known write//wrote/written/writing speak//spoke/spoken feel//felt/felt
hold//held/held find//found/found see//saw/seen hear//heard/heard read//read/read mean//meant/meant understand//understood/understood
make//made/made/making take//took/taken/taking give//gave/given/giving come//came/come/coming go/goes/went/gone get//got/got/getting put//put/put/putting
set//set/set/setting let//let/let/letting keep//kept/kept leave//left/left meet//met/met run//ran/run/running begin//began/begun/beginning
bring//brought/brought buy//bought/bought build//built/built choose//chose/chosen/choosing cut//cut/cut/cutting deal//dealt/dealt do/does/did/done
draw//drew/drawn drive//drove/driven/driving eat//ate/eaten fall//fell/fallen fight//fought/fought fly/flies/flew/flown foresee//foresaw/foreseen
forget//forgot/forgotten/forgetting forgive//forgave/forgiven/forgiving grow//grew/grown hang//hung/hung have/has/had/had/having hide//hid/hidden/hiding
hit//hit/hit/hitting hurt//hurt/hurt lay//laid/laid lead//led/led lend//lent/lent lie//lay/lain/lying lose//lost/lost/losing pay//paid/paid
quit//quit/quit/quitting ride//rode/ridden/riding ring//rang/rung rise//rose/risen/rising seek//sought/sought sell//sold/sold send//sent/sent
shake//shook/shaken/shaking shoot//shot/shot show//showed/shown shut//shut/shut/shutting sing//sang/sung sink//sank/sunk sit//sat/sat/sitting sleep//slept/slept
spend//spent/spent split//split/split/splitting spread//spread/spread stand//stood/stood steal//stole/stolen strike//struck/struck/striking swear//swore/sworn
sweep//swept/swept swim//swam/swum/swimming teach//taught/taught tear//tore/torn throw//threw/thrown wake//woke/woken/waking wear//wore/worn
win//won/won/winning withdraw//withdrew/withdrawn withhold//withheld/withheld withstand//withstood/withstood break//broke/broken become//became/become/becoming
bind//bound/bound blow//blew/blown catch//caught/caught cost//cost/cost overturn//overturned/overturned undertake//undertook/undertaken/undertaking
uphold//upheld/upheld shed//shed/shed/shedding bet//bet/bet/betting forecast//forecast/forecast broadcast//broadcast/broadcast arise//arose/arisen/arising
be/is/was/been/being overtake//overtook/overtaken/overtaking bear//bore/borne beat//beat/beaten bite//bit/bitten/biting feed//fed/fed freeze//froze/frozen/freezing
retort//retorted/retorted mislead//misled/misled misunderstand//misunderstood/misunderstood shrink//shrank/shrunk slide//slid/slid/sliding
""".split():
    parts = entry.split('/') + [''] * 5
    IRREGULAR[parts[0]] = parts[1:5]


def third(v):
    if v.endswith(('s', 'x', 'z', 'ch', 'sh', 'o')):
        return v + 'es'
    return v[:-1] + 'ies' if v.endswith('y') and v[-2] not in 'aeiou' else v + 's'


def past(v, double):
    if double:
        return v + v[-1] + 'ed'
    if v.endswith('e'):
        return v + 'd'
    return v[:-1] + 'ied' if v.endswith('y') and v[-2] not in 'aeiou' else v + 'ed'


def ing(v, double):
    if double:
        return v + v[-1] + 'ing'
    if v.endswith('ie'):
        return v[:-2] + 'ying'
    return v[:-1] + 'ing' if v.endswith('e') and not v.endswith(('ee', 'oe', 'ye')) else v + 'ing'


def forms(word):
    double, v = word.endswith('+'), word.rstrip('+')
    s, d, n, g = IRREGULAR.get(v, ('',) * 4)
    yield v, 'inf'
    yield v, 'ind,pres,p1,p2,p3,pl'
    yield s or third(v), 'ind,pres,p3,sg'
    yield d or past(v, double), 'ind,past,p1,p2,p3,sg,pl'
    yield n or d or past(v, double), 'part,past'
    yield g or ing(v, double), 'part,pres'
    if v == 'be':
        for f, t in (('am', 'ind,pres,p1,sg'), ('are', 'ind,pres,p1,p2,p3,pl'), ('were', 'ind,past,p1,p2,p3,pl')):
            yield f, t
    if v in ('label', 'model', 'travel', 'signal', 'cancel', 'quarrel', 'counsel'):
        yield v + 'led', 'ind,past,p1,p2,p3,sg,pl'
        yield v + 'led', 'part,past'
        yield v + 'ling', 'part,pres'
    if v.endswith('ise') and v not in ('advise', 'raise', 'promise', 'rise', 'praise', 'devise', 'revise', 'surprise', 'advertise', 'supervise', 'exercise', 'arise', 'compromise', 'disguise', 'noise', 'poise', 'premise'):
        yield from forms(v[:-3] + 'ize')


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    lemmas = set()
    for line in open(os.path.join(here, 'verbs.txt'), encoding='utf-8'):
        lemmas.update(line.split('#')[0].split())
    lines = set()
    for word in lemmas:
        for form, tags in forms(word):
            lemma = word.rstrip('+')
            if form.endswith(('ize', 'izes', 'ized', 'izing')) and lemma.endswith('ise'):
                pass
            lines.add((form, 'verb', lemma, tags))
    print('# Made by inflect.py from verbs.txt; do not edit.')
    for line in sorted(lines):
        print(*line, sep='\t')


main()
