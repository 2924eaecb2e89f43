/*
 * eset.h
 *	  The type entityset: its bytes, and how to build and read them.
 *
 *	  varlena header
 *	  version		uint8		ESET_VERSION
 *	  flags			uint8		0, reserved
 *	  reserved		uint16		0
 *	  lang			char[16]	model that found the entities, zero padded;
 *								all zero where there is none
 *	  build			uint32[2]	build of that model, high half first
 *	  n				uint32		number of entities
 *	  entry			[n]			{ uint32 off, uint32 bits }, sorted by key
 *	  pool						per entity, in order of the entries:
 *		key			name folded (ent_fold), a zero byte, kind
 *		name		the name as it is displayed
 *		mentions	varints, see below
 *
 * Everything is UTF-8.  Keys sort by their bytes (memcmp, then length) and no
 * two are equal; no name holds a zero byte, so that the order of the keys is
 * that of (folded name, kind), and entities of one name lie side by side.
 *
 * Mentions are (start - previous start) << 2 | roles in text order, start
 * counting characters from 1 and each start standing once.  A counted entity
 * (ESET_COUNTED) has lost its places, as in the union over many documents: one
 * varint holds the number of its mentions.  An entity of a literal without
 * either has no mentions and no bytes here.  A varint is little-endian base
 * 128, the high bit set on all but its last byte.
 *
 * Equal sets have equal bytes but for lang and build: which model found the
 * entities is not part of what was found, so that =, hash and order (DISTINCT,
 * GROUP BY, joins) leave the stamp aside.
 *
 * These bytes are on disk and in index entries.  A change of any of them is
 * another ESET_VERSION, and the old one stays readable.
 */
#ifndef ESET_H
#define ESET_H

#include "entity/ent.h"

#define ESET_VERSION	1
#define ESET_LANG_LEN	16

typedef struct ESetEntry
{
	uint32		off;			/* of the key, in the pool */
	uint32		bits;			/* lengths in bytes, roles, counted */
} ESetEntry;

/* bits, from the lowest: 12 key with kind, 11 name, 6 kind, 2 roles, 1 */
#define ESET_BITS(key_len, name_len, kind_len, roles, counted) \
	((uint32) (key_len) | (uint32) (name_len) << 12 | (uint32) (kind_len) << 23 | \
	 (uint32) (roles) << 29 | (uint32) ((counted) ? 1 : 0) << 31)
#define ESET_KEY_LEN(bits)	((bits) & 0xFFF)
#define ESET_NAME_LEN(bits) ((bits) >> 12 & 0x7FF)
#define ESET_KIND_LEN(bits) ((bits) >> 23 & 0x3F)
#define ESET_ALL_ROLES(bits) ((bits) >> 29 & ESET_ROLES)
#define ESET_COUNTED(bits)	((bits) >> 31 != 0)

typedef struct ESet
{
	int32		vl_len_;
	uint8		version;
	uint8		flags;
	uint16		reserved;
	char		lang[ESET_LANG_LEN];
	uint32		build[2];
	uint32		n;
	ESetEntry	entry[FLEXIBLE_ARRAY_MEMBER];
} ESet;

#define ESET_HEADER		offsetof(ESet, entry)
#define ESET_POOL(set)	((const char *) ((set)->entry + (set)->n))
#define ESET_POOL_LEN(set) (VARSIZE(set) - ESET_HEADER - (size_t) (set)->n * sizeof(ESetEntry))
#define ESET_BUILD(set) ((uint64) (set)->build[0] << 32 | (set)->build[1])
#define ESET_STAMPED(set) ((set)->lang[0] != '\0')

StaticAssertDecl(ESET_HEADER == 36, "entityset header is on disk");
StaticAssertDecl(sizeof(ESetEntry) == 8, "entityset entries are on disk");
StaticAssertDecl(ENT_NAME_MAX <= 0x7FF && ENT_KEY_MAX <= 0xFFF && ENT_KIND_MAX <= 0x3F,
				 "lengths fit the bits of an entry");

/* One entity of a set; all pointers lead into the set. */
typedef struct ESetView
{
	const char *key;			/* folded name, zero, kind */
	const char *kind;
	const char *name;
	const uint8 *mention;		/* varints */
	const uint8 *end;
	uint32		key_len;		/* with the kind */
	uint32		kind_len;
	uint32		name_len;
	uint8		roles;			/* of all mentions together */
	bool		counted;
} ESetView;

/* Folded name alone. */
#define ESET_FOLDED_LEN(view) ((view)->key_len - (view)->kind_len - 1)

/* Walks the mentions of an entity that is not counted. */
typedef struct ESetMentions
{
	const uint8 *next;
	const uint8 *end;
	uint32		start;
	uint8		roles;
} ESetMentions;

/* A mention for eset_build: UTF-8, nothing terminated. */
typedef struct ESetItem
{
	const char *name;
	size_t		name_len;
	const char *kind;
	size_t		kind_len;
	uint32		start;			/* in characters, from 1 */
	uint8		roles;
} ESetItem;

/*
 * The set of these mentions, in any order, found by a build of the model of a
 * language (lang NULL: no model).  Mentions of one folded name and kind are one
 * entity, spelled as the first of them in the text.  A document cannot make it
 * fail: a mention whose name is longer than ENT_NAME_MAX is left out.
 */
extern ESet *eset_build(const ESetItem *items, int n, const char *lang, uint64 build);

/* A mention, or several without places, as the other constructors give them. */
typedef struct ESetPart
{
	const char *key;			/* folded name, zero, kind */
	const char *name;
	uint32		key_len;
	uint32		kind_len;
	uint32		name_len;
	uint32		start;			/* 0: none */
	uint32		count;			/* where start is 0: number of mentions */
	uint8		roles;
} ESetPart;

/* The set of these parts, which are sorted in place. */
extern ESet *eset_collect(ESetPart *parts, size_t n, const char *lang, uint64 build);

/* Append folded name, zero byte and kind to buf. */
extern void eset_key(const char *name, size_t name_len,
					 const char *kind, size_t kind_len, UniBuf *buf);

/* A set from a datum, its header checked. */
extern ESet *eset_from_datum(Datum d);

#define PG_GETARG_ESET(i) eset_from_datum(PG_GETARG_DATUM(i))
#define PG_RETURN_ESET(set) PG_RETURN_POINTER(set)

/* Entity i of a set; raises if its bytes lead outside. */
extern void eset_view(const ESet *set, uint32 i, ESetView *view);

/* Next mention; false at the end. */
extern bool eset_next_mention(ESetMentions *m);
extern void eset_mentions(const ESetView *view, ESetMentions *m);

/* Number of mentions of an entity. */
extern uint32 eset_mention_count(const ESetView *view);

/* Order of keys: by bytes, the shorter first. */
static inline int
eset_compare_keys(const char *a, size_t alen, const char *b, size_t blen)
{
	int			cmp = memcmp(a, b, Min(alen, blen));

	return cmp != 0 ? cmp : (alen > blen) - (alen < blen);
}

/* First entity whose key is not below this one, from entity `from` on. */
extern uint32 eset_lower_bound(const ESet *set, uint32 from, const char *key, size_t len);

/*
 * GIN keys of a set (bytea): for each entity its key, and its key with a zero
 * byte and 's' or 'c' for each role that one of its mentions has.
 */
extern Datum *eset_gin_keys(const ESet *set, int32 *nkeys);

#endif							/* ESET_H */
