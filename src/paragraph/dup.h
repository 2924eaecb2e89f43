/*
 * dup.h
 *	  How much two texts have in common, and which paragraphs of a document
 *	  are nearly the same.
 */
#ifndef DUP_H
#define DUP_H

#include "core.h"
#include "paragraph/par.h"

/*
 * A text as the comparisons see it: two sets of 64-bit hashes, each sorted
 * and without repetition.  {0} is fit for dup_read; memory is used again by
 * the next dup_read.
 */
typedef struct DupText
{
	uint64_t   *shingle;		/* two consecutive words of the normalised text */
	size_t		nshingle;
	uint64_t   *number;			/* numbers of the text as it stands */
	size_t		nnumber;
	size_t		shingle_cap;
	size_t		number_cap;
	UniBuf		folded;
	uint64_t   *scratch;
	size_t		scratch_cap;
} DupText;

extern void dup_read(DupText *t, const char *text, size_t len);
extern void dup_free(DupText *t);

/* Sizes of intersections, by merging. */
extern size_t dup_common(const uint64_t *a, size_t na, const uint64_t *b, size_t nb);

/* Jaccard of the shingles; 0 where a text has none. */
extern float dup_resemblance(const DupText *a, const DupText *b);

/* Share of a's shingles that b holds; 0 where a has none. */
extern float dup_containment(const DupText *a, const DupText *b);

/*
 * The number guard: whether each text holds two numbers or more that the
 * other lacks, so that they are two uses of one template and no duplicates.
 */
extern bool dup_guard(const uint64_t *a, size_t na, const uint64_t *b, size_t nb);

/* Resemblance of threshold or more, and no objection from the guard. */
extern bool dup_near(const DupText *a, const DupText *b, float threshold);

/* Sort n hashes and drop repetitions, with n more of scratch; returns how many stay. */
extern size_t dup_sort(uint64_t *v, size_t n, uint64_t *scratch);

/*
 * Which paragraph of a document repeats which earlier one: equal fingerprints
 * where threshold is 1, near duplicates too below.
 */
typedef struct DupParagraph
{
	uint32_t	original;		/* ordinal (from 1) of what it repeats, or its own */
	float		similarity;
} DupParagraph;

/* Returns the number of paragraphs; (*found)[ordinal - 1] is from core_alloc. */
extern size_t dup_document(const char *text, size_t len, float threshold, DupParagraph **found);

/* dup_document as par_dedup: text without what repeats, appended to out. */
extern size_t dup_dedup(const char *text, size_t len, float threshold, UniBuf *out);

/*
 * Signature of a text for look-ups: DUP_BANDS keys, of which two texts with
 * resemblance r share at least one with probability 1 - (1 - r^3)^20.
 * Returns DUP_BANDS, or 0 where the text has no shingle.
 */
#define DUP_BANDS	20
extern int	dup_keys(const DupText *t, uint32_t keys[DUP_BANDS]);

/* The values that the keys are made of; false where the text has no shingle. */
#define DUP_BINS	60
extern bool dup_signature(const DupText *t, uint32_t value[DUP_BINS]);
extern void dup_bands(const uint32_t value[DUP_BINS], uint32_t keys[DUP_BANDS]);

/*
 * Two bits of each value, to tell in memory which pairs that share a key are
 * not worth a comparison.
 */
typedef struct DupSketch
{
	uint64_t	low;
	uint64_t	high;
} DupSketch;

extern DupSketch dup_sketch(const uint32_t value[DUP_BINS]);

/* In how many values the two agree, as far as the sketches tell. */
extern int	dup_sketch_common(const DupSketch *a, const DupSketch *b);

/*
 * Fewer than this have 1 in 1,000 pairs that share a key and resemble by r,
 * where the smaller has nshingle shingles.
 */
extern int	dup_sketch_least(double r, size_t nshingle);

#endif							/* DUP_H */
