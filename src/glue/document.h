/*
 * document.h
 *	  One document on its way through the core rooms, inside the server.
 */
#ifndef GLUE_DOCUMENT_H
#define GLUE_DOCUMENT_H

#include "postgres.h"

#include "claims/clm.h"
#include "gazetteer/gaz.h"
#include "glue/language.h"
#include "glue/utf8.h"
#include "model/tag.h"
#include "token/tok.h"

/* How far a document is to be read. */
typedef enum GazDepth
{
	GAZ_MENTIONS,				/* tokens and mentions */
	GAZ_CLAIMS					/* and claims */
} GazDepth;

/* What the user's gazetteer says of a mention; kind NULL: the mention is the tagger's. */
typedef struct GazName
{
	const char *kind;			/* not terminated */
	uint32		kind_len;
	const char *ref;			/* NULL where there is none */
	uint32		ref_len;
} GazName;

/*
 * The results of all rooms for one document.  They live in a memory context
 * of their own, which is current between open and close.
 */
typedef struct GazDocument
{
	MemoryContext context;
	MemoryContext caller;		/* current before gaz_document_open */
	GazText		text;			/* the document in UTF-8 */
	const GazLang *lang;
	TokDoc		tok;
	TagResult	tags;
	const GazName *names;		/* [tags.n], or NULL without a gazetteer */
	const struct NameOrder *order;	/* [norder]: names of the gazetteer by address */
	uint32		norder;
	ClmResult	claims;			/* empty unless asked for */
} GazDocument;

/*
 * Read a document as deep as asked for; names may be NULL.  Where a name of
 * the gazetteer overlaps mentions of the tagger, it takes their place.
 */
extern void gaz_document_open(GazDocument *doc, text *body, text *lang,
							  const GazDict *names, GazDepth depth);
extern void gaz_document_close(GazDocument *doc);

/* A stretch of the document as text in the encoding of the database. */
extern text *gaz_document_text(const GazDocument *doc, uint32 byte, uint32 len);

/* Kind of mention i, not terminated. */
extern const char *gaz_mention_kind(const GazDocument *doc, uint32 i, uint32 *len);

/*
 * A mention of the gazetteer that has this very name (the address, not the
 * text); tags.n where there is none.
 */
extern uint32 gaz_document_named(const GazDocument *doc, const char *name);

/*
 * Start (from 1) and length of a stretch as substr counts in this database:
 * characters, but bytes where it knows no characters.
 */
static inline int32
gaz_document_start(const GazDocument *doc, uint32 byte, uint32 chr)
{
	return (int32) (doc->text.count_bytes ? byte : chr) + 1;
}

static inline int32
gaz_document_length(const GazDocument *doc, uint32 len, uint32 nchr)
{
	return (int32) (doc->text.count_bytes ? len : nchr);
}

#endif							/* GLUE_DOCUMENT_H */
