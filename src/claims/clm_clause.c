/*
 * clm_clause.c
 *	  Where noun phrases and clauses begin and end.
 *
 * Every search is bounded (MAX_LEFT, MAX_RIGHT tokens), so that a document of
 * one giant sentence costs no more than one of many.
 */
#include "claims/clm_int.h"

#define MAX_LEFT	60			/* tokens that a subject search walks */
#define MAX_RIGHT	400			/* tokens that a content may have */
#define MAX_NP		48			/* tokens that a source may have */

/* Where a sentence begins, behind a dateline or a credit: PARIS (AFP) - */
int32_t
clm_sent_first(const ClmCtx *c, int32_t i)
{
	int32_t		first = (int32_t) c->doc->sent[c->sent[i]];
	int32_t		end = CORE_MIN(i, first + 18);

	if (!(c->doc->tok[first].flags & TOK_PARA))
		return first;
	for (int32_t k = first; k < end; k++)
	{
		const ClmTok *t = &c->tok[k];

		if (t->pos == POS_DASH || (c->doc->tok[k].kind == TOK_MARK && (c->doc->tok[k].flags & TOK_SPACE) &&
								   (c->doc->tok[k + 1].flags & TOK_SPACE)))
			return k > first ? k + 1 : first;
		/* (Belga) at the start */
		if (t->pos == POS_RPAREN && c->tok[first].pos == POS_LPAREN && k <= first + 3)
			return k + 1;
		if (t->pos != POS_NOMINAL && t->pos != POS_COMMA && t->pos != POS_LPAREN &&
			t->pos != POS_RPAREN && t->pos != POS_STOP && t->pos != POS_OTHER &&
			t->pos != POS_DET && t->pos != POS_PREP)
			break;
	}
	return first;
}

int32_t
clm_sent_last(const ClmCtx *c, int32_t i)
{
	return (int32_t) c->doc->sent[c->sent[i] + 1] - 1;
}

/* Behind the adverbs at i. */
int32_t
clm_skip_adv(const ClmCtx *c, int32_t i)
{
	int32_t		end = i + 12;

	while (i < c->n && i < end && (c->tok[i].pos == POS_ADV || (c->tok[i].pos == POS_NOT && c->tok[i].prep == 0)))
		i++;
	return i;
}

/* In front of the adverbs that end at i. */
int32_t
clm_skip_adv_left(const ClmCtx *c, int32_t i)
{
	int32_t		end = i - 12;

	while (i >= 0 && i > end && c->tok[i].pos == POS_ADV)
		i--;
	return i;
}

/* A finite verb between two tokens that is not in a relative clause. */
bool
clm_has_fin(const ClmCtx *c, int32_t first, int32_t last)
{
	if (last - first > MAX_RIGHT)
		first = last - MAX_RIGHT;
	for (int32_t i = first; i <= last; i++)
		if (c->tok[i].pos == POS_FIN)
			return true;
	return false;
}

/* Cut commas, stops and dashes off both ends; a quotation mark without its partner too. */
ClmRange
clm_trim(const ClmCtx *c, ClmRange r)
{
	for (; r.first <= r.last; r.first++)
	{
		int			pos = c->tok[r.first].pos;

		if (pos == POS_COMMA || pos == POS_STOP || pos == POS_SEMI || pos == POS_COLON ||
			pos == POS_DASH || pos == POS_CLOSEQ || pos == POS_RPAREN)
		{
			/* (...) and ... begin a quotation too, but only inside one */
			continue;
		}
		break;
	}
	for (; r.last >= r.first; r.last--)
	{
		int			pos = c->tok[r.last].pos;

		if (pos == POS_COMMA || pos == POS_STOP || pos == POS_SEMI || pos == POS_COLON ||
			pos == POS_DASH || pos == POS_LPAREN)
			continue;
		if (pos == POS_OPENQ)
			continue;
		/* the partner stands in front of the range */
		if (pos == POS_CLOSEQ && c->tok[r.last].quote >= 0 &&
			c->quote[c->tok[r.last].quote].open < r.first)
			continue;
		break;
	}
	if (r.last < r.first)
		r.first = r.last = NONE;
	return r;
}

/* May a noun phrase begin at i? */
bool
clm_np_starts(const ClmCtx *c, int32_t i)
{
	int			pos = pos_at(c, i);

	return pos == POS_DET || pos == POS_NOMINAL || pos == POS_PRON ||
		(pos == POS_PREP && (mask_at(c, i) & LEX_BIT(DET)) && (mask_at(c, i) & LEX_BIT(PREP)) &&
		 c->doc->tok[i].len > 2 && !(mask_at(c, i) & LEX_BIT(ELISION)));
}

/* A medium: a noun of media, or an organisation that is one. */
static bool
is_medium(const ClmCtx *c, int32_t i)
{
	return (mask_at(c, i) & LEX_BIT(MEDIANOUN)) != 0;
}

/* Something like à l'AFP, dans un communiqué, lors d'une conférence de presse at i. */
bool
clm_is_via(const ClmCtx *c, int32_t i, ClmRange *np)
{
	int32_t		j = i;
	int32_t		first;

	if (!(role_at(c, i) & CLM_ROLE(VIA)) || c->tok[i].pos != POS_PREP)
		return false;
	j++;
	/* auprès de, lors de */
	if (j < c->n && c->tok[j].pos == POS_PREP && c->tok[j].prep)
		j++;
	first = j;
	while (j < c->n && j < i + 7 && (c->tok[j].pos == POS_DET || c->tok[j].pos == POS_NOMINAL))
	{
		if (is_medium(c, j))
		{
			if (lex_morph(c->doc->lex, c->doc->tok[j].lex, LEX_MEDIANOUN) & LEX_TAG(NAMED))
				*np = (ClmRange) {is_upper(c, first) ? first : j, j};
			else
				*np = clm_np_right(c, first);
			return !range_empty(*np);
		}
		/* one adjective or noun in front: un bref communiqué, la chaîne publique */
		if (c->tok[j].pos == POS_NOMINAL && j > first + 2)
			break;
		j++;
	}
	return false;
}

/* The medium inside a source: les sources citées par Reuters. */
ClmRange
clm_via_in(const ClmCtx *c, ClmRange source)
{
	ClmRange	none = {NONE, NONE};

	for (int32_t i = source.first + 1; !range_empty(source) && i < source.last; i++)
		if ((role_at(c, i) & CLM_ROLE(BY)) && c->tok[i - 1].pos == POS_PP)
		{
			int32_t		k = c->tok[i + 1].pos == POS_DET ? i + 2 : i + 1;
			int32_t		m = k <= source.last ? c->mention[k] : NONE;

			if (k > source.last || !is_upper(c, k))
				return none;
			if (is_medium(c, k))
				return (ClmRange) {i + 1, k};
			if (m != NONE && c->tags->mention[m].kind == TAG_ORG)
			{
				while (k < source.last && c->mention[k + 1] == m)
					k++;
				return (ClmRange) {i + 1, k};
			}
			return none;
		}
	return none;
}

/* Prepositions that go on with a noun phrase; the others end it. */
static bool
prep_binds(const ClmCtx *c, int32_t i, bool named)
{
	const ClmTok *t = &c->tok[i];
	uint64_t	mask = mask_at(c, i + 1);
	ClmRange	np;

	if (is_upper(c, i + 1) && t->prep == 1)
		return true;			/* La Dépêche du Midi */
	if (role_at(c, i + 1) & CLM_ROLE(TIME))
		return false;
	/* sur Bluesky, dans Ouest-France: a medium without its article */
	if ((role_at(c, i) & CLM_ROLE(VIA)) && is_upper(c, i + 1) && t->prep > 4 && pos_at(c, i + 1) == POS_NOMINAL)
		return false;
	if (mask & (LEX_BIT(MONTH) | LEX_BIT(WEEKDAY) | LEX_BIT(TIMEWORD)))
		return t->prep == 1;
	if (t->prep == 1)
		return true;			/* de: the first of the list, of in English */
	if (i > 0 && c->tok[i - 1].pos == POS_PREP)
		return true;			/* de chez Scuderia */
	if (t->prep == 0 || t->prep > 9)
		return false;			/* lors, auprès, après, depuis: adjuncts */
	if (clm_is_via(c, i, &np))
		return false;
	return !named;
}

/*
 * The noun phrase that begins at start:
 *	  une représentante du comité russe d'investigation, Oksana Kovrijnaïa
 */
ClmRange
clm_np_right(const ClmCtx *c, int32_t start)
{
	ClmRange	r = {NONE, NONE};
	int32_t		last = NONE;	/* last token that belongs to it */
	bool		named = false;
	bool		after_comma = false;
	int			commas = 0;
	int32_t		sent = start < c->n ? c->sent[start] : 0;
	int32_t		quote = start < c->n ? c->tok[start].quote : NONE;

	if (start >= c->n || !clm_np_starts(c, start))
		return r;
	r.first = start;
	if (c->tok[start].pos == POS_PRON ||
		(c->tok[start].pos == POS_NOMINAL && (mask_at(c, start) & LEX_BIT(PRON)) &&
		 !(mask_at(c, start) & LEX_BIT(DET)) && pos_at(c, start + 1) != POS_PREP))
	{
		r.last = start;
		return r;
	}
	for (int32_t i = start; i < c->n && i < start + MAX_NP && c->sent[i] == sent; i++)
	{
		const ClmTok *t = &c->tok[i];

		/* another quotation opens or the own one closes */
		if (t->quote != quote && t->pos == POS_OPENQ)
		{
			const ClmQuote *q = &c->quote[t->quote];

			/* a name in quotation marks: le collectif « Nuit calme » */
			if (q->closed && q->close - q->open <= 6 && last != NONE && !clm_quote_speaks(c, q))
			{
				i = last = q->close;
				continue;
			}
			break;
		}
		if (t->pos == POS_CLOSEQ)
			break;
		switch (t->pos)
		{
			case POS_NOMINAL:
				/* mercredi, hier: no part of a name */
				if (i > start && (t->role & CLM_ROLE(TIME)) && !is_upper(c, i) &&
					pos_at(c, i - 1) != POS_PREP && pos_at(c, i - 1) != POS_DET)
					goto done;
				named |= is_upper(c, i);
				last = i;
				after_comma = false;
				continue;
			case POS_DET:
				if (last == i - 1 && !after_comma && last != NONE &&
					c->tok[last].pos == POS_NOMINAL && i > start)
				{
					/* le quotidien Le Monde: a name that begins with an article */
					if (is_upper(c, i) && is_upper(c, i + 1))
						continue;
					/* M. Dupont le nouveau maire: another phrase */
					if (!(mask_at(c, i) & LEX_BIT(DEMONYM)) && !(role_at(c, i) & CLM_ROLE(POSSMARK)))
						goto done;
				}
				continue;
			case POS_PREP:
				if (last == NONE && i > start)
					continue;
				if (i == start)
					continue;
				if (after_comma)
				{
					/* Son collègue, de l'université de Bergen, */
					if (t->prep == 1)
					{
						after_comma = false;
						continue;
					}
					goto done;
				}
				if (!prep_binds(c, i, named && i > start + 1 && is_upper(c, i - 1)))
					goto done;
				if (!clm_np_starts(c, i + 1) && pos_at(c, i + 1) != POS_PREP && pos_at(c, i + 1) != POS_OPENQ)
					goto done;
				continue;
			case POS_AND:
				if (!clm_np_starts(c, i + 1) && pos_at(c, i + 1) != POS_PREP)
					goto done;
				if (pos_at(c, i + 1) == POS_PRON)
					goto done;
				/* et il ...: is a verb coming before the end? */
				for (int32_t k = i + 1; k < i + 14 && k < c->n && c->sent[k] == sent; k++)
				{
					if (c->tok[k].pos == POS_COMMA || c->tok[k].pos == POS_STOP ||
						c->tok[k].pos == POS_REL || c->tok[k].pos == POS_QUE)
						break;
					if (c->tok[k].pos == POS_FIN)
						goto done;
				}
				continue;
			case POS_PP:
			case POS_ING:
				if (last == NONE)
					goto done;
				/* proche du dossier citées par Bloomberg; not: , ajoutant que */
				if (after_comma && t->pos == POS_ING)
					goto done;
				if (t->group >= 0 && c->group && c->group[t->group].fin != NONE)
					goto done;
				last = i;
				after_comma = false;
				/* the agent belongs to it */
				if (role_at(c, i + 1) & CLM_ROLE(BY))
					i++;
				continue;
			case POS_ADV:
				/* la même source */
				if (last == NONE && i == start + 1)
					continue;
				if (after_comma || last == NONE)
					goto done;
				continue;
			case POS_LPAREN:
				{
					int32_t		k = i;

					while (k < i + 10 && k < c->n && c->tok[k].pos != POS_RPAREN)
						k++;
					if (last == NONE || pos_at(c, k) != POS_RPAREN)
						goto done;
					i = last = k;
					continue;
				}
			case POS_COMMA:
				{
					/* an apposition: up to the next comma or the end, without a verb */
					int32_t		k = i + 1;

					if (last == NONE || ++commas > 3)
						goto done;
					if (!clm_np_starts(c, k) && !(pos_at(c, k) == POS_PREP && c->tok[k].prep == 1) &&
						!(pos_at(c, k) == POS_PP))
						goto done;
					if (pos_at(c, k) == POS_PRON || (role_at(c, k) & CLM_ROLE(TIME)) ||
						c->tok[k].phrase)
						goto done;
					while (k < c->n && k < i + 30 && c->sent[k] == sent &&
						   c->tok[k].pos != POS_COMMA && c->tok[k].pos != POS_STOP &&
						   c->tok[k].pos != POS_FIN && c->tok[k].pos != POS_QUE &&
						   c->tok[k].pos != POS_COLON && c->tok[k].pos != POS_CLOSEQ &&
						   c->tok[k].pos != POS_REL && c->tok[k].pos != POS_SEMI)
						k++;
					if (k < c->n && c->sent[k] == sent &&
						(c->tok[k].pos == POS_FIN || c->tok[k].pos == POS_QUE))
						goto done;
					after_comma = true;
					continue;
				}
			case POS_REL:
				/* les scientifiques qui l'ont découvert */
				if (after_comma || last == NONE || named)
					goto done;
				{
					int32_t		k = i + 1;

					while (k < c->n && k < i + 25 && c->sent[k] == sent &&
						   c->tok[k].pos != POS_COMMA && c->tok[k].pos != POS_STOP &&
						   c->tok[k].pos != POS_COLON && c->tok[k].pos != POS_CLOSEQ &&
						   c->tok[k].pos != POS_QUE)
						k++;
					last = k - 1;
					goto done;
				}
			default:
				if (role_at(c, i) & CLM_ROLE(POSSMARK))
					continue;
				goto done;
		}
	}
done:
	r.last = last;
	if (last == NONE)
		r.first = NONE;
	return r;
}

/*
 * The noun phrase that ends at last, going left:
 *	  (Interrogé hier,) le ministre russe des Situations d'urgence
 */
ClmRange
clm_np_left(const ClmCtx *c, int32_t last)
{
	ClmRange	r = {NONE, NONE};
	int32_t		first = last + 1;
	int32_t		sent = last >= 0 ? c->sent[last] : 0;
	int32_t		quote = last >= 0 ? c->tok[last].quote : NONE;
	bool		zero_que = (c->model->options & CLM_OPTION_ZERO_QUE) != 0;

	for (int32_t i = last; i >= 0 && i > last - MAX_LEFT && c->sent[i] == sent; i--)
	{
		const ClmTok *t = &c->tok[i];

		if (t->pos == POS_CLOSEQ && t->quote >= 0 && c->quote[t->quote].close == i &&
			i - c->quote[t->quote].open <= 8 && c->quote[t->quote].open > 0 &&
			t->quote != quote && c->tok[i - 1].pos != POS_COMMA && c->tok[i - 1].pos != POS_STOP &&
			!clm_quote_speaks(c, &c->quote[t->quote]))
		{
			/* the film "Intouchables" shows; but: "It is here," Anna said */
			i = first = c->quote[t->quote].open;
			continue;
		}
		if (t->quote != quote)
			break;
		/* s'est écrasé et les habitants: another clause */
		if (t->group >= 0 && c->group[t->group].fin != NONE)
			break;
		if (t->pos == POS_NOMINAL || t->pos == POS_DET || t->pos == POS_PREP ||
			t->pos == POS_PP || t->pos == POS_AND || t->pos == POS_RPAREN ||
			t->pos == POS_LPAREN || (t->pos == POS_ING && !zero_que) ||
			(role_at(c, i) & CLM_ROLE(POSSMARK)) || (t->pos == POS_NOT && t->nominal))
		{
			first = i;
			continue;
		}
		if (t->pos == POS_ADV && first <= last)
		{
			first = i;
			continue;
		}
		break;
	}
	/* what no noun phrase begins with */
	while (first <= last)
	{
		const ClmTok *t = &c->tok[first];

		if (t->pos == POS_AND || t->pos == POS_ADV || t->pos == POS_RPAREN || t->pos == POS_NOT ||
			t->pos == POS_ING)
		{
			first++;
			continue;
		}
		/* Mercredi le ministre, Hier Paul */
		if (t->pos == POS_NOMINAL && (t->role & CLM_ROLE(TIME)) && first < last)
		{
			first++;
			continue;
		}
		/* a participle belongs to what stands in front; (Belga) is a credit */
		if (t->pos == POS_PP && first < last &&
			(c->tok[first + 1].pos == POS_PREP))
		{
			first++;
			continue;
		}
		if (t->pos == POS_LPAREN)
		{
			int32_t		k = first;

			while (k <= last && c->tok[k].pos != POS_RPAREN)
				k++;
			if (k > last)
				break;
			first = k + 1;
			continue;
		}
		/* En conférence de presse le capitaine: from the first phrase that no preposition governs */
		if (t->pos == POS_PREP && !clm_np_starts(c, first))
		{
			int32_t		k = first + 1;

			while (k <= last &&
				   !((c->tok[k].pos == POS_DET ||
					  (c->tok[k].pos == POS_NOMINAL && is_upper(c, k) && !is_upper(c, k - 1))) &&
					 (c->tok[k - 1].pos == POS_NOMINAL || c->tok[k - 1].pos == POS_PP)))
				k++;
			if (k > last)
				return r;
			first = k;
			continue;
		}
		break;
	}
	if (first > last)
		return r;
	r.first = first;
	r.last = last;
	return r;
}

/* Does the piece between two commas only insert something: , de son côté, / , dimanche, */
static bool
is_insertion(const ClmCtx *c, int32_t first)
{
	const ClmTok *t = &c->tok[first];

	if (t->pos == POS_ADV || t->pos == POS_REL || t->pos == POS_SUB || t->pos == POS_ING ||
		t->pos == POS_INF || t->pos == POS_NOT)
		return true;
	if (t->pos == POS_PP)
		return true;
	/* , elle, / , 38 ans, */
	if (t->role & CLM_ROLE(ALSO))
		return true;
	if (c->doc->tok[first].kind == TOK_NUMBER && (role_at(c, first + 1) & (CLM_ROLE(TIME) | CLM_ROLE(THING))))
		return true;
	if (t->pos == POS_PREP)
		return t->prep != 1 || c->tok[first + 1].pos == POS_INF;
	if (t->role & CLM_ROLE(TIME))
		return true;
	return false;
}

/* A clause of its own between two commas parts a verb from what stands in front. */
static bool
is_clause_piece(const ClmCtx *c, int32_t first, int32_t last)
{
	int			pos = c->tok[first].pos;

	if (pos == POS_REL || pos == POS_SUB || pos == POS_QUE)
		return false;
	for (int32_t i = first; i <= last; i++)
	{
		if (c->tok[i].pos == POS_REL || c->tok[i].pos == POS_QUE)
			return false;
		if (c->tok[i].pos == POS_FIN)
			return true;
	}
	return false;
}

/*
 * The subject of a finite verb group, to its left; empty where there is none
 * (an inverted one is looked for by whoever knows that it is inverted).
 */
ClmRange
clm_subject(const ClmCtx *c, int32_t group)
{
	const ClmGroup *g = &c->group[group];
	ClmRange	none = {NONE, NONE};
	int32_t		p = clm_skip_adv_left(c, g->first - 1);
	int32_t		sent = c->sent[g->first];
	int			pos;

	if (g->tail != NONE)
		return (ClmRange) {g->tail, g->tail};
	if (p < 0 || c->sent[p] != sent)
		return none;
	pos = c->tok[p].pos;

	if (pos == POS_PRON || (pos == POS_NOT && (role_at(c, p) & CLM_ROLE(NOR)) &&
							(c->model->options & CLM_OPTION_ZERO_QUE)))
		return (ClmRange) {p, p};
	if (pos == POS_REL && (role_at(c, p) & CLM_ROLE(WHO)))
	{
		/* the antecedent */
		int32_t		k = p - 1;

		if (k >= 0 && c->tok[k].pos == POS_COMMA)
			k--;
		if (k < 0 || c->sent[k] != sent)
			return none;
		if (c->tok[k].pos == POS_PRON)
			return (ClmRange) {k, k};
		{
			ClmRange	np = clm_np_left(c, k);

			/* selon X, qui ajoute: the phrase that a preposition governs */
			if (range_empty(np) && (c->tok[k].pos == POS_NOMINAL || c->tok[k].pos == POS_RPAREN))
			{
				int32_t		first = k;

				while (first > 0 && first > k - 20 && c->sent[first - 1] == sent &&
					   (c->tok[first - 1].pos == POS_NOMINAL || c->tok[first - 1].pos == POS_DET ||
						c->tok[first - 1].pos == POS_LPAREN || c->tok[first - 1].pos == POS_RPAREN ||
						(c->tok[first - 1].pos == POS_PREP && c->tok[first - 1].prep == 1 &&
						 first > 1 && c->tok[first - 2].pos == POS_NOMINAL)))
					first--;
				return (ClmRange) {first, k};
			}
			return np;
		}
	}
	/* , then asked: the verb in front has the subject */
	if (pos == POS_COMMA && p < g->first - 1 && (c->model->options & CLM_OPTION_ZERO_QUE))
		pos = POS_AND;
	if (pos == POS_COMMA)
	{
		int32_t		end = p;	/* a comma that closes a piece */

		/* go left over pieces between commas: X, apposition, | X, de son côté, */
		for (int pieces = 0; pieces < 4; pieces++)
		{
			int32_t		k = end - 1;

			while (k >= 0 && c->sent[k] == sent && k > end - MAX_LEFT &&
				   c->tok[k].pos != POS_COMMA && c->tok[k].pos != POS_COLON &&
				   c->tok[k].pos != POS_SEMI && c->tok[k].pos != POS_OPENQ &&
				   c->tok[k].pos != POS_QUE && c->tok[k].pos != POS_DASH)
			{
				if (c->tok[k].pos == POS_CLOSEQ && c->tok[k].quote >= 0)
					k = c->quote[c->tok[k].quote].open;
				k--;
			}
			if (k < 0 || c->sent[k] != sent || c->tok[k].pos != POS_COMMA)
				return none;
			{
				ClmRange	np;
				bool		insertion = is_insertion(c, k + 1);
				int32_t		before = clm_skip_adv_left(c, k - 1);

				if (before < 0 || c->sent[before] != sent || is_clause_piece(c, k + 1, end - 1))
					return none;
				if (c->tok[before].pos == POS_PRON)
					return (ClmRange) {before, before};
				np = clm_np_left(c, before);
				if (!range_empty(np) && c->tok[np.first].pos != POS_AND &&
					(np.first == 0 || c->sent[np.first - 1] != sent ||
					 (c->tok[np.first - 1].pos != POS_FIN && c->tok[np.first - 1].pos != POS_INF)))
				{
					/* another piece in front may hold the name: X, A, B, dit */
					if (np.first > 0 && c->tok[np.first - 1].pos == POS_COMMA &&
						c->sent[np.first - 1] == sent && !insertion && pieces < 2)
					{
						int32_t		b = clm_skip_adv_left(c, np.first - 2);
						ClmRange	more = b >= 0 && c->sent[b] == sent ? clm_np_left(c, b) : none;

						if (!range_empty(more) && (is_upper(c, more.last) || is_upper(c, np.first)) && more.last == b &&
							!is_insertion(c, np.first) && c->tok[more.first].pos != POS_PREP &&
							(more.first == clm_sent_first(c, b)))
							np.first = more.first;
					}
					return (ClmRange) {np.first, insertion ? np.last : end - 1};
				}
				if (!insertion)
					return none;
				end = k;
			}
		}
		return none;
	}
	if (pos == POS_AND || pos == POS_BUT)
	{
		/* the subject of the verb in front: A conteste et fait part */
		for (int32_t k = group - 1; k >= 0 && k > group - 8; k--)
		{
			const ClmGroup *h = &c->group[k];

			if (c->sent[h->first] != sent)
				break;
			if ((h->flags & GROUP_FIN) && h->subj_first != NONE &&
				c->tok[h->subj_first].quote == c->tok[g->first].quote)
				return (ClmRange) {h->subj_first, h->subj_last};
		}
		return none;
	}
	if (pos == POS_NOMINAL || pos == POS_RPAREN || pos == POS_CLOSEQ || pos == POS_PP ||
		pos == POS_NOT)
		return clm_np_left(c, p);
	return none;
}

/* A cue that could go on with the sentence's first one: , ajoutant que / et promet */
static bool
is_cue_group(const ClmCtx *c, int32_t group)
{
	const ClmCue *cue;
	int			n;

	if (group < 0)
		return false;
	cue = clm_cues(c, c->tok[c->group[group].head].lemma, &n);
	/* those of several words come first and say nothing of the verb alone */
	return n > 0 && cue[n - 1].nextra == 0;
}

/* Another quotation, behind a comma or none: « A », « B » */
static bool
quote_follows(const ClmCtx *c, int32_t i)
{
	if (pos_at(c, i) == POS_COMMA)
		i++;
	return pos_at(c, i) == POS_OPENQ;
}

/*
 * Does a phrase go on behind the comma at i?  A list does (la hausse, le gel
 * et la baisse); what is added does not (, où ... / , dont ... / , au nord).
 */
static bool
goes_on(const ClmCtx *c, int32_t i, int32_t k, int32_t end, ClmKind kind)
{
	int			pos = c->tok[k].pos;

	if (pos == POS_AND)
		return true;
	if (pos == POS_OPENQ)
		return true;
	if (kind == KIND_INF && (pos == POS_INF || pos == POS_PP))
		return true;
	/* , dont la moitié avec sursis */
	if (pos == POS_REL && (c->tok[k].role & CLM_ROLE(WHICH)))
	{
		for (int32_t j = k + 1; j <= end && j < k + 16; j++)
		{
			if (c->tok[j].pos == POS_FIN)
				return false;
			if (c->tok[j].pos == POS_COMMA || c->tok[j].pos == POS_STOP)
				break;
		}
		return true;
	}
	/* prévoit de lancer, le 15 mars, un service */
	if (kind == KIND_INF && (pos == POS_PREP || pos == POS_DET || pos == POS_ADV))
	{
		for (int32_t j = k + 1; j < end && j < k + 8; j++)
		{
			if (c->tok[j].pos == POS_COMMA)
			{
				if ((c->tok[j + 1].pos == POS_DET || (c->tok[j + 1].pos == POS_PREP && c->tok[j + 1].prep == 1)) &&
					c->tok[i - 1].pos == POS_INF)
					return true;
				break;
			}
			if (c->tok[j].pos == POS_FIN || c->tok[j].pos == POS_REL)
				break;
		}
	}
	if (pos != POS_DET && pos != POS_NOMINAL && !(pos == POS_PREP && c->tok[k].prep == 1))
		return false;
	/* an « et » ends a list, before anything else does */
	for (int32_t j = k; j <= end && j < i + 20; j++)
	{
		int			p = c->tok[j].pos;

		if (p == POS_AND)
			return true;
		if (p == POS_FIN || p == POS_REL || p == POS_QUE || p == POS_STOP || p == POS_SUB ||
			p == POS_COLON || p == POS_SEMI)
			return false;
	}
	return false;
}

/*
 * Last token of the content that begins at start.  A phrase or an infinitive
 * ends in front of a verb that it does not govern and, mostly, at a comma.
 */
int32_t
clm_clause_last(const ClmCtx *c, int32_t start, ClmKind kind)
{
	int32_t		end = clm_sent_last(c, start);
	int32_t		quote = c->tok[start].pos == POS_OPENQ && c->tok[start].quote >= 0 ?
		c->quote[c->tok[start].quote].parent : c->tok[start].quote;
	int32_t		last = start;
	int			paren = 0;
	bool		zero_que = (c->model->options & CLM_OPTION_ZERO_QUE) != 0;
	bool		seen_fin = false;	/* a finite verb of this content */
	int			embed = 0;		/* words that open a clause and wait for its verb */


	for (int32_t i = start; i < c->n && i <= start + MAX_RIGHT; i++)
	{
		const ClmTok *t = &c->tok[i];

		if (i > end)
			break;
		if (t->pos == POS_OPENQ && t->quote >= 0 && c->quote[t->quote].open == i)
		{
			const ClmQuote *q = &c->quote[t->quote];

			if (q->close > i + MAX_RIGHT && !q->closed)
				break;
			i = last = q->close;
			/* « une trêve » dans le nord: a phrase is the quotation, and what de adds */
			if (q->open == start && kind == KIND_PHRASE && q->close <= end)
			{
				const ClmTok *next = &c->tok[q->close + 1];

				if (q->close + 1 <= end && !(next->pos == POS_PREP && next->prep == 1) &&
					next->pos != POS_NOMINAL && next->pos != POS_AND && next->pos != POS_DET &&
					next->pos != POS_COMMA && next->pos != POS_PP &&
					!(next->pos == POS_PREP && clm_quote_speaks(c, q) == false && (mask_at(c, q->close + 1) & LEX_BIT(DET))))
					break;
			}
			if (q->open == start && q->close < end && clm_quote_speaks(c, q) &&
				(c->tok[q->close + 1].pos == POS_COMMA || c->tok[q->close + 1].pos == POS_PREP ||
				 c->tok[q->close + 1].pos == POS_ING) && !quote_follows(c, q->close + 1))
				break;
			if (i > end)
			{
				end = clm_sent_last(c, i);
				/* a quotation that ran over the sentence: it ends here */
				if (i >= end || pos_at(c, i + 1) == POS_STOP)
					break;
				break;
			}
			continue;
		}
		if (t->pos == POS_CLOSEQ && t->quote == quote)
			break;
		if (t->pos == POS_SEMI)
			break;
		if (t->pos == POS_QUE || t->pos == POS_REL || t->pos == POS_SUB)
			embed++;
		if (t->pos == POS_FIN && (t->group < 0 || c->group[t->group].fin == i))
		{
			/* X, soupçonnés d'avoir volé, ont été ...: the verb of somebody else */
			if (kind != KIND_CLAUSE && embed == 0 && i > start && t->group >= 0)
			{
				int32_t		k = c->group[t->group].first - 1;

				if (c->tok[k].pos == POS_PRON)
					k--;
				while (k > start && c->tok[k].pos != POS_COMMA && c->tok[k].pos != POS_AND &&
					   c->tok[k].pos != POS_COLON)
					k--;
				last = k > start ? k - 1 : c->group[t->group].first - 1;
				break;
			}
			seen_fin = true;
			if (embed > 0)
				embed--;
		}
		if (t->pos == POS_LPAREN)
			paren++;
		if (t->pos == POS_RPAREN && --paren < 0)
			break;
		if (t->pos == POS_COLON && i > start &&
			(pos_at(c, i + 1) == POS_OPENQ || zero_que))
			break;
		/* selon X in the middle */
		if (i > start && (t->phrase == CLM_PHRASE_OPEN + 1 || t->phrase == CLM_PHRASE_LEQUEL + 1 ||
						  t->phrase == CLM_PHRASE_SELF + 1) && paren == 0)
			break;
		if (t->pos == POS_COMMA && paren == 0)
		{
			int32_t		k = clm_skip_adv(c, i + 1);
			ClmRange	np;
			int32_t		g = k < c->n ? c->tok[k].group : NONE;

			if (k > end)
				break;
			/* X, qui craint P, a ...: the verb of the clause around */
			if (g >= 0 && c->group[g].first == k && (c->group[g].flags & GROUP_FIN) &&
				(seen_fin || kind != KIND_CLAUSE) && c->group[g].tail == NONE)
				break;
			if (kind != KIND_CLAUSE && !goes_on(c, i, k, end, kind))
				break;
			/* , a-t-il ajouté / , a déclaré X */
			if (g >= 0 && c->group[g].first == k && (c->group[g].flags & GROUP_FIN) &&
				(c->group[g].tail != NONE || (is_cue_group(c, g) && clm_np_starts(c, c->group[g].last + 1))))
				break;
			/* , ajoutant que */
			if (g >= 0 && (c->group[g].flags & GROUP_ING) && is_cue_group(c, g))
				break;
			if ((role_at(c, k) & CLM_ROLE(IN)) && k + 1 < c->n && c->tok[k + 1].pos == POS_ING &&
				is_cue_group(c, c->tok[k + 1].group))
				break;
			if (c->tok[k].phrase == CLM_PHRASE_OPEN + 1 || c->tok[k].phrase == CLM_PHRASE_SELF + 1 ||
				c->tok[k].phrase == CLM_PHRASE_LEQUEL + 1 || c->tok[k].phrase == CLM_PHRASE_NOUN + 1 ||
				c->tok[k].phrase == CLM_PHRASE_CONTRARY + 1)
				break;
			if ((role_at(c, k) & CLM_ROLE(WHILE)) && (role_at(c, k + 1) & CLM_ROLE(QUE)))
				break;
			if ((role_at(c, k) & CLM_ROLE(WHILE)) && (c->model->options & CLM_OPTION_ZERO_QUE))
				break;
			if (clm_is_via(c, k, &np) && pos_at(c, np.last + 1) != POS_COMMA)
				break;
			if (c->tok[k].pos == POS_BUT && !(role_at(c, k + 1) & CLM_ROLE(QUE)))
				break;
			/* English: , and the union has asked */
			if (zero_que && c->tok[k].pos == POS_AND && clm_np_starts(c, k + 1))
			{
				int32_t		j = k + 1;

				while (j <= end && j < k + 14 && c->tok[j].pos != POS_FIN && c->tok[j].pos != POS_COMMA)
					j++;
				if (j <= end && c->tok[j].pos == POS_FIN && is_cue_group(c, c->tok[j].group))
					break;
			}
			/* , et dénonce */
			if (c->tok[k].pos == POS_AND && is_cue_group(c, c->tok[k + 1].group) &&
				(c->group[c->tok[k + 1].group].flags & GROUP_FIN))
				break;
		}
		if ((t->pos == POS_AND || t->pos == POS_BUT) && i > start && i + 1 <= end)
		{
			int32_t		k = clm_skip_adv(c, i + 1);
			int32_t		g = c->tok[k].group;

			if (is_cue_group(c, g) && (c->group[g].flags & GROUP_FIN))
				break;
			/* demande la clé et a profité: not what was demanded */
			if (g >= 0 && (c->group[g].flags & GROUP_FIN) && kind != KIND_CLAUSE && embed == 0 &&
				c->group[g].first == k)
				break;
		}
		last = i;
	}
	while (last > start && (c->tok[last].pos == POS_COMMA || c->tok[last].pos == POS_STOP ||
							c->tok[last].pos == POS_COLON || c->tok[last].pos == POS_DASH))
		last--;
	return last;
}

/* First token of the clause or sentence that ends at last, for a content in front of its cue. */
int32_t
clm_clause_first(const ClmCtx *c, int32_t last)
{
	int32_t		first = clm_sent_first(c, last);
	int32_t		quote = c->tok[last].quote;

	/* a quotation that ends here is inside the clause */
	if (c->tok[last].pos == POS_CLOSEQ && quote >= 0)
	{
		if (c->quote[quote].open < first)
			first = clm_sent_first(c, c->quote[quote].open);
		quote = c->quote[quote].parent;
	}
	if (last - first > MAX_RIGHT)
		first = last - MAX_RIGHT;
	for (int32_t i = last; i > first; i--)
	{
		const ClmTok *t = &c->tok[i];

		if (t->pos == POS_CLOSEQ && t->quote >= 0 && c->quote[t->quote].open >= first && t->quote != quote)
		{
			i = c->quote[t->quote].open;
			continue;
		}
		if (t->pos == POS_SEMI || (t->pos == POS_COLON && i < last - 2))
			return i + 1;
		if (t->pos == POS_OPENQ && t->quote == quote)
			return i;
	}
	return first;
}
