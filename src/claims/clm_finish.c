/*
 * clm_finish.c
 *	  From drafts to claims: order, duplicates, form, parents, offsets.
 */
#include "claims/clm_int.h"

#include <stdlib.h>

ClmDraft *
clm_new_draft(ClmCtx *c)
{
	ClmDraft   *d;

	if (c->ndraft == c->draft_cap)
	{
		c->draft_cap += c->draft_cap / 2 + 32;
		c->draft = core_realloc(c->draft, (size_t) c->draft_cap * sizeof(ClmDraft));
	}
	d = &c->draft[c->ndraft];
	memset(d, 0, sizeof(*d));
	d->source = d->cue = d->via = (ClmRange) {NONE, NONE};
	d->group = NONE;
	d->sent = NONE;
	d->same_source = NONE;
	d->order = (uint32_t) c->ndraft;
	c->ndraft++;
	return d;
}

static int32_t
place(const ClmDraft *d)
{
	return d->cue.first >= 0 ? d->cue.first : d->nparts > 0 ? d->part[0].first : 0;
}

static int
compare_drafts(const void *a, const void *b)
{
	const ClmDraft *x = *(const ClmDraft *const *) a;
	const ClmDraft *y = *(const ClmDraft *const *) b;

	if (place(x) != place(y))
		return place(x) < place(y) ? -1 : 1;
	if (x->cue.last != y->cue.last)
		return x->cue.last < y->cue.last ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static bool
same_range(ClmRange a, ClmRange b)
{
	return (range_empty(a) && range_empty(b)) || (a.first == b.first && a.last == b.last);
}

static bool
same_draft(const ClmDraft *a, const ClmDraft *b)
{
	if (a->nparts != b->nparts || !same_range(a->source, b->source) || !same_range(a->cue, b->cue))
		return false;
	for (int i = 0; i < a->nparts; i++)
		if (!same_range(a->part[i], b->part[i]))
			return false;
	return true;
}

static ClmSpan
span_of(const ClmCtx *c, ClmRange r)
{
	ClmSpan		s = {0};
	uint32_t	end_byte;

	if (range_empty(r))
		return s;
	s.byte = c->doc->tok[r.first].byte;
	s.chr = c->doc->tok[r.first].chr;
	end_byte = tok_byte_end(c->doc, (uint32_t) r.last);
	s.len = end_byte - s.byte;
	s.nchr = tok_chr_end(c->doc, (uint32_t) r.last) - s.chr;
	return s;
}

/* direct: all of it in quotation marks; mixed: some of it; indirect: none. */
static ClmForm
form_of(const ClmCtx *c, const ClmDraft *d)
{
	bool		inside = false;
	bool		outside = false;

	for (int p = 0; p < d->nparts; p++)
	{
		int32_t		first = d->part[p].first;
		int32_t		end = CORE_MIN(d->part[p].last, first + 1000);
		int32_t		base = c->tok[first].quote;

		if (d->inside)
		{
			inside = true;
			continue;
		}
		/* the quotation around the whole content is not its own */
		while (base >= 0 && c->quote[base].open >= first)
			base = c->quote[base].parent;
		for (int32_t i = first; i <= end; i++)
		{
			int			kind = c->doc->tok[i].kind;

			if (c->tok[i].quote != base && c->tok[i].quote >= 0)
			{
				/* a name of one or two words in capitals is no quotation */
				const ClmQuote *q = &c->quote[c->tok[i].quote];

				if (c->tok[i].pos == POS_OPENQ && q->open == i && q->close - q->open <= 4 &&
					is_upper(c, i + 1) && first != i)
				{
					outside = true;
					i = CORE_MIN(q->close, end);
					continue;
				}
				inside = true;
			}
			else if (kind == TOK_WORD || kind == TOK_NUMBER)
				outside = true;
		}
	}
	return inside ? outside ? CLM_MIXED : CLM_DIRECT : CLM_INDIRECT;
}

/* Hull of a content in characters. */
static void
hull(const ClmClaim *claim, uint32_t *first, uint32_t *last)
{
	*first = claim->content[0].chr;
	*last = claim->content[claim->ncontent - 1].chr + claim->content[claim->ncontent - 1].nchr;
}

typedef struct Event
{
	uint32_t	first;
	uint32_t	last;
	int32_t		claim;
} Event;

/* Wider ones first where they begin together, then the earlier claim. */
static int
compare_events(const void *a, const void *b)
{
	const Event *x = a;
	const Event *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	if (x->last != y->last)
		return x->last > y->last ? -1 : 1;
	return x->claim < y->claim ? -1 : x->claim > y->claim;
}

/*
 * The parent of a claim is the one with the narrowest content that holds this
 * one's cue and content.  One sweep with a stack; of two that hold each other
 * (equal contents) the earlier is the parent only if it holds the cue too, so
 * that there is no circle: events are sorted, and a parent always comes first.
 */
static void
find_parents(ClmResult *r)
{
	Event	   *event = core_alloc((r->n + 1) * sizeof(Event));
	int32_t    *stack = core_alloc((r->n + 1) * sizeof(int32_t));
	uint32_t	n = 0;
	uint32_t	depth = 0;

	for (uint32_t i = 0; i < r->n; i++)
	{
		r->claim[i].parent = -1;
		if (r->claim[i].ncontent > 0)
		{
			hull(&r->claim[i], &event[n].first, &event[n].last);
			event[n++].claim = (int32_t) i;
		}
	}
	if (n > 1)
		qsort(event, n, sizeof(Event), compare_events);
	for (uint32_t k = 0; k < n; k++)
	{
		Event	   *e = &event[k];
		ClmClaim   *claim = &r->claim[e->claim];
		int			looked = 0;

		CORE_POLL_EVERY(k);
		while (depth > 0 && event[stack[depth - 1]].last <= e->first)
			depth--;
		for (uint32_t s = depth; s > 0 && looked < 16; s--, looked++)
		{
			const Event *p = &event[stack[s - 1]];
			uint32_t	cue = claim->cue.len ? claim->cue.chr : e->first;
			uint32_t	cue_end = claim->cue.len ? claim->cue.chr + claim->cue.nchr : e->last;

			if (p->first <= e->first && e->last <= p->last && p->first <= cue && cue_end <= p->last)
			{
				claim->parent = p->claim;
				break;
			}
		}
		stack[depth++] = (int32_t) k;
	}
	core_free(event);
	core_free(stack);
}

void
clm_finish(ClmCtx *c, ClmResult *result)
{
	const ClmDraft **sorted = core_alloc(((size_t) c->ndraft + 1) * sizeof(ClmDraft *));
	uint32_t	n = 0;
	size_t		nspans = 0;
	ClmSpan    *spans;

	for (int32_t i = 0; i < c->ndraft; i++)
	{
		const ClmDraft *d = &c->draft[i];

		/* what the contract asks of every claim */
		if (d->act != CLM_SILENCE && d->nparts == 0)
			continue;
		if (d->act != CLM_HEARSAY && range_empty(d->source))
			continue;
		sorted[n++] = d;
		nspans += (size_t) d->nparts;
	}
	if (n > 1)
		qsort(sorted, n, sizeof(ClmDraft *), compare_drafts);

	result->claim = core_alloc(((size_t) n + 1) * sizeof(ClmClaim));
	result->n = 0;
	/* the content of the first claim is where all contents begin */
	spans = n > 0 ? core_alloc((nspans + 1) * sizeof(ClmSpan)) : NULL;
	for (uint32_t i = 0; i < n; i++)
	{
		const ClmDraft *d = sorted[i];
		ClmClaim   *claim;
		bool		duplicate = false;

		CORE_POLL_EVERY(i);
		for (uint32_t k = result->n; k > 0 && place(sorted[k - 1]) == place(d) && k + 8 > result->n; k--)
			duplicate |= same_draft(sorted[k - 1], d);
		if (duplicate)
			continue;
		sorted[result->n] = d;
		claim = &result->claim[result->n++];
		memset(claim, 0, sizeof(*claim));
		claim->source = span_of(c, d->source);
		claim->cue = span_of(c, d->cue);
		claim->via = span_of(c, d->via);
		claim->content = spans;
		for (int p = 0; p < d->nparts; p++)
			spans[claim->ncontent++] = span_of(c, d->part[p]);
		spans += d->nparts;
		claim->act = d->act;
		claim->negated = d->negated;
		claim->form = (uint8_t) form_of(c, d);
		claim->speaker_kind = -1;
		claim->certainty = clm_certainty(c, d, claim);
	}
	find_parents(result);
	clm_speakers(c, sorted, result);
	core_free(sorted);
}
