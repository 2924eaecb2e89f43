/*
 * duplicates.c
 *	  SQL functions that compare two texts.
 *
 * In a query one of the two is mostly the same from row to row.  What was
 * made of each argument is therefore kept with the function call, beside a
 * copy of the argument, and made again only when the argument changes.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "glue/duplicates.h"
#include "glue/utf8.h"

PG_FUNCTION_INFO_V1(resemblance);
PG_FUNCTION_INFO_V1(containment);
PG_FUNCTION_INFO_V1(near_duplicate);
PG_FUNCTION_INFO_V1(shares_paragraph);
PG_FUNCTION_INFO_V1(text_shares_paragraph);
PG_FUNCTION_INFO_V1(text_shares_minhash);
PG_FUNCTION_INFO_V1(long_paragraph_fingerprints);


/* An argument as it came, and what was made of it. */
typedef struct Kept
{
	UniBuf		copy;
	bool		valid;			/* the rest is of copy */
	DupText		text;			/* resemblance, containment, near_duplicate */
	UniBuf		prints;			/* shares_paragraph: of uint64 */
} Kept;

typedef struct KeptPair
{
	Kept		arg[2];
} KeptPair;

float4
check_threshold(float4 threshold)
{
	/* written so that NaN fails too */
	if (!(threshold > 0 && threshold <= 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("threshold %g is out of range", threshold),
				 errhint("A threshold is above 0 and at most 1, where 1 means equal but for typography.")));
	return threshold;
}

size_t
long_fingerprints(const char *text, size_t len, UniBuf *out)
{
	ParIter		it;
	ParSpan		span;
	size_t		n;
	uint64	   *scratch;

	out->len = 0;
	par_begin(&it, text, len);
	it.counting = false;
	while (par_next(&it, &span))
	{
		CHECK_FOR_INTERRUPTS();
		if (span.words >= LONG_WORDS)
			uni_buf_append(out, (const char *) &span.fingerprint, sizeof(uint64));
	}
	n = out->len / sizeof(uint64);
	scratch = core_alloc(out->len);
	n = dup_sort((uint64_t *) out->data, n, (uint64_t *) scratch);
	core_free(scratch);
	out->len = n * sizeof(uint64);
	return n;
}

static int
compare_int64(const void *a, const void *b)
{
	int64		x = *(const int64 *) a;
	int64		y = *(const int64 *) b;

	return x < y ? -1 : x > y;
}

ArrayType *
bigint_array(int64 *value, size_t n)
{
	ArrayType  *result;
	Size		size = ARR_OVERHEAD_NONULLS(1) + n * sizeof(int64);

	if (n == 0)
		return construct_empty_array(INT8OID);
	if (!AllocSizeIsValid(size))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("document has too many paragraphs")));

	/* by hand: construct_array would take a Datum for each */
	qsort(value, n, sizeof(int64), compare_int64);
	result = palloc0(size);
	SET_VARSIZE(result, size);
	result->ndim = 1;
	result->elemtype = INT8OID;
	ARR_DIMS(result)[0] = (int) n;
	ARR_LBOUND(result)[0] = 1;
	memcpy(ARR_DATA_PTR(result), value, n * sizeof(int64));
	return result;
}

/* Argument n of the call, its shingles or its fingerprints made. */
static Kept *
keep_argument(FunctionCallInfo fcinfo, int n, bool prints)
{
	text	   *datum = PG_GETARG_TEXT_PP(n);
	KeptPair   *pair = fcinfo->flinfo->fn_extra;
	Kept	   *k;
	size_t		len = VARSIZE_ANY_EXHDR(datum);
	MemoryContext old;
	GazText		doc;

	if (pair == NULL)
	{
		pair = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(KeptPair));
		fcinfo->flinfo->fn_extra = pair;
	}
	k = &pair->arg[n];
	if (k->valid && k->copy.len == len &&
		(len == 0 || memcmp(k->copy.data, VARDATA_ANY(datum), len) == 0))
		return k;

	k->valid = false;
	gaz_text(datum, &doc);
	old = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	k->copy.len = 0;
	uni_buf_append(&k->copy, VARDATA_ANY(datum), len);
	if (prints)
		long_fingerprints(doc.data, doc.len, &k->prints);
	else
		dup_read(&k->text, doc.data, doc.len);
	MemoryContextSwitchTo(old);
	k->valid = true;
	return k;
}

/* resemblance(a text, b text) */
PGDLLEXPORT Datum
resemblance(PG_FUNCTION_ARGS)
{
	Kept	   *a = keep_argument(fcinfo, 0, false);
	Kept	   *b = keep_argument(fcinfo, 1, false);

	PG_RETURN_FLOAT4(dup_resemblance(&a->text, &b->text));
}

/* containment(a text, b text) */
PGDLLEXPORT Datum
containment(PG_FUNCTION_ARGS)
{
	Kept	   *a = keep_argument(fcinfo, 0, false);
	Kept	   *b = keep_argument(fcinfo, 1, false);

	PG_RETURN_FLOAT4(dup_containment(&a->text, &b->text));
}

/* near_duplicate(doc text, other text, threshold real) */
PGDLLEXPORT Datum
near_duplicate(PG_FUNCTION_ARGS)
{
	float4		threshold = check_threshold(PG_GETARG_FLOAT4(2));
	Kept	   *a = keep_argument(fcinfo, 0, false);
	Kept	   *b = keep_argument(fcinfo, 1, false);

	PG_RETURN_BOOL(dup_near(&a->text, &b->text, threshold));
}

static bool
share_paragraph(FunctionCallInfo fcinfo)
{
	Kept	   *a = keep_argument(fcinfo, 0, true);
	Kept	   *b = keep_argument(fcinfo, 1, true);

	return dup_common((uint64_t *) a->prints.data, a->prints.len / sizeof(uint64),
					  (uint64_t *) b->prints.data, b->prints.len / sizeof(uint64)) > 0;
}

/* shares_paragraph(doc text, other text) */
PGDLLEXPORT Datum
shares_paragraph(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(share_paragraph(fcinfo));
}

/* text ~& text: the same, which the planner does not ask about again */
PGDLLEXPORT Datum
text_shares_paragraph(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(share_paragraph(fcinfo));
}

/* text ~% text: whether an index of minhash_ops finds the one for the other */
PGDLLEXPORT Datum
text_shares_minhash(PG_FUNCTION_ARGS)
{
	Kept	   *a = keep_argument(fcinfo, 0, false);
	Kept	   *b = keep_argument(fcinfo, 1, false);
	uint32_t	x[DUP_BANDS];
	uint32_t	y[DUP_BANDS];

	if (dup_keys(&a->text, x) == 0 || dup_keys(&b->text, y) == 0)
		PG_RETURN_BOOL(false);
	/* the band is part of its key: one can only equal its own */
	for (int i = 0; i < DUP_BANDS; i++)
		if (x[i] == y[i])
			PG_RETURN_BOOL(true);
	PG_RETURN_BOOL(false);
}

/* long_paragraph_fingerprints(doc text): distinct, sorted as bigint */
PGDLLEXPORT Datum
long_paragraph_fingerprints(PG_FUNCTION_ARGS)
{
	GazText		doc;
	UniBuf		prints = {0};
	size_t		n;

	GAZ_GETARG_TEXT(0, &doc);
	n = long_fingerprints(doc.data, doc.len, &prints);
	PG_RETURN_ARRAYTYPE_P(bigint_array((int64 *) prints.data, n));
}
