/*
 * document.h
 *	  One document on its way through the core rooms, inside the server.
 */
#ifndef GLUE_DOCUMENT_H
#define GLUE_DOCUMENT_H

#include "postgres.h"

#include "claims/clm.h"
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
	ClmResult	claims;			/* empty unless asked for */
} GazDocument;

extern void gaz_document_open(GazDocument *doc, text *body, text *lang, GazDepth depth);
extern void gaz_document_close(GazDocument *doc);

/* A stretch of the document as text in the encoding of the database. */
extern text *gaz_document_text(const GazDocument *doc, uint32 byte, uint32 len);

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
