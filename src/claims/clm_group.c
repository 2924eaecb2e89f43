/*
 * clm_group.c
 *	  Verb groups: the negation, the pronouns, the auxiliaries, the adverbs
 *	  among them and the verb itself.
 *
 *	  n' a jamais déclaré | a -t- il ajouté | tient à souligner | did not say
 *
 * A verb that takes an infinitive (a chain verb of the grammar) takes it into
 * the group where that infinitive is a cue.
 */
#include "claims/clm_int.h"

#define FINITE (LEX_TAG(IND) | LEX_TAG(SUBJ) | LEX_TAG(COND))
#define MAX_GAP 4				/* adverbs between two parts of a group */

const ClmCue *
clm_cues(const ClmCtx *c, uint16_t lemma, int *n)
{
	const uint16_t *start = CLM_ARRAY(c->model, start_off, uint16_t);

	if (lemma >= c->model->nlemma)
	{
		*n = 0;
		return NULL;
	}
	*n = start[lemma + 1] - start[lemma];
	return CLM_ARRAY(c->model, cue_off, ClmCue) + start[lemma];
}

static bool
is_cue(const ClmCtx *c, uint16_t lemma)
{
	int			n;

	clm_cues(c, lemma, &n);
	return n > 0;
}

static bool
is_pp(const ClmCtx *c, int32_t i)
{
	const ClmTok *t = &c->tok[i];

	if (i >= c->n)
		return false;
	return t->pos == POS_PP ||
		((t->pos == POS_FIN || t->pos == POS_NOMINAL) && (t->morph & LEX_TAG(PART)) &&
		 (t->morph & LEX_TAG(PAST)) && !is_upper(c, i));
}

/* An adverb inside a group; in an auxiliary's group an unknown word too. */
static bool
is_gap(const ClmCtx *c, int32_t i, bool unknown)
{
	const ClmTok *t = &c->tok[i];

	if (t->pos == POS_ADV || t->pos == POS_NOT)
		return true;
	/* ont depuis accepté */
	if (unknown && (t->role & CLM_ROLE(ALSO)) && is_pp(c, i + 1))
		return true;
	/* vivement: a word in small letters that the lexicon does not have */
	return unknown && t->pos == POS_NOMINAL && !t->nominal && c->doc->tok[i].lex == 0 &&
		c->doc->tok[i].kind == TOK_WORD && !is_upper(c, i);
}

/* The next token of the group that starts its search at i; NONE if none is near. */
static int32_t
next_part(const ClmCtx *c, int32_t i, bool unknown)
{
	for (int k = 0; k <= MAX_GAP && i < c->n; k++, i++)
	{
		/* an adverb of several words counts as one */
		while (c->tok[i].phrase == CLM_PHRASE_ADV + 1 && i + c->tok[i].phrase_len < c->n)
			i += c->tok[i].phrase_len;
		/* a, lui, affirmé / avait, il y a peu, qualifié */
		if (unknown && c->tok[i].pos == POS_COMMA)
		{
			int32_t		j = i + 1;

			while (j < c->n && j < i + 9 && c->tok[j].pos != POS_COMMA && c->tok[j].pos != POS_STOP &&
				   c->tok[j].pos != POS_OPENQ)
				j++;
			if (j < c->n && c->tok[j].pos == POS_COMMA && is_pp(c, j + 1) && c->sent[j] == c->sent[i])
				return j + 1;
		}
		if (!is_gap(c, i, unknown))
			return i;
	}
	return NONE;
}

static void
note_negation(ClmCtx *c, ClmGroup *g, int32_t from, int32_t to)
{
	for (int32_t i = from; i < to; i++)
	{
		if (role_at(c, i) & CLM_ROLE(NOR))
			g->flags |= GROUP_NINI;
		if ((c->tok[i].pos == POS_NOT && (role_at(c, i) & CLM_ROLE(NOT))))
			g->flags |= GROUP_NEG;
	}
}

/* Read the group whose first verb is at v; first is where its clitics begin. */
static void
read_group(ClmCtx *c, ClmGroup *g, int32_t first, int32_t v)
{
	int32_t		cur = v;
	int32_t		end = v;		/* last token so far */
	const ClmTok *t = &c->tok[v];
	bool		zero_que = (c->model->options & CLM_OPTION_ZERO_QUE) != 0;

	memset(g, 0, sizeof(*g));
	g->first = first;
	g->head = v;
	g->fin = g->tail = g->subj_first = g->subj_last = NONE;
	for (int32_t i = first; i < v; i++)
	{
		if (c->tok[i].pos == POS_NE)
			g->flags |= GROUP_NEG;
		if (c->tok[i].pos == POS_CLITIC && (role_at(c, i) & CLM_ROLE(REFL)))
			g->flags |= GROUP_REFL;
	}
	if (zero_que)
		note_negation(c, g, first, v);
	if (t->pos == POS_FIN)
	{
		g->fin = v;
		g->flags |= GROUP_FIN;
		if ((t->morph & LEX_TAG(COND)) && !(t->morph & LEX_TAG(IND)))
			g->flags |= GROUP_COND;
		if ((t->morph & LEX_TAG(FUT)) && !(t->morph & LEX_TAG(PAST)))
			g->flags |= GROUP_FUT;
		if ((t->morph & LEX_TAG(P1)) && !(t->morph & LEX_TAG(P3)))
			g->flags |= GROUP_ME;
		if (role_at(c, v) & CLM_ROLE(WILL))
			g->flags |= GROUP_FUT;
	}
	else
		g->flags |= t->pos == POS_INF ? GROUP_INF : t->pos == POS_ING ? GROUP_ING : GROUP_PP;
	if (t->flag & CLM_FLAG(MODAL))
		g->flags |= GROUP_MODAL;
	while (end + 1 < c->n && c->tok[end + 1].pos == POS_TAIL)
	{
		end++;
		g->tail = end;
	}

	for (int step = 0; step < 5; step++)
	{
		const ClmTok *ct = &c->tok[cur];
		bool		aux = (ct->flag & (CLM_FLAG(BE) | CLM_FLAG(HAVE))) != 0;
		int32_t		i = next_part(c, end + 1, aux);

		if (i == NONE || i >= c->n || c->sent[i] != c->sent[v])
			break;
		/* n'a ni confirmé ni démenti: both participles are the group's */
		if (aux && is_pp(c, i) && c->tok[i].pos != POS_TAIL)
		{
			note_negation(c, g, end + 1, i);
			g->flags &= ~(uint32_t) GROUP_PASSIVE;
			g->flags |= GROUP_PERFECT;
			if ((ct->flag & CLM_FLAG(BE)) && !(g->flags & GROUP_REFL))
				g->flags |= GROUP_PASSIVE;
			cur = g->head = end = i;
			if ((g->flags & GROUP_NINI) && (role_at(c, i + 1) & (CLM_ROLE(NOR) | CLM_ROLE(AND))) &&
				i + 2 < c->n && is_pp(c, i + 2))
				end = i + 2;
			continue;
		}
		/* English: is demanding, will say, did not say */
		if (zero_que && (ct->flag & (CLM_FLAG(BE) | CLM_FLAG(HAVE) | CLM_FLAG(MODAL))) &&
			(c->tok[i].pos == POS_ING || c->tok[i].pos == POS_INF ||
			 (c->tok[i].pos == POS_FIN && (c->tok[i].morph & LEX_TAG(INF)) && !(ct->flag & CLM_FLAG(BE)))) &&
			!(c->tok[i].pos == POS_ING && !(ct->flag & CLM_FLAG(BE))))
		{
			note_negation(c, g, end + 1, i);
			if ((ct->flag & CLM_FLAG(WILLING)) && (g->flags & GROUP_NEG))
				g->flags |= GROUP_WILLING;
			cur = g->head = end = i;
			/* would neither confirm nor deny */
			if ((g->flags & GROUP_NINI) && (role_at(c, i + 1) & CLM_ROLE(NOR)) && i + 2 < c->n &&
				(c->tok[i + 2].morph & LEX_TAG(INF)))
				end = i + 2;
			continue;
		}
		if (ct->flag & (CLM_FLAG(CHAIN) | CLM_FLAG(WILLING) | CLM_FLAG(REFUSE)))
		{
			int32_t		k = i;
			int32_t		clitics;

			if (k < c->n && (c->tok[k].pos == POS_PREP || c->tok[k].prep) &&
				c->tok[k].pos != POS_INF)
				k++;
			clitics = k;
			while (k < c->n && k < clitics + 3 &&
				   (c->tok[k].pos == POS_CLITIC || c->tok[k].pos == POS_NE || c->tok[k].pos == POS_NOT ||
					c->tok[k].pos == POS_ADV))
				k++;
			if (k < c->n && c->tok[k].pos == POS_INF && is_cue(c, c->tok[k].lemma) &&
				c->sent[k] == c->sent[v])
			{
				note_negation(c, g, end + 1, i);
				if ((ct->flag & CLM_FLAG(WILLING)) && (g->flags & GROUP_NEG))
					g->flags |= GROUP_WILLING;
				if (ct->flag & CLM_FLAG(REFUSE))
					g->flags |= GROUP_REFUSE;
				g->flags |= GROUP_CHAINED;
				g->flags &= ~(uint32_t) (GROUP_REFL | GROUP_PASSIVE);
				for (int32_t q = clitics; q < k; q++)
					if (role_at(c, q) & CLM_ROLE(REFL))
						g->flags |= GROUP_REFL;
				cur = g->head = end = k;
				continue;
			}
		}
		break;
	}
	/* ne croient guère: the negation behind belongs to it */
	while (end + 1 < c->n && c->tok[end + 1].pos == POS_NOT &&
		   c->sent[end + 1] == c->sent[v] && (role_at(c, end + 1) & CLM_ROLE(NOT)) &&
		   (g->flags & GROUP_NEG))
		end++;
	g->last = end;
	if (zero_que)
		note_negation(c, g, v, end + 1);
	for (int32_t i = g->first; i <= g->last; i++)
		c->tok[i].group = c->ngroup;
}

void
clm_groups(ClmCtx *c)
{
	int32_t		cap = 0;

	for (int32_t i = 0; i < c->n; i++)
	{
		int32_t		v = i;
		int			pos = c->tok[i].pos;

		CORE_POLL_EVERY(i);
		/* ne, clitics and adverbs between them in front of the verb */
		while (v < c->n && v < i + 6 && c->sent[v] == c->sent[i] &&
			   (c->tok[v].pos == POS_NE || c->tok[v].pos == POS_CLITIC ||
				(c->tok[v].pos == POS_NOT && v > i) ||
				(c->tok[v].pos == POS_NOT && pos == POS_NOT && !(role_at(c, v) & CLM_ROLE(NOR)))))
			v++;
		if (v >= c->n || c->sent[v] != c->sent[i])
			continue;
		pos = c->tok[v].pos;
		if (pos != POS_FIN && pos != POS_INF && pos != POS_ING && pos != POS_PP)
			continue;
		if (c->ngroup == cap)
		{
			cap += cap / 2 + 64;
			c->group = core_realloc(c->group, (size_t) cap * sizeof(ClmGroup));
		}
		read_group(c, &c->group[c->ngroup], i, v);
		i = c->group[c->ngroup].last;
		c->ngroup++;
	}
}
