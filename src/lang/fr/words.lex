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
adresse	noun	adresse	sg,f
amorce	noun	amorce	sg,f
arme	noun	arme	sg,f
attache	noun	attache	sg,f
avarie	noun	avarie	sg,f
balade	noun	balade	sg,f
blague	noun	blague	sg,f
borne	noun	borne	sg,f
botte	noun	botte	sg,f
boucle	noun	boucle	sg,f
brise	noun	brise	sg,f
cache	noun	cache	sg,f
cale	noun	cale	sg,f
caresse	noun	caresse	sg,f
casse	noun	casse	sg,f
ceinture	noun	ceinture	sg,f
censure	noun	censure	sg,f
cible	noun	cible	sg,f
clique	noun	clique	sg,f
clôture	noun	clôture	sg,f
colle	noun	colle	sg,f
console	noun	console	sg,f
copie	noun	copie	sg,f
couche	noun	couche	sg,f
coule	noun	coule	sg,f
coupe	noun	coupe	sg,f
couronne	noun	couronne	sg,f
croise	noun	croise	sg,f
danse	noun	danse	sg,f
date	noun	date	sg,f
demeure	noun	demeure	sg,f
dote	noun	dote	sg,f
découpe	noun	découpe	sg,f
dérive	noun	dérive	sg,f
embauche	noun	embauche	sg,f
entrave	noun	entrave	sg,f
excuse	noun	excuse	sg,f
finance	noun	finance	sg,f
flotte	noun	flotte	sg,f
gage	noun	gage	sg,f
gare	noun	gare	sg,f
glace	noun	glace	sg,f
greffe	noun	greffe	sg,f
gêne	noun	gêne	sg,f
hypothèque	noun	hypothèque	sg,f
hâte	noun	hâte	sg,f
influence	noun	influence	sg,f
intrigue	noun	intrigue	sg,f
invite	noun	invite	sg,f
jauge	noun	jauge	sg,f
joue	noun	joue	sg,f
mine	noun	mine	sg,f
mêlée	noun	mêlée	sg,f
mêlées	noun	mêlée	pl,f
nuance	noun	nuance	sg,f
orbite	noun	orbite	sg,f
panique	noun	panique	sg,f
pique	noun	pique	sg,f
pointe	noun	pointe	sg,f
pousse	noun	pousse	sg,f
prime	noun	prime	sg,f
procure	noun	procure	sg,f
pêche	noun	pêche	sg,f
querelle	noun	querelle	sg,f
rate	noun	rate	sg,f
ravage	noun	ravage	sg,f
relève	noun	relève	sg,f
remarque	noun	remarque	sg,f
remise	noun	remise	sg,f
remises	noun	remise	pl,f
remontée	noun	remontée	sg,f
remontées	noun	remontée	pl,f
retraite	noun	retraite	sg,f
ruine	noun	ruine	sg,f
réforme	noun	réforme	sg,f
saute	noun	saute	sg,f
serre	noun	serre	sg,f
sonde	noun	sonde	sg,f
soude	noun	soude	sg,f
structure	noun	structure	sg,f
sèche	noun	sèche	sg,f
table	noun	table	sg,f
taxe	noun	taxe	sg,f
tempête	noun	tempête	sg,f
tente	noun	tente	sg,f
terre	noun	terre	sg,f
tombe	noun	tombe	sg,f
tourne	noun	tourne	sg,f
tranche	noun	tranche	sg,f
trempe	noun	trempe	sg,f
triche	noun	triche	sg,f
trompe	noun	trompe	sg,f
vanne	noun	vanne	sg,f
ébauche	noun	ébauche	sg,f
éclipse	noun	éclipse	sg,f
écoute	noun	écoute	sg,f
épargne	noun	épargne	sg,f
épingle	noun	épingle	sg,f
étoffe	noun	étoffe	sg,f
blâme	noun	blâme	sg,m
comble	noun	comble	sg,m
divorce	noun	divorce	sg,m
incendie	noun	incendie	sg,m
interprète	noun	interprète	sg,m
liquide	noun	liquide	sg,m
manifeste	noun	manifeste	sg,m
murmure	noun	murmure	sg,m
orchestre	noun	orchestre	sg,m
peuple	noun	peuple	sg,m
piège	noun	piège	sg,m
reproche	noun	reproche	sg,m
règne	noun	règne	sg,m
sabre	noun	sabre	sg,m
faveur	noun
ici	adv
longue	adj
propre	adj
