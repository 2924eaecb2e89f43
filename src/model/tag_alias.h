/*
 * tag_alias.h
 *	  The ALIASES section: names that are known under several spellings.
 *
 *	  header		AliasFile
 *	  slots			AliasSlot[nslot], open addressing by the hash of the folded
 *					spelling; len 0 is an empty slot
 *	  text			the canonical names, without terminators
 *
 * Compiled from src/lang/<lang>/aliases.tsv by tools/alias_compile.c.
 */
#ifndef TAG_ALIAS_H
#define TAG_ALIAS_H

#include "core.h"
#include "text/uni.h"

#define ALIAS_MAGIC		"GZALIAS1"
#define ALIAS_CAPS		0x80	/* matches in capitals only: US, UN */

typedef struct AliasFile
{
	char		magic[8];
	uint32_t	size;
	uint32_t	nslot;
	uint32_t	slot_off;
	uint32_t	text_off;
} AliasFile;

typedef struct AliasSlot
{
	uint64_t	hash;
	uint32_t	text;			/* offset from text_off */
	uint16_t	len;			/* bytes of the canonical name */
	uint8_t		kind;			/* TagKind, and ALIAS_CAPS */
	uint8_t		unused;
} AliasSlot;

_Static_assert(sizeof(AliasFile) == 24, "layout of the aliases");
_Static_assert(sizeof(AliasSlot) == 16, "layout of the aliases");

/* Hash of a folded spelling (uni_fold). */
static inline uint64_t
alias_hash(const char *s, size_t len)
{
	uint64_t	h = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char) s[i]) * UINT64_C(0x100000001b3);
	return h ^ (h >> 31);
}

#endif							/* TAG_ALIAS_H */
