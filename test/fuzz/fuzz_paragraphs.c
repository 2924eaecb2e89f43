/*
 * fuzz_paragraphs.c
 *	  The paragraph room: spans, fingerprints, what is left after dedup.
 */
#include "fuzz.h"
#include "paragraph/dup.h"
#include "paragraph/par.h"

const bool	fuzz_is_text = true;

typedef struct List
{
	uint64_t   *v;
	size_t		n;
} List;

/* The fingerprints of a text, each only where it comes first if unique. */
static List
fingerprints(const char *s, size_t size, bool unique)
{
	ParIter		it;
	ParSpan		span;
	ParSeen		seen = {0};
	List		list = {core_alloc((size + 1) * sizeof(uint64_t)), 0};
	uint32_t	ord = 0;

	par_begin(&it, s, size);
	while (par_next(&it, &span))
	{
		ord++;
		FUZZ_CHECK(ord <= size);
		if (par_seen(&seen, span.fingerprint, ord) == ord || !unique)
			list.v[list.n++] = span.fingerprint;
	}
	par_seen_free(&seen);
	return list;
}

static void
check_spans(const char *s, size_t size)
{
	int64_t    *count = fuzz_recount(s, size);
	ParIter		it;
	ParIter		quick;
	ParSpan		span;
	ParSpan		same;
	size_t		end = 0;

	par_begin(&it, s, size);
	par_begin(&quick, s, size);
	quick.counting = quick.hashing = false;
	while (par_next(&it, &span))
	{
		uint64_t	words;
		uint32_t	cp;

		FUZZ_CHECK(span.len > 0 && span.byte >= end && span.gap >= end && span.gap <= span.byte);
		fuzz_check_span(count, size, span.byte, span.len, span.chr, span.nchr);
		FUZZ_CHECK(span.fingerprint == uni_fold_hash(s + span.byte, span.len, &words));
		FUZZ_CHECK(span.words == words);
		uni_decode(s + span.byte, s + size, &cp);
		FUZZ_CHECK(!(uni_class(cp) & UNI_SPACE));
		FUZZ_CHECK(par_next(&quick, &same) && same.byte == span.byte && same.len == span.len);
		end = span.byte + span.len;
	}
	FUZZ_CHECK(!par_next(&quick, &same));
	core_free(count);
}

static void
check_dedup(const char *s, size_t size, float threshold)
{
	UniBuf		once = {0};
	UniBuf		twice = {0};
	size_t		gone = threshold < 1 ? dup_dedup(s, size, threshold, &once) : par_dedup(s, size, &once);
	DupParagraph *found;
	size_t		n = dup_document(s, size, threshold, &found);
	size_t		repeats = 0;
	List		all = fingerprints(s, size, false);

	FUZZ_CHECK(n == all.n);
	for (size_t i = 0; i < n; i++)
	{
		uint32_t	o = found[i].original;

		FUZZ_CHECK(o >= 1 && o <= i + 1);
		FUZZ_CHECK(found[i].similarity >= 0 && found[i].similarity <= 1);
		FUZZ_CHECK(found[o - 1].original == o);
		if (threshold >= 1)
			FUZZ_CHECK(all.v[i] == all.v[o - 1]);
		repeats += o != i + 1;
	}
	FUZZ_CHECK(repeats == gone);
	if (gone == 0)
		FUZZ_CHECK(once.len == 0);
	else if (threshold >= 1)
	{
		/* the first of each stays, in order, and nothing is left to do */
		List		unique = fingerprints(s, size, true);
		List		left = fingerprints(once.data, once.len, false);

		FUZZ_CHECK(unique.n == left.n && memcmp(unique.v, left.v, left.n * sizeof(uint64_t)) == 0);
		FUZZ_CHECK(par_dedup(once.data, once.len, &twice) == 0);
		core_free(unique.v);
		core_free(left.v);
	}
	core_free(all.v);
	core_free(found);
	uni_buf_free(&once);
	uni_buf_free(&twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *) data;
	size_t		half = size / 2;
	DupText		a = {0};
	DupText		b = {0};
	uint32_t	keys[DUP_BANDS];
	float		r;

	check_spans(s, size);
	check_dedup(s, size, 1.0f);
	check_dedup(s, size, 0.8f);

	/* two halves against each other */
	dup_read(&a, s, half);
	dup_read(&b, s + half, size - half);
	r = dup_resemblance(&a, &b);
	FUZZ_CHECK(r >= 0 && r <= 1 && r == dup_resemblance(&b, &a));
	FUZZ_CHECK(dup_containment(&a, &b) >= 0 && dup_containment(&a, &b) <= 1);
	if (a.nshingle > 0)
		FUZZ_CHECK(dup_resemblance(&a, &a) == 1 && dup_near(&a, &a, 1.0f));
	FUZZ_CHECK(dup_keys(&a, keys) == (a.nshingle > 0 ? DUP_BANDS : 0));
	dup_free(&a);
	dup_free(&b);
	return 0;
}
