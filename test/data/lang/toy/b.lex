# The same sense again, and a form with two more.
le	det	-	m,sg
le	objpron	-	p3,sg
est	aux	être	ind,pres,p3,sg
