/*
 * clm_open.c
 *	  Claims whose cue is a preposition or a phrase: selon X, P / P, selon X /
 *	  aux yeux de X, P / pour X, P / à son avis, P / X, selon lequel P /
 *	  il semblerait que P.
 */
#include "claims/clm_int.h"

/* Nothing but an adverb or a conjunction stands in front of i in its clause. */
static bool
opens_clause(const ClmCtx *c, int32_t i)
{
	int32_t		k = clm_skip_adv_left(c, i - 1);

	if (k < 0 || c->sent[k] != c->sent[i] || k < clm_sent_first(c, i))
		return true;
	switch (c->tok[k].pos)
	{
		case POS_AND:
		case POS_BUT:
		case POS_OPENQ:
		case POS_COLON:
		case POS_SEMI:
		case POS_DASH:
		case POS_QUE:
			return true;
		case POS_COMMA:
			/* Ainsi, selon X, P */
			k = clm_skip_adv_left(c, k - 1);
			return k < 0 || c->sent[k] != c->sent[i] || c->tok[k].pos == POS_AND || c->tok[k].pos == POS_BUT;
		default:
			return false;
	}
}

static void
mark_quotes(ClmCtx *c, const ClmDraft *d)
{
	for (int k = 0; k < d->nparts; k++)
	{
		int32_t		i = d->part[k].first;
		int32_t		end = CORE_MIN(d->part[k].last, i + 500);

		for (; i <= end; i++)
			if (c->tok[i].pos == POS_OPENQ && c->tok[i].quote >= 0 && c->quote[c->tok[i].quote].open == i)
			{
				c->quote[c->tok[i].quote].used = true;
				i = CORE_MAX(i, c->quote[c->tok[i].quote].close);
			}
	}
}

/*
 * Content of a phrase that stands at [first, last], its source included:
 * behind it where it opens its clause, in front of it where it closes it, on
 * both sides where it interrupts.
 */
static bool
find_content(const ClmCtx *c, int32_t first, int32_t last, ClmDraft *d)
{
	int32_t		sent_last = clm_sent_last(c, last);
	int32_t		next = last + 1;
	bool		comma = false;

	if (next <= sent_last && (c->tok[next].pos == POS_COMMA || c->tok[next].pos == POS_COLON ||
							  c->tok[next].pos == POS_SEMI))
	{
		comma = true;
		next++;
	}
	if (opens_clause(c, first))
	{
		if (next > sent_last || (!comma && c->tok[next].pos == POS_STOP))
			return false;
		d->part[0] = clm_trim(c, (ClmRange) {next, clm_clause_last(c, next, KIND_CLAUSE)});
		d->nparts = range_empty(d->part[0]) ? 0 : 1;
		return d->nparts > 0;
	}
	{
		int32_t		k = clm_skip_adv_left(c, first - 1);
		int32_t		from;

		if (k >= 0 && c->tok[k].pos == POS_COMMA)
			k--;
		if (k < 0 || c->sent[k] != c->sent[first])
		{
			/* « P » , selon X: the quotation ended its sentence */
			if (k < 0 || c->tok[k].pos != POS_CLOSEQ || c->tok[k].quote < 0)
				return false;
		}
		from = clm_clause_first(c, k);
		d->part[0] = clm_trim(c, (ClmRange) {from, k});
		if (range_empty(d->part[0]))
			return false;
		d->nparts = 1;
		/* Les trois hommes, selon X, ont ... */
		if (comma && next <= sent_last && !clm_has_fin(c, from, k) &&
			c->tok[k].pos != POS_CLOSEQ)
		{
			int32_t		end = clm_clause_last(c, next, KIND_CLAUSE);

			if (clm_has_fin(c, next, end))
				d->part[d->nparts++] = clm_trim(c, (ClmRange) {next, end});
		}
		return true;
	}
}

/* Can what stands at np think?  Pour les fonctionnaires, ...; not: Pour trois raisons, ... */
static bool
can_think(const ClmCtx *c, ClmRange np)
{
	bool		thinks = false;

	if (range_empty(np))
		return false;
	for (int32_t i = np.first; i <= np.last && i < np.first + 8; i++)
	{
		const ClmTok *t = &c->tok[i];

		if (t->pos == POS_COMMA)
			break;
		if (t->role & (CLM_ROLE(THING) | CLM_ROLE(TIME)))
			return false;
		if (c->doc->tok[i].kind == TOK_NUMBER && i == np.first)
			return false;
		if (t->nominal == 2 || (mask_at(c, i) & LEX_BIT(TITLE)))
			thinks = true;
		if (is_upper(c, i) && t->pos == POS_NOMINAL)
			thinks = true;
		if (t->pos == POS_PRON || (mask_at(c, i) & LEX_BIT(PRON) && np.first == np.last))
			thinks = true;
		if (c->mention[i] != NONE)
		{
			int			kind = c->tags->mention[c->mention[i]].kind;

			if (kind == TAG_DATE || kind == TAG_TIME || kind == TAG_EVENT)
				return false;
		}
	}
	return thinks;
}

static bool
no_source(const ClmCtx *c, ClmRange np)
{
	if (range_empty(np) || c->doc->tok[np.first].kind == TOK_NUMBER)
		return true;
	for (int32_t i = np.first; i <= np.last && i < np.first + 4; i++)
	{
		if (c->tok[i].role & CLM_ROLE(NOSOURCE))
			return true;
		if (c->tok[i].pos == POS_NOMINAL && !(mask_at(c, i) & LEX_BIT(DET)))
			break;
	}
	return false;
}

/* selon X [selon lequel P]: the source is what stands in front */
static void
relative(ClmCtx *c, int32_t i, int len, int act)
{
	int32_t		k = i - 1;
	ClmRange	source;
	ClmDraft   *d;
	ClmRange	content;

	if (k >= 0 && c->tok[k].pos == POS_COMMA)
		k--;
	if (k < 0 || c->sent[k] != c->sent[i])
		return;
	source = clm_np_left(c, k);
	content = clm_trim(c, (ClmRange) {i + len, clm_clause_last(c, i + len, KIND_CLAUSE)});
	if (range_empty(source) || range_empty(content) || i + len >= c->n || c->sent[i + len] != c->sent[i])
		return;
	d = clm_new_draft(c);
	d->source = source;
	d->cue = (ClmRange) {i, i + len - 2};
	d->part[0] = content;
	d->nparts = 1;
	d->act = (uint8_t) act;
	mark_quotes(c, d);
}

/* contrairement à ce qu'affirme X, P; selon ce qu'affirme X, P */
static void
contrary_phrase(ClmCtx *c, int32_t i, int len, int act)
{
	int32_t		k = i + len;
	int32_t		g = k < c->n ? c->tok[k].group : NONE;
	ClmRange	source = {NONE, NONE};
	ClmDraft	found = {.nparts = 0};
	ClmDraft   *d;
	int32_t		last;

	if (g >= 0 && clm_np_starts(c, c->group[g].last + 1))
		source = clm_np_right(c, c->group[g].last + 1);
	else
	{
		/* ce que X affirme */
		for (int32_t j = k; j < k + 20 && j < c->n && c->sent[j] == c->sent[i]; j++)
			if (c->tok[j].group >= 0 && (c->group[c->tok[j].group].flags & GROUP_FIN))
			{
				g = c->tok[j].group;
				source = clm_subject(c, g);
				break;
			}
	}
	if (range_empty(source))
		return;
	last = CORE_MAX(source.last, c->group[g].last);
	if (!find_content(c, i, last, &found))
		return;
	d = clm_new_draft(c);
	d->source = source;
	d->cue = (ClmRange) {i, c->group[g].last > source.first ? i + len - 1 : c->group[g].last};
	d->nparts = found.nparts;
	memcpy(d->part, found.part, sizeof(d->part));
	d->act = (uint8_t) act;
	mark_quotes(c, d);
}

/* selon X, à en croire X, aux yeux de X, pour X */
static void
open_phrase(ClmCtx *c, int32_t i, int len, int act, bool pour)
{
	int32_t		start = i + len;
	int32_t		last;
	ClmRange	source;
	ClmDraft	found = {.nparts = 0};
	ClmDraft   *d;

	if (start >= c->n || c->sent[start] != c->sent[i])
		return;
	if (pos_at(c, start) == POS_QUE || pos_at(c, start) == POS_REL)
		return;
	/* selon ce qu'a confié X */
	if ((role_at(c, start) & CLM_ROLE(WHAT)) && pos_at(c, start + 1) == POS_QUE)
	{
		contrary_phrase(c, i, len + 2, act);
		return;
	}
	source = clm_np_right(c, start);
	if (no_source(c, source))
		return;
	/* un document que la RTS a pu consulter, P */
	if (pos_at(c, source.last + 1) == POS_QUE && c->sent[source.last + 1] == c->sent[i])
	{
		int32_t		k = source.last + 1;

		while (k < c->n && k < source.last + 14 && c->sent[k] == c->sent[i] && c->tok[k].pos != POS_COMMA)
			k++;
		if (pos_at(c, k) == POS_COMMA && clm_has_fin(c, source.last + 1, k - 1))
			source.last = k - 1;
	}
	/* D'après les modèles, la saison, qui commence, ...: what looked like an apposition is the subject */
	if (opens_clause(c, i) && pos_at(c, source.last + 1) == POS_COMMA &&
		(pos_at(c, source.last + 2) == POS_REL || pos_at(c, source.last + 2) == POS_FIN ||
		 pos_at(c, source.last + 2) == POS_CLITIC || pos_at(c, source.last + 2) == POS_NE))
	{
		int32_t		k = source.last;

		while (k > source.first && c->tok[k].pos != POS_COMMA)
			k--;
		if (k > source.first)
			source.last = k - 1;
	}
	last = source.last;
	/* Pour X, qui y milite depuis dix ans, P */
	if (pos_at(c, last + 1) == POS_COMMA && pos_at(c, last + 2) == POS_REL && opens_clause(c, i))
	{
		int32_t		k = last + 2;

		while (k < c->n && k < last + 20 && c->sent[k] == c->sent[i] && c->tok[k].pos != POS_COMMA)
			k++;
		if (pos_at(c, k) == POS_COMMA && k < c->n && c->sent[k] == c->sent[i])
			last = k - 1;
	}
	if (pour)
	{
		int32_t		next = last + 1;

		if (!opens_clause(c, i) || !can_think(c, source))
			return;
		if (pos_at(c, next) != POS_COMMA && pos_at(c, next) != POS_COLON)
			return;
		if (pos_at(c, next) == POS_COMMA && !clm_has_fin(c, next + 1, clm_clause_last(c, next + 1, KIND_CLAUSE)))
			return;
	}
	if (!find_content(c, i, last, &found))
		return;
	d = clm_new_draft(c);
	d->source = source;
	d->cue = (ClmRange) {i, start - 1};
	d->nparts = found.nparts;
	memcpy(d->part, found.part, sizeof(d->part));
	d->act = (uint8_t) act;
	d->via = clm_via_in(c, source);
	mark_quotes(c, d);
}

/* à son avis, P: the source is whoever spoke last */
static void
self_phrase(ClmCtx *c, int32_t i, int len, int act)
{
	ClmDraft	found = {.nparts = 0};
	ClmDraft   *d;
	int32_t		same = NONE;
	int32_t		lo = 0;
	int32_t		hi = c->nverb;

	if (!find_content(c, i, i + len - 1, &found))
		return;

	/* the claims by verbs lie in text order: those in front of i */
	while (lo < hi)
	{
		int32_t		mid = lo + (hi - lo) / 2;

		if (c->draft[mid].cue.first < i)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (int32_t k = lo - 1; k >= 0 && k > lo - 5; k--)
		if (!range_empty(c->draft[k].source) && c->sent[i] - c->draft[k].sent <= 4)
		{
			same = k;
			break;
		}
	if (same == NONE)
		return;
	d = clm_new_draft(c);
	/* the possessive inside the cue stands for the source */
	for (int32_t k = i; k < i + len; k++)
		if ((role_at(c, k) & CLM_ROLE(POSSESSIVE)) || c->tok[k].pos == POS_CLITIC ||
			(mask_at(c, k) & LEX_BIT(OBJPRON) && c->doc->tok[k].len < 4 && k > i))
			d->source = (ClmRange) {k, k};
	if (range_empty(d->source))
		d->source = c->draft[same].source;
	d->same_source = same;
	d->cue = (ClmRange) {i, i + len - 1};
	d->nparts = found.nparts;
	memcpy(d->part, found.part, sizeof(d->part));
	d->act = (uint8_t) act;
	mark_quotes(c, d);
}

/* il semblerait que P, des rumeurs selon lesquelles P, des rumeurs de P */
static void
hearsay_phrase(ClmCtx *c, int32_t i, int len)
{
	int32_t		k = clm_skip_adv(c, i + len);
	int32_t		first = NONE;
	int32_t		cue_last = i + len - 1;
	ClmDraft   *d;

	if (k >= c->n || c->sent[k] != c->sent[i])
		return;
	if (c->tok[k].pos == POS_QUE)
		first = k + 1;
	else if (c->tok[k].phrase == CLM_PHRASE_LEQUEL + 1)
	{
		first = k + c->tok[k].phrase_len;
		c->tok[k].phrase = 0;
	}
	else if (c->tok[k].pos == POS_ING && c->tok[k].group >= 0)
	{
		/* les rumeurs annonçant sa mort */
		first = c->tok[k].pos == POS_ING ? c->group[c->tok[k].group].last + 1 : NONE;
		if (pos_at(c, first) == POS_QUE)
			first++;
	}
	else if (c->tok[k].pos == POS_PREP && (c->tok[k].prep == 1 || c->tok[k].prep == 5))
	{
		cue_last = k;
		first = k + 1;
	}
	else if (!clm_has_fin(c, i, i + len - 1))
		return;
	if (first == NONE || first >= c->n || c->sent[first] != c->sent[i])
		return;
	d = clm_new_draft(c);
	d->cue = (ClmRange) {i, cue_last};
	d->part[0] = clm_trim(c, (ClmRange) {first, clm_clause_last(c, first, cue_last > i + len - 1 ?
															   KIND_PHRASE : KIND_CLAUSE)});
	d->nparts = range_empty(d->part[0]) ? 0 : 1;
	d->act = CLM_HEARSAY;
	mark_quotes(c, d);
	if (d->nparts == 0)
		c->ndraft--;
}

/* The skipper allegedly fell asleep: the clause around an adverb is hearsay */
static void
reportedly(ClmCtx *c, int32_t i, int len)
{
	ClmDraft   *d;
	int32_t		g = NONE;
	int32_t		first;
	ClmRange	left,
				right;

	/* the verb that it stands by */
	for (int32_t k = i - 2; k < i + len + 3 && g == NONE; k++)
		if (k >= 0 && k < c->n && c->sent[k] == c->sent[i] && c->tok[k].group >= 0)
			g = c->tok[k].group;
	if (g == NONE)
		return;
	first = (c->group[g].flags & GROUP_FIN) && c->group[g].subj_first != NONE ?
		c->group[g].subj_first : c->group[g].first;
	if (first > i)
		first = i;
	left = clm_trim(c, (ClmRange) {first, i - 1});
	if (i + len >= c->n || c->sent[i + len] != c->sent[i])
		return;
	right = clm_trim(c, (ClmRange) {i + len, clm_clause_last(c, i + len, KIND_CLAUSE)});
	d = clm_new_draft(c);
	d->cue = (ClmRange) {i, i + len - 1};
	if (!range_empty(left))
		d->part[d->nparts++] = left;
	if (!range_empty(right))
		d->part[d->nparts++] = right;
	d->act = CLM_HEARSAY;
	if (d->nparts == 0)
		c->ndraft--;
}

/* à la demande de X: what was demanded stands in front */
static void
noun_phrase(ClmCtx *c, int32_t i, int len, int act)
{
	ClmRange	source = clm_np_right(c, i + len);
	ClmDraft	found = {.nparts = 0};
	ClmDraft   *d;

	if (range_empty(source) || c->sent[source.first] != c->sent[i] ||
		!find_content(c, i, source.last, &found))
		return;
	d = clm_new_draft(c);
	d->source = source;
	d->cue = (ClmRange) {i, i + len - 1};
	d->nparts = found.nparts;
	memcpy(d->part, found.part, sizeof(d->part));
	d->act = (uint8_t) act;
}

/* In Durrani's view, P: the source stands inside the cue, in front of its mark */
static void
possessive(ClmCtx *c, int32_t i)
{
	int32_t		first = i - 1;
	ClmDraft	found = {.nparts = 0};
	ClmDraft   *d;

	while (first > 0 && first > i - 6 && c->sent[first] == c->sent[i] &&
		   (c->tok[first].pos == POS_NOMINAL || c->tok[first].pos == POS_DET))
		first--;
	if (c->tok[first].pos != POS_PREP || first + 1 > i - 1 || c->sent[first] != c->sent[i] ||
		!find_content(c, first, i + 1, &found))
		return;
	d = clm_new_draft(c);
	d->source = (ClmRange) {first + 1, i - 1};
	d->cue = (ClmRange) {first, i + 1};
	d->nparts = found.nparts;
	memcpy(d->part, found.part, sizeof(d->part));
	d->act = CLM_OPINION;
	mark_quotes(c, d);
}

void
clm_opens(ClmCtx *c)
{
	for (int32_t i = 0; i < c->n; i++)
	{
		int			len = c->tok[i].phrase_len;
		int			act;

		CORE_POLL_EVERY(i);
		if ((c->tok[i].role & CLM_ROLE(POSSMARK)) && i > 0 && (role_at(c, i + 1) & CLM_ROLE(VIEWNOUN)) &&
			(c->model->options & CLM_OPTION_POSSESSIVE))
			possessive(c, i);
		if (c->tok[i].phrase == 0 || c->tok[i].phrase == CLM_PHRASE_ADV + 1)
			continue;
		act = c->tok[i].phrase_act;
		switch (c->tok[i].phrase - 1)
		{
			case CLM_PHRASE_OPEN:
				open_phrase(c, i, len, act, false);
				break;
			case CLM_PHRASE_POUR:
				open_phrase(c, i, len, act, true);
				break;
			case CLM_PHRASE_SELF:
				self_phrase(c, i, len, act);
				break;
			case CLM_PHRASE_LEQUEL:
			case CLM_PHRASE_QUI:
				relative(c, i, len, act);
				break;
			case CLM_PHRASE_HEARSAY:
				hearsay_phrase(c, i, len);
				break;
			case CLM_PHRASE_REPORTEDLY:
				reportedly(c, i, len);
				break;
			case CLM_PHRASE_CONTRARY:
				contrary_phrase(c, i, len, act);
				break;
			case CLM_PHRASE_NOUN:
				noun_phrase(c, i, len, act);
				break;
			default:
				break;
		}
	}
}
