/*
 * ent.h
 *	  What the types of this room share: the keys that names match by, the
 *	  words for kinds, and the way in and out of the database's encoding.
 *
 * Inside an entityset and an entityquery everything is UTF-8, whatever the
 * encoding of the database is: keys are folded in Unicode, and a key must not
 * depend on where it was made.
 */
#ifndef ENT_H
#define ENT_H

#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "text/uni.h"

/* Soft errors came with 16; before, an input function raises. */
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#define ENT_ESCONTEXT(fcinfo) ((fcinfo)->context)
#else
#define ENT_ESCONTEXT(fcinfo) NULL
#define ereturn(context, dummy, ...) \
	do { (void) (context); ereport(ERROR, __VA_ARGS__); } while (0)
#endif

/*
 * Longest name, in bytes, as it is written and folded: a GIN key of a name,
 * its kind and its role must stay below a third of a page.
 */
#define ENT_NAME_MAX	2046
#define ENT_KIND_MAX	63

/* Longest key with its kind: name, a zero byte, kind. */
#define ENT_KEY_MAX		(ENT_NAME_MAX + 1 + ENT_KIND_MAX)

/* Largest start of a mention, in characters: no text value has more. */
#define ENT_START_MAX	0x3FFFFFFF

/* Roles of a mention, as bits. */
#define ESET_ROLE_SOURCE	0x01
#define ESET_ROLE_CONTENT	0x02
#define ESET_ROLES			0x03

/*
 * Append the key of a name to buf: the name folded, or its bytes as they are
 * where folding leaves nothing ('!!!' is a band).
 */
extern void ent_fold(const char *name, size_t len, UniBuf *buf);

/* The same for the beginning of a name: 'Jean-' keeps its word boundary. */
extern void ent_fold_prefix(const char *name, size_t len, UniBuf *buf);

/*
 * Is this a kind, an upper-case word of at most ENT_KIND_MAX bytes?  ASCII
 * letters are raised in out.
 */
extern bool ent_kind(const char *kind, size_t len, char *out);

/* Server encoding to UTF-8 and back; the result may be s itself. */
extern char *ent_to_utf8(const char *s, size_t len, size_t *out_len);
extern char *ent_from_utf8(const char *s, size_t len, size_t *out_len);
extern text *ent_text(const char *s, size_t len);

/* Excerpt of an offending literal for a message: whole characters of s. */
extern char *ent_excerpt(const char *s);

#endif							/* ENT_H */
