/*
 * clm_bare.c
 *	  Quotations that no cue claimed: X : « P », and a quotation that goes on
 *	  in a sentence of its own with the source of the one before.
 */
#include "claims/clm_int.h"

/* X : « P » at the start of a line or sentence, without a verb. */
static bool
headline(ClmCtx *c, const ClmQuote *q)
{
	int32_t		colon = q->open - 1;
	int32_t		first;
	ClmRange	source;
	ClmDraft   *d;

	if (colon < 1 || c->tok[colon].pos != POS_COLON)
		return false;
	first = clm_sent_first(c, colon);
	if (colon - first > 40 || clm_has_fin(c, first, colon))
		return false;
	source = clm_trim(c, (ClmRange) {first, colon - 1});
	if (range_empty(source))
		return false;
	source = clm_np_right(c, source.first);
	if (range_empty(source) || source.last < colon - 1)
		return false;
	d = clm_new_draft(c);
	d->source = source;
	d->part[0] = (ClmRange) {q->open, q->close};
	d->nparts = 1;
	d->act = CLM_ASSERT;
	d->sent = c->sent[q->open];
	return true;
}

/* Only what stands between: a stop, a comma. */
static bool
alone(const ClmCtx *c, const ClmQuote *q)
{
	int			left = pos_at(c, q->open - 1);
	int			right = pos_at(c, q->close + 1);
	bool		starts = q->open == 0 || (c->doc->tok[q->open].flags & (TOK_SENT | TOK_PARA)) ||
		left == POS_STOP || left == POS_CLOSEQ || left == POS_DASH || left == POS_COLON;
	bool		ends = q->close + 1 >= c->n || (c->doc->tok[q->close + 1].flags & (TOK_SENT | TOK_PARA)) ||
		right == POS_STOP;

	return starts && ends;
}

void
clm_bare_quotes(ClmCtx *c)
{
	int32_t    *by_sent;
	int32_t		nsent = (int32_t) c->doc->nsent;

	/* the last draft with a source in each sentence */
	by_sent = core_alloc(((size_t) nsent + 1) * sizeof(int32_t));
	for (int32_t s = 0; s <= nsent; s++)
		by_sent[s] = NONE;
	for (int32_t k = 0; k < c->ndraft; k++)
	{
		const ClmDraft *d = &c->draft[k];
		int32_t		s = d->sent;

		CORE_POLL_EVERY(k);
		if (s >= 0 && s < nsent && !range_empty(d->source) &&
			c->tok[d->cue.first].quote == NONE &&
			(by_sent[s] == NONE || c->draft[by_sent[s]].cue.first < d->cue.first))
			by_sent[s] = k;
	}
	for (int32_t qi = 0; qi < c->nquote; qi++)
	{
		ClmQuote   *q = &c->quote[qi];
		int32_t		from = NONE;
		ClmDraft   *d;

		CORE_POLL_EVERY(qi);
		if (q->used || q->parent != NONE || q->close <= q->open + 1)
			continue;
		if (!clm_quote_speaks(c, q))
			continue;
		if (headline(c, q))
		{
			q->used = true;
			by_sent[c->sent[q->close]] = c->ndraft - 1;
			continue;
		}
		/* se dit fier de P : « Q »: the quotation goes on with the content */
		if (pos_at(c, q->open - 1) == POS_COLON)
		{
			int32_t		k = by_sent[c->sent[q->open - 1]];

			d = k == NONE ? NULL : &c->draft[k];
			if (d && d->nparts > 0 && d->nparts < CLM_MAX_PARTS &&
				d->part[d->nparts - 1].last == q->open - 2 &&
				d->act == CLM_EMOTION && !clm_has_fin(c, d->part[0].first, q->open - 2))
			{
				d->part[d->nparts++] = (ClmRange) {q->open, q->close};
				q->used = true;
				by_sent[c->sent[q->close]] = k;
				continue;
			}
		}
		if (!alone(c, q))
			continue;
		/* « P » — X, professeur: the name stands behind, on a line of its own */
		if (pos_at(c, q->close + 1) == POS_DASH && clm_np_starts(c, q->close + 2) &&
			(c->doc->tok[q->close + 1].flags & TOK_PARA))
		{
			ClmRange	np = clm_np_right(c, q->close + 2);

			if (!range_empty(np))
			{
				d = clm_new_draft(c);
				d->source = np;
				d->part[0] = (ClmRange) {q->open, q->close};
				d->nparts = 1;
				d->act = CLM_ASSERT;
				d->sent = c->sent[q->open];
				q->used = true;
				continue;
			}
		}
		/* who spoke last, in this sentence or the three before */
		for (int32_t s = c->sent[q->open]; s >= 0 && s >= c->sent[q->open] - 3 && from == NONE; s--)
			from = by_sent[s];
		d = clm_new_draft(c);
		d->part[0] = (ClmRange) {q->open, q->close};
		d->nparts = 1;
		d->act = CLM_ASSERT;
		d->sent = c->sent[q->open];
		q->used = true;
		if (from != NONE)
		{
			d->source = c->draft[from].source;
			d->same_source = from;
		}
		else
		{
			/* nobody spoke yet: the subject of the sentence before */
			int32_t		s = pos_at(c, q->open - 1) == POS_COLON ?
				c->sent[q->open - 1] : c->sent[q->open] - 1;

			if (s >= 0)
				for (int32_t i = (int32_t) c->doc->sent[s]; i < (int32_t) c->doc->sent[s + 1] &&
					 i < (int32_t) c->doc->sent[s] + 60; i++)
				{
					int32_t		g = c->tok[i].group;

					if (g >= 0 && (c->group[g].flags & GROUP_FIN) && c->group[g].subj_first != NONE)
					{
						d->source = (ClmRange) {c->group[g].subj_first, c->group[g].subj_last};
						break;
					}
				}
		}
		if (range_empty(d->source))
		{
			c->ndraft--;
			continue;
		}
		by_sent[c->sent[q->close]] = c->ndraft - 1;
	}
	core_free(by_sent);
}
