/*
 * lex_layout.h
 *	  Bytes of a compiled lexicon: shared by the reader (lex.c) and the
 *	  compiler (tools/lex_compile.c), and used by nobody else.
 *
 *	  LexHeader
 *	  uint32    slot[nslot]			open addressing, linear probing, at most
 *									half full: entry in the low 20 bits (0 =
 *									free), top 12 bits of the hash above
 *	  LexEntry  entry[nentry]		entry 0 is "none"
 *	  LexSense  sense[nsense]		those of one entry side by side
 *	  uint32    lemma[nlemma + 1]	start of each lemma in text, sorted by bytes
 *	  char      text[ntext]			lemmas, then forms that are too long for
 *									their entries
 *
 * A look-up thus touches two cache lines, a slot and an entry, and one where
 * it fails.  The function words stand first, so that they share lines.
 *
 * Offsets count from the start of the section and are multiples of 8.
 */
#ifndef LEX_LAYOUT_H
#define LEX_LAYOUT_H

#include "text/lex.h"

#define LEX_MAGIC "GAZLEX02"
#define LEX_INLINE 16			/* bytes of a form that fit into its entry */
#define LEX_SLOT_BITS 20
#define LEX_SLOT_MASK ((UINT32_C(1) << LEX_SLOT_BITS) - 1)

typedef struct LexHeader
{
	char		magic[8];
	uint32_t	size;			/* bytes of the whole section */
	uint16_t	nclass;			/* LEX_NCLASSES and LEX_NTAGS of the compiler */
	uint16_t	ntag;
	uint32_t	nslot;			/* a power of two, at most 1 << LEX_SLOT_BITS */
	uint32_t	nentry;
	uint32_t	nsense;
	uint32_t	nlemma;			/* at most 65,536 */
	uint32_t	ntext;
	uint32_t	slot_off;
	uint32_t	entry_off;
	uint32_t	sense_off;
	uint32_t	lemma_off;
	uint32_t	text_off;
	uint32_t	zero;
	uint32_t	zero2;
} LexHeader;

typedef struct LexEntry
{
	uint64_t	mask;			/* LEX_BIT of the classes of all senses */
	uint32_t	sense;			/* index of the first sense */
	uint16_t	nsense;
	uint8_t		len;			/* bytes of the form */
	uint8_t		zero;
	char		form[LEX_INLINE];	/* the form; of a longer one, its uint32 offset in text */
} LexEntry;

_Static_assert(LEX_NCLASSES <= 64, "classes make a 64-bit mask");
_Static_assert(LEX_NTAGS <= 32, "tags make a 32-bit mask");
_Static_assert(sizeof(LexHeader) == 64, "layout of LexHeader");
_Static_assert(offsetof(LexHeader, slot_off) == 36, "layout of LexHeader");
_Static_assert(sizeof(LexEntry) == 32, "layout of LexEntry");
_Static_assert(offsetof(LexEntry, form) == 16, "layout of LexEntry");
_Static_assert(sizeof(LexSense) == 8, "layout of LexSense");

#define LEX_ARRAY(base, field, type) \
	((const type *) ((const char *) (base) + ((const LexHeader *) (base))->field))

/* The form of an entry that is too long to stand in it. */
static inline uint32_t
lex_long_form(const LexEntry *e)
{
	uint32_t	off;

	memcpy(&off, e->form, sizeof(off));
	return off;
}

/*
 * Hash of a form: eight bytes at a time, little-endian as all of a model
 * file.  Part of the format.
 */
static inline uint32_t
lex_hash(const char *s, size_t len)
{
	uint64_t	h = UINT64_C(0x9E3779B97F4A7C15) ^ len;
	uint64_t	w;

	for (; len >= 8; s += 8, len -= 8)
	{
		memcpy(&w, s, 8);
		h = (h ^ w) * UINT64_C(0xFF51AFD7ED558CCD);
		h ^= h >> 32;
	}
	if (len > 0)
	{
		w = 0;
		if (len >= 4)
		{
			uint32_t	a,
						b;

			memcpy(&a, s, 4);
			memcpy(&b, s + len - 4, 4);
			w = (uint64_t) a << 32 | b;
		}
		else
			w = (uint64_t) (unsigned char) s[0] << 16 |
				(uint64_t) (unsigned char) s[len >> 1] << 8 |
				(unsigned char) s[len - 1];
		h = (h ^ w) * UINT64_C(0xFF51AFD7ED558CCD);
		h ^= h >> 32;
	}
	h *= UINT64_C(0xC4CEB9FE1A85EC53);
	return (uint32_t) (h >> 32);
}

#endif							/* LEX_LAYOUT_H */
