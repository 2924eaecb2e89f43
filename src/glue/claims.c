/*
 * claims.c
 *	  SQL function claims(): the attributions of a document as rows.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/multirangetypes.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

#include "glue/document.h"
#include "text/uni.h"

PG_FUNCTION_INFO_V1(claims);

/* Between two spans of one content; the second where the database has no U+2026. */
#define CONTENT_JOINT " \342\200\246 "
#define CONTENT_JOINT_ASCII " ... "

/* The range of a span, 1-based, as '[start,end)'. */
static RangeType *
span_range(TypeCacheEntry *typcache, const GazDocument *doc, const ClmSpan *span)
{
	int32		start = gaz_document_start(doc, span->byte, span->chr);
	RangeBound	lower = {0};
	RangeBound	upper = {0};

	lower.val = Int32GetDatum(start);
	lower.inclusive = true;
	lower.lower = true;
	upper.val = Int32GetDatum(start + gaz_document_length(doc, span->len, span->nchr));
	upper.inclusive = false;
	upper.lower = false;
#if PG_VERSION_NUM >= 160000
	return make_range(typcache, &lower, &upper, false, NULL);
#else
	return make_range(typcache, &lower, &upper, false);
#endif
}

/* Text of a span, or NULL where there is none. */
static Datum
span_text(const GazDocument *doc, const ClmSpan *span, bool *isnull)
{
	*isnull = span->len == 0;
	return *isnull ? (Datum) 0 :
		PointerGetDatum(gaz_document_text(doc, span->byte, span->len));
}

/* All spans of the content, joined. */
static Datum
content_text(const GazDocument *doc, const ClmClaim *claim)
{
	const char *joint = CONTENT_JOINT;
	UniBuf		buf = {0};

	if (claim->ncontent > 1 && !gaz_representable(joint, strlen(joint)))
		joint = CONTENT_JOINT_ASCII;
	for (uint32 i = 0; i < claim->ncontent; i++)
	{
		if (i > 0)
			uni_buf_append(&buf, joint, strlen(joint));
		uni_buf_append(&buf, doc->text.data + claim->content[i].byte, claim->content[i].len);
	}
	return PointerGetDatum(gaz_text_result(buf.data, buf.len));
}

/*
 * claims(doc text, lang text)
 *		The attributions of a document, in text order of the cue.
 */
PGDLLEXPORT Datum
claims(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	TypeCacheEntry *rangetype = lookup_type_cache(INT4RANGEOID, TYPECACHE_RANGE_INFO);
	MemoryContext row_context;
	GazDocument doc;

	InitMaterializedSRF(fcinfo, 0);
	gaz_document_open(&doc, PG_GETARG_TEXT_PP(0), PG_GETARG_TEXT_PP(1), GAZ_CLAIMS);
	row_context = AllocSetContextCreate(CurrentMemoryContext, "pg_gazette claim",
										ALLOCSET_SMALL_SIZES);
	for (uint32 i = 0; i < doc.claims.n; i++)
	{
		const ClmClaim *c = &doc.claims.claim[i];
		MemoryContext document_context = MemoryContextSwitchTo(row_context);
		RangeType **content;
		Datum		values[15];
		bool		nulls[15] = {false};

		core_poll();
		values[0] = Int32GetDatum((int32) i + 1);
		values[1] = Int32GetDatum(c->parent + 1);
		nulls[1] = c->parent < 0;
		values[2] = span_text(&doc, &c->source, &nulls[2]);
		nulls[3] = c->speaker == NULL;
		if (c->speaker)
			values[3] = PointerGetDatum(gaz_text_result(c->speaker, c->speaker_len));
		nulls[4] = c->speaker_kind < 0;
		if (c->speaker_kind >= 0)
			values[4] = CStringGetTextDatum(tag_kind_name[c->speaker_kind]);
		values[5] = span_text(&doc, &c->cue, &nulls[5]);
		values[6] = CStringGetTextDatum(clm_act_name[c->act]);
		values[7] = BoolGetDatum(c->negated);
		values[8] = CStringGetTextDatum(clm_form_name[c->form]);
		nulls[9] = c->ncontent == 0;
		if (c->ncontent > 0)
			values[9] = content_text(&doc, c);
		values[10] = span_text(&doc, &c->via, &nulls[10]);
		values[11] = Float4GetDatum(c->certainty);
		nulls[12] = c->source.len == 0;
		if (c->source.len > 0)
			values[12] = RangeTypePGetDatum(span_range(rangetype, &doc, &c->source));
		nulls[13] = c->cue.len == 0;
		if (c->cue.len > 0)
			values[13] = RangeTypePGetDatum(span_range(rangetype, &doc, &c->cue));
		nulls[14] = c->ncontent == 0;
		if (c->ncontent > 0)
		{
			content = palloc(c->ncontent * sizeof(RangeType *));
			for (uint32 k = 0; k < c->ncontent; k++)
				content[k] = span_range(rangetype, &doc, &c->content[k]);
			values[14] = MultirangeTypePGetDatum(make_multirange(INT4MULTIRANGEOID, rangetype,
																 (int32) c->ncontent, content));
		}
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		MemoryContextSwitchTo(document_context);
		MemoryContextReset(row_context);
	}
	gaz_document_close(&doc);
	return (Datum) 0;
}
