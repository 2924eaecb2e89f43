/*
 * uni_tables.h
 *	  Shape of the generated tables in uni_tables.c; private to uni_*.c.
 *
 * All of them are two-stage: uni_x_index[cp >> UNI_SHIFT] is the number of a
 * block of UNI_BLOCK entries, equal blocks being stored once.
 */
#ifndef UNI_TABLES_H
#define UNI_TABLES_H

#include "core.h"

#define UNI_SHIFT	6
#define UNI_BLOCK	(1 << UNI_SHIFT)
#define UNI_MAX		0x110000

/* What a character is. */
typedef struct UniRec
{
	uint8_t		cls;			/* UNI_ bits of uni.h */
	uint8_t		ccc;			/* canonical combining class */
	uint8_t		flags;			/* UNI_REC_ bits */
} UniRec;

#define UNI_REC_BARE		0x01	/* a Latin, Greek or Cyrillic letter: loses its marks */
#define UNI_REC_ASSIGNED	0x02	/* assigned in the Unicode version of the tables */
#define UNI_REC_COMPOSES	0x04	/* first of a pair in uni_compose */

/* A canonical composition: base followed by mark is composed. */
typedef struct UniPair
{
	uint32_t	base;
	uint32_t	mark;
	uint32_t	composed;
} UniPair;

extern const char uni_tables_version[];		/* of Unicode */

extern const uint16_t uni_rec_index[UNI_MAX >> UNI_SHIFT];
extern const uint8_t uni_rec_block[];
extern const UniRec uni_rec[];

/*
 * Folding: 0, the character stands for itself; otherwise where in
 * uni_fold_pool its sequence begins, whose last member has UNI_FOLD_LAST set.
 * Hangul syllables are not in it, they decompose by arithmetic.
 */
#define UNI_FOLD_LAST	0x80000000u
extern const uint16_t uni_fold_index[UNI_MAX >> UNI_SHIFT];
extern const uint16_t uni_fold_block[];
extern const uint32_t uni_fold_pool[];

/*
 * The same for U+0080 to U+017F where it comes to one or two characters of
 * ASCII (second << 8 | first; a space for a separator), else 0.
 */
#define UNI_SHORT_FIRST	0x80
#define UNI_SHORT_END	0x180
extern const uint16_t uni_fold_short[UNI_SHORT_END - UNI_SHORT_FIRST];

/* Lower case: what to add to the code point. */
extern const uint16_t uni_lower_index[UNI_MAX >> UNI_SHIFT];
extern const uint8_t uni_lower_block[];
extern const int32_t uni_lower_delta[];

/* Compositions of Latin, Greek and Cyrillic lower case, by base and mark. */
extern const UniPair uni_compose[];
extern const uint32_t uni_ncompose;

#endif							/* UNI_TABLES_H */
