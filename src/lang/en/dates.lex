# Words of dates and times, for model/tag_date.c: see ../fr/dates.lex.
# Months and days of the week are written with a capital: named.
january	month	january	named
february	month	february	named
march	month	march	named
april	month	april	named
may	month	may	named
june	month	june	named
july	month	july	named
august	month	august	named
september	month	september	named
october	month	october	named
november	month	november	named
december	month	december	named
jan	month	january	named
jan	abbr
feb	month	february	named
feb	abbr
mar	month	march	named
mar	abbr
apr	month	april	named
apr	abbr
jun	month	june	named
jun	abbr
jul	month	july	named
jul	abbr
aug	month	august	named
aug	abbr
sep	month	september	named
sep	abbr
sept	month	september	named
sept	abbr
oct	month	october	named
oct	abbr
nov	month	november	named
nov	abbr
dec	month	december	named
dec	abbr
monday	weekday	monday	named
tuesday	weekday	tuesday	named
wednesday	weekday	wednesday	named
thursday	weekday	thursday	named
friday	weekday	friday	named
saturday	weekday	saturday	named
sunday	weekday	sunday	named
one	numword	1
two	numword	2
three	numword	3
four	numword	4
five	numword	5
six	numword	6
seven	numword	7
eight	numword	8
nine	numword	9
ten	numword	10
eleven	numword	11
twelve	numword	12
first	numword	1
second	numword	2
third	numword	3
am	dateword	@meridiem
a.m	dateword	@meridiem
pm	dateword	@meridiem
p.m	dateword	@meridiem
o'clock	dateword	@meridiem
noon	dateword	@noon
midnight	dateword	@noon
gmt	dateword	@zone
utc	dateword	@zone
bst	dateword	@zone
est	dateword	@zone
edt	dateword	@zone
cet	dateword	@zone
cest	dateword	@zone
aest	dateword	@zone
sast	dateword	@zone
pst	dateword	@zone
century	dateword	@century
centuries	dateword	@century
st	dateword	@ordinal
nd	dateword	@ordinal
rd	dateword	@ordinal
th	dateword	@ordinal
of	dateword	@of
in	dateword	@in
since	dateword	@in
until	dateword	@in
by	dateword	@in
last	dateword	@in
next	dateword	@in
this	dateword	@in
from	dateword	@in
to	dateword	@in
early	dateword	@in
late	dateword	@in
