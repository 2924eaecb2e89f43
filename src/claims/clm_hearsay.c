/*
 * clm_hearsay.c
 *	  The journalist's conditional: the text passes something on and vouches
 *	  for nothing.
 *
 *	  Le suspect aurait quitté le pays.
 *
 * It is none where the conditional depends on a condition (si ..., une vente
 * ferait ...), is another's future in the past (a dit qu'il viendrait), or
 * where the sentence names who says it.
 */
#include "claims/clm_int.h"

static bool
inside_draft(const ClmCtx *c, int32_t i)
{
	int32_t		sent = c->sent[i];

	/* drafts come by kind, not by place; those of a sentence are few */
	for (int32_t k = c->ndraft - 1; k >= 0; k--)
	{
		const ClmDraft *d = &c->draft[k];

		if (d->sent > sent || d->sent < sent - 3)
			continue;
		for (int p = 0; p < d->nparts; p++)
			if (d->part[p].first <= i && i <= d->part[p].last)
				return true;
	}
	return false;
}

/* First token of the clause that the verb group stands in. */
static int32_t
clause_begin(const ClmCtx *c, int32_t i)
{
	int32_t		first = clm_sent_first(c, i);
	int32_t		k = i - 1;
	int32_t		begin;

	if (i - first > 80)
		first = i - 80;
	begin = first;
	for (; k >= first; k--)
	{
		int			pos = c->tok[k].pos;

		if (pos == POS_SEMI || pos == POS_COLON || (pos == POS_OPENQ && c->tok[k].quote == c->tok[i].quote))
		{
			begin = k + 1;
			break;
		}
		if (pos == POS_FIN && c->tok[k].group != c->tok[i].group)
		{
			/* the clause in front: ours begins behind the conjunction that parts them */
			int32_t		j = k;

			while (j < i && c->tok[j].pos != POS_COMMA && c->tok[j].pos != POS_AND &&
				   c->tok[j].pos != POS_BUT && c->tok[j].pos != POS_QUE)
				j++;
			if (j < i && c->tok[j].pos != POS_QUE)
			{
				begin = j + 1;
				/* ... de l'avion que X, Y aurait */
				while (begin < i && (c->tok[begin].pos == POS_AND || c->tok[begin].pos == POS_BUT ||
									 c->tok[begin].pos == POS_COMMA))
					begin++;
			}
			break;
		}
	}
	return begin;
}

void
clm_hearsays(ClmCtx *c)
{
	int32_t		ndraft = c->ndraft;
	uint8_t    *covered;

	if (!(c->model->options & CLM_OPTION_COND))
		return;
	(void) inside_draft;
	/* what lies inside a content already is somebody's */
	covered = core_alloc((size_t) c->n + 1);
	memset(covered, 0, (size_t) c->n + 1);
	for (int32_t k = 0; k < ndraft; k++)
	{
		const ClmDraft *d = &c->draft[k];

		CORE_POLL_EVERY(k);
		for (int p = 0; p < d->nparts; p++)
		{
			int32_t		end = CORE_MIN(d->part[p].last, d->part[p].first + 500);

			for (int32_t i = d->part[p].first; i <= end; i++)
				covered[i] = 1;
		}
	}
	for (int32_t gi = 0; gi < c->ngroup; gi++)
	{
		const ClmGroup *g = &c->group[gi];
		ClmDraft   *d;
		int32_t		begin;
		int32_t		before;
		bool		condition = false;
		ClmRange	content;

		CORE_POLL_EVERY(gi);
		if (!(g->flags & GROUP_COND) || (g->flags & (GROUP_ME | GROUP_MODAL)) || covered[g->head] ||
			c->tok[g->first].quote != NONE || g->tail != NONE)
			continue;
		/* il semblerait que: the phrase has made its claim */
		if (g->first > 0 && c->tok[g->first - 1].phrase == CLM_PHRASE_HEARSAY + 1)
			continue;
		before = clm_skip_adv_left(c, g->first - 1);
		if (before < 0 || c->sent[before] != c->sent[g->first])
			continue;
		/* a relative clause adds to a noun; what it says may be hearsay, but is no clause of its own */
		if (c->tok[before].pos == POS_REL || c->tok[before].pos == POS_QUE)
			continue;
		begin = clause_begin(c, g->first);
		if (c->tok[begin].pos == POS_QUE || c->tok[begin].pos == POS_SUB)
			begin = begin + 0;
		{
			int32_t		first = clm_sent_first(c, g->first);
			int32_t		last = clm_sent_last(c, g->first);

			if (last - first > 120)
			{
				first = CORE_MAX(first, g->first - 60);
				last = CORE_MIN(last, g->first + 60);
			}
			for (int32_t i = first; i <= last; i++)
				if ((c->tok[i].role & CLM_ROLE(IF)) && c->tok[i].pos == POS_SUB)
					condition = true;
		}
		if (condition)
			continue;
		/* on dirait, on pourrait: no report */
		if (g->subj_first != NONE && (role_at(c, g->subj_first) & CLM_ROLE(NOBODY)))
			continue;
		/* the simple conditional of a verb that is no state is weaker evidence: nobody is asked */
		content = clm_trim(c, (ClmRange) {begin, clm_clause_last(c, g->first, KIND_CLAUSE)});
		if (range_empty(content) || content.first > g->first)
			continue;
		d = clm_new_draft(c);
		d->cue = (ClmRange) {g->first, g->last};
		d->part[0] = content;
		d->nparts = 1;
		d->act = CLM_HEARSAY;
		d->group = gi;
	}
	core_free(covered);
}
