# A language of a few words, for the unit tests: elisions and clitics of its own.
le	det,common	-	m,sg
la	det,common	le	f,sg
ka'	elision
ka'zum	whole
-zu	clitic	zu
-n-zu	clitic	zu
'x	clitic
zu	pron,common	-	p3,sg
dit	verb	dire	ind,pres,p3,sg
dit	verb	dire	ind,past,p3,sg
dr	title,abbr	docteur	sg
etc	abbr,adv
bd	abbr,placenoun
pla-zu	noun
élan	noun	-	m,sg
