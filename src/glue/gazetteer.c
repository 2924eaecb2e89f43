/*
 * gazetteer.c
 *	  Using a gazetteer: gazetteer_match(), unnest(), cardinality().
 */
#include "postgres.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "entity/ent.h"
#include "gazetteer/gaz_layout.h"
#include "glue/gazetteer.h"
#include "glue/utf8.h"

PG_FUNCTION_INFO_V1(gazetteer_match);
PG_FUNCTION_INFO_V1(gaz_unnest);
PG_FUNCTION_INFO_V1(gaz_cardinality);

void
gaz_check_stored(GazStatus status)
{
	if (status == GAZ_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("gazetteer was stored by another release"),
				 errhint("Build it again with gazetteer_agg.")));
	if (status != GAZ_OK)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("gazetteer is damaged"),
				 errhint("Build it again with gazetteer_agg.")));
}

void
gaz_open_value(GazDict *dict, const struct varlena *value)
{
	gaz_check_stored(gaz_open(dict, value, VARSIZE(value)));
}

static GazOverlaps
overlaps_argument(text *arg)
{
	char	   *s = text_to_cstring(arg);

	if (strcmp(s, "longest") == 0)
		return GAZ_LONGEST;
	if (strcmp(s, "all") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid value for overlaps: \"%s\"", ent_excerpt(s)),
				 errhint("It is \"longest\" or \"all\".")));
	return GAZ_ALL;
}

/*
 * gazetteer_match(doc text, names gazetteer, overlaps text)
 *		The names that a document holds, in text order.
 */
PGDLLEXPORT Datum
gazetteer_match(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	GazOverlaps overlaps = overlaps_argument(PG_GETARG_TEXT_PP(2));
	GazText		doc;
	GazDict		own;
	const GazDict *dict;
	GazMatcher *matcher;
	GazMatch	match;
	GazStatus	status;
	MemoryContext row;
	MemoryContext caller;

	InitMaterializedSRF(fcinfo, 0);
	dict = gaz_arg_dict(fcinfo, 1, &own);
	GAZ_GETARG_TEXT(0, &doc);
	matcher = gaz_matcher(dict, doc.data, doc.len, overlaps);
	row = AllocSetContextCreate(CurrentMemoryContext, "gazetteer_match row",
								ALLOCSET_SMALL_SIZES);
	while (gaz_next(matcher, &match, &status))
	{
		Datum		values[6];
		bool		nulls[6] = {false};

		caller = MemoryContextSwitchTo(row);
		values[0] = Int32GetDatum((int32) (doc.count_bytes ? match.byte : match.chr) + 1);
		values[1] = Int32GetDatum((int32) (doc.count_bytes ? match.len : match.nchr));
		values[2] = PointerGetDatum(gaz_text_result(doc.data + match.byte, match.len));
		values[3] = PointerGetDatum(gaz_text_result(match.row.kind, match.row.kind_len));
		values[4] = PointerGetDatum(gaz_text_result(match.row.name, match.row.name_len));
		nulls[5] = match.row.ref == NULL;
		if (!nulls[5])
			values[5] = PointerGetDatum(gaz_text_result(match.row.ref, match.row.ref_len));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		MemoryContextSwitchTo(caller);
		MemoryContextReset(row);
	}
	gaz_check_stored(status);
	MemoryContextDelete(row);
	gaz_matcher_free(matcher);
	return (Datum) 0;
}

/*
 * unnest(gazetteer)
 *		Its rows.
 */
PGDLLEXPORT Datum
gaz_unnest(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	GazDict		own;
	const GazDict *dict;
	GazRow		gaz_row_out;
	MemoryContext row;
	MemoryContext caller;
	uint32		at = 0;

	InitMaterializedSRF(fcinfo, 0);
	dict = gaz_arg_dict(fcinfo, 0, &own);
	row = AllocSetContextCreate(CurrentMemoryContext, "gazetteer row",
								ALLOCSET_SMALL_SIZES);
	while (at < dict->rows_len)
	{
		const GazRow *r = &gaz_row_out;
		Datum		values[4];
		bool		nulls[4] = {false};

		CHECK_FOR_INTERRUPTS();
		gaz_check_stored(gaz_row(dict, at, &gaz_row_out));
		caller = MemoryContextSwitchTo(row);
		values[0] = PointerGetDatum(gaz_text_result(r->surface, r->surface_len));
		values[1] = PointerGetDatum(gaz_text_result(r->kind, r->kind_len));
		values[2] = PointerGetDatum(gaz_text_result(r->name, r->name_len));
		nulls[3] = r->ref == NULL;
		if (!nulls[3])
			values[3] = PointerGetDatum(gaz_text_result(r->ref, r->ref_len));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		MemoryContextSwitchTo(caller);
		MemoryContextReset(row);
		at = r->next;
	}
	MemoryContextDelete(row);
	return (Datum) 0;
}

/*
 * cardinality(gazetteer)
 *		Number of its rows, read from its head alone.
 */
PGDLLEXPORT Datum
gaz_cardinality(PG_FUNCTION_ARGS)
{
	struct varlena *slice = PG_DETOAST_DATUM_SLICE(PG_GETARG_DATUM(0), 0,
												   sizeof(GazHead) - VARHDRSZ);
	const GazHead *head = (const GazHead *) slice;

	if (VARSIZE(slice) < sizeof(GazHead))
		gaz_check_stored(GAZ_DAMAGED);
	if (head->magic != GAZ_MAGIC)
		gaz_check_stored((head->magic & 0xFFFFFF) == (GAZ_MAGIC & 0xFFFFFF) ?
						 GAZ_VERSION : GAZ_DAMAGED);
	PG_RETURN_INT32((int32) head->nrows);
}
