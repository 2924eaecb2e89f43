/*
 * document.c
 *	  Takes a document through the rooms: UTF-8, language, tokens, mentions,
 *	  claims.
 */
#include "postgres.h"

#include "utils/memutils.h"

#include "glue/document.h"
#include "glue/gazetteer.h"

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

/* The tagger's kind for a word of the user's; for one of his own, a named body. */
static uint8
nearest_kind(const char *kind, uint32 len)
{
	for (int k = 0; k < TAG_NKINDS; k++)
		if (strlen(tag_kind_name[k]) == len && memcmp(tag_kind_name[k], kind, len) == 0)
			return (uint8) k;
	return TAG_ORG;
}

/* A match, to give equal names equal entity numbers. */
typedef struct NameOrder
{
	const char *name;			/* lies in the gazetteer: one address per row */
	uint32		mention;
} NameOrder;

static int
compare_names(const void *a, const void *b)
{
	const NameOrder *x = a;
	const NameOrder *y = b;

	if (x->name != y->name)
		return (uintptr_t) x->name < (uintptr_t) y->name ? -1 : 1;
	return x->mention < y->mention ? -1 : x->mention > y->mention;
}

/*
 * Merge the matches of the user's gazetteer into the mentions of the tagger,
 * both in text order and without overlaps of their own.
 */
static void
overlay_names(GazDocument *doc, const GazDict *dict)
{
	TagResult  *tags = &doc->tags;
	const TokDoc *tok = &doc->tok;
	GazMatcher *matcher = gaz_matcher(dict, doc->text.data, doc->text.len, GAZ_LONGEST);
	GazStatus	status = GAZ_OK;
	GazMatch	match;
	TagMention *merged = NULL;
	GazName    *names = NULL;
	NameOrder  *order;
	size_t		room = 0;
	uint32		n = 0;
	uint32		norder = 0;
	uint32		old = 0;		/* next mention of the tagger */
	uint32		token = 0;
	bool		more = gaz_next(matcher, &match, &status);

	while (more || old < tags->n)
	{
		TagMention *m;

		CORE_POLL_EVERY(n);
		if (n == room)
		{
			room = room * 2 + 64;
			merged = core_realloc(merged, room * sizeof(TagMention));
			names = core_realloc(names, room * sizeof(GazName));
		}
		/* the tagger's mentions before the match, then the match */
		if (old < tags->n && (!more || tags->mention[old].byte + tags->mention[old].len <= match.byte))
		{
			merged[n] = tags->mention[old++];
			names[n++] = (GazName) {0};
			continue;
		}
		while (old < tags->n && tags->mention[old].byte < match.byte + match.len)
			old++;
		m = &merged[n];
		memset(m, 0, sizeof(*m));
		while (token < tok->ntok && tok_byte_end(tok, token) <= match.byte)
			token++;
		m->first = token;
		while (m->first + m->ntok < tok->ntok &&
			   tok->tok[m->first + m->ntok].byte < match.byte + match.len)
			m->ntok++;
		m->byte = match.byte;
		m->len = match.len;
		m->chr = match.chr;
		m->nchr = match.nchr;
		m->kind = nearest_kind(match.row.kind, match.row.kind_len);
		m->score = 1.0f;
		m->name = match.row.name;
		m->name_len = match.row.name_len;
		names[n].kind = match.row.kind;
		names[n].kind_len = match.row.kind_len;
		names[n].ref = match.row.ref;
		names[n].ref_len = match.row.ref_len;
		n++;
		norder++;
		more = gaz_next(matcher, &match, &status);
	}
	gaz_check_stored(status);
	gaz_matcher_free(matcher);

	order = core_alloc(norder * sizeof(NameOrder));
	norder = 0;
	for (uint32 i = 0; i < n; i++)
		if (names[i].kind)
		{
			order[norder].name = merged[i].name;
			order[norder++].mention = i;
		}
	qsort(order, norder, sizeof(NameOrder), compare_names);
	for (uint32 i = 0; i < norder; i++)
	{
		if (i == 0 || order[i].name != order[i - 1].name)
			tags->nentity++;
		merged[order[i].mention].entity = tags->nentity - 1;
	}
	doc->order = order;
	doc->norder = norder;
	tags->mention = merged;
	tags->n = n;
	doc->names = names;
}

uint32
gaz_document_named(const GazDocument *doc, const char *name)
{
	uint32		low = 0;
	uint32		high = doc->norder;

	while (low < high)
	{
		uint32		mid = low + (high - low) / 2;

		if ((uintptr_t) doc->order[mid].name < (uintptr_t) name)
			low = mid + 1;
		else
			high = mid;
	}
	return low < doc->norder && doc->order[low].name == name ?
		doc->order[low].mention : doc->tags.n;
}

const char *
gaz_mention_kind(const GazDocument *doc, uint32 i, uint32 *len)
{
	const char *kind;

	if (doc->names && doc->names[i].kind)
	{
		*len = doc->names[i].kind_len;
		return doc->names[i].kind;
	}
	kind = tag_kind_name[doc->tags.mention[i].kind];
	*len = (uint32) strlen(kind);
	return kind;
}

/* An error leaves nothing behind but the context, which goes with the caller's. */
void
gaz_document_open(GazDocument *doc, text *body, text *lang, const GazDict *names,
				  GazDepth depth)
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
	if (names)
		overlay_names(doc, names);
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
