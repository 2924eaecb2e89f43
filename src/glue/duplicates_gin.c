/*
 * duplicates_gin.c
 *	  GIN on texts: minhash_ops for near duplicates, paragraph_ops for shared
 *	  paragraphs, and the operators that the two classes answer.
 *
 * Both extract at insert, so that an index on the column is all that is
 * needed.  Each class has one operator and its keys decide alone, without
 * recheck:
 *
 *	  ~%	two texts share a MinHash key (dup_minhash.c): what near duplicates
 *			do, nearly always.  Keys are int4.
 *	  ~&	two texts share a paragraph of five words or more.  Keys are the
 *			fingerprints, int8.
 *
 * A text without keys (empty, or all its paragraphs short) is found by
 * nothing and finds nothing, with the index and without.
 */
#include "postgres.h"

#include "access/gin.h"
#include "access/stratnum.h"
#include "fmgr.h"
#include "utils/builtins.h"

#include "glue/duplicates.h"
#include "glue/utf8.h"

PG_FUNCTION_INFO_V1(minhash_extract_value);
PG_FUNCTION_INFO_V1(minhash_extract_query);
PG_FUNCTION_INFO_V1(paragraph_extract_value);
PG_FUNCTION_INFO_V1(paragraph_extract_query);
PG_FUNCTION_INFO_V1(text_any_consistent);
PG_FUNCTION_INFO_V1(text_any_triconsistent);

/* The keys of a text under minhash_ops. */
static Datum *
minhash_datums(text *t, int32 *n)
{
	GazText		doc;
	DupText		read = {0};
	uint32_t	keys[DUP_BANDS];
	Datum	   *result = NULL;

	gaz_text(t, &doc);
	dup_read(&read, doc.data, doc.len);
	*n = dup_keys(&read, keys);
	if (*n > 0)
		result = palloc(*n * sizeof(Datum));
	for (int i = 0; i < *n; i++)
		result[i] = Int32GetDatum((int32) keys[i]);
	dup_free(&read);
	return result;
}

/* The keys of a text under paragraph_ops. */
static Datum *
paragraph_datums(text *t, int32 *n)
{
	GazText		doc;
	UniBuf		prints = {0};
	Datum	   *result = NULL;

	gaz_text(t, &doc);
	*n = (int32) long_fingerprints(doc.data, doc.len, &prints);
	if (*n > 0)
		result = palloc(*n * sizeof(Datum));
	for (int i = 0; i < *n; i++)
		result[i] = Int64GetDatum(((int64 *) prints.data)[i]);
	uni_buf_free(&prints);
	return result;
}

PGDLLEXPORT Datum
minhash_extract_value(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(minhash_datums(PG_GETARG_TEXT_PP(0), (int32 *) PG_GETARG_POINTER(1)));
}

PGDLLEXPORT Datum
minhash_extract_query(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(minhash_datums(PG_GETARG_TEXT_PP(0), (int32 *) PG_GETARG_POINTER(1)));
}

PGDLLEXPORT Datum
paragraph_extract_value(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(paragraph_datums(PG_GETARG_TEXT_PP(0), (int32 *) PG_GETARG_POINTER(1)));
}

PGDLLEXPORT Datum
paragraph_extract_query(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(paragraph_datums(PG_GETARG_TEXT_PP(0), (int32 *) PG_GETARG_POINTER(1)));
}

/* One key is enough for both operators, and proves it. */
PGDLLEXPORT Datum
text_any_consistent(PG_FUNCTION_ARGS)
{
	bool	   *check = (bool *) PG_GETARG_POINTER(0);
	int32		nkeys = PG_GETARG_INT32(3);
	bool	   *recheck = (bool *) PG_GETARG_POINTER(5);

	*recheck = false;
	for (int32 i = 0; i < nkeys; i++)
		if (check[i])
			PG_RETURN_BOOL(true);
	PG_RETURN_BOOL(false);
}

PGDLLEXPORT Datum
text_any_triconsistent(PG_FUNCTION_ARGS)
{
	GinTernaryValue *check = (GinTernaryValue *) PG_GETARG_POINTER(0);
	int32		nkeys = PG_GETARG_INT32(3);
	GinTernaryValue result = GIN_FALSE;

	for (int32 i = 0; i < nkeys; i++)
	{
		if (check[i] == GIN_TRUE)
			PG_RETURN_GIN_TERNARY_VALUE(GIN_TRUE);
		if (check[i] == GIN_MAYBE)
			result = GIN_MAYBE;
	}
	PG_RETURN_GIN_TERNARY_VALUE(result);
}
