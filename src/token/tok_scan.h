/*
 * tok_scan.h
 *	  The two passes of tok_document: tokens, then sentences.
 */
#ifndef TOK_SCAN_H
#define TOK_SCAN_H

#include "token/tok.h"

/* Fills all of doc but the sentences. */
extern void tok_scan(const Lexicon *lex, const char *text, size_t len, TokDoc *doc);

/* Fills the sentences and the flags that mark them. */
extern void tok_sentences(TokDoc *doc);

/* Words that begin a sentence rather than go on with a name. */
#define TOK_FUNCTION_WORD \
	(LEX_BIT(DET) | LEX_BIT(PREP) | LEX_BIT(CONJ) | LEX_BIT(SUBCONJ) | \
	 LEX_BIT(COMP) | LEX_BIT(PRON) | LEX_BIT(REL) | LEX_BIT(NEG) | \
	 LEX_BIT(AUX) | LEX_BIT(MODAL) | LEX_BIT(ADV) | LEX_BIT(ELISION) | LEX_BIT(COMMON))

#endif							/* TOK_SCAN_H */
