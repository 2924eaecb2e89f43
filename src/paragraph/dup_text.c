/*
 * dup_text.c
 *	  What two texts have in common: shingles, numbers.
 *
 * A shingle is two consecutive words of the normalised text (uni_fold); a
 * text of a single word has that word for its only shingle.  Words are
 * compared by 64-bit hashes: two of a million different shingles are taken
 * for one with a probability of 3 in 100 million.
 *
 * The number guard came out of a study on wire copy: weather, court and
 * stock market reports are written from templates, and two of them resemble
 * each other more than a copy resembles its original, except in the numbers.
 *		Le CAC 40 a cédé 1,35 %, à 4 305,27 points.
 *		Le CAC 40 a cédé 0,82 %, à 4 412,60 points.
 * One number alone may be a correction of the copy.
 */
#include "paragraph/dup.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

/* Seeds and multipliers are part of the keys in indexes: frozen. */
#define WORD_SEED	UINT64_C(0x67617A6574746502)

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

/*
 * By insertion where there are few; else byte by byte from the lowest, which
 * takes the same time whatever the values are.
 */
size_t
dup_sort(uint64_t *v, size_t n, uint64_t *scratch)
{
	size_t		out = 0;

	if (n <= 48)
	{
		for (size_t i = 1; i < n; i++)
		{
			uint64_t	x = v[i];
			size_t		j = i;

			for (; j > 0 && v[j - 1] > x; j--)
				v[j] = v[j - 1];
			v[j] = x;
		}
	}
	else
	{
		for (int shift = 0; shift < 64; shift += 8)
		{
			size_t		at[256] = {0};
			size_t		sum = 0;
			uint64_t   *t;

			core_poll();
			for (size_t i = 0; i < n; i++)
				at[v[i] >> shift & 0xFF]++;
			for (int b = 0; b < 256; b++)
			{
				size_t		c = at[b];

				at[b] = sum;
				sum += c;
			}
			for (size_t i = 0; i < n; i++)
				scratch[at[v[i] >> shift & 0xFF]++] = v[i];
			t = v;
			v = scratch;
			scratch = t;
		}
		/* eight passes: the result is where it was */
	}
	for (size_t i = 0; i < n; i++)
		if (out == 0 || v[out - 1] != v[i])
			v[out++] = v[i];
	return out;
}

static void
push(uint64_t **v, size_t *n, size_t *cap, uint64_t x)
{
	if (*n == *cap)
	{
		size_t		more = *cap ? *cap * 2 : 64;

		*v = core_realloc(*v, more * sizeof(uint64_t));
		*cap = more;
	}
	(*v)[(*n)++] = x;
}

static bool
is_digit(const unsigned char *p, const unsigned char *end)
{
	return p < end && *p >= '0' && *p <= '9';
}

/*
 * At p a group of digits has ended.  If a separator and more digits of the
 * same number follow, where those begin, else NULL.
 *		3,5		12.000		14.01.2016		4 305,27		1'250'000
 * A space or apostrophe only in front of three digits, behind one to three.
 */
static const unsigned char *
number_goes_on(const unsigned char *p, const unsigned char *end, size_t group)
{
	if (p >= end)
		return NULL;
	if (*p == '.' || *p == ',')
		return is_digit(p + 1, end) ? p + 1 : NULL;
	if (group > 3)
		return NULL;
	if (*p == ' ' || *p == '\'')
		p++;
	else if (end - p >= 2 && p[0] == 0xC2 && p[1] == 0xA0)
		p += 2;
	else if (end - p >= 3 && p[0] == 0xE2 && p[1] == 0x80 &&
			 (p[2] == 0xAF || p[2] == 0x89 || p[2] == 0x88 || p[2] == 0x99))
		p += 3;					/* narrow no-break, thin, punctuation space; ’ */
	else
		return NULL;
	return is_digit(p, end) && is_digit(p + 1, end) && is_digit(p + 2, end) &&
		!is_digit(p + 3, end) ? p : NULL;
}

/* The numbers of the text: their digits, without separators and leading zeros. */
static void
read_numbers(DupText *t, const unsigned char *p, const unsigned char *end)
{
	while (p < end)
	{
		uint64_t	h = 0;

		if (!is_digit(p, end))
		{
			p++;
			continue;
		}
		for (;;)
		{
			const unsigned char *start = p;
			const unsigned char *next;

			for (; is_digit(p, end); p++)
				if (h != 0 || *p != '0')
					h = (h + *p - '0' + 1) * UINT64_C(0x9E3779B97F4A7C15);
			next = number_goes_on(p, end, (size_t) (p - start));
			if (next == NULL)
				break;
			p = next;
		}
		CORE_POLL_EVERY(t->nnumber);
		push(&t->number, &t->nnumber, &t->number_cap, mix(h));
	}
}

void
dup_read(DupText *t, const char *text, size_t len)
{
	const char *p;
	const char *end;
	uint64_t	before = 0;
	size_t		nword = 0;
	size_t		most;

	t->nshingle = t->nnumber = 0;
	t->folded.len = 0;
	uni_fold(text, len, &t->folded);

	p = t->folded.data;
	end = p + t->folded.len;
	while (p < end)
	{
		const char *word = p;
		uint64_t	h;

		CORE_POLL_EVERY(nword);
		while (p < end && *p != ' ')
			p++;
		h = XXH3_64bits_withSeed(word, (size_t) (p - word), WORD_SEED);
		if (nword++ > 0)
			push(&t->shingle, &t->nshingle, &t->shingle_cap,
				 mix(before * UINT64_C(0x9E3779B97F4A7C15) + h));
		before = h;
		p++;
	}
	if (nword == 1)
		push(&t->shingle, &t->nshingle, &t->shingle_cap, mix(before));

	read_numbers(t, (const unsigned char *) text, (const unsigned char *) text + len);

	most = CORE_MAX(t->nshingle, t->nnumber);
	if (most > t->scratch_cap)
	{
		core_free(t->scratch);
		t->scratch = NULL;		/* the next line may not return */
		t->scratch_cap = 0;
		t->scratch = core_alloc(most * 2 * sizeof(uint64_t));
		t->scratch_cap = most * 2;
	}
	t->nshingle = dup_sort(t->shingle, t->nshingle, t->scratch);
	t->nnumber = dup_sort(t->number, t->nnumber, t->scratch);
}

void
dup_free(DupText *t)
{
	core_free(t->shingle);
	core_free(t->number);
	core_free(t->scratch);
	uni_buf_free(&t->folded);
	memset(t, 0, sizeof(*t));
}

size_t
dup_common(const uint64_t *a, size_t na, const uint64_t *b, size_t nb)
{
	size_t		i = 0,
				j = 0,
				n = 0;

	while (i < na && j < nb)
	{
		uint64_t	x = a[i],
					y = b[j];

		n += x == y;
		i += x <= y;
		j += y <= x;
	}
	return n;
}

float
dup_resemblance(const DupText *a, const DupText *b)
{
	size_t		common = dup_common(a->shingle, a->nshingle, b->shingle, b->nshingle);

	if (common == 0)
		return 0;
	return (float) ((double) common / (double) (a->nshingle + b->nshingle - common));
}

float
dup_containment(const DupText *a, const DupText *b)
{
	if (a->nshingle == 0)
		return 0;
	return (float) ((double) dup_common(a->shingle, a->nshingle, b->shingle, b->nshingle) /
					(double) a->nshingle);
}

bool
dup_guard(const uint64_t *a, size_t na, const uint64_t *b, size_t nb)
{
	size_t		common;

	if (na < 2 || nb < 2)
		return false;
	common = dup_common(a, na, b, nb);
	return na - common >= 2 && nb - common >= 2;
}

bool
dup_near(const DupText *a, const DupText *b, float threshold)
{
	size_t		less = CORE_MIN(a->nshingle, b->nshingle);
	size_t		more = CORE_MAX(a->nshingle, b->nshingle);

	/* lengths alone may rule it out */
	if (less == 0 || (float) ((double) less / (double) more) < threshold)
		return false;
	return !dup_guard(a->number, a->nnumber, b->number, b->nnumber) &&
		dup_resemblance(a, b) >= threshold;
}
