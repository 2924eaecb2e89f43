/*
 * document.c
 *	  Takes a document through the rooms: UTF-8, language, tokens, mentions,
 *	  claims.
 */
#include "postgres.h"

#include "utils/memutils.h"

#include "glue/document.h"

/*
 * In a database that cannot write every character, a canonical name that it
 * cannot write (Łódź in LATIN1) gives way to the name as the document has it.
 */
static void
keep_names_writable(GazDocument *doc)
{
	if (!doc->text.converted)
		return;
	for (uint32 i = 0; i < doc->tags.n; i++)
	{
		TagMention *m = &doc->tags.mention[i];

		CORE_POLL_EVERY(i);
		if (!gaz_representable(m->name, m->name_len))
		{
			m->name = doc->text.data + m->byte;
			m->name_len = m->len;
		}
	}
}

/*
 * Read body as deep as asked for.  An error leaves nothing behind but the
 * context, which goes with the caller's.
 */
void
gaz_document_open(GazDocument *doc, text *body, text *lang, GazDepth depth)
{
	memset(doc, 0, sizeof(*doc));
	doc->caller = CurrentMemoryContext;
	doc->context = AllocSetContextCreate(CurrentMemoryContext, "pg_gazette document",
										 ALLOCSET_DEFAULT_SIZES);
	MemoryContextSwitchTo(doc->context);

	gaz_text(body, &doc->text);
	doc->lang = gaz_resolve_language(lang, doc->text.data, doc->text.len);
	if (tok_document(&doc->lang->lexicon, doc->text.data, doc->text.len,
					 &doc->tok) != CORE_OK)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("document of %zu bytes is too long", doc->text.len)));
	tag_document(doc->lang->has_tagger ? &doc->lang->tagger : NULL,
				 &doc->tok, &doc->tags);
	keep_names_writable(doc);
	if (depth == GAZ_CLAIMS && doc->lang->has_claims)
		clm_document(&doc->lang->claims, &doc->tok, &doc->tags, &doc->claims);
}

/* Drop all results and go back to the caller's memory context. */
void
gaz_document_close(GazDocument *doc)
{
	MemoryContextSwitchTo(doc->caller);
	MemoryContextDelete(doc->context);
}

text *
gaz_document_text(const GazDocument *doc, uint32 byte, uint32 len)
{
	return gaz_text_result(doc->text.data + byte, len);
}
