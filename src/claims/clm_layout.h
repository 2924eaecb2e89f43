/*
 * clm_layout.h
 *	  Bytes of a compiled cue grammar (section CLAIMS): shared by the reader
 *	  (clm_model.c) and the compiler (tools/clm_compile.c).
 *
 *	  ClmHeader
 *	  ClmWord    word[nword]			one per entry of the lexicon
 *	  uint16     cue_start[nlemma + 1]	the cues of a lemma: cue[start .. next start)
 *	  uint8      flag[nlemma]			ClmLemmaFlag bits
 *	  ClmCue     cue[ncue]				of one lemma in the order of the source
 *	  ClmPhrase  phrase[nphrase]		of one first word side by side, longest first
 *
 * Words and lemmas are numbered as in the LEXICON section of the same model
 * file; the numbers are checked against nword and nlemma here, and against
 * the lexicon by whoever looks one up.  Offsets are multiples of 8.
 */
#ifndef CLM_LAYOUT_H
#define CLM_LAYOUT_H

#include "core.h"

#define CLM_MAGIC "GAZCLM01"

/* What a word is for the grammar; names as in cues.tsv. */
#define CLM_ROLES(X) \
	X(QUE, "que")			/* complementiser */ \
	X(WHETHER, "whether")	/* opens an indirect question */ \
	X(IF, "if") \
	X(WHO, "who")			/* relative that is the subject of its clause */ \
	X(WHICH, "which")		/* other relatives */ \
	X(WHAT, "what") \
	X(NE, "ne")				/* negates the verb that follows */ \
	X(NOT, "not")			/* negates inside a verb group */ \
	X(NOR, "nor") \
	X(BY, "by")				/* names the agent of a passive */ \
	X(AS, "as") \
	X(AND, "and") \
	X(BUT, "but") \
	X(REFL, "refl") \
	X(NOBODY, "nobody")		/* on: a subject that names nobody */ \
	X(ME, "me")				/* first person */ \
	X(WHILE, "while")		/* a clause of its own follows */ \
	X(POSSESSIVE, "possessive") \
	X(IN, "in")				/* en + present participle */ \
	X(TIME, "time") \
	X(ARTICLE, "article") \
	X(FUTURE, "future") \
	X(GOVERN, "govern")		/* avant de, sans: an infinitive behind it reports */ \
	X(VIEWNOUN, "view")			/* in X's view */ \
	X(VIA, "via")			/* prepositions in front of a medium */ \
	X(NOSOURCE, "nosource") \
	X(THING, "thing") \
	X(WILL, "will")			/* auxiliary of a future act */ \
	X(TO, "to")				/* mark of the infinitive */ \
	X(POSSMARK, "possmark")	/* 's */ \
	X(IT, "it")				/* the subject of nobody: it was said */ \
	X(ALSO, "also")			/* both, between a subject and its verb */

typedef enum ClmRole
{
#define X(id, name) CLM_ROLEBIT_##id,
	CLM_ROLES(X)
#undef X
	CLM_NROLES
} ClmRole;

#define CLM_ROLE(id) (UINT32_C(1) << CLM_ROLEBIT_##id)

/* How a verb behaves; names as in cues.tsv. */
#define CLM_FLAGS(X) \
	X(CHAIN, "chain")		/* takes the infinitive behind it into the cue */ \
	X(WILLING, "willing")	/* its negation before a cue is silence */ \
	X(REFUSE, "refuse")		/* with a cue it is silence */ \
	X(COPULA, "copula")		/* an adjective behind it may be the cue */ \
	X(BE, "be") \
	X(HAVE, "have") \
	X(MODAL, "modal") \
	X(OTHER, "motion")

typedef enum ClmFlag
{
#define X(id, name) CLM_FLAGBIT_##id,
	CLM_FLAGS(X)
#undef X
	CLM_NFLAGS
} ClmFlag;

#define CLM_FLAG(id) (1u << CLM_FLAGBIT_##id)

/* What may follow a cue; names as in cues.tsv. */
#define CLM_FRAMES(X) \
	X(QUE, "que")			/* a clause with complementiser */ \
	X(SI, "si")				/* an indirect question */ \
	X(QUOTE, "quote")		/* a quotation */ \
	X(NP, "np")				/* a bare noun phrase */ \
	X(INF, "inf")			/* a bare infinitive */ \
	X(TO, "to")				/* a bare addressee in between */ \
	X(PRED, "pred")			/* object and predicate */ \
	X(PREDADJ, "predadj")	/* a predicate alone: se dit fier */ \
	X(FUTURE, "future")		/* commit where the content is a deed of the source */ \
	X(PASS, "pass")			/* hearsay in an agentless passive */ \
	X(NONE, "none")			/* no content */ \
	X(NEG, "neg")			/* a cue only where negated */ \
	X(WEAK, "weak")			/* a cue only with what its frames name, strictly */ \
	X(ING, "ing")			/* a present participle: denied taking */ \
	X(SVOICE, "pass2")		/* as a passive participle: est opposé à */ \
	X(VIEW, "view")			/* voit dans X Y */ \
	X(HOLD, "hold")			/* tient X pour Y */ \
	X(PASSONLY, "passonly")	/* only in the passive */ \
	X(ITSELF, "itself")		/* agentless by itself */

typedef enum ClmFrame
{
#define X(id, name) CLM_FRAMEBIT_##id,
	CLM_FRAMES(X)
#undef X
	CLM_NFRAMES
} ClmFrame;

#define CLM_FRAME(id) (UINT32_C(1) << CLM_FRAMEBIT_##id)

/* Kinds of phrase; names as in cues.tsv. */
#define CLM_PHRASES(X) \
	X(ADV, "adv")			/* an adverb of several words */ \
	X(OPEN, "open")			/* selon X, P */ \
	X(SELF, "self")			/* à son avis, P: the source is not named */ \
	X(POUR, "pour")			/* pour X, P: also means other things */ \
	X(LEQUEL, "lequel")		/* X, selon lequel P */ \
	X(QUI, "qui")			/* X, selon qui P */ \
	X(CONTRARY, "contrary")	/* contrairement à ce que dit X, P */ \
	X(NOUN, "noun")			/* à la demande de X */ \
	X(HEARSAY, "hearsay")	/* il semblerait que P */ \
	X(REPORTEDLY, "reportedly")	/* an adverb: the clause around it is hearsay */

typedef enum ClmPhraseKind
{
#define X(id, name) CLM_PHRASE_##id,
	CLM_PHRASES(X)
#undef X
	CLM_NPHRASES
} ClmPhraseKind;

enum ClmCueKind
{
	CLM_CUE_VERB, CLM_CUE_ADJ
};

/* Options of a language; names as in cues.tsv (line "option"). */
#define CLM_OPTION_ZERO_QUE	0x01	/* the complementiser may be missing */
#define CLM_OPTION_COND		0x02	/* the conditional reports hearsay */
#define CLM_OPTION_POSSESSIVE 0x04	/* 's: the source may stand inside the cue */

#define CLM_MAX_EXTRA	3		/* words of a cue behind its lemma */
#define CLM_MAX_PHRASE	7		/* words of a phrase */
#define CLM_MAX_PREP	31

typedef struct ClmHeader
{
	char		magic[8];
	uint32_t	size;			/* bytes of the whole section */
	uint32_t	nword;			/* entries of the lexicon */
	uint32_t	nlemma;			/* lemmas of the lexicon */
	uint32_t	ncue;
	uint32_t	nphrase;
	uint32_t	options;
	uint32_t	word_off;
	uint32_t	start_off;
	uint32_t	flag_off;
	uint32_t	cue_off;
	uint32_t	phrase_off;
	uint32_t	nrole;			/* CLM_NROLES, CLM_NFRAMES of the compiler */
	uint32_t	nframe;
	uint32_t	zero;
} ClmHeader;

typedef struct ClmWord
{
	uint32_t	role;			/* CLM_ROLE bits */
	uint16_t	phrase;			/* first phrase that begins with it, plus 1; 0 = none */
	uint8_t		prep;			/* number of the preposition, from 1; 0 = none */
	uint8_t		zero;
} ClmWord;

typedef struct ClmCue
{
	uint32_t	frames;			/* CLM_FRAME bits */
	uint32_t	np_prep;		/* bit p: a noun phrase behind preposition p */
	uint32_t	inf_prep;		/* bit p: an infinitive behind preposition p */
	uint32_t	to_prep;		/* bit p: an addressee behind preposition p */
	uint32_t	extra[CLM_MAX_EXTRA];	/* words behind the lemma; 0 = none */
	uint8_t		act;			/* ClmAct */
	uint8_t		kind;			/* ClmCueKind */
	uint8_t		refl;			/* needs a reflexive */
	uint8_t		nextra;
} ClmCue;

typedef struct ClmPhrase
{
	uint32_t	word[CLM_MAX_PHRASE];
	uint8_t		len;
	uint8_t		kind;			/* ClmPhraseKind */
	uint8_t		act;			/* ClmAct */
	uint8_t		last;			/* 1: the next phrase begins with another word */
} ClmPhrase;

_Static_assert(CLM_NROLES <= 32, "roles make a 32-bit mask");
_Static_assert(CLM_NFRAMES <= 32, "frames make a 32-bit mask");
_Static_assert(CLM_NFLAGS <= 8, "flags make an 8-bit mask");
_Static_assert(sizeof(ClmHeader) == 64, "layout of ClmHeader");
_Static_assert(sizeof(ClmWord) == 8, "layout of ClmWord");
_Static_assert(sizeof(ClmCue) == 32, "layout of ClmCue");
_Static_assert(sizeof(ClmPhrase) == 32, "layout of ClmPhrase");

#define CLM_ARRAY(base, field, type) \
	((const type *) ((const char *) (base) + ((const ClmHeader *) (base))->field))

#endif							/* CLM_LAYOUT_H */
