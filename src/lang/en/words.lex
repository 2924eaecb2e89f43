# Words that the cue grammar names and no other file of this folder has.
abc	medianoun	abc	named
account	noun	account
adamant	adj	adamant
afp	medianoun	afp	named
afraid	adj	afraid
age	noun	age
alarmed	adj	alarmed
ansa	medianoun	ansa	named
anxious	adj	anxious
ap	medianoun	ap	named
bbc	medianoun	bbc	named
bloomberg	medianoun	bloomberg	named
breitbart	medianoun	breitbart	named
call	noun	call
calls	noun	calls
cbs	medianoun	cbs	named
certain	adj	certain
cnn	medianoun	cnn	named
comment	noun	comment
concerned	adj	concerned
confident	adj	confident
convinced	adj	convinced
court	noun	court
criteria	noun	criteria
delighted	adj	delighted
disappointed	adj	disappointed
dollars	noun	dollars
dpa	medianoun	dpa	named
euros	noun	euros
example	noun	example
experience	noun	experience
eyes	noun	eyes
facebook	medianoun	facebook	named
fact	noun	fact
fears	noun	fears
fox	medianoun	fox	named
glad	adj	glad
guardian	medianoun	guardian	named
hand	noun	hand
happy	adj	happy
hopeful	adj	hopeful
instagram	medianoun	instagram	named
instance	noun	instance
itv	medianoun	itv	named
judgement	noun	judgement
judgment	noun	judgment
last	adj	last
law	noun	law
linkedin	medianoun	linkedin	named
mind	noun	mind
msnbc	medianoun	msnbc	named
nbc	medianoun	nbc	named
need	noun	need
needs	noun	needs
npr	medianoun	npr	named
nytimes	medianoun	nytimes	named
opinion	noun	opinion
opposed	adj	opposed
orders	noun	orders
part	noun	part
people	noun	people
plan	noun	plan
plans	noun	plans
politico	medianoun	politico	named
proud	adj	proud
ready	adj	ready
reason	noun	reason
reasons	noun	reasons
reckoning	noun	reckoning
reddit	medianoun	reddit	named
relieved	adj	relieved
reports	noun	reports
request	noun	request
reuters	medianoun	reuters	named
rules	noun	rules
rumor	noun	rumor
rumors	noun	rumors
rumour	noun	rumour
rumours	noun	rumours
sceptical	adj	sceptical
schedule	noun	schedule
size	noun	size
skeptical	adj	skeptical
sky	medianoun	sky	named
snapchat	medianoun	snapchat	named
sorry	adj	sorry
standards	noun	standards
sure	adj	sure
talk	noun	talk
tass	medianoun	tass	named
telegram	medianoun	telegram	named
tiktok	medianoun	tiktok	named
time	noun	time
times	noun	times
turn	noun	turn
twitter	medianoun	twitter	named
type	noun	type
unavailable	adj	unavailable
unconfirmed	adj	unconfirmed
unimpressed	adj	unimpressed
view	noun	view
wary	adj	wary
whatsapp	medianoun	whatsapp	named
willing	adj	willing
words	noun	words
worried	adj	worried
x	medianoun	x	named
xinhua	medianoun	xinhua	named
youtube	medianoun	youtube	named
relief	noun
confidence	noun
doubts	noun
concern	noun
estimate	noun
evidence	noun
clear	adj
tribute	noun
concerns	noun
frustration	noun
regret	noun
blame	noun
critical	adj	critical
impressed	adj	impressed
unconvinced	adj	unconvinced
dazzled	adj	dazzled
supportive	adj	supportive
optimistic	adj	optimistic
pessimistic	adj	pessimistic
unhappy	adj	unhappy
angry	adj	angry
pleased	adj	pleased
grateful	adj	grateful
down	adv
aside	adv
legend	noun
reply	noun
response	noun
