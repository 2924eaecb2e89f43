# Words that the cue grammar names and no other file of this folder has.
abord	noun
acronyme	noun
afp	medianoun	afp	named
afp-services	medianoun	afp-services	named
an	noun
année	noun
années	noun
ans	noun
ansa	medianoun	ansa	named
appels	noun
article	noun
articles	noun
aveu	noun
avis	noun
barème	noun
bbc	medianoun	bbc	named
belga	medianoun	belga	named
besoin	noun
besoins	noun
bfmtv	medianoun	bfmtv	named
bloomberg	medianoun	bloomberg	named
bruit	noun
but	noun
calendrier	noun
cas	noun
cause	noun
certain	adj	certain	m,sg
certaine	adj	certain	f,sg
certaines	adj	certain	f,pl
certains	adj	certain	m,pl
choqué	adj	choqué	m,sg
choquée	adj	choqué	f,sg
choquées	adj	choqué	f,pl
choqués	adj	choqué	m,pl
circonstance	noun
circonstances	noun
cnn	medianoun	cnn	named
commentaire	noun
confiant	adj	confiant	m,sg
confiante	adj	confiant	f,sg
confiantes	adj	confiant	f,pl
confiants	adj	confiant	m,pl
conséquent	noun
content	adj	content	m,sg
contente	adj	content	f,sg
contentes	adj	content	f,pl
contents	adj	content	m,pl
contraire	noun
convaincu	adj	convaincu	m,sg
convaincue	adj	convaincu	f,sg
convaincues	adj	convaincu	f,pl
convaincus	adj	convaincu	m,pl
coup	noun
critique	adj	critique	f,sg
critique	adj	critique	m,sg
critiques	adj	critique	f,pl
critiques	adj	critique	m,pl
critère	noun
critères	noun
côté	noun
degré	noun
dernier	adj
derniers	adj
dernière	adj
dernières	adj
deuxième	adj
disposé	adj	disposé	m,sg
disposée	adj	disposé	f,sg
disposées	adj	disposé	f,pl
disposés	adj	disposé	m,pl
doigt	noun
dollar	noun
dollars	noun
dpa	medianoun	dpa	named
déclaration	noun
désolé	adj	désolé	m,sg
désolée	adj	désolé	f,sg
désolées	adj	désolé	f,pl
désolés	adj	désolé	m,pl
déterminé	adj	déterminé	m,sg
déterminée	adj	déterminé	f,sg
déterminées	adj	déterminé	f,pl
déterminés	adj	déterminé	m,pl
détour	noun
déçu	adj	déçu	m,sg
déçue	adj	déçu	f,sg
déçues	adj	déçu	f,pl
déçus	adj	déçu	m,pl
efe	medianoun	efe	named
effet	noun
emblée	noun
esprit	noun
euro	noun
europe1	medianoun	europe1	named
euros	noun
exemple	noun
facebook	medianoun	facebook	named
faux	noun
favorable	adj	favorable	f,sg
favorable	adj	favorable	m,sg
favorables	adj	favorable	f,pl
favorables	adj	favorable	m,pl
fier	adj	fier	m,sg
fiers	adj	fier	m,pl
figaro	medianoun	figaro	named
fière	adj	fier	f,sg
fières	adj	fier	f,pl
foi	noun
fois	noun
formule	noun
foulée	noun
franceinfo	medianoun	franceinfo	named
francetvinfo	medianoun	francetvinfo	named
garde	noun
goût	noun
grief	noun
heure	noun
heures	noun
heureuse	adj	heureux	f,sg
heureuses	adj	heureux	f,pl
heureux	adj	heureux	m,pl
heureux	adj	heureux	m,sg
hostile	adj	hostile	f,sg
hostile	adj	hostile	m,sg
hostiles	adj	hostile	f,pl
hostiles	adj	hostile	m,pl
idée	noun
illégal	adj	illégal	m,sg
illégale	adj	illégal	f,sg
illégales	adj	illégal	f,pl
illégaux	adj	illégal	m,pl
inquiet	adj	inquiet	m,sg
inquiets	adj	inquiet	m,pl
inquiète	adj	inquiet	f,sg
inquiètes	adj	inquiet	f,pl
instagram	medianoun	instagram	named
instant	noun
instruction	noun
inverse	noun
joignable	adj	joignable	f,sg
joignable	adj	joignable	m,sg
joignables	adj	joignable	f,pl
joignables	adj	joignable	m,pl
jour	noun
jours	noun
lci	medianoun	lci	named
libération	medianoun	libération	named
linkedin	medianoun	linkedin	named
loi	noun
lois	noun
légende	noun
maintes	noun
mediafax	medianoun	mediafax	named
mediapart	medianoun	mediapart	named
million	noun
millions	noun
modalité	noun
modalités	noun
mois	noun
moment	noun
monde	medianoun	monde	named
muet	adj	muet	m,sg
muets	adj	muet	m,pl
muette	adj	muet	f,sg
muettes	adj	muet	f,pl
méthode	noun
méthodes	noun
nature	noun
nouveau	noun
objectif	noun
objet	noun
opposé	adj	opposé	m,sg
opposée	adj	opposé	f,sg
opposées	adj	opposé	f,pl
opposés	adj	opposé	m,pl
parisien	medianoun	parisien	named
part	noun
partie	noun
personne	noun
persuadé	adj	persuadé	m,sg
persuadée	adj	persuadé	f,sg
persuadées	adj	persuadé	f,pl
persuadés	adj	persuadé	m,pl
premier	adj
première	adj
principe	noun
principes	noun
prochain	noun
prochaine	noun
prochaines	noun
prochains	noun
procédure	noun
préalable	noun
préoccupé	adj	préoccupé	m,sg
préoccupée	adj	préoccupé	f,sg
préoccupées	adj	préoccupé	f,pl
préoccupés	adj	préoccupé	m,pl
prêt	adj	prêt	m,sg
prête	adj	prêt	f,sg
prêtes	adj	prêt	f,pl
prêts	adj	prêt	m,pl
quant	noun
raison	noun
raisons	noun
ravi	adj	ravi	m,sg
ravie	adj	ravi	f,sg
ravies	adj	ravi	f,pl
ravis	adj	ravi	m,pl
reprises	noun
reuters	medianoun	reuters	named
revanche	noun
rfi	medianoun	rfi	named
rtbf	medianoun	rtbf	named
rtl	medianoun	rtl	named
rts	medianoun	rts	named
règle	noun
règles	noun
région	noun
régions	noun
réponse	noun
réservé	adj	réservé	m,sg
réservée	adj	réservé	f,sg
réservées	adj	réservé	f,pl
réservés	adj	réservé	m,pl
saison	noun
saisons	noun
satisfait	adj	satisfait	m,sg
satisfaite	adj	satisfait	f,sg
satisfaites	adj	satisfait	f,pl
satisfaits	adj	satisfait	m,pl
sceptique	adj	sceptique	f,sg
sceptique	adj	sceptique	m,sg
sceptiques	adj	sceptique	f,pl
sceptiques	adj	sceptique	m,pl
scénario	noun
semaine	noun
semaines	noun
sexe	noun
snapchat	medianoun	snapchat	named
soulagé	adj	soulagé	m,sg
soulagée	adj	soulagé	f,sg
soulagées	adj	soulagé	f,pl
soulagés	adj	soulagé	m,pl
source	noun
stade	noun
substance	noun
suite	noun
sujet	noun
surpris	adj	surpris	m,pl
surpris	adj	surpris	m,sg
surprise	adj	surpris	f,sg
surprises	adj	surpris	f,pl
sûr	adj	sûr	m,sg
sûre	adj	sûr	f,sg
sûres	adj	sûr	f,pl
sûrs	adj	sûr	m,pl
tableau	noun
taille	noun
tass	medianoun	tass	named
telegram	medianoun	telegram	named
temps	noun
tf1	medianoun	tf1	named
tiktok	medianoun	tiktok	named
titre	noun
tort	noun
touche	noun
tour	noun
troisième	adj
twitter	medianoun	twitter	named
type	noun
types	noun
whatsapp	medianoun	whatsapp	named
x	medianoun	x	named
xinhua	medianoun	xinhua	named
yeux	noun
youtube	medianoun	youtube	named
âge	noun
époque	noun
état	noun
auprès	prep
particulier	noun
juste	adj
dires	noun
contrairement	adv
utile	adj
