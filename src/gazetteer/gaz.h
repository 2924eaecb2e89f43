/*
 * gaz.h
 *	  The user's own names: a dictionary of names compiled into one block of
 *	  bytes, and its matcher.
 *
 * A gazetteer is built once from rows (surface, kind, name, ref), lives in a
 * table as one varlena, and is matched where it lies: opening it sets a few
 * pointers and reads nothing but its head.  gaz_layout.h draws the bytes.
 *
 * What matches what.  Names and documents are cut into words by the same
 * walker (gaz_word.c) and folded by uni_fold, so that they agree by
 * construction: "Val d'Or" is found in "Val-d’Or" and "l'ONU" holds "ONU",
 * but "Jean-Luc" is not in "Jean-Lucien".  Beyond equal words:
 *	- A surface that is all capitals and of up to 4 letters matches in
 *	  capitals only: "ETA" is not in "été", nor "OMS" in "oms".
 *	- Words with a break between them make no name, unless the surface has a
 *	  break there too: "Val, Or" is no "Val-d'Or", and "Il vit à New. York"
 *	  holds no "New York".
 *	- A symbol that begins or ends a surface (+ # @ $ % and currencies) must
 *	  be there: "Canal+" is not in "le canal".  Other punctuation there may
 *	  lack, and belongs to the match where it does not: "Yahoo!".
 */
#ifndef GAZ_H
#define GAZ_H

#include "core.h"
#include "text/uni.h"

/* A surface has at most so many words: bounds the work at each word of a text. */
#define GAZ_MAX_WORDS	255

/* What may be wrong with a row or with stored bytes; the glue owns the words. */
typedef enum GazStatus
{
	GAZ_OK = 0,
	GAZ_NO_WORD,				/* surface without letter or digit */
	GAZ_MANY_WORDS,				/* more than GAZ_MAX_WORDS */
	GAZ_KIND,					/* kind is no [A-Z][A-Z0-9_]* */
	GAZ_TOO_LARGE,				/* result would exceed 1 GB */
	GAZ_DAMAGED,				/* stored bytes are none of ours */
	GAZ_VERSION					/* stored bytes of another format version */
} GazStatus;

/* ----------------------------------------------------------------- building */

typedef struct GazBuilder GazBuilder;

/* The builder keeps to the memory that is current at each call of add. */
extern GazBuilder *gaz_builder(void);

/*
 * Add a row; all text is copied.  name NULL: as the surface.  ref may be NULL.
 * A row that was not GAZ_OK leaves no trace.
 */
extern GazStatus gaz_add(GazBuilder *b, const char *surface, size_t surface_len,
						 const char *kind, size_t kind_len,
						 const char *name, size_t name_len,
						 const char *ref, size_t ref_len);

/* Add all rows of another builder. */
extern GazStatus gaz_add_all(GazBuilder *b, const GazBuilder *other);

extern size_t gaz_added(const GazBuilder *b);

/*
 * Compile: *bytes is allocated, its first 4 bytes are for a varlena header and
 * zero.  Equal sets of rows give equal bytes, whatever their order; equal rows
 * count once.  The builder stays as it is and may take further rows.
 */
extern GazStatus gaz_build(const GazBuilder *b, void **bytes, size_t *len);

extern void gaz_builder_free(GazBuilder *b);

/* ------------------------------------------------------------------ reading */

typedef struct GazEdge GazEdge;
typedef struct GazNode GazNode;

/* Pointers into the bytes, which must stay. */
typedef struct GazDict
{
	const uint32_t *first;		/* filters */
	const uint32_t *later;
	uint32_t	first_mask;		/* number of bits less one */
	uint32_t	later_mask;
	uint32_t	nbuckets;
	const uint32_t *bucket;		/* nbuckets + 1 */
	const GazEdge *edge;		/* bucket[nbuckets] */
	const GazNode *node;
	uint32_t	nedges;
	uint32_t	nnodes;
	uint32_t	nkinds;
	const uint32_t *kind;		/* nkinds + 1 offsets into kind_text */
	const char *kind_text;
	const unsigned char *rows;
	uint32_t	rows_len;
	uint32_t	nrows;
	uint64_t	seed;
} GazDict;

/* bytes is aligned to 4, and begins with the varlena header. */
extern GazStatus gaz_open(GazDict *dict, const void *bytes, size_t len);

typedef struct GazRow
{
	const char *surface;
	const char *kind;
	const char *name;
	const char *ref;			/* NULL if none */
	uint32_t	surface_len;
	uint32_t	kind_len;
	uint32_t	name_len;
	uint32_t	ref_len;
	uint8_t		flags;			/* GAZ_ROW_* of gaz_layout.h */
	uint8_t		nwords;
	uint8_t		check;
	uint32_t	next;			/* where the next row begins */
} GazRow;

/* The i-th row as it was added; its flags and what follows them are not set. */
extern void gaz_added_row(const GazBuilder *b, size_t i, GazRow *row);

/* The row that begins at an offset; the first is at 0, the end is rows_len. */
extern GazStatus gaz_row(const GazDict *dict, uint32_t at, GazRow *row);

/* ----------------------------------------------------------------- matching */

typedef enum GazOverlaps
{
	GAZ_LONGEST,				/* leftmost, then longest, none within another */
	GAZ_ALL						/* every row that matches, wherever */
} GazOverlaps;

typedef struct GazMatch
{
	uint32_t	byte;			/* of the document */
	uint32_t	len;
	uint32_t	chr;
	uint32_t	nchr;
	GazRow		row;
} GazMatch;

typedef struct GazMatcher GazMatcher;

/*
 * One pass over a document.  Matches come by start; of one start those of most
 * words first, and rows of the same words, which may differ in punctuation, in
 * the order of the dictionary.  GAZ_LONGEST
 * gives of such rows the one that takes in most punctuation of the document,
 * then one spelt exactly as in the document, then the first.
 */
extern GazMatcher *gaz_matcher(const GazDict *dict, const char *doc, size_t len,
							   GazOverlaps overlaps);

/* Next match; false at the end or if *status is not GAZ_OK. */
extern bool gaz_next(GazMatcher *m, GazMatch *match, GazStatus *status);
extern void gaz_matcher_free(GazMatcher *m);

#endif							/* GAZ_H */
