/*
 * tag_file.h
 *	  The TAGGER section of a model file, as the trainer writes it and the
 *	  decoder reads it: offsets only, used as it is mapped.
 *
 *	  TagFile			header, below
 *	  transitions		int16[TAG_NLABEL][TAG_LANES], from -> to
 *	  buckets			TagBucket[nbucket]: where the row of a feature is
 *	  rows				int8[nrow][TAG_LANES]: one weight a label, the rows
 *						that are used most come first and share cache lines
 *	  gazetteer			uint32[ngaz] fingerprints, then uint32[ngaz] bits:
 *						open addressing, fingerprint 0 is an empty slot
 *	  clusters			uint32[nclus] fingerprints, then uint16[nclus] cluster
 *	  dictionary		uint64[ndict][8]: a Bloom filter of ordinary words, three
 *						bits a word in one line of 512
 *
 * A weight w is stored as round(w / scale).  A feature is a 64-bit hash: its
 * high half chooses the bucket, its low 16 bits are the fingerprint there.
 * A fingerprint that matches by accident (1 in 7,000 look-ups) adds noise
 * that the trainer has seen, since it measures with this very table.
 */
#ifndef TAG_FILE_H
#define TAG_FILE_H

#include "core.h"

#define TAG_MAGIC		"GZTAGGER"
#define TAG_VERSION		2

/*
 * Labels: O, and for each of the five learnt kinds Single, Begin, End and
 * Inside (DATE and TIME come from the grammar in tag_date.c).
 */
#define TAG_NLEARNT		5
#define TAG_O			0
#define TAG_S(kind)		(1 + (kind))
#define TAG_B(kind)		(6 + (kind))
#define TAG_E(kind)		(11 + (kind))
#define TAG_I(kind)		(16 + (kind))
#define TAG_NLABEL		21
#define TAG_LANES		24		/* a row is three vectors of eight */

/* May a sentence begin with a label, go from one to the next, end with one? */
static inline bool
tag_closed(int label)
{
	return label == TAG_O || (label >= 1 && label <= 5) ||
		(label >= 11 && label <= 15);
}

static inline bool
tag_starts(int label)
{
	return label <= 10;
}

static inline int
tag_label_kind(int label)
{
	return label == TAG_O ? -1 : (label - 1) % 5;
}

static inline bool
tag_legal(int from, int to)
{
	if (tag_closed(from))
		return tag_starts(to);
	return !tag_starts(to) && tag_label_kind(from) == tag_label_kind(to);
}

#define TAG_SLOTS		12

typedef struct TagBucket
{
	uint16_t	fp[TAG_SLOTS];
	uint8_t		row[TAG_SLOTS][3];	/* index of the row, low byte first */
	uint8_t		used;			/* slots in use */
	uint8_t		spilled;		/* a feature of this bucket lies in the next one */
	uint8_t		unused[2];
} TagBucket;

typedef struct TagFile
{
	char		magic[8];
	uint32_t	version;
	uint32_t	size;			/* of the whole section */
	uint32_t	trans_off;
	uint32_t	nbucket;
	uint32_t	bucket_off;
	uint32_t	nrow;
	uint32_t	row_off;
	uint32_t	ngaz;
	uint32_t	gaz_off;
	uint32_t	nclus;
	uint32_t	clus_off;
	float		scale;
	float		calib[TAG_NLEARNT][2];	/* slope and offset of the logit of a score */
	float		doc_weight;		/* of the document pass; 0: off */
	uint32_t	ndict;
	uint32_t	dict_off;
	uint32_t	unused[5];
} TagFile;

_Static_assert(sizeof(TagBucket) == 64, "a bucket is a cache line");
_Static_assert(sizeof(TagFile) == 128, "layout of the tagger section");

#endif							/* TAG_FILE_H */
