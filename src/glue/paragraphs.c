/*
 * paragraphs.c
 *	  SQL functions on the paragraphs of a document.
 *
 * The set-returning ones are materialised: the executor would put their rows
 * into a tuplestore anyway, one palloc'd tuple at a time.
 */
#include "postgres.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "glue/duplicates.h"
#include "glue/utf8.h"
#include "paragraph/dup.h"
#include "paragraph/par.h"

PG_FUNCTION_INFO_V1(paragraphs);
PG_FUNCTION_INFO_V1(fingerprint);
PG_FUNCTION_INFO_V1(paragraph_fingerprints);
PG_FUNCTION_INFO_V1(dedup_paragraphs);
PG_FUNCTION_INFO_V1(duplicate_paragraphs);

/* A text of the UTF-8 bytes, in scratch memory that the next call reuses. */
static Datum
scratch_text(UniBuf *scratch, const char *data, size_t len)
{
	scratch->len = 0;
	uni_buf_reserve(scratch, VARHDRSZ + len);
	SET_VARSIZE(scratch->data, VARHDRSZ + len);
	memcpy(VARDATA(scratch->data), data, len);
	return PointerGetDatum(scratch->data);
}

/* paragraphs(doc text) */
PGDLLEXPORT Datum
paragraphs(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	GazText		doc;
	ParIter		it;
	ParSpan		span;
	UniBuf		scratch = {0};
	int32		ord = 0;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	GAZ_GETARG_TEXT(0, &doc);

	par_begin(&it, doc.data, doc.len);
	it.counting = !doc.count_bytes;
	while (par_next(&it, &span))
	{
		Datum		values[5];
		bool		nulls[5] = {0};

		CHECK_FOR_INTERRUPTS();
		values[0] = Int32GetDatum(++ord);
		values[1] = Int32GetDatum((int32) (doc.count_bytes ? span.byte : span.chr) + 1);
		values[2] = Int32GetDatum((int32) (doc.count_bytes ? span.len : span.nchr));
		values[3] = doc.converted ?
			PointerGetDatum(gaz_text_result(doc.data + span.byte, span.len)) :
			scratch_text(&scratch, doc.data + span.byte, span.len);
		values[4] = Int64GetDatum((int64) span.fingerprint);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		if (doc.converted)
			pfree(DatumGetPointer(values[3]));
	}
	uni_buf_free(&scratch);
	return (Datum) 0;
}

/* fingerprint(paragraph text) */
PGDLLEXPORT Datum
fingerprint(PG_FUNCTION_ARGS)
{
	GazText		doc;
	uint64		words;

	GAZ_GETARG_TEXT(0, &doc);
	PG_RETURN_INT64((int64) uni_fold_hash(doc.data, doc.len, &words));
}

/* paragraph_fingerprints(doc text): distinct, sorted */
PGDLLEXPORT Datum
paragraph_fingerprints(PG_FUNCTION_ARGS)
{
	GazText		doc;
	ParIter		it;
	ParSpan		span;
	ParSeen		seen = {0};
	UniBuf		array = {0};
	uint32		n = 0;

	GAZ_GETARG_TEXT(0, &doc);
	par_begin(&it, doc.data, doc.len);
	it.counting = false;
	while (par_next(&it, &span))
	{
		CHECK_FOR_INTERRUPTS();
		if (par_seen(&seen, span.fingerprint, n + 1) != n + 1)
			continue;
		n++;
		uni_buf_append(&array, (char *) &span.fingerprint, sizeof(int64));
	}
	par_seen_free(&seen);
	PG_RETURN_ARRAYTYPE_P(bigint_array((int64 *) array.data, n));
}

/* The document without what repeats, or NULL if nothing does. */
text *
dedup_text(text *datum, float4 threshold)
{
	GazText		doc;
	UniBuf		out = {0};
	size_t		gone;

	gaz_text(datum, &doc);

	/* the header of the result comes in front of what is written */
	uni_buf_reserve(&out, VARHDRSZ);
	out.len = VARHDRSZ;
	gone = threshold < 1 ?
		dup_dedup(doc.data, doc.len, threshold, &out) :
		par_dedup(doc.data, doc.len, &out);
	if (gone == 0)
		return NULL;
	if (doc.converted)
		return gaz_text_result(out.data + VARHDRSZ, out.len - VARHDRSZ);
	SET_VARSIZE(out.data, out.len);
	return (text *) out.data;
}

/*
 * dedup_paragraphs(doc text, threshold real)
 *
 * A document in which nothing repeats is returned as it came, byte for byte.
 */
PGDLLEXPORT Datum
dedup_paragraphs(PG_FUNCTION_ARGS)
{
	float4		threshold = check_threshold(PG_GETARG_FLOAT4(1));
	text	   *doc = PG_GETARG_TEXT_PP(0);
	text	   *result = dedup_text(doc, threshold);

	PG_RETURN_TEXT_P(result ? result : doc);
}

/* duplicate_paragraphs(doc text, threshold real) */
PGDLLEXPORT Datum
duplicate_paragraphs(PG_FUNCTION_ARGS)
{
	float4		threshold = check_threshold(PG_GETARG_FLOAT4(1));
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	GazText		doc;
	DupParagraph *found;
	size_t		n;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	GAZ_GETARG_TEXT(0, &doc);

	n = dup_document(doc.data, doc.len, threshold, &found);
	for (size_t i = 0; i < n; i++)
		if (found[i].original != i + 1)
		{
			Datum		values[3];
			bool		nulls[3] = {0};

			CHECK_FOR_INTERRUPTS();
			values[0] = Int32GetDatum((int32) (i + 1));
			values[1] = Int32GetDatum((int32) found[i].original);
			values[2] = Float4GetDatum(found[i].similarity);
			tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		}
	core_free(found);
	return (Datum) 0;
}
