/*
 * dup_minhash.c
 *	  Keys under which near duplicates find each other in an index.
 *
 * One-permutation MinHash (Li, Owen and Zhang 2012): every shingle falls into
 * one of 60 bins, and the smallest of each bin is its value.  Two texts have
 * the same value in a bin with a probability of their resemblance r.  A bin
 * that stays empty borrows the value of another, which a hash of its number
 * chooses (optimal densification: Shrivastava 2017).  Three bins make a band,
 * 20 bands the keys; texts are candidates when one key is the same, which
 * happens with probability 1 - (1 - r^3)^20:
 *		r		0.2		0.3		0.4		0.5		0.6		0.7		0.8
 *		found	0.15	0.42	0.73	0.931	0.992	0.9998	1.0000
 * Keys are kept in indexes: nothing here may change within a major version.
 */
#include "paragraph/dup.h"

#include <math.h>

#define BINS		DUP_BINS
#define ROWS		(BINS / DUP_BANDS)
#define EMPTY		UINT32_MAX

static inline uint64_t
mix(uint64_t x)
{
	x ^= x >> 32;
	x *= UINT64_C(0xD6E8FEB86659FD93);
	x ^= x >> 32;
	x *= UINT64_C(0xD6E8FEB86659FD93);
	x ^= x >> 32;
	return x;
}

bool
dup_signature(const DupText *t, uint32_t value[DUP_BINS])
{
	uint32_t	low[BINS];

	if (t->nshingle == 0)
		return false;
	for (int b = 0; b < BINS; b++)
		low[b] = EMPTY;
	for (size_t i = 0; i < t->nshingle; i++)
	{
		uint64_t	h = t->shingle[i];
		int			b = (int) (((h >> 32) * BINS) >> 32);
		uint32_t	v = (uint32_t) h;

		/* EMPTY itself is no value */
		if (v == EMPTY)
			v--;
		if (v < low[b])
			low[b] = v;
	}
	for (int b = 0; b < BINS; b++)
	{
		int			from = b;

		for (uint64_t attempt = 1; low[from] == EMPTY; attempt++)
			from = (int) (mix((uint64_t) b << 32 | attempt) % BINS);
		value[b] = low[from];
	}
	return true;
}

int
dup_keys(const DupText *t, uint32_t keys[DUP_BANDS])
{
	uint32_t	value[BINS];

	if (!dup_signature(t, value))
		return 0;
	dup_bands(value, keys);
	return DUP_BANDS;
}

void
dup_bands(const uint32_t value[DUP_BINS], uint32_t keys[DUP_BANDS])
{
	for (int band = 0; band < DUP_BANDS; band++)
	{
		uint64_t	h = (uint64_t) band + 1;

		for (int r = 0; r < ROWS; r++)
			h = mix(h ^ value[band * ROWS + r]);
		keys[band] = (uint32_t) (h >> 32);
	}
}

DupSketch
dup_sketch(const uint32_t value[DUP_BINS])
{
	DupSketch	s = {0, 0};

	for (int b = 0; b < BINS; b++)
	{
		s.low |= (uint64_t) (value[b] & 1) << b;
		s.high |= (uint64_t) (value[b] >> 1 & 1) << b;
	}
	return s;
}

int
dup_sketch_common(const DupSketch *a, const DupSketch *b)
{
	return BINS - __builtin_popcountll((a->low ^ b->low) | (a->high ^ b->high));
}

/*
 * Of a pair that shares a key, three bins are the same; of the others each
 * with probability p = r + (1 - r) / 4.  Three standard deviations below
 * that mean lies 1 pair in 1,000.  With few shingles most bins are borrowed
 * and say the same as others: only the filled ones count as a sample.
 */
int
dup_sketch_least(double r, size_t nshingle)
{
	double		p = r + (1 - r) / 4;
	double		rest = BINS - ROWS;
	double		filled = BINS * (1 - exp(-(double) nshingle / BINS));
	double		deviation = sqrt(rest * p * (1 - p) * BINS / CORE_MAX(filled, 1.0));
	double		least = ROWS + rest * p - 3 * deviation;

	return least < 0 ? 0 : (int) least;
}
