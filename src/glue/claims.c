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
#include "glue/gazetteer.h"
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

/* Who speaks, as text for the result. */
typedef struct Speaker
{
	const char *name;
	uint32		name_len;
	const char *kind;			/* NULL where it is not known */
	uint32		kind_len;
} Speaker;

/* Is mention i what the speaker's words are, but for an article in front? */
static bool
is_whole_speaker(const GazDocument *doc, const TagMention *m, const ClmClaim *claim)
{
	const Tok  *tok = doc->tok.tok;
	uint32		start = (uint32) (claim->speaker - doc->text.data);

	if (m->byte + m->len != start + claim->speaker_len)
		return false;
	return m->byte == start ||
		(m->first > 0 && tok[m->first - 1].byte == start &&
		 (lex_mask(doc->tok.lex, tok[m->first - 1].lex) & LEX_BIT(DET)) != 0);
}

/*
 * The speaker of a claim.  A name of the user's gazetteer brings the user's
 * word for its kind; the claims room points either to the name of a mention
 * or to the words of the document.
 */
static Speaker
claim_speaker(const GazDocument *doc, const ClmClaim *claim)
{
	Speaker		s = {claim->speaker, claim->speaker_len, NULL, 0};
	const char *text = doc->text.data;

	if (claim->speaker_kind >= 0)
	{
		s.kind = tag_kind_name[claim->speaker_kind];
		s.kind_len = (uint32) strlen(s.kind);
	}
	if (doc->names == NULL || claim->speaker == NULL)
		return s;
	if (claim->speaker >= text && claim->speaker < text + doc->text.len)
	{
		uint32		end = (uint32) (claim->speaker - text) + claim->speaker_len;
		uint32		low = 0;
		uint32		high = doc->tags.n;

		/* the last mention that begins before the end of the speaker's words */
		while (low < high)
		{
			uint32		mid = low + (high - low) / 2;

			if (doc->tags.mention[mid].byte < end)
				low = mid + 1;
			else
				high = mid;
		}
		if (low > 0 && doc->names[low - 1].kind &&
			is_whole_speaker(doc, &doc->tags.mention[low - 1], claim))
		{
			s.name = doc->tags.mention[low - 1].name;
			s.name_len = doc->tags.mention[low - 1].name_len;
			s.kind = doc->names[low - 1].kind;
			s.kind_len = doc->names[low - 1].kind_len;
		}
	}
	else
	{
		uint32		i = gaz_document_named(doc, claim->speaker);

		if (i < doc->tags.n)
		{
			s.kind = doc->names[i].kind;
			s.kind_len = doc->names[i].kind_len;
		}
	}
	return s;
}

/*
 * claims(doc text, lang text [, names gazetteer])
 *		The attributions of a document, in text order of the cue.
 */
PGDLLEXPORT Datum
claims(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	TypeCacheEntry *rangetype = lookup_type_cache(INT4RANGEOID, TYPECACHE_RANGE_INFO);
	MemoryContext row_context;
	GazDocument doc;
	GazDict		room;

	InitMaterializedSRF(fcinfo, 0);
	gaz_document_open(&doc, PG_GETARG_TEXT_PP(0), PG_GETARG_TEXT_PP(1),
					  PG_NARGS() > 2 ? gaz_arg_dict(fcinfo, 2, &room) : NULL, GAZ_CLAIMS);
	row_context = AllocSetContextCreate(CurrentMemoryContext, "pg_gazette claim",
										ALLOCSET_SMALL_SIZES);
	for (uint32 i = 0; i < doc.claims.n; i++)
	{
		const ClmClaim *c = &doc.claims.claim[i];
		MemoryContext document_context = MemoryContextSwitchTo(row_context);
		Speaker		speaker = claim_speaker(&doc, c);
		RangeType **content;
		Datum		values[15];
		bool		nulls[15] = {false};

		core_poll();
		values[0] = Int32GetDatum((int32) i + 1);
		values[1] = Int32GetDatum(c->parent + 1);
		nulls[1] = c->parent < 0;
		values[2] = span_text(&doc, &c->source, &nulls[2]);
		nulls[3] = speaker.name == NULL;
		if (speaker.name)
			values[3] = PointerGetDatum(gaz_text_result(speaker.name, speaker.name_len));
		nulls[4] = speaker.kind == NULL;
		if (speaker.kind)
			values[4] = PointerGetDatum(cstring_to_text_with_len(speaker.kind, (int) speaker.kind_len));
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
