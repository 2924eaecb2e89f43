/*
 * gazetteer_op.c
 *	  Order and hash of gazetteers, for DISTINCT, GROUP BY and comparisons.
 */
#include "postgres.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "access/detoast.h"
#include "common/hashfn.h"
#include "fmgr.h"

PG_FUNCTION_INFO_V1(gaz_eq);
PG_FUNCTION_INFO_V1(gaz_ne);
PG_FUNCTION_INFO_V1(gaz_lt);
PG_FUNCTION_INFO_V1(gaz_le);
PG_FUNCTION_INFO_V1(gaz_gt);
PG_FUNCTION_INFO_V1(gaz_ge);
PG_FUNCTION_INFO_V1(gaz_cmp);
PG_FUNCTION_INFO_V1(gaz_hash);
PG_FUNCTION_INFO_V1(gaz_hash_extended);

/* By bytes, which are equal for equal sets of rows. */
static int
compare(FunctionCallInfo fcinfo)
{
	struct varlena *a = PG_DETOAST_DATUM_PACKED(PG_GETARG_DATUM(0));
	struct varlena *b = PG_DETOAST_DATUM_PACKED(PG_GETARG_DATUM(1));
	size_t		a_len = VARSIZE_ANY_EXHDR(a);
	size_t		b_len = VARSIZE_ANY_EXHDR(b);
	int			c = memcmp(VARDATA_ANY(a), VARDATA_ANY(b), Min(a_len, b_len));

	if (c == 0)
		c = a_len < b_len ? -1 : a_len > b_len;
	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return c < 0 ? -1 : c > 0;
}

/* Sizes first: they are known without fetching the values. */
static bool
same(FunctionCallInfo fcinfo)
{
	if (toast_raw_datum_size(PG_GETARG_DATUM(0)) != toast_raw_datum_size(PG_GETARG_DATUM(1)))
		return false;
	return compare(fcinfo) == 0;
}

PGDLLEXPORT Datum
gaz_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(same(fcinfo));
}

PGDLLEXPORT Datum
gaz_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!same(fcinfo));
}

PGDLLEXPORT Datum
gaz_lt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) < 0);
}

PGDLLEXPORT Datum
gaz_le(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) <= 0);
}

PGDLLEXPORT Datum
gaz_gt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) > 0);
}

PGDLLEXPORT Datum
gaz_ge(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) >= 0);
}

PGDLLEXPORT Datum
gaz_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compare(fcinfo));
}

PGDLLEXPORT Datum
gaz_hash(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_DETOAST_DATUM_PACKED(PG_GETARG_DATUM(0));
	uint32		hash = hash_bytes((const unsigned char *) VARDATA_ANY(value),
								  (int) VARSIZE_ANY_EXHDR(value));

	PG_FREE_IF_COPY(value, 0);
	PG_RETURN_INT32((int32) hash);
}

PGDLLEXPORT Datum
gaz_hash_extended(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_DETOAST_DATUM_PACKED(PG_GETARG_DATUM(0));
	uint64		hash = hash_bytes_extended((const unsigned char *) VARDATA_ANY(value),
										   (int) VARSIZE_ANY_EXHDR(value),
										   (uint64) PG_GETARG_INT64(1));

	PG_FREE_IF_COPY(value, 0);
	PG_RETURN_INT64((int64) hash);
}
