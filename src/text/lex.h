/*
 * lex.h
 *	  The lexicon of a language: from a word form to what it can be.
 *
 * A lexicon is compiled from src/lang/<lang>/ *.lex by tools/ (lex_compile.c)
 * into one position-independent section of the model file and used there as
 * it is mapped.  One look-up per token serves tokeniser, detector, tagger and
 * claims alike.
 *
 * A .lex file has a line per form, four tab-separated columns, # comments:
 *
 *	  form	class	lemma	morphology
 *	  affirme	verb	affirmer	ind,pres,p1,p3,sg
 *	  mme	abbr
 *
 * form is as uni_lower gives it, a single token; the same form may stand on
 * many lines, one sense each.  class may name several classes with commas
 * between them: a sense each, with the same lemma and morphology.  lemma
 * defaults to the form (also written "-").  class and morphology are words of
 * the lists below, which are the same for every language (a language uses
 * what it needs).
 *
 * How the tokeniser uses a form: an abbreviation stands without its last stop
 * (mme, u.s), an elision with its apostrophe (qu'), a clitic with what it
 * begins with ('s, n't, -il, -t-il), a whole word as it is (aujourd'hui).
 */
#ifndef LEX_H
#define LEX_H

#include "core.h"

/* Classes: at most 64, since a form's classes make a 64-bit mask. */
#define LEX_CLASSES(X) \
	X(ABBR, "abbr")			/* takes a full stop that ends no sentence */ \
	X(ELISION, "elision")	/* l' d' qu': splits off in front of a word */ \
	X(WHOLE, "whole")		/* aujourd'hui, o'clock: never split */ \
	X(CLITIC, "clitic")		/* -t-il, -je, 's: splits off behind a word */ \
	X(COMMON, "common")		/* frequent function word: detects the language */ \
	X(DET, "det") \
	X(PREP, "prep") \
	X(CONJ, "conj")			/* coordinating */ \
	X(SUBCONJ, "subconj")	/* subordinating: si, quand, lorsque */ \
	X(COMP, "comp")			/* complementiser: que, that */ \
	X(PRON, "pron")			/* personal pronoun, subject */ \
	X(OBJPRON, "objpron")	/* le la les lui leur se me y en */ \
	X(REL, "rel")			/* qui dont who which */ \
	X(NEG, "neg")			/* ne pas jamais not never */ \
	X(ADV, "adv") \
	X(ADJ, "adj") \
	X(AUX, "aux")			/* avoir etre be have will */ \
	X(MODAL, "modal")		/* devoir pouvoir must may */ \
	X(VERB, "verb")			/* any verb form that is worth knowing */ \
	X(NOUN, "noun") \
	X(TITLE, "title")		/* M. Mme president Dr: before a person's name */ \
	X(PERSONNOUN, "personnoun")	/* ministre porte-parole spokeswoman */ \
	X(ORGNOUN, "orgnoun")	/* groupe entreprise agence company */ \
	X(PLACENOUN, "placenoun") \
	X(MONTH, "month") \
	X(WEEKDAY, "weekday") \
	X(TIMEWORD, "timeword")	/* hier matin yesterday: time, no DATE by itself */ \
	X(NUMWORD, "numword")	/* deux premier two first */ \
	X(HEDGE, "hedge")		/* peut-etre reportedly */ \
	X(DEMONYM, "demonym") \
	X(MEDIANOUN, "medianoun")	/* communique courriel statement */ \
	X(CUENOUN, "cuenoun")	/* declaration crainte claim */ \
	X(DATEWORD, "dateword")	/* part of the grammar of dates: see lang/fr/dates.lex */

typedef enum LexClass
{
#define X(id, name) LEX_##id,
	LEX_CLASSES(X)
#undef X
	LEX_NCLASSES
} LexClass;

#define LEX_BIT(id) (UINT64_C(1) << LEX_##id)

/* Morphology: at most 32 tags. */
#define LEX_TAGS(X) \
	X(INF, "inf") X(IND, "ind") X(SUBJ, "subj") X(COND, "cond") X(IMPER, "imper") \
	X(PART, "part") X(GER, "ger") X(PRES, "pres") X(PAST, "past") X(IMPF, "impf") X(FUT, "fut") \
	X(P1, "p1") X(P2, "p2") X(P3, "p3") X(SG, "sg") X(PL, "pl") X(MASC, "m") X(FEM, "f") \
	X(NAMED, "named") X(ANON, "anon")

typedef enum LexTagBit
{
#define X(id, name) LEX_TAGBIT_##id,
	LEX_TAGS(X)
#undef X
	LEX_NTAGS
} LexTagBit;

#define LEX_TAG(id) (UINT32_C(1) << LEX_TAGBIT_##id)

/* One thing that a form can be. */
typedef struct LexSense
{
	uint8_t		class;			/* LexClass */
	uint8_t		unused;			/* zero */
	uint16_t	lemma;			/* index for lex_lemma */
	uint32_t	morph;			/* LEX_TAG bits */
} LexSense;

/* A lexicon in mapped memory: set up by lex_open, owns nothing. */
typedef struct Lexicon
{
	const char *base;
	size_t		size;
} Lexicon;

/* Check the whole section once; a bad one is CORE_BAD_MODEL. */
extern CoreStatus lex_open(Lexicon *lex, const void *base, size_t size);

/* Entry of a form in lower case (see uni_lower), 0 where there is none. */
extern uint32_t lex_find(const Lexicon *lex, const char *form, size_t len);

/*
 * The same in three steps for a caller with other work in between, so that
 * memory has time to answer: start with the form and get a key, then touch
 * with the key, then finish.  Only the last step waits.
 */
extern uint32_t lex_start(const Lexicon *lex, const char *form, size_t len);
extern void lex_touch(const Lexicon *lex, uint32_t key);
extern uint32_t lex_finish(const Lexicon *lex, uint32_t key, const char *form, size_t len);

/* Classes of an entry as LEX_BIT mask; 0 for entry 0. */
extern uint64_t lex_mask(const Lexicon *lex, uint32_t entry);

/* The senses of an entry; returns their number. */
extern int	lex_senses(const Lexicon *lex, uint32_t entry, const LexSense **senses);

/* Text of a lemma, and the lemma index of a text (-1: none). */
extern const char *lex_lemma(const Lexicon *lex, uint16_t lemma, size_t *len);
extern int	lex_lemma_index(const Lexicon *lex, const char *lemma, size_t len);

/* Text of an entry's form, and the number of entries (from 1 to n - 1). */
extern const char *lex_form(const Lexicon *lex, uint32_t entry, size_t *len);
extern uint32_t lex_count(const Lexicon *lex);

/* Union of the morphology of all senses of a class; 0 where it has none. */
extern uint32_t lex_morph(const Lexicon *lex, uint32_t entry, LexClass class);

#endif							/* LEX_H */
