/*
 * clm_verb.c
 *	  Claims whose cue is a verb: who is its subject, what does it report?
 *
 * The content of a verb is looked for behind it, in the frames that cues.tsv
 * allows (complement), and, if nothing is there, in front of it: « P », a dit
 * X / P, a dit X (fronted).  The source is the subject to the left, the noun
 * phrase behind an inverted verb, or for participles and infinitives the
 * subject of the verb that governs them.
 */
#include "claims/clm_int.h"

#define MAX_REACH	40			/* tokens between a cue and its content */

/* What a cue reports, as far as found. */
typedef struct Found
{
	ClmRange	part[CLM_MAX_PARTS];
	int			nparts;
	int32_t		cue_last;
	ClmRange	via;
	ClmRange	source;			/* only where the content was found with it */
	bool		is_quote;		/* all of it is one quotation */
	bool		is_clause;		/* found behind a complementiser */
	bool		is_np;
	bool		inside;			/* the cue stands inside the quotation */
} Found;

static void
set_part(Found *f, int32_t first, int32_t last)
{
	f->part[0] = (ClmRange) {first, last};
	f->nparts = 1;
}

/* The first infinitive behind ne, pas, clitics and adverbs at i; NONE if there is none. */
static int32_t
infinitive_at(const ClmCtx *c, int32_t i)
{
	for (int k = 0; k < 5 && i < c->n; k++, i++)
	{
		int			pos = c->tok[i].pos;

		if (pos == POS_INF)
			return i;
		/* décide de « suspendre » */
		if (pos == POS_OPENQ && k == 0)
			continue;
		if (pos != POS_NE && pos != POS_NOT && pos != POS_CLITIC && pos != POS_ADV)
			return NONE;
	}
	return NONE;
}

/* A quotation at i as content; goes on to the end of the clause where it is part of one. */
static void
take_quote(const ClmCtx *c, int32_t i, Found *f, bool clause)
{
	const ClmQuote *q = &c->quote[c->tok[i].quote];
	int			after = pos_at(c, q->close + 1);

	if (!clause || clm_quote_speaks(c, q) || after == POS_COMMA || after == POS_STOP)
	{
		int			inner = pos_at(c, q->close - 1);

		set_part(f, i, q->close);
		f->is_quote = true;
		/* « Un mot », « deux » */
		if (clause && after == POS_COMMA && inner != POS_STOP && !clm_quote_speaks(c, q))
		{
			f->part[0].last = clm_clause_last(c, i, KIND_CLAUSE);
			f->is_quote = f->part[0].last == q->close;
		}
	}
	else
		set_part(f, i, clm_clause_last(c, i, KIND_PHRASE));
}

/* Does the quotation at i begin here? */
static bool
quote_opens(const ClmCtx *c, int32_t i)
{
	return i < c->n && c->tok[i].pos == POS_OPENQ && c->tok[i].quote >= 0 &&
		c->quote[c->tok[i].quote].open == i && c->quote[c->tok[i].quote].close > i + 1;
}

/* English, no complementiser: does a clause of its own begin at i (they were late)? */
static bool
clause_starts(const ClmCtx *c, int32_t i, bool comma)
{
	int32_t		sent = i < c->n ? c->sent[i] : 0;

	if (!clm_np_starts(c, i) && pos_at(c, i) != POS_NOT && pos_at(c, i) != POS_ADV)
		return false;
	for (int32_t k = i; k < c->n && k < i + 24 && c->sent[k] == sent; k++)
	{
		int			pos = c->tok[k].pos;

		if (pos == POS_FIN)
			return k > i;
		if (pos == POS_STOP || pos == POS_SEMI || pos == POS_COLON || pos == POS_QUE ||
			pos == POS_REL || pos == POS_OPENQ || (pos == POS_COMMA && !comma))
			return false;
	}
	return false;
}

/* accuse [X] de Y, exhorte [X] à faire Y: find where Y begins behind a bare addressee. */
static bool
behind_addressee(const ClmCtx *c, const ClmCue *cue, int32_t i, Found *f)
{
	int32_t		sent = c->sent[i];
	int32_t		np_at = NONE;
	bool		list = false;
	bool		zero_que = (c->model->options & CLM_OPTION_ZERO_QUE) != 0;

	for (int32_t k = i; k < c->n && k < i + 25 && c->sent[k] == sent; k++)
	{
		const ClmTok *t = &c->tok[k];

		if (t->pos == POS_FIN || t->pos == POS_STOP || t->pos == POS_SEMI || t->pos == POS_COLON ||
			t->pos == POS_REL)
			break;
		if (t->pos == POS_QUE && k > i && !(cue->frames & CLM_FRAME(QUE)))
			return false;
		if (t->pos == POS_QUE && k > i)
		{
			set_part(f, k + 1, clm_clause_last(c, k + 1, KIND_CLAUSE));
			f->is_clause = true;
			return true;
		}
		if (t->prep && k > i && t->pos == POS_PREP)
		{
			uint32_t	bit = UINT32_C(1) << t->prep;

			if ((cue->inf_prep & bit) && infinitive_at(c, k + 1) != NONE)
			{
				set_part(f, k + 1, clm_clause_last(c, k + 1, KIND_INF));
				return true;
			}
			if ((cue->np_prep & bit) && np_at == NONE && c->tok[k - 1].pos == POS_NOMINAL)
				np_at = k;
		}
		/* told reporters the talks had failed */
		if (zero_que && k > i && (cue->frames & CLM_FRAME(QUE)) &&
			(t->pos == POS_DET || t->pos == POS_PRON ||
			 (t->pos == POS_NOMINAL && is_upper(c, k) && !is_upper(c, k - 1))) &&
			c->tok[k - 1].pos == POS_NOMINAL && clause_starts(c, k, false))
		{
			set_part(f, k, clm_clause_last(c, k, KIND_CLAUSE));
			f->is_clause = true;
			return true;
		}
		list |= t->pos == POS_COMMA || t->pos == POS_AND;
		if (k > i && !list && quote_opens(c, k) && (cue->frames & CLM_FRAME(QUOTE)))
		{
			take_quote(c, k, f, true);
			return true;
		}
		if (k > i && (cue->frames & CLM_FRAME(SI)) && (t->role & CLM_ROLE(WHETHER)) &&
			t->pos != POS_NOMINAL)
		{
			set_part(f, k, clm_clause_last(c, k, KIND_CLAUSE));
			return true;
		}
	}
	if (np_at != NONE && pos_at(c, np_at + 1) != POS_STOP)
	{
		set_part(f, np_at + 1, clm_clause_last(c, np_at + 1, KIND_PHRASE));
		f->is_np = true;
		return true;
	}
	return false;
}

/* de longue date que: a complementiser follows the phrase at i at once. */
static bool
que_near(const ClmCtx *c, int32_t i)
{
	for (int32_t k = i + 1; k < c->n && k < i + 5; k++)
	{
		if (c->tok[k].pos == POS_QUE)
			return true;
		if (c->tok[k].pos != POS_NOMINAL && c->tok[k].pos != POS_DET && c->tok[k].pos != POS_PREP)
			return false;
	}
	return false;
}

/* The content behind the cue, from token i on. */
static bool
complement(const ClmCtx *c, const ClmCue *cue, const ClmGroup *g, int32_t i, Found *f)
{
	int32_t		start = i;
	int32_t		sent = c->sent[g->head];
	int			commas = 0;
	uint32_t	fr = cue->frames;
	bool		zero_que = (c->model->options & CLM_OPTION_ZERO_QUE) != 0;
	bool		clear = true;	/* nothing but adverbs so far */

	f->nparts = 0;
	f->cue_last = i - 1;
	f->via = (ClmRange) {NONE, NONE};
	while (i < c->n && i < start + MAX_REACH)
	{
		const ClmTok *t = &c->tok[i];
		ClmRange	np;

		if (c->sent[i] != sent)
		{
			/* a colon or a quotation carries over the end of a line */
			if (!quote_opens(c, i) || pos_at(c, i - 1) != POS_COLON)
				return false;
		}
		if (t->phrase && t->phrase != CLM_PHRASE_ADV + 1 && t->phrase != CLM_PHRASE_POUR + 1 && i > start)
			return false;
		/* asked why, wondered aloud who: before the word is taken for something else */
		if ((fr & CLM_FRAME(SI)) && (t->role & CLM_ROLE(WHETHER)) && !(t->role & CLM_ROLE(QUE)) &&
			(t->pos == POS_ADV || t->pos == POS_SUB || t->pos == POS_REL || t->pos == POS_DET))
		{
			set_part(f, i, clm_clause_last(c, i, KIND_CLAUSE));
			return true;
		}
		switch (t->pos)
		{
			case POS_QUE:
				if (!(fr & CLM_FRAME(QUE)) || pos_at(c, i + 1) == POS_STOP)
					return false;
				set_part(f, i + 1, clm_clause_last(c, i + 1, KIND_CLAUSE));
				f->is_clause = true;
				/* déclare que « ... »: the quotation is all of it */
				if (quote_opens(c, i + 1) && f->part[0].last == c->quote[c->tok[i + 1].quote].close)
					f->is_quote = true;
				return true;
			case POS_OPENQ:
				if (!quote_opens(c, i) || !(fr & (CLM_FRAME(QUOTE) | CLM_FRAME(QUE) | CLM_FRAME(NP) |
												  CLM_FRAME(PRED) | CLM_FRAME(PREDADJ) | CLM_FRAME(INF))))
					return false;
				take_quote(c, i, f, true);
				f->is_np = !clm_quote_speaks(c, &c->quote[t->quote]);
				return true;
			case POS_COLON:
				if (quote_opens(c, i + 1))
				{
					take_quote(c, i + 1, f, false);
					return true;
				}
				if (i + 1 < c->n && c->sent[i + 1] == sent && (fr & (CLM_FRAME(QUOTE) | CLM_FRAME(QUE))))
				{
					set_part(f, i + 1, clm_clause_last(c, i + 1, KIND_CLAUSE));
					f->part[0] = clm_trim(c, f->part[0]);
					return !range_empty(f->part[0]);
				}
				return false;
			case POS_NE:
			case POS_CLITIC:
			case POS_INF:
				/* estime lui que */
				if ((t->role & CLM_ROLE(ALSO)) && t->pos == POS_CLITIC && infinitive_at(c, i) == NONE)
				{
					i++;
					continue;
				}
				if (!(fr & CLM_FRAME(INF)) || infinitive_at(c, i) == NONE)
					return false;
				set_part(f, i, clm_clause_last(c, i, KIND_INF));
				return true;
			case POS_ING:
				if (!zero_que || !(fr & (CLM_FRAME(ING) | CLM_FRAME(NP))))
					return false;
				set_part(f, i, clm_clause_last(c, i, KIND_INF));
				return true;
			case POS_SUB:
			case POS_REL:
				/* que le journal considère comme P */
				if ((fr & CLM_FRAME(PRED)) && (t->role & CLM_ROLE(AS)) && clear && i + 1 < c->n)
				{
					f->cue_last = i;
					set_part(f, i + 1, clm_clause_last(c, i + 1, KIND_PHRASE));
					f->is_np = true;
					return true;
				}
				if ((fr & CLM_FRAME(SI)) && (t->role & CLM_ROLE(WHETHER)))
				{
					set_part(f, i, clm_clause_last(c, i, KIND_CLAUSE));
					return true;
				}
				return false;
			case POS_PREP:
				{
					uint32_t	bit = UINT32_C(1) << t->prep;

					if (t->prep && (cue->inf_prep & bit) && infinitive_at(c, i + 1) != NONE)
					{
						/* asked not to be named: the negation is the content's */
						if (zero_que && i > start && c->tok[i - 1].pos == POS_NOT)
							set_part(f, i - 1, clm_clause_last(c, i + 1, KIND_INF));
						else
							set_part(f, i + 1, clm_clause_last(c, i + 1, KIND_INF));
						return true;
					}
					if (t->prep && (cue->np_prep & bit) &&
						(clm_np_starts(c, i + 1) || quote_opens(c, i + 1) || pos_at(c, i + 1) == POS_PREP ||
						 pos_at(c, i + 1) == POS_ING || (role_at(c, i + 1) & CLM_ROLE(WHAT))))
					{
						f->cue_last = i;
						set_part(f, i + 1, clm_clause_last(c, i + 1, KIND_PHRASE));
						if (quote_opens(c, i + 1))
							f->is_quote = f->part[0].last == c->quote[c->tok[i + 1].quote].close;
						f->is_np = true;
						return true;
					}
					if (clm_is_via(c, i, &np))
					{
						if (range_empty(f->via))
							f->via = np;
						i = np.last + 1;
						continue;
					}
					/* de nombreuses mesures, des mesures: a noun phrase */
					if ((fr & (CLM_FRAME(NP) | CLM_FRAME(PRED))) && t->prep == 1 && clear && !zero_que &&
						!que_near(c, i))
					{
						set_part(f, i, clm_clause_last(c, i, KIND_PHRASE));
						f->is_np = true;
						return true;
					}
					/* insiste pour que */
					if (t->prep && ((cue->np_prep | cue->inf_prep) & bit) && pos_at(c, i + 1) == POS_QUE &&
						i + 2 < c->n)
					{
						set_part(f, i + 2, clm_clause_last(c, i + 2, KIND_CLAUSE));
						f->is_clause = true;
						return true;
					}
					/* an addressee or an adjunct */
					clear = false;
					np = clm_np_right(c, i + 1);
					if (range_empty(np))
						return false;
					if (t->prep && (cue->to_prep & bit) && behind_addressee(c, cue, i + 1, f))
						return true;
					i = np.last + 1;
					continue;
				}
			case POS_DET:
			case POS_NOMINAL:
			case POS_PRON:
				if (t->role & CLM_ROLE(TIME))
				{
					i++;
					continue;
				}
				if ((fr & CLM_FRAME(SI)) && (t->role & CLM_ROLE(WHETHER)))
				{
					set_part(f, i, clm_clause_last(c, i, KIND_CLAUSE));
					return true;
				}
				/* a annoncé cette semaine la fermeture */
				if (t->pos == POS_DET && (role_at(c, i + 1) & CLM_ROLE(TIME)) && clear &&
					(pos_at(c, i + 2) == POS_DET || pos_at(c, i + 2) == POS_QUE ||
					 pos_at(c, i + 2) == POS_OPENQ || pos_at(c, i + 2) == POS_COLON ||
					 pos_at(c, i + 2) == POS_INF))
				{
					i += 2;
					continue;
				}
				/* le 19 juin */
				if (t->pos == POS_DET && i + 2 < c->n && c->doc->tok[i + 1].kind == TOK_NUMBER &&
					(mask_at(c, i + 2) & LEX_BIT(MONTH)))
				{
					i += 3;
					continue;
				}
				/* ce que / ce qui: a question */
				if ((t->role & CLM_ROLE(WHAT)) && (role_at(c, i + 1) & (CLM_ROLE(QUE) | CLM_ROLE(WHO))))
				{
					if (!(fr & (CLM_FRAME(SI) | CLM_FRAME(NP))))
						return false;
					set_part(f, i, clm_clause_last(c, i, KIND_CLAUSE));
					return true;
				}
				if ((fr & CLM_FRAME(TO)) && behind_addressee(c, cue, i, f))
					return true;
				if (zero_que && (fr & CLM_FRAME(QUE)) && !(fr & CLM_FRAME(WEAK)) &&
					clause_starts(c, i, cue->act == CLM_ASSERT && !(fr & CLM_FRAME(NP))))
				{
					set_part(f, i, clm_clause_last(c, i, KIND_CLAUSE));
					f->is_clause = true;
					return true;
				}
				/* tient cette médaille pour ..., put the cost at ... */
				if ((fr & CLM_FRAME(HOLD)) && t->pos != POS_PRON)
				{
					for (int32_t k = i + 1; k < c->n && k < i + 12 && c->sent[k] == sent; k++)
					{
						if (c->tok[k].pos == POS_FIN || c->tok[k].pos == POS_COMMA || c->tok[k].pos == POS_STOP)
							return false;
						if (c->tok[k].prep && (cue->np_prep >> c->tok[k].prep & 1) &&
							(!zero_que || c->doc->tok[k + 1].kind != TOK_WORD ||
							 (mask_at(c, k + 1) & (LEX_BIT(NUMWORD) | LEX_BIT(ADV)))))
						{
							set_part(f, i, clm_clause_last(c, i, KIND_PHRASE));
							f->is_np = true;
							return true;
						}
					}
					return false;
				}
				/* deny it. */
				if (zero_que && (fr & CLM_FRAME(NP)) && (mask_at(c, i) & LEX_BIT(OBJPRON)) && i == start &&
					(pos_at(c, i + 1) == POS_STOP || pos_at(c, i + 1) == POS_COMMA))
				{
					set_part(f, i, i);
					f->is_np = true;
					return true;
				}
				if (fr & (CLM_FRAME(NP) | CLM_FRAME(PRED) | CLM_FRAME(PREDADJ)))
				{
					if (t->pos == POS_PRON && !(zero_que && (fr & CLM_FRAME(PRED)) &&
												(mask_at(c, i) & LEX_BIT(OBJPRON))))
						return false;
					if ((fr & CLM_FRAME(PREDADJ)) && t->pos == POS_DET)
					{
						/* trouve le débit « trop sportif » */
						int32_t		k = i + 1;

						while (k < c->n && k < i + 7 &&
							   (c->tok[k].pos == POS_NOMINAL || c->tok[k].pos == POS_PREP || c->tok[k].pos == POS_DET))
							k++;
						if (!quote_opens(c, k) || cue->refl)
							return false;
					}
					set_part(f, i, clm_clause_last(c, i, KIND_PHRASE));
					f->is_np = true;
					return true;
				}
				/* day and month in between; English: told reporters that */
				if (zero_que || (t->role & CLM_ROLE(FUTURE)) || c->doc->tok[i].kind == TOK_NUMBER ||
					(mask_at(c, i) & (LEX_BIT(MONTH) | LEX_BIT(WEEKDAY) | LEX_BIT(TIMEWORD))))
				{
					np = clm_np_right(c, i);
					if (range_empty(np))
						return false;
					i = np.last + 1;
					continue;
				}
				/* an adverb that the lexicon does not have */
				if (t->pos == POS_NOMINAL && c->doc->tok[i].lex == 0 && !is_upper(c, i) &&
					c->doc->tok[i].kind == TOK_WORD)
				{
					i++;
					continue;
				}
				/* l' an dernier, ce jeudi */
				if (t->pos == POS_DET && (role_at(c, i + 1) & CLM_ROLE(TIME)))
				{
					i += 2;
					continue;
				}
				return false;
			case POS_PP:
				if (fr & CLM_FRAME(PREDADJ))
				{
					set_part(f, i, clm_clause_last(c, i, KIND_PHRASE));
					f->is_np = true;
					return true;
				}
				return false;
			case POS_ADV:
			case POS_NOT:
				/* said there were threats, said no decision had been made */
				if (zero_que && (fr & CLM_FRAME(QUE)) && !(fr & CLM_FRAME(WEAK)) &&
					(t->pos == POS_NOT || pos_at(c, i + 1) == POS_FIN) && !(t->role & CLM_ROLE(TIME)) &&
					clause_starts(c, i, cue->act == CLM_ASSERT && !(fr & CLM_FRAME(NP))))
				{
					set_part(f, i, clm_clause_last(c, i, KIND_CLAUSE));
					f->is_clause = true;
					return true;
				}
				i++;
				continue;
			case POS_COMMA:
				{
					/* , dans un communiqué, que */
					int32_t		k = i + 1;

					if (++commas > 2)
						return false;
					/* espère, lui, gagner; se félicite, pour sa part, de */
					while (k < c->n && k < i + 7 && c->sent[k] == sent &&
						   (c->tok[k].pos == POS_ADV || (c->tok[k].role & CLM_ROLE(ALSO))))
						k++;
					if (k > i + 1 && pos_at(c, k) == POS_COMMA)
					{
						i = k + 1;
						continue;
					}
					k = i + 1;
					while (k < c->n && k < i + 25 && c->sent[k] == sent && c->tok[k].pos != POS_COMMA &&
						   c->tok[k].pos != POS_STOP && c->tok[k].pos != POS_FIN)
						k++;
					if (pos_at(c, k) != POS_COMMA || k + 1 >= c->n || c->sent[k + 1] != sent ||
						!(c->tok[k + 1].pos == POS_QUE || c->tok[k + 1].pos == POS_COLON ||
						  ((fr & CLM_FRAME(SI)) && (role_at(c, k + 1) & CLM_ROLE(WHETHER))) ||
						  quote_opens(c, k + 1) ||
						  ((fr & CLM_FRAME(NP)) && c->tok[i + 1].pos == POS_PREP && c->tok[i + 1].prep != 1 &&
						   (c->tok[k + 1].pos == POS_DET || (c->tok[k + 1].pos == POS_PREP && c->tok[k + 1].prep == 1))) ||
						  (c->tok[k + 1].pos == POS_PREP && infinitive_at(c, k + 2) != NONE)))
						return false;
					if (clm_is_via(c, i + 1, &np))
						f->via = np;
					i = k + 1;
					continue;
				}
			default:
				return false;
		}
	}
	return false;
}

/* Skip time words, adverbs and media between an inverted verb and its subject. */
static int32_t
skip_to_source(const ClmCtx *c, int32_t i, ClmRange *via)
{
	int32_t		end = i + 14;
	ClmRange	np;

	while (i < c->n && i < end)
	{
		if (c->tok[i].pos == POS_ADV || c->tok[i].pos == POS_NOT ||
			((c->tok[i].role & CLM_ROLE(TIME)) && c->tok[i].pos == POS_NOMINAL))
			i++;
		else if (c->tok[i].pos == POS_DET && (role_at(c, i + 1) & CLM_ROLE(TIME)))
			i += 2;
		/* en visioconférence, dans L'Union, à L'Écho républicain: one adjunct */
		else if (c->tok[i].pos == POS_PREP && c->tok[i].prep != 1)
		{
			int32_t		k = i + 1;
			int32_t		m;
			bool		medium = clm_is_via(c, i, &np);

			while (k < c->n && k < i + 3 && (c->tok[k].pos == POS_PREP || c->tok[k].pos == POS_DET))
				k++;
			if (k >= c->n || c->tok[k].pos != POS_NOMINAL)
			{
				if (!medium)
					break;
				k = np.last + 1;
				goto behind;
			}
			m = c->mention[k];
			if (m != NONE)
				while (k < c->n && c->mention[k] == m)
					k++;
			else if (is_upper(c, k))
				while (k < c->n && k < i + 8 && c->tok[k].pos == POS_NOMINAL &&
					   !(mask_at(c, k) & LEX_BIT(TITLE)))
					k++;
			else
			{
				k++;
				while (k < c->n && k < i + 8 && c->tok[k].pos == POS_NOMINAL && !is_upper(c, k) &&
					   !(mask_at(c, k) & LEX_BIT(TITLE)))
					k++;
				/* du matin; au micro de la radio */
				if (k + 1 < c->n && c->tok[k].pos == POS_PREP && c->tok[k].prep == 1)
				{
					int32_t		q = k + 1;

					if (c->tok[q].pos == POS_DET)
						q++;
					if (q < c->n && c->tok[q].pos == POS_NOMINAL)
					{
						m = c->mention[q];
						if (m != NONE)
							while (q < c->n && c->mention[q] == m)
								q++;
						else
							q++;
						k = q;
					}
				}
			}
	behind:
			if (k >= c->n || c->sent[k] != c->sent[i] || !clm_np_starts(c, k))
			{
				/* what follows is no subject: the phrase may have taken too little */
				if (!medium || np.last + 1 >= c->n || !clm_np_starts(c, np.last + 1))
					break;
				k = np.last + 1;
			}
			if (medium && range_empty(*via))
				*via = (ClmRange) {np.first, CORE_MIN(np.last, k - 1)};
			if (range_empty(*via) && is_upper(c, k - 1) && (role_at(c, i) & CLM_ROLE(VIA)))
			{
				via->first = i + 1;
				while (c->tok[via->first].pos == POS_PREP)
					via->first++;
				via->last = k - 1;
			}
			i = k;
		}
		/* reconnaît volontiers la directrice: an adverb that the lexicon does not have */
		else if (c->tok[i].pos == POS_NOMINAL && c->doc->tok[i].lex == 0 && !is_upper(c, i) &&
				 c->doc->tok[i].kind == TOK_WORD && (pos_at(c, i + 1) == POS_DET || is_upper(c, i + 1)))
			i++;
		/* , encore sous le choc, */
		else if (c->tok[i].pos == POS_COMMA)
		{
			int32_t		k = i + 1;

			while (k < c->n && k < i + 10 && c->sent[k] == c->sent[i] && c->tok[k].pos != POS_COMMA &&
				   c->tok[k].pos != POS_FIN && c->tok[k].pos != POS_STOP)
				k++;
			if (pos_at(c, k) != POS_COMMA || c->tok[i + 1].pos == POS_DET || c->tok[i + 1].pos == POS_NOMINAL ||
				!clm_np_starts(c, k + 1))
				break;
			i = k + 1;
		}
		else
			break;
	}
	return i;
}

/* Look for a medium behind a claim: a dit X dans un communiqué / lors d'une conférence. */
static int32_t
read_via(const ClmCtx *c, int32_t i, ClmRange *via)
{
	ClmRange	np;
	int32_t		end = i + 10;

	while (i < c->n && i < end)
	{
		if (clm_is_via(c, i, &np))
		{
			if (range_empty(*via))
				*via = np;
			return np.last + 1;
		}
		if (c->tok[i].pos == POS_COMMA && clm_is_via(c, i + 1, &np))
			i++;
		else if (c->tok[i].pos == POS_ADV || (c->tok[i].role & CLM_ROLE(TIME)))
			i++;
		else
			break;
	}
	return i;
}

/*
 * The content in front of its cue.  before is the token in front of the
 * subject or the inverted verb.
 *	  « P », a-t-il dit | P, a dit X | "P," she said
 */
static bool
fronted(const ClmCtx *c, const ClmCue *cue, const ClmGroup *g, int32_t before,
		int32_t after, Found *f)
{
	int32_t		k = before;
	int32_t		comma = NONE;
	int32_t		quote = c->tok[g->head].quote;

	f->nparts = 0;
	f->is_quote = false;
	if (k < 1)
		return false;
	if (c->tok[k].pos == POS_COMMA || (c->tok[k].pos == POS_STOP && c->sent[k] == c->sent[g->first]))
	{
		comma = k;
		k--;
	}
	/* inside a quotation: « P, a-t-il dit, Q » */
	if (quote >= 0 && comma != NONE && c->tok[comma].quote == quote && c->quote[quote].open < comma - 1)
	{
		const ClmQuote *q = &c->quote[quote];

		if (!cue || (g->flags & GROUP_ME))
			return false;
		set_part(f, q->open, k);
		if (after < q->close)
		{
			ClmRange	rest = clm_trim(c, (ClmRange) {after, q->close});

			if (!range_empty(rest) && rest.last > rest.first)
				f->part[f->nparts++] = (ClmRange) {rest.first, q->close};
		}
		f->is_quote = true;
		f->inside = true;
		return true;
	}
	if (c->tok[k].pos == POS_CLOSEQ && c->tok[k].quote >= 0)
	{
		const ClmQuote *q = &c->quote[c->tok[k].quote];
		int32_t		first;

		if (q->close != k || q->parent != quote)
			return false;
		first = clm_clause_first(c, k);
		/* introduced by something else: X a dit : « P » , a-t-il ... */
		if (first < q->open)
		{
			int			left = pos_at(c, q->open - 1);

			if (left == POS_COLON || left == POS_QUE || left == POS_STOP || left == POS_CLOSEQ ||
				left == POS_DASH || (c->doc->tok[q->open].flags & TOK_PARA))
				first = q->open;
			else if (!cue && clm_quote_speaks(c, q))
				first = q->open;
		}
		set_part(f, first, k);
		f->part[0] = clm_trim(c, f->part[0]);
		if (range_empty(f->part[0]))
			return false;
		f->is_quote = f->part[0].first == q->open;
	}
	else
	{
		int32_t		first;
		int			words = 0;

		if (comma == NONE || !cue || c->tok[k].quote != quote || c->sent[k] != c->sent[g->first])
			return false;
		first = clm_clause_first(c, k);
		f->part[0] = clm_trim(c, (ClmRange) {first, k});
		if (range_empty(f->part[0]))
			return false;
		f->nparts = 1;
		for (int32_t i = f->part[0].first; i <= k && words < 2; i++)
			words += c->doc->tok[i].kind == TOK_WORD;
		if (words < 2 && pos_at(c, after) != POS_COMMA)
			return false;
	}
	/* it goes on behind: « P », a dit X, « Q » */
	if (pos_at(c, after) == POS_COMMA && quote_opens(c, after + 1) && f->nparts < CLM_MAX_PARTS &&
		c->sent[after] == c->sent[g->first])
	{
		int32_t		close = c->quote[c->tok[after + 1].quote].close;

		f->part[f->nparts++] = (ClmRange) {after + 1, close};
	}
	else if (pos_at(c, after) == POS_COMMA && after + 1 < c->n && c->sent[after + 1] == c->sent[g->first] &&
			 !f->is_quote && (c->tok[after + 1].pos == POS_PRON || c->tok[after + 1].pos == POS_FIN ||
							  !clm_has_fin(c, f->part[0].first, f->part[0].last)))
	{
		/* Les vents, a dit X, étaient forts */
		int32_t		last = clm_clause_last(c, after + 1, KIND_CLAUSE);

		if (clm_has_fin(c, after + 1, last) && c->tok[after + 1].pos != POS_REL &&
			c->tok[after + 1].pos != POS_SUB && c->tok[after + 1].pos != POS_ING)
			f->part[f->nparts++] = (ClmRange) {after + 1, last};
	}
	return true;
}

/* The words of a cue behind its lemma; the token behind the last one, or NONE. */
static int32_t
match_extra(const ClmCtx *c, const ClmCue *cue, int32_t i)
{
	for (int k = 0; k < cue->nextra; k++)
	{
		int			gap = 0;

		while (i < c->n && c->doc->tok[i].lex != cue->extra[k])
		{
			int			pos = c->tok[i].pos;

			if (gap++ == 4 || !(pos == POS_ADV || pos == POS_NOT || pos == POS_DET || pos == POS_PREP ||
								(role_at(c, i) & CLM_ROLE(POSSESSIVE)) ||
								(pos == POS_NOMINAL && c->doc->tok[i].lex == 0)))
				return NONE;
			i++;
		}
		if (i >= c->n)
			return NONE;
		i++;
	}
	return i;
}

/* The draft of this sentence with a source that a participle can go on from. */
static int32_t
previous_draft(const ClmCtx *c, int32_t sent, int32_t before)
{
	for (int32_t k = c->ndraft - 1; k >= 0 && k > c->ndraft - 12; k--)
	{
		const ClmDraft *d = &c->draft[k];

		if (d->sent != sent)
			break;
		if (!range_empty(d->source) && d->cue.first < before)
			return k;
	}
	return NONE;
}

/* Source of an infinitive or participle: what governs it. */
static ClmRange
governor_source(const ClmCtx *c, int32_t gi, int32_t *same)
{
	const ClmGroup *g = &c->group[gi];
	int32_t		sent = c->sent[g->first];
	int32_t		p = clm_skip_adv_left(c, g->first - 1);
	int32_t		d;

	*same = NONE;
	/* les camps militant pour: what stands in front of a participle without a comma */
	if ((g->flags & GROUP_ING) && p >= 0 && c->sent[p] == sent && c->tok[p].pos == POS_NOMINAL &&
		!(role_at(c, p) & CLM_ROLE(TIME)))
		return clm_np_left(c, p);
	d = previous_draft(c, sent, g->first);
	if (d != NONE && c->draft[d].group != NONE &&
		(g->flags & GROUP_ING || c->group[c->draft[d].group].last + 2 >= g->first))
	{
		*same = d;
		return c->draft[d].source;
	}
	for (int32_t k = gi - 1; k >= 0 && k > gi - 8; k--)
	{
		const ClmGroup *h = &c->group[k];

		if (c->sent[h->first] != sent)
			break;
		if ((h->flags & GROUP_FIN) && h->subj_first != NONE &&
			c->tok[h->subj_first].quote == c->tok[g->first].quote)
			return (ClmRange) {h->subj_first, h->subj_last};
	}
	/* Certains riverains, craignant P, ne veulent */
	if ((g->flags & GROUP_ING) && p >= 1 && c->tok[p].pos == POS_COMMA && c->sent[p] == sent &&
		(c->tok[p - 1].pos == POS_NOMINAL || c->tok[p - 1].pos == POS_RPAREN))
	{
		ClmRange	np = clm_np_left(c, p - 1);

		if (!range_empty(np) && np.first <= clm_sent_first(c, p) + 1)
			return np;
	}
	/* Estimant que P, le ministre a ...: the subject that follows */
	if ((g->flags & GROUP_ING) && g->first <= clm_sent_first(c, g->first) + 1)
	{
		for (int32_t k = gi + 1; k < c->ngroup && k < gi + 6 && c->sent[c->group[k].first] == sent; k++)
		{
			const ClmGroup *h = &c->group[k];

			if ((h->flags & GROUP_FIN) && h->subj_first != NONE &&
				h->subj_first > 0 && c->tok[h->subj_first - 1].pos == POS_COMMA)
				return (ClmRange) {h->subj_first, h->subj_last};
		}
	}
	return (ClmRange) {NONE, NONE};
}

static bool
is_nobody(const ClmCtx *c, ClmRange source)
{
	return !range_empty(source) && source.first == source.last &&
		(role_at(c, source.first) & CLM_ROLE(NOBODY)) != 0;
}

/* avant d'admettre que P, sans préciser P */
static bool
governed(const ClmCtx *c, const ClmGroup *g)
{
	for (int32_t k = g->first - 1; k >= 0 && k > g->first - 4; k--)
	{
		if (role_at(c, k) & CLM_ROLE(GOVERN))
			return true;
		if (c->tok[k].pos != POS_PREP && c->tok[k].pos != POS_ADV)
			break;
	}
	return false;
}

/* s'il le juge nécessaire, si elle considérait que: nobody does yet */
static bool
under_condition(const ClmCtx *c, ClmRange source, const ClmGroup *g)
{
	int32_t		k = (range_empty(source) || source.first > g->first ? g->first : source.first) - 1;

	return k >= 0 && c->sent[k] == c->sent[g->first] && c->tok[k].pos == POS_SUB &&
		(c->tok[k].role & CLM_ROLE(IF)) != 0;
}

/* Things that say nothing: ce, cela, il that stands for nobody is found elsewhere. */
static bool
is_thing(const ClmCtx *c, ClmRange source)
{
	return !range_empty(source) && source.first == source.last &&
		(role_at(c, source.first) & CLM_ROLE(WHAT)) != 0;
}

/* affirme qu'il se conformera: the content is the source's own future act */
static bool
own_future(const ClmCtx *c, ClmRange content)
{
	int32_t		i = content.first;

	if (c->tok[i].pos == POS_OPENQ)
		i++;
	i = clm_skip_adv(c, i);
	if (pos_at(c, i) != POS_PRON || (role_at(c, i) & (CLM_ROLE(NOBODY) | CLM_ROLE(WHAT))))
		return false;
	for (int32_t k = i + 1; k <= content.last && k < i + 5; k++)
		if (c->tok[k].pos == POS_FIN)
		{
			int32_t		g = c->tok[k].group;

			return g >= 0 && (c->group[g].flags & (GROUP_FUT | GROUP_COND)) != 0 &&
				!(c->group[g].flags & (GROUP_PERFECT | GROUP_MODAL)) &&
				!(c->tok[k].flag & (CLM_FLAG(BE) | CLM_FLAG(HAVE)));
		}
	return false;
}

/* « Nous ne paierons pas », « J'irai en appel »: a quotation that begins with one's own deed */
static bool
we_will(const ClmCtx *c, ClmRange content)
{
	int32_t		i = clm_skip_adv(c, content.first + 1);

	if (c->tok[content.first].pos != POS_OPENQ || pos_at(c, i) != POS_PRON ||
		!(role_at(c, i) & CLM_ROLE(ME)))
		return false;
	for (int32_t k = i + 1; k <= content.last && k < i + 5; k++)
		if (c->tok[k].pos == POS_FIN)
		{
			int32_t		g = c->tok[k].group;

			return g >= 0 && (c->group[g].flags & GROUP_FUT) != 0 &&
				!(c->tok[c->group[g].head].flag & (CLM_FLAG(BE) | CLM_FLAG(HAVE)));
		}
	return false;
}

static void
add_draft(ClmCtx *c, const ClmCue *cue, int32_t gi, const Found *f, ClmRange source,
		  int32_t cue_first, int act, int32_t same)
{
	const ClmGroup *g = &c->group[gi];
	ClmDraft   *d = clm_new_draft(c);

	d->source = source;
	d->cue = (ClmRange) {cue_first, CORE_MAX(f->cue_last, g->last)};
	for (int i = 0; i < f->nparts; i++)
	{
		/* inside a quotation its closing mark stays with the last part */
		ClmRange	r = f->inside ? f->part[i] : clm_trim(c, f->part[i]);

		if (!range_empty(r))
			d->part[d->nparts++] = r;
	}
	d->via = f->via;
	if (range_empty(d->via))
		d->via = clm_via_in(c, source);
	d->act = (uint8_t) act;
	d->group = gi;
	d->sent = c->sent[g->first];
	d->same_source = same;
	d->inside = f->inside;
	d->negated = (g->flags & GROUP_NEG) != 0 && act != CLM_SILENCE && act != CLM_HEARSAY;
	if (act == CLM_ASSERT && f->is_clause && d->nparts > 0 && own_future(c, d->part[0]))
		d->act = CLM_COMMIT;
	if (act == CLM_ASSERT && f->is_quote && d->nparts > 0 && we_will(c, d->part[0]))
		d->act = CLM_COMMIT;
	if (cue && (cue->frames & CLM_FRAME(FUTURE)) && act == CLM_ASSERT && d->nparts > 0)
	{
		/* annonce sa candidature, annonce un plan; but: annonce le décès, annonce avoir tiré */
		const ClmTok *t = &c->tok[d->part[0].first];

		if (f->is_np && !f->is_quote)
			d->act = CLM_COMMIT;
		else if (t->pos == POS_INF && !(t->flag & (CLM_FLAG(HAVE) | CLM_FLAG(BE))))
			d->act = CLM_COMMIT;
	}
	/* a quotation that is its content needs no claim of its own */
	for (int i = 0; i < d->nparts; i++)
		for (int32_t k = d->part[i].first; k <= d->part[i].last; k++)
		{
			int32_t		q = c->tok[k].quote;

			if (q >= 0 && c->quote[q].open >= d->part[i].first && !c->quote[q].used)
				c->quote[q].used = true;
			if (q >= 0 && c->quote[q].open == k)
				k = CORE_MAX(k, c->quote[q].close);
			else if (k > d->part[i].first + 600)
				break;
		}
	if (f->inside && c->tok[g->head].quote >= 0)
		c->quote[c->tok[g->head].quote].used = true;
}

/* X est accusé par Y de P; P est contesté par Y; est considéré comme P */
static bool
passive(ClmCtx *c, const ClmCue *cue, int32_t gi, int32_t behind)
{
	ClmGroup   *g = &c->group[gi];
	Found		f = {.cue_last = g->last};
	ClmRange	source = {NONE, NONE};
	int32_t		sent = c->sent[g->head];
	int32_t		i = behind;
	bool		agent = false;

	f.via = source;
	/* the agent, within reach */
	for (int32_t k = behind; k < c->n && k < behind + 12 && c->sent[k] == sent; k++)
	{
		if ((role_at(c, k) & CLM_ROLE(BY)) && clm_np_starts(c, k + 1))
		{
			source = clm_np_right(c, k + 1);
			if (!range_empty(source))
			{
				agent = true;
				if (k == behind)
					i = source.last + 1;
			}
			break;
		}
		if (c->tok[k].pos == POS_FIN || c->tok[k].pos == POS_STOP || c->tok[k].pos == POS_COMMA ||
			c->tok[k].pos == POS_QUE)
			break;
	}
	/* it was claimed that P, il a été dit que P */
	if (!agent && (g->flags & GROUP_FIN) && (cue->frames & CLM_FRAME(QUE)) && g->subj_first != NONE &&
		g->subj_first == g->subj_last && c->tok[g->subj_first].pos == POS_PRON &&
		(role_at(c, g->subj_first) & CLM_ROLE(IT)) && pos_at(c, clm_skip_adv(c, behind)) == POS_QUE)
	{
		ClmCue		only = *cue;

		only.frames &= CLM_FRAME(QUE);
		only.np_prep = only.inf_prep = 0;
		if (complement(c, &only, g, behind, &f))
		{
			add_draft(c, cue, gi, &f, source, g->first, CLM_HEARSAY, NONE);
			return true;
		}
	}
	if (!agent && !(cue->frames & CLM_FRAME(PASS)))
		return false;
	if (cue->inf_prep || cue->np_prep || (cue->frames & (CLM_FRAME(QUE) | CLM_FRAME(PRED))))
	{
		int32_t		k = clm_skip_adv(c, i);

		/* comme, de + predicate */
		if ((cue->frames & CLM_FRAME(PRED)) &&
			(pos_at(c, k) == POS_PREP || (role_at(c, k) & CLM_ROLE(AS)) ||
			 pos_at(c, k) == POS_NOMINAL || quote_opens(c, k) || pos_at(c, k) == POS_PP) &&
			k < c->n && c->sent[k] == sent && !(role_at(c, k) & CLM_ROLE(BY)))
		{
			bool		prep = c->tok[k].pos == POS_PREP || (role_at(c, k) & CLM_ROLE(AS));

			if (prep && c->tok[k].prep != 1 && !(role_at(c, k) & CLM_ROLE(AS)))
				goto clause;
			if (k + prep >= c->n)
				return false;
			if (prep)
				f.cue_last = k;
			if (g->subj_first != NONE && (g->flags & GROUP_FIN))
				f.part[f.nparts++] = (ClmRange) {g->subj_first, g->subj_last};
			f.part[f.nparts++] = (ClmRange) {k + prep, clm_clause_last(c, k + prep, KIND_PHRASE)};
			if (agent && source.first > f.part[f.nparts - 1].first &&
				source.first <= f.part[f.nparts - 1].last)
				f.part[f.nparts - 1].last = source.first - 2;
		}
		else if (!(cue->frames & CLM_FRAME(PRED)))
	clause:
		{
			ClmCue		only = *cue;

			only.frames &= CLM_FRAME(QUE);
			if (complement(c, &only, g, i, &f))
			{
				/* X is said to do Y: the clause, subject included */
				if (!agent && (c->model->options & CLM_OPTION_ZERO_QUE) && (g->flags & GROUP_FIN) &&
					!(cue->frames & CLM_FRAME(TO)) &&
					g->subj_first != NONE && c->tok[f.part[0].first].pos == POS_INF)
				{
					f.part[1] = f.part[0];
					f.part[0] = (ClmRange) {g->subj_first, g->subj_last};
					f.nparts = 2;
				}
				if (agent && source.first > f.part[0].first && source.first <= f.part[0].last)
					return false;
			}
			else
			{
				f.nparts = 0;
				f.cue_last = g->last;
			}
		}
	}
	if (f.nparts == 0 && agent)
	{
		/* what is in front: le projet, contesté par les riverains, */
		ClmRange	np = {g->subj_first, g->subj_last};

		if (!(g->flags & GROUP_FIN))
		{
			int32_t		k = clm_skip_adv_left(c, g->first - 1);

			if (k >= 0 && c->tok[k].pos == POS_COMMA)
				k--;
			if (k < 0 || c->sent[k] != sent)
				return false;
			/* « P » lancé par X */
			if (c->tok[k].pos == POS_CLOSEQ && c->tok[k].quote >= 0 && (cue->frames & CLM_FRAME(QUOTE)) &&
				clm_quote_speaks(c, &c->quote[c->tok[k].quote]))
			{
				set_part(&f, c->quote[c->tok[k].quote].open, k);
				add_draft(c, cue, gi, &f, source, g->first, cue->act, NONE);
				return true;
			}
			np = clm_np_left(c, k);
		}
		if (range_empty(np) || c->tok[np.first].pos == POS_PRON || !(cue->frames & CLM_FRAME(NP)))
			return false;
		f.part[f.nparts++] = np;
	}
	if (f.nparts == 0)
		return false;
	add_draft(c, cue, gi, &f, source, g->first, agent ? cue->act : CLM_HEARSAY, NONE);
	return true;
}

/*
 * P, comme l'a dit X / comme X l'a confirmé, P / comme le veut X: the content
 * is the clause that the comme-clause is attached to.
 */
static bool
as_reported(ClmCtx *c, const ClmCue *cue, int32_t gi, int32_t behind)
{
	ClmGroup   *g = &c->group[gi];
	Found		f = {.cue_last = behind - 1};
	ClmRange	source = {g->subj_first, g->subj_last};
	int32_t		as = g->first - 1;
	int32_t		end;
	int32_t		sent_first = clm_sent_first(c, g->first);
	bool		clitic = false;

	/* comme le prévoit la loi is no report */
	if (!(g->flags & GROUP_FIN) || cue->act == CLM_COMMIT || cue->act == CLM_DEMAND)
		return false;
	for (int32_t i = g->first; i < g->head; i++)
		clitic |= c->tok[i].pos == POS_CLITIC && !(role_at(c, i) & CLM_ROLE(REFL));
	if (!range_empty(source) && source.first < g->first)
		as = source.first - 1;
	if (as < 0 || c->sent[as] != c->sent[g->first] || !(role_at(c, as) & CLM_ROLE(AS)))
		return false;
	if (!clitic && !(c->model->options & CLM_OPTION_ZERO_QUE))
		return false;
	if (as == g->first - 1)
	{
		int32_t		i = clm_skip_adv(c, behind);

		if (i >= c->n || c->sent[i] != c->sent[g->first])
			return false;
		source = clm_np_right(c, i);
	}
	if (range_empty(source) || is_nobody(c, source))
		return false;
	end = CORE_MAX(source.last, g->last);
	f.via = (ClmRange) {NONE, NONE};
	if (as <= sent_first + 1)
	{
		while (end < c->n && c->sent[end] == c->sent[as] && c->tok[end].pos != POS_COMMA)
			end++;
		if (pos_at(c, end) != POS_COMMA || end + 1 >= c->n || c->sent[end + 1] != c->sent[as])
			return false;
		set_part(&f, end + 1, clm_clause_last(c, end + 1, KIND_CLAUSE));
	}
	else
	{
		if (c->tok[as - 1].pos != POS_COMMA)
			return false;
		set_part(&f, clm_clause_first(c, as - 2), as - 2);
	}
	add_draft(c, cue, gi, &f, source, as == g->first - 1 ? as : g->first, cue->act, NONE);
	return true;
}

/* One cue of a verb group; true where it made a claim. */
static bool
try_cue(ClmCtx *c, const ClmCue *cue, int32_t gi)
{
	ClmGroup   *g = &c->group[gi];
	Found		f = {.cue_last = g->last};
	ClmRange	source = {g->subj_first, g->subj_last};
	int32_t		behind = match_extra(c, cue, g->last + 1);
	int			act = cue->act;
	bool		strict_refl = false;
	bool		silence = false;
	int32_t		same = NONE;
	int32_t		before;
	bool		inverted;
	ClmRange	right = {NONE, NONE};
	ClmRange	via = {NONE, NONE};

	if (behind == NONE)
		return false;
	for (int32_t i = g->flags & GROUP_CHAINED ? CORE_MAX(g->fin, g->first) + 1 : g->first; i <= g->last; i++)
		strict_refl |= c->tok[i].pos == POS_CLITIC && (role_at(c, i) & CLM_ROLE(REFL)) &&
			!(role_at(c, i) & CLM_ROLE(ME));
	if (cue->refl ? !(g->flags & GROUP_REFL) : strict_refl)
		return false;
	if ((cue->frames & CLM_FRAME(NEG)) && !(g->flags & GROUP_NEG) && !(g->flags & GROUP_REFUSE))
		return false;
	/* y voit X, voit dans Y X; not: voit X */
	if (cue->frames & CLM_FRAME(VIEW))
	{
		bool		there = false;

		for (int32_t i = g->first; i < g->head; i++)
			there |= c->tok[i].prep && (cue->np_prep >> c->tok[i].prep & 1);
		if (!there && !(pos_at(c, behind) == POS_PREP && (cue->np_prep >> c->tok[behind].prep & 1)))
			return false;
	}
	if ((cue->frames & CLM_FRAME(PASSONLY)) && !(g->flags & (GROUP_PASSIVE | GROUP_PP)))
		return false;
	/* a déclaré que P et ajouté que Q */
	if ((g->flags & GROUP_PP) && gi > 0 && g->first > 0 && c->tok[g->first - 1].pos == POS_AND &&
		(cue->frames & (CLM_FRAME(QUE) | CLM_FRAME(QUOTE) | CLM_FRAME(NP))))
	{
		for (int32_t k = gi - 1; k >= 0 && k > gi - 6 && c->sent[c->group[k].first] == c->sent[g->first]; k--)
		{
			const ClmGroup *h = &c->group[k];

			if ((h->flags & GROUP_FIN) && (h->flags & GROUP_PERFECT) && !(h->flags & GROUP_PASSIVE) &&
				c->tok[h->first].quote == c->tok[g->first].quote)
			{
				int			nc;
				ClmRange	subject = {h->subj_first, h->subj_last};

				clm_cues(c, c->tok[h->head].lemma, &nc);
				if (nc == 0)
					break;
				/* the one in front may have been inverted: its source is the draft's */
				if (h->tail != NONE || range_empty(subject))
				{
					int32_t		d = previous_draft(c, c->sent[g->first], g->first);

					if (d == NONE)
						break;
					subject = c->draft[d].source;
				}
				if (range_empty(subject) || !complement(c, cue, g, behind, &f))
					break;
				f.cue_last = CORE_MAX(f.cue_last, behind - 1);
				add_draft(c, cue, gi, &f, subject, g->first, act, NONE);
				return true;
			}
		}
	}
	if (!cue->refl && (g->flags & (GROUP_PASSIVE | GROUP_PP)) &&
		!(cue->frames & CLM_FRAME(SVOICE)) &&
		!((cue->frames & CLM_FRAME(PASSONLY)) && !(cue->frames & CLM_FRAME(PASS))))
		return passive(c, cue, gi, behind);
	if ((cue->frames & CLM_FRAME(SVOICE)) && !(g->flags & GROUP_PASSIVE))
		return false;
	if ((g->flags & (GROUP_WILLING | GROUP_REFUSE | GROUP_NINI)) &&
		(act == CLM_ASSERT || act == CLM_SILENCE || !(g->flags & GROUP_WILLING)))
	{
		silence = true;
		act = CLM_SILENCE;
	}

	/* the source of what has no subject */
	if (!(g->flags & GROUP_FIN))
	{
		source = governor_source(c, gi, &same);
	}

	/* inverted: a verb with its pronoun, or with its subject behind */
	inverted = g->tail != NONE;
	before = clm_skip_adv_left(c, g->first - 1);
	if (!inverted && (g->flags & GROUP_FIN) && before >= 0 &&
		(c->tok[before].pos == POS_COMMA || c->tok[before].pos == POS_CLOSEQ ||
		 c->tok[before].pos == POS_STOP))
	{
		int32_t		i = skip_to_source(c, behind, &via);
		bool		front_clause = c->tok[before].pos == POS_CLOSEQ ||
			(before > 0 && c->tok[before - 1].pos == POS_CLOSEQ) || range_empty(source) ||
			clm_has_fin(c, clm_sent_first(c, before), before);

		/* English: “P,” Lee Wong, 79, told the paper has its subject in front */
		if ((c->model->options & CLM_OPTION_ZERO_QUE) && !range_empty(source))
			front_clause = false;
		if (i < c->n && c->sent[i] == c->sent[g->head] && front_clause && clm_np_starts(c, i) &&
			!(c->tok[i].pos == POS_PRON && !(c->model->options & CLM_OPTION_ZERO_QUE)))
		{
			right = clm_np_right(c, i);
			inverted = !range_empty(right);
			/* X, le maire, a dénoncé la vente: the phrase behind may be the content */
			if (inverted && !range_empty(source) && c->tok[before].pos == POS_COMMA &&
				c->tok[before - 1].pos != POS_CLOSEQ &&
				complement(c, cue, g, behind, &f) &&
				(source.first <= clm_skip_adv(c, clm_sent_first(c, before)) + 1 ||
				 c->tok[source.first].pos == POS_PRON || !f.is_np ||
				 pos_at(c, source.first - 1) == POS_QUE || pos_at(c, source.first - 1) == POS_SUB))
				inverted = false;
			/* English: only said X, says X; not: don't ask the driver */
			if (inverted && (c->model->options & CLM_OPTION_ZERO_QUE) &&
				((g->flags & GROUP_NEG) ||
				 !((c->tok[g->fin].morph & LEX_TAG(PAST)) || (c->tok[g->fin].morph & LEX_TAG(SG)))))
				inverted = false;
		}
	}
	if (inverted && g->tail != NONE)
		right = (ClmRange) {g->tail, g->tail};
	if (inverted)
	{
		int32_t		after = right.last + 1;

		/* dit-il au journal */
		after = read_via(c, g->tail != NONE ? behind : after, &via);
		if (fronted(c, cue, g, before, after, &f))
		{
			f.via = via;
			f.cue_last = behind - 1;
			if (is_nobody(c, right))
			{
				/* a-t-on appris de source policière / auprès du parquet */
				int32_t		k = behind;

				while (k < c->n && k < behind + 3 && c->tok[k].pos == POS_PREP)
					k++;
				if (k > behind && clm_np_starts(c, k))
				{
					right = clm_np_right(c, k);
					f.cue_last = k - 1;
				}
				else
				{
					right = (ClmRange) {NONE, NONE};
					act = CLM_HEARSAY;
				}
			}
			add_draft(c, cue, gi, &f, right, g->first, act, NONE);
			return true;
		}
		/* X dit-il vrai? a question, no claim */
		if (g->tail != NONE && !range_empty((ClmRange) {g->subj_first, g->subj_last}))
		{
			if (!complement(c, cue, g, behind, &f))
				return false;
			source = right;
			if (is_nobody(c, source))
				return false;
			add_draft(c, cue, gi, &f, source, g->first, act, NONE);
			return true;
		}
	}
	if (is_thing(c, source))
		return false;
	if (!silence && as_reported(c, cue, gi, behind))
		return true;

	if (silence)
	{
		ClmCue		any = *cue;

		any.frames |= CLM_FRAME(NP) | CLM_FRAME(SI) | CLM_FRAME(QUE);
		if (range_empty(source))
			return false;
		if (!complement(c, &any, g, behind, &f) || f.is_quote)
			f.nparts = 0;
		f.cue_last = CORE_MAX(f.cue_last, behind - 1);
		add_draft(c, cue, gi, &f, source, g->first, act, same);
		return true;
	}
	if (cue->frames & CLM_FRAME(NONE))
	{
		if (range_empty(source))
			return false;
		f.nparts = 0;
		f.via = via;
		f.cue_last = behind - 1;
		if (cue->np_prep && complement(c, cue, g, behind, &f) == false)
			f.nparts = 0;
		f.cue_last = CORE_MAX(f.cue_last, behind - 1);
		/* n'a pas obtenu de réponse des autorités: they are silent, not who asked */
		if (cue->to_prep)
		{
			int32_t		k = clm_skip_adv(c, behind);
			ClmRange	np = {NONE, NONE};

			if (k < c->n && c->sent[k] == c->sent[g->head] && c->tok[k].prep &&
				(cue->to_prep >> c->tok[k].prep & 1))
			{
				k++;
				if (k < c->n && c->tok[k].prep == 1 && c->tok[k].pos == POS_PREP)
					k++;
				np = clm_np_right(c, k);
			}
			if (range_empty(np))
				return false;
			source = np;
		}
		add_draft(c, cue, gi, &f, source, g->first, act, same);
		return true;
	}
	/* "P," she told reporters: a quotation in front comes first */
	if ((c->model->options & CLM_OPTION_ZERO_QUE) && (g->flags & GROUP_FIN) && !range_empty(source) &&
		source.first > 1 && (cue->frames & (CLM_FRAME(QUE) | CLM_FRAME(QUOTE))))
	{
		int32_t		b = clm_skip_adv_left(c, source.first - 1);
		int32_t		k = b > 0 && c->tok[b].pos == POS_COMMA ? b - 1 : b;

		/* The government, she told reporters, does not ... */
		if (k > 0 && k < b && c->tok[k].pos != POS_CLOSEQ && c->tok[b].pos == POS_COMMA &&
			(cue->frames & CLM_FRAME(QUE)))
		{
			int32_t		after = behind;
			int32_t		last;

			if (cue->frames & CLM_FRAME(TO))
			{
				ClmRange	to = clm_np_right(c, behind);

				if (!range_empty(to) && c->sent[to.first] == c->sent[g->head])
					after = to.last + 1;
			}
			after = read_via(c, after, &via);
			last = clm_sent_last(c, g->head);
			if (pos_at(c, after) == POS_COMMA && after < last &&
				(c->tok[after + 1].pos == POS_FIN ||
				 (c->tok[after + 1].pos == POS_PRON && !(role_at(c, after + 1) & CLM_ROLE(WHO)))) &&
				fronted(c, cue, g, b, after, &f))
			{
				f.via = via;
				f.cue_last = behind - 1;
				add_draft(c, cue, gi, &f, source, g->first, act, same);
				return true;
			}
		}
		if (k > 0 && c->tok[k].pos == POS_CLOSEQ)
		{
			int32_t		after = behind;

			if (cue->frames & CLM_FRAME(TO))
			{
				ClmRange	to = clm_np_right(c, behind);

				if (!range_empty(to) && c->sent[to.first] == c->sent[g->head])
					after = to.last + 1;
			}
			after = read_via(c, after, &via);
			if (fronted(c, cue, g, b, after, &f) && f.is_quote)
			{
				f.via = via;
				f.cue_last = behind - 1;
				add_draft(c, cue, gi, &f, source, g->first, act, same);
				return true;
			}
		}
	}
	if (complement(c, cue, g, behind, &f))
	{
		f.cue_last = CORE_MAX(f.cue_last, behind - 1);
		if (is_nobody(c, source))
		{
			if ((!f.is_clause && !f.is_quote && f.is_np) || !(cue->frames & CLM_FRAME(ITSELF)))
				return false;
			source = (ClmRange) {NONE, NONE};
			act = CLM_HEARSAY;
		}
		else if (range_empty(source))
			return false;
		/* afin d'évaluer la situation: no report; dit regretter un retard: one */
		if ((g->flags & GROUP_INF) && !f.is_quote && same == NONE && !governed(c, g))
			return false;
		/* s'il le juge nécessaire */
		if (under_condition(c, source, g))
			return false;
		if (range_empty(f.via) && f.is_quote)
			read_via(c, f.part[0].last + 1, &f.via);
		add_draft(c, cue, gi, &f, source, g->first, act, same);
		return true;
	}
	/* "P", il précise / "P," she said */
	if ((g->flags & GROUP_FIN) && !range_empty(source) && source.first > 0 &&
		(cue->frames & (CLM_FRAME(QUE) | CLM_FRAME(QUOTE))))
	{
		int32_t		b = clm_skip_adv_left(c, source.first - 1);
		int32_t		after = read_via(c, behind, &via);

		if (b > 0 && fronted(c, cue, g, b, after, &f) &&
			(f.is_quote || (c->model->options & CLM_OPTION_ZERO_QUE)))
		{
			f.via = via;
			f.cue_last = behind - 1;
			if (is_nobody(c, source))
			{
				source = (ClmRange) {NONE, NONE};
				act = CLM_HEARSAY;
			}
			add_draft(c, cue, gi, &f, source, g->first, act, same);
			return true;
		}
	}
	return false;
}

/* An adjective that is the cue behind its copula: se dit fier de, est favorable à. */
static bool
try_adjective(ClmCtx *c, int32_t gi)
{
	ClmGroup   *g = &c->group[gi];
	int32_t		i = clm_skip_adv(c, g->last + 1);
	ClmRange	source = {g->subj_first, g->subj_last};
	bool		self = false;

	/* the adjective may have been read as a participle of the group: est convaincu */
	if (g->flags & GROUP_PASSIVE)
	{
		i = g->head;
		self = true;
	}
	else if (!(c->tok[g->head].flag & CLM_FLAG(COPULA)))
		return false;
	if (i >= c->n || c->sent[i] != c->sent[g->head] || c->doc->tok[i].lex == 0)
		return false;
	{
		const LexSense *sense;
		int			ns = lex_senses(c->doc->lex, c->doc->tok[i].lex, &sense);

		for (int s = 0; s < ns; s++)
		{
			const ClmCue *cue;
			int			n;

			if (sense[s].class != LEX_ADJ)
				continue;
			cue = clm_cues(c, sense[s].lemma, &n);
			for (int k = 0; k < n; k++)
			{
				Found		f = {.cue_last = i};

				if (cue[k].kind != CLM_CUE_ADJ || range_empty(source) || is_thing(c, source))
					continue;
				if (!complement(c, &cue[k], g, i + 1, &f))
					continue;
				f.cue_last = CORE_MAX(f.cue_last, i);
				(void) self;
				add_draft(c, &cue[k], gi, &f, source, g->first, cue[k].act, NONE);
				return true;
			}
		}
	}
	return false;
}

/* Any verb at all behind a quotation, with its subject inverted: « P », philosophe X. */
static void
try_any_verb(ClmCtx *c, int32_t gi)
{
	ClmGroup   *g = &c->group[gi];
	int32_t		before = clm_skip_adv_left(c, g->first - 1);
	int32_t		close = before;
	Found		f = {.cue_last = g->last};
	ClmRange	source = {NONE, NONE};
	ClmRange	via = {NONE, NONE};
	int32_t		i;

	if (!(g->flags & GROUP_FIN) || before < 2 || (c->model->options & CLM_OPTION_ZERO_QUE))
		return;
	if (c->tok[close].pos == POS_COMMA)
		close--;
	if (c->tok[close].pos != POS_CLOSEQ || c->tok[close].quote < 0 ||
		!clm_quote_speaks(c, &c->quote[c->tok[close].quote]) || c->quote[c->tok[close].quote].used)
		return;
	if (c->tok[before].pos == POS_CLOSEQ && g->tail == NONE)
		return;
	if (g->tail != NONE)
		source = (ClmRange) {g->tail, g->tail};
	else
	{
		i = skip_to_source(c, g->last + 1, &via);
		if (i < c->n && c->sent[i] == c->sent[g->head] && clm_np_starts(c, i))
			source = clm_np_right(c, i);
	}
	if (range_empty(source) || is_nobody(c, source))
		return;
	i = read_via(c, CORE_MAX(source.last, g->last) + 1, &via);
	if (!fronted(c, NULL, g, before, i, &f))
		return;
	f.via = via;
	f.cue_last = g->last;
	add_draft(c, NULL, gi, &f, source, g->first, CLM_ASSERT, NONE);
}

void
clm_verbs(ClmCtx *c)
{
	for (int32_t gi = 0; gi < c->ngroup; gi++)
	{
		ClmGroup   *g = &c->group[gi];
		ClmRange	subject;

		CORE_POLL_EVERY(gi);
		if (!(g->flags & GROUP_FIN))
			continue;
		subject = clm_subject(c, gi);
		g->subj_first = range_empty(subject) ? NONE : subject.first;
		g->subj_last = range_empty(subject) ? NONE : subject.last;
		/* Neither had replied */
		if (!range_empty(subject) && (role_at(c, subject.first) & CLM_ROLE(NOR)))
			g->flags |= GROUP_NEG;
	}
	for (int32_t gi = 0; gi < c->ngroup; gi++)
	{
		ClmGroup   *g = &c->group[gi];
		const ClmCue *cue;
		int			n;
		bool		done = false;

		CORE_POLL_EVERY(gi);
		cue = clm_cues(c, c->tok[g->head].lemma, &n);
		/* copulas first: se dit fier de X */
		done = try_adjective(c, gi);
		for (int k = 0; k < n && !done; k++)
			if (cue[k].kind == CLM_CUE_VERB)
				done = try_cue(c, &cue[k], gi);
		if (!done)
			try_any_verb(c, gi);
	}
}
