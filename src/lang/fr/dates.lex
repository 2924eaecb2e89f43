# Words of dates and times, for model/tag_date.c.  Lemmas with @ name what a
# word does in the grammar:
#	@hour heures  @daypart matin  @noon midi  @zone GMT  @local locale
#	@at vers (an hour follows)  @last dernier  @century siècle  @ordinal er
#	@inner du (inside 5 heures du matin)
janvier	month	janvier
février	month	février
fevrier	month	février
mars	month	mars
avril	month	avril
mai	month	mai
juin	month	juin
juillet	month	juillet
août	month	août
aout	month	août
septembre	month	septembre
octobre	month	octobre
novembre	month	novembre
décembre	month	décembre
decembre	month	décembre
janv	month	janvier
janv	abbr
févr	month	février
févr	abbr
juil	month	juillet
juil	abbr
oct	month	octobre
oct	abbr
nov	month	novembre
nov	abbr
déc	month	décembre
déc	abbr
lundi	weekday
mardi	weekday
mercredi	weekday
jeudi	weekday
vendredi	weekday
samedi	weekday
dimanche	weekday
premier	numword	1
deux	numword	2
trois	numword	3
quatre	numword	4
cinq	numword	5
six	numword	6
sept	numword	7
huit	numword	8
neuf	numword	9
dix	numword	10
onze	numword	11
douze	numword	12
treize	numword	13
quatorze	numword	14
quinze	numword	15
seize	numword	16
vingt	numword	20
trente	numword	30
heure	dateword	@hour
heures	dateword	@hour
h	dateword	@hour
matin	dateword	@daypart
soir	dateword	@daypart
après-midi	dateword	@daypart
nuit	dateword	@daypart
midi	dateword	@noon
minuit	dateword	@noon
gmt	dateword	@zone
utc	dateword	@zone
cet	dateword	@zone
locale	dateword	@local
locales	dateword	@local
française	dateword	@local
belge	dateword	@local
à	dateword	@at
vers	dateword	@at
dès	dateword	@at
avant	dateword	@at
après	dateword	@at
depuis	dateword	@at
jusqu'à	dateword	@at
entre	dateword	@at
et	dateword	@at
dernier	dateword	@last
derniers	dateword	@last
prochain	dateword	@last
siècle	dateword	@century
siècles	dateword	@century
er	dateword	@ordinal
du	dateword	@inner
de	dateword	@inner
la	dateword	@inner
l'	dateword	@inner
