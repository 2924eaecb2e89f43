/*
 * fuzz_claims.c
 *	  Claims with the built models: spans, parents, repetitions.
 */
#include "fuzz.h"

const bool	fuzz_is_text = true;

static const int64_t *count;
static size_t text_size;

static void
check_span(const ClmSpan *s)
{
	FUZZ_CHECK(s->len > 0 || s->nchr == 0);
	if (s->len > 0)
		fuzz_check_span(count, text_size, s->byte, s->len, s->chr, s->nchr);
}

static int
compare_spans(const ClmSpan *a, const ClmSpan *b)
{
	if (a->len == 0 && b->len == 0)
		return 0;
	if (a->byte != b->byte)
		return a->byte < b->byte ? -1 : 1;
	return a->len < b->len ? -1 : a->len > b->len;
}

static int
compare_claims(const void *x, const void *y)
{
	const ClmClaim *a = *(const ClmClaim *const *) x;
	const ClmClaim *b = *(const ClmClaim *const *) y;
	int			order = compare_spans(&a->cue, &b->cue);

	if (order == 0)
		order = compare_spans(&a->source, &b->source);
	if (order == 0)
		order = a->ncontent < b->ncontent ? -1 : a->ncontent > b->ncontent;
	for (uint32_t i = 0; order == 0 && i < a->ncontent; i++)
		order = compare_spans(&a->content[i], &b->content[i]);
	return order;
}

static uint32_t
place(const ClmClaim *c)
{
	return c->cue.len ? c->cue.byte : c->ncontent ? c->content[0].byte : 0;
}

static void
check_claims(const ClmResult *r, bool valid)
{
	const ClmClaim **sorted = core_alloc((r->n + 1) * sizeof(*sorted));
	uint8_t    *mark = core_alloc(r->n + 1);

	memset(mark, 0, r->n + 1);
	for (uint32_t i = 0; i < r->n; i++)
	{
		const ClmClaim *c = &r->claim[i];

		sorted[i] = c;
		check_span(&c->source);
		check_span(&c->cue);
		check_span(&c->via);
		for (uint32_t k = 0; k < c->ncontent; k++)
		{
			FUZZ_CHECK(c->content[k].len > 0);
			check_span(&c->content[k]);
			FUZZ_CHECK(k == 0 ||
					   c->content[k].byte >= c->content[k - 1].byte + c->content[k - 1].len);
		}
		FUZZ_CHECK(c->act < CLM_NACTS && c->form < CLM_NFORMS);
		FUZZ_CHECK(c->speaker_kind >= -1 && c->speaker_kind < TAG_NKINDS);
		FUZZ_CHECK(c->certainty >= 0 && c->certainty <= 1);
		FUZZ_CHECK(c->speaker == NULL || c->speaker_len > 0);
		if (valid && c->speaker)
			FUZZ_CHECK(fuzz_valid_utf8(c->speaker, c->speaker_len));
		FUZZ_CHECK(c->ncontent > 0 || c->act == CLM_SILENCE);
		/* a bare quotation has neither cue nor, where nobody is near, source */
		FUZZ_CHECK(c->source.len > 0 || c->act == CLM_HEARSAY ||
				   (c->cue.len == 0 && c->form == CLM_DIRECT));
		FUZZ_CHECK(i == 0 || place(&r->claim[i - 1]) <= place(c));
	}

	/* parents: 1 on the way up from here, 2 known to end at a root */
	for (uint32_t i = 0; i < r->n; i++)
	{
		int32_t		k = (int32_t) i;

		while (k >= 0 && mark[k] == 0)
		{
			mark[k] = 1;
			k = r->claim[k].parent;
			FUZZ_CHECK(k >= -1 && k < (int32_t) r->n);
		}
		FUZZ_CHECK(k < 0 || mark[k] == 2);
		for (k = (int32_t) i; k >= 0 && mark[k] == 1; k = r->claim[k].parent)
			mark[k] = 2;
	}

	qsort(sorted, r->n, sizeof(*sorted), compare_claims);
	for (uint32_t i = 1; i < r->n; i++)
		FUZZ_CHECK(compare_claims(&sorted[i - 1], &sorted[i]) != 0);
	core_free(sorted);
	core_free(mark);
}

/* What clm_finish allocates: claims, and one array of contents for all. */
static void
free_claims(ClmResult *r)
{
	if (r->n > 0)
		core_free(r->claim[0].content);
	core_free(r->claim);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *) data;
	int64_t    *recount = fuzz_recount(s, size);
	const FuzzLang *lang = fuzz_lang((unsigned) size);
	TokDoc		doc;
	TagResult	tags;
	ClmResult	r;

	count = recount;
	text_size = size;
	FUZZ_CHECK(tok_document(&lang->lex, s, size, &doc) == CORE_OK);
	tag_document(&lang->tag, &doc, &tags);
	clm_document(&lang->clm, &doc, &tags, &r);
	check_claims(&r, fuzz_valid_utf8(s, size));
	free_claims(&r);
	tag_free(&tags);
	tok_free(&doc);
	core_free(recount);
	return 0;
}
