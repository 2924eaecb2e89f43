/*
 * clm_word.c
 *	  What each word is where it stands: parts of speech by lexicon and left
 *	  context, in one pass with one word of look-ahead.
 *
 * This is no tagger of everything.  It decides what the grammar of claims
 * asks: is this the finite verb of a clause, an infinitive, a participle; is
 * « juge » a verb or a noun, « la » an article or a pronoun.  A word that the
 * lexicon does not have is a nominal.
 */
#include "claims/clm_int.h"

#define NOUNS (LEX_BIT(NOUN) | LEX_BIT(PERSONNOUN) | LEX_BIT(ORGNOUN) | LEX_BIT(PLACENOUN) | \
			   LEX_BIT(MEDIANOUN) | LEX_BIT(CUENOUN) | LEX_BIT(TITLE) | LEX_BIT(ADJ) | \
			   LEX_BIT(MONTH) | LEX_BIT(WEEKDAY) | LEX_BIT(TIMEWORD) | LEX_BIT(DEMONYM) | \
			   LEX_BIT(NUMWORD))
#define VERBS (LEX_BIT(VERB) | LEX_BIT(AUX) | LEX_BIT(MODAL))
#define FINITE (LEX_TAG(IND) | LEX_TAG(SUBJ) | LEX_TAG(COND))

/* Lemma, flags and morphology of the verb that a word may be. */
static void
read_verb(ClmCtx *c, ClmTok *t, uint32_t lex)
{
	const LexSense *sense;
	int			n = lex_senses(c->doc->lex, lex, &sense);
	const uint8_t *flag = CLM_ARRAY(c->model, flag_off, uint8_t);
	const uint16_t *start = CLM_ARRAY(c->model, start_off, uint16_t);
	bool		have_cue = false;

	t->morph = 0;
	for (int i = 0; i < n; i++)
	{
		uint16_t	lemma = sense[i].lemma;

		if (!((LEX_BIT(VERB) | LEX_BIT(AUX) | LEX_BIT(MODAL)) >> sense[i].class & 1))
			continue;
		t->morph |= sense[i].morph;
		/* may, can, 'll: finite though no mood is given */
		if (sense[i].class != LEX_VERB &&
			!(sense[i].morph & (FINITE | LEX_TAG(INF) | LEX_TAG(PART))))
			t->morph |= LEX_TAG(IND);
		if (lemma >= c->model->nlemma)
			continue;
		t->flag |= flag[lemma];
		/* of two verbs with the same form the one that is a cue */
		if (t->lemma == NO_LEMMA || (!have_cue && start[lemma] < start[lemma + 1]))
			t->lemma = lemma;
		have_cue |= start[lemma] < start[lemma + 1];
	}
}

/* The token in front that matters: not an adverb or a negation. */
static int
left_pos(const ClmCtx *c, int32_t i)
{
	for (int k = 0; k < 4 && i > 0; k++)
	{
		i--;
		if (c->tok[i].pos != POS_ADV && c->tok[i].pos != POS_NOT)
			return c->tok[i].pos;
	}
	return POS_STOP;
}

/* Is the verb of the clause at hand still an auxiliary in front of i: a ... dit? */
static bool
behind_aux(const ClmCtx *c, int32_t i)
{
	for (int k = 0; k < 7 && i > 0; k++)
	{
		const ClmTok *t = &c->tok[--i];

		switch (t->pos)
		{
			case POS_ADV:
			case POS_NOT:
			case POS_TAIL:
				continue;
			case POS_NOMINAL:
				/* an adverb that the lexicon does not have: vivement */
				if (t->nominal || is_upper(c, i) || c->doc->tok[i].kind != TOK_WORD)
					return false;
				continue;
			case POS_FIN:
			case POS_INF:
			case POS_ING:
			case POS_PP:
				return (t->flag & (CLM_FLAG(BE) | CLM_FLAG(HAVE))) != 0;
			default:
				return false;
		}
	}
	return false;
}

/* What the words of the lexicon say about token i when it stands alone. */
static inline bool
may_be_verb(const ClmCtx *c, int32_t i)
{
	return i < c->n && (mask_at(c, i) & VERBS) != 0;
}

static inline bool
has_morph(const ClmCtx *c, int32_t i, uint32_t tags)
{
	return i < c->n && c->doc->tok[i].lex &&
		((lex_morph(c->doc->lex, c->doc->tok[i].lex, LEX_VERB) |
		  lex_morph(c->doc->lex, c->doc->tok[i].lex, LEX_AUX) |
		  lex_morph(c->doc->lex, c->doc->tok[i].lex, LEX_MODAL)) & tags) != 0;
}

/* Is a verb with a clitic in front of it coming: le [confirme], en [ont]? */
static bool
verb_follows(const ClmCtx *c, int32_t i)
{
	int32_t		j = i + 1;

	while (j < c->n && j < i + 3 && (mask_at(c, j) & LEX_BIT(OBJPRON)) &&
		   !(c->doc->tok[j].flags & TOK_UPPER))
		j++;
	return may_be_verb(c, j) && has_morph(c, j, FINITE | LEX_TAG(INF) | LEX_TAG(PART)) &&
		!(c->doc->tok[j].flags & TOK_UPPER);
}

/* A verb that can only be finite, with nothing in front of it that parts clauses */
static bool
verb_comes(const ClmCtx *c, int32_t i)
{
	for (int32_t k = i; k < c->n && k < i + 10; k++)
	{
		uint64_t	mask = mask_at(c, k);

		if (c->doc->tok[k].kind != TOK_WORD && c->doc->tok[k].kind != TOK_NUMBER)
			return false;
		if (mask & (LEX_BIT(CONJ) | LEX_BIT(COMP) | LEX_BIT(REL) | LEX_BIT(PRON) | LEX_BIT(SUBCONJ)))
			return false;
		if ((mask & VERBS) && !(mask & NOUNS) && has_morph(c, k, LEX_TAG(IND)) &&
			!has_morph(c, k, LEX_TAG(PART) | LEX_TAG(INF)) && !(c->doc->tok[k].flags & TOK_UPPER))
			return true;
	}
	return false;
}

/* P, the executive [fears]: a comma and a noun phrase in front, no verb since */
static bool
comma_left(const ClmCtx *c, int32_t i)
{
	int			n;

	clm_cues(c, c->tok[i].lemma, &n);
	if (n == 0)
		return false;
	for (int32_t k = i - 1; k > 0 && k > i - 9; k--)
	{
		if (c->tok[k].pos == POS_COMMA)
			return c->tok[k + 1].pos == POS_DET || is_upper(c, k + 1);
		if (c->tok[k].pos != POS_NOMINAL && c->tok[k].pos != POS_DET && c->tok[k].pos != POS_PREP &&
			c->tok[k].pos != POS_OTHER)
			return false;
	}
	return false;
}

/* Has the word a finite reading in the third person? */
static bool
fin_p3(const ClmCtx *c, int32_t i)
{
	const LexSense *sense;
	int			n = lex_senses(c->doc->lex, c->doc->tok[i].lex, &sense);

	for (int s = 0; s < n; s++)
		if ((VERBS >> sense[s].class & 1) && (sense[s].morph & FINITE) && (sense[s].morph & LEX_TAG(P3)))
			return true;
	return false;
}

static int
verb_pos(const ClmCtx *c, int32_t i, const ClmTok *t, uint64_t mask)
{
	int			before = i > 0 ? c->tok[i - 1].pos : POS_STOP;
	bool		fin = (t->morph & FINITE) != 0;
	bool		pp = (t->morph & LEX_TAG(PART)) && (t->morph & LEX_TAG(PAST));
	bool		ing = (t->morph & LEX_TAG(PART)) && (t->morph & LEX_TAG(PRES));
	bool		inf = (t->morph & LEX_TAG(INF)) != 0;
	bool		noun = (mask & NOUNS) != 0;
	bool		aux = (mask & (LEX_BIT(AUX) | LEX_BIT(MODAL))) != 0;
	bool		zero_que = (c->model->options & CLM_OPTION_ZERO_QUE) != 0;

	/* present and past participle may hang on one sense each: see the lexicon */
	if (pp && behind_aux(c, i))
		return POS_PP;
	switch (before)
	{
		case POS_DET:
			return inf && !noun && !fin ? POS_INF : POS_NOMINAL;
		case POS_PREP:
			if (zero_que && (role_at(c, i - 1) & CLM_ROLE(TO)))
				return inf ? POS_INF : ing ? POS_ING : POS_NOMINAL;
			if (inf && !zero_que)
				return POS_INF;
			if (ing)
				return POS_ING;
			return aux && fin ? POS_FIN : POS_NOMINAL;
		case POS_CLITIC:
			if (inf && !fin)
				return POS_INF;
			if (fin)
				return POS_FIN;
			return ing ? POS_ING : pp ? POS_PP : POS_NOMINAL;
		case POS_NE:
		case POS_PRON:
		case POS_REL:
			if (fin)
				return POS_FIN;
			return inf ? POS_INF : ing ? POS_ING : pp ? POS_PP : POS_NOMINAL;
		case POS_OTHER:
			/* a year's supply */
			if (zero_que && (role_at(c, i - 1) & CLM_ROLE(POSSMARK)) && !aux)
				return POS_NOMINAL;
			break;
		case POS_TAIL:
			return pp ? POS_PP : inf ? POS_INF : fin ? POS_FIN : POS_NOMINAL;
		case POS_NOT:
			if (inf && !fin)
				return POS_INF;
			break;
		default:
			break;
	}
	if (aux && fin)
		return POS_FIN;
	if (zero_que)
	{
		/* English: a bare form is finite behind a plural or a name, else an infinitive */
		int			left = left_pos(c, i);

		if (inf && left == POS_FIN && i > 0 &&
			(c->tok[i - 1].flag & (CLM_FLAG(MODAL) | CLM_FLAG(HAVE) | CLM_FLAG(BE)) ||
			 before == POS_NOT || before == POS_ADV))
			return POS_INF;
		if (ing && !fin)
			return noun && before == POS_NOMINAL && false ? POS_NOMINAL : POS_ING;
		/* says catches have fallen: no finite verb follows another */
		if ((before == POS_FIN || before == POS_ING || before == POS_INF) &&
			!(c->tok[i - 1].flag & (CLM_FLAG(BE) | CLM_FLAG(HAVE) | CLM_FLAG(MODAL))) &&
			fin && !(t->morph & LEX_TAG(PAST)))
			return POS_NOMINAL;
		/* A petition delivered on Monday argues: another verb comes at once */
		if (fin && pp && before == POS_NOMINAL)
		{
			int			n;

			clm_cues(c, t->lemma, &n);
			if (n == 0 && verb_comes(c, i + 1))
				return POS_PP;
		}
		/* The study, published in May, found: a participle */
		if (fin && pp && before == POS_COMMA && i + 1 < c->n &&
			((mask_at(c, i + 1) & LEX_BIT(PREP)) || (role_at(c, i + 1) & CLM_ROLE(TIME))))
		{
			int			n;

			clm_cues(c, t->lemma, &n);
			if (n == 0 || (role_at(c, i + 1) & CLM_ROLE(BY)))
				return POS_PP;
		}
		if (fin && pp && before == POS_NOMINAL && (role_at(c, i + 1) & CLM_ROLE(BY)))
			return POS_PP;
		if (fin && noun)
		{
			uint32_t	m = t->morph;

			/* plans, reports: a noun unless something that can be a subject is in front */
			if (before == POS_NOMINAL || before == POS_CLOSEQ || before == POS_COMMA ||
				before == POS_RPAREN || before == POS_AND || before == POS_ADV)
			{
				if (m & LEX_TAG(PAST))
					return POS_FIN;
				/* and claims that */
				if (before == POS_AND && (mask_at(c, i + 1) & LEX_BIT(COMP)))
					return POS_FIN;
				/* P, the executive fears. */
				if (before == POS_NOMINAL && i + 1 < c->n &&
					(c->doc->tok[i + 1].kind == TOK_STOP || c->doc->tok[i + 1].kind == TOK_COMMA) &&
					(m & LEX_TAG(SG)) && !is_upper(c, i) && comma_left(c, i))
					return POS_FIN;
				if (i > 0 && (c->doc->tok[i - 1].kind == TOK_NUMBER || (mask_at(c, i - 1) & LEX_BIT(NUMWORD))))
					return POS_NOMINAL;
				if ((before == POS_NOMINAL || before == POS_COMMA) && !is_upper(c, i) &&
					i + 1 < c->n && (is_upper(c, i + 1) || c->doc->tok[i + 1].kind == TOK_NUMBER ||
					 (mask_at(c, i + 1) & (LEX_BIT(COMP) | LEX_BIT(PREP) | LEX_BIT(PRON) | LEX_BIT(DET) | LEX_BIT(OBJPRON))) ||
					 c->doc->tok[i + 1].kind == TOK_OPEN || c->doc->tok[i + 1].kind == TOK_QUOTE))
					return (m & LEX_TAG(SG)) || !(m & LEX_TAG(INF)) || (role_at(c, i + 1) & CLM_ROLE(TO)) ||
						(mask_at(c, i + 1) & (LEX_BIT(COMP) | LEX_BIT(DET) | LEX_BIT(PRON))) ? POS_FIN : POS_NOMINAL;
			}
			return POS_NOMINAL;
		}
		if (fin)
			return POS_FIN;
		return inf ? POS_INF : pp ? POS_PP : POS_NOMINAL;
	}
	if (inf && !fin)
		return POS_INF;
	if (ing && !fin)
		return noun ? POS_NOMINAL : POS_ING;
	/* les exportateurs, réunis: « je réunis » would have its pronoun */
	if (fin && pp && !(fin_p3(c, i)))
		return POS_PP;
	if (fin && pp)
		/* dit, fait, promis: finite where no auxiliary is in front */
		return before == POS_NOMINAL || before == POS_COMMA || before == POS_CLOSEQ ||
			before == POS_RPAREN || before == POS_AND || before == POS_ADV ||
			before == POS_NOT || before == POS_STOP ? POS_FIN : POS_PP;
	if (fin && noun)
	{
		/* l'annonce, une demande were taken above; « Juge » at the start is a noun */
		if (before == POS_STOP || before == POS_COLON || before == POS_OPENQ ||
			before == POS_INF || before == POS_FIN)
			return POS_NOMINAL;
		/* la nouvelle taxe. / la nouvelle taxe de séjour */
		if (before == POS_NOMINAL && i > 1 && c->tok[i - 2].pos == POS_DET && !is_upper(c, i - 1) &&
			i + 1 < c->n)
		{
			int			kind = c->doc->tok[i + 1].kind;
			int			n;

			clm_cues(c, t->lemma, &n);
			if (kind == TOK_STOP || kind == TOK_COMMA || kind == TOK_RPAREN || kind == TOK_CLOSE ||
				(n == 0 && c->tok[i + 1].prep == 1))
				return POS_NOMINAL;
		}
		return POS_FIN;
	}
	if (fin)
		return POS_FIN;
	if (pp)
		return noun && before == POS_NOMINAL ? POS_PP : POS_PP;
	return POS_NOMINAL;
}

static int
word_pos(ClmCtx *c, int32_t i, ClmTok *t, uint64_t mask)
{
	const Tok  *tk = &c->doc->tok[i];
	int			before = i > 0 ? c->tok[i - 1].pos : POS_STOP;
	bool		first = (tk->flags & TOK_SENT) || before == POS_STOP || before == POS_OPENQ ||
		before == POS_COLON || before == POS_DASH || before == POS_RPAREN;

	/* Shell and BP both denied */
	if ((t->role & CLM_ROLE(ALSO)) && before == POS_NOMINAL && has_morph(c, i + 1, FINITE))
		return POS_ADV;
	/* LE BLOC REVENDIQUE LA VICTOIRE */
	if ((tk->flags & TOK_CAPS) && tk->len > 3 && i > 0 && (c->doc->tok[i - 1].flags & TOK_CAPS) &&
		(mask & VERBS) && !(mask & NOUNS) && before == POS_NOMINAL)
		return verb_pos(c, i, t, mask);
	/* a name, unless the word begins something or is a word of grammar */
	if ((tk->flags & TOK_UPPER) && !first && !(tk->flags & TOK_CAPS && tk->len < 3) &&
		!(mask & (LEX_BIT(DET) | LEX_BIT(PREP) | LEX_BIT(PRON) | LEX_BIT(NEG) | LEX_BIT(ELISION))))
		return POS_NOMINAL;
	/* an inverted pronoun: dit - il */
	if (before == POS_TAIL && (mask & LEX_BIT(PRON)) && !(tk->flags & TOK_SPACE))
		return POS_TAIL;
	if (t->role & CLM_ROLE(NE))
		return POS_NE;
	if (t->role & CLM_ROLE(QUE))
	{
		if (c->model->options & CLM_OPTION_ZERO_QUE)
		{
			/* that report: a determiner */
			if (before == POS_PREP || before == POS_STOP)
				return POS_DET;
			/* the agency that oversees it */
			if (before == POS_NOMINAL && i > 1 && has_morph(c, i + 1, FINITE) && !(mask_at(c, i + 1) & NOUNS) &&
				(c->tok[i - 2].pos == POS_DET || c->tok[i - 2].pos == POS_NOMINAL || c->tok[i - 2].pos == POS_PREP))
				return POS_REL;
			/* dismissed that as fiction */
			if (before == POS_FIN && ((role_at(c, i + 1) & CLM_ROLE(AS)) || c->doc->tok[i + 1].kind == TOK_STOP))
				return POS_NOMINAL;
			/* rejected that figure. */
			if (before == POS_FIN && !(mask_at(c, i + 1) & ~NOUNS) && !is_upper(c, i + 1) && i + 2 < c->n &&
				c->doc->tok[i + 1].kind == TOK_WORD &&
				(c->doc->tok[i + 2].kind != TOK_WORD || (mask_at(c, i + 2) & (LEX_BIT(CONJ) | LEX_BIT(PREP)))))
				return POS_DET;
			return POS_QUE;
		}
		return POS_QUE;
	}
	if ((mask & LEX_BIT(REL)) && (t->role & (CLM_ROLE(WHO) | CLM_ROLE(WHICH))))
		return POS_REL;
	/* n'a ni confirmé ni démenti */
	if ((t->role & CLM_ROLE(NOR)) && (mask & LEX_BIT(CONJ)) && (before == POS_FIN || before == POS_ADV))
		return POS_NOT;
	if ((mask & LEX_BIT(NEG)) && (t->role & CLM_ROLE(NOT)) &&
		!(before == POS_DET) && !(mask & LEX_BIT(CONJ)))
		return POS_NOT;
	if (mask & LEX_BIT(OBJPRON))
	{
		bool		verb = verb_follows(c, i);
		bool		det = (mask & LEX_BIT(DET)) != 0;
		bool		next_noun = (mask_at(c, i + 1) & NOUNS) != 0;

		if (c->model->options & CLM_OPTION_ZERO_QUE)
			return mask & LEX_BIT(DET) ? POS_DET : mask & LEX_BIT(PRON) ? POS_PRON : POS_NOMINAL;
		if ((t->role & CLM_ROLE(IF)) && (mask_at(c, i + 1) & LEX_BIT(PRON)) &&
			!has_morph(c, i + 1, FINITE))
			return POS_SUB;
		if (mask & LEX_BIT(PRON))
		{
			/* nous, vous, lui */
			if (before == POS_PREP || before == POS_QUE || before == POS_AND)
				return before == POS_QUE && verb ? POS_PRON : POS_NOMINAL;
			if (!verb)
				return before == POS_FIN ? POS_CLITIC : POS_NOMINAL;
			if (before == POS_PRON || before == POS_NE || before == POS_CLITIC)
				return POS_CLITIC;
			/* nous avons: subject; on nous a dit: object */
			if (has_morph(c, i + 1, LEX_TAG(P1) | LEX_TAG(P2)) &&
				has_morph(c, i + 1, LEX_TAG(PL)) && (lex_morph(c->doc->lex, tk->lex, LEX_PRON) & LEX_TAG(PL)))
				return POS_PRON;
			return POS_CLITIC;
		}
		if (mask & LEX_BIT(PREP))	/* en */
		{
			if (verb && !has_morph(c, i + 1, LEX_TAG(PART)) &&
				(before == POS_NOMINAL || before == POS_PRON || before == POS_NE ||
				 before == POS_CLITIC || before == POS_PREP || before == POS_REL) &&
				!(next_noun && before != POS_PRON && before != POS_NE && before != POS_CLITIC))
				return POS_CLITIC;
			return POS_PREP;
		}
		if (!det)
			return verb || before == POS_PRON || before == POS_NE ? POS_CLITIC : POS_CLITIC;
		/* le, la, les, l', leur */
		if (!verb)
			return POS_DET;
		if (before == POS_PRON || before == POS_NE || before == POS_CLITIC || before == POS_REL)
			return POS_CLITIC;
		if (has_morph(c, i + 1, LEX_TAG(INF)) && !next_noun &&
			(before == POS_PREP || before == POS_FIN || before == POS_INF || before == POS_NOT ||
			 before == POS_ADV))
			return POS_CLITIC;
		/* le ministre la juge: behind a noun, before a verb that agrees with no article */
		if (!next_noun && has_morph(c, i + 1, FINITE) && before != POS_PREP && before != POS_FIN)
			return POS_CLITIC;
		return POS_DET;
	}
	if (mask & LEX_BIT(PRON))
	{
		uint32_t	morph = lex_morph(c->doc->lex, tk->lex, LEX_PRON);

		if (before == POS_PREP)
			return mask & LEX_BIT(DET) ? POS_DET : POS_NOMINAL;
		/* ce, c' */
		if ((t->role & CLM_ROLE(WHAT)) && (mask & LEX_BIT(DET)))
			return (has_morph(c, i + 1, FINITE) && (!(mask_at(c, i + 1) & NOUNS) || (mask_at(c, i + 1) & LEX_BIT(AUX)))) ||
				(mask_at(c, i + 1) & (LEX_BIT(REL) | LEX_BIT(NEG) | LEX_BIT(OBJPRON))) ?
				POS_PRON : POS_DET;
		if (mask & LEX_BIT(DET))
			return has_morph(c, i + 1, FINITE) && !(mask_at(c, i + 1) & NOUNS) ? POS_PRON : POS_DET;
		if (mask & LEX_BIT(NEG))
			return POS_NOT;
		(void) morph;
		return POS_PRON;
	}
	if (mask & LEX_BIT(CLITIC))
	{
		if (!(c->model->options & CLM_OPTION_ZERO_QUE))
			return POS_CLITIC;
		/* n't | the minister's | she's, he'll */
		if (mask & LEX_BIT(NEG))
			return POS_NOT;
		if ((t->role & CLM_ROLE(POSSMARK)) && before != POS_PRON && before != POS_REL && before != POS_QUE)
			return POS_OTHER;
		return mask & VERBS ? POS_FIN : POS_OTHER;
	}
	if ((mask & LEX_BIT(PREP)) && !(mask & LEX_BIT(DET) && first))
	{
		/* à / a without its accent on a capital: A Paris */
		if ((mask & LEX_BIT(AUX)) && before != POS_STOP && before != POS_COMMA)
			return verb_pos(c, i, t, mask);
		if ((mask & VERBS) && (t->morph & LEX_TAG(PAST)) && behind_aux(c, i))
			return POS_PP;
		return POS_PREP;
	}
	if (mask & LEX_BIT(DET))
		return POS_DET;
	if (mask & LEX_BIT(SUBCONJ))
	{
		if (mask & LEX_BIT(ADV) && !(role_at(c, i + 1) & CLM_ROLE(QUE)) &&
			!(c->model->options & CLM_OPTION_ZERO_QUE))
			return POS_ADV;
		return POS_SUB;
	}
	/* un trésor d'or */
	if ((mask & LEX_BIT(CONJ)) && before == POS_PREP && (t->role & CLM_ROLE(BUT)))
		return POS_NOMINAL;
	if (mask & LEX_BIT(CONJ))
		return t->role & CLM_ROLE(AND) ? POS_AND : t->role & CLM_ROLE(BUT) ? POS_BUT : POS_ADV;
	if (mask & VERBS)
		return verb_pos(c, i, t, mask);
	if (mask & (LEX_BIT(ADV) | LEX_BIT(HEDGE)))
		return POS_ADV;
	/* promised to table rules: an unknown word behind a verb and its mark */
	if ((c->model->options & CLM_OPTION_ZERO_QUE) && i > 1 && (role_at(c, i - 1) & CLM_ROLE(TO)) &&
		!(mask & NOUNS) && !(tk->flags & TOK_UPPER) &&
		(c->tok[i - 2].pos == POS_FIN || c->tok[i - 2].pos == POS_PP || c->tok[i - 2].pos == POS_NOT) &&
		mask == 0)
		return POS_INF;
	return POS_NOMINAL;
}

/* Find the longest phrase that begins at i; marks its first token. */
static void
find_phrase(ClmCtx *c, int32_t i, uint16_t first)
{
	const ClmPhrase *p = CLM_ARRAY(c->model, phrase_off, ClmPhrase) + (first - 1);

	for (;; p++)
	{
		int			k = 1;

		while (k < p->len && i + k < c->n && c->doc->tok[i + k].lex != 0 &&
			   (c->doc->tok[i + k].lex == p->word[k] ||
				/* contracted: aux yeux de, du, des */
				(k == p->len - 1 && c->tok[i + k].prep != 0 &&
				 p->word[k] < c->model->nword &&
				 CLM_ARRAY(c->model, word_off, ClmWord)[p->word[k]].prep == c->tok[i + k].prep)))
			k++;
		if (k == p->len)
		{
			c->tok[i].phrase = (uint8_t) (p->kind + 1);
			c->tok[i].phrase_len = p->len;
			c->tok[i].phrase_act = p->act;
			return;
		}
		if (p->last)
			return;
	}
}

/* What the lexicon says, which needs no context. */
void
clm_lookup(ClmCtx *c)
{
	const ClmWord *word = CLM_ARRAY(c->model, word_off, ClmWord);

	for (int32_t i = 0; i < c->n; i++)
	{
		const Tok  *tk = &c->doc->tok[i];
		ClmTok	   *t = &c->tok[i];

		CORE_POLL_EVERY(i);
		memset(t, 0, sizeof(*t));
		t->group = NONE;
		t->quote = NONE;
		t->lemma = NO_LEMMA;
		if (tk->lex && tk->lex < c->model->nword)
		{
			uint64_t	mask = lex_mask(c->doc->lex, tk->lex);

			t->role = word[tk->lex].role;
			t->prep = word[tk->lex].prep;
			if (mask & VERBS)
				read_verb(c, t, tk->lex);
			t->nominal = mask & (LEX_BIT(PERSONNOUN) | LEX_BIT(ORGNOUN)) ? 2 :
				(mask & NOUNS) != 0;
		}
	}
	memset(&c->tok[c->n], 0, sizeof(ClmTok));
	c->tok[c->n].pos = POS_STOP;
	c->tok[c->n].group = NONE;
	c->tok[c->n].quote = NONE;
	c->tok[c->n].lemma = NO_LEMMA;
}

/* What each word is here.  The quotation marks know already. */
void
clm_words(ClmCtx *c)
{
	const ClmWord *word = CLM_ARRAY(c->model, word_off, ClmWord);

	for (int32_t i = 0; i < c->n; i++)
	{
		const Tok  *tk = &c->doc->tok[i];
		ClmTok	   *t = &c->tok[i];
		uint64_t	mask = mask_at(c, i);

		CORE_POLL_EVERY(i);
		switch (tk->kind)
		{
			case TOK_WORD:
				t->pos = (uint8_t) word_pos(c, i, t, mask);
				break;
			case TOK_NUMBER:
			case TOK_URL:
				t->pos = POS_NOMINAL;
				break;
			case TOK_OPEN:
			case TOK_QUOTE:
			case TOK_CLOSE:
				break;			/* clm_quote.c */
			case TOK_STOP:
				t->pos = POS_STOP;
				break;
			case TOK_COMMA:
				t->pos = POS_COMMA;
				break;
			case TOK_COLON:
				t->pos = c->doc->text[tk->byte] == ';' ? POS_SEMI : POS_COLON;
				break;
			case TOK_DASH:
				t->pos = POS_DASH;
				break;
			case TOK_LPAREN:
				t->pos = POS_LPAREN;
				break;
			case TOK_RPAREN:
				t->pos = POS_RPAREN;
				break;
			default:
				/* -t- or - between a verb and its pronoun */
				t->pos = !(tk->flags & TOK_SPACE) && i > 0 && c->tok[i - 1].pos == POS_FIN &&
					(mask_at(c, i + 1) & LEX_BIT(PRON)) ? POS_TAIL : POS_OTHER;
				/* €2 million, $5, -44 */
				if (i + 1 < c->n && c->doc->tok[i + 1].kind == TOK_NUMBER && t->pos == POS_OTHER)
					t->pos = POS_NOMINAL;
				/* 24-year-old */
				if (t->pos == POS_OTHER && !(tk->flags & TOK_SPACE) && i > 0 && i + 1 < c->n &&
					!(c->doc->tok[i + 1].flags & TOK_SPACE) && c->tok[i - 1].pos == POS_NOMINAL &&
					c->doc->tok[i + 1].kind == TOK_WORD)
					t->pos = POS_NOMINAL;
				break;
		}
		if (tk->lex && tk->lex < c->model->nword && word[tk->lex].phrase &&
			(i == 0 || c->tok[i - 1].phrase == 0 || c->tok[i - 1].phrase_len <= 1))
			find_phrase(c, i, word[tk->lex].phrase);
	}
	/* the words of an adverb of several words are adverbs */
	for (int32_t i = 0; i < c->n; i++)
		if (c->tok[i].phrase == CLM_PHRASE_ADV + 1)
		{
			int			len = c->tok[i].phrase_len;

			for (int k = 0; k < len; k++)
				c->tok[i + k].pos = POS_ADV;
			i += len - 1;
		}
}
