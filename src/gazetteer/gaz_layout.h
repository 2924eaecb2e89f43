/*
 * gaz_layout.h
 *	  The bytes of a gazetteer, and the hash that finds its way in them.
 *
 * Idea.  The names, as sequences of folded words, form a trie whose edges are
 * words; chains without a branch are one edge.  No node has a place or a
 * number that a text must know: an edge is found by the hash of all words
 * from the start of the name up to the first word of the edge.  So reading
 * the trie is one look-up in one hash table per edge, every offset is
 * relative, and the bytes work wherever they are mapped or copied to.
 *
 *	head | first | later | bucket[nbuckets + 1] | edge[nedges] |
 *	node[nnodes] | kind[nkinds + 1] | kind text | rows
 *
 * first	a bit for every first word of a name, 8 times as many as there are:
 *			most words of a text cost one look at it
 * later	the same for the edges that do not begin a name.  A text has many
 *			more pairs of words than words, and these bits stay in a cache
 *			where edges would not
 * bucket	where the edges of each bucket begin: bucket = top 32 bits of the
 *			hash, scaled
 * edge		sorted by bucket and tag (low 32 bits of the hash).  No two edges
 *			share bucket and tag (the builder takes another seed if they do),
 *			so a name that is there is always found
 * node		where names branch, or one is the beginning of another
 * kind		kinds in byte order
 * rows		in the order of their folded surface, kind, name, ref, surface, by
 *			bytes.  Of one row: flags, number of words, check (8 more bits of
 *			the hash of all words), kind, surface, [name], [ref]; numbers as
 *			varints, strings after their length.  Row offsets are the only
 *			identity of a row
 *
 * A name of the text's hash is always compared with the text itself.  All
 * numbers are of the machine's byte order; between machines travel the rows
 * (glue/gazetteer.c, send and receive).
 *
 * Cost: 13 to 14 bytes per edge with its bucket and filter, 8 per inner node,
 * about 5 per row.  There are fewer than two edges per name and fewer nodes than names.
 */
#ifndef GAZ_LAYOUT_H
#define GAZ_LAYOUT_H

#include "gazetteer/gaz.h"

#define GAZ_MAGIC		0x315A4147	/* GAZ1: changes with layout, fold or hash */
#define GAZ_MAX_BYTES	0x3fffffff	/* what a varlena can be */

typedef struct GazHead
{
	uint32_t	vl_len;			/* PostgreSQL's */
	uint32_t	magic;
	uint32_t	total;			/* bytes, this head included */
	uint32_t	content[2];		/* hash of all that follows: equal heads, equal values */
	uint32_t	seed;
	uint32_t	nrows;
	uint32_t	first_log;		/* the filters have 1 << log bits, 5 or more */
	uint32_t	later_log;
	uint32_t	nbuckets;		/* 1 or more */
	uint32_t	nedges;
	uint32_t	nnodes;
	uint32_t	nkinds;
	uint32_t	kind_text_len;	/* padded to a multiple of 4 */
	uint32_t	rows_len;
} GazHead;

#define GAZ_LEAF		0x80000000u

struct GazEdge
{
	uint32_t	tag;
	uint32_t	to;				/* GAZ_LEAF + offset of first row, or node */
};

#define GAZ_TERMINAL	0x80000000u

struct GazNode
{
	uint32_t	row;			/* of the name that ends here */
	uint32_t	depth;			/* words, + GAZ_TERMINAL if a name ends here */
};

_Static_assert(sizeof(GazHead) == 60, "head of a gazetteer");
_Static_assert(sizeof(GazEdge) == 8, "edge of a gazetteer");
_Static_assert(sizeof(GazNode) == 8, "node of a gazetteer");

#define GAZ_ROW_LAST	0x01	/* of the rows of one folded surface */
#define GAZ_ROW_CAPS	0x02	/* matches in capitals only */
#define GAZ_ROW_PLAIN	0x04	/* begins and ends with a word */
#define GAZ_ROW_NAME	0x08	/* has a name of its own */
#define GAZ_ROW_REF		0x10	/* has a ref */

/* -------------------------------------------------------------------- words */

/* A word of a text, and what the matcher must know of its surroundings. */
typedef struct GazWord
{
	uint64_t	hash;			/* this and the next two by the matcher */
	uint64_t	first_hash;		/* as a sequence of one word */
	const GazEdge *edge;		/* of that sequence, or NULL */
	uint32_t	byte;
	uint32_t	end_byte;
	uint32_t	chr;
	uint32_t	end_chr;
	uint32_t	fold;			/* offset of its folded bytes */
	uint32_t	fold_len;
	uint32_t	letters;
	bool		caps;			/* no letter that is not upper case */
	bool		broken;			/* a break lies before it */
} GazWord;

typedef struct GazWalk
{
	const char *text;
	const char *end;
	const char *at;
	uint32_t	chr;
	uint32_t	last_chars;		/* characters of the last word */
} GazWalk;

/* Next word; its folded bytes are appended to fold. */
extern bool gaz_walk(GazWalk *walk, UniBuf *fold, GazWord *word);

/* --------------------------------------------------------------------- hash */

static inline uint64_t
gaz_mix(uint64_t h)
{
	h ^= h >> 32;
	h *= UINT64_C(0xd6e8feb86659fd93);
	h ^= h >> 32;
	h *= UINT64_C(0xd6e8feb86659fd93);
	return h ^ (h >> 32);
}

static inline uint64_t
gaz_load8(const char *p)
{
	uint64_t	x;

	memcpy(&x, p, 8);
	return x;
}

static inline uint64_t
gaz_load4(const char *p)
{
	uint32_t	x;

	memcpy(&x, p, 4);
	return x;
}

/* Hash of a folded word (len > 0). */
static inline uint64_t
gaz_hash_word(uint64_t seed, const char *p, size_t len)
{
	uint64_t	h = seed + len * UINT64_C(0x9e3779b97f4a7c15);

	for (; len > 8; p += 8, len -= 8)
		h = (h ^ gaz_load8(p)) * UINT64_C(0xff51afd7ed558ccd) + (h >> 29);
	if (len == 8)
		h ^= gaz_load8(p);
	else if (len >= 4)
		h ^= gaz_load4(p) | gaz_load4(p + len - 4) << 32;
	else
		h ^= (uint64_t) (unsigned char) p[0] | (uint64_t) (unsigned char) p[len / 2] << 8 |
			(uint64_t) (unsigned char) p[len - 1] << 16;
	return gaz_mix(h);
}

/* Hash of a sequence of words from that of all but the last; starts with 0. */
static inline uint64_t
gaz_hash_next(uint64_t sequence, uint64_t word)
{
	return gaz_mix(sequence * 5 + word);
}

static inline uint64_t
gaz_seed(uint32_t seed)
{
	return gaz_mix(seed + UINT64_C(0x67617a6574746521));
}

#define GAZ_TAG(h)			((uint32_t) (h))
#define GAZ_BUCKET(h, n)	((uint32_t) ((((h) >> 32) * (uint64_t) (n)) >> 32))
#define GAZ_CHECK(h)		((uint8_t) ((h) >> 32))
#define GAZ_BIT(h, mask)	((uint32_t) ((h) >> 16) & (mask))

static inline bool
gaz_filter(const uint32_t *filter, uint32_t mask, uint64_t hash)
{
	uint32_t	bit = GAZ_BIT(hash, mask);

	return filter[bit >> 5] >> (bit & 31) & 1;
}

#endif							/* GAZ_LAYOUT_H */
