/*
 * par.h
 *	  Paragraphs of a document: where they are, what they are worth, which
 *	  of them repeat.
 */
#ifndef PAR_H
#define PAR_H

#include "core.h"

/* One paragraph, without the white space around it. */
typedef struct ParSpan
{
	uint64_t	byte;			/* first byte */
	uint64_t	len;			/* bytes */
	uint64_t	chr;			/* first character, from 0 */
	uint64_t	nchr;			/* characters */
	uint64_t	fingerprint;
	uint64_t	words;
	uint64_t	gap;			/* byte where the white space or break before it begins */
} ParSpan;

/* Iterator over the paragraphs of a text; holds no memory. */
typedef struct ParIter
{
	const char *text;
	size_t		len;
	size_t		pos;			/* byte */
	size_t		chr;			/* character */
	bool		by_line;		/* no break in the whole text: one paragraph per line */
	bool		counting;		/* fill chr and nchr */
	bool		hashing;		/* fill fingerprint and words */
} ParIter;

extern void par_begin(ParIter *it, const char *text, size_t len);
extern bool par_next(ParIter *it, ParSpan *span);

#endif							/* PAR_H */
