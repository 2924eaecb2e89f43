/*
 * clm_document.c
 *	  The steps of the parser, in order; clm_int.h says what each one knows.
 */
#include "claims/clm_int.h"

void
clm_document(const ClmModel *model, const TokDoc *doc, const TagResult *tags, ClmResult *result)
{
	ClmCtx		c = {0};

	memset(result, 0, sizeof(*result));
	if (doc->ntok == 0 || doc->ntok > INT32_MAX - 16 || model->base == NULL)
	{
		result->claim = core_alloc(sizeof(ClmClaim));
		return;
	}
	c.model = (const ClmHeader *) model->base;
	c.doc = doc;
	c.tags = tags;
	c.n = (int32_t) doc->ntok;
	c.tok = core_alloc(((size_t) c.n + 1) * sizeof(ClmTok));
	c.sent = core_alloc(((size_t) c.n + 1) * sizeof(int32_t));
	c.mention = core_alloc(((size_t) c.n + 1) * sizeof(int32_t));
	for (uint32_t s = 0; s < doc->nsent; s++)
		for (uint32_t i = doc->sent[s]; i < doc->sent[s + 1]; i++)
			c.sent[i] = (int32_t) s;
	c.sent[c.n] = (int32_t) doc->nsent;
	for (int32_t i = 0; i <= c.n; i++)
		c.mention[i] = NONE;
	for (uint32_t m = 0; tags && m < tags->n; m++)
		for (uint32_t i = 0; i < tags->mention[m].ntok; i++)
			if (tags->mention[m].first + i < doc->ntok)
				c.mention[tags->mention[m].first + i] = (int32_t) m;

	clm_lookup(&c);
	clm_quotes(&c);
	clm_words(&c);
	clm_groups(&c);
	clm_verbs(&c);
	c.nverb = c.ndraft;
	clm_opens(&c);
	for (int32_t k = 0; k < c.ndraft; k++)
		if (c.draft[k].sent < 0)
			c.draft[k].sent = c.sent[c.draft[k].cue.first >= 0 ? c.draft[k].cue.first : c.draft[k].part[0].first];
	clm_hearsays(&c);
	clm_bare_quotes(&c);
	clm_finish(&c, result);

	core_free(c.tok);
	core_free(c.sent);
	core_free(c.mention);
	core_free(c.group);
	core_free(c.quote);
	core_free(c.draft);
}
