/*
 * mentions.c
 *	  SQL functions over the entities of a document: entity_mentions(),
 *	  entities(), mentions().
 */
#include "postgres.h"

#include "fmgr.h"
#include "funcapi.h"
#include "utils/builtins.h"

#include "entity/equery.h"
#include "entity/eset.h"
#include "glue/document.h"
#include "glue/gazetteer.h"

PG_FUNCTION_INFO_V1(entity_mentions);
PG_FUNCTION_INFO_V1(entities);
PG_FUNCTION_INFO_V1(mentions);

/* The gazetteer that is the third argument, where there is one. */
static const GazDict *
names_argument(FunctionCallInfo fcinfo, GazDict *room)
{
	return PG_NARGS() > 2 ? gaz_arg_dict(fcinfo, 2, room) : NULL;
}

/*
 * entity_mentions(doc text, lang text [, names gazetteer])
 *		The mentions of entities, in text order.
 */
PGDLLEXPORT Datum
entity_mentions(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	GazDocument doc;
	GazDict		room;

	InitMaterializedSRF(fcinfo, 0);
	gaz_document_open(&doc, PG_GETARG_TEXT_PP(0), PG_GETARG_TEXT_PP(1),
					  names_argument(fcinfo, &room), GAZ_MENTIONS);
	for (uint32 i = 0; i < doc.tags.n; i++)
	{
		const TagMention *m = &doc.tags.mention[i];
		const char *ref = doc.names ? doc.names[i].ref : NULL;
		const char *kind;
		uint32		kind_len;
		Datum		values[8] = {0};
		bool		nulls[8] = {false};

		CORE_POLL_EVERY(i);
		values[0] = Int32GetDatum((int32) i + 1);
		values[1] = Int32GetDatum(gaz_document_start(&doc, m->byte, m->chr));
		values[2] = Int32GetDatum(gaz_document_length(&doc, m->len, m->nchr));
		values[3] = PointerGetDatum(gaz_document_text(&doc, m->byte, m->len));
		kind = gaz_mention_kind(&doc, i, &kind_len);
		values[4] = PointerGetDatum(cstring_to_text_with_len(kind, (int) kind_len));
		values[5] = PointerGetDatum(gaz_text_result(m->name, m->name_len));
		values[6] = Float4GetDatum(m->score);
		nulls[7] = ref == NULL;	/* only a gazetteer gives one */
		if (ref)
			values[7] = PointerGetDatum(gaz_text_result(ref, doc.names[i].ref_len));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	gaz_document_close(&doc);
	return (Datum) 0;
}

/* An interval of bytes, for the sweep below. */
typedef struct Stretch
{
	uint32		start;
	uint32		end;
} Stretch;

static int
compare_stretches(const void *a, const void *b)
{
	uint32		x = ((const Stretch *) a)->start;
	uint32		y = ((const Stretch *) b)->start;

	return x < y ? -1 : x > y;
}

/*
 * Set role on every item whose mention lies in one of the stretches: a sweep
 * in which the farthest end among the stretches begun so far decides.
 */
static void
assign_role(const GazDocument *doc, ESetItem *items, Stretch *stretch, uint32 n, int role)
{
	uint32		next = 0;
	uint32		farthest = 0;

	qsort(stretch, n, sizeof(Stretch), compare_stretches);
	for (uint32 i = 0; i < doc->tags.n; i++)
	{
		const TagMention *m = &doc->tags.mention[i];

		for (; next < n && stretch[next].start <= m->byte; next++)
			farthest = Max(farthest, stretch[next].end);
		if (farthest >= m->byte + m->len)
			items[i].roles |= role;
	}
}

/* Mark which mentions lie in sources and which in contents of claims. */
static void
assign_roles(const GazDocument *doc, ESetItem *items)
{
	const ClmResult *claims = &doc->claims;
	Stretch    *source;
	Stretch    *content;
	uint32		nsource = 0;
	uint32		ncontent = 0;
	size_t		room = 0;

	for (uint32 i = 0; i < claims->n; i++)
		room += claims->claim[i].ncontent;
	source = core_alloc(claims->n * sizeof(Stretch));
	content = core_alloc(room * sizeof(Stretch));
	for (uint32 i = 0; i < claims->n; i++)
	{
		const ClmClaim *c = &claims->claim[i];

		if (c->source.len > 0)
			source[nsource++] = (Stretch)
			{
				c->source.byte, c->source.byte + c->source.len
			};
		for (uint32 k = 0; k < c->ncontent; k++)
			content[ncontent++] = (Stretch)
			{
				c->content[k].byte, c->content[k].byte + c->content[k].len
			};
	}
	assign_role(doc, items, source, nsource, ESET_ROLE_SOURCE);
	assign_role(doc, items, content, ncontent, ESET_ROLE_CONTENT);
}

/* The entityset of a document, allocated in the caller's context. */
static ESet *
build_set(text *body, text *lang, const GazDict *names, GazDepth depth)
{
	GazDocument doc;
	ESetItem   *items;
	ESet	   *set;

	gaz_document_open(&doc, body, lang, names, depth);
	items = core_alloc(doc.tags.n * sizeof(ESetItem));
	for (uint32 i = 0; i < doc.tags.n; i++)
	{
		const TagMention *m = &doc.tags.mention[i];
		uint32		kind_len;

		CORE_POLL_EVERY(i);
		items[i].name = m->name;
		items[i].name_len = m->name_len;
		items[i].kind = gaz_mention_kind(&doc, i, &kind_len);
		items[i].kind_len = kind_len;
		items[i].start = gaz_document_start(&doc, m->byte, m->chr);
		items[i].roles = 0;
	}
	assign_roles(&doc, items);
	MemoryContextSwitchTo(doc.caller);
	set = eset_build(items, (int) doc.tags.n, doc.lang->file.name, doc.lang->file.build);
	gaz_document_close(&doc);
	return set;
}

/*
 * entities(doc text, lang text [, names gazetteer])
 *		The entities of a document as a set, with positions and roles.
 */
PGDLLEXPORT Datum
entities(PG_FUNCTION_ARGS)
{
	GazDict		room;

	PG_RETURN_POINTER(build_set(PG_GETARG_TEXT_PP(0), PG_GETARG_TEXT_PP(1),
								names_argument(fcinfo, &room), GAZ_CLAIMS));
}

/*
 * mentions(doc text, query entityquery, lang text)
 *		entities(doc, lang) @@ query, without the claims where no role is asked
 *		for.
 */
PGDLLEXPORT Datum
mentions(PG_FUNCTION_ARGS)
{
	EQuery	   *query = PG_GETARG_EQUERY(1);
	ESet	   *set = build_set(PG_GETARG_TEXT_PP(0), PG_GETARG_TEXT_PP(2), NULL,
								equery_has_role(query) ? GAZ_CLAIMS : GAZ_MENTIONS);

	PG_RETURN_BOOL(equery_matches(query, set));
}
