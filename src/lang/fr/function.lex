# French function words, abbreviations, elisions, clitics, words of time and number.
# Format: src/text/lex.h.  "common" marks the words that tell French from other languages.

# determiners
le	det,common	le	m,sg
la	det,common	le	f,sg
les	det,common	le	pl
l'	det	le	sg
un	det,common	un	m,sg
une	det,common	un	f,sg
des	det,common	un	pl
du	det,common	du	m,sg
au	det,common	au	m,sg
aux	det,common	au	pl
ce	det,common	ce	m,sg
cet	det,common	ce	m,sg
cette	det,common	ce	f,sg
ces	det,common	ce	pl
mon	det	mon	m,sg,p1
ma	det	mon	f,sg,p1
mes	det	mon	pl,p1
ton	det	ton	m,sg,p2
ta	det	ton	f,sg,p2
tes	det	ton	pl,p2
son	det,common	son	m,sg,p3
sa	det,common	son	f,sg,p3
ses	det,common	son	pl,p3
notre	det,common	notre	sg,p1
nos	det,common	notre	pl,p1
votre	det,common	votre	sg,p2
vos	det	votre	pl,p2
leur	det,common	leur	sg,p3
leurs	det,common	leur	pl,p3
quel	det	quel	m,sg
quelle	det	quel	f,sg
quels	det	quel	m,pl
quelles	det	quel	f,pl
chaque	det	chaque	sg
plusieurs	det,common	plusieurs	pl
quelques	det,common	quelque	pl
quelque	det	quelque	sg
aucun	det	aucun	m,sg
aucune	det	aucun	f,sg
certains	det	certain	m,pl
certaines	det	certain	f,pl
certain	det	certain	m,sg
certaine	det	certain	f,sg
tout	det,common	tout	m,sg
toute	det,common	tout	f,sg
tous	det,common	tout	m,pl
toutes	det,common	tout	f,pl
tel	det	tel	m,sg
telle	det	tel	f,sg
tels	det	tel	m,pl
telles	det	tel	f,pl
divers	det	divers	m,pl
diverses	det	divers	f,pl
différents	det	différent	m,pl
différentes	det	différent	f,pl
nul	det	nul	m,sg
nulle	det	nul	f,sg
maints	det	maint	m,pl

# prepositions
à	prep,common
de	prep,common
en	prep,common
dans	prep,common
par	prep,common
pour	prep,common
sur	prep,common
avec	prep,common
sans	prep,common
sous	prep,common
vers	prep,common
chez	prep,common
entre	prep,common
depuis	prep,common
pendant	prep,common
contre	prep,common
après	prep
avant	prep
dès	prep
selon	prep
malgré	prep
parmi	prep
outre	prep
durant	prep
envers	prep
hors	prep
sauf	prep
hormis	prep
moyennant	prep
jusque	prep
suivant	prep
devant	prep
derrière	prep
via	prep
voici	prep
voilà	prep
concernant	prep
lors	prep
excepté	prep
vu	prep
ès	prep
lez	prep
delà	prep
nonobstant	prep
touchant	prep
du	prep	de
des	prep	de
au	prep	à
aux	prep	à
d'	prep	de
jusqu'	prep	jusque

# conjunctions
et	conj,common
ou	conj,common
mais	conj,common
donc	conj,common
or	conj
ni	conj
car	conj
soit	conj
puis	conj
voire	conj
si	subconj,common
comme	subconj,common
quand	subconj,common
lorsque	subconj,common
puisque	subconj,common
quoique	subconj
sinon	subconj
tandis	subconj
afin	subconj
pourvu	subconj
bien	subconj
lorsqu'	subconj	lorsque
puisqu'	subconj	puisque
quoiqu'	subconj	quoique
s'	subconj	si
parce	subconj
que	comp,rel,common
qu'	comp,rel	que

# relatives and interrogatives
qui	rel,common
dont	rel,common
où	rel,common
quoi	rel
lequel	rel	lequel	m,sg
laquelle	rel	lequel	f,sg
lesquels	rel	lequel	m,pl
lesquelles	rel	lequel	f,pl
duquel	rel	lequel	m,sg
desquels	rel	lequel	m,pl
desquelles	rel	lequel	f,pl
auquel	rel	lequel	m,sg
auxquels	rel	lequel	m,pl
auxquelles	rel	lequel	f,pl
pourquoi	adv
comment	adv
combien	adv

# subject pronouns
je	pron,common	je	p1,sg
tu	pron	tu	p2,sg
il	pron,common	il	p3,sg,m
elle	pron,common	elle	p3,sg,f
on	pron,common	on	p3,sg
nous	pron,common	nous	p1,pl
vous	pron,common	vous	p2,pl
ils	pron,common	ils	p3,pl,m
elles	pron,common	elles	p3,pl,f
ce	pron	ce	p3,sg,m
j'	pron	je	p1,sg
c'	pron	ce	p3,sg,m
ç'	pron	ça	p3,sg,m
celui	pron	celui	p3,sg,m
celle	pron	celui	p3,sg,f
ceux	pron	celui	p3,pl,m
celles	pron	celui	p3,pl,f
celui-ci	pron	celui-ci	p3,sg,m
celle-ci	pron	celui-ci	p3,sg,f
ceux-ci	pron	celui-ci	p3,pl,m
celles-ci	pron	celui-ci	p3,pl,f
celui-là	pron	celui-là	p3,sg,m
celle-là	pron	celui-là	p3,sg,f
ceux-là	pron	celui-là	p3,pl,m
celles-là	pron	celui-là	p3,pl,f
ceci	pron	ceci	p3,sg,m
cela	pron	cela	p3,sg,m
ça	pron	ça	p3,sg,m
quelqu'un	pron	quelqu'un	p3,sg,m
quelqu'une	pron	quelqu'un	p3,sg,f
quelques-uns	pron	quelqu'un	p3,pl,m
quelques-unes	pron	quelqu'un	p3,pl,f
chacun	pron	chacun	p3,sg,m
chacune	pron	chacun	p3,sg,f
personne	pron	personne	p3,sg
rien	pron	rien	p3,sg,m
autrui	pron	autrui	p3,sg
nul	pron	nul	p3,sg,m
certains	pron	certain	p3,pl,m
certaines	pron	certain	p3,pl,f
plusieurs	pron	plusieurs	p3,pl
tous	pron	tout	p3,pl,m
toutes	pron	tout	p3,pl,f
aucun	pron	aucun	p3,sg,m
aucune	pron	aucun	p3,sg,f
autres	pron	autre	p3,pl
moi	pron	moi	p1,sg
toi	pron	toi	p2,sg
lui	pron	lui	p3,sg,m
eux	pron	lui	p3,pl,m
soi	pron	soi	p3,sg
moi-même	pron	moi	p1,sg
toi-même	pron	toi	p2,sg
lui-même	pron	lui	p3,sg,m
elle-même	pron	elle	p3,sg,f
nous-mêmes	pron	nous	p1,pl
vous-mêmes	pron	vous	p2,pl
vous-même	pron	vous	p2,sg
eux-mêmes	pron	lui	p3,pl,m
elles-mêmes	pron	elle	p3,pl,f
soi-même	pron	soi	p3,sg
mien	pron	mien	p1,sg,m
mienne	pron	mien	p1,sg,f
sien	pron	sien	p3,sg,m
sienne	pron	sien	p3,sg,f
nôtre	pron	nôtre	p1
vôtre	pron	vôtre	p2

# object pronouns
me	objpron	me	p1,sg
te	objpron	te	p2,sg
se	objpron,common	se	p3
le	objpron	le	p3,sg,m
la	objpron	le	p3,sg,f
les	objpron	le	p3,pl
l'	objpron	le	p3,sg
lui	objpron,common	lui	p3,sg
leur	objpron	lui	p3,pl
nous	objpron	nous	p1,pl
vous	objpron	vous	p2,pl
y	objpron,common	y	p3
en	objpron	en	p3
m'	objpron	me	p1,sg
t'	objpron	te	p2,sg
s'	objpron	se	p3

# negation
ne	neg,common
pas	neg,common
n'	neg	ne
jamais	neg
rien	neg
point	neg
guère	neg
nullement	neg
aucunement	neg
ni	neg
plus	neg,adv,common
non	neg,adv

# adverbs
très	adv,common
aussi	adv,common
même	adv,common
encore	adv,common
ainsi	adv,common
déjà	adv,common
alors	adv,common
moins	adv,common
toujours	adv,common
notamment	adv,common
également	adv,common
ailleurs	adv
ensuite	adv
enfin	adv
peu	adv
trop	adv
assez	adv
tant	adv
tellement	adv
autant	adv
presque	adv
environ	adv
seulement	adv
surtout	adv
cependant	adv
pourtant	adv
toutefois	adv
néanmoins	adv
désormais	adv
maintenant	adv
longtemps	adv
souvent	adv
parfois	adv
tard	adv
tôt	adv
vite	adv
mieux	adv
mal	adv
bien	adv
beaucoup	adv
ici	adv
là	adv
là-bas	adv
partout	adv
dehors	adv
dedans	adv
dessus	adv
dessous	adv
auparavant	adv
aussitôt	adv
bientôt	adv
tantôt	adv
jadis	adv
autrefois	adv
certes	adv
oui	adv
d'ailleurs	adv
effectivement	adv
actuellement	adv
récemment	adv
officiellement	adv
finalement	adv
particulièrement	adv
vraiment	adv
plutôt	adv
puis	adv
quasi	adv
quasiment	adv
ensemble	adv
exactement	adv
fortement	adv
largement	adv
clairement	adv
simplement	adv
rapidement	adv
immédiatement	adv
davantage	adv
pratiquement	adv
totalement	adv
entièrement	adv
directement	adv
principalement	adv
uniquement	adv
précisément	adv
au-delà	adv
au-dessus	adv
au-dessous	adv
au-devant	adv
ci-dessus	adv
ci-dessous	adv
ci-contre	adv
ci-après	adv
là-dessus	adv
là-dedans	adv
par-dessus	adv
par-dessous	adv
vis-à-vis	adv
c'est-à-dire	adv
avant-hier	adv
après-demain	adv
peut-être	hedge,adv
probablement	hedge,adv
sans-doute	hedge,adv
vraisemblablement	hedge,adv
apparemment	hedge,adv
éventuellement	hedge,adv
prétendument	hedge,adv
supposément	hedge,adv
visiblement	hedge,adv

# auxiliaries and modals: full paradigms
être	aux,common	être	inf
étant	aux	être	ger,part,pres
été	aux,common	être	part,past,m,sg
suis	aux	être	ind,pres,p1,sg
es	aux	être	ind,pres,p2,sg
est	aux,common	être	ind,pres,p3,sg
sommes	aux	être	ind,pres,p1,pl
êtes	aux	être	ind,pres,p2,pl
sont	aux,common	être	ind,pres,p3,pl
étais	aux	être	ind,impf,p1,sg,p2
était	aux,common	être	ind,impf,p3,sg
étions	aux	être	ind,impf,p1,pl
étiez	aux	être	ind,impf,p2,pl
étaient	aux,common	être	ind,impf,p3,pl
fus	aux	être	ind,past,p1,sg,p2
fut	aux	être	ind,past,p3,sg
fûmes	aux	être	ind,past,p1,pl
fûtes	aux	être	ind,past,p2,pl
furent	aux	être	ind,past,p3,pl
serai	aux	être	ind,fut,p1,sg
seras	aux	être	ind,fut,p2,sg
sera	aux,common	être	ind,fut,p3,sg
serons	aux	être	ind,fut,p1,pl
serez	aux	être	ind,fut,p2,pl
seront	aux	être	ind,fut,p3,pl
serais	aux	être	cond,pres,p1,sg,p2
serait	aux,common	être	cond,pres,p3,sg
serions	aux	être	cond,pres,p1,pl
seriez	aux	être	cond,pres,p2,pl
seraient	aux	être	cond,pres,p3,pl
sois	aux	être	subj,pres,p1,sg,p2
soit	aux,common	être	subj,pres,p3,sg
soyons	aux	être	subj,pres,p1,pl
soyez	aux	être	subj,pres,p2,pl
soient	aux	être	subj,pres,p3,pl
fusse	aux	être	subj,impf,p1,sg
fusses	aux	être	subj,impf,p2,sg
fût	aux	être	subj,impf,p3,sg
fussions	aux	être	subj,impf,p1,pl
fussiez	aux	être	subj,impf,p2,pl
fussent	aux	être	subj,impf,p3,pl
sois	aux	être	imper,p2,sg
soyons	aux	être	imper,p1,pl
soyez	aux	être	imper,p2,pl
avoir	aux,common	avoir	inf
ayant	aux,common	avoir	ger,part,pres
eu	aux	avoir	part,past,m,sg
eue	aux	avoir	part,past,f,sg
eus	aux	avoir	part,past,m,pl
eues	aux	avoir	part,past,f,pl
ai	aux	avoir	ind,pres,p1,sg
as	aux	avoir	ind,pres,p2,sg
a	aux,common	avoir	ind,pres,p3,sg
avons	aux	avoir	ind,pres,p1,pl
avez	aux	avoir	ind,pres,p2,pl
ont	aux,common	avoir	ind,pres,p3,pl
avais	aux	avoir	ind,impf,p1,sg,p2
avait	aux,common	avoir	ind,impf,p3,sg
avions	aux	avoir	ind,impf,p1,pl
aviez	aux	avoir	ind,impf,p2,pl
avaient	aux,common	avoir	ind,impf,p3,pl
eus	aux	avoir	ind,past,p1,sg,p2
eut	aux	avoir	ind,past,p3,sg
eûmes	aux	avoir	ind,past,p1,pl
eûtes	aux	avoir	ind,past,p2,pl
eurent	aux	avoir	ind,past,p3,pl
aurai	aux	avoir	ind,fut,p1,sg
auras	aux	avoir	ind,fut,p2,sg
aura	aux	avoir	ind,fut,p3,sg
aurons	aux	avoir	ind,fut,p1,pl
aurez	aux	avoir	ind,fut,p2,pl
auront	aux	avoir	ind,fut,p3,pl
aurais	aux	avoir	cond,pres,p1,sg,p2
aurait	aux,common	avoir	cond,pres,p3,sg
aurions	aux	avoir	cond,pres,p1,pl
auriez	aux	avoir	cond,pres,p2,pl
auraient	aux	avoir	cond,pres,p3,pl
aie	aux	avoir	subj,pres,p1,sg
aies	aux	avoir	subj,pres,p2,sg
ait	aux	avoir	subj,pres,p3,sg
ayons	aux	avoir	subj,pres,p1,pl
ayez	aux	avoir	subj,pres,p2,pl
aient	aux	avoir	subj,pres,p3,pl
eusse	aux	avoir	subj,impf,p1,sg
eusses	aux	avoir	subj,impf,p2,sg
eût	aux	avoir	subj,impf,p3,sg
eussions	aux	avoir	subj,impf,p1,pl
eussiez	aux	avoir	subj,impf,p2,pl
eussent	aux	avoir	subj,impf,p3,pl
aie	aux	avoir	imper,p2,sg
ayons	aux	avoir	imper,p1,pl
ayez	aux	avoir	imper,p2,pl
aller	aux,verb	aller	inf
allant	aux,verb	aller	ger,part,pres
allé	aux,verb	aller	part,past,m,sg
allée	aux,verb	aller	part,past,f,sg
allés	aux,verb	aller	part,past,m,pl
allées	aux,verb	aller	part,past,f,pl
vais	aux,verb	aller	ind,pres,p1,sg
vas	aux,verb	aller	ind,pres,p2,sg
va	aux,verb,common	aller	ind,pres,p3,sg
allons	aux,verb	aller	ind,pres,p1,pl
allez	aux,verb	aller	ind,pres,p2,pl
vont	aux,verb,common	aller	ind,pres,p3,pl
allais	aux,verb	aller	ind,impf,p1,sg,p2
allait	aux,verb	aller	ind,impf,p3,sg
allions	aux,verb	aller	ind,impf,p1,pl
alliez	aux,verb	aller	ind,impf,p2,pl
allaient	aux,verb	aller	ind,impf,p3,pl
allai	aux,verb	aller	ind,past,p1,sg
allas	aux,verb	aller	ind,past,p2,sg
alla	aux,verb	aller	ind,past,p3,sg
allâmes	aux,verb	aller	ind,past,p1,pl
allâtes	aux,verb	aller	ind,past,p2,pl
allèrent	aux,verb	aller	ind,past,p3,pl
irai	aux,verb	aller	ind,fut,p1,sg
iras	aux,verb	aller	ind,fut,p2,sg
ira	aux,verb	aller	ind,fut,p3,sg
irons	aux,verb	aller	ind,fut,p1,pl
irez	aux,verb	aller	ind,fut,p2,pl
iront	aux,verb	aller	ind,fut,p3,pl
irais	aux,verb	aller	cond,pres,p1,sg,p2
irait	aux,verb	aller	cond,pres,p3,sg
irions	aux,verb	aller	cond,pres,p1,pl
iriez	aux,verb	aller	cond,pres,p2,pl
iraient	aux,verb	aller	cond,pres,p3,pl
aille	aux,verb	aller	subj,pres,p1,sg,p3
ailles	aux,verb	aller	subj,pres,p2,sg
allions	aux,verb	aller	subj,pres,p1,pl
alliez	aux,verb	aller	subj,pres,p2,pl
aillent	aux,verb	aller	subj,pres,p3,pl
va	aux,verb,common	aller	imper,p2,sg
allons	aux,verb	aller	imper,p1,pl
allez	aux,verb	aller	imper,p2,pl
devoir	modal	devoir	inf
devant	modal	devoir	ger,part,pres
dû	modal	devoir	part,past,m,sg
due	modal	devoir	part,past,f,sg
dus	modal	devoir	part,past,m,pl
dues	modal	devoir	part,past,f,pl
dois	modal	devoir	ind,pres,p1,sg,p2
doit	modal,common	devoir	ind,pres,p3,sg
devons	modal	devoir	ind,pres,p1,pl
devez	modal	devoir	ind,pres,p2,pl
doivent	modal	devoir	ind,pres,p3,pl
devais	modal	devoir	ind,impf,p1,sg,p2
devait	modal	devoir	ind,impf,p3,sg
devions	modal	devoir	ind,impf,p1,pl
deviez	modal	devoir	ind,impf,p2,pl
devaient	modal	devoir	ind,impf,p3,pl
dus	modal	devoir	ind,past,p1,sg,p2
dut	modal	devoir	ind,past,p3,sg
dûmes	modal	devoir	ind,past,p1,pl
dûtes	modal	devoir	ind,past,p2,pl
durent	modal	devoir	ind,past,p3,pl
devrai	modal	devoir	ind,fut,p1,sg
devras	modal	devoir	ind,fut,p2,sg
devra	modal	devoir	ind,fut,p3,sg
devrons	modal	devoir	ind,fut,p1,pl
devrez	modal	devoir	ind,fut,p2,pl
devront	modal	devoir	ind,fut,p3,pl
devrais	modal	devoir	cond,pres,p1,sg,p2
devrait	modal,common	devoir	cond,pres,p3,sg
devrions	modal	devoir	cond,pres,p1,pl
devriez	modal	devoir	cond,pres,p2,pl
devraient	modal	devoir	cond,pres,p3,pl
doive	modal	devoir	subj,pres,p1,sg,p3
doives	modal	devoir	subj,pres,p2,sg
devions	modal	devoir	subj,pres,p1,pl
deviez	modal	devoir	subj,pres,p2,pl
doivent	modal	devoir	subj,pres,p3,pl
pouvoir	modal	pouvoir	inf
pouvant	modal	pouvoir	ger,part,pres
pu	modal	pouvoir	part,past,m,sg
peux	modal	pouvoir	ind,pres,p1,sg,p2
peut	modal,common	pouvoir	ind,pres,p3,sg
pouvons	modal	pouvoir	ind,pres,p1,pl
pouvez	modal	pouvoir	ind,pres,p2,pl
peuvent	modal	pouvoir	ind,pres,p3,pl
pouvais	modal	pouvoir	ind,impf,p1,sg,p2
pouvait	modal	pouvoir	ind,impf,p3,sg
pouvions	modal	pouvoir	ind,impf,p1,pl
pouviez	modal	pouvoir	ind,impf,p2,pl
pouvaient	modal	pouvoir	ind,impf,p3,pl
pus	modal	pouvoir	ind,past,p1,sg,p2
put	modal	pouvoir	ind,past,p3,sg
pûmes	modal	pouvoir	ind,past,p1,pl
pûtes	modal	pouvoir	ind,past,p2,pl
purent	modal	pouvoir	ind,past,p3,pl
pourrai	modal	pouvoir	ind,fut,p1,sg
pourras	modal	pouvoir	ind,fut,p2,sg
pourra	modal	pouvoir	ind,fut,p3,sg
pourrons	modal	pouvoir	ind,fut,p1,pl
pourrez	modal	pouvoir	ind,fut,p2,pl
pourront	modal	pouvoir	ind,fut,p3,pl
pourrais	modal	pouvoir	cond,pres,p1,sg,p2
pourrait	modal,common	pouvoir	cond,pres,p3,sg
pourrions	modal	pouvoir	cond,pres,p1,pl
pourriez	modal	pouvoir	cond,pres,p2,pl
pourraient	modal	pouvoir	cond,pres,p3,pl
puisse	modal	pouvoir	subj,pres,p1,sg,p3
puisses	modal	pouvoir	subj,pres,p2,sg
puissions	modal	pouvoir	subj,pres,p1,pl
puissiez	modal	pouvoir	subj,pres,p2,pl
puissent	modal	pouvoir	subj,pres,p3,pl
puis	modal	pouvoir	ind,pres,p1,sg
vouloir	modal	vouloir	inf
voulant	modal	vouloir	ger,part,pres
voulu	modal	vouloir	part,past,m,sg
voulue	modal	vouloir	part,past,f,sg
voulus	modal	vouloir	part,past,m,pl
voulues	modal	vouloir	part,past,f,pl
veux	modal	vouloir	ind,pres,p1,sg,p2
veut	modal	vouloir	ind,pres,p3,sg
voulons	modal	vouloir	ind,pres,p1,pl
voulez	modal	vouloir	ind,pres,p2,pl
veulent	modal	vouloir	ind,pres,p3,pl
voulais	modal	vouloir	ind,impf,p1,sg,p2
voulait	modal	vouloir	ind,impf,p3,sg
voulions	modal	vouloir	ind,impf,p1,pl
vouliez	modal	vouloir	ind,impf,p2,pl
voulaient	modal	vouloir	ind,impf,p3,pl
voulus	modal	vouloir	ind,past,p1,sg,p2
voulut	modal	vouloir	ind,past,p3,sg
voulûmes	modal	vouloir	ind,past,p1,pl
voulûtes	modal	vouloir	ind,past,p2,pl
voulurent	modal	vouloir	ind,past,p3,pl
voudrai	modal	vouloir	ind,fut,p1,sg
voudras	modal	vouloir	ind,fut,p2,sg
voudra	modal	vouloir	ind,fut,p3,sg
voudrons	modal	vouloir	ind,fut,p1,pl
voudrez	modal	vouloir	ind,fut,p2,pl
voudront	modal	vouloir	ind,fut,p3,pl
voudrais	modal	vouloir	cond,pres,p1,sg,p2
voudrait	modal	vouloir	cond,pres,p3,sg
voudrions	modal	vouloir	cond,pres,p1,pl
voudriez	modal	vouloir	cond,pres,p2,pl
voudraient	modal	vouloir	cond,pres,p3,pl
veuille	modal	vouloir	subj,pres,p1,sg,p3
veuilles	modal	vouloir	subj,pres,p2,sg
voulions	modal	vouloir	subj,pres,p1,pl
vouliez	modal	vouloir	subj,pres,p2,pl
veuillent	modal	vouloir	subj,pres,p3,pl
faut	modal	falloir	ind,pres,p3,sg
fallait	modal	falloir	ind,impf,p3,sg
fallut	modal	falloir	ind,past,p3,sg
faudra	modal	falloir	ind,fut,p3,sg
faudrait	modal	falloir	cond,pres,p3,sg
faille	modal	falloir	subj,pres,p3,sg
fallu	modal	falloir	part,past,m,sg
falloir	modal	falloir	inf
faire	aux,verb,common	faire	inf
faisant	aux,verb	faire	ger,part,pres
fait	aux,verb,common	faire	part,past,m,sg
faite	aux,verb	faire	part,past,f,sg
faits	aux,verb	faire	part,past,m,pl
faites	aux,verb	faire	part,past,f,pl
fais	aux,verb	faire	ind,pres,p1,sg,p2
fait	aux,verb,common	faire	ind,pres,p3,sg
faisons	aux,verb	faire	ind,pres,p1,pl
faites	aux,verb	faire	ind,pres,p2,pl
font	aux,verb	faire	ind,pres,p3,pl
faisais	aux,verb	faire	ind,impf,p1,sg,p2
faisait	aux,verb	faire	ind,impf,p3,sg
faisions	aux,verb	faire	ind,impf,p1,pl
faisiez	aux,verb	faire	ind,impf,p2,pl
faisaient	aux,verb	faire	ind,impf,p3,pl
fis	aux,verb	faire	ind,past,p1,sg,p2
fit	aux,verb	faire	ind,past,p3,sg
fîmes	aux,verb	faire	ind,past,p1,pl
fîtes	aux,verb	faire	ind,past,p2,pl
firent	aux,verb	faire	ind,past,p3,pl
ferai	aux,verb	faire	ind,fut,p1,sg
feras	aux,verb	faire	ind,fut,p2,sg
fera	aux,verb	faire	ind,fut,p3,sg
ferons	aux,verb	faire	ind,fut,p1,pl
ferez	aux,verb	faire	ind,fut,p2,pl
feront	aux,verb	faire	ind,fut,p3,pl
ferais	aux,verb	faire	cond,pres,p1,sg,p2
ferait	aux,verb	faire	cond,pres,p3,sg
ferions	aux,verb	faire	cond,pres,p1,pl
feriez	aux,verb	faire	cond,pres,p2,pl
feraient	aux,verb	faire	cond,pres,p3,pl
fasse	aux,verb	faire	subj,pres,p1,sg,p3
fasses	aux,verb	faire	subj,pres,p2,sg
fassions	aux,verb	faire	subj,pres,p1,pl
fassiez	aux,verb	faire	subj,pres,p2,pl
fassent	aux,verb	faire	subj,pres,p3,pl
venir	aux,verb	venir	inf
venant	aux,verb	venir	ger,part,pres
venu	aux,verb	venir	part,past,m,sg
venue	aux,verb	venir	part,past,f,sg
venus	aux,verb	venir	part,past,m,pl
venues	aux,verb	venir	part,past,f,pl
viens	aux,verb	venir	ind,pres,p1,sg,p2
vient	aux,verb	venir	ind,pres,p3,sg
venons	aux,verb	venir	ind,pres,p1,pl
venez	aux,verb	venir	ind,pres,p2,pl
viennent	aux,verb	venir	ind,pres,p3,pl
venais	aux,verb	venir	ind,impf,p1,sg,p2
venait	aux,verb	venir	ind,impf,p3,sg
venions	aux,verb	venir	ind,impf,p1,pl
veniez	aux,verb	venir	ind,impf,p2,pl
venaient	aux,verb	venir	ind,impf,p3,pl
vins	aux,verb	venir	ind,past,p1,sg,p2
vint	aux,verb	venir	ind,past,p3,sg
vînmes	aux,verb	venir	ind,past,p1,pl
vîntes	aux,verb	venir	ind,past,p2,pl
vinrent	aux,verb	venir	ind,past,p3,pl
viendrai	aux,verb	venir	ind,fut,p1,sg
viendras	aux,verb	venir	ind,fut,p2,sg
viendra	aux,verb	venir	ind,fut,p3,sg
viendrons	aux,verb	venir	ind,fut,p1,pl
viendrez	aux,verb	venir	ind,fut,p2,pl
viendront	aux,verb	venir	ind,fut,p3,pl
viendrais	aux,verb	venir	cond,pres,p1,sg,p2
viendrait	aux,verb	venir	cond,pres,p3,sg
viendrions	aux,verb	venir	cond,pres,p1,pl
viendriez	aux,verb	venir	cond,pres,p2,pl
viendraient	aux,verb	venir	cond,pres,p3,pl

# elisions: with their apostrophe
l'	elision
d'	elision
j'	elision
m'	elision
t'	elision
s'	elision
c'	elision
n'	elision
ç'	elision
qu'	elision
jusqu'	elision
lorsqu'	elision
puisqu'	elision
quoiqu'	elision
quelqu'	elision
tandisqu'	elision
entr'	elision
pro-	elision	pro
anti-	elision	anti
post-	elision	post
pré-	elision	pré
non-	elision	non
mi-	elision	mi

# whole words
aujourd'hui	whole
presqu'île	whole
presqu'îles	whole
prud'homme	whole
prud'hommes	whole
prud'homal	whole
prud'homale	whole
prud'homales	whole
prud'homaux	whole
quelqu'un	whole
quelqu'une	whole
d'abord	whole
d'accord	whole
d'ores	whole
hors-d'œuvre	whole
chef-d'œuvre	whole
chefs-d'œuvre	whole
main-d'œuvre	whole
rendez-vous	whole
garde-à-vous	whole
cessez-le-feu	whole
chez-soi	whole
chez-moi	whole
sous-sol	whole
sauve-qui-peut	whole
ouï-dire	whole
laissez-passer	whole
laisser-aller	whole
on-dit	whole
soi-disant	whole
vas-y	whole
va-et-vient	whole
qu'en-dira-t-on	whole
m'as-tu-vu	whole
tête-à-tête	whole
peut-être	whole
lui-même	whole
entr'acte	whole
entr'aide	whole
entr'ouvert	whole
entr'ouverte	whole
entr'ouvrir	whole
grand'chose	whole

# clitics behind a verb
-je	clitic	je
-tu	clitic	tu
-il	clitic	il
-elle	clitic	elle
-on	clitic	on
-nous	clitic	nous
-vous	clitic	vous
-ils	clitic	ils
-elles	clitic	elles
-ce	clitic	ce
-t-il	clitic	il
-t-elle	clitic	elle
-t-on	clitic	on
-t-ils	clitic	ils
-t-elles	clitic	elles
-moi	clitic	moi
-toi	clitic	toi
-lui	clitic	lui
-leur	clitic	leur
-y	clitic	y
-en	clitic	en
-le	clitic	le
-la	clitic	la
-les	clitic	les

# months, weekdays, words of time
janvier	month
février	month
mars	month
avril	month
mai	month
juin	month
juillet	month
août	month
septembre	month
octobre	month
novembre	month
décembre	month
fevrier	month	février
aout	month	août
decembre	month	décembre
janv	month,abbr	janvier
févr	month,abbr	février
fév	month,abbr	février
avr	month,abbr	avril
juil	month,abbr	juillet
sept	month,abbr	septembre
oct	month,abbr	octobre
nov	month,abbr	novembre
déc	month,abbr	décembre
lundi	weekday
mardi	weekday
mercredi	weekday
jeudi	weekday
vendredi	weekday
samedi	weekday
dimanche	weekday
lundis	weekday	lundi	pl
mardis	weekday	mardi	pl
mercredis	weekday	mercredi	pl
jeudis	weekday	jeudi	pl
vendredis	weekday	vendredi	pl
samedis	weekday	samedi	pl
dimanches	weekday	dimanche	pl
hier	timeword
aujourd'hui	timeword
demain	timeword
avant-hier	timeword
après-demain	timeword
matin	timeword
matinée	timeword
soir	timeword
soirée	timeword
après-midi	timeword
midi	timeword
minuit	timeword
nuit	timeword
jour	timeword
jours	timeword
journée	timeword
journées	timeword
semaine	timeword
semaines	timeword
mois	timeword
an	timeword
ans	timeword
année	timeword
années	timeword
heure	timeword
heures	timeword
minute	timeword
minutes	timeword
seconde	timeword
secondes	timeword
siècle	timeword
siècles	timeword
décennie	timeword
décennies	timeword
trimestre	timeword
semestre	timeword
week-end	timeword
week-ends	timeword
veille	timeword
lendemain	timeword
surlendemain	timeword
printemps	timeword
été	timeword
automne	timeword
hiver	timeword
aube	timeword
crépuscule	timeword

# numbers in words
un	numword
une	numword
deux	numword
trois	numword
quatre	numword
cinq	numword
six	numword
sept	numword
huit	numword
neuf	numword
dix	numword
onze	numword
douze	numword
treize	numword
quatorze	numword
quinze	numword
seize	numword
dix-sept	numword
dix-huit	numword
dix-neuf	numword
vingt	numword
trente	numword
quarante	numword
cinquante	numword
soixante	numword
soixante-dix	numword
quatre-vingt	numword
quatre-vingts	numword
quatre-vingt-dix	numword
septante	numword
huitante	numword
nonante	numword
cent	numword
cents	numword
mille	numword
million	numword
millions	numword
milliard	numword
milliards	numword
billion	numword
billions	numword
dizaine	numword
dizaines	numword
douzaine	numword
quinzaine	numword
vingtaine	numword
trentaine	numword
quarantaine	numword
cinquantaine	numword
soixantaine	numword
centaine	numword
centaines	numword
millier	numword
milliers	numword
premier	numword
première	numword
premiers	numword
premières	numword
deuxième	numword
second	numword
seconde	numword
troisième	numword
quatrième	numword
cinquième	numword
sixième	numword
septième	numword
huitième	numword
neuvième	numword
dixième	numword
onzième	numword
douzième	numword
vingtième	numword
moitié	numword
tiers	numword
quart	numword
quarts	numword
vingt-et-un	numword
vingt-deux	numword
vingt-trois	numword
vingt-quatre	numword
vingt-cinq	numword
vingt-six	numword
vingt-sept	numword
vingt-huit	numword
vingt-neuf	numword
trente-deux	numword
trente-cinq	numword

# titles in front of a person's name
m	title,abbr	monsieur	m,sg
mm	title,abbr	monsieur	m,pl
mme	title,abbr	madame	f,sg
mmes	title,abbr	madame	f,pl
mlle	title,abbr	mademoiselle	f,sg
mlles	title,abbr	mademoiselle	f,pl
dr	title,abbr	docteur	sg
drs	title,abbr	docteur	pl
pr	title,abbr	professeur	sg
prof	title,abbr	professeur	sg
me	title,abbr	maître	sg
mgr	title,abbr	monseigneur	m,sg
mr	title,abbr	monsieur	m,sg
st	title,abbr	saint	m,sg
ste	title,abbr	saint	f,sg
gén	title,abbr	général	m,sg
col	title,abbr	colonel	m,sg
cdt	title,abbr	commandant	m,sg
lt	title,abbr	lieutenant	m,sg
sgt	title,abbr	sergent	m,sg
monsieur	title	monsieur	m,sg
messieurs	title	monsieur	m,pl
madame	title	madame	f,sg
mesdames	title	madame	f,pl
mademoiselle	title	mademoiselle	f,sg
maître	title	maître	sg
docteur	title	docteur	sg
professeur	title	professeur	sg
professeure	title	professeur	f,sg
monseigneur	title	monseigneur	m,sg
président	title	président	m,sg
présidente	title	président	f,sg
ministre	title	ministre	sg
général	title	général	m,sg
générale	title	général	f,sg
colonel	title	colonel	m,sg
capitaine	title	capitaine	sg
lieutenant	title	lieutenant	sg
commandant	title	commandant	m,sg
commandante	title	commandant	f,sg
amiral	title	amiral	m,sg
maréchal	title	maréchal	m,sg
sergent	title	sergent	m,sg
pape	title	pape	m,sg
cardinal	title	cardinal	m,sg
évêque	title	évêque	m,sg
archevêque	title	archevêque	m,sg
abbé	title	abbé	m,sg
père	title	père	m,sg
frère	title	frère	m,sg
sœur	title	sœur	f,sg
imam	title	imam	m,sg
rabbin	title	rabbin	m,sg
roi	title	roi	m,sg
reine	title	reine	f,sg
prince	title	prince	m,sg
princesse	title	princesse	f,sg
duc	title	duc	m,sg
duchesse	title	duc	f,sg
comte	title	comte	m,sg
comtesse	title	comte	f,sg
baron	title	baron	m,sg
émir	title	émir	m,sg
sultan	title	sultan	m,sg
cheikh	title	cheikh	m,sg
empereur	title	empereur	m,sg
chancelier	title	chancelier	m,sg
chancelière	title	chancelier	f,sg
sénateur	title	sénateur	m,sg
sénatrice	title	sénateur	f,sg
député	title	député	m,sg
députée	title	député	f,sg
maire	title	maire	sg
gouverneur	title	gouverneur	m,sg
gouverneure	title	gouverneur	f,sg
préfet	title	préfet	m,sg
préfète	title	préfet	f,sg
juge	title	juge	sg
procureur	title	procureur	m,sg
procureure	title	procureur	f,sg
premier-ministre	title	premier-ministre	m,sg
vice-président	title	vice-président	m,sg
vice-présidente	title	vice-président	f,sg
vice-premier	title	vice-premier	m,sg
ambassadeur	title	ambassadeur	m,sg
ambassadrice	title	ambassadeur	f,sg
secrétaire	title	secrétaire	sg
sir	title	sir	m,sg
lord	title	lord	m,sg
lady	title	lady	f,sg

# other abbreviations: without their last stop
art	abbr
al	abbr
alin	abbr
chap	abbr
vol	abbr
tél	abbr
fig	abbr
hab	abbr
app	abbr
bibl	abbr
coll	abbr
dir	abbr
excl	abbr
fasc	abbr
fém	abbr
ibid	abbr
id	abbr
inc	abbr
incl	abbr
ing	abbr
intro	abbr
inv	abbr
lat	abbr
litt	abbr
loc	abbr
ltd	abbr
masc	abbr
mél	abbr
min	abbr
moy	abbr
mts	abbr
n	abbr
nb	abbr
no	abbr
nos	abbr
nº	abbr
num	abbr
obs	abbr
ouvr	abbr
p	abbr
pp	abbr
par.ex	abbr
p.ex	abbr
pl	abbr
ppté	abbr
prép	abbr
préf	abbr
publ	abbr
q.e	abbr
réf	abbr
rem	abbr
rép	abbr
s	abbr
sq	abbr
sqq	abbr
ss	abbr
suiv	abbr
sup	abbr
suppl	abbr
syn	abbr
t	abbr
tab	abbr
tj	abbr
trad	abbr
zool	abbr
hect	abbr
hon	abbr
adj	abbr
adv	abbr
parl	abbr
intercomm	abbr
st-étienne	abbr
u.s	abbr
u.s.a	abbr
u.k	abbr
u.e	abbr
o.n.u	abbr
s.a	abbr
s.p.r.l	abbr
a.s.b.l	abbr
n.d.l.r	abbr
ndlr	abbr
c.-à-d	abbr
i.e	abbr
e.g	abbr
jr	abbr
sr	abbr
bros	abbr
corp	abbr
co	abbr
av	abbr,placenoun
bd	abbr,placenoun
boul	abbr,placenoun
dép	abbr,placenoun
dépt	abbr,placenoun
prov	abbr,placenoun
arr	abbr,placenoun
arrond	abbr,placenoun
bât	abbr,placenoun
mt	abbr,placenoun
univ	abbr,orgnoun
cie	abbr,orgnoun
gouv	abbr,orgnoun
gvt	abbr,orgnoun
sté	abbr,orgnoun
éd	abbr,orgnoun
cf	abbr,prep
ca	abbr,prep
vs	abbr,prep
v	abbr,prep
etc	abbr,adv
p.m	abbr,adv
a.m	abbr,adv
av.j.-c	abbr
