/*
 * test_dup.c
 *	  Resemblance, containment, number guard; near duplicates of a document
 *	  against comparing all with all; how often keys find each other.
 */
#include "paragraph/dup.h"
#include "unit.h"

#include <math.h>

static uint64_t seed = 20260103;

static uint32_t
draw(uint32_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t) (seed >> 33) % n;
}

static float
resemblance(const char *a, const char *b)
{
	DupText		x = {0},
				y = {0};
	float		r;

	dup_read(&x, a, strlen(a));
	dup_read(&y, b, strlen(b));
	r = dup_resemblance(&x, &y);
	CHECK(r == dup_resemblance(&y, &x));
	dup_free(&x);
	dup_free(&y);
	return r;
}

static float
containment(const char *a, const char *b)
{
	DupText		x = {0},
				y = {0};
	float		r;

	dup_read(&x, a, strlen(a));
	dup_read(&y, b, strlen(b));
	r = dup_containment(&x, &y);
	dup_free(&x);
	dup_free(&y);
	return r;
}

static bool
guard(const char *a, const char *b)
{
	DupText		x = {0},
				y = {0};
	bool		r;

	dup_read(&x, a, strlen(a));
	dup_read(&y, b, strlen(b));
	r = dup_guard(x.number, x.nnumber, y.number, y.nnumber);
	CHECK(r == dup_guard(y.number, y.nnumber, x.number, x.nnumber));
	dup_free(&x);
	dup_free(&y);
	return r;
}

static size_t
numbers(const char *a)
{
	DupText		x = {0};
	size_t		n;

	dup_read(&x, a, strlen(a));
	n = x.nnumber;
	dup_free(&x);
	return n;
}

static void
test_pairs(void)
{
	/* un deux, deux trois, trois quatre; deux trois is shared: 1 of 5 */
	CHECK(resemblance("un deux trois quatre", "zéro deux trois cinq") == 1.0f / 5);
	CHECK(resemblance("Un, deux — TROIS", "un deux trois") == 1);
	CHECK(resemblance("un deux", "deux un") == 0);
	/* a set: what repeats counts once */
	CHECK(resemblance("un deux un deux un deux", "un deux un") == 1);
	CHECK(resemblance("Oui.", "oui") == 1);
	CHECK(resemblance("oui", "non") == 0);
	CHECK(resemblance("", "") == 0);
	CHECK(resemblance("***", "***") == 0);
	CHECK(containment("deux trois", "un deux trois quatre") == 1);
	CHECK(containment("un deux trois quatre", "deux trois") == 1.0f / 3);
	CHECK(containment("", "un") == 0);

	CHECK(guard("Le CAC 40 a cédé 1,35 %, à 4 305,27 points.", "Le CAC 40 a cédé 0,82 %, à 4 412,60 points."));
	/* one number alone may be a correction */
	CHECK(!guard("Le bilan est de 12 morts et 30 blessés.", "Le bilan est de 13 morts et 30 blessés."));
	CHECK(!guard("Il fera 12 degrés à Brest.", "Il fera beau à Brest, 3 à 5 degrés à Nice, 7 à Lille."));
	/* typography of a number does not matter */
	CHECK(!guard("12 000 et 3,5 et 7", "12.000 et 3.5 et 7"));
	CHECK(!guard("12\xE2\x80\xAF""000 et 1'250'000", "12\xC2\xA0""000 et 1\xE2\x80\x99""250\xE2\x80\x99""000"));
	CHECK(numbers("4 305,27 points") == 1);
	CHECK(numbers("en 2016 300 personnes") == 2);
	CHECK(numbers("12 3456") == 2);
	CHECK(numbers("5, 6 et 7.") == 3);
	CHECK(numbers("3,5 3.5 03,5") == 1);
	CHECK(numbers("20h30, 19:45, 3-1") == 6);
	CHECK(numbers("12 ") == 1);
	CHECK(numbers("aucun") == 0);
}

static void
test_sort(void)
{
	for (int round = 0; round < 2000; round++)
	{
		size_t		n = draw(round % 10 == 0 ? 3000 : 100);
		uint64_t   *v = malloc((n + 1) * sizeof(uint64_t));
		uint64_t   *w = malloc((n + 1) * sizeof(uint64_t));
		uint64_t	sum = 0,
					after = 0;
		size_t		m,
					distinct = 0;

		for (size_t i = 0; i < n; i++)
		{
			v[i] = round % 3 == 0 ? draw(50) : (uint64_t) draw(1 << 30) << 34 | draw(4);
			w[i] = v[i];
		}
		for (size_t i = 0; i < n; i++)
		{
			size_t		j;

			for (j = 0; j < i && w[j] != w[i]; j++)
				;
			if (j == i)
			{
				distinct++;
				sum += w[i];
			}
		}
		m = dup_sort(v, n, w);
		CHECK(m == distinct);
		for (size_t i = 0; i < m; i++)
		{
			after += v[i];
			CHECK(i == 0 || v[i - 1] < v[i]);
		}
		CHECK(sum == after);
		free(v);
		free(w);
	}
}

/* Documents of few words, so that much resembles much. */
static void
test_document(void)
{
	static const float threshold[] = {0.05f, 0.3f, 0.5f, 1.0f / 3, 0.7f, 0.9f, 0.999f, 1};

	for (int round = 0; round < 3000; round++)
	{
		char		text[8192];
		size_t		len = 0;
		uint32_t	npar = draw(25);
		float		t = threshold[draw(8)];
		DupParagraph *found;
		size_t		n;
		ParIter		it;
		ParSpan		span[64];
		DupText		dt[64];
		UniBuf		out = {0};
		size_t		gone = 0;

		for (uint32_t p = 0; p < npar; p++)
		{
			uint32_t	nword = 1 + draw(12);
			uint32_t	word = draw(4);

			for (uint32_t w = 0; w < nword; w++, word++)
			{
				if (draw(8) == 0)
					word = draw(10);
				if (draw(12) == 0)
					len += (size_t) sprintf(text + len, "%u ", draw(30));
				else
					len += (size_t) sprintf(text + len, "%c%c ", 'a' + word % 10, draw(5) ? 'x' : 'X');
			}
			len += (size_t) sprintf(text + len, "%s", draw(9) ? "\n\n" : "\n\n***\n\n");
		}

		n = dup_document(text, len, t, &found);
		par_begin(&it, text, len);
		for (size_t i = 0; par_next(&it, &span[i]); i++)
		{
			uint32_t	want = (uint32_t) i + 1;
			float		most = 0;

			dt[i] = (DupText) {0};
			dup_read(&dt[i], text + span[i].byte, span[i].len);
			for (size_t j = 0; j < i; j++)
				if (span[j].fingerprint == span[i].fingerprint)
				{
					want = found[j].original;
					most = found[j].original == j + 1 ? 1 : found[j].similarity;
					break;
				}
			if (want == i + 1 && t < 1)
				for (size_t j = 0; j < i; j++)
					if (found[j].original == j + 1 && dup_near(&dt[i], &dt[j], t) &&
						dup_resemblance(&dt[i], &dt[j]) > most)
					{
						want = (uint32_t) j + 1;
						most = dup_resemblance(&dt[i], &dt[j]);
					}
			CHECK(i < n && found[i].original == want);
			if (i < n && want != i + 1)
			{
				gone++;
				CHECK(found[i].similarity == most);
			}
		}
		CHECK(dup_dedup(text, len, t, &out) == gone);
		for (size_t i = 0; i < n; i++)
			dup_free(&dt[i]);
		/* what is left has no duplicates any more */
		if (gone > 0)
		{
			UniBuf		again = {0};

			CHECK(dup_dedup(out.data, out.len, t, &again) == 0);
			uni_buf_free(&again);
		}
		else
			CHECK(out.len == 0);
		if (t == 1)
		{
			UniBuf		exact = {0};

			CHECK(par_dedup(text, len, &exact) == gone);
			CHECK(exact.len == out.len && (out.len == 0 || memcmp(exact.data, out.data, out.len) == 0));
			uni_buf_free(&exact);
		}
		uni_buf_free(&out);
		free(found);
	}
}

/* Share of pairs with resemblance r that share a key, against 1 - (1 - r^3)^20. */
static void
test_keys(void)
{
	static const float r[] = {0.1f, 0.3f, 0.5f, 0.6f, 0.8f};
	DupText		none = {0};
	uint32_t	a[DUP_BANDS],
				b[DUP_BANDS];

	CHECK(dup_keys(&none, a) == 0);
	for (int size = 20; size <= 2000; size *= 10)
		for (size_t i = 0; i < sizeof(r) / sizeof(r[0]); i++)
		{
			double		want = 1 - pow(1 - pow(r[i], 3), 20);
			int			pairs = 3000,
						hits = 0,
						lost = 0;
			int			least = dup_sketch_least(r[i], (size_t) size);
			/* of two sets of n, common = r * 2n / (1 + r) */
			int			common = (int) lround(r[i] * 2 * size / (1 + r[i]));

			for (int p = 0; p < pairs; p++)
			{
				static uint64_t x[2000],
							y[2000];
				DupText		tx = {0},
							ty = {0};
				bool		hit = false;

				for (int k = 0; k < size; k++)
				{
					x[k] = (uint64_t) draw(1u << 31) << 33 ^ (uint64_t) draw(1u << 31) << 10 ^ draw(1024);
					y[k] = k < common ? x[k] :
						(uint64_t) draw(1u << 31) << 33 ^ (uint64_t) draw(1u << 31) << 10 ^ draw(1024);
				}
				tx.shingle = x;
				ty.shingle = y;
				tx.nshingle = ty.nshingle = (size_t) size;
				CHECK(dup_keys(&tx, a) == DUP_BANDS && dup_keys(&ty, b) == DUP_BANDS);
				for (int k = 0; k < DUP_BANDS; k++)
					hit = hit || a[k] == b[k];
				hits += hit;
				if (hit)
				{
					uint32_t	v[DUP_BINS];
					DupSketch	sx,
								sy;

					CHECK(dup_signature(&tx, v));
					sx = dup_sketch(v);
					CHECK(dup_sketch_common(&sx, &sx) == DUP_BINS);
					CHECK(dup_signature(&ty, v));
					sy = dup_sketch(v);
					CHECK(dup_sketch_common(&sx, &sy) == dup_sketch_common(&sy, &sx));
					lost += dup_sketch_common(&sx, &sy) < least;
				}
			}
			if (fabs((double) hits / pairs - want) > 0.06)
				printf("size %d, resemblance %.1f: %.3f found, want %.3f\n", size, r[i], (double) hits / pairs, want);
			CHECK(fabs((double) hits / pairs - want) <= 0.06);
			/* sketches lose 1 in 1,000 of those that share a key */
			if (lost * 200 > hits)
				printf("size %d, resemblance %.1f: %d of %d lost\n", size, r[i], lost, hits);
			CHECK(lost * 200 <= hits);
		}

	/* frozen: they stand in indexes */
	{
		DupText		t = {0};
		const char *text = "Le conseil municipal de Rennes a adopté, lundi soir, un budget en hausse de 3 %.";
		static const uint32_t want[3] = {224637850, 2865381634, 3574549804};

		dup_read(&t, text, strlen(text));
		CHECK(t.nshingle == 14);
		CHECK(dup_keys(&t, a) == DUP_BANDS);
		for (int k = 0; k < 3; k++)
		{
			CHECK(a[k] == want[k]);
			if (a[k] != want[k])
				printf("key %d is %u\n", k, a[k]);
		}
		dup_free(&t);
	}
}

/* Right and linear on what nobody writes. */
static void
test_hostile(void)
{
	static const char *const unit[] = {"le même\n\n", "a ", "1 ", "1.", "*\n\n", "a b\n\nb a\n\n", "\xFF"};

	for (size_t u = 0; u < sizeof(unit) / sizeof(unit[0]); u++)
	{
		size_t		n = strlen(unit[u]);
		size_t		len = n * 300000;
		char	   *text = malloc(len);
		UniBuf		out = {0};
		DupText		t = {0};

		for (size_t i = 0; i < len; i += n)
			memcpy(text + i, unit[u], n);
		dup_dedup(text, len, 0.5f, &out);
		if (u == 0)
			CHECK(out.len == strlen("le même"));
		dup_read(&t, text, len);
		CHECK(t.nshingle <= 4 && t.nnumber <= 1);
		uni_buf_free(&out);
		dup_free(&t);
		free(text);
	}
	/* many paragraphs of one template: bounded by what is tried for each */
	{
		UniBuf		doc = {0},
					out = {0};

		for (int i = 0; i < 20000; i++)
		{
			char		line[128];
			int			n = sprintf(line, "Il fera %d degrés le matin et %d le soir à la station %d.\n\n", 3 * i, 3 * i + 1, 3 * i + 2);

			uni_buf_append(&doc, line, (size_t) n);
		}
		CHECK(dup_dedup(doc.data, doc.len, 0.3f, &out) == 0);
		uni_buf_free(&doc);
		uni_buf_free(&out);
	}
}

int
main(void)
{
	test_pairs();
	test_sort();
	test_document();
	test_keys();
	test_hostile();
	DONE();
}
