/*
 * clm_speaker.c
 *	  Who the source is: the fullest name or description in the document.
 *
 *	  Anouk Verhaegen, la ministre -> Anouk Verhaegen
 *	  il, -t-elle				   -> the nearest subject or source in front that agrees
 *	  je, nous					   -> whoever is quoted
 *	  la ministre, l'élue		   -> who was called so, or the nearest person named
 *	  le groupe, l'entreprise	   -> the nearest organisation named
 *
 * Candidates are the sources of claims and the subjects of finite verbs
 * outside quotations, in text order.  A pronoun that finds none within reach
 * stays without a speaker: empty rather than wrong.
 */
#include "claims/clm_int.h"

#include <stdlib.h>

#define REACH_SENT	8			/* sentences that a pronoun looks back */
#define REACH		24			/* candidates that a search looks at */
#define REACH_DESC	200			/* the same for descriptions */

#define MASC	1
#define FEM		2

typedef struct Candidate
{
	int32_t		first;
	int32_t		last;
	const char *name;			/* NULL: a pronoun, not resolved yet */
	uint32_t	len;
	int8_t		kind;			/* TagKind or -1 */
	uint8_t		gender;			/* MASC, FEM, 0 = not known */
	bool		plural;
	bool		person;			/* or organisation: something that can speak */
	bool		named;			/* has a name of its own */
	uint16_t	noun;			/* lemma of the noun of persons or organisations, NO_LEMMA */
	bool		source;			/* a source rather than a subject */
} Candidate;

typedef struct Speakers
{
	ClmCtx	   *c;
	Candidate  *cand;
	int32_t		ncand;
	int32_t		cap;
	uint8_t    *gender;			/* of each entity of the tagger */
} Speakers;

/* Lemma and morphology of a noun of persons or organisations. */
static uint16_t
noun_of(const ClmCtx *c, int32_t i, uint32_t *morph, bool *person)
{
	const LexSense *sense;
	int			n;

	if (c->doc->tok[i].lex == 0)
		return NO_LEMMA;
	n = lex_senses(c->doc->lex, c->doc->tok[i].lex, &sense);
	for (int s = 0; s < n; s++)
		if (sense[s].class == LEX_PERSONNOUN || sense[s].class == LEX_ORGNOUN || sense[s].class == LEX_TITLE)
		{
			*morph = sense[s].morph;
			*person = sense[s].class != LEX_ORGNOUN;
			return sense[s].lemma;
		}
	return NO_LEMMA;
}

/* The mention of a person that names this phrase, not one that it only contains. */
static int32_t
name_in(const ClmCtx *c, ClmRange r, int *kind)
{
	for (int32_t i = r.first; i <= r.last; i++)
	{
		int32_t		m = c->mention[i];
		int32_t		first;

		if (m == NONE)
			continue;
		first = (int32_t) c->tags->mention[m].first;
		*kind = c->tags->mention[m].kind;
		if (*kind == TAG_PER && first >= r.first)
		{
			uint64_t	left = first > r.first ? mask_at(c, first - 1) : 0;
			int32_t		behind = first + (int32_t) c->tags->mention[m].ntok;

			/* l'avocate de Benoît Hamon, le gouvernement Trump, Hamon's lawyer */
			if (!(first > r.first && c->tok[first - 1].pos == POS_PREP) && !(left & LEX_BIT(ORGNOUN)) &&
				!(behind <= r.last && (role_at(c, behind) & CLM_ROLE(POSSMARK)) &&
				  (c->model->options & CLM_OPTION_POSSESSIVE)))
				return m;
		}
		i = first + (int32_t) c->tags->mention[m].ntok - 1;
	}
	return NONE;
}

/* Fill a candidate from a noun phrase. */
static void
describe(Speakers *s, ClmRange r, Candidate *k)
{
	ClmCtx	   *c = s->c;
	int			kind = -1;
	int32_t		m;
	uint32_t	start = c->doc->tok[r.first].byte;
	bool		article = true;

	memset(k, 0, sizeof(*k));
	k->first = r.first;
	k->last = r.last;
	k->kind = -1;
	k->noun = NO_LEMMA;
	for (int32_t i = r.first; i <= r.last && i < r.first + 40; i++)
	{
		uint32_t	morph = 0;
		bool		person = false;

		/* the head is the first noun, with its article */
		if (article && c->tok[i].pos == POS_DET && c->doc->tok[i].lex)
		{
			uint32_t	dm = lex_morph(c->doc->lex, c->doc->tok[i].lex, LEX_DET);

			if (!(dm & (LEX_TAG(P1) | LEX_TAG(P3))))
				k->gender = (dm & LEX_TAG(MASC)) && !(dm & LEX_TAG(FEM)) ? MASC :
					(dm & LEX_TAG(FEM)) && !(dm & LEX_TAG(MASC)) ? FEM : k->gender;
			k->plural |= (dm & LEX_TAG(PL)) && !(dm & LEX_TAG(SG));
		}
		if (c->tok[i].pos == POS_NOMINAL && k->noun == NO_LEMMA && !is_upper(c, i))
		{
			uint16_t	noun = noun_of(c, i, &morph, &person);

			if (noun != NO_LEMMA)
			{
				k->noun = noun;
				k->person = true;
				if (k->gender == 0 || person)
				{
					if ((morph & LEX_TAG(MASC)) && !(morph & LEX_TAG(FEM)))
						k->gender = MASC;
					if ((morph & LEX_TAG(FEM)) && !(morph & LEX_TAG(MASC)))
						k->gender = FEM;
				}
				k->plural |= (morph & LEX_TAG(PL)) && !(morph & LEX_TAG(SG));
			}
			article = false;
		}
		if ((mask_at(c, i) & LEX_BIT(TITLE)) && k->gender == 0)
		{
			morph = lex_morph(c->doc->lex, c->doc->tok[i].lex, LEX_TITLE);
			k->gender = (morph & LEX_TAG(FEM)) && !(morph & LEX_TAG(MASC)) ? FEM :
				(morph & LEX_TAG(MASC)) && !(morph & LEX_TAG(FEM)) ? MASC : 0;
		}
		if (c->tok[i].pos == POS_AND)
			k->plural = true;
		if (c->tok[i].pos == POS_PREP)
			article = false;
	}
	m = name_in(c, r, &kind);
	if (m != NONE)
	{
		uint32_t	entity = c->tags->mention[m].entity;

		k->name = c->tags->mention[m].name;
		k->len = c->tags->mention[m].name_len;
		k->kind = TAG_PER;
		k->person = k->named = true;
		/* an article in front belongs to the noun: la ministre; none tells nothing */
		if (entity < s->c->tags->nentity)
		{
			if (k->gender == 0)
				k->gender = s->gender[entity];
			else
				s->gender[entity] = k->gender;
		}
		return;
	}
	/* the whole phrase; of what the tagger knows at its start, the kind */
	for (int32_t i = r.first; i <= r.last && i <= r.first + 1; i++)
		if (c->mention[i] != NONE)
		{
			kind = c->tags->mention[c->mention[i]].kind;
			if (kind == TAG_ORG || kind == TAG_LOC || kind == TAG_PER || kind == TAG_PRODUCT)
			{
				k->kind = (int8_t) kind;
				k->named = k->person = true;
			}
			break;
		}
	if (!k->named && is_upper(c, r.last) && c->tok[r.last].pos == POS_NOMINAL &&
		is_upper(c, r.first) && c->tok[r.first].pos == POS_NOMINAL)
		k->named = k->person = true;
	k->name = c->doc->text + start;
	k->len = tok_byte_end(c->doc, (uint32_t) r.last) - start;
}

static bool
is_pronoun(const ClmCtx *c, ClmRange r)
{
	int			pos = c->tok[r.first].pos;

	if (r.first != r.last)
		return false;
	return pos == POS_PRON || pos == POS_TAIL || pos == POS_CLITIC ||
		((mask_at(c, r.first) & (LEX_BIT(PRON) | LEX_BIT(OBJPRON))) != 0 && !is_upper(c, r.first)) ||
		(role_at(c, r.first) & CLM_ROLE(POSSESSIVE)) != 0;
}

static void
add_candidate(Speakers *s, ClmRange r, bool source)
{
	if (range_empty(r) || is_pronoun(s->c, r))
		return;
	if (s->ncand == s->cap)
	{
		s->cap += s->cap / 2 + 32;
		s->cand = core_realloc(s->cand, (size_t) s->cap * sizeof(Candidate));
	}
	describe(s, r, &s->cand[s->ncand]);
	s->cand[s->ncand].source = source;
	s->ncand++;
}

static int
compare_candidates(const void *a, const void *b)
{
	const Candidate *x = a;
	const Candidate *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return x->source == y->source ? 0 : x->source ? -1 : 1;
}

/* Number of candidates in front of token i. */
static int32_t
candidates_before(const Speakers *s, int32_t i)
{
	int32_t		lo = 0;
	int32_t		hi = s->ncand;

	while (lo < hi)
	{
		int32_t		mid = lo + (hi - lo) / 2;

		if (s->cand[mid].last < i)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Gender and number of a pronoun. */
static uint32_t
pronoun_morph(const ClmCtx *c, int32_t i)
{
	uint32_t	m = 0;

	if (c->doc->tok[i].lex == 0)
		return 0;
	m = lex_morph(c->doc->lex, c->doc->tok[i].lex, LEX_PRON);
	if (m == 0)
		m = lex_morph(c->doc->lex, c->doc->tok[i].lex, LEX_OBJPRON);
	if (m == 0)
		m = lex_morph(c->doc->lex, c->doc->tok[i].lex, LEX_DET);
	return m;
}

static bool
agrees(const Candidate *k, uint32_t morph)
{
	bool		fem = (morph & LEX_TAG(FEM)) && !(morph & LEX_TAG(MASC));
	bool		masc = (morph & LEX_TAG(MASC)) && !(morph & LEX_TAG(FEM));

	if ((morph & LEX_TAG(PL)) && !(morph & LEX_TAG(SG)))
		return k->plural;
	if (k->plural && !k->named)
		return false;
	if (fem && k->gender == MASC)
		return false;
	if (masc && k->gender == FEM)
		return false;
	return true;
}

/* The candidate that a pronoun at i stands for. */
static const Candidate *
antecedent(const Speakers *s, int32_t i, uint32_t morph)
{
	const ClmCtx *c = s->c;
	int32_t		n = candidates_before(s, i);
	const Candidate *second = NULL;
	bool		neuter = (c->model->options & CLM_OPTION_ZERO_QUE) &&
		!(morph & (LEX_TAG(MASC) | LEX_TAG(FEM)));

	for (int32_t k = n - 1; k >= 0 && k > n - REACH; k--)
	{
		const Candidate *cand = &s->cand[k];

		if (c->sent[i] - c->sent[cand->first] > REACH_SENT)
			break;
		if (!cand->person || !agrees(cand, morph))
			continue;
		if (neuter != (cand->kind != TAG_PER && !(cand->noun != NO_LEMMA && cand->gender)) &&
			(c->model->options & CLM_OPTION_ZERO_QUE) && !(morph & LEX_TAG(PL)))
			continue;
		/* a person with a name, or a source; anything else only where there is neither */
		if (cand->kind == TAG_PER || cand->source)
			return cand;
		if (second == NULL)
			second = cand;
		if (c->sent[i] - c->sent[cand->first] <= 1 && !(morph & LEX_TAG(PL)) && cand->named)
			return cand;
	}
	return second;
}

/* la ministre, le groupe: a short definite phrase without a name of its own. */
static bool
is_description(const ClmCtx *c, ClmRange r, const Candidate *k)
{
	int			nominals = 0;

	if (k->named || k->noun == NO_LEMMA || k->plural || r.last - r.first > 4)
		return false;
	if (c->tok[r.first].pos != POS_DET ||
		(role_at(c, r.first) & CLM_ROLE(POSSESSIVE)) ||
		!(role_at(c, r.first) & CLM_ROLE(ARTICLE)))
		return false;
	for (int32_t i = r.first + 1; i <= r.last; i++)
	{
		if (c->tok[i].pos == POS_PREP)
			return false;
		nominals += c->tok[i].pos == POS_NOMINAL;
	}
	return nominals >= 1 && nominals <= 3;
}

/* Is the noun one that stands for a named organisation: le groupe, but not la police? */
static bool
stands_for_name(const ClmCtx *c, ClmRange r)
{
	for (int32_t i = r.first; i <= r.last; i++)
		if ((mask_at(c, i) & LEX_BIT(ORGNOUN)) &&
			(lex_morph(c->doc->lex, c->doc->tok[i].lex, LEX_ORGNOUN) & LEX_TAG(NAMED)))
			return true;
	return false;
}

/* Who a description stands for. */
static const Candidate *
described(const Speakers *s, ClmRange r, const Candidate *self)
{
	const ClmCtx *c = s->c;
	int32_t		n = candidates_before(s, r.first);
	bool		person = false;
	bool		org = stands_for_name(c, r);
	const Candidate *near = NULL;

	for (int32_t i = r.first; i <= r.last; i++)
		person |= (mask_at(c, i) & (LEX_BIT(PERSONNOUN) | LEX_BIT(TITLE))) != 0;
	for (int32_t k = n - 1; k >= 0 && k > n - REACH_DESC; k--)
	{
		const Candidate *cand = &s->cand[k];

		if (!cand->named)
			continue;
		if (cand->noun == self->noun && (cand->kind == TAG_PER) == person &&
			!(cand->gender && self->gender && cand->gender != self->gender))
			return cand;
		if (near == NULL && k > n - REACH &&
			((person && cand->kind == TAG_PER) ||
			 (org && cand->kind != TAG_PER && cand->kind != TAG_LOC)) &&
			!(person && cand->gender && self->gender && cand->gender != self->gender))
			near = cand;
	}
	return person || org ? near : NULL;
}

static void
set_speaker(ClmClaim *claim, const char *name, uint32_t len, int kind)
{
	claim->speaker = name;
	claim->speaker_len = len;
	claim->speaker_kind = (int8_t) kind;
}

/* The claim that quotes whoever says « je » at token i: its content holds i. */
static int32_t
quoted_by(const ClmResult *result, const ClmDraft *const *draft, uint32_t self, int32_t i)
{
	int32_t		p = result->claim[self].parent;

	if (p >= 0)
		return p;
	for (uint32_t step = 1; step < 12; step++)
	{
		for (int side = -1; side <= 1; side += 2)
		{
			int64_t		k = (int64_t) self + side * (int64_t) step;

			if (k < 0 || k >= (int64_t) result->n)
				continue;
			for (int q = 0; q < draft[k]->nparts; q++)
				if (draft[k]->part[q].first <= i && i <= draft[k]->part[q].last && k != (int64_t) self)
					return (int32_t) k;
		}
	}
	return -1;
}

void
clm_speakers(ClmCtx *c, const ClmDraft *const *draft, ClmResult *result)
{
	Speakers	s = {.c = c};
	size_t		nentity = c->tags ? c->tags->nentity : 0;
	int32_t    *claim_of = core_alloc(((size_t) c->ndraft + 1) * sizeof(int32_t));

	s.gender = core_alloc(nentity + 1);
	memset(s.gender, 0, nentity + 1);
	for (int32_t i = 0; i < c->ndraft; i++)
		claim_of[i] = -1;
	for (uint32_t i = 0; i < result->n; i++)
	{
		CORE_POLL_EVERY(i);
		claim_of[draft[i] - c->draft] = (int32_t) i;
		if (draft[i]->same_source == NONE)
			add_candidate(&s, draft[i]->source, true);
	}
	for (int32_t g = 0; g < c->ngroup; g++)
	{
		CORE_POLL_EVERY(g);
		if ((c->group[g].flags & GROUP_FIN) && c->group[g].subj_first != NONE &&
			c->group[g].subj_first < c->group[g].first && c->tok[c->group[g].subj_first].quote == NONE)
			add_candidate(&s, (ClmRange) {c->group[g].subj_first, c->group[g].subj_last}, false);
	}
	if (s.ncand > 1)
		qsort(s.cand, (size_t) s.ncand, sizeof(Candidate), compare_candidates);
	/* genders that a later phrase gave to an entity are known to the earlier ones too */
	for (int32_t k = 0; k < s.ncand; k++)
	{
		int			kind;
		ClmRange	r = {s.cand[k].first, s.cand[k].last};
		int32_t		m = s.cand[k].kind == TAG_PER && s.cand[k].gender == 0 ? name_in(c, r, &kind) : NONE;

		CORE_POLL_EVERY(k);
		if (m != NONE && c->tags->mention[m].entity < nentity)
			s.cand[k].gender = s.gender[c->tags->mention[m].entity];
	}

	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < result->n; i++)
		{
			ClmClaim   *claim = &result->claim[i];
			const ClmDraft *d = draft[i];
			const Candidate *found = NULL;
			uint32_t	morph;

			CORE_POLL_EVERY(i);
			if (range_empty(d->source) || claim->speaker)
				continue;
			if (d->same_source != NONE && claim_of[d->same_source] >= 0)
			{
				const ClmClaim *from = &result->claim[claim_of[d->same_source]];

				if (from->speaker)
					set_speaker(claim, from->speaker, from->speaker_len, from->speaker_kind);
				if (from->speaker || pass == 0)
					continue;
			}
			if (!is_pronoun(c, d->source))
			{
				Candidate	self;

				describe(&s, d->source, &self);
				if (is_description(c, d->source, &self))
					found = described(&s, d->source, &self);
				if (found == NULL)
					set_speaker(claim, self.name, self.len, self.kind);
				else
					set_speaker(claim, found->name, found->len, found->kind);
				continue;
			}
			morph = pronoun_morph(c, d->source.first);
			if ((role_at(c, d->source.first) & CLM_ROLE(ME)) ||
				((morph & LEX_TAG(P1)) && !(morph & LEX_TAG(P3))))
			{
				int32_t		p = quoted_by(result, draft, i, d->source.first);

				if (pass == 1 && p >= 0 && result->claim[p].speaker)
					set_speaker(claim, result->claim[p].speaker, result->claim[p].speaker_len,
								result->claim[p].speaker_kind);
				continue;
			}
			if (role_at(c, d->source.first) & CLM_ROLE(WHAT) && !(c->model->options & CLM_OPTION_ZERO_QUE))
				continue;
			found = antecedent(&s, d->source.first, morph);
			if (found)
				set_speaker(claim, found->name, found->len, found->kind);
		}
	core_free(s.cand);
	core_free(s.gender);
	core_free(claim_of);
}
