/*
 * tag_feat.h
 *	  What the tagger looks at: the same code for the trainer and the decoder.
 */
#ifndef TAG_FEAT_H
#define TAG_FEAT_H

#include "core.h"
#include "token/tok.h"

/* Classes of names in the gazetteer, as bits */
#define GAZ_FIRST		0x0001	/* first name borne by many */
#define GAZ_FIRST_RARE	0x0002
#define GAZ_SURNAME		0x0004
#define GAZ_SURNAME_RARE 0x0008
#define GAZ_COUNTRY		0x0010
#define GAZ_REGION		0x0020
#define GAZ_CITY		0x0040	/* large, or a capital */
#define GAZ_TOWN		0x0080
#define GAZ_PARTY		0x0100
#define GAZ_MEDIA		0x0200
#define GAZ_COMPANY		0x0400
#define GAZ_CLUB		0x0800
#define GAZ_BRAND		0x1000
#define GAZ_DEMONYM		0x2000
#define GAZ_PLACE		0x4000	/* continents, seas, mountains, rivers, quarters */
#define GAZ_ORG			0x8000	/* other organisations */
#define GAZ_EVENT		0x10000
#define GAZ_PRODUCT		0x20000
#define GAZ_MASK		0xffffff
#define GAZ_MORE		0x1000000	/* a longer name begins with these words */
#define GAZ_WHOLE		0x2000000	/* and this is a name itself */

#define TAG_MAXFEAT		80		/* features of a token, at most */
#define TAG_BLOCK		8192	/* tokens that are tagged together */

/* The lists that features ask, in mapped memory */
typedef struct TagLists
{
	const uint32_t *gaz_fp;
	const uint32_t *gaz_bits;
	uint32_t	ngaz;
	const uint32_t *clus_fp;
	const uint16_t *clus;
	uint32_t	nclus;
	const uint64_t *dict;		/* filter of ordinary words, ndict lines of 512 bits */
	uint32_t	ndict;
} TagLists;

/* Everything about a token that a feature is made of */
typedef struct TagWord
{
	uint64_t	low;			/* hash of the form in lower case */
	uint64_t	fold;			/* hash of the form without accents */
	uint32_t	pre[4];			/* hash of the first 1 to 4 letters of fold, 0: shorter */
	uint32_t	suf[4];
	uint32_t	gaz1;			/* classes of the word alone */
	uint32_t	gazn;			/* classes of the name of several words that it is in */
	uint32_t	cls;			/* hash of its lexicon classes */
	uint16_t	clus;			/* cluster, 0: none */
	uint8_t		gazpos;			/* 0 none, 1 first, 2 inner, 3 last word of that name */
	uint8_t		shape;
	uint8_t		doc;			/* DOC_ bits: the same word elsewhere in the block */
	uint8_t		ctx;			/* CTX_ bits */
	bool		cap;			/* worth the full set of features */
	uint32_t	id;				/* number of the word in the block, for words with cap */
} TagWord;

#define DOC_LOWER		0x01	/* occurs in lower case */
#define DOC_CAPMID		0x02	/* occurs with a capital inside a sentence */
#define DOC_FIRST		0x04	/* follows a first name somewhere */
#define DOC_TITLE		0x08	/* follows a title or a noun for people somewhere */
#define DOC_ORG			0x10	/* follows a noun for organisations somewhere */
#define DOC_PLACE		0x20

#define CTX_SENT		0x01	/* first word of its sentence */
#define CTX_QUOTE		0x02	/* between quotation marks */
#define CTX_PAREN		0x04
#define CTX_CAPSLINE	0x08	/* in a line of capitals */
#define CTX_DATE		0x10	/* in a date or time of the grammar */
#define CTX_DICT		0x20	/* an ordinary word, too */
#define CTX_ACRONYM		0x40	/* (ONU) behind Organisation des Nations unies */
#define CTX_TITLE		0x80	/* all of a short quotation: « Le Pont des aveugles » */

/* Hash of text as the features see words: lower case, without accents. */
extern uint64_t feat_fold_hash(const char *s, size_t len);

static inline uint64_t
feat_mix(uint64_t a, uint64_t b)
{
	uint64_t	h = (a ^ (b * UINT64_C(0xD6E8FEB86659FD93))) * UINT64_C(0x9E3779B97F4A7C15);

	h ^= h >> 32;
	return h * UINT64_C(0xff51afd7ed558ccd);
}

/* The bit of dict number k (of 4) that a word sets, and its line. */
static inline uint32_t
feat_dict_line(const TagLists *lists, uint64_t hash)
{
	return (uint32_t) (((hash >> 32) * lists->ndict) >> 32);
}

static inline uint32_t
feat_dict_bit(uint64_t hash, int k)
{
	return (uint32_t) (hash >> (9 * k)) & 511;
}

/* Bits of a gazetteer entry by the hash of its words, 0 where there is none. */
extern uint32_t feat_gaz(const TagLists *lists, uint64_t hash);

/*
 * Facts of the tokens [first, first + n) of doc, sentences being whole; date
 * says for each token of the block whether the grammar claims it.  Returns
 * the number of different words, which bounds their ids.
 */
extern uint32_t feat_words(const TagLists *lists, const TokDoc *doc, uint32_t first,
						   uint32_t n, const uint8_t *date, TagWord *word);

/*
 * Hashes of the features of word i in the sentence word[0 .. n); returns how
 * many.  Those from *nshape on name the word itself or a neighbour and may be
 * dropped in training to make the rest learn.
 */
extern int	feat_hashes(const TagWord *word, int n, int i, uint64_t *hash);

#endif							/* TAG_FEAT_H */
