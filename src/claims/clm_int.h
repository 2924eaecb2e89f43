/*
 * clm_int.h
 *	  What the files of the claims room share: the analysis of a document and
 *	  the claims under construction.  All positions are token numbers.
 *
 *	  tokens -> clm_word.c   what each word is here: a part of speech
 *			 -> clm_group.c  verb groups: n' a jamais déclaré
 *			 -> clm_quote.c  pairs of quotation marks
 *			 -> clm_clause.c where noun phrases and clauses begin and end
 *			 -> clm_verb.c, clm_open.c, clm_hearsay.c, clm_bare.c
 *							 claims, each by its kind of cue
 *			 -> clm_finish.c duplicates, parents, form, order
 *			 -> clm_speaker.c, clm_certainty.c
 */
#ifndef CLM_INT_H
#define CLM_INT_H

#include "claims/clm.h"
#include "claims/clm_layout.h"

typedef enum ClmPos
{
	POS_OTHER,
	POS_NOMINAL,				/* noun, adjective, name, number, unknown word */
	POS_DET,
	POS_PREP,
	POS_PRON,					/* subject pronoun */
	POS_CLITIC,
	POS_NE,
	POS_NOT,
	POS_ADV,
	POS_AND,
	POS_BUT,
	POS_SUB,					/* subordinating: si, quand */
	POS_QUE,
	POS_REL,
	POS_FIN,					/* finite verb */
	POS_INF,
	POS_PP,						/* past participle */
	POS_ING,					/* present participle */
	POS_TAIL,					/* inverted pronoun: -t- il */
	POS_COMMA,
	POS_STOP,
	POS_COLON,
	POS_SEMI,
	POS_DASH,
	POS_OPENQ,
	POS_CLOSEQ,
	POS_LPAREN,
	POS_RPAREN
} ClmPos;

#define NONE (-1)
#define NO_LEMMA UINT16_MAX

/* A token, analysed: 28 bytes. */
typedef struct ClmTok
{
	uint32_t	role;			/* CLM_ROLE bits */
	uint32_t	morph;			/* LEX_TAG bits of the verb that it is */
	int32_t		group;			/* verb group that it belongs to, or NONE */
	int32_t		quote;			/* innermost quotation that it lies in, or NONE;
								 * the marks themselves lie in their quotation */
	uint16_t	lemma;			/* of the verb that it may be; NO_LEMMA */
	uint8_t		pos;			/* ClmPos */
	uint8_t		prep;			/* number of the preposition, 0 */
	uint8_t		flag;			/* CLM_FLAG bits of lemma */
	uint8_t		nominal;		/* 1: the lexicon has it as a noun or adjective;
								 * 2: a noun of persons or organisations */
	uint8_t		phrase;			/* ClmPhraseKind + 1 at the first token of a phrase */
	uint8_t		phrase_len;
	uint8_t		phrase_act;		/* ClmAct */
} ClmTok;

#define GROUP_FIN		0x0001
#define GROUP_INF		0x0002
#define GROUP_ING		0x0004
#define GROUP_PP		0x0008	/* a participle alone */
#define GROUP_NEG		0x0010
#define GROUP_COND		0x0020
#define GROUP_FUT		0x0040
#define GROUP_PASSIVE	0x0080
#define GROUP_REFL		0x0100
#define GROUP_WILLING	0x0200	/* n'a pas souhaité commenter */
#define GROUP_REFUSE	0x0400
#define GROUP_NINI		0x0800	/* n'a ni confirmé ni démenti */
#define GROUP_PERFECT	0x1000
#define GROUP_MODAL		0x2000
#define GROUP_ME		0x4000	/* first person */
#define GROUP_CHAINED	0x8000	/* s'empresse d'ajouter: the reflexive is not the cue's */

typedef struct ClmGroup
{
	int32_t		first;
	int32_t		last;
	int32_t		head;			/* the verb that says what is done */
	int32_t		fin;			/* the finite verb, or NONE */
	int32_t		tail;			/* inverted subject pronoun, or NONE */
	int32_t		subj_first;		/* subject, NONE where not found */
	int32_t		subj_last;
	uint32_t	flags;
} ClmGroup;

typedef struct ClmQuote
{
	int32_t		open;			/* token of the mark */
	int32_t		close;			/* its closing mark, or the last token of an unclosed one */
	int32_t		parent;			/* enclosing quotation, or NONE */
	bool		closed;
	bool		used;			/* some claim has it as content */
} ClmQuote;

/* A stretch of tokens, both ends inclusive; first NONE = empty. */
typedef struct ClmRange
{
	int32_t		first;
	int32_t		last;
} ClmRange;

#define CLM_MAX_PARTS 4			/* a content has no more parts */

/* A claim under construction. */
typedef struct ClmDraft
{
	ClmRange	source;
	ClmRange	cue;
	ClmRange	part[CLM_MAX_PARTS];
	int			nparts;
	ClmRange	via;
	uint8_t		act;
	bool		negated;
	bool		inside;			/* the cue stands inside its own quotation */
	int32_t		group;			/* verb group of the cue, or NONE */
	int32_t		sent;
	int32_t		same_source;	/* draft that it goes on from, or NONE */
	uint32_t	order;
} ClmDraft;

typedef struct ClmCtx
{
	const ClmHeader *model;
	const TokDoc *doc;
	const TagResult *tags;
	int32_t		n;				/* tokens */
	ClmTok	   *tok;			/* [n + 1] */
	int32_t    *sent;			/* [n + 1] sentence of each token */
	int32_t    *mention;		/* [n + 1] mention of each token, or NONE */
	ClmGroup   *group;
	int32_t		ngroup;
	ClmQuote   *quote;
	int32_t		nquote;
	ClmDraft   *draft;
	int32_t		ndraft;
	int32_t		nverb;			/* the first of them: by verbs, in text order */
	int32_t		draft_cap;
} ClmCtx;

/* clm_word.c */
extern void clm_lookup(ClmCtx *c);
extern void clm_words(ClmCtx *c);

/* clm_group.c */
extern void clm_groups(ClmCtx *c);
extern const ClmCue *clm_cues(const ClmCtx *c, uint16_t lemma, int *n);

/* clm_quote.c */
extern void clm_quotes(ClmCtx *c);
extern bool clm_quote_speaks(const ClmCtx *c, const ClmQuote *q);

/* clm_clause.c */
extern int32_t clm_sent_first(const ClmCtx *c, int32_t i);
extern int32_t clm_sent_last(const ClmCtx *c, int32_t i);

/* What a content is, for where it ends. */
typedef enum ClmKind
{
	KIND_CLAUSE,				/* behind a complementiser, or a sentence */
	KIND_PHRASE,				/* a noun phrase, a predicate */
	KIND_INF
} ClmKind;

extern int32_t clm_clause_last(const ClmCtx *c, int32_t start, ClmKind kind);
extern int32_t clm_clause_first(const ClmCtx *c, int32_t last);
extern ClmRange clm_np_right(const ClmCtx *c, int32_t start);
extern ClmRange clm_np_left(const ClmCtx *c, int32_t last);
extern ClmRange clm_subject(const ClmCtx *c, int32_t group);
extern bool clm_np_starts(const ClmCtx *c, int32_t i);
extern int32_t clm_skip_adv(const ClmCtx *c, int32_t i);
extern int32_t clm_skip_adv_left(const ClmCtx *c, int32_t i);
extern bool clm_has_fin(const ClmCtx *c, int32_t first, int32_t last);
extern ClmRange clm_trim(const ClmCtx *c, ClmRange r);
extern ClmRange clm_via_in(const ClmCtx *c, ClmRange source);
extern bool clm_is_via(const ClmCtx *c, int32_t i, ClmRange *np);

/* clm_verb.c, clm_open.c, clm_hearsay.c, clm_bare.c */
extern void clm_verbs(ClmCtx *c);
extern void clm_opens(ClmCtx *c);
extern void clm_hearsays(ClmCtx *c);
extern void clm_bare_quotes(ClmCtx *c);

/* clm_finish.c */
extern ClmDraft *clm_new_draft(ClmCtx *c);
extern void clm_finish(ClmCtx *c, ClmResult *result);

/* clm_speaker.c, clm_certainty.c */
extern void clm_speakers(ClmCtx *c, const ClmDraft *const *draft, ClmResult *result);
extern float clm_certainty(const ClmCtx *c, const ClmDraft *d, const ClmClaim *claim);

static inline bool
range_empty(ClmRange r)
{
	return r.first < 0 || r.last < r.first;
}

static inline int
pos_at(const ClmCtx *c, int32_t i)
{
	return i >= 0 && i < c->n ? c->tok[i].pos : POS_STOP;
}

static inline uint32_t
role_at(const ClmCtx *c, int32_t i)
{
	return i >= 0 && i < c->n ? c->tok[i].role : 0;
}

static inline bool
is_upper(const ClmCtx *c, int32_t i)
{
	return i >= 0 && i < c->n && (c->doc->tok[i].flags & TOK_UPPER) != 0;
}

static inline uint64_t
mask_at(const ClmCtx *c, int32_t i)
{
	return i >= 0 && i < c->n && c->doc->tok[i].lex ?
		lex_mask(c->doc->lex, c->doc->tok[i].lex) : 0;
}

#endif							/* CLM_INT_H */
