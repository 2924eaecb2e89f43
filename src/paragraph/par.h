/*
 * par.h
 *	  Paragraphs of a document: where they are, what they are worth, which
 *	  of them repeat.
 */
#ifndef PAR_H
#define PAR_H

#include "core.h"
#include "text/uni.h"

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

/* Counting and hashing are on until the caller turns them off. */
extern void par_begin(ParIter *it, const char *text, size_t len);
extern bool par_next(ParIter *it, ParSpan *span);

/*
 * Fingerprints that were seen, each with the ordinal of its first paragraph.
 * {0} is empty.
 */
typedef struct ParSeen
{
	uint64_t   *key;
	uint32_t   *ord;			/* 0: the slot is free */
	size_t		cap;			/* a power of two, or 0 */
	size_t		n;
} ParSeen;

/* The ordinal (from 1) that came with the same key first; ord itself if none. */
extern uint32_t par_seen(ParSeen *seen, uint64_t key, uint32_t ord);

/* The same without adding the key: 0 where it was not seen. */
extern uint32_t par_find(const ParSeen *seen, uint64_t key);
extern void par_seen_free(ParSeen *seen);

/*
 * Text without the paragraphs that repeat an earlier one, appended to out.
 * Returns how many were left out; 0, and nothing appended, where none repeats.
 */
extern size_t par_dedup(const char *text, size_t len, UniBuf *out);

/*
 * For whoever decides by himself which paragraphs go: copy text piece by
 * piece, as par_dedup does.  par_keep is called for each paragraph in order,
 * par_finish behind the last.
 */
typedef struct ParCopy
{
	const char *text;
	size_t		len;
	size_t		from;			/* from here to end it stays and is not yet copied */
	size_t		end;			/* end of the last paragraph that stays */
	bool		dropped;		/* the last paragraph did not stay */
	UniBuf	   *out;
} ParCopy;

extern void par_copy(ParCopy *copy, const char *text, size_t len, UniBuf *out);
extern void par_keep(ParCopy *copy, const ParSpan *span, bool keep);
extern void par_finish(ParCopy *copy);

#endif							/* PAR_H */
