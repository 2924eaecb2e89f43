# English function words, abbreviations, clitics, words of time and number.
# Format: src/text/lex.h.  "common" marks the words that tell English from other languages.

# determiners
the	det,common
a	det,common
an	det,common
this	det,common
that	det,common
these	det,common
those	det,common
every	det,common
each	det,common
some	det,common
any	det,common
no	det,common
all	det,common
both	det,common
another	det,common
either	det
neither	det
several	det
many	det
few	det
much	det
more	det
most	det
less	det
fewer	det
enough	det
such	det
what	det
which	det
whose	det
own	det
half	det
other	det
my	det,common	-	p1,sg
your	det,common	-	p2
his	det,common	-	p3,sg,m
her	det,common	-	p3,sg,f
its	det,common	-	p3,sg
our	det,common	-	p1,pl
their	det,common	-	p3,pl

# prepositions
of	prep,common
to	prep,common
in	prep,common
for	prep,common
on	prep,common
with	prep,common
at	prep,common
by	prep,common
from	prep,common
into	prep,common
over	prep,common
about	prep,common
between	prep,common
during	prep,common
through	prep,common
against	prep,common
under	prep,common
after	prep,common
before	prep,common
since	prep,common
without	prep,common
within	prep,common
as	prep
than	prep
like	prep
per	prep
via	prep
upon	prep
onto	prep
towards	prep
toward	prep
among	prep
amongst	prep
amid	prep
amidst	prep
across	prep
along	prep
alongside	prep
around	prep
above	prep
below	prep
beneath	prep
beside	prep
besides	prep
behind	prep
beyond	prep
despite	prep
down	prep
except	prep
inside	prep
near	prep
off	prep
out	prep
outside	prep
past	prep
until	prep
till	prep
up	prep
versus	prep
throughout	prep
unlike	prep
following	prep
including	prep
regarding	prep
concerning	prep
according	prep
ahead	prep
because	prep
due	prep
owing	prep

# conjunctions
and	conj,common
but	conj,common
or	conj,common
nor	conj
yet	conj
so	conj
if	subconj,common
while	subconj,common
when	subconj,common
because	subconj,common
although	subconj
though	subconj
unless	subconj
whereas	subconj
once	subconj
whether	subconj
as	subconj
since	subconj
until	subconj
till	subconj
before	subconj
after	subconj
lest	subconj
wherever	subconj
whenever	subconj
that	comp,rel,common
whether	comp

# relatives and interrogatives
who	rel,common
which	rel,common
whom	rel
whose	rel
where	rel
how	adv
why	adv
when	adv
where	adv
what	rel

# subject pronouns
i	pron,common	i	p1,sg
you	pron,common	you	p2
he	pron,common	he	p3,sg,m
she	pron,common	she	p3,sg,f
it	pron,common	it	p3,sg
we	pron,common	we	p1,pl
they	pron,common	they	p3,pl
one	pron	one	p3,sg
this	pron	-	p3,sg
that	pron	-	p3,sg
these	pron	-	p3,pl
those	pron	-	p3,pl
someone	pron	-	p3,sg
somebody	pron	-	p3,sg
anyone	pron	-	p3,sg
anybody	pron	-	p3,sg
everyone	pron	-	p3,sg
everybody	pron	-	p3,sg
nobody	pron	-	p3,sg
nothing	pron	-	p3,sg
something	pron	-	p3,sg
anything	pron	-	p3,sg
everything	pron	-	p3,sg
none	pron	-	p3
others	pron	-	p3,pl
another	pron	-	p3,sg
both	pron	-	p3,pl
many	pron	-	p3,pl
some	pron	-	p3,pl
most	pron	-	p3,pl
several	pron	-	p3,pl
few	pron	-	p3,pl
mine	pron	-	p1,sg
yours	pron	-	p2
hers	pron	-	p3,sg,f
ours	pron	-	p1,pl
theirs	pron	-	p3,pl
myself	pron	-	p1,sg
yourself	pron	-	p2,sg
himself	pron	-	p3,sg,m
herself	pron	-	p3,sg,f
itself	pron	-	p3,sg
ourselves	pron	-	p1,pl
yourselves	pron	-	p2,pl
themselves	pron	-	p3,pl
oneself	pron	-	p3,sg

# object pronouns
me	objpron	me	p1,sg
you	objpron	you	p2
him	objpron,common	him	p3,sg,m
her	objpron	her	p3,sg,f
it	objpron	it	p3,sg
us	objpron	us	p1,pl
them	objpron,common	them	p3,pl
'em	objpron	them	p3,pl

# negation
not	neg,common
n't	neg	not
never	neg
no	neg
nor	neg
neither	neg
hardly	neg
barely	neg
scarcely	neg
cannot	modal,neg	can	pres

# adverbs
also	adv,common
there	adv,common
then	adv,common
now	adv,common
only	adv,common
just	adv,common
very	adv,common
even	adv,common
still	adv,common
again	adv
already	adv
almost	adv
always	adv
away	adv
back	adv
else	adv
ever	adv
far	adv
first	adv
further	adv
furthermore	adv
here	adv
hence	adv
however	adv
indeed	adv
instead	adv
later	adv
least	adv
less	adv
likely	adv
meanwhile	adv
moreover	adv
mostly	adv
much	adv
nearly	adv
nevertheless	adv
nonetheless	adv
often	adv
otherwise	adv
perhaps	adv
quite	adv
rather	adv
really	adv
recently	adv
shortly	adv
simply	adv
so	adv
sometimes	adv
soon	adv
therefore	adv
thus	adv
together	adv
too	adv
twice	adv
usually	adv
well	adv
yesterday	adv
yet	adv
today	adv
tomorrow	adv
tonight	adv
once	adv
ago	adv
afterwards	adv
afterward	adv
earlier	adv
finally	adv
initially	adv
immediately	adv
previously	adv
currently	adv
directly	adv
exactly	adv
especially	adv
particularly	adv
approximately	adv
roughly	adv
about	adv
around	adv
officially	adv
publicly	adv
privately	adv
repeatedly	adv
quickly	adv
slowly	adv
strongly	adv
clearly	adv
largely	adv
partly	adv
mainly	adv
maybe	adv
both	adv
yes	adv
no	adv
not	adv
down	adv
up	adv
out	adv
off	adv
over	adv
reportedly	hedge,adv
allegedly	hedge,adv
apparently	hedge,adv
supposedly	hedge,adv
purportedly	hedge,adv
possibly	hedge,adv
probably	hedge,adv
perhaps	hedge,adv
maybe	hedge,adv
presumably	hedge,adv
seemingly	hedge,adv

# auxiliaries and modals: full paradigms
be	aux,common	be	inf
am	aux	be	ind,pres,p1,sg
is	aux,common	be	ind,pres,p3,sg
are	aux,common	be	ind,pres,pl,p1,p2,p3
are	aux,common	be	ind,pres,sg,p2
was	aux,common	be	ind,past,sg,p1,p3
were	aux,common	be	ind,past,pl,p1,p2,p3
were	aux,common	be	ind,past,sg,p2
were	aux,common	be	subj,past
been	aux,common	be	part,past
being	aux,common	be	part,pres,ger
'm	aux	be	ind,pres,p1,sg
're	aux	be	ind,pres,pl
's	aux	be	ind,pres,p3,sg
ai	aux	be	ind,pres
have	aux,common	have	inf
have	aux,common	have	ind,pres
has	aux,common	have	ind,pres,p3,sg
had	aux,common	have	ind,past
had	aux,common	have	part,past
having	aux	have	part,pres,ger
've	aux	have	ind,pres
's	aux	have	ind,pres,p3,sg
'd	aux	have	ind,past
do	aux,common	do	inf
do	aux,common	do	ind,pres
does	aux,common	do	ind,pres,p3,sg
did	aux,common	do	ind,past
done	aux	do	part,past
doing	aux	do	part,pres,ger
will	aux,common	will	fut
'll	aux	will	fut
wo	aux	will	fut
would	aux,common	would	cond
'd	aux	would	cond
shall	aux	shall	fut
sha	aux	shall	fut
can	modal,common	can	pres
ca	modal	can	pres
could	modal,common	could	cond
may	modal,common	may	pres
might	modal	might	cond
must	modal	must	pres
should	modal,common	should	cond
ought	modal	ought	cond
need	modal	need	pres
dare	modal	dare	pres
get	verb	get	inf
get	verb	get	ind,pres
gets	verb	get	ind,pres,p3,sg
got	verb	get	ind,past
got	verb	get	part,past
gotten	verb	get	part,past
getting	verb	get	part,pres,ger
go	verb	go	inf
go	verb	go	ind,pres
goes	verb	go	ind,pres,p3,sg
went	verb	go	ind,past
gone	verb	go	part,past
going	verb	go	part,pres,ger

# split off in front of a name: pro-Assad, mid-2027
pro-	elision
anti-	elision
mid-	elision
pre-	elision
post-	elision
non-	elision
all-	elision

# whole words
o'clock	whole
ma'am	whole
'tis	whole
'twas	whole
'em	whole
'til	whole
'cause	whole
rock'n'roll	whole
fo'c'sle	whole
o'er	whole
ne'er	whole
e'er	whole
y'all	whole

# clitics behind a word
's	clitic
're	clitic
've	clitic
'll	clitic
'd	clitic
'm	clitic
n't	clitic

# split off behind a name: Ohio-based
-based	clitic,adj
-backed	clitic,adj
-led	clitic,adj
-born	clitic,adj
-owned	clitic,adj
-style	clitic,adj
-like	clitic,adj
-related	clitic,adj
-friendly	clitic,adj
-controlled	clitic,adj
-trained	clitic,adj
-listed	clitic,adj
-educated	clitic,adj
-bound	clitic,adj
-inspired	clitic,adj
-made	clitic,adj
-raised	clitic,adj
-linked	clitic,adj
-occupied	clitic,adj
-supported	clitic,adj
-funded	clitic,adj
-sponsored	clitic,adj
-aligned	clitic,adj
-affiliated	clitic,adj
-era	clitic,adj
-mandated	clitic,adj
-brokered	clitic,adj
-registered	clitic,adj
-headquartered	clitic,adj
-run	clitic,adj
-held	clitic,adj
-native	clitic,adj
-wide	clitic,adj
-provoked	clitic,adj
-educated	clitic,adj
-built	clitic,adj
-area	clitic,adj
-only	clitic,adj
-area	clitic,adj
-born	clitic,adj

# months, weekdays, words of time
january	month
february	month
march	month
april	month
may	month
june	month
july	month
august	month
september	month
october	month
november	month
december	month
jan	month,abbr	january
feb	month,abbr	february
mar	month,abbr	march
apr	month,abbr	april
aug	month,abbr	august
sep	month,abbr	september
sept	month,abbr	september
oct	month,abbr	october
nov	month,abbr	november
dec	month,abbr	december
monday	weekday
tuesday	weekday
wednesday	weekday
thursday	weekday
friday	weekday
saturday	weekday
sunday	weekday
mondays	weekday	monday	pl
tuesdays	weekday	tuesday	pl
wednesdays	weekday	wednesday	pl
thursdays	weekday	thursday	pl
fridays	weekday	friday	pl
saturdays	weekday	saturday	pl
sundays	weekday	sunday	pl
mon	abbr	monday
tue	abbr	tuesday
tues	abbr	tuesday
thu	abbr	thursday
thur	abbr	thursday
thurs	abbr	thursday
fri	abbr	friday
yesterday	timeword
today	timeword
tomorrow	timeword
tonight	timeword
morning	timeword
mornings	timeword
afternoon	timeword
evening	timeword
evenings	timeword
night	timeword
nights	timeword
noon	timeword
midnight	timeword
midday	timeword
day	timeword
days	timeword
week	timeword
weeks	timeword
weekend	timeword
weekends	timeword
month	timeword
months	timeword
year	timeword
years	timeword
hour	timeword
hours	timeword
minute	timeword
minutes	timeword
second	timeword
seconds	timeword
decade	timeword
decades	timeword
century	timeword
centuries	timeword
quarter	timeword
spring	timeword
summer	timeword
autumn	timeword
fall	timeword
winter	timeword
dawn	timeword
dusk	timeword
overnight	timeword
eve	timeword
fortnight	timeword

# numbers in words
zero	numword
one	numword
two	numword
three	numword
four	numword
five	numword
six	numword
seven	numword
eight	numword
nine	numword
ten	numword
eleven	numword
twelve	numword
thirteen	numword
fourteen	numword
fifteen	numword
sixteen	numword
seventeen	numword
eighteen	numword
nineteen	numword
twenty	numword
thirty	numword
forty	numword
fifty	numword
sixty	numword
seventy	numword
eighty	numword
ninety	numword
hundred	numword
hundreds	numword
thousand	numword
thousands	numword
million	numword
millions	numword
billion	numword
billions	numword
trillion	numword
trillions	numword
dozen	numword
dozens	numword
half	numword
quarter	numword
third	numword
thirds	numword
first	numword
second	numword
fourth	numword
fifth	numword
sixth	numword
seventh	numword
eighth	numword
ninth	numword
tenth	numword
eleventh	numword
twelfth	numword
twentieth	numword
twenty-one	numword
twenty-two	numword
twenty-three	numword
twenty-four	numword
twenty-five	numword

# titles in front of a person's name
mr	title,abbr	mister	m,sg
messrs	title,abbr	mister	m,pl
mrs	title,abbr	mistress	f,sg
ms	title,abbr	ms	f,sg
mx	title,abbr	mx	sg
dr	title,abbr	doctor	sg
drs	title,abbr	doctor	pl
prof	title,abbr	professor	sg
rev	title,abbr	reverend	sg
fr	title,abbr	father	m,sg
hon	title,abbr	honourable	sg
sen	title,abbr	senator	sg
sens	title,abbr	senator	pl
rep	title,abbr	representative	sg
reps	title,abbr	representative	pl
gov	title,abbr	governor	sg
govs	title,abbr	governor	pl
gen	title,abbr	general	sg
lt	title,abbr	lieutenant	sg
col	title,abbr	colonel	sg
maj	title,abbr	major	sg
capt	title,abbr	captain	sg
cmdr	title,abbr	commander	sg
adm	title,abbr	admiral	sg
sgt	title,abbr	sergeant	sg
cpl	title,abbr	corporal	sg
pvt	title,abbr	private	sg
pte	title,abbr	private	sg
pfc	title,abbr	private	sg
brig	title,abbr	brigadier	sg
det	title,abbr	detective	sg
insp	title,abbr	inspector	sg
supt	title,abbr	superintendent	sg
pres	title,abbr	president	sg
st	title,abbr	saint	sg
ste	title,abbr	saint	sg
mt	title,abbr	mount	sg
ft	title,abbr	fort	sg
msgr	title,abbr	monsignor	m,sg
atty	title,abbr	attorney	sg
amb	title,abbr	ambassador	sg
sec	title,abbr	secretary	sg
supt	title,abbr	superintendent	sg
cllr	title,abbr	councillor	sg
mister	title	-	m,sg
madam	title	-	f,sg
sir	title	-	m,sg
lord	title	-	m,sg
lady	title	-	f,sg
dame	title	-	f,sg
miss	title	-	f,sg
doctor	title	-	sg
professor	title	-	sg
reverend	title	-	sg
father	title	-	m,sg
sister	title	-	f,sg
brother	title	-	m,sg
president	title	-	sg
vice-president	title	-	sg
chancellor	title	-	sg
premier	title	-	sg
minister	title	-	sg
secretary	title	-	sg
senator	title	-	sg
representative	title	-	sg
congressman	title	-	m,sg
congresswoman	title	-	f,sg
governor	title	-	sg
mayor	title	-	sg
judge	title	-	sg
justice	title	-	sg
general	title	-	sg
admiral	title	-	sg
colonel	title	-	sg
major	title	-	sg
captain	title	-	sg
lieutenant	title	-	sg
sergeant	title	-	sg
commander	title	-	sg
corporal	title	-	sg
detective	title	-	sg
inspector	title	-	sg
officer	title	-	sg
sheriff	title	-	sg
constable	title	-	sg
king	title	-	m,sg
queen	title	-	f,sg
prince	title	-	m,sg
princess	title	-	f,sg
duke	title	-	m,sg
duchess	title	-	f,sg
earl	title	-	m,sg
count	title	-	m,sg
baron	title	-	m,sg
baroness	title	-	f,sg
pope	title	-	m,sg
cardinal	title	-	m,sg
archbishop	title	-	m,sg
bishop	title	-	sg
rabbi	title	-	sg
imam	title	-	m,sg
sheikh	title	-	m,sg
ayatollah	title	-	m,sg
emperor	title	-	m,sg
ambassador	title	-	sg
councillor	title	-	sg
councilman	title	-	m,sg
councilwoman	title	-	f,sg
speaker	title	-	sg
chairman	title	-	m,sg
coach	title	-	sg

# other abbreviations: without their last stop
inc	abbr
corp	abbr
co	abbr
ltd	abbr
llc	abbr
plc	abbr
bros	abbr
jr	abbr
sr	abbr
esq	abbr
sq	abbr
apt	abbr
bldg	abbr
no	abbr
nos	abbr
vol	abbr
vols	abbr
p	abbr
pp	abbr
ch	abbr
chap	abbr
fig	abbr
figs	abbr
eq	abbr
ed	abbr
eds	abbr
est	abbr
approx	abbr
ca	abbr
al	abbr
misc	abbr
avg	abbr
tel	abbr
ext	abbr
ph.d	abbr
m.d	abbr
b.a	abbr
m.a	abbr
b.sc	abbr
m.sc	abbr
d.phil	abbr
ll.b	abbr
r.n	abbr
u.s	abbr
u.s.a	abbr
u.k	abbr
u.n	abbr
u.a.e	abbr
e.u	abbr
d.c	abbr
n.y	abbr
l.a	abbr
n.j	abbr
i.e	abbr
e.g	abbr
r.i.p	abbr
a.k.a	abbr
p.s	abbr
q.v	abbr
calif	abbr
fla	abbr
conn	abbr
mich	abbr
minn	abbr
penn	abbr
pa	abbr
va	abbr
ariz	abbr
ga	abbr
kan	abbr
ky	abbr
md	abbr
mo	abbr
mont	abbr
neb	abbr
nev	abbr
okla	abbr
tenn	abbr
tex	abbr
vt	abbr
wyo	abbr
ont	abbr
que	abbr
cf	abbr,prep
vs	abbr,prep
v	abbr,prep
viz	abbr,prep
dept	abbr,orgnoun
univ	abbr,orgnoun
assn	abbr,orgnoun
assoc	abbr,orgnoun
ave	abbr,placenoun
blvd	abbr,placenoun
rd	abbr,placenoun
hwy	abbr,placenoun
etc	abbr,adv
p.m	abbr,adv
a.m	abbr,adv
