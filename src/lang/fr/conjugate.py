#!/usr/bin/env python3
"""Make verbs.lex: the forms of the verbs in verbs.txt, in the format of text/lex.h.

Reads lemmas (one a line, # comments) from verbs.txt beside this file and prints the lexicon, sorted.
    python3 conjugate.py > verbs.lex
What is made: infinitive; indicative present, imperfect, future and simple past (third person); conditional;
subjunctive present and imperfect (third person singular); both participles.  Second person singular is left
out: the press does not use it.
"""
import os
import sys
from collections import defaultdict

# Irregular verbs by their ending.  For each: the present (je, il, nous, vous, ils), the stem of the imperfect
# ('' = from nous), of the future, of the subjunctive (je-stem, nous-stem), the simple past (il, ils), the
# participles.  A verb takes the longest ending that fits; what stands before the ending is kept.
IRREGULAR = {
    # ending: (je, il, nous, vous, ils), imperfect, future, (subj je, subj nous), (past il, past ils), pp, pres. part.
    'aller': (('vais', 'va', 'allons', 'allez', 'vont'), 'all', 'ir', ('aill', 'all'), ('alla', 'allèrent'), 'allé', 'allant'),
    'venir': (('viens', 'vient', 'venons', 'venez', 'viennent'), 'ven', 'viendr', ('vienn', 'ven'), ('vint', 'vinrent'), 'venu', 'venant'),
    'tenir': (('tiens', 'tient', 'tenons', 'tenez', 'tiennent'), 'ten', 'tiendr', ('tienn', 'ten'), ('tint', 'tinrent'), 'tenu', 'tenant'),
    'dire': (('dis', 'dit', 'disons', 'dites', 'disent'), 'dis', 'dir', ('dis', 'dis'), ('dit', 'dirent'), 'dit', 'disant'),
    'écrire': (('écris', 'écrit', 'écrivons', 'écrivez', 'écrivent'), 'écriv', 'écrir', ('écriv', 'écriv'), ('écrivit', 'écrivirent'), 'écrit', 'écrivant'),
    'scrire': (('scris', 'scrit', 'scrivons', 'scrivez', 'scrivent'), 'scriv', 'scrir', ('scriv', 'scriv'), ('scrivit', 'scrivirent'), 'scrit', 'scrivant'),
    'crire': (('cris', 'crit', 'crivons', 'crivez', 'crivent'), 'criv', 'crir', ('criv', 'criv'), ('crivit', 'crivirent'), 'crit', 'crivant'),
    'mettre': (('mets', 'met', 'mettons', 'mettez', 'mettent'), 'mett', 'mettr', ('mett', 'mett'), ('mit', 'mirent'), 'mis', 'mettant'),
    'battre': (('bats', 'bat', 'battons', 'battez', 'battent'), 'batt', 'battr', ('batt', 'batt'), ('battit', 'battirent'), 'battu', 'battant'),
    'prendre': (('prends', 'prend', 'prenons', 'prenez', 'prennent'), 'pren', 'prendr', ('prenn', 'pren'), ('prit', 'prirent'), 'pris', 'prenant'),
    'endre': (('ends', 'end', 'endons', 'endez', 'endent'), 'end', 'endr', ('end', 'end'), ('endit', 'endirent'), 'endu', 'endant'),
    'andre': (('ands', 'and', 'andons', 'andez', 'andent'), 'and', 'andr', ('and', 'and'), ('andit', 'andirent'), 'andu', 'andant'),
    'ondre': (('onds', 'ond', 'ondons', 'ondez', 'ondent'), 'ond', 'ondr', ('ond', 'ond'), ('ondit', 'ondirent'), 'ondu', 'ondant'),
    'erdre': (('erds', 'erd', 'erdons', 'erdez', 'erdent'), 'erd', 'erdr', ('erd', 'erd'), ('erdit', 'erdirent'), 'erdu', 'erdant'),
    'ordre': (('ords', 'ord', 'ordons', 'ordez', 'ordent'), 'ord', 'ordr', ('ord', 'ord'), ('ordit', 'ordirent'), 'ordu', 'ordant'),
    'aindre': (('ains', 'aint', 'aignons', 'aignez', 'aignent'), 'aign', 'aindr', ('aign', 'aign'), ('aignit', 'aignirent'), 'aint', 'aignant'),
    'eindre': (('eins', 'eint', 'eignons', 'eignez', 'eignent'), 'eign', 'eindr', ('eign', 'eign'), ('eignit', 'eignirent'), 'eint', 'eignant'),
    'oindre': (('oins', 'oint', 'oignons', 'oignez', 'oignent'), 'oign', 'oindr', ('oign', 'oign'), ('oignit', 'oignirent'), 'oint', 'oignant'),
    'croire': (('crois', 'croit', 'croyons', 'croyez', 'croient'), 'croy', 'croir', ('croi', 'croy'), ('crut', 'crurent'), 'cru', 'croyant'),
    'boire': (('bois', 'boit', 'buvons', 'buvez', 'boivent'), 'buv', 'boir', ('boiv', 'buv'), ('but', 'burent'), 'bu', 'buvant'),
    'voir': (('vois', 'voit', 'voyons', 'voyez', 'voient'), 'voy', 'verr', ('voi', 'voy'), ('vit', 'virent'), 'vu', 'voyant'),
    'prévoir': (('prévois', 'prévoit', 'prévoyons', 'prévoyez', 'prévoient'), 'prévoy', 'prévoir', ('prévoi', 'prévoy'), ('prévit', 'prévirent'), 'prévu', 'prévoyant'),
    'savoir': (('sais', 'sait', 'savons', 'savez', 'savent'), 'sav', 'saur', ('sach', 'sach'), ('sut', 'surent'), 'su', 'sachant'),
    'vouloir': (('veux', 'veut', 'voulons', 'voulez', 'veulent'), 'voul', 'voudr', ('veuill', 'voul'), ('voulut', 'voulurent'), 'voulu', 'voulant'),
    'pouvoir': (('peux', 'peut', 'pouvons', 'pouvez', 'peuvent'), 'pouv', 'pourr', ('puiss', 'puiss'), ('put', 'purent'), 'pu', 'pouvant'),
    'devoir': (('dois', 'doit', 'devons', 'devez', 'doivent'), 'dev', 'devr', ('doiv', 'dev'), ('dut', 'durent'), 'dû', 'devant'),
    'cevoir': (('çois', 'çoit', 'cevons', 'cevez', 'çoivent'), 'cev', 'cevr', ('çoiv', 'cev'), ('çut', 'çurent'), 'çu', 'cevant'),
    'falloir': ((None, 'faut', None, None, None), 'fall', 'faudr', ('faill', None), ('fallut', None), 'fallu', None),
    'valoir': (('vaux', 'vaut', 'valons', 'valez', 'valent'), 'val', 'vaudr', ('vaill', 'val'), ('valut', 'valurent'), 'valu', 'valant'),
    'mouvoir': (('meus', 'meut', 'mouvons', 'mouvez', 'meuvent'), 'mouv', 'mouvr', ('meuv', 'mouv'), ('mut', 'murent'), 'mu', 'mouvant'),
    'faire': (('fais', 'fait', 'faisons', 'faites', 'font'), 'fais', 'fer', ('fass', 'fass'), ('fit', 'firent'), 'fait', 'faisant'),
    'taire': (('tais', 'tait', 'taisons', 'taisez', 'taisent'), 'tais', 'tair', ('tais', 'tais'), ('tut', 'turent'), 'tu', 'taisant'),
    'plaire': (('plais', 'plaît', 'plaisons', 'plaisez', 'plaisent'), 'plais', 'plair', ('plais', 'plais'), ('plut', 'plurent'), 'plu', 'plaisant'),
    'traire': (('trais', 'trait', 'trayons', 'trayez', 'traient'), 'tray', 'trair', ('trai', 'tray'), (None, None), 'trait', 'trayant'),
    'aître': (('ais', 'aît', 'aissons', 'aissez', 'aissent'), 'aiss', 'aîtr', ('aiss', 'aiss'), ('ut', 'urent'), 'u', 'aissant'),
    'oître': (('ois', 'oît', 'oissons', 'oissez', 'oissent'), 'oiss', 'oîtr', ('oiss', 'oiss'), ('ut', 'urent'), 'u', 'oissant'),
    'suffire': (('suffis', 'suffit', 'suffisons', 'suffisez', 'suffisent'), 'suffis', 'suffir', ('suffis', 'suffis'), ('suffit', 'suffirent'), 'suffi', 'suffisant'),
    'naître': (('nais', 'naît', 'naissons', 'naissez', 'naissent'), 'naiss', 'naîtr', ('naiss', 'naiss'), ('naquit', 'naquirent'), 'né', 'naissant'),
    'lire': (('lis', 'lit', 'lisons', 'lisez', 'lisent'), 'lis', 'lir', ('lis', 'lis'), ('lut', 'lurent'), 'lu', 'lisant'),
    'rire': (('ris', 'rit', 'rions', 'riez', 'rient'), 'ri', 'rir', ('ri', 'ri'), ('rit', 'rirent'), 'ri', 'riant'),
    'clure': (('clus', 'clut', 'cluons', 'cluez', 'cluent'), 'clu', 'clur', ('clu', 'clu'), ('clut', 'clurent'), 'clu', 'cluant'),
    'inclure': (('inclus', 'inclut', 'incluons', 'incluez', 'incluent'), 'inclu', 'inclur', ('inclu', 'inclu'), ('inclut', 'inclurent'), 'inclus', 'incluant'),
    'suivre': (('suis', 'suit', 'suivons', 'suivez', 'suivent'), 'suiv', 'suivr', ('suiv', 'suiv'), ('suivit', 'suivirent'), 'suivi', 'suivant'),
    'vivre': (('vis', 'vit', 'vivons', 'vivez', 'vivent'), 'viv', 'vivr', ('viv', 'viv'), ('vécut', 'vécurent'), 'vécu', 'vivant'),
    'mentir': (('mens', 'ment', 'mentons', 'mentez', 'mentent'), 'ment', 'mentir', ('ment', 'ment'), ('mentit', 'mentirent'), 'menti', 'mentant'),
    'sentir': (('sens', 'sent', 'sentons', 'sentez', 'sentent'), 'sent', 'sentir', ('sent', 'sent'), ('sentit', 'sentirent'), 'senti', 'sentant'),
    'partir': (('pars', 'part', 'partons', 'partez', 'partent'), 'part', 'partir', ('part', 'part'), ('partit', 'partirent'), 'parti', 'partant'),
    'sortir': (('sors', 'sort', 'sortons', 'sortez', 'sortent'), 'sort', 'sortir', ('sort', 'sort'), ('sortit', 'sortirent'), 'sorti', 'sortant'),
    'servir': (('sers', 'sert', 'servons', 'servez', 'servent'), 'serv', 'servir', ('serv', 'serv'), ('servit', 'servirent'), 'servi', 'servant'),
    'dormir': (('dors', 'dort', 'dormons', 'dormez', 'dorment'), 'dorm', 'dormir', ('dorm', 'dorm'), ('dormit', 'dormirent'), 'dormi', 'dormant'),
    'frir': (('fre', 'fre', 'frons', 'frez', 'frent'), 'fr', 'frir', ('fr', 'fr'), ('frit', 'frirent'), 'fert', 'frant'),
    'vrir': (('vre', 'vre', 'vrons', 'vrez', 'vrent'), 'vr', 'vrir', ('vr', 'vr'), ('vrit', 'vrirent'), 'vert', 'vrant'),
    'courir': (('cours', 'court', 'courons', 'courez', 'courent'), 'cour', 'courr', ('cour', 'cour'), ('courut', 'coururent'), 'couru', 'courant'),
    'mourir': (('meurs', 'meurt', 'mourons', 'mourez', 'meurent'), 'mour', 'mourr', ('meur', 'mour'), ('mourut', 'moururent'), 'mort', 'mourant'),
    'quérir': (('quiers', 'quiert', 'quérons', 'quérez', 'quièrent'), 'quér', 'querr', ('quièr', 'quér'), ('quit', 'quirent'), 'quis', 'quérant'),
    'cueillir': (('cueille', 'cueille', 'cueillons', 'cueillez', 'cueillent'), 'cueill', 'cueiller', ('cueill', 'cueill'), ('cueillit', 'cueillirent'), 'cueilli', 'cueillant'),
    'fuir': (('fuis', 'fuit', 'fuyons', 'fuyez', 'fuient'), 'fuy', 'fuir', ('fui', 'fuy'), ('fuit', 'fuirent'), 'fui', 'fuyant'),
    'uire': (('uis', 'uit', 'uisons', 'uisez', 'uisent'), 'uis', 'uir', ('uis', 'uis'), ('uisit', 'uisirent'), 'uit', 'uisant'),
    'soudre': (('sous', 'sout', 'solvons', 'solvez', 'solvent'), 'solv', 'soudr', ('solv', 'solv'), ('solut', 'solurent'), 'solu', 'solvant'),
    'vaincre': (('vaincs', 'vainc', 'vainquons', 'vainquez', 'vainquent'), 'vainqu', 'vaincr', ('vainqu', 'vainqu'), ('vainquit', 'vainquirent'), 'vaincu', 'vainquant'),
    'rompre': (('romps', 'rompt', 'rompons', 'rompez', 'rompent'), 'romp', 'rompr', ('romp', 'romp'), ('rompit', 'rompirent'), 'rompu', 'rompant'),
    'être': (('suis', 'est', 'sommes', 'êtes', 'sont'), 'ét', 'ser', None, ('fut', 'furent'), 'été', 'étant'),
    'avoir': (('ai', 'a', 'avons', 'avez', 'ont'), 'av', 'aur', None, ('eut', 'eurent'), 'eu', 'ayant'),
}
# -dire but for dire and redire: vous contredisez
DISEZ = ('contredire', 'prédire', 'interdire', 'médire')
# double their consonant where others take a grave accent
DOUBLING = ('appeler', 'rappeler', 'jeter', 'rejeter', 'projeter', 'renouveler', 'feuilleter')
# -ir verbs that are of none of the endings above though they look so
SECOND = ('répartir', 'asservir', 'avertir', 'nourrir', 'pourrir', 'investir', 'convertir', 'reconvertir', 'retentir', 'assortir')

TAIL = {'cond': ('ais', 'ait', 'ions', 'iez', 'aient'), 'impf': ('ais', 'ait', 'ions', 'iez', 'aient'),
        'fut': ('ai', 'a', 'ons', 'ez', 'ont'), 'subj': ('e', 'e', 'ions', 'iez', 'ent')}
PERSON = ('p1,sg', 'p3,sg', 'p1,pl', 'p2,pl', 'p3,pl')


def participles(pp):
    """Masculine and feminine, singular and plural, of a past participle."""
    fem = {'dû': 'due', 'mu': 'mue'}.get(pp, pp + 'e')
    yield pp, 'm,sg'
    yield (pp if pp[-1] in 'sx' else ('du' if pp == 'dû' else pp) + 's'), 'm,pl'
    yield fem, 'f,sg'
    yield fem + 's', 'f,pl'


def grave(stem):
    """lev -> lèv, préfér -> préfèr: the vowel in front of the last consonants opens."""
    i = max(stem.rfind('e'), stem.rfind('é'))
    return stem[:i] + 'è' + stem[i + 1:] if i >= 0 else stem


def first_group(inf):
    """A verb in -er: (weak stem, strong stem, future stems, softener before a and o)."""
    stem = inf[:-2]
    strong, future = stem, [inf]
    if inf in DOUBLING:
        strong = stem + stem[-1]
        future = [strong + 'er']
    elif stem.endswith(('oy', 'uy')):
        strong = stem[:-1] + 'i'
        future = [strong + 'er']
        if inf.endswith('envoyer'):
            future = [stem[:-3] + 'verr']
    else:
        i = len(stem)
        while i and stem[i - 1] not in 'aeiouyéèêâîôûàùëïü':
            i -= 1
        if stem.endswith(('gu', 'qu')) and len(stem) > 2:
            i = len(stem) - 2
            while i and stem[i - 1] not in 'aeiouyéèêâîôûàùëïü':
                i -= 1
        last, between = stem[i - 1:i], stem[i:]
        if last == 'é' and between:
            strong = stem[:i - 1] + 'è' + between
            future = [inf, strong + 'er']
        elif last == 'e' and len(between) == 1 or last == 'e' and between == 'vr':
            strong = stem[:i - 1] + 'è' + between
            future = [strong + 'er']
    soft = {'c': stem[:-1] + 'ç', 'g': stem + 'e'}.get(stem[-1:], stem)
    return stem, strong, future, soft


def forms(inf):
    """(form, tags) of a verb."""
    yield inf, 'inf'
    ending = ''
    for e in IRREGULAR:
        if inf.endswith(e) and len(e) > len(ending):
            ending = e
    if inf in ('aller',):
        ending = 'aller'
    elif ending == 'aller' or inf in SECOND:
        ending = ''
    if ending == 'rire' and inf not in ('rire', 'sourire'):
        ending = ''
    if ending == 'vivre' and not inf.endswith('vivre'):
        ending = ''
    if ending == 'naître' and inf.endswith('connaître'):
        ending = 'aître'
    if ending == 'endre' and inf.endswith('prendre'):
        ending = 'prendre'
    if ending:
        pre = inf[:-len(ending)]
        pres, impf, fut, subj, past, pp, ger = IRREGULAR[ending]
        pres = [pre + p if p else None for p in pres]
        if inf in DISEZ:
            pres[3] = pre + 'disez'
        futures = [pre + fut]
        impf = pre + impf
        past = [pre + p if p else None for p in past]
        pp, ger = pre + pp, pre + ger if ger else None
        if subj is None:
            subjunctive = {'être': ('sois', 'soit', 'soyons', 'soyez', 'soient'),
                           'avoir': ('aie', 'ait', 'ayons', 'ayez', 'aient')}[inf]
        else:
            subjunctive = [(pre + (subj[1 if i in (2, 3) else 0]) + TAIL['subj'][i])
                           if subj[1 if i in (2, 3) else 0] else None for i in range(5)]
        imperfect = [impf + t for t in TAIL['impf']]
    elif inf.endswith('er'):
        stem, strong, futures, soft = first_group(inf)
        pres = [strong + 'e', strong + 'e', soft + 'ons', stem + 'ez', strong + 'ent']
        imperfect = [(soft if i in (0, 1, 4) else stem) + t for i, t in enumerate(TAIL['impf'])]
        past = [soft + 'a', stem + 'èrent']
        pp, ger = stem + 'é', soft + 'ant'
        subjunctive = [(stem if i in (2, 3) else strong) + t for i, t in enumerate(TAIL['subj'])]
        if stem.endswith('ay'):
            pres += [stem[:-1] + 'ie']
            futures = [inf, stem[:-1] + 'ier']
    elif inf.endswith('ir'):
        stem = inf[:-1]
        pres = [stem + 's', stem + 't', stem + 'ssons', stem + 'ssez', stem + 'ssent']
        imperfect = [stem + 'ss' + t for t in TAIL['impf']]
        futures = [inf]
        past = [stem + 't', stem + 'rent']
        pp, ger = stem, stem + 'ssant'
        subjunctive = [stem + 'ss' + t for t in TAIL['subj']]
    else:
        sys.exit(f'no model for {inf}')
    for form, person in zip(pres[:5], PERSON):
        if form:
            yield form, 'ind,pres,' + person
    for form in pres[5:]:
        yield form, 'ind,pres,p1,sg'
        yield form, 'ind,pres,p3,sg'
        yield form + 'nt', 'ind,pres,p3,pl'
    for form, person in zip(imperfect, PERSON):
        yield form, 'ind,impf,' + person
    for fut in futures:
        for t, u, person in zip(TAIL['fut'], TAIL['cond'], PERSON):
            yield fut + t, 'ind,fut,' + person
            yield fut + u, 'cond,' + person
    for form, person in zip(subjunctive, PERSON):
        if form:
            yield form, 'subj,pres,' + person
    for form, person in zip(past, ('p3,sg', 'p3,pl')):
        if form:
            yield form, 'ind,past,' + person
    for form, tags in participles(pp):
        yield form, 'part,past,' + tags
    if ger:
        yield ger, 'part,pres'


ORDER = 'inf ind subj cond imper part ger pres past impf fut p1 p2 p3 sg pl m f named anon'.split()


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    lemmas = []
    for line in open(os.path.join(here, 'verbs.txt'), encoding='utf-8'):
        lemmas += line.split('#')[0].split()
    senses = defaultdict(set)           # (form, lemma, mood and tense) -> persons and numbers
    for lemma in sorted(set(lemmas)):
        for form, tags in forms(lemma):
            tags = tags.split(',')
            if 'p2' in tags and tags[:2] != ['ind', 'pres']:
                continue                # vous diriez: rare in news, and a tenth of the lexicon
            mood = ','.join(t for t in tags if t in ('inf', 'ind', 'subj', 'cond', 'part', 'pres', 'past', 'impf', 'fut'))
            senses[form, lemma, mood].update(tags)
    print('# Made by conjugate.py from verbs.txt; do not edit.')
    for (form, lemma, mood), tags in sorted(senses.items()):
        print(form, 'verb', lemma, ','.join(t for t in ORDER if t in tags), sep='\t')


main()
