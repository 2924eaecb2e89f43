/*
 * utf8.h
 *	  Between the encoding of the database and the UTF-8 of the core rooms.
 *
 * In a UTF8 database nothing is converted or copied.  Elsewhere a document
 * is converted when it comes in and every result when it goes out, so that
 * answers are the same.  SQL_ASCII knows no characters: documents must be
 * valid UTF-8 there, and since substr counts bytes in such a database,
 * positions are bytes too.
 */
#ifndef GLUE_UTF8_H
#define GLUE_UTF8_H

#include "fmgr.h"

typedef struct GazText
{
	const char *data;			/* UTF-8, not terminated */
	size_t		len;			/* bytes */
	text	   *source;			/* as it came, detoasted: what an unchanged result returns */
	bool		converted;		/* data is a copy in another encoding than source */
	bool		count_bytes;	/* positions are bytes: SQL_ASCII */
} GazText;

/*
 * Take a text argument.  The datum must stay as long as out is used; what is
 * allocated is in the current memory context.
 */
extern void gaz_text(text *datum, GazText *out);

#define GAZ_GETARG_TEXT(n, out)		gaz_text(PG_GETARG_TEXT_PP(n), (out))

/* A text in the encoding of the database from UTF-8. */
extern text *gaz_text_result(const char *utf8, size_t len);

/*
 * Can the database's encoding write this?  Any stretch of a document it can,
 * but not what we add: a canonical name, an ellipsis.
 */
extern bool gaz_representable(const char *utf8, size_t len);

#endif							/* GLUE_UTF8_H */
